"""People's judgements: kept as they were made, never changed. A later one wins; undoing one is another one.

In: a connection that writes, what is judged, by whom and when. Out: the judgements, and those of them that stand.

    judge(connection, Verdict("same-source", one, other), author="R. Holt", when=now)
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Row, and_, insert, or_, select, update

from whoseword.errors import StoreError, UsageError
from whoseword.store.fields import check
from whoseword.store.forgetting import unsettle
from whoseword.store.naming import Named
from whoseword.store.rebuilding import rebuild
from whoseword.store.rows import spoken
from whoseword.store.tables import judgements as kept
from whoseword.store.unpacking import items_of
from whoseword.store.view_tables import viewed
from whoseword.store.views import UNITS

VerdictKind = Literal[
    "same-source",
    "not-same-source",
    "same-claim",
    "not-same-claim",
    "same-story",
    "not-same-story",
    "corrected",
    "hidden",
    "note",
    "undone",
]
PAIRS = ("same-source", "not-same-source", "same-claim", "not-same-claim", "same-story", "not-same-story")
_WANTED = {"source": {"entity"}, "claim": {"statement", "unit"}, "story": {"report"}}
_PLURAL = {"source": "sources", "claim": "statements", "story": "reports"}
LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Verdict:
    """What somebody says of a part, or of two.

    A correction has `field` and `value`, a note its text as `value`, an undone judgement its number.
    """

    kind: VerdictKind
    about: Named | None = None
    other: Named | None = None
    field: str | None = None
    value: str | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict as it was kept. `words` are those that were judged, `stands` whether it counts now."""

    number: int
    kind: VerdictKind
    about: str | None
    other: str | None
    field: str | None
    value: str | None
    undoes: int | None
    words: str | None
    author: str
    made: datetime
    stands: bool


def judge(connection: Connection, verdict: Verdict, *, author: str, when: datetime) -> int:
    """Keeps a verdict and gives its number.

    Raises:
        UsageError: the verdict makes no sense.
        StoreError: the judgement to undo is not there.
    """
    if not author.strip():
        raise UsageError("a judgement needs its author: give your name with --by")
    _check(connection, verdict)
    named = [each for each in (verdict.about, verdict.other) if each]
    if verdict.kind in PAIRS:
        named.sort(key=lambda each: each.name)
    words = " | ".join(words_of(connection, each) for each in named) or None
    names = [*(each.name for each in named), None, None]
    made = connection.execute(
        insert(kept).values(
            verdict=verdict.kind,
            about=names[0],
            other=names[1],
            field=verdict.field,
            value=verdict.value,
            undoes=verdict.undoes,
            words=words,
            author=author.strip(),
            made=when,
        )
    )
    _await(connection, verdict)
    key = made.inserted_primary_key
    return int(key[0]) if key else 0


def judgements(connection: Connection, about: str | None = None) -> list[Judgement]:
    """All judgements in the order in which they were made; `about`: only those of one report or part, by its name."""
    rows = connection.execute(select(kept).order_by(kept.c.number)).all()
    standing = _standing(rows)
    return [
        Judgement(
            number=row.number,
            kind=row.verdict,
            about=row.about,
            other=row.other,
            field=row.field,
            value=row.value,
            undoes=row.undoes,
            words=row.words,
            author=row.author,
            made=row.made,
            stands=row.number in standing,
        )
        for row in rows
        if about is None or about in {row.about, row.other}
    ]


def standing(connection: Connection, kinds: Collection[VerdictKind], key: str | None = None) -> list[Row[Any]]:
    """The judgements of these kinds that count, in order; with the `key` of a version, only those of it and its parts.

    Of a kind that has an opposite ("same-claim") both must be asked for, since a later one wins over the other.
    """
    asked: list[ColumnElement[bool]] = [kept.c.verdict.in_(kinds)]
    if key is not None:
        # A part is KEY/ID, and "0" comes after "/".
        asked += [kept.c.about >= key, kept.c.about < f"{key}0"]
    rows = connection.execute(
        select(kept).where(or_(and_(*asked), kept.c.verdict == "undone")).order_by(kept.c.number)
    ).all()
    counts = _standing(rows)
    return [row for row in rows if row.number in counts and row.verdict != "undone"]


