"""How promises and figures moved from one report to the next.

In: what is owed, and the series of figures. Out: `Changed` lines: a status, a due date, a value or how exact it is. A
report that repeats what is known makes none.

>>> [(line.kind, line.before_words, line.after_words) for line in promises_moved(gathered, owed)]
[('due', 'not set', '2031-06-01')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from whoseword.across import Changed, ChangeGrade, ChangeKind, Owed, Point, Series, Step
from whoseword.ledger.gathered import Gathered
from whoseword.ledger.order import Order, order
from whoseword.ledger.revised import short
from whoseword.ledger.said import AUTHOR

_NO_ORDER = "which report came first is not known: a day of publication is missing"
_UNDATED = "9999"


def promises_moved(gathered: Gathered, owed: Iterable[Owed]) -> Iterator[Changed]:
    """The steps of each promise that moved its status or its due date, in order."""
    for promise in owed:
        status = due = promise.steps[0] if promise.steps else None
        for step in promise.steps[1:]:
            if status is None or due is None or not step.moved:
                continue
            if step.status != status.status:
                yield _of_promise(gathered, promise, "status", (status, step), (status.status, step.status))
                status = step
            if step.due != "unstated" and (step.due, step.due_value) != (due.due, due.due_value):
                yield _of_promise(gathered, promise, "due", (due, step), (_due(due), _due(step)))
                due = step


def _due(step: Step) -> str:
    if step.due == "date":
        return step.due_value or "a date"
    return {"not-set": "not set", "condition": "on a condition", "unstated": "no date told"}[step.due]


def _of_promise(
    gathered: Gathered, promise: Owed, kind: ChangeKind, steps: tuple[Step, Step], words: tuple[str, str]
) -> Changed:
    before, after = steps
    graded, why = _grade_promise(kind, steps, words)
    return Changed(
        kind=kind,
        grade=graded,
        what=short(f"{', '.join(promise.who)}: {promise.words}" if promise.who else promise.words),
        before=before.ref,
        after=after.ref,
        before_words=words[0],
        after_words=words[1],
        day=after.day,
        why=f"{why}; {_words_of(gathered, before, after)}",
    )


def _grade_promise(kind: ChangeKind, steps: tuple[Step, Step], words: tuple[str, str]) -> tuple[ChangeGrade, str]:
    stood = _stand(steps[0].ref.report, steps[0].day, steps[1].ref.report, steps[1].day)
    if stood == "unknown":
        return "open", _NO_ORDER
    if kind == "due" and words[0] == "no date told":
        return "update", "a date is told that was not told before"
    if stood == "before":
        return "update", "a later report moves what was undertaken" if kind == "status" else "the date moved"
    if "denied" in words:
        return "conflict", "of one day, one side says that it is undertaken and the other that it is not"
    return "open", "two tellings of one day differ, and which of them is the later is not known"


def figures_moved(gathered: Gathered, series: Iterable[Series]) -> Iterator[Changed]:
    """Each new value of each series, in order of the reports; a value told before makes no line."""
    for one in series:
        points = sorted(one.points, key=lambda point: (point.day or _UNDATED, point.ref, point.span))
        known: list[Point] = []
        for point in (point for point in points if isinstance(point.value, float | int)):
            if known and all(_amount(point) != _amount(other) for other in known):
                yield _of_figure(gathered, one, known[-1], point)
            known.append(point)


def _amount(point: Point) -> tuple[object, ...]:
    return point.value, point.high, point.bound


def _of_figure(gathered: Gathered, series: Series, before: Point, after: Point) -> Changed:
    graded, why = _grade_figure(before, after)
    return Changed(
        kind="number",
        grade=graded,
        what=short(" in ".join([series.of, *([series.where] if series.where else [])])),
        before=before.ref,
        after=after.ref,
        before_words=before.words,
        after_words=after.words,
        day=after.day,
        why=f"{why}; {_words_of(gathered, before, after)}",
    )


def _grade_figure(before: Point, after: Point) -> tuple[ChangeGrade, str]:
    stood = _stand(before.ref.report, before.day, after.ref.report, after.day)
    of_days = order(before.of_day, after.of_day)
    inexact = "exact" in {before.bound, after.bound} and before.bound != after.bound
    if (before.value, before.high) == (after.value, after.high):
        return "reworded", "the number is the same, but one telling is more exact"
    if of_days in {"before", "after"}:
        return "update", "the figures are of different days"
    if stood == "unknown":
        return "open", _NO_ORDER
    if stood != "same":
        return "update", "a later report gives another number: both can have been so on their day"
    if inexact or before.bound != "exact" or of_days != "same":
        return "open", "two tellings of one day differ, but both may hold"
    return "conflict", "two tellings give another number for the same day"


def _stand(report: str, day: str | None, other: str, other_day: str | None) -> Order:
    return "same" if report == other else order(day, other_day)


def _words_of(gathered: Gathered, before: Step | Point, after: Step | Point) -> str:
    """On whose word both sides stand; the author of a report is told with the outlet."""
    one, other = (
        f"{AUTHOR}, {gathered.outlet(side.ref)}" if side.on_word_of == AUTHOR else side.on_word_of
        for side in (before, after)
    )
    return f"both times {other}" if one == other else f"before {one}, then {other}"


def in_order(lines: Sequence[Changed]) -> tuple[Changed, ...]:
    """Lines by day of the later report, then by matter; what has no day stands last."""
    return tuple(sorted(lines, key=lambda line: (line.day or _UNDATED, line.kind, line.what, str(line.after))))
