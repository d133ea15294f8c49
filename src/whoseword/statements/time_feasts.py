"""Holidays: their names in, the day that the tense of the verb, or a year beside them, picks out.

Fixed ones stand in `time_words.HOLIDAYS`. Easter and what is counted from it follow the Gregorian rule of the western
churches, after the method of Meeus; Thanksgiving, Labor Day and their like are those of the United States. Feasts that
follow the moon have no rule here.

>>> day_of_feast("good friday", 2021)
datetime.date(2021, 4, 2)
"""

from __future__ import annotations

from datetime import date, timedelta

from whoseword.statements.time_dates import NEW_YORK, nearest, valid, year_of
from whoseword.statements.time_scene import Found, Scene
from whoseword.statements.time_tense import Direction
from whoseword.statements.time_values import Meaning
from whoseword.statements.time_words import HOLIDAYS

# Days after Easter Sunday.
FROM_EASTER = {
    "easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2, "holy thursday": -3, "maundy thursday": -3,
    "palm sunday": -7, "ash wednesday": -46, "shrove tuesday": -47, "ascension day": 39, "pentecost": 49,
    "whit sunday": 49, "whit monday": 50,
}  # fmt: skip
# Month, weekday (Monday is 0) and which of them in the month; -1 is the last.
NTH_WEEKDAYS = {
    "thanksgiving": (11, 3, 4), "thanksgiving day": (11, 3, 4), "labor day": (9, 0, 1), "memorial day": (5, 0, -1),
    "presidents' day": (2, 0, 3), "columbus day": (10, 0, 2), "martin luther king day": (1, 0, 3),
    "martin luther king jr. day": (1, 0, 3), "martin luther king jr day": (1, 0, 3),
    "martin luther king, jr. day": (1, 0, 3),
}  # fmt: skip
# What is called after a feast and is none: the Good Friday Agreement, Easter Island, an Easter egg.
_NOT_FEASTS = frozenset("agreement accord accords deal island islands rising egg eggs bunny parade massacre".split())
# The eastern churches' Easter is another day.
_OTHER_CALENDARS = frozenset("orthodox greek coptic russian canadian".split())


def holiday(found: Found, scene: Scene) -> Meaning | None:
    """Christmas Eve, last Halloween, Good Friday, Thanksgiving 2020."""
    named = found.one("holiday")
    if named is None or scene.is_within_name(found.span) or scene.form_after(found) in _NOT_FEASTS:
        return None
    if named.form == "9/11":
        return Meaning("DATE", NEW_YORK, rule="times:holiday")
    year, today = year_of(found), scene.today("day")
    if scene.form_before(found) in _OTHER_CALENDARS:
        return None
    if year is not None:
        return _meaning(day_of_feast(named.form, year))
    if today is None:
        return Meaning("DATE", None, rule="times:holiday", needs=True)
    days = [day for k in (-1, 0, 1) if (day := day_of_feast(named.form, today.year + k))]
    direction: Direction | None = "past" if found.one("last") else "future" if found.one("next") else None
    return _meaning(nearest(days, today, direction or scene.direction(found.span)))


def day_of_feast(name: str, year: int) -> date | None:
    """Its day in that year; None where it has none in the calendar."""
    if name in HOLIDAYS:
        return valid(year, *HOLIDAYS[name])
    if not date.min.year <= year <= date.max.year:
        return None
    if name in FROM_EASTER:
        return _easter(year) + timedelta(FROM_EASTER[name])
    month, weekday, which = NTH_WEEKDAYS[name]
    days = [day for number in range(1, 32) if (day := valid(year, month, number)) and day.weekday() == weekday]
    return days[which if which < 0 else which - 1]


def _easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    day = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * day) // 451
    month, number = divmod(moon + day - 7 * late + 114, 31)
    return date(year, month, number + 1)


def _meaning(day: date | None) -> Meaning | None:
    return Meaning("DATE", day.isoformat(), rule="times:holiday") if day else None
