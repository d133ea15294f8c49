"""Periods that reports compare: "the same period last year", "the year-ago quarter", "the quarter", "the day".

They are those of a month, quarter or week told before; where none is, "the quarter" of a verb in the past is the last
one that had ended, and "the day", "the week" and "the year" are those of the reference.

>>> same_period(found, scene).value
'2020-Q2'
"""

from __future__ import annotations

from dataclasses import replace

from whoseword.model import Time
from whoseword.statements.time_dates import full_date, month_day, ordinal_number_of, relative_year, year_of
from whoseword.statements.time_relative import weekend
from whoseword.statements.time_scene import Found, Scene
from whoseword.statements.time_values import Meaning, day_of, shifted, unit_in, value_of
from whoseword.statements.time_words import CLASSES, month_of, unit_of

PARTS_OF_YEAR = frozenset({"week", "month", "quarter", "half"})
_DURING = frozenset("in during for over throughout on".split())
_EDGES = frozenset(
    "end ends ended ending close closes closed closing finish finishes finished finishing start starts started starting"
    " begin begins began through".split()
)
_PARTS = frozenset(
    "most rest all part much remainder close start end high low highs lows hours trading match day days week weeks"
    " month months quarter quarters half".split()
)
# "The day of the vote", "the year to March", "the week he left": what follows says which.
_SAYS_WHICH = frozenset(
    "of that when since before after to ended ending through until till i we he she it they his her their our my the"
    " a an in which where".split()
)


def same_period(found: Found, scene: Scene) -> Meaning | None:
    """The same period last year, the corresponding quarter of 2020, the same month a year earlier."""
    named = next(token for token in found.tokens if token.kind in {CLASSES["period"], CLASSES["unit"]})
    units = PARTS_OF_YEAR if named.form == "period" else frozenset({named.form})
    period = scene.period(found.span, units)
    place = found.tokens.index(named) + 1
    tail = found.part(place, len(found.tokens))
    if not tail.tokens:
        return _as_told(period) if named.form == "period" else None
    if not tail.one("year", "unit") or (tail.one("unit") and not tail.is_any("year")):
        return None
    year = year_of(tail) or (None if tail.one("ago", "earlier", "before") else relative_year(tail, scene))
    if period is None:
        value = str(year) if year else None
        return Meaning("DATE", value, rule="times:anchored")
    own = int((period.value or "0")[:4])
    return _in_year(period, own - 1 if year is None or year == own else year)


def year_ago(found: Found, scene: Scene) -> Meaning | None:
    """The year-ago quarter, the year-earlier period, the year-ago third quarter, a year-ago profit."""
    unit = found.tokens[-1]
    if not found.is_any("year") or (unit.form == "year" and found.one("period") is None):
        return None
    if unit.kind in {CLASSES["ago"], CLASSES["earlier"]}:
        return _of_year_ago(found, scene)
    number = ordinal_number_of(found)
    if number and unit.form == "quarter":
        today = scene.today("quarter")
        if today is None:
            return Meaning("DATE", None, rule="times:quarter-by-tense", needs=True)
        year = today.year - 1 - (3 * number - 2 > today.month)
        return Meaning("DATE", f"{year:04}-Q{number}", rule="times:quarter-by-tense")
    units = PARTS_OF_YEAR if unit.form == "period" else frozenset({unit.form})
    period = scene.period(found.span, units)
    if period is None:
        return Meaning("DATE", None, rule="times:anchored")
    return _in_year(period, int((period.value or "0")[:4]) - 1)


def period_of_year(found: Found, scene: Scene) -> Meaning | None:
    """The 2020 quarter, the 2020 period: that quarter or month of the year which is compared with it."""
    unit, year = found.tokens[-1], year_of(found)
    if unit.form not in {"quarter", "period"} or year is None:
        return None
    period = scene.period(found.span, PARTS_OF_YEAR if unit.form == "period" else frozenset({"quarter"}))
    return None if period is None else _in_year(period, year)


def latest(found: Found, scene: Scene) -> Meaning | None:
    """The latest quarter, the most recent month: the last that had ended."""
    unit = found.tokens[-1].form
    if unit not in {"week", "month", "quarter", "year"}:
        return None
    today = scene.today(unit)
    if today is None:
        return Meaning("DATE", None, rule="times:unit-by-reference", needs=True)
    day = shifted(today, unit, -1)
    return Meaning("DATE", value_of(day, unit), rule="times:unit-by-reference") if day else None


def the_unit(found: Found, scene: Scene) -> Meaning | None:
    """The day, the week, the month, the quarter and the year, where words around say that a time is meant."""
    unit = unit_of(found.tokens[-1].form)
    if unit == "weekend":
        return weekend(found, scene)
    if unit not in {"day", "week", "month", "quarter", "year"}:
        return None
    if scene.form_after(found) in {"ended", "ending", "to"}:
        return _ending(found, unit, scene)
    before, further = scene.form_before(found), scene.form_before(found, 2)
    licensed = before in _DURING | _EDGES or (before == "of" and further in _PARTS)
    if not licensed or scene.form_after(found) in _SAYS_WHICH or scene.is_noun_after(found):
        return None
    return _of_report(found, unit, scene)


def running(found: Found, scene: Scene) -> Meaning | None:
    """A second consecutive day, the fifth straight week, the third day in a row."""
    unit = found.tokens[-1].form
    row = (scene.form_after(found), scene.form_after(found, 1), scene.form_after(found, 2)) == ("in", "a", "row")
    if unit not in {"day", "week"} or not (row or found.is_any("consecutive", "straight", "successive")):
        return None
    return _of_report(found, unit, scene)


