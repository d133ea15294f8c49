"""The entities of one report as they are compared across reports: name parts, offices, countries, company, day.

In: a Record. Out: an Appearance for each of its entities, in their order. Nothing is looked up outside the report but
the word lists.

>>> [(each.name, each.parts, each.roles) for each in appearances(record)]
[('Ann Roe', ('ann', 'roe'), ('minister prime',))]
"""

from __future__ import annotations

import re
from dataclasses import replace

from whoseword.across import Appearance, Ref
from whoseword.lexicon import Lexicon, load_lexicon
from whoseword.model import Entity, EntityKind, Record
from whoseword.sources.bodies import body_name, outlet_name
from whoseword.sources.offices import gender_in, is_sole, offices_in, round_name, without_countries
from whoseword.sources.outlets import is_shared_name
from whoseword.sources.spelling import folded, person_parts, words_of
from whoseword.statements.mentions import is_pronoun

# The title before a name elsewhere in the text: "Secretary of State" in "Secretary of State Roe".
_TITLE_BEFORE = re.compile(r"(?:(?:[A-Z][\w’'-]*\.?|of|for)[ \u00a0]+){1,7}$")
_TITLE_REACH = 80
# "PocketRoe", but not "MacRoe" or "DeRoe".
_GLUED = re.compile(r"[a-z]{3}[A-Z]")
SHORTEST_QUOTE = 6  # words of a quotation by which a source may be known again
_PRONOUNS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}


def appearances(record: Record, lexicon: Lexicon | None = None) -> tuple[Appearance, ...]:
    """One Appearance for each entity of the record, in its order; `lexicon` is the one that comes with the package."""
    lexicon = lexicon or load_lexicon()
    people = _People(record, lexicon)
    names = _names_in(record, lexicon)
    return tuple(_appearance(record, entity, people, names, lexicon) for entity in record.entities)


class _People:
    """The persons' names that the reader saw in a report: where each stands, by its parts."""

    def __init__(self, record: Record, lexicon: Lexicon) -> None:
        self.places: dict[tuple[str, ...], list[int]] = {}
        for name in record.reading.names:
            if name.kind == "person":
                parts = person_parts(record.report.text[slice(*name.span)], lexicon.names)
                self.places.setdefault(parts, []).append(name.span[0])


def _names_in(record: Record, lexicon: Lexicon) -> frozenset[str]:
    """The folded names in the report: of persons the family name, of bodies all of it."""
    found: set[str] = set()
    for name in record.reading.names:
        words = record.report.text[slice(*name.span)]
        if name.kind == "person":
            found.update(person_parts(words, lexicon.names)[-1:])
        elif name.kind == "organisation":
            found.add(" ".join(words_of(words)).removeprefix("the "))
    return frozenset(found)


def _appearance(record: Record, entity: Entity, people: _People, names: frozenset[str], lexicon: Lexicon) -> Appearance:
    base = Appearance(
        ref=Ref(record.report.id, entity.id),
        name=entity.name,
        kind=entity.kind,
        named=entity.named,
        description=entity.description,
        outlet=record.report.outlet,
        day=record.report.published.value,
        told=_told(record, entity),
        quotes=_quotes(record, entity),
    )
    if not entity.named or entity.name is None:
        made = _unnamed(record, entity, base, lexicon)
    elif _is_person(entity, people, lexicon):
        made = _person(record, entity, base, people, lexicon)
    else:
        made = _body(record, entity, base, lexicon)
    own = {*made.parts[-1:], " ".join(words_of(entity.name or ""))}
    return replace(made, with_names=tuple(sorted(names - own)))


def _is_person(entity: Entity, people: _People, lexicon: Lexicon) -> bool:
    """Whether it is a person, also where the reader took "Secretary of State Ann Roe" for something else."""
    first = words_of(entity.name or "")[:1]
    if entity.kind == "person":
        return first != ("the",)
    titled = bool(first) and first[0] in lexicon.names.titles
    if entity.kind not in {"unknown", "organisation"} or not titled:
        return False
    parts = person_parts(entity.name or "", lexicon.names)
    return any(parts and parts in {known, known[-1:]} for known in people.places)


def _person(record: Record, entity: Entity, base: Appearance, people: _People, lexicon: Lexicon) -> Appearance:
    assert entity.name is not None
    text = record.report.text
    parts = person_parts(entity.name, lexicon.names)
    if not parts or (len(parts) == 1 and entity.candidates) or _is_run_together(entity.name):
        # Where the report itself leaves open who is meant, no other report can tell.
        return replace(base, kind="person")
    named_late = _is_named_late(record, entity)
    parts = parts[-1:] if named_late else parts
    last = entity.name.split()[-1]
    phrases = [entity.name] if len(parts) > 1 or " " not in entity.name else []
    genders = set()
    for span in entity.mentions:
        words = " ".join(text[slice(*span)].split())
        genders.add(_PRONOUNS.get(words.casefold(), ""))
        phrases += round_name(words, entity.name)
    # Of "Bel Roe" all of the name counts: where Ann Roe presides, "President Roe" in the same report is not Bel.
    for start in people.places.get(parts, []):
        found = _TITLE_BEFORE.search(text, max(0, start - _TITLE_REACH), start)
        phrases += [found[0]] if found else []
    roles: list[str] = []
    places: list[str] = []
    for phrase in phrases:
        offices, lands = offices_in(phrase.replace(last, ""), lexicon)
        roles, places = [*roles, *offices], [*places, *lands]
        genders.add(gender_in(phrase))
    genders.discard("")
    return replace(
        base,
        kind="person",
        parts=parts,
        roles=tuple(dict.fromkeys(roles)),
        sole=tuple(dict.fromkeys(role for role in roles if is_sole(role, lexicon))),
        places=tuple(dict.fromkeys(places)),
        formal=lexicon.names.nicknames.get(parts[0], ()) if len(parts) > 1 else (),
        gender=next(iter(genders)) if len(genders) == 1 else "",
        is_open=named_late,
    )


