"""Days, months, years and their like by name: a matched shape and its scene in, a `Meaning` out.

"July 26" and "August" lack a year, "Thursday" a week: the tense of the verb says on which side of the reference they
lie. A date with its year needs nothing else.

>>> bare_month(found, scene).value
'2020-08'
"""

from __future__ import annotations

import re
from datetime import date

from whoseword.statements.time_scene import Found, Scene
from whoseword.statements.time_tense import Direction
from whoseword.statements.time_values import Meaning
from whoseword.statements.time_words import (
    CLASSES,
    ORDINALS,
    Token,
    month_of,
)

IMPOSSIBLE, AMBIGUOUS = "times:impossible", "times:ambiguous"
# "The September 11 attacks" have a year of their own.
NEW_YORK = "2001-09-11"
_ATTACKED = frozenset("attack attacks attackers terror terrorist terrorists hijackers hijackings".split())
# A report printed on one side of the date line can tell of tomorrow in the past tense.
ZONE_DAYS = 2
AT_HAND, FAR_OFF = 31, 300
_MODS = {
    "early": "START", "start": "START", "mid": "MID", "late": "END", "end": "END", "rest": "END", "earlier": "BEFORE",
    "later": "AFTER", "final": "END",
}  # fmt: skip
# "May he rest in peace", "March Madness".
_SUBJECTS = frozenset("on i we he she it they you god this the madness".split())
_PLANNED_EVENTS = frozenset(
    "election elections vote votes referendum deadline summit trial launch release poll".split()
)
DATED_BY = frozenset("in since from by until till to before after between and of during for".split())


def mod_of(found: Found) -> str | None:
    """START, MID, END, BEFORE or AFTER, where the words pick out a part."""
    if found.is_any("opening"):
        return "START"
    return next((mod for name, mod in _MODS.items() if found.one(name)), None)


def full_date(found: Found, scene: Scene) -> Meaning | None:
    """A day with its month and year; no value where there is no such day."""
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
    """7/22/2021 and 22/7/2021; no value where both orders give a date, for nobody says which is meant."""
    first, second, year = map(int, found.tokens[0].form.split("/"))
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    if first > 12:
        return _day(year, second, first)
    if second > 12 or first == second:
        return _day(year, first, second)
    return Meaning("DATE", None, rule="times:ambiguous")


def month_day(found: Found, scene: Scene) -> Meaning | None:
    """A day of a month without a year."""
    month, number = found.one("month"), _day_number(found)
    if (
        month is None
        or number is None
        or scene.is_within_name(found.span)
        or scene.form_before(found) in {"$", "€", "£"}
        or _counts_others(found, scene)
    ):
        return None
    given = _year_further_on(found, scene)
    if given:
        return _day(given, month_of(month.form), number)
    if _is_new_york(found, month, number, scene):
        return Meaning("DATE", NEW_YORK, rule="times:holiday")
    told: Direction | None = "past" if found.one("last") else "future" if found.one("next") else None
    return _day_by_tense(month_of(month.form), number, told or scene.direction(found.span), scene)


def _day_by_tense(month: int, number: int, direction: Direction | None, scene: Scene) -> Meaning | None:
    today = scene.today("day")
    if valid(2000, month, number) is None:
        return Meaning("DATE", None, rule="times:impossible")
    if today is None:
        return Meaning("DATE", None, rule="times:day-by-tense", needs=True)
    away = 4 if (month, number) == (2, 29) else 1
    years = [valid(today.year + k, month, number) for k in range(-away, away + 1)]
    chosen = nearest([day for day in years if day], today, direction)
    return Meaning("DATE", chosen.isoformat(), rule="times:day-by-tense") if chosen else None


def _counts_others(found: Found, scene: Scene) -> bool:
    """Whether the number counts what follows: "in May 20 ships sank"."""
    behind = scene.after(found)
    last = found.tokens[-1]
    if scene.form_before(found) not in {"in", "during"} or behind is None or last.kind != CLASSES["day"]:
        return False
    return scene.tenses.tag(behind.span) in {"NOUN", "ADJ"}


