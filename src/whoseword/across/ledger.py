"""What is followed through a story: promises, figures, changes and what happened.

>>> Changed("due", "update", "the end of the works", None, None).grade
'update'
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whoseword.across.matches import Difference
from whoseword.across.places import Reason, Ref
from whoseword.model import Bound, DueState, EventMode, Span

OwedStatus = Literal["agreed", "promised", "expected", "denied", "done", "partly", "not-done", "broken", "postponed"]
ChangeKind = Literal["number", "date", "polarity", "modality", "scope", "wording", "status", "due", "new", "dropped"]
ChangeGrade = Literal["update", "conflict", "reworded", "open"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the history of a promise: what a report says of it, on whose word, and the words that say so.

    "partly": some of it is done; "not-done": it is told that nothing was, and nobody is said to have broken it.
    """

    ref: Ref
    day: str | None
    status: OwedStatus
    due: DueState
    due_value: str | None
    words: str
    span: Span
    on_word_of: str
    moved: bool


@dataclass(frozen=True, slots=True)
class Owed:
    """A commitment across reports. `overdue` is None where no date was given, or none is as of which to look.

    `about` are the groups and stems of what is undertaken, sorted; `related` the ids of other promises of the same ones
    on the same matter.
    """

    id: str
    who: tuple[str, ...]
    to_whom: tuple[str, ...]
    words: str
    steps: tuple[Step, ...]
    status: OwedStatus
    due: DueState
    due_value: str | None
    overdue: bool | None = None
    about: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a series: what amount, said by whom, in which report, of which day."""

    ref: Ref
    span: Span
    value: float | str
    high: float | None
    bound: Bound
    words: str
    on_word_of: str
    day: str | None
    of_day: str | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one thing in one place by one definition, in order of the day that they are of.

    `reasons` are sentences of later reports that say themselves which earlier figure they correct.
    """

    id: str
    of: str
    where: str | None
    unit: str | None
    definition: str | None
    points: tuple[Point, ...]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """What a later report changes. `grade` is "conflict" only where both cannot be said of the same day.

    `before_units`, `after_units` are all places of a side where one line covers several, the one shown first.
    """

    kind: ChangeKind
    grade: ChangeGrade
    what: str
    before: Ref | None
    after: Ref | None
    before_words: str = ""
    after_words: str = ""
    day: str | None = None
    why: str = ""
    before_units: tuple[Ref, ...] = ()
    after_units: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Happened:
    """An entry of the timeline: when it happened (`begin`, `end`, half-open ISO days) and when it was first printed.

    `units` are all who tell it, `spans` the clause of each; `sources` on whose word they stand; `mode` as the latest
    report has it. `weight` is the greater the more a reader misses the entry: see `ledger/timeline.py`.
    """

    id: str
    words: str
    begin: str | None
    end: str | None
    printed: str | None
    mode: EventMode
    units: tuple[Ref, ...]
    sources: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    spans: tuple[Span, ...] = ()
    weight: int = 0
