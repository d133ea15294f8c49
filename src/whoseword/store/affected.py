"""A report of which several versions are known -> everything that rested on words that were changed.

In: a connection and the report. Out: for each new version the parts of the one before it that stood on changed words,
those that rest on such a part ("the figure of that statement"), and the judgements that people made of them.

    for version in affected(connection, find_report(connection, "3f2a90")):
        print([rested.words for rested in version.parts])
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Literal

from sqlalchemy import Connection, select

from whoseword.model import Commitment, Entity, Event, Figure, Quantity, Record, Span, Statement, Time
from whoseword.store.judging import Judgement, judgements
from whoseword.store.keeping import Revision
from whoseword.store.naming import Named
from whoseword.store.rebuilding import rebuild
from whoseword.store.rows import spoken
from whoseword.store.shape import loaded
from whoseword.store.tables import changes, reports
from whoseword.store.wording import Edit, touches

RestedKind = Literal["entity", "statement", "time", "quantity", "event", "commitment", "figure"]
Part = Entity | Statement | Time | Quantity | Event | Commitment | Figure
_KINDS: dict[type, RestedKind] = {
    Entity: "entity",
    Statement: "statement",
    Time: "time",
    Quantity: "quantity",
    Event: "event",
    Commitment: "commitment",
    Figure: "figure",
}


@dataclass(frozen=True, slots=True)
class Changed:
    """Words of a report before and after; empty where there were none."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Rested:
    """A part of the earlier version, its words, the changes under it, and the ids of parts that it rests on."""

    kind: RestedKind
    id: str | None
    words: str
    changes: tuple[Changed, ...]
    through: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Affected:
    """One new version: `key` and `number` of it, `before` the key of the version that it followed."""

    key: str
    number: int
    id: str
    before: str
    revision: Revision
    changes: tuple[Changed, ...]
    parts: tuple[Rested, ...]
    judgements: tuple[Judgement, ...]


def affected(connection: Connection, named: Named) -> list[Affected]:
    """What each new version of this report touched, the first version first. None, where there is one version."""
    lineage = select(reports.c.lineage).where(reports.c.key == named.key).scalar_subquery()
    steps = (
        select(changes, reports.c.number, reports.c.id)
        .join(reports, reports.c.key == changes.c.after)
        .where(reports.c.lineage == lineage)
        .order_by(reports.c.number)
    )
    return [_affected(connection, step) for step in connection.execute(steps).all()]


def _affected(connection: Connection, step: Any) -> Affected:
    revision = loaded(Revision, step.exact)
    record, after = rebuild(connection, step.before), rebuild(connection, step.after).report.text
    parts = rested(record, after, revision.edits)
    about = {f"{step.before}/{part.id}" for part in parts if part.id} | {step.before}
    judged = [each for each in judgements(connection) if {each.about, each.other} & about]
    changed = tuple(_changed(edit, record.report.text, after) for edit in revision.edits)
    return Affected(step.after, step.number, step.id, step.before, revision, changed, parts, tuple(judged))


def rested(record: Record, after: str, edits: tuple[Edit, ...]) -> tuple[Rested, ...]:
    """The parts of `record` that rest on words which `edits` changed into those of `after`."""
    before = record.report.text
    direct: dict[int, tuple[Changed, ...]] = {}
    found = _parts(record)
    for place, part in enumerate(found):
        spans = list(_spans(part))
        direct[place] = tuple(
            _changed(edit, before, after) for edit in edits if any(touches(edit, span, before, after) for span in spans)
        )
    fallen = {_id(part) for place, part in enumerate(found) if direct[place] and _carries(part, edits, before, after)}
    fallen.discard("")
    through: dict[int, tuple[str, ...]] = {}
    grew = True
    while grew:
        through = {place: tuple(sorted(_leans_on(part) & fallen)) for place, part in enumerate(found)}
        more = {_id(part) for place, part in enumerate(found) if through[place]} - fallen - {""}
        fallen |= more
        grew = bool(more)
    return tuple(
        Rested(_KINDS[type(part)], _id(part) or None, _words(part, before), direct[place], through[place])
        for place, part in enumerate(found)
        if direct[place] or through[place]
    )


def _parts(record: Record) -> list[Part]:
    return [
        *record.entities,
        *record.statements,
        *record.times,
        *record.quantities,
        *record.events,
        *record.commitments,
        *record.figures,
    ]


def _spans(noun: object) -> Iterator[Span]:
    """Every span in a noun, however deep."""
    if isinstance(noun, tuple) and len(noun) == 2 and all(type(end) is int for end in noun):
        yield (noun[0], noun[1])
    elif isinstance(noun, tuple):
        for each in noun:
            yield from _spans(each)
    elif is_dataclass(noun):
        for field in fields(noun):
            yield from _spans(getattr(noun, field.name))


def _carries(part: Part, edits: tuple[Edit, ...], before: str, after: str) -> bool:
    """Whether what rests on this part falls with it: not, if only a "he" for somebody changed and not the name."""
    if not isinstance(part, Entity):
        return True
    meant_by_others = {resolved.span for resolved in part.resolved}
    own = [span for span in part.mentions if span not in meant_by_others]
    return any(touches(edit, span, before, after) for edit in edits for span in own)


def _leans_on(part: Part) -> set[str]:
    """The ids of the parts without which this one would not be there, or not be so."""
    match part:
        case Statement():
            denied = part.denies.statement if part.denies else None
            leant = {part.entity, part.within, denied, *(link.entity for link in part.chain)}
            return {each for each in leant if each and each != part.id}
        case Event() | Figure():
            return {part.statement} if part.statement else set()
        case Commitment():
            return {*part.statements, *part.who, *part.to_whom}
        case _:
            return set()


def _id(part: Part) -> str:
    return "" if isinstance(part, (Time, Quantity, Figure)) else part.id


def _words(part: Part, text: str) -> str:
    match part:
        case Entity():
            return part.name or part.description or spoken(text, part.mentions[:1])
        case Statement():
            return spoken(text, part.content) or spoken(text, part.cue)
        case Event():
            return spoken(text, [part.predicate])
        case Commitment():
            return spoken(text, [part.what])
        case Figure():
            return spoken(text, [part.quantity])
        case _:
            return spoken(text, [part.span])


def _changed(edit: Edit, before: str, after: str) -> Changed:
    return Changed(before[slice(*edit.before)].strip(), after[slice(*edit.after)].strip())
