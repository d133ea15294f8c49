"""Days, months, years and their like by name: a matched shape and its scene in, a `Meaning` out.

"July 26" and "August" lack a year, "Thursday" a week: the tense of the verb says on which side of the reference they
lie. A date with its year needs nothing else.

>>> bare_month(found, scene).value
'2020-08'
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from whoseword.statements.time_scene import Found, Scene
from whoseword.statements.time_tense import Direction
from whoseword.statements.time_values import Meaning, shifted
from whoseword.statements.time_words import (
    CLASSES,
    HOLIDAYS,
    ORDINALS,
    Token,
    month_of,
    weekday_of,
)

# A report printed on one side of the date line can tell of tomorrow in the past tense.
ZONE_DAYS = 2
_MODS = {
    "early": "START", "start": "START", "mid": "MID", "late": "END", "end": "END", "rest": "END", "earlier": "BEFORE",
    "later": "AFTER",
}  # fmt: skip
DATED_BY = frozenset("in since from by until till to before after between and of during for".split())


def mod_of(found: Found) -> str | None:
    """START, MID, END, BEFORE or AFTER, where the words pick out a part."""
    return next((mod for name, mod in _MODS.items() if found.one(name)), None)


def full_date(found: Found, scene: Scene) -> Meaning | None:
    """A day with its month and year; None where there is no such day."""
    month, year = found.one("month"), year_of(found) or relative_year(found, scene)
    number = _day_number(found)
    if month is None or year is None or number is None:
        return None
    return _day(year, month_of(month.form), number)


def iso_date(found: Found, _scene: Scene) -> Meaning | None:
    """2021-07-22."""
    year, month, number = map(int, found.tokens[0].form.split("-"))
    return _day(year, month, number)


def slashed_date(found: Found, _scene: Scene) -> Meaning | None:
    """7/22/2021 and 22/7/2021; None where both orders give a date, for nobody says which is meant."""
    first, second, year = map(int, found.tokens[0].form.split("/"))
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    if first > 12:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 or first == second else None


def month_day(found: Found, scene: Scene) -> Meaning | None:
    """A day of a month without a year."""
    month, number = found.one("month"), _day_number(found)
    if (
        month is None
        or number is None
        or scene.is_within_name(found.span)
        or scene.form_before(found) in {"$", "€", "£"}
    ):
        return None
    given = _year_further_on(found, scene)
    if given:
        return _day(given, month_of(month.form), number)
    today = scene.today("day")
    if today is None:
        return Meaning("DATE", None, rule="times:day-by-tense", needs=True)
    years = [_valid(today.year + k, month_of(month.form), number) for k in (-1, 0, 1)]
    chosen = _nearest([day for day in years if day], today, scene.direction(found.span))
    return Meaning("DATE", chosen.isoformat(), rule="times:day-by-tense") if chosen else None


def day_range(found: Found, scene: Scene) -> Meaning | None:
    """June 3-5, 3 to 5 June: an interval after ISO 8601, both days within it."""
    numbers = [_plain(token) for token in found.each("day", "ordinal")]
    month, year = found.one("month"), year_of(found)
    if month is None or len(numbers) != 2:
        return None
    if year is None:
        today = scene.today("day")
        if today is None:
            return Meaning("DATE", None, rule="times:day-by-tense", needs=True)
        years = [_valid(today.year + k, month_of(month.form), numbers[0]) for k in (-1, 0, 1)]
        chosen = _nearest([day for day in years if day], today, scene.direction(month.span))
        year = chosen.year if chosen else None
    ends = [_valid(year, month_of(month.form), number) for number in numbers] if year else []
    if len(ends) != 2 or ends[0] is None or ends[1] is None or ends[0] >= ends[1]:
        return None
    return Meaning("DATE", f"{ends[0]}/{ends[1]}", rule="times:range")


def month_year(found: Found, scene: Scene) -> Meaning | None:
    """July 2021, early July 2021."""
    month, year = found.one("month"), year_of(found) or relative_year(found, scene)
    if month is None or year is None:
        return None
    return Meaning("DATE", f"{year:04}-{month_of(month.form):02}", rule="times:written-out", mod=mod_of(found))


def bare_month(found: Found, scene: Scene) -> Meaning | None:
    """August, last August, late June."""
    month = found.one("month")
    if month is None or not _is_month(found, month, scene):
        return None
    number, mod = month_of(month.form), mod_of(found)
    told = found.one("last", "next", "this")
    given = None if told else _year_further_on(found, scene)
    if given:
        return Meaning("DATE", f"{given:04}-{number:02}", rule="times:written-out", mod=mod)
    today = scene.today("month")
    if today is None:
        return Meaning("DATE", None, rule="times:month-by-tense", mod=mod, needs=True)
    until = None if told else _month_until(found, scene)
    if until:
        year = _year_by_tense(until, today, scene.direction(month.span)) - (number > until)
    elif found.one("last"):
        year = today.year - (number >= today.month)
    elif found.one("next"):
        year = today.year + (number <= today.month)
    elif found.one("this"):
        year = today.year
    else:
        year = _year_by_tense(number, today, scene.direction(month.span))
    return Meaning("DATE", f"{year:04}-{number:02}", rule="times:month-by-tense", mod=mod)


def weekday(found: Found, scene: Scene) -> Meaning | None:
    """Thursday, last Friday, next Tuesday."""
    named = found.one("weekday")
    if named is None or not _is_weekday(found, named, scene):
        return None
    today = scene.today("day")
    if today is None:
        return Meaning("DATE", None, rule="times:weekday-by-tense", needs=True)
    back, ahead = (today.weekday() - weekday_of(named.form)) % 7, (weekday_of(named.form) - today.weekday()) % 7
    if found.one("last"):
        days = -(back or 7)
    elif found.one("next"):
        coming = found.is_any("coming", "upcoming", "this")
        days = (ahead or 7) if coming else 7 - today.weekday() + weekday_of(named.form)
    elif found.one("this"):
        days = weekday_of(named.form) - today.weekday()
    elif scene.form_before(found) in {"a", "any"}:
        return None  # "on a Monday": one of many
    else:
        days = -back if scene.direction(named.span) in {"past", None} else ahead
    chosen = shifted(today, "day", days)
    return Meaning("DATE", chosen.isoformat(), rule="times:weekday-by-tense") if chosen else None


def holiday(found: Found, scene: Scene) -> Meaning | None:
    """Christmas Eve, last Halloween, New Year's Day 2020: those of a fixed day."""
    named = found.one("holiday")
    month, number = HOLIDAYS.get(named.form, (0, 0)) if named else (0, 0)
    if not month or scene.is_within_name(found.span):
        return None
    year = year_of(found)
    if year is not None:
        return Meaning("DATE", date(year, month, number).isoformat(), rule="times:holiday")
    today = scene.today("day")
    if today is None:
        return Meaning("DATE", None, rule="times:holiday", needs=True)
    days = [day for k in (-1, 0, 1) if (day := _valid(today.year + k, month, number))]
    direction: Direction | None = "past" if found.one("last") else "future" if found.one("next") else None
    chosen = _nearest(days, today, direction or scene.direction(found.span))
    return Meaning("DATE", chosen.isoformat(), rule="times:holiday") if chosen else None


