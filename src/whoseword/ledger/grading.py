"""How two tellings that differ stand to each other: an update, a conflict, other words, or open.

In: a difference that was weighed, and what was gathered. Out: the grade and why, in plain words. Two reports of
different days that differ are no conflict: both can have been true on their day, unless one expressly denies what the
other says has happened. Where no order is known, or one side is only possible, nothing is decided.

>>> grade(gathered, found, weighed)
('update', 'a later report gives another number: both can have been so on their day')
"""

from __future__ import annotations

from whoseword.across import Argument, ChangeGrade, Deed
from whoseword.ledger.differing import Differing
from whoseword.ledger.gathered import Gathered
from whoseword.ledger.weighing import Weighed

Graded = tuple[ChangeGrade, str]

NO_ORDER = "which report came first is not known: a day of publication is missing or not exact"


def grade(gathered: Gathered, found: Differing, weighed: Weighed) -> Graded:
    """How the later unit stands to the earlier one where they differ, and why."""
    if weighed.kind == "wording":
        return "reworded", f"the same is told in another word, “{weighed.before}” and “{weighed.after}”"
    if found.order == "unknown":
        return "open", NO_ORDER
    if weighed.kind == "polarity":
        graded, why = _of_polarity(gathered, found)
    elif weighed.kind == "modality":
        graded, why = _of_strength(found)
    elif weighed.kind == "date":
        graded, why = _of_dates(found)
    else:
        graded, why = _of_numbers(gathered, found)
    scope = _scope(gathered, found)
    return ("open" if graded == "conflict" and scope else graded), why + scope


def _of_polarity(gathered: Gathered, found: Differing) -> Graded:
    """One says it, the other says that it is not so."""
    units = (gathered.units[found.before], gathered.units[found.after])
    modes = set(found.modes)
    if "hypothetical" in modes:
        return "open", "one side says that it is not so, the other only that it may be or should be"
    if found.order == "same":
        if found.match.grade != "same" and "denial" not in {unit.act for unit in units}:
            return "open", "of one day, one side says that it is not so; whether both speak of the same cannot be told"
        return "conflict", "of one day, one side says it and the other that it is not so"
    if "planned" in modes:
        return "update", "what was to come is said otherwise on a later day: both can have been so on their day"
    if "denial" in {unit.act for unit in units}:
        return "conflict", "one side expressly denies what the other says has happened"
    return "open", "one side says that it happened, the other that it did not; the reports are of different days"


def _of_strength(found: Differing) -> Graded:
    if found.order == "same":
        return "open", "one side says more than the other, and both may hold"
    before, after = found.modes
    if after == "actual":
        return "update", "what an earlier report says of what is to come, a later one says has happened"
    if before == "actual":
        return "open", "a later report says of what is to come what an earlier one says has happened"
    return "update", "the later report says it more firmly, or less: both can have been so on their day"


def _of_dates(found: Differing) -> Graded:
    if set(found.modes) == {"actual"}:
        return "open", "the reports give two dates for what happens once; a date may be counted from another clock"
    if found.order == "same":
        return "open", "two tellings of one day give two dates; they may be of two steps"
    return "update", "a later report gives another date for what was to come"


def _of_numbers(gathered: Gathered, found: Differing) -> Graded:
    """Numbers of one day conflict only where both are exact and of the same."""
    spans = found.difference.spans
    sides = ((found.before, spans[0]), (found.after, spans[1]))
    bounds = {amount.bound for ref, span in sides for amount in gathered.units[ref].amounts if amount.span == span}
    if found.order != "same":
        return "update", "a later report gives another number: both can have been so on their day"
    if bounds != {"exact"} or found.match.grade != "same":
        return "open", "two tellings of one day give two numbers, but both may hold"
    return "conflict", "two tellings of one day give two numbers for the same"


# Scope


def _scope(gathered: Gathered, found: Differing) -> str:
    """What one side says it of and the other does not: "combat troops" and "US troops"."""
    x, y = (_like(deed, found.shared) for deed in found.deeds)
    if x is None or y is None or x.name or y.name or set(x.words) == set(y.words):
        return ""
    texts = [gathered.records[ref.report].report.text for ref in (found.before, found.after)]
    one, other = (" ".join(text[slice(*side.span)].split()) for text, side in zip(texts, (x, y), strict=True))
    return f", and one speaks of “{one}”, the other of “{other}”" if one.casefold() != other.casefold() else ""


def _like(deed: Deed, shared: Argument) -> Argument | None:
    """The argument of a deed that is the shared one, or means the same."""
    for argument in (*deed.whom, *deed.who, *deed.also):
        if argument.head == shared.head or set(argument.meanings) & set(shared.meanings):
            return argument
    return None
