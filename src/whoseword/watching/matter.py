"""Watches and what is new -> the reports that may tell of promises and figures which are watched, read together.

In: a connection, what is watched, what is new, and the day of the look. Out: a `Matter`. Looked at are new reports that
have a good part of the watched words, older ones that have, and reports with promises that come due; of older ones at
most so many, and only where there is something to follow, so that an intake takes no longer in a large store.

    matter = matter_of(connection, wanted, news, Look("2031-07-01", {}), load_lexicon())
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import Connection, select

from whoseword.across import Owed, Point, Ref, Series, Step, Told
from whoseword.ledger.owed import owed
from whoseword.ledger.series import series
from whoseword.lexicon import Lexicon
from whoseword.model import Span, hashed_id
from whoseword.sources.identity import identities
from whoseword.statements.time_values import days_of
from whoseword.store.asking import appearances_of, likenesses_among, records_of, units_of
from whoseword.store.judged import judged
from whoseword.store.tables import commitments, reports
from whoseword.store.tracing import traced
from whoseword.store.unpacking import portions
from whoseword.store.view_tables import kinships, sketches
from whoseword.store.views import searched_stems
from whoseword.watching.news import News, Version, versions_of
from whoseword.watching.wanted import Spoken, Wanted, spoken_in

# Units that are looked up for one watch, and the most older reports that are read again for all watches.
UNITS, REPORTS = 40, 8
# Told is what came due so many days before the day of the look, or on it.
DAYS = 30
# What is told of a promise when it was made before; its words may be others.
_AFTERWARDS = frozenset({"done", "partly", "not-done", "broken", "denied", "postponed"})


@dataclass(frozen=True, slots=True)
class Look:
    """The day of a look (ISO), and the kind and subject of every notice that each watch had before, by its number."""

    as_of: str
    told: Mapping[int, Collection[tuple[str, str]]]

    def state(self, wanted: Wanted, due_value: str | None) -> str | None:
        """Whether what is due then is "due" on the day of the look or "overdue"; None where that is not to be told."""
        state = self.falls(due_value)
        told = state and ("due", due_about(state, due_value)) in self.told.get(wanted.watch.number, ())
        return None if told else state

    def falls(self, due_value: str | None) -> str | None:
        """The same, whatever was told before."""
        days = days_of(due_value)
        if days is None or not days_before(self.as_of, DAYS) < days[1] <= days_before(self.as_of, -1):
            return None
        return "overdue" if days[1] <= self.as_of else "due"


@dataclass(frozen=True, slots=True)
class Matter:
    """What is owed and counted in the reports that were looked at, their units, and the newest version of each.

    `promised` has for each promise, by its id, the words of those who tell that it was made, with its parties.
    """

    owed: tuple[Owed, ...] = ()
    promised: Mapping[str, Sequence[Spoken]] = field(default_factory=dict)
    series: tuple[Series, ...] = ()
    units: Mapping[str, Sequence[Told]] = field(default_factory=dict)
    versions: Mapping[str, Version] = field(default_factory=dict)

    def around(self, ref: Ref, span: Span) -> list[Told]:
        """The units of a report that have words within this span."""
        return around(self.units.get(ref.report, ()), span)

    def version(self, ref: Ref) -> Version | None:
        """The report in which something stands."""
        return self.versions.get(ref.report)


def due_about(state: str, due_value: str | None) -> str:
    """What a notice is about that something is due: one for each day, so that it is known before all is read."""
    return hashed_id("due", state, due_value)


def matter_of(connection: Connection, wanted: Sequence[Wanted], news: News, look: Look, lexicon: Lexicon) -> Matter:
    """What there is to tell of promises and figures."""
    promised, counted, dated = Chosen(), Chosen(), _dated(connection, look)
    heard = _Heard()
    for each in wanted:
        new = [news.units[row] for row in news.sharing(each) if each.touches(news.spoken[row])]
        coming = _coming_due(dated, each, look)
        if not new and not coming:
            continue
        found = traced(connection, each.watch.words, lexicon, UNITS)
        old = [unit for unit, _ in found if each.touches(heard.words(unit))]
        promises = coming | _promising(connection, each, (*new, *old))
        if coming:
            # What a promise came to may be told in other words, and in any report since.
            promises = promises | _reports(old) | _kin(connection, coming)
        if promises:
            promised.add(new, promises)
        if figures := _counting(new, old):
            counted.add(new, figures)
    return _read(connection, (promised.chosen(), counted.chosen()), news, look, lexicon)


@dataclass(slots=True)
class _Heard:
    """The words of units, each read once: one unit may be found for many watches."""

    of: dict[Ref, Spoken] = field(default_factory=dict)

    def words(self, unit: Told) -> Spoken:
        """What is said in this unit."""
        if unit.ref not in self.of:
            self.of[unit.ref] = spoken_in([unit])
        return self.of[unit.ref]


@dataclass(slots=True)
class Chosen:
    """New reports, and older ones with the best first, of which so many are read."""

    new: set[str] = field(default_factory=set)
    old: dict[str, None] = field(default_factory=dict)

    def add(self, new: Iterable[Told], old: Iterable[str]) -> None:
        """Those of one watch."""
        self.new |= {unit.ref.report for unit in new}
        self.old |= dict.fromkeys(old)

    def chosen(self) -> set[str]:
        """The ids of all that are read."""
        return self.new | set([report for report in self.old if report not in self.new][:REPORTS])


def _read(
    connection: Connection, chosen: tuple[set[str], set[str]], news: News, look: Look, lexicon: Lexicon
) -> Matter:
    promised, counted = chosen
    ids = promised | counted
    if not ids:
        return Matter()
    records = records_of(connection, ids)
    likenesses = likenesses_among(connection, ids, lexicon)
    who = identities(appearances_of(connection, ids), likenesses, judged(connection))
    promising, counting = ([r for r in records if r.report.id in some] for some in chosen)
    promises = [
        each for each in owed(promising, who, as_of=look.as_of, lexicon=lexicon) if _may_be_told(each, news, look)
    ]
    figures = [each for each in series(counting, who, lexicon=lexicon) if _any_new(each.points[1:], news)]
    # Units are looked up only where something may be told: it takes as long to read them as to read the records.
    told = {part.ref.report for each in promises for part in each.steps}
    units: dict[str, list[Told]] = defaultdict(list)
    for unit in units_of(connection, told | {point.ref.report for each in figures for point in each.points}):
        units[unit.ref.report].append(unit)
    return Matter(
        owed=tuple(promises),
        promised={each.id: _promised(each, units) for each in promises},
        series=tuple(figures),
        units=units,
        versions=versions_of(connection, keys_of(connection, ids)),
    )


def _may_be_told(promise: Owed, news: News, look: Look) -> bool:
    """Whether a new report tells what became of a promise, or it comes due."""
    return _any_new(promise.steps[1:], news) or look.falls(promise.due_value) is not None


def _any_new(parts: Iterable[Step | Point], news: News) -> bool:
    """Whether one of these stands in a new report."""
    return any(news.is_new(part.ref) for part in parts)


def around(units: Iterable[Told], span: Span) -> list[Told]:
    """Those units of a report that have words within this span."""
    return [unit for unit in units if any(start < span[1] and span[0] < end for start, end in unit.spans)]


def _promised(promise: Owed, units: Mapping[str, Sequence[Told]]) -> list[Spoken]:
    parties = " ".join((*promise.who, *promise.to_whom, promise.words))
    made = [step for step in promise.steps if step.status not in _AFTERWARDS] or promise.steps[:1]
    return [spoken_in(around(units.get(step.ref.report, ()), step.span), f"{parties} {step.words}") for step in made]


def _reports(units: Iterable[Told]) -> dict[str, None]:
    return dict.fromkeys(unit.ref.report for unit in units)


def _promising(connection: Connection, wanted: Wanted, units: Iterable[Told]) -> dict[str, None]:
    """Those of the reports of these units that have a promise with a good part of the watched words."""
    among = _reports(units)
    chosen = select(reports.c.id, commitments.c.words).join(reports, reports.c.key == commitments.c.report)
    found = {
        row.id
        for some in portions(among)
        for row in connection.execute(chosen.where(reports.c.id.in_(some), reports.c.followed_by.is_(None)))
        if wanted.has_part(searched_stems(row.words or "").split())
    }
    return {report: None for report in among if report in found}


def _counting(new: Iterable[Told], old: Iterable[Told]) -> dict[str, None]:
    """The older reports that count what a new one counts."""
    counted = {each for unit in new for amount in unit.amounts for each in (amount.of, amount.unit) if each}
    return _reports(u for u in old if any(not counted.isdisjoint((each.of, each.unit)) for each in u.amounts))


def _dated(connection: Connection, look: Look) -> list[tuple[str, str, str | None]]:
    """The promises that come due: their report, their words and the day, those of the newest reports first."""
    chosen = (
        select(reports.c.id, commitments.c.words, commitments.c.due_value)
        .join(reports, reports.c.key == commitments.c.report)
        .where(reports.c.followed_by.is_(None), commitments.c.due_state == "date")
        .order_by(reports.c.published.desc(), reports.c.id)
    )
    found = ((row.id, row.words or "", row.due_value) for row in connection.execute(chosen))
    return [each for each in found if look.falls(each[2])]


def _coming_due(dated: Iterable[tuple[str, str, str | None]], wanted: Wanted, look: Look) -> dict[str, None]:
    """The reports with a promise that has a watched word and comes due, the newest first."""
    return dict.fromkeys(
        report
        for report, words, value in dated
        if look.state(wanted, value) and wanted.has_part(searched_stems(words).split())
    )


def _kin(connection: Connection, ids: Collection[str]) -> dict[str, None]:
    """The reports whose story is near to that of one of these, the nearest first."""
    one, other = sketches.alias(), sketches.alias()
    both = ((kinships.c.a, kinships.c.b), (kinships.c.b, kinships.c.a))
    found = {
        (-row.score, row.id)
        for some in portions(keys_of(connection, ids))
        for near, far in both
        for row in connection.execute(
            select(kinships.c.score, reports.c.id)
            .join(one, one.c.row == near)
            .join(other, other.c.row == far)
            .join(reports, reports.c.key == other.c.report)
            .where(one.c.report.in_(some))
        )
    }
    return dict.fromkeys(report for _, report in sorted(found))


def keys_of(connection: Connection, ids: Collection[str]) -> list[str]:
    """The keys of the newest versions of these reports."""
    return [
        key
        for some in portions(ids)
        for key in connection.scalars(
            select(reports.c.key).where(reports.c.id.in_(some), reports.c.followed_by.is_(None))
        )
    ]


def days_before(day: str, count: int) -> str:
    """The ISO day so many days before."""
    return (date.fromisoformat(day) - timedelta(count)).isoformat()
