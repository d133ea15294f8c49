"""Times that count units, such as "two weeks ago" and "a year later": a match and its scene in, a `Meaning` out.

What is counted keeps the precision of its unit: three years ago is a year, two weeks ago a day. "Two days later" counts
from the last date told before, "a day after the vote of 3 May" from the next; without such a date there is no value.

>>> counted(found, scene).value
'2021-07-08'
"""

from __future__ import annotations

import re
from typing import Literal

from whoseword.model import Time
from whoseword.statements.time_scene import Found, Scene, count_of
from whoseword.statements.time_values import (
    COUNTED_AS,
    FINER_THAN_DAY,
    Meaning,
    day_of,
    days_of,
    length,
    shifted,
    unit_in,
    value_of,
)
from whoseword.statements.time_words import CLASSES, MARK, unit_of

COMPARABLE = frozenset({"month", "quarter", "half"})
# "The lowest level in six years", "the second loss in two weeks".
_RECORD = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)"
    r"|only|most|least|best|worst|[a-z]+est)\b[^.;,]*$"
)


def counted(found: Found, scene: Scene) -> Meaning | None:
    """Two weeks ago, a decade ago, three years from now; with the precision of the unit."""
    unit, count = counted_unit(found)
    back = found.one("ago", "before", "earlier") is not None or found.is_any("back")
    if count == "X":
        value = "PAST_REF" if back else "FUTURE_REF"
        return Meaning("DATE", value, rule="times:counted")
    if back and unit == "year" and scene.is_compared(found.span) and count.isdecimal():
        period = scene.period(found.span, COMPARABLE)
        if period is not None:
            return _from_anchor(period, unit, count, -1)
    return _counted_from(scene, unit, count, -1 if back else 1)


def ahead(found: Found, scene: Scene) -> Meaning | None:
    """In two weeks: so long from now where the verb looks ahead, else so long a time."""
    unit, count = counted_unit(found)
    if (scene.form_after(found), scene.form_after(found, 1)) in {("'", "time"), ("’", "time"), ("'s", "time")}:
        return None if count == "X" else _counted_from(scene, unit, count, 1)  # "in two years' time"
    record = _RECORD.search(scene.text[max(0, found.span[0] - 60) : found.span[0]])
    if unit in FINER_THAN_DAY or record or scene.direction(found.span) in {"past", None}:
        return None
    if count == "X":
        return Meaning("DATE", "FUTURE_REF", rule="times:counted")
    return _counted_from(scene, unit, count, 1)


def counted_by_anchor(found: Found, scene: Scene) -> Meaning | None:
    """Two days later, a year earlier: from the last date told before."""
    unit, count = counted_unit(found)
    away: Literal[-1, 1] = -1 if found.one("before", "earlier") else 1
    if found.one("before", "after") and not ends_phrase(found, scene):
        return None  # "two days before the launch"
    if unit in FINER_THAN_DAY:
        return None
    if scene.form_after(found) == "than":
        return Meaning("DURATION", length(count, unit), rule="times:duration")  # "a year earlier than planned"
    anchor = scene.anchor(found.span)
    if away < 0 and count.isdecimal() and unit in {"year", "quarter", "month"} and scene.is_compared(found.span):
        # "5% more than a year earlier": than in that period, not on the day of speaking.
        anchor = scene.period(found.span, COMPARABLE | {"year"})
        if anchor is None:
            return _counted_from(scene, unit, count, -1)
    if anchor is None or count == "X" or not is_fine_enough(anchor, unit):
        return Meaning("DATE", None, rule="times:anchored")
    return _from_anchor(anchor, unit, count, away)


def counted_by_next(found: Found, scene: Scene) -> Meaning | None:
    """A day after the vote of 3 May; "two days before the launch", which has no date, is a length of time."""
    unit, count = counted_unit(found)
    anchor = scene.anchor_after(found, 6)
    if anchor is None or count == "X" or not is_fine_enough(anchor, unit):
        return None
    return _from_anchor(anchor, unit, count, -1 if found.one("before") else 1)


