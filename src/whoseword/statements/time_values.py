"""Values of times after TIMEX3 and the calendar: a day and a unit in, "2021-W29" out; a value in, its days out.

Weeks are those of ISO 8601 and begin on Monday; a weekend is the Saturday and Sunday of its week. Seasons and fiscal
years get no days: which they are depends on the place and on whose year it is.

>>> value_of(date(2021, 7, 22), "week"), days_of("2021-Q3")
('2021-W29', ('2021-07-01', '2021-10-01'))
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from whoseword.model import Span, TimeKind

LENGTHS = {
    "second": "T{}S", "minute": "T{}M", "hour": "T{}H", "day": "{}D", "week": "{}W", "month": "{}M", "quarter": "{}Q",
    "year": "{}Y", "weekend": "{}WE",
}  # fmt: skip
# Units that TIMEX3 has no letter for, or an unusual one, are counted in others.
COUNTED_AS = {"fortnight": (2, "week"), "decade": (10, "year"), "century": (100, "year")}
HALVES = {"hour": "PT30M", "year": "P6M", "minute": "PT30S"}
VAGUE_LENGTHS = {"decade": "PXDE", "century": "PXCE", "fortnight": "PXW"}
FINER_THAN_DAY = frozenset({"second", "minute", "hour"})

_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?)?|-W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|-Q(?P<quarter>[1-4])|-H(?P<half>[12]))?|(?P<decade>\d{3})|(?P<century>\d\d)"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """The day that times are counted from, and how much of it is known: "day", "month" or "year"."""

    day: date
    known: str = "day"

    def knows(self, unit: str) -> bool:
        """Whether it tells in which such unit it lies."""
        if self.known == "day":
            return unit not in FINER_THAN_DAY
        coarse = {"year", "decade", "century"}
        return unit in coarse or (self.known == "month" and unit in {"month", "quarter"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the words of a time say. `begin` and `end` are given only where they do not follow from the value."""

    kind: TimeKind
    value: str | None
    rule: str
    mod: str | None = None
    needs: bool = False
    anchor: Span | None = None
    days: tuple[str, str] | None = None
    span: Span | None = None


def reference_of(value: str | None) -> Reference | None:
    """A day of publication, as far as it is given ("2021-07"), to count from; None where nothing is."""
    parts = [int(part) for part in re.findall(r"\d+", value or "")[:3]]
    try:
        match parts:
            case [year, month, day]:
                return Reference(date(year, month, day))
            case [year, month]:
                return Reference(date(year, month, 1), "month")
            case [year]:
                return Reference(date(year, 1, 1), "year")
    except ValueError:
        pass
    return None


def value_of(day: date, unit: str) -> str:
    """The value of the unit that a day lies in."""
    year, week, _ = day.isocalendar()
    values = {
        "week": f"{year:04}-W{week:02}",
        "weekend": f"{year:04}-W{week:02}-WE",
        "month": f"{day.year:04}-{day.month:02}",
        "quarter": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "year": f"{day.year:04}",
        "decade": f"{day.year // 10:03}",
        "century": f"{day.year // 100:02}",
    }
    return values.get(unit, day.isoformat())


def shifted(day: date, unit: str, count: int) -> date | None:
    """The day so many units away; the last of a month where it has no such day. None outside the calendar."""
    unit, count = (COUNTED_AS[unit][1], count * COUNTED_AS[unit][0]) if unit in COUNTED_AS else (unit, count)
    try:
        if unit in {"day", "week", "weekend"}:
            return day + timedelta(count if unit == "day" else 7 * count)
        months = day.year * 12 + day.month - 1 + count * {"month": 1, "quarter": 3, "year": 12}[unit]
        year, month = months // 12, months % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    except (OverflowError, ValueError):
        return None


def days_of(value: str | None) -> tuple[str, str] | None:
    """First day of a value and the day after its last; None where it is no stretch of the calendar."""
    if value and "/" in value:
        ends = [days_of(end) for end in value.split("/")]
        return (ends[0][0], ends[1][1]) if len(ends) == 2 and ends[0] and ends[1] else None
    found = _VALUE.fullmatch(value or "")
    if not found:
        return None
    try:
        first, unit, count = _stretch(found)
        last = shifted(first, unit, count)
    except ValueError:
        return None
    return (first.isoformat(), last.isoformat()) if last else None


def day_of(value: str | None) -> date | None:
    """The first day of a value."""
    days = days_of(value)
    return date.fromisoformat(days[0]) if days else None


def unit_in(value: str) -> str:
    """How fine a value is: "day", "week", "month", "quarter", "year" and so on."""
    found = _VALUE.fullmatch(value)
    if not found:
        return "day"
    named = {name for name, part in found.groupdict().items() if part}
    order = ("weekend", "day", "week", "quarter", "half", "month", "year", "decade", "century")
    return next(name for name in order if name in named)


def length(count: str, unit: str) -> str:
    """The value of a duration: "P20Y", "PT30M"; a count of "X" is one that is not told."""
    if count == "0.5" and unit in HALVES:
        return HALVES[unit]
    if count == "X" and unit in VAGUE_LENGTHS:
        return VAGUE_LENGTHS[unit]
    if unit in COUNTED_AS:
        times, unit = COUNTED_AS[unit]
        count = f"{float(count) * times:g}"
    return "P" + LENGTHS[unit].format(count)


def _stretch(found: re.Match[str]) -> tuple[date, str, int]:
    """First day, unit and how many of it."""
    if found["century"]:
        return date(int(found["century"]) * 100, 1, 1), "century", 1
    if found["decade"]:
        return date(int(found["decade"]) * 10, 1, 1), "decade", 1
    year = int(found["year"])
    if found["week"]:
        first = date.fromisocalendar(year, int(found["week"]), 6 if found["weekend"] else 1)
        return (first, "day", 2) if found["weekend"] else (first, "week", 1)
    if found["quarter"]:
        return date(year, 3 * int(found["quarter"]) - 2, 1), "quarter", 1
    if found["half"]:
        return date(year, 6 * int(found["half"]) - 5, 1), "quarter", 2
    unit = "day" if found["day"] else "month" if found["month"] else "year"
    return date(year, int(found["month"] or 1), int(found["day"] or 1)), unit, 1
