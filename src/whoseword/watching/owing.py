"""Promises that a watch looks out for -> its notices "due": what is due, overdue, kept, broken or put off.

for notice in due(wanted, matter, news, look):
    print(notice.line)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from whoseword.across import Owed, OwedStatus, Step
from whoseword.across.intake import Notice
from whoseword.model import hashed_id
from whoseword.statements.time_values import days_of
from whoseword.watching.lines import placed, quoted
from whoseword.watching.matter import Look, Matter, days_before, due_about
from whoseword.watching.news import News
from whoseword.watching.wanted import Wanted

# What a report can say that became of a promise.
BECAME: dict[OwedStatus, str] = {
    "done": "said to be kept",
    "partly": "said to be kept in part",
    "not-done": "said not to be kept yet",
    "broken": "said to be broken",
    "denied": "denied to be promised",
    "postponed": "put off",
}
# What is over is not due any more.
_OVER: frozenset[OwedStatus] = frozenset({"done", "denied"})


def due(wanted: Wanted, matter: Matter, news: News, look: Look) -> list[Notice]:
    """The notices of one watch: first what new reports say became of a promise, then what comes due by the day."""
    matching = [owed for owed in matter.owed if any(wanted.is_about(spoken) for spoken in matter.promised[owed.id])]
    changed = [notice for owed in matching for notice in _changed(wanted, owed, matter, news)]
    return [*changed, *_falling_due(wanted, matching, matter, look)]


def _changed(wanted: Wanted, owed: Owed, matter: Matter, news: News) -> Iterable[Notice]:
    for place, (before, step) in enumerate(zip(owed.steps, owed.steps[1:], strict=False), 1):
        version = matter.version(step.ref)
        # Of what nobody here told that it was promised, nothing is said to be broken or kept.
        promised = any(each.status not in BECAME for each in owed.steps[:place])
        if not news.is_new(step.ref) or version is None or not promised:
            continue
        if not (step.moved or step.status in BECAME) or (before.ref.report == step.ref.report and not step.moved):
            continue
        line = f"Watch {wanted.watch.number}: {_became(before, step)}, on the word of {step.on_word_of} in "
        yield Notice(
            watch=wanted.watch.number,
            kind="due",
            about=hashed_id("status", version.lineage, step.status, step.due_value),
            line=f"{line}{placed(version.outlet, version.published)}: {quoted(step.words)} (promised: {_told(owed)})",
            words=version.text[slice(*step.span)],
            report=version.id,
            span=step.span,
        )


def _became(before: Step, step: Step) -> str:
    due_on = f" to {step.due_value}" if step.due_value and step.due_value != before.due_value else ""
    if step.status in BECAME:
        return f"{BECAME[step.status]}{due_on if step.status == 'postponed' else ''}"
    if due_on:
        return f"now due {step.due_value}"
    return "no day is set any more" if step.due == "not-set" else f"now {step.status}"


def _falling_due(wanted: Wanted, matching: Iterable[Owed], matter: Matter, look: Look) -> Iterable[Notice]:
    """One notice for all that is due on one day."""
    by_day: dict[tuple[str, str], list[Owed]] = defaultdict(list)
    for owed in matching:
        state = look.state(wanted, owed.due_value)
        if state and owed.status not in _OVER and owed.due_value:
            by_day[state, owed.due_value].append(owed)
    for (state, value), together in sorted(by_day.items()):
        owed, days = together[0], days_of(value)
        told = next((step for step in reversed(owed.steps) if step.due_value == value), owed.steps[0])
        version = matter.version(told.ref)
        if version is None or days is None:
            continue
        last = days_before(days[1], 1)
        silent = "" if owed.status in BECAME and owed.status != "postponed" else " and not told here to be kept"
        when = f"overdue since {days[1]}{silent}" if state == "overdue" else f"due on {last}"
        more = f" (and {len(together) - 1} more of that day)" if len(together) > 1 else ""
        place = f"on the word of {told.on_word_of} in {placed(version.outlet, version.published)}"
        yield Notice(
            watch=wanted.watch.number,
            kind="due",
            about=due_about(state, value),
            line=f"Watch {wanted.watch.number}: {when}: {_told(owed)}, {place}{more}",
            words=version.text[slice(*told.span)],
            report=version.id,
            span=told.span,
        )


def _told(owed: Owed) -> str:
    who = " and ".join(owed.who)
    return f"{who}: {quoted(owed.words)}" if who else quoted(owed.words)