def _year_by_tense(month: int, today: date, direction: Direction | None) -> int:
    """The year of a bare month. Without a tense, one that begins within a quarter lies ahead."""
    ahead = direction == "future" or (direction != "past" and (month - today.month) % 12 <= 3)
    return today.year + (month < today.month) if ahead else today.year - (month > today.month)


def _month_until(found: Found, scene: Scene) -> int | None:
    """The month that a range of bare months ends with: "from August to October"."""
    joint, end = scene.after(found), scene.after(found, 1)
    ranged = joint is not None and joint.kind in {CLASSES["to"], CLASSES["hyphen"]}
    between = joint is not None and joint.form == "and" and scene.form_before(found) == "between"
    return month_of(end.form) if (ranged or between) and end and end.kind == CLASSES["month"] else None


def _day(year: int, month: int, number: int) -> Meaning | None:
    day = _valid(year, month, number)
    return Meaning("DATE", day.isoformat(), rule="times:written-out") if day else None


def _valid(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _nearest(days: list[date], today: date, direction: Direction | None) -> date | None:
    if direction == "past":
        return max((day for day in days if day <= today + timedelta(ZONE_DAYS)), default=None)
    if direction == "future":
        return min((day for day in days if day >= today - timedelta(ZONE_DAYS)), default=None)
    return min(days, key=lambda day: abs(day - today), default=None)


def year_of(found: Found) -> int | None:
    """The year among the words; two digits are of the century that is nearer to 2000."""
    year = found.one("year", "short_year")
    if year is None:
        return None
    digits = int(year.form.lstrip("'"))
    return digits if year.kind == CLASSES["year"] else digits + (1900 if digits > 40 else 2000)


def relative_year(found: Found, scene: Scene) -> int | None:
    """The year of "last year" behind another word, "in May last year"."""
    today = scene.today("year")
    if today is None or not found.is_any("year"):
        return None
    return today.year + (-1 if found.one("last") else 1 if found.one("next") else 0)


def _plain(token: Token) -> int:
    return ORDINALS[token.form] if token.form in ORDINALS else int(re.sub(r"\D", "", token.form))


def ordinal_number_of(found: Found) -> int | None:
    """The number of an ordinal, also of "twenty-first"."""
    ordinal = found.one("ordinal")
    tens = {"twenty": 20, "thirty": 30}
    first = next((tens[token.form] for token in found.tokens if token.form in tens), 0)
    return first + _plain(ordinal) if ordinal else None


def _day_number(found: Found) -> int | None:
    number = found.one("day")
    return _plain(number) if number else ordinal_number_of(found)


def _year_further_on(found: Found, scene: Scene) -> int | None:
    """The year that a list or range of dates shares: "between March and May 2020"."""
    window = scene.tokens[found.last : found.last + 6]
    joined = {CLASSES[name] for name in ("and", "or", "to", "hyphen")}
    if not window or window[0].kind not in joined or not any(t.kind == CLASSES["month"] for t in window[1:4]):
        return None
    passed = {CLASSES[name] for name in ("month", "day", "ordinal", "comma", "of", "the", "early", "late", "mid")}
    for token in window[1:]:
        if token.kind == CLASSES["year"]:
            later = next(t for t in window if t.kind == CLASSES["month"])
            own = found.one("month")
            assert own is not None
            return int(token.form) - (month_of(own.form) > month_of(later.form))
        if token.kind not in passed:
            return None
    return None


def _is_month(found: Found, month: Token, scene: Scene) -> bool:
    """Whether "May", "March", "April" or "June" is a month here, no verb and nobody's name."""
    if scene.is_within_name(found.span):
        return False
    if month.form.rstrip(".") in {"may", "march"} and found.tokens[0] is month:
        return scene.tenses.tag(month.span) not in {"AUX", "VERB"} and scene.form_after(found) not in {"on", "i", "we"}
    # "Jan" is a man where no dot and no preposition stands by it.
    short = len(month.form) <= 4 and month.form not in {"may", "june", "july", "sept"} and found.tokens[0] is month
    if short and _month_until(found, scene):
        return True  # "Nov-Feb"
    return not short or scene.text[month.span[1] - 1] == "." or scene.form_before(found) in DATED_BY | {"last", "this"}


_DAYS_OF_FAME = frozenset("good black bloody ash holy super cyber palm man maundy easter shrove fat girl red".split())
_OUTLETS = frozenset(
    "times telegraph herald mirror mail express post independent agreement people world age star live football sun"
    " review tribune business".split()
)


def _is_weekday(found: Found, named: Token, scene: Scene) -> bool:
    around = scene.form_before(found) in _DAYS_OF_FAME or scene.form_after(found) in _OUTLETS
    capital = scene.text[found.span[1] : found.span[1] + 2].strip()[:1].isupper()
    return not (around and (capital or scene.form_before(found) in _DAYS_OF_FAME)) and not scene.is_within_name(
        named.span
    )
