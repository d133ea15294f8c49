"""Which of two reports came first, by their days of publication.

In: days as reports give them (ISO, to the precision given). Out: how one stands to the other. A month is compared with
a day only where the day lies outside it: what the dates leave open stays open.

>>> order("2031-05-08", "2031-05-09"), order("2031-05", "2031-05-09"), order(None, "2031-05-09")
('before', 'unknown', 'unknown')
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal

Order = Literal["before", "same", "after", "unknown"]

Days = tuple[date, date]  # half-open
_MONTHS = 12
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d|-W)")


def days(value: str | None) -> Days | None:
    """The days (half-open) that an ISO day, month or year names; a time of day is left out. None where it is none."""
    found = _ISO.match(value or "")
    if not found:
        return None
    year, month, day = (int(field) if field else None for field in found.groups())
    try:
        begin = date(year or 0, month or 1, day or 1)
        return begin, _next(begin, is_day=day is not None, is_month=month is not None)
    except (ValueError, OverflowError):
        return None


def _next(begin: date, *, is_day: bool, is_month: bool) -> date:
    """The first day behind a day, a month or a year."""
    if is_day:
        return begin + timedelta(days=1)
    months = begin.month if is_month else _MONTHS
    return date(begin.year + months // _MONTHS, months % _MONTHS + 1, 1)


def order(a: str | None, b: str | None) -> Order:
    """How the day `a` stands to the day `b`. "same" only of single days; overlapping ones are "unknown"."""
    one, other = days(a), days(b)
    if one is None or other is None:
        return "unknown"
    if one[1] <= other[0]:
        return "before"
    if other[1] <= one[0]:
        return "after"
    return "same" if one == other and one[1] - one[0] == timedelta(days=1) else "unknown"


def meet(a: tuple[str | None, str | None], b: tuple[str | None, str | None]) -> bool:
    """Whether two half-open intervals of ISO days share one; an open end is open, and no date agrees with any.

    >>> meet(("2031-05-01", "2031-06-01"), ("2031-05-08", "2031-05-09")), meet((None, None), ("2031-05-08", None))
    (True, True)
    """
    starts_late = a[0] is not None and b[1] is not None and a[0] >= b[1]
    return not starts_late and not (b[0] is not None and a[1] is not None and b[0] >= a[1])
