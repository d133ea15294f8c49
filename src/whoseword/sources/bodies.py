"""Organisations as they are compared: the country taken off, the words of weight in one order, listed names found.

In: a name as a report prints it. Out: a `BodyName`.

>>> body_name("the US Defense Department", "", load_lexicon()).listed
'US Department of Defense'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from whoseword.entries import Body
from whoseword.lexicon import Lexicon
from whoseword.sources.offices import without_countries
from whoseword.sources.spelling import folded, words_of

_SMALL = frozenset({"the", "a", "an", "of", "for", "and", "on", "in", "to"})
_LABEL = re.compile(r"\s+-\s+.*$|\s*\(.*\)$")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BodyName:
    """`listed`: its one name in the word lists; `core`: its words of weight; `country`: whose it is, if that is said.

    `is_general`: without its country nothing tells it from others ("the ministry").
    """

    listed: str | None
    core: tuple[str, ...]
    country: str | None
    is_general: bool


def body_name(name: str, text: str, lexicon: Lexicon) -> BodyName:
    """What the name of an organisation tells; `text` is the report that says it."""
    name = _ARTICLE.sub("", " ".join(name.split()))
    land = lexicon.country(name)
    if land:
        return BodyName(land.name, tuple(words_of(land.name)), land.name, is_general=False)
    bare, lands = without_countries(name, lexicon)
    country = lands[0] if len(lands) == 1 else None
    if len(lands) > 1:
        bare = name
    body = _listed(bare, country, text, lexicon) or _listed(name, None, text, lexicon)
    core = tuple(sorted({word for word in words_of(bare) if word not in _SMALL}))
    if body:
        return BodyName(body.name, core, body.country or None, is_general=False)
    is_general = all(word in lexicon.names.general for word in core)
    if is_general and country is None and core:
        country = _said_of(bare, text, lexicon)
    if core and all(word in lexicon.names.vague for word in core):
        country = None  # "the Vellan ministry" may be any of them
    return BodyName(None, core, country, is_general)


def outlet_name(name: str, lexicon: Lexicon) -> str | None:
    """The name that the lists have for an outlet; what a data base adds to one, "Bell - News", is left out."""
    known = lexicon.outlet_in_context(name) or lexicon.outlet_in_context(_LABEL.sub("", name))
    return known.name if known else None


def _listed(bare: str, country: str | None, text: str, lexicon: Lexicon) -> Body | None:
    by_form, by_owned = _forms(lexicon.names.bodies)
    key = folded(bare).replace(".", "")
    body = by_form.get(key)
    if body and country in {None, body.country or None}:
        said = country or not body.beside or any(re.search(rf"\b{re.escape(word)}\b", text) for word in body.beside)
        return body if said else None
    return by_owned.get((country, key)) if country else None


@lru_cache(maxsize=8)
def _forms(bodies: tuple[Body, ...]) -> tuple[Mapping[str, Body], Mapping[tuple[str, str], Body]]:
    by_form = {folded(form).replace(".", ""): body for body in bodies for form in (body.name, *body.forms)}
    by_owned = {(body.country, folded(form)): body for body in bodies for form in body.owned}
    return by_form, by_owned


def _said_of(bare: str, text: str, lexicon: Lexicon) -> str | None:
    """The country that the report puts before the same words elsewhere, if it is one only: "the Vellan parliament"."""
    before = re.findall(rf"((?:[A-Z][\w.’'-]*\s+){{1,2}}){re.escape(bare)}\b", text, re.IGNORECASE)
    lands = {land for words in before for land in without_countries(words, lexicon)[1]}
    return next(iter(lands)) if len(lands) == 1 else None
