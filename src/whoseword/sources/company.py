"""How near two reports are to each other: their days and the names that stand in both.

In: two Appearances. Out: numbers that the comparisons of names rest on.

>>> days_between(a, b)
3
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from whoseword.across import Appearance


@lru_cache(maxsize=1 << 14)
def ordinal(day: str | None) -> int | None:
    """The number of an ISO day; of a month or a year its first day; None where there is none."""
    if not day:
        return None
    parts = [*day[:10].split("-"), "1", "1"][:3]
    try:
        return date(*map(int, parts)).toordinal()
    except ValueError:
        return None


def days_between(a: Appearance, b: Appearance) -> int | None:
    """The days between the two reports; None where one of them has no day."""
    one, other = ordinal(a.day), ordinal(b.day)
    return None if one is None or other is None else abs(one - other)


def shared_names(a: Appearance, b: Appearance) -> int:
    """How many other names stand in both reports."""
    return len(set(a.with_names) & set(b.with_names))