def past_or_coming(found: Found, scene: Scene) -> Meaning | None:
    """The past 20 years, the next two weeks, the coming months."""
    unit, count = counted_unit(found)
    numbered = found.one("number", "day", "few", "a", "year")
    back = found.one("last") is not None
    if found.tokens[0].form == "last" and scene.tenses.tag(found.tokens[0].span) in {"VERB", "AUX"}:
        return None  # "the truce will last 60 days"
    if numbered is None:
        if not back:
            return Meaning("DATE", "FUTURE_REF", rule="times:vague")
        if found.is_any("past", "previous", "prior", "preceding"):
            return Meaning("DATE", "PAST_REF", rule="times:vague")
        return None
    return lasting(scene, count, unit, -1 if back else 1)


def ends_phrase(found: Found, scene: Scene) -> bool:
    """Whether nothing follows that the words belong to, as in "the day before the vote"."""
    behind = scene.after(found)
    return behind is None or behind.kind in {MARK, CLASSES["comma"], CLASSES["and"]}


def counted_unit(found: Found) -> tuple[str, str]:
    """The unit, and how many of it as a value writes them; "X" where the words leave that open."""
    token = found.one("units", "unit", "quarter")
    assert token is not None
    place = found.tokens.index(token)
    told = [t for t in found.tokens[:place] if t.kind != CLASSES["adjective"]]
    extra = [t for t in found.tokens[place + 1 :] if t.kind == CLASSES["half"]]
    bare = not told and token.kind == CLASSES["units"]
    count = "X" if bare else count_of([t for t in told if t.kind not in _NOT_COUNTING] + extra)
    if extra and count == "0.5":
        count = "1.5"
    return unit_of(token.form), count


_NOT_COUNTING = frozenset(CLASSES[name] for name in ("the", "last", "next", "this", "in", "within", "of"))


def _counted_from(scene: Scene, unit: str, count: str, sign: int) -> Meaning | None:
    steps = float(count)
    if unit in FINER_THAN_DAY:
        if unit != "hour" or steps % 24:
            return Meaning("TIME", None, rule="times:counted")
        unit, steps = "day", steps / 24
    if steps % 1:
        whole = {"year": (12, "month"), "decade": (10, "year"), "century": (100, "year")}
        factor, finer = whole.get(unit, (1, unit))
        unit, steps = finer, steps * factor
    # "A decade ago" is a year, "a fortnight ago" a day: so precise are words that count.
    shown = {"week": "day", "fortnight": "day", "decade": "year", "century": "year"}.get(unit, unit)
    today = scene.today(shown)
    if today is None:
        return Meaning("DATE", None, rule="times:counted", needs=True)
    day = shifted(today, unit, sign * round(steps))
    return Meaning("DATE", value_of(day, shown), rule="times:counted") if day else None


def _from_anchor(anchor: Time, unit: str, count: str, away: int) -> Meaning | None:
    start = day_of(anchor.value)
    if start is None or float(count) % 1:
        return None
    day = shifted(start, unit, away * int(float(count)))
    own = unit_in(anchor.value or "")
    # Two years after a day is a year, as it is before today; two days after a month cannot be said.
    shown = (
        {"week": "day", "fortnight": "day"}.get(unit, unit)
        if own == "day"
        else own
        if own in {"month", "week", "quarter", "year"}
        else "year"
    )
    return Meaning("DATE", value_of(day, shown), rule="times:anchored", anchor=anchor.span) if day else None


def is_fine_enough(anchor: Time, unit: str) -> bool:
    """Whether such units can be counted from the anchor: days cannot be from a month."""
    order = ("day", "weekend", "week", "month", "quarter", "half", "year", "decade", "century")
    unit = COUNTED_AS[unit][1] if unit in COUNTED_AS else unit
    fine = unit_in(anchor.value or "") if days_of(anchor.value) else "century"
    if unit == "weekend" or unit not in order:
        return False
    return order.index(fine) <= order.index(unit)


def lasting(scene: Scene, count: str, unit: str, sign: int) -> Meaning:
    """A length of time that ends or begins on the day of reference."""
    today = scene.today("day")
    days: tuple[str, str] | None = None
    if today and count != "X" and unit not in FINER_THAN_DAY and float(count) % 1 == 0:
        far = shifted(today, unit, sign * int(float(count)))
        days = None if far is None else (str(min(today, far)), str(max(today, far)))
    return Meaning("DURATION", length(count, unit), rule="times:duration", days=days)
