"""Days, times and amounts as the record writes them in; the same in words for people out.

>>> spoken_day("2031-03-18"), spoken_value("P20Y"), spoken_number(1460.0)
('18 March 2031', '20 years', '1,460')
"""

from __future__ import annotations

import re

from whoseword.model import Quantity, Time

_MONTHS = "January February March April May June July August September October November December".split()
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
_REFERENCES = {"PRESENT_REF": "now", "PAST_REF": "in the past", "FUTURE_REF": "in the future"}
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}
_BOUNDS = {"exact": "", "about": "about ", "at-least": "at least ", "at-most": "at most ", "range": ""}
_ISO_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?:T(\S+))?", re.ASCII)
_SIGN = re.compile(r"[A-Z]{0,3}[$£€¥₹]")
_WEEK = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)", re.ASCII)
_LENGTH = re.compile(r"P(T?)(\d+)([YMWDHS])", re.ASCII)


def spoken_day(value: str) -> str | None:
    """A day, month or year of ISO 8601 in words, to its own precision; None for anything else."""
    found = _ISO_DATE.fullmatch(value)
    if not found:
        return None
    year, month, day, time = found.groups()
    parts = [str(int(day))] if day else []
    parts += [_MONTHS[int(month) - 1]] if month else []
    return " ".join([*parts, year]) + (f", {_PARTS.get(time, time)}" if time else "")


def spoken_value(value: str) -> str:
    """A value of TIMEX3 in words where they are plain, else as it is written."""
    if week := _WEEK.fullmatch(value):
        return f"week {int(week[2])} of {week[1]}"
    if season := _SEASON.fullmatch(value):
        return f"{_SEASONS[season[2]]} {season[1]}"
    if (length := _LENGTH.fullmatch(value)) and (unit := _UNITS.get(length[1] + length[3])):
        return f"{length[2]} {unit if int(length[2]) == 1 else unit + 's'}"
    return spoken_day(value) or _REFERENCES.get(value, value)


def spoken_time(time: Time) -> str:
    """What a time expression means; that it cannot be told is said too."""
    if time.value is None:
        needs = "; it counts from the day of publication, which is not known" if time.needs_publication_date else ""
        return f"time not known{needs}"
    return spoken_value(time.value) + (f" ({time.mod.lower()})" if time.mod else "")


def spoken_amount(quantity: Quantity, text: str) -> str:
    """An amount with its bound, its unit and what it is of: "at least 1,500 people", "by $300", "decrease"."""
    if isinstance(quantity.value, str):
        where = [f"in {text[slice(*span)]}" for span in (quantity.where,) if span]
        return " ".join([quantity.value, *where])
    unit = quantity.unit or ""
    number = _with_unit(quantity.value, unit)
    if quantity.bound == "range" and quantity.high is not None:
        number = f"{number} to {_with_unit(quantity.high, unit)}"
    change = f"{quantity.change} " if quantity.change else ""
    of = [text[slice(*span)] for span in (quantity.of,) if span]
    where = [f"in {text[slice(*span)]}" for span in (quantity.where,) if span]
    # "2,500 US troops" counts troops already.
    apart = unit and not _SIGN.fullmatch(unit) and unit != "share" and not any(unit in words for words in of)
    return " ".join([f"{change}{_BOUNDS[quantity.bound]}{number}", *([unit] if apart else []), *of, *where])


def _with_unit(value: float, unit: str) -> str:
    """Money as "$300", a share as "67 %", else the number alone."""
    if unit == "share":
        return f"{100 * value:.0f} %"
    return f"{unit}{spoken_number(value)}" if _SIGN.fullmatch(unit) else spoken_number(value)


def spoken_number(value: float) -> str:
    """1460.0 is "1,460", 2.5 is "2.5"."""
    return f"{value:,.12g}"