def _is_named_late(record: Record, entity: Entity) -> bool:
    """Whether the family name alone stands twice before the one place that has it in full.

    A report that says "Mr. Roe" all along and "Bel Roe" once, far below, may speak of another Roe there.
    """
    name = " ".join((entity.name or "").split())
    last = name.rpartition(" ")[2]
    headings = [part.span for part in record.report.parts if part.kind in {"title", "dek"}]
    full, bare = [], []
    for start, end in entity.mentions:
        words = " ".join(record.report.text[start:end].split())
        if name in words:
            full.append(start)
        elif last in words and not any(a <= start < b for a, b in headings):
            bare.append(start)
    return len(full) == 1 and sum(start < full[0] for start in bare) >= 2 and last != name


def _is_run_together(name: str) -> bool:
    """Whether a web page lost a blank in it: "Roe Ann RoeHarbour News"."""
    words = name.split()
    return len(set(words)) < len(words) or _GLUED.search(name) is not None


def _body(record: Record, entity: Entity, base: Appearance, lexicon: Lexicon) -> Appearance:
    assert entity.name is not None
    name, text = entity.name, record.report.text
    if entity.kind == "person" or is_several(name, entity.kind, lexicon):
        return base
    outlet = outlet_name(name, lexicon) if entity.kind in {"outlet", "document"} else None
    outlet = outlet or (known.name if (known := lexicon.outlet(name)) else None)
    if outlet:
        return replace(base, listed=outlet, parts=words_of(outlet))
    found = body_name(name, text, lexicon)
    return replace(
        base,
        listed=found.listed,
        parts=found.core,
        places=(found.country,) if found.country else (),
        is_open=found.is_general or is_shared_name(f"the {name}", lexicon),
        short=_abbreviations(name, text),
    )


def is_several(name: str, kind: EntityKind, lexicon: Lexicon) -> bool:
    """Whether a name is one for many, of whom a report can mean any: "Republicans", "Vellans", "Vell and Orsel"."""
    last = name.rpartition(" ")[2]
    if kind == "group" or re.search(r",|\band\b|&", name):
        return True
    people = last.endswith("s") and lexicon.country(last[:-1]) is not None and lexicon.country(last) is None
    return people or last in lexicon.names.several or last.rstrip("s") in {s.rstrip("s") for s in lexicon.names.several}


def _abbreviations(name: str, text: str) -> tuple[str, ...]:
    """What stands in brackets right behind the name in the text: "the Harbour Guild (HG)"."""
    found = re.findall(rf"{re.escape(name)}\s*\(([A-Z][A-Z.&-]{{1,8}})\)", text)
    return tuple(dict.fromkeys(folded(each).replace(".", "") for each in found))


def _unnamed(record: Record, entity: Entity, base: Appearance, lexicon: Lexicon) -> Appearance:
    words = " ".join((entity.description or "").split())
    if not words or is_pronoun(words):
        return base
    text = record.report.text
    unnamed = lexicon.unnamed(words)
    affiliation = " ".join(text[slice(*entity.affiliation)].split()) if entity.affiliation else None
    _, lands = without_countries(affiliation or words, lexicon)
    return replace(
        base,
        roles=(unnamed.head.lemma,) if unnamed else (),
        places=tuple(dict.fromkeys(lands)),
        affiliation=folded(affiliation) if affiliation else None,
        many=entity.number.many if entity.number else None,
    )


def _told(record: Record, entity: Entity) -> tuple[str, ...]:
    """The folded names of the outlets that it told, or that a chain has right before it; never the publisher's."""
    named = {each.id: each.name for each in record.entities if each.kind in {"outlet", "document"} and each.name}
    told: list[str] = []
    for statement in record.statements:
        if statement.entity == entity.id:
            before = [link.entity for link in statement.chain[1:-1] if link.entity and link.entity != entity.id]
            told += [named[one] for one in (*statement.told_to, *before[-1:]) if one in named]
    return tuple(dict.fromkeys(map(folded, told)))


def _quotes(record: Record, entity: Entity) -> tuple[str, ...]:
    """The words that it is quoted with, where they are enough to be known again."""
    found = []
    for statement in record.statements:
        if statement.entity == entity.id and statement.quote == "direct":
            words = [word for span in statement.content for word in words_of(record.report.text[slice(*span)])]
            found += [" ".join(words)] if len(words) >= SHORTEST_QUOTE else []
    return tuple(dict.fromkeys(found))