def _is_new_york(found: Found, month: Token, number: int, scene: Scene) -> bool:
    attacked = _ATTACKED & {scene.form_after(found), scene.form_after(found, 1)}
    return bool(attacked) and (month_of(month.form), number) == (9, 11)


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
        years = [valid(today.year + k, month_of(month.form), numbers[0]) for k in (-1, 0, 1)]
        chosen = nearest([day for day in years if day], today, scene.direction(month.span))
        year = chosen.year if chosen else None
    ends = [valid(year, month_of(month.form), number) for number in numbers] if year else []
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
    given = None if told else scene.month_until(found.span, number) or _year_further_on(found, scene)
    if given:
        return Meaning("DATE", f"{given:04}-{number:02}", rule="times:written-out", mod=mod)
    today = scene.today("month")
    if today is None:
        return Meaning("DATE", None, rule="times:month-by-tense", mod=mod, needs=True)
    until = None if told else _month_until(found, scene)
    if until:
        year = _year_by_tense(until, today, _direction(found, month, scene)) - (number > until)
    elif found.one("last"):
        year = today.year - (number >= today.month)
    elif found.one("next"):
        year = today.year + (number <= today.month)
    elif found.one("this"):
        year = today.year
    else:
        year = _year_by_tense(number, today, _direction(found, month, scene))
    return Meaning("DATE", f"{year:04}-{number:02}", rule="times:month-by-tense", mod=mod)


def _direction(found: Found, month: Token, scene: Scene) -> Direction | None:
    """The tense of the verb, but not for what has a time of its own: "the bid for October elections failed"."""
    told = scene.direction(month.span)
    if scene.form_after(found) in _PLANNED_EVENTS:
        return None if told == "past" else told
    own = scene.form_after(found) == "'s" or scene.is_noun_after(found)
    return None if told == "future" and own else told


def _year_by_tense(month: int, today: date, direction: Direction | None) -> int:
    """The year of a bare month. Without a tense, one that begins within a quarter lies ahead."""
    if direction == "future" and (today.month - month) % 12 == 1:
        direction = None  # in July, hardly anybody tells of the June of next year without "next"
    ahead = direction == "future" or (direction != "past" and (month - today.month) % 12 <= 3)
    return today.year + (month < today.month) if ahead else today.year - (month > today.month)


def _month_until(found: Found, scene: Scene) -> int | None:
    """The month that a range of bare months ends with: "from August to October"."""
    joint, end = scene.after(found), scene.after(found, 1)
    ranged = joint is not None and joint.kind in {CLASSES["to"], CLASSES["hyphen"]}
    between = joint is not None and joint.form == "and" and scene.form_before(found) == "between"
    return month_of(end.form) if (ranged or between) and end and end.kind == CLASSES["month"] else None


def _day(year: int, month: int, number: int) -> Meaning:
    day = valid(year, month, number)
    if day is None:
        return Meaning("DATE", None, rule="times:impossible")
    return Meaning("DATE", day.isoformat(), rule="times:written-out")


def valid(year: int, month: int, number: int) -> date | None:
    """That day; None where the calendar has none."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def nearest(days: list[date], today: date, direction: Direction | None) -> date | None:
    """The day that lies behind or ahead of today, else the nearest.

    A day at hand wins over one that is nearly a year off, whatever the tense: "the ban ran until 3 August" in July.
    """
    closest = min(days, key=lambda day: abs(day - today), default=None)
    told = closest
    if direction == "past":
        told = max((day for day in days if (day - today).days <= ZONE_DAYS), default=None)
    if direction == "future":
        told = min((day for day in days if (today - day).days <= ZONE_DAYS), default=None)
    if closest is None or told is None:
        return told
    at_hand = abs(closest - today).days <= AT_HAND and abs(told - today).days > FAR_OFF
    return closest if at_hand else told


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
        return scene.tenses.tag(month.span) not in {"AUX", "VERB"} and scene.form_after(found) not in _SUBJECTS
    # "Jan" is a man where no dot and no preposition stands by it.
    short = len(month.form) <= 4 and month.form not in {"may", "june", "july", "sept"} and found.tokens[0] is month
    if short and _month_until(found, scene):
        return True  # "Nov-Feb"
    return not short or scene.text[month.span[1] - 1] == "." or scene.form_before(found) in DATED_BY | {"last", "this"}
