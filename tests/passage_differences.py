"""A passage and the record made of it -> in words, all that differs: first the words, then sources, kinds and chains.

>>> same_words("the Evening Bell’s", "Evening Bell")
True
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from tests.marks import _pairs as pairs_of
from tests.marks import differences
from tests.passage import OPEN, Expected, Passage
from whoseword.model import Entity, Record, Statement

_LEADING = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:’s|'s)$")


def plain(words: str) -> str:
    """The words without a leading article, a possessive ending, double blanks and capitals."""
    return _POSSESSIVE.sub("", _LEADING.sub("", " ".join(words.split()))).casefold()


def same_words(one: str, other: str) -> bool:
    """Whether two mentions are the same words, articles and capitals aside."""
    return plain(one) == plain(other)


def passage_differences(passage: Passage, record: Record) -> tuple[str, ...]:
    """All that differs between a passage and its record, in words; empty where nothing does."""
    told = list(differences(passage.marked, record.statements, record.entities))
    told += source_differences(passage, record)
    return tuple(told)


def source_differences(passage: Passage, record: Record) -> tuple[str, ...]:
    """What differs in sources, kinds and chains, over the statements that were found at all."""
    found = pairs_of(passage.marked, record.statements)
    cast = {entity.id: entity for entity in record.entities}
    told: list[str] = []
    for expected in passage.expected:
        if expected.index in found:
            label = f"statement {expected.index}: " if expected.index else ""
            statement = found[expected.index]
            lines = [*_source(expected, statement, cast, record.report.text), *_kinds(expected, statement)]
            lines += [*_told_to(expected, statement, cast, record.report.text)]
            lines += [*_chain(expected, passage, statement, cast, record.report.text)]
            told += [label + line for line in lines]
    told += _identities(passage, found)
    return tuple(told)


def words_of(entity: Entity, text: str) -> set[str]:
    """All by which the report knows an entity: its name, its description, and every mention."""
    known = [entity.name, entity.description, *(text[slice(*span)] for span in entity.mentions)]
    return {plain(words) for words in known if words}


def _is(who: str, entity: Entity | None, text: str) -> bool:
    return entity is not None and plain(who) in words_of(entity, text)


def _shown(entity: Entity | None) -> str:
    return f"“{entity.name or entity.description or '?'}”" if entity else "nobody"


def _source(expected: Expected, statement: Statement, cast: dict[str, Entity], text: str) -> Iterator[str]:
    entity = cast.get(statement.entity or "")
    if expected.source == "":
        if entity:
            yield f"its source is {_shown(entity)}, expected nobody"
    elif expected.source == OPEN:
        own = plain(text[slice(*statement.source)]) if statement.source else ""
        if entity and words_of(entity, text) - {own}:
            yield f"its source is {_shown(entity)}, expected to stay open"
        maybe = [cast[each] for each in entity.candidates if each in cast] if entity else []
        for who in expected.candidates:
            if not any(_is(who, each, text) for each in maybe):
                yield f"“{who}” is not among its candidates"
    elif expected.source is not None and not _is(expected.source, entity, text):
        yield f"its source is {_shown(entity)}, expected “{expected.source}”"
    if entity and expected.named is not None and entity.named != expected.named:
        yield f"its source {_shown(entity)} is {'named' if entity.named else 'unnamed'}"
    if entity and expected.kind and entity.kind != expected.kind:
        yield f"its source {_shown(entity)} is a {entity.kind}, expected a {expected.kind}"


def _kinds(expected: Expected, statement: Statement) -> Iterator[str]:
    for key, wanted, given in (
        ("quote", expected.quote, statement.quote),
        ("act", expected.act, statement.act),
    ):
        if wanted is not None and wanted != given:
            yield f"{key} is {given}, expected {wanted}"


def _told_to(expected: Expected, statement: Statement, cast: dict[str, Entity], text: str) -> Iterator[str]:
    if expected.told_to is None:
        return
    told = [cast[each] for each in statement.told_to]
    for who in expected.told_to:
        if not any(_is(who, each, text) for each in told):
            yield f"told to {', '.join(map(_shown, told)) or 'nobody'}, expected “{who}”"


def _chain(
    expected: Expected, passage: Passage, statement: Statement, cast: dict[str, Entity], text: str
) -> Iterator[str]:
    if expected.chain is None:
        return
    if not statement.chain:
        yield "it has no chain"
        return
    publisher, *links = statement.chain
    if passage.outlet and not _is(passage.outlet, cast.get(publisher.entity or ""), text):
        yield f"its chain begins with {_shown(cast.get(publisher.entity or ''))}, expected “{passage.outlet}”"
    # An open end is a difference only where the passage says that the end is known, which then stands in its place.
    if links and links[-1].link == "unknown" and expected.chain[-1] != OPEN:
        links.pop()
    given = [(cast.get(each.entity or ""), each.link) for each in links]
    right = len(given) == len(expected.chain) and all(
        link == kind and (who == OPEN or _is(who, entity, text))
        for (entity, kind), who, link in zip(given, expected.chain, expected.links, strict=True)
    )
    if not right:
        shown = " <- ".join(f"{_shown(entity)} ({kind})" for entity, kind in given) or "nothing"
        wanted = " <- ".join(f"“{who}” ({link})" for who, link in zip(expected.chain, expected.links, strict=True))
        yield f"its chain goes on with {shown}, expected {wanted}"


def _identities(passage: Passage, found: dict[int, Statement]) -> Iterator[str]:
    """Statements of one source share its entity, and those of two do not."""
    known = [each for each in passage.expected if each.source and each.source != OPEN and each.index in found]
    for one, other in combinations(known, 2):
        same = same_words(one.source or "", other.source or "")
        if same != (found[one.index].entity == found[other.index].entity):
            kind = "two entities, expected one" if same else "one entity, expected two"
            yield f"statements {one.index} and {other.index} have {kind}"
