"""Entries of a timeline made by hand, for the tests of its drawing; places and people are invented."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from whoseword.across import Happened, Ref


def happened(number: int, begin: str | None = None, end: str | None = None, **facts: Any) -> Happened:
    """An entry; a day alone is one day long."""
    if begin and end is None and len(begin) == 10:
        end = (date.fromisoformat(begin) + timedelta(days=1)).isoformat()
    given: dict[str, Any] = {
        "words": f"the harbour office shut pier {number}",
        "printed": "2031-05-09",
        "mode": "actual",
        "units": (Ref("r1", f"s{number}"),),
        "sources": ("Ada Rook",),
    }
    return Happened(id=f"{number:012x}", begin=begin, end=end, **(given | facts))


def story(count: int, span: int = 40, start: str = "2031-04-01") -> list[Happened]:
    """Entries as a running story has them: years of background, a dense month, half of them without a date."""
    made = []
    for at in range(count):
        day = date.fromisoformat(start) + timedelta(days=at * span // count)
        printed = (day + timedelta(days=at % 3)).isoformat()
        words = f"Deputy Minister Rolf Anders of Kestria met the mayor of Lower Fenn about pier {at} and its two gates"
        facts = {"printed": printed, "words": words, "mode": ("actual", "actual", "planned", "negated")[at % 4]}
        if at % 8 == 0:
            year = 1990 + at % 30
            made.append(happened(at, f"{year}-01-01", f"{year + 1}-01-01", **facts))
        else:
            made.append(happened(at, day.isoformat() if at % 2 else None, **facts))
    return sorted(made, key=lambda one: one.begin or one.printed or "")
