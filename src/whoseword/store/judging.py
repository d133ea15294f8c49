"""People's judgements: kept as they were made, never changed. A later one wins; undoing one is another one.

In: a connection that writes, what is judged, by whom and when. Out: the judgements, and those of them that stand.

    judge(connection, Verdict("same-source", one, other), author="R. Holt", when=now)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, insert, select

from whoseword.errors import StoreError, UsageError
from whoseword.model import Commitment, Entity, Event, Report, Statement
from whoseword.store.naming import Named
from whoseword.store.rebuilding import rebuild
from whoseword.store.rows import spoken
from whoseword.store.tables import judgements as kept

VerdictKind = Literal[
    "same-source", "not-same-source", "same-claim", "not-same-claim", "corrected", "hidden", "note", "undone"
]
PAIRS = ("same-source", "not-same-source", "same-claim", "not-same-claim")
_NOUNS = {"report": Report, "entity": Entity, "statement": Statement, "event": Event, "commitment": Commitment}
_PLURAL = {"statement": "statements", "entity": "sources"}
LONGEST_TITLE = 120
# What is evidence is not corrected: another judgement would point at words that nobody can find.
_FIXED = {"id", "text", "path", "row", "parts"}


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
    words = " | ".join(_words(connection, each) for each in named) or None
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
        wanted = "statement" if verdict.kind.endswith("claim") else "entity"
        if other is None or {about.kind, other.kind} != {wanted}:
            raise UsageError(f"{verdict.kind} needs the ids of two {_PLURAL[wanted]}")
        if about.name == other.name:
            raise UsageError(f"{verdict.kind}: both ids are the same {wanted}")
    if verdict.kind == "corrected":
        known = sorted(field.name for field in fields(_NOUNS[about.kind]) if field.name not in _FIXED)
        if verdict.field not in known:
            raise UsageError(f"{about.kind} has no field {verdict.field!r} to correct; it has {', '.join(known)}")
    if verdict.kind in {"corrected", "note"} and verdict.value is None:
        raise UsageError(f"{verdict.kind}: say what it should be")


def _words(connection: Connection, named: Named) -> str:
    """What was judged, in the report's words: to be understood when the report has changed."""
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
