"""What happened when, as reports tell it: by the time of the event, and by the time of the report.

In: records, their units of telling, and the matches between those. Out: `Happened` entries, by event day. An event
without a date has none here either: it stands at the day on which it was first printed, and only `printed` tells it.
An entry is what is dated, what a heading or a lead tells, and what several outlets tell; of a long story only the
entries that weigh most.

>>> [(entry.begin, entry.printed, entry.mode) for entry in timeline(records, units, matches)]
[('2031-05-02', '2031-05-08', 'actual'), (None, '2031-05-09', 'planned')]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from whoseword.across import Difference, Happened, Match, Ref, Told
from whoseword.ledger.differing import Differing, differing
from whoseword.ledger.gathered import Gathered, gather
from whoseword.ledger.happening import Happening, Interval
from whoseword.ledger.order import days
from whoseword.ledger.retold import clearest, retold, words_of
from whoseword.model import Record, Span, hashed_id

# A date longer than this many days ("since the 1990s") is no place on a line.
LONGEST_DATE = 366
FEWEST_WORDS = 3
# Entries that a reader can go through; more are told only on request.
MOST_ENTRIES = 80
# What an entry weighs: who tells it counts most, then where it stands; found by eye on the headings of six stories.
_OUTLET, _REPORT, _MOST_OUTLETS, _MOST_REPORTS = 4, 1, 4, 8
_HEADING, _LEAD, _DAY, _NAMED, _OLD, _PASSING = 4, 2, 3, 1, -6, -2
LONG_AGO = 120  # days before the first report that tells it
EXACT = 31  # days
_LATE = "9999"


def timeline(
    records: Sequence[Record], units: Iterable[Told], matches: Iterable[Match], *, all_events: bool = False
) -> tuple[Happened, ...]:
    """The entries in order of event day; what has no event day stands at the day of its first report.

    With `all_events` every event is an entry, also those that one report mentions in passing and without a date.
    """
    gathered = gather(records, units, matches)
    groups = [group for group in retold(gathered) if all_events or _is_worth_an_entry(gathered, group)]
    found: defaultdict[Ref, list[Differing]] = defaultdict(list)
    for one in differing(gathered):
        found[one.before].append(one)
    entries = _once(_entry(gathered, group, found) for group in groups)
    if not all_events:
        entries = sorted(entries, key=lambda entry: (-entry.weight, entry.id))[:MOST_ENTRIES]
    return tuple(sorted(entries, key=_when))


def _when(entry: Happened) -> tuple[str, bool, str, str]:
    """A day that was only printed stands behind the events of that day."""
    return (entry.begin or entry.printed or _LATE, entry.begin is None, entry.end or _LATE, entry.id)


def _once(entries: Iterable[Happened]) -> list[Happened]:
    """Of entries in the same words of one day, as of two predicates in one clause, the one that weighs most."""
    kept: dict[tuple[str, str | None], Happened] = {}
    for entry in (entry for entry in entries if len(entry.words.split()) >= FEWEST_WORDS):
        key = (entry.words.casefold(), entry.begin or entry.printed)
        if key not in kept or (entry.weight, kept[key].id) > (kept[key].weight, entry.id):
            kept[key] = entry
    return list(kept.values())


def _is_worth_an_entry(gathered: Gathered, group: Sequence[Happening]) -> bool:
    events = [happening for happening in group if happening.is_event]
    told = [happening for happening in events if happening.deed.who or happening.deed.whom]
    if not told:
        return False
    # What one outlet prints twice may be its furniture, and is worth an entry only by itself.
    if _tellers(gathered, group) > 1:
        return True
    again = len({happening.ref.report for happening in group}) > 1 and any(h.background for h in group)
    leads = any(h.stands != "body" and _is_told_there(h) for h in told)
    return again or leads or any(_is_short(happening.dates) for happening in told)


def _tellers(gathered: Gathered, group: Sequence[Happening]) -> int:
    """How many outlets tell it, each in words of its own: a copied passage is told once."""
    outlets = {gathered.outlet(happening.ref) for happening in group}
    words = {gathered.units[u].stems if u in gathered.units else (str(u),) for h in group for u in h.units[:1]}
    return min(len(outlets), len(words))


def _is_told_there(happening: Happening) -> bool:
    """Whether a heading or a lead tells it as its news; what is to come, or is not so, is news only in a heading."""
    return happening.deed.main and (happening.deed.mode == "actual" or happening.stands == "heading")


def _is_short(dates: Interval) -> bool:
    length = _length(dates)
    return length is not None and length <= LONGEST_DATE


def _length(dates: Interval) -> int | None:
    begin, end = days(dates[0]), days(dates[1])
    return (end[0] - begin[0]).days if begin and end else None


def _entry(gathered: Gathered, group: Sequence[Happening], found: Mapping[Ref, list[Differing]]) -> Happened:
    dated = [happening for happening in group if _is_short(happening.dates)]
    events = [happening for happening in group if happening.is_event]
    best = clearest(gathered, [h for h in dated if h.is_event] or events or group)
    told: dict[Ref, Span] = {}
    for happening in group:
        for unit in happening.units:
            told.setdefault(unit, _place(gathered, happening))
    begin, end = _dates(dated)
    return Happened(
        id=hashed_id("happened", str(group[0].ref)),
        words=words_of(gathered, best),
        begin=begin,
        end=end,
        printed=min((day for h in group if (day := gathered.day(h.ref.report))), default=None),
        mode=_latest(group).deed.mode,
        units=tuple(told),
        sources=tuple(dict.fromkeys(gathered.teller(unit) for unit in told)),
        differences=_unlike(group, tuple(told), found),
        spans=tuple(told.values()),
        weight=_weight(gathered, group, (begin, end)),
    )


def _place(gathered: Gathered, happening: Happening) -> Span:
    """The whole clause of an event in its report."""
    tree = gathered.trees[happening.ref.report]
    inside = tree.inside(happening.deed.predicate)
    return tree.span(tree.below(inside[-1])) if inside else happening.deed.predicate


def _weight(gathered: Gathered, group: Sequence[Happening], dates: Interval) -> int:
    """How much a reader would miss the entry: told by many, in headings and leads, on a day, of somebody named."""
    outlets = _tellers(gathered, group)
    reports = len({happening.ref.report for happening in group})
    length, first = _length(dates), days(min((h.day for h in group if h.day), default=None))
    end = days(dates[1])
    stands = {happening.stands for happening in group}
    named = any(argument.name for h in group for argument in (*h.deed.who, *h.deed.whom))
    parts = (
        _OUTLET * min(outlets - 1, _MOST_OUTLETS) + _REPORT * min(reports - 1, _MOST_REPORTS),
        _HEADING if "heading" in stands else _LEAD if "lead" in stands else 0,
        _DAY if (length is not None and length <= EXACT) or any(h.is_due for h in group) else 0,
        _NAMED if named else 0,
        _OLD if first and end and (first[0] - end[0]).days > LONG_AGO else 0,
        0 if any(h.deed.main for h in group) else _PASSING,
    )
    return sum(parts)


def _dates(dated: Sequence[Happening]) -> Interval:
    """What the dates of one event share; where two clocks made two days of it, both."""
    begins = [begin for happening in dated if (begin := happening.dates[0])]
    ends = [end for happening in dated if (end := happening.dates[1])]
    if not begins or not ends:
        return None, None
    begin, end = max(begins), min(ends)
    return (begin, end) if begin < end else (min(end, begin), max(end, begin))


def _latest(group: Sequence[Happening]) -> Happening:
    """The event as the latest dated report has it, there at its first place; else the first of all."""
    sure = [happening for happening in group if not happening.is_doubtful] or group
    latest = max((happening.day for happening in sure if happening.day), default=None)
    return next((happening for happening in sure if latest and happening.day == latest), sure[0])


def _unlike(
    group: Sequence[Happening], units: Sequence[Ref], found: Mapping[Ref, list[Differing]]
) -> tuple[Difference, ...]:
    """How those who tell the event differ, each difference once, as its first tellers have it."""
    told = set(units)
    words = {(happening.ref.report, happening.deed.predicate) for happening in group}
    kept = dict[tuple[str, frozenset[str]], Difference]()
    for one in (one for unit in units for one in found.get(unit, ())):
        sides = ((one.before.report, one.deeds[0].predicate), (one.after.report, one.deeds[1].predicate))
        if one.match.grade == "same" and one.after in told and words.issuperset(sides) and _is_told(one.difference):
            values = frozenset({one.difference.before.casefold(), one.difference.after.casefold()})
            kept.setdefault((one.difference.kind, values), one.difference)
    return tuple(kept.values())


def _is_told(difference: Difference) -> bool:
    """Whether both sides say something, and not the same."""
    return bool(difference.before and difference.after) and difference.before != difference.after
