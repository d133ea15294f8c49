"""Promises and changes across reports in; the same in words, each with the address of its words, out.

>>> due_words("date", "2031-12-01"), due_words("not-set", None)
('1 December 2031', 'no date set')
"""

from __future__ import annotations

from dataclasses import dataclass

from whoseword.across import Changed, Owed, OwedStatus, Ref
from whoseword.dossier.places import Places
from whoseword.dossier.spoken import spoken_day, spoken_value
from whoseword.dossier.svg import cut
from whoseword.model import DueState

STATUS: dict[OwedStatus, str] = {
    "agreed": "agreed",
    "promised": "promised",
    "expected": "expected",
    "denied": "denied",
    "done": "done",
    "partly": "partly done",
    "not-done": "not done",
    "broken": "not kept",
    "postponed": "put off",
}
GRADE = {
    "update": "an update: both can have been so, each on its day",
    "conflict": "a conflict: both cannot be so of the same day",
    "reworded": "told in other words",
    "open": "open: whether both hold cannot be told from the words",
}
KIND = {
    "number": "another number",
    "date": "another date",
    "polarity": "said, and said not to be so",
    "modality": "more or less firm",
    "scope": "wider or narrower",
    "wording": "other words",
    "status": "another status",
    "due": "another due date",
    "new": "new",
    "dropped": "no longer told",
}
_DUE = {"condition": "on a condition", "not-set": "no date set", "unstated": "not said"}
_WORDS = 220
_NAME = 80
_SETTLED = frozenset({"done", "denied"})


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of a promise: what a report says of it, and where."""

    day: str | None
    outlet: str
    status: str
    due: str | None
    words: str
    place: str | None
    on_word_of: str
    moved: bool


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A promise with its history. `related` are the numbers of others of the same ones on the same matter."""

    who: str
    to_whom: str
    words: str
    status: str
    due: str
    overdue: bool | None
    steps: tuple[StepLine, ...]
    related: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a change: its words, by which outlet on which day, and their address."""

    words: str
    outlet: str
    day: str | None
    place: str | None
    more: int = 0


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change in words; a side is None where nobody told it."""

    kind: str
    grade: str
    short: str
    what: str
    day: str | None
    before: Side | None
    after: Side | None
    why: str
    sort: str


def due_words(due: DueState, value: str | None) -> str:
    """By when: a date in words, that none is set, or that nothing is said."""
    if due == "date":
        return spoken_value(value) if value else "date not known"
    return _DUE[due]


def is_settled(owed: Owed) -> bool:
    """Whether nothing is left to wait for."""
    return owed.status in _SETTLED


def ledger_lines(owed: tuple[Owed, ...], places: Places) -> tuple[LedgerLine, ...]:
    """The lines of all promises, in order."""
    numbers = {each.id: number for number, each in enumerate(owed, start=1)}
    return tuple(
        LedgerLine(
            who=cut(", ".join(each.who), _NAME) or "Nobody named",
            to_whom=cut(", ".join(each.to_whom), _NAME),
            words=cut(each.words, _WORDS),
            status=STATUS[each.status],
            due=due_words(each.due, each.due_value),
            overdue=each.overdue,
            steps=tuple(_steps(each, places)),
            related=tuple(numbers[one] for one in each.related if one in numbers),
        )
        for each in owed
    )


def _steps(owed: Owed, places: Places) -> list[StepLine]:
    return [
        StepLine(
            day=spoken_day(step.day) if step.day else None,
            outlet=_outlet(step.ref, places),
            status=STATUS[step.status],
            due=due_words(step.due, step.due_value) if step.due != "unstated" else None,
            words=cut(step.words, _WORDS),
            place=places.where(step.ref, step.span),
            on_word_of=cut(step.on_word_of, _NAME),
            moved=step.moved,
        )
        for step in owed.steps
    ]


def change_line(changed: Changed, places: Places) -> ChangeLine:
    """A change in words. What is new, or no longer told, has one side, and so no grade."""
    is_one_sided = changed.kind in {"new", "dropped"}
    return ChangeLine(
        kind=KIND[changed.kind],
        grade="" if is_one_sided else GRADE[changed.grade],
        short="" if is_one_sided else changed.grade,
        what=cut(changed.what, _WORDS // 2),
        day=spoken_day(changed.day) if changed.day else None,
        before=_side(changed.before, changed.before_words, len(changed.before_units), places),
        after=_side(changed.after, changed.after_words, len(changed.after_units), places),
        why=cut(changed.why, 2 * _WORDS),
        sort=changed.kind,
    )


def _side(ref: Ref | None, words: str, told: int, places: Places) -> Side | None:
    if ref is None and not words:
        return None
    page = places.page(ref.report) if ref else None
    return Side(
        words=cut(_spoken(words), _WORDS),
        outlet=_outlet(ref, places) if ref else "",
        day=page.date if page else None,
        place=places.where(ref) if ref else None,
        more=max(0, told - 1),
    )


def _spoken(words: str) -> str:
    """What is no words of a report but a date or a status, as people say it."""
    if words in STATUS:
        return next(told for status, told in STATUS.items() if status == words)
    return spoken_day(words) or words


def _outlet(ref: Ref, places: Places) -> str:
    page = places.page(ref.report)
    return cut((page.record.report.outlet if page else None) or "outlet not known", _NAME)