def week_of(found: Found, scene: Scene) -> Meaning | None:
    """The week of July 5."""
    if not found.is_any("week"):
        return None
    rest = found.part(next(k for k, token in enumerate(found.tokens) if token.form == "of") + 1, len(found.tokens))
    day = full_date(rest, scene) if year_of(rest) else month_day(rest, scene)
    if day is None or day.value is None:
        return day
    first = day_of(day.value)
    return replace(day, value=value_of(first, "week")) if first else None


def month_quarter(found: Found, scene: Scene) -> Meaning | None:
    """The June quarter, the December 2020 quarter."""
    month, year = found.one("month"), year_of(found)
    if month is None or not found.is_any("quarter") or month_of(month.form) % 3:
        return None
    number, today = month_of(month.form) // 3, scene.today("quarter")
    if year is None and today is None:
        return Meaning("DATE", None, rule="times:quarter-by-tense", needs=True)
    if year is None and today:
        year = today.year - (scene.direction(found.span) != "future" and 3 * number - 2 > today.month)
    return Meaning("DATE", f"{year:04}-Q{number}", rule="times:quarter-by-tense")


def day_of_month(found: Found, scene: Scene) -> Meaning | None:
    """On the 15th, the 15th of this month."""
    ordinal, unit = found.one("ordinal"), found.one("unit")
    if ordinal is None or not ordinal.form[0].isdigit() or (unit and unit.form != "month"):
        return None
    behind = scene.after(found)
    if unit is None and (scene.form_before(found) != "on" or (behind and behind.form.isalpha())):
        return None
    today = scene.today("month")
    number = ordinal_number_of(found) or 0
    if today is None or not scene.today("day"):
        return Meaning("DATE", None, rule="times:day-by-tense", needs=True)
    ahead = scene.direction(found.span) == "future"
    away = (number < today.day) if ahead else -(number > today.day)
    if unit:
        away = -1 if found.one("last") else 1 if found.one("next") else 0
    month = shifted(today.replace(day=1), "month", away)
    if month is None or number > 31:
        return None
    day = shifted(month, "day", number - 1)
    return Meaning("DATE", day.isoformat(), rule="times:day-by-tense") if day and day.month == month.month else None


def then(found: Found, scene: Scene) -> Meaning | None:
    """Since then, by that time: the last date told. "At the time" is no more than the past."""
    if found.is_any("time") and found.one("the"):
        clause = not found.one("at") or scene.form_after(found) in _SAYS_WHICH
        return None if clause else Meaning("DATE", "PAST_REF", rule="times:vague")
    joint = scene.after(found)
    if joint is not None and joint.kind == CLASSES["hyphen"]:
        return None  # "by then-mayor Vale"
    anchor = scene.anchor(found.span)
    if anchor is None:
        return Meaning("DATE", None, rule="times:anchored")
    return Meaning(anchor.kind, anchor.value, rule="times:anchored", mod=None, anchor=anchor.span)


def _of_year_ago(found: Found, scene: Scene) -> Meaning | None:
    """The year-ago profit: that of the month, quarter or half told last, else of last year."""
    period, today = scene.period(found.span, PARTS_OF_YEAR - {"week"}), scene.today("year")
    if period is not None:
        return _in_year(period, int((period.value or "0")[:4]) - 1)
    if today is None:
        return Meaning("DATE", None, rule="times:unit-by-reference", needs=True)
    return Meaning("DATE", f"{today.year - 1:04}", rule="times:unit-by-reference")


def _ending(found: Found, unit: str, scene: Scene) -> Meaning | None:
    """The quarter ended June 30, the year to March, the week ending July 10."""
    behind = scene.after(found, 1)
    if behind is None or behind.kind not in {CLASSES[name] for name in ("month", "day", "ordinal", "weekday", "in")}:
        return None
    if unit == "quarter":
        return Meaning("DURATION", "P1Q", rule="times:duration")
    return None if unit == "day" else Meaning("DURATION", f"P1{unit[0].upper()}", rule="times:duration")


def _of_report(found: Found, unit: str, scene: Scene) -> Meaning | None:
    """That of the time told before, else that of the reference."""
    told = scene.day_told(found.span) if unit == "day" else None
    if unit in {"month", "quarter", "week"}:
        told = scene.period(found.span, frozenset({unit}))
    if told is not None:
        return _as_told(told)
    today = scene.today(unit)
    if today is None:
        return Meaning("DATE", None, rule="times:unit-by-reference", needs=True)
    if unit == "quarter" and scene.direction(found.span) == "past":
        today = shifted(today, "quarter", -1) or today
    return Meaning("DATE", value_of(today, unit), rule="times:unit-by-reference")


def _as_told(period: Time | None) -> Meaning:
    if period is None:
        return Meaning("DATE", None, rule="times:anchored")
    value = (period.value or "").split("T")[0]
    return Meaning("DATE", value, rule="times:anchored", anchor=period.span)


def _in_year(period: Time, year: int) -> Meaning:
    value = period.value or ""
    if unit_in(value) == "week" and value.endswith("W53"):
        return Meaning("DATE", None, rule="times:anchored", anchor=period.span)
    return Meaning("DATE", f"{year:04}{value[4:]}", rule="times:anchored", anchor=period.span)
