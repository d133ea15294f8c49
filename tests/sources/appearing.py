"""Appearances of invented people and bodies, for the tests of identity."""

from __future__ import annotations

from itertools import count

from whoseword.across import Appearance, Identity, Judged, Ref
from whoseword.lexicon import load_lexicon
from whoseword.sources.bodies import body_name
from whoseword.sources.identity import identities, likeness, pairs
from whoseword.sources.offices import is_sole, offices_in
from whoseword.sources.spelling import person_parts

LEXICON = load_lexicon()
COMPANY = ("finch", "harbour guild", "marsh", "oakley", "teller")
_NUMBERS = count(1)


def person(name, office="", day="2031-05-08", **said) -> Appearance:
    """A person of this name, with an office, in a report of its own."""
    roles, places = offices_in(office, LEXICON)
    parts = person_parts(name, LEXICON.names)
    made = {
        "ref": Ref(f"report{next(_NUMBERS):04}", "entity"),
        "name": name,
        "kind": "person",
        "named": True,
        "parts": parts,
        "roles": roles,
        "sole": tuple(role for role in roles if is_sole(role, LEXICON)),
        "places": places,
        "formal": LEXICON.names.nicknames.get(parts[0], ()) if len(parts) > 1 else (),
        "day": day,
    }
    return Appearance(**made | said)


def body(name, text="", day="2031-05-08", **said) -> Appearance:
    """An organisation of this name, in a report of its own."""
    found = body_name(name, text, LEXICON)
    made = {
        "ref": Ref(f"report{next(_NUMBERS):04}", "entity"),
        "name": name,
        "kind": "organisation",
        "named": True,
        "parts": found.core,
        "listed": found.listed,
        "places": (found.country,) if found.country else (),
        "is_open": found.is_general,
        "day": day,
    }
    return Appearance(**made | said)


def unnamed(description, day="2031-05-08", **said) -> Appearance:
    """A source without a name, in a report of its own."""
    ref = Ref(f"report{next(_NUMBERS):04}", "entity")
    roles = ("official",) if "official" in description else ("source",)
    made = {"kind": "person", "named": False, "description": description, "roles": roles, "day": day}
    return Appearance(**{"ref": ref, "name": None} | made | said)


def found_in(*appearances, judged=None) -> tuple[Identity, ...]:
    """The identities that these appearances make."""
    likenesses = [likeness(a, b) for a, b in pairs(appearances)]
    return identities(appearances, likenesses, judged or Judged())


def together(*appearances, judged=None) -> list[list[str]]:
    """The names of the members of each identity, sorted."""
    names = {each.ref: each.name or each.description for each in appearances}
    found = found_in(*appearances, judged=judged)
    return sorted(sorted(names[ref] for ref in identity.members) for identity in found)