def _await(connection: Connection, verdict: Verdict) -> None:
    """What a verdict changes, or one that is undone, waits: views of what is corrected, stories of what is judged."""
    kind, about, undoes = verdict.kind, verdict.about.name if verdict.about else "", verdict.undoes
    while undoes is not None:
        row = connection.execute(select(kept).where(kept.c.number == undoes)).one()
        kind, about, undoes = row.verdict, row.about or "", row.undoes
    key = about.partition("/")[0]
    if kind == "corrected":
        connection.execute(update(viewed).where(viewed.c.report == key).values(version=0))
    if kind.endswith("story") or (kind == "hidden" and about == key):
        unsettle(connection, key)


def _standing(rows: Sequence[Row[Any]]) -> set[int]:
    """The numbers of those that count: not undone, and none of the same question after them."""
    undone: set[int] = set()
    answered: set[tuple[object, ...]] = set()
    standing: set[int] = set()
    # From the last: whether an undoing stands must be known before what it undoes.
    for row in reversed(rows):
        if row.number in undone:
            continue
        if row.verdict == "undone":
            undone.add(row.undoes)
        question = _question(row)
        if question not in answered:
            answered.add(question)
            standing.add(row.number)
    return standing


def _question(row: Row[Any]) -> tuple[object, ...]:
    """What a judgement answers. Notes stand beside each other, so that each is a question of its own."""
    if row.verdict in {"note", "undone"}:
        return (row.verdict, row.number)
    return (row.verdict.removeprefix("not-"), row.about, row.other, row.field)


def _check(connection: Connection, verdict: Verdict) -> None:
    about, other = verdict.about, verdict.other
    if verdict.kind == "undone":
        there = select(kept.c.number).where(kept.c.number == verdict.undoes)
        if connection.execute(there).first() is None:
            raise StoreError(f"no judgement has the number {verdict.undoes}; whoseword judge list shows them")
        return
    if about is None:
        raise UsageError(f"{verdict.kind}: say what is judged, by its id")
    if verdict.kind in PAIRS:
        question = verdict.kind.rpartition("-")[2]
        if other is None or not {about.kind, other.kind} <= _WANTED[question]:
            raise UsageError(f"{verdict.kind} needs the ids of two {_PLURAL[question]}")
        if about.name == other.name:
            raise UsageError(f"{verdict.kind}: both ids are the same {about.kind}")
    if verdict.kind in {"corrected", "note"} and verdict.value is None:
        raise UsageError(f"{verdict.kind}: say what it should be")
    if verdict.kind == "corrected" and about.kind == "unit":
        raise UsageError("what an author tells is no part of the record that could be corrected")
    if verdict.kind == "corrected":
        check(rebuild(connection, about.key), about, verdict.field or "", verdict.value or "")


def words_of(connection: Connection, named: Named) -> str:
    """What was judged, in the report's words: to be understood when the report has changed."""
    if named.kind == "unit":
        units = items_of(connection, UNITS, [named.key]).values()
        return next((str(unit.words) for unit in units if unit.ref.part == named.part), "")
    record = rebuild(connection, named.key)
    text = record.report.text
    if named.part is None:
        return record.report.title or text[:LONGEST_TITLE].split("\n")[0]
    for entity in record.entities:
        if entity.id == named.part:
            return entity.name or entity.description or spoken(text, entity.mentions[:1])
    for statement in record.statements:
        if statement.id == named.part:
            return spoken(text, statement.content)
    spans = [event.predicate for event in record.events if event.id == named.part]
    spans += [commitment.what for commitment in record.commitments if commitment.id == named.part]
    return spoken(text, spans)
