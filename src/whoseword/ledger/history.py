"""What reports tell of one promise, one after the other -> its steps, and where it stands at their end.

In: `Telling`s of one promise in order of the day that they were told. Out: its `Standing`: what moved it and when.

>>> standing(tellings, known).status
'postponed'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from whoseword.across import OwedStatus, Ref, Step
from whoseword.ledger.said import Known, on_word_of
from whoseword.model import Due, Record, Span

UNSTATED = Due("unstated")
# What was agreed is also still expected: a weaker word does not take a status back.
_RANK: dict[OwedStatus, int] = {"expected": 0, "promised": 1, "agreed": 2}


@dataclass(frozen=True, slots=True)
class Telling:
    """What one report tells of a promise: its commitment, or what became of it. `again`: in words printed before."""

    ref: Ref
    record: Record
    day: str | None
    status: OwedStatus
    sentence: Span
    statement: str | None
    due: Due = UNSTATED
    due_begin: str | None = None
    due_end: str | None = None
    condition: str | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """The steps of a promise, and where it stands: `end` is the first day on which it is overdue."""

    steps: tuple[Step, ...]
    status: OwedStatus
    due: Due
    end: str | None


def standing(tellings: Sequence[Telling], known: Known) -> Standing:
    """The history of one promise."""
    now, steps = tellings[0], [_step(tellings[0], known, moved=False)]
    for told in tellings[1:]:
        after, said = _after(now, told) if told.day is not None else (now, told)
        steps.append(_step(said, known, moved=after is not now))
        now = after
    return Standing(tuple(steps), now.status, now.due, now.due_end)


def _after(now: Telling, told: Telling) -> tuple[Telling, Telling]:
    """Where a promise stands once this is told too (`now` itself where nothing moved), and what is told by it."""
    after = now
    if _is_another_date(now, told):
        if _is_put_off(now, told):
            told = replace(told, status="postponed")
        after = replace(after, due=told.due, due_begin=told.due_begin, due_end=told.due_end)
    if _is_news(now.status, told.status):
        after = replace(after, status=told.status)
    if told.condition is not None and now.condition is None:
        after = replace(after, condition=told.condition)
    return after, told


def _is_another_date(now: Telling, told: Telling) -> bool:
    dated = told.due.state in {"date", "not-set"} and not told.again
    return dated and (told.due.state, told.due.value) != (now.due.state, now.due.value)


def _is_put_off(now: Telling, told: Telling) -> bool:
    """Whether who is to do it names a later day than was named before."""
    later = now.due_end is not None and told.due_begin is not None and told.due_begin >= now.due_end
    return later and told.status in {"promised", "agreed", "expected"} and now.status != "done"


def _is_news(now: OwedStatus, told: OwedStatus) -> bool:
    """Whether what is told is more than a weaker word for what is known, or what it was before."""
    if told in _RANK:
        return now == "denied" or (now in _RANK and _RANK[told] > _RANK[now])
    return told != now and (now, told) != ("broken", "not-done")


def _step(told: Telling, known: Known, *, moved: bool) -> Step:
    return Step(
        ref=told.ref,
        day=told.day,
        status=told.status,
        due=told.due.state,
        due_value=told.due.value,
        words=" ".join(told.record.report.text[slice(*told.sentence)].split()),
        span=told.sentence,
        on_word_of=on_word_of(told.record, told.statement, known),
        moved=moved,
    )
