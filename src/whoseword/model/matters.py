"""What statements are about: times, quantities, events, what is owed, and the figures of a series.

>>> Due("not-set").value is None
True
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whoseword.model.reports import Span

TimeKind = Literal["DATE", "TIME", "DURATION", "SET"]
Bound = Literal["exact", "about", "at-least", "at-most", "range"]
Change = Literal["by", "to", "from"]
Vague = Literal[
    "all",
    "any",
    "some (unstated)",
    "unknown",
    "unknown, possibly none",
    "unchanged",
    "decrease, size unstated",
    "increase, size unstated",
]
EventMode = Literal["actual", "planned", "hypothetical", "negated"]
DueState = Literal["date", "condition", "not-set", "unstated"]
CommitmentStatus = Literal["agreed", "promised", "expected", "denied", "done", "broken", "postponed"]


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression after TIMEX3.

    `value` is as there ("2021-07", "P20Y", "PRESENT_REF"), or None if it needs a date that nobody gave. `begin`, `end`
    are ISO days (half-open) where the value is an interval of the calendar, `anchor` the words of the report that it
    was counted from where that is not the day of publication.
    """

    span: Span
    kind: TimeKind
    value: str | None
    mod: str | None = None
    begin: str | None = None
    end: str | None = None
    needs_publication_date: bool = False
    anchor: Span | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many or how much of something is said.

    `value` is the number, the lower end where `bound` is "range" (`high` is the upper one), or a word where no number
    is told ("all", "unchanged"). `unit` is a unit of the word list, else the counted noun as it stands, None where the
    words have neither; `of` what is counted, `where` the place it is counted in. `change` tells a difference or its
    ends ("by 300", "to 2,500", "from 5,200") from an amount.
    """

    span: Span
    value: float | Vague
    unit: str | None = None
    of: Span | None = None
    where: Span | None = None
    bound: Bound = "exact"
    high: float | None = None
    change: Change | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom.

    `predicate` is its head word; `category` after PLOVER or None; `times` are spans of `Time`s. `background` is true
    for what happened well before and is told again. `statement` is the innermost statement that tells it, None in the
    author's own voice.
    """

    id: str
    predicate: Span
    category: str | None
    mode: EventMode
    who: Span | None = None
    whom: Span | None = None
    where: Span | None = None
    times: tuple[Span, ...] = ()
    background: bool = False
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """By when something is owed.

    "not-set" is said of a due date that a report says does not exist; "unstated" if it says nothing; `value` is TIMEX3.
    """

    state: DueState
    value: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """What somebody has undertaken, on whose word.

    `statements` are the ids of those that carry it, none where the author tells it. `who` and `to_whom` are ids of
    entities; `doers` the words for who, also where no entity is.
    """

    id: str
    who: tuple[str, ...]
    to_whom: tuple[str, ...]
    what: Span
    due: Due
    condition: Span | None
    statements: tuple[str, ...]
    status: CommitmentStatus
    rule: str = ""
    doers: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity said of something at a time by someone: the point of a series.

    `statement` is None in the author's own voice; `time` is the span of the `Time` that dates it.
    """

    quantity: Span
    of: Span | None
    where: Span | None
    time: Span | None
    statement: str | None
