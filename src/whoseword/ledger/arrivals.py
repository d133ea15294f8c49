"""What a later report tells that no earlier one told, and what later ones no longer mention.

In: what was gathered, the events that are one, and what is owed. Out: `Changed` lines "new" and "dropped". Only what
has weight is new: a dated event with named people that cannot have been told before, or a claim with names that others
take up. Something counts as dropped only where reports that tell much of the rest could be expected to tell it.

>>> [(line.kind, line.what) for line in arrived(gathered)]
[('new', 'the guild shelled Tarn')]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whoseword.across import Changed, Deed, Owed, Ref, Step
from whoseword.ledger.differing import in_common, sense
from whoseword.ledger.gathered import Gathered
from whoseword.ledger.happening import Happening
from whoseword.ledger.matters import Matters
from whoseword.ledger.order import days, order
from whoseword.ledger.retold import clearest, retold, words_of
from whoseword.ledger.revised import short

# A report is expected to tell a promise again where it tells this share of the units of the report that carried it.
EXPECTED = 0.25
FEW = 2  # reports: in a story of so few, nothing can be taken up
TAKEN_UP = 3  # reports that tell an undated event before it is taken for fresh
FRESH = 3  # days
FEWEST_WORDS = 3
_UNDATED = "9999"


def arrived(gathered: Gathered) -> Iterator[Changed]:
    """Events that happened since the report before, and claims that were not there before and are taken up."""
    published = sorted({day for report in gathered.records if (day := gathered.day(report))})
    if len(published) < 2:
        return
    told: set[Ref] = set()
    known: set[tuple[str, str]] = set()
    for group in retold(gathered):
        told.update(happening.ref for happening in group if len(group) > 1)
        # The same done to the same one again is mostly the same event, told in words that did not join.
        matters = set(_matters(group))
        if _is_fresh(gathered, group, published) and not matters & known and not _is_known(gathered, group):
            known |= matters
            line = _of_event(gathered, group)
            if " . " not in line.what and len(line.what.split()) >= FEWEST_WORDS:
                yield line
    yield from _claims(gathered, published[0], told)


def _is_fresh(gathered: Gathered, group: Sequence[Happening], published: Sequence[str]) -> bool:
    """Whether the event happened after the report before the one that tells it first, and has weight.

    Without a date, what several outlets tell and the first of them does not tell as past is taken for fresh.
    """
    first = group[0]
    day, begin = gathered.day(first.ref.report), max((h.deed.begin for h in group if h.deed.begin), default=None)
    before = [other for other in published if day is not None and order(other, day) == "before"]
    if not before or first.deed.mode != "actual":
        return False
    if not any(h.is_event and (h.deed.who or h.deed.whom) for h in group):
        return False
    if (begin is None and not _is_news(group)) or (begin is not None and begin < before[-1] and not _leads(group, day)):
        return False
    named = any(argument.name for happening in group for argument in (*happening.deed.who, *happening.deed.whom))
    return (named and _has_weight(gathered, group)) or (_leads(group, day) and any(h.names for h in group))


def _matters(group: Sequence[Happening]) -> Iterator[tuple[str, str]]:
    """The same done to the same one, and the same kind of thing on the same day."""
    for happening in group:
        deed = happening.deed
        for meant in (*deed.meanings, deed.lemma):
            yield from ((meant, side.name.split()[-1]) for side in deed.whom if side.name)
            if deed.begin:
                yield meant, deed.begin


def _is_known(gathered: Gathered, group: Sequence[Happening]) -> bool:
    """Whether a report before, with a name in common, tells the like of that very day, if only as possible."""
    first = group[0]
    senses = {meant for happening in group for meant in (*happening.deed.meanings, happening.deed.lemma)}
    dates = {happening.dates for happening in group if happening.deed.begin}
    names = {name for happening in group for name in happening.names}
    earlier = (unit for ref, unit in gathered.units.items() if gathered.order(ref, first.ref) == "before")
    return any(
        (deed.begin, deed.end) in dates and senses & {*deed.meanings, deed.lemma}
        for unit in earlier
        if names & {*unit.names}
        for deed in unit.deeds
    )


def _is_news(group: Sequence[Happening]) -> bool:
    """Whether an undated event is told as news: by several reports, none of them as past, at the head of one."""
    reports = {happening.ref.report for happening in group}
    past = any(happening.background for happening in group)
    return len(reports) >= TAKEN_UP and not past and any(happening.stands != "body" for happening in group)


def _leads(group: Sequence[Happening], day: str | None) -> bool:
    """Whether a heading or a lead tells it as what happened in the days before."""
    told, exact = days(day), [(h, days(h.deed.begin), days(h.deed.end)) for h in group if h.is_event and h.deed.main]
    return told is not None and any(
        h.stands != "body" and begin and end and (end[0] - begin[0]).days <= 1 and (told[0] - begin[0]).days <= FRESH
        for h, begin, end in exact
    )


def _has_weight(gathered: Gathered, group: Sequence[Happening]) -> bool:
    """Told by several outlets, or in a story of so few reports that nothing can be taken up."""
    return len(gathered.records) <= FEW or len({gathered.outlet(happening.ref) for happening in group}) > 1


def _of_event(gathered: Gathered, group: Sequence[Happening]) -> Changed:
    first, clear = group[0], clearest(gathered, group)
    unit = first.units[0]
    more = len({happening.ref.report for happening in group}) - 1
    told = "no earlier report tells of it"
    return Changed(
        kind="new",
        grade="update",
        what=short(words_of(gathered, clear)),
        before=None,
        after=unit,
        after_words=short(words_of(gathered, first)),
        day=gathered.day(first.ref.report),
        why=f"{told}; first told by {gathered.teller(unit)}{_taken_up(more)}",
    )


def _taken_up(more: int) -> str:
    return "" if more < 1 else f", then by {more} more report{'s' if more > 1 else ''}"


def _claims(gathered: Gathered, first_day: str, told: set[Ref]) -> Iterator[Changed]:
    """Claims of sources that a later report brings in and another takes up."""
    matters = Matters.of(gathered, {"same"})
    known = Matters.of(gathered, {"same", "matter"})
    for first, members in sorted(matters.members.items(), key=lambda item: gathered.place(item[0])):
        unit, day = gathered.units[first], gathered.day(first.report)
        reports = {member.report for member in members}
        # What one outlet prints again and again is mostly its own furniture.
        if len({gathered.outlet(member) for member in members}) < 2 or known.of_unit(first) != first:
            continue
        named = any(side.name for deed in unit.deeds for side in (*deed.who, *deed.whom))
        if unit.voice != "statement" or not named:
            continue
        if order(first_day, day) != "before" or _tells(gathered, members, told):
            continue
        why = f"no earlier report tells of it; first told by {gathered.teller(first)}{_taken_up(len(reports) - 1)}"
        yield Changed("new", "update", short(unit.words), None, first, "", short(unit.words), day, why)


def _tells(gathered: Gathered, members: Sequence[Ref], events: set[Ref]) -> bool:
    """Whether a unit tells one of these events: of that the timeline speaks."""
    return any(
        Ref(ref.report, deed.event) in events for ref in members for deed in gathered.units[ref].deeds if deed.event
    )


def dropped(gathered: Gathered, owed: Sequence[Owed]) -> Iterator[Changed]:
    """Promises that the later reports on their matter do not mention any more."""
    for promise in owed:
        last = promise.steps[-1] if promise.steps else None
        if last is None or last.ref.report not in gathered.records or promise.status in {"done", "broken", "denied"}:
            continue
        later = _expected(gathered, last)
        carried = len({step.ref.report for step in promise.steps})
        enough = min(carried, len(later)) > 1 or (later and len(gathered.records) <= FEW)
        promised = [deed for step in promise.steps for deed in _deeds(gathered, step)] if enough else []
        if promised and not any(_mentions(gathered, promised, report) for report in later):
            yield _of_dropped(gathered, promise, last, later)


def _expected(gathered: Gathered, last: Step) -> list[str]:
    """Later reports that tell a good part of what the report with the last step tells."""
    here = {ref for ref in gathered.units if ref.report == last.ref.report}
    told: dict[str, set[Ref]] = {}
    for match in gathered.matches:
        for unit, other in ((match.a, match.b), (match.b, match.a)):
            if unit in here and order(last.day, gathered.day(other.report)) == "before":
                told.setdefault(other.report, set()).add(unit)
    return sorted(
        (report for report, units in told.items() if len(units) >= EXPECTED * len(here)),
        key=lambda report: (gathered.day(report) or _UNDATED, report),
    )


def _deeds(gathered: Gathered, step: Step) -> list[Deed]:
    """The predicates inside the words of what was undertaken, or of the sentence if these are not known."""
    record = gathered.records.get(step.ref.report)
    made = next((c for c in record.commitments if c.id == step.ref.part), None) if record else None
    start, end = made.what if made else step.span
    units = (unit for ref, unit in gathered.units.items() if ref.report == step.ref.report)
    return [deed for unit in units for deed in unit.deeds if start <= deed.predicate[0] < end]


def _mentions(gathered: Gathered, promised: Sequence[Deed], report: str) -> bool:
    """Whether a predicate of the report is like one that was undertaken, and has somebody or something of it."""
    told = [deed for ref, unit in gathered.units.items() if ref.report == report for deed in unit.deeds]
    return any(sense(x, y) and in_common(x, y) for x in promised for y in told)


def _of_dropped(gathered: Gathered, promise: Owed, last: Step, later: Sequence[str]) -> Changed:
    outlets = ", ".join(dict.fromkeys(gathered.records[report].report.outlet or report for report in later))
    return Changed(
        kind="dropped",
        grade="open",
        what=short(f"{', '.join(promise.who)}: {promise.words}" if promise.who else promise.words),
        before=last.ref,
        after=None,
        before_words=short(last.words),
        day=gathered.day(later[0]),
        why=_silent(len(later), outlets),
    )


def _silent(count: int, outlets: str) -> str:
    what = "one later report" if count == 1 else f"{count} later reports"
    return f"{what} on the same matter ({outlets}) said nothing of it; that does not mean that it no longer holds"
