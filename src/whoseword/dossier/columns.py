"""Days, months and years in; the columns of a time axis out, each as fine as its date was told.

An event of "2015" has a column for that year and no place inside it; one of 3 January 2020 has a column for that day.
Columns stand in order of time; where much time lies between two, the axis is broken, and the break says how long.

>>> column_of("2031-05-01", "2031-06-01").label, column_of("2031-05-02", "2031-05-03").label
(('May',), ('2',))
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from whoseword.dossier.spoken import spoken_day
from whoseword.ledger.order import days

Grain = Literal["year", "month", "day"]
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_ONE = timedelta(days=1)
# Days from which on a stretch of time stands in the column of its month, and of its year.
_MONTH, _YEAR = 28, 360
_GRAINS: tuple[Grain, ...] = ("day", "month", "year")
# Months from which on a stretch is named by its years.
_LONG_YEARS = 24
# Days, months and years that may be missing between two columns before the axis is broken.
_MISSING = {"day": 2, "month": 45, "year": 366}


@dataclass(frozen=True, slots=True, order=True)
class Column:
    """A place on the axis: its first day, minus its length in days (the longer comes first), and its grain.

    `whole`: it is one year, month or day, and not several together.
    """

    begin: date
    minus_days: int
    grain: Grain
    whole: bool = True

    @property
    def last(self) -> date:
        """The last day in it."""
        return self.begin + timedelta(days=-self.minus_days - 1)

    @property
    def label(self) -> tuple[str, ...]:
        """What it is called on the axis, in one line or in two: "2015", "Mar", "3", ("2003–", "2009")."""
        begin, last = self.begin, self.last
        if self.grain == "year" or begin.year != last.year:
            return (str(begin.year),) if begin.year == last.year else (f"{begin.year}–", str(last.year))
        if self.grain == "month" or begin.month != last.month:
            first, other = _MONTHS[begin.month - 1], _MONTHS[last.month - 1]
            return (first,) if first == other else (f"{first}–", other)
        return (str(begin.day),) if begin == last else (f"{begin.day}–", str(last.day))

    @property
    def under(self) -> str:
        """What it stands in: the month of a day, the year of a month."""
        if self.grain == "year" or self.begin.year != self.last.year:
            return ""
        if self.grain == "month" or self.begin.month != self.last.month:
            return str(self.begin.year)
        return f"{_MONTHS[self.begin.month - 1]} {self.begin.year}"


def column_of(begin: str | None, end: str | None) -> Column | None:
    """The column of the ISO days `begin` to `end` (half-open); None where there is no date."""
    first, behind = days(begin), days(end)
    if first is None:
        return None
    length = max(1, (behind[0] - first[0]).days if behind else (first[1] - first[0]).days)
    start = first[0]
    if length >= _YEAR:
        return _column(date(start.year, 1, 1), _year_on(start.year), "year")
    if length >= _MONTH:
        month = date(start.year, start.month, 1)
        return _column(month, (month.replace(day=28) + timedelta(days=4)).replace(day=1), "month")
    return _column(start, start + _ONE, "day")


def _year_on(year: int) -> date:
    return date(year + 1, 1, 1) if year < date.max.year else date.max


def _column(begin: date, behind: date, grain: Grain) -> Column:
    return Column(begin, -(behind - begin).days, grain)


def coarser(column: Column, grain: Grain) -> Column:
    """The column of the month or year that a column begins in, where it is finer than that."""
    if _GRAINS.index(column.grain) >= _GRAINS.index(grain):
        return column
    iso = column.begin.isoformat()
    return column_of(iso[:7] if grain == "month" else iso[:4], None) or column


def joined(one: Column, other: Column) -> Column:
    """One column for two, and for all between them; as coarse as the coarser."""
    begin, last = min(one.begin, other.begin), max(one.last, other.last)
    grain: Grain = "day" if {one.grain, other.grain} == {"day"} else "month"
    if "year" in {one.grain, other.grain}:
        grain = "year"
    return Column(begin, -((last - begin).days + 1), grain, whole=False)


def missing(before: Column, after: Column) -> str:
    """How much time lies between two columns, where it is enough to break the axis: "9 d", "7 mo", "20 y"."""
    gap = (after.begin - before.last).days - 1
    coarsest = max(before, after, key=lambda column: _GRAINS.index(column.grain))
    if gap <= _MISSING[coarsest.grain]:
        return ""
    if gap < 60:
        return f"{gap} d"
    return f"{round(gap / 30.44)} mo" if gap < 730 else f"{round(gap / 365.25)} y"


def spoken_stretch(columns: Sequence[Column]) -> str:
    """From the first to the last of some columns, no finer than they need: "3 to 9 January 2020", "1979 to 2006"."""
    first, last = columns[0], columns[-1]
    end = last.begin if last.whole else last.last
    months = (end.year - first.begin.year) * 12 + end.month - first.begin.month
    grain: Grain = "year" if months >= _LONG_YEARS or "year" in {first.grain, last.grain} else "day"
    if grain == "day" and (months > 1 or "month" in {first.grain, last.grain}):
        grain = "month"
    return between(_day(grain, first.begin), _day(grain, end))


def between(first: str, last: str) -> str:
    """Two spoken days with what they share said once: "3 to 9 January 2020"."""
    if first == last:
        return first
    a, b = first.split(), last.split()
    while len(a) == len(b) and len(a) > 1 and a[-1] == b[-1]:
        a.pop()
        b.pop()
    return f"{' '.join(a)} to {last}"


def _day(grain: Grain, day: date) -> str:
    iso = day.isoformat()
    return spoken_day({"year": iso[:4], "month": iso[:7], "day": iso}[grain]) or iso


def spoken_days(begin: str | None, end: str | None) -> str | None:
    """When something happened, to the precision told: "May 2031", "3 to 9 May 2031"; None where nobody says."""
    first, behind = days(begin), days(end)
    if first is None:
        return None
    start = first[0]
    if behind is None:
        return spoken_day(begin or "")
    last = behind[0] - _ONE
    if start.day == 1 and behind[0].day == 1:
        months = (behind[0].year - start.year) * 12 + behind[0].month - start.month
        if months == 1:
            return spoken_day(start.isoformat()[:7])
        if months == 12 and start.month == 1:
            return spoken_day(start.isoformat()[:4])
    return between(spoken_day(start.isoformat()) or "", spoken_day(max(start, last).isoformat()) or "")
