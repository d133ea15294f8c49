"""Words called a date, or an address with one in it -> the date, or what is wrong with it.

The clock is never asked and no date is made up: what is impossible or unclear becomes a Problem.

>>> parse_date("Thursday, July 22, 2021, 10:30 a.m.").value
'2021-07-22'
>>> parse_date("2021-02-30").problem.code
'date-impossible'
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from urllib.parse import unquote

from whoseword.model import Problem

EARLIEST_YEAR, LATEST_YEAR = 1500, 2200
LONGEST_DATE = 80

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_YEAR, _DAY = r"(?P<year>[0-9]{4})", r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_CLOCK = (
    r"(?:(?:T|,?\s+(?:at\s+)?)[0-9]{1,2}(?::?[0-9]{2}){0,2}(?:[.,][0-9]+)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:Z|[A-Z]{2,4}|[+-][0-9]{2}:?[0-9]{2})?(?:\s*\([A-Z]+\))?)?"
)
# A date to the day in words, as a text writes it; its fields are read by `parse_date`.
WRITTEN = re.sub(r"\?P<\w+>", "?:", rf"(?:{_MONTH}\s+{_DAY},?\s+{_YEAR}|{_DAY}\s+{_MONTH},?\s+{_YEAR})")
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}(?P<mark>[-/.])(?P<month>[0-9]{{1,2}})(?P=mark)(?P<day>[0-9]{{1,2}}){_CLOCK}",
        rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}}){_CLOCK}",
        rf"{_YEAR}[-/](?P<month>[0-9]{{2}})",
        _YEAR,
        rf"{WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}{_CLOCK}",
        rf"{WEEKDAY}{_DAY}\s+{_MONTH},?\s+{_YEAR}{_CLOCK}",
        rf"{_MONTH},?\s+{_YEAR}",
    )
)
_EITHER_WAY = re.compile(rf"(?P<first>[0-9]{{1,2}})[-/.](?P<second>[0-9]{{1,2}})[-/.]{_YEAR}{_CLOCK}")
_SHORT_YEAR = re.compile(rf"[0-9]{{1,2}}[-/.][0-9]{{1,2}}[-/.][0-9]{{2}}{_CLOCK}")

_IN_ADDRESS = (
    re.compile(r"/(?P<year>[0-9]{4})/(?P<month>[0-9]{1,2}|[a-z]{3})/(?P<day>[0-9]{1,2})(?=[/.]|$)", re.IGNORECASE),
    re.compile(r"(?<![0-9])(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9])"),
    re.compile(r"/(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?=/|$)"),
    re.compile(r"/(?P<year>[0-9]{4})/(?P<month>[0-9]{2}|[a-z]{3})(?=/|$)", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A string read as a date: `value` in ISO 8601 to the precision given, or else the problem with it.

    A time of day is left out: the record tells the day as the outlet wrote it, in the outlet's own zone.
    """

    value: str | None = None
    problem: Problem | None = None


def parse_date(words: str) -> Parsed:
    """`words` as a date; years before 1500 or after 2200 are impossible, "03/04/2021" is ambiguous."""
    words = " ".join(words[: LONGEST_DATE + 1].split())
    reason = f"“{words}” is no date in a known form; write it as 2021-07-22"
    unreadable = Parsed(problem=Problem("date-unreadable", reason))
    if len(words) > LONGEST_DATE:
        return unreadable
    for form in _FORMS:
        if found := form.fullmatch(words):
            fields = found.groupdict()
            return _checked(fields["year"], fields.get("month"), fields.get("day"), words)
    if found := _EITHER_WAY.fullmatch(words):
        return _day_or_month_first(found["first"], found["second"], found["year"], words)
    if _SHORT_YEAR.fullmatch(words):
        reason = f"“{words}” leaves open which century and perhaps which number is the month; write it as 2021-07-22"
        return Parsed(problem=Problem("date-ambiguous", reason))
    return unreadable


def date_in_url(url: str) -> Parsed | None:
    """The date in an address's path (`/2021/07/22/`, `2021-07-22`, `/20210722/`, `/2021/jul/22/`, `/2021/07/`)."""
    path = re.split(r"[?#]", unquote(url, errors="replace"), maxsplit=1)[0]
    for form in _IN_ADDRESS:
        for found in form.finditer(path):
            fields = found.groupdict()
            month, day = _month_number(fields["month"]), int(fields.get("day") or 1)
            # "/2021/99/" numbers a section or an issue; "/2021/02/30/" is meant as a day.
            if 1 <= month <= 12 and 1 <= day <= 31 and EARLIEST_YEAR <= int(fields["year"]) <= LATEST_YEAR:
                return _checked(fields["year"], fields["month"], fields.get("day"), found[0].strip("/"))
    return None


def _checked(year: str, month: str | None, day: str | None, words: str) -> Parsed:
    number = _month_number(month) if month else 1
    if not EARLIEST_YEAR <= int(year) <= LATEST_YEAR:
        reason = f"“{words}”: the year is not between {EARLIEST_YEAR} and {LATEST_YEAR}"
        return Parsed(problem=Problem("date-impossible", reason))
    if not 1 <= number <= 12 or (day and not 1 <= int(day) <= monthrange(int(year), number)[1]):
        return Parsed(problem=Problem("date-impossible", f"“{words}” is not in the calendar"))
    return Parsed("-".join([year, *([f"{number:02}"] if month else []), *([f"{int(day):02}"] if day else [])]))


def _day_or_month_first(first: str, second: str, year: str, words: str) -> Parsed:
    if int(first) > 12 or first == second:
        return _checked(year, second, first, words)
    if int(second) > 12:
        return _checked(year, first, second, words)
    reason = f"“{words}” could start with the day or the month; write it as 2021-07-22"
    return Parsed(problem=Problem("date-ambiguous", reason))


def _month_number(month: str) -> int:
    if month.isdecimal():
        return int(month)
    short = month[:3].lower()
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0
