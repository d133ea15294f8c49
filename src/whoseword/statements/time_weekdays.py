"""Weekdays: "Thursday", "last Friday night", "Monday of last week" in, the day that is meant out.

Without a word such as "last", the tense of the verb tells on which side of the reference it lies. "The following
Monday" counts from the last date told before, "the Monday after the vote" from what may have no date.

>>> weekday(found, scene).value
'2021-07-22'
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from whoseword.statements.time_counted import is_fine_enough
from whoseword.statements.time_dates import mod_of
from whoseword.statements.time_scene import Found, Scene
from whoseword.statements.time_values import Meaning, day_of, shifted
from whoseword.statements.time_words import CLASSES, PARTS_OF_DAY, Token, weekday_of

_DAYS_OF_FAME = frozenset("good black bloody ash holy super cyber palm man maundy easter shrove fat girl red".split())
_OUTLETS = frozenset(
    "times telegraph herald mirror mail express post independent agreement people world age star live football sun"
    " review tribune business".split()
)


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
        told = scene.direction(named.span)
        days += -7 if told == "past" and days > 0 else 7 if told == "future" and days < 0 else 0
    elif scene.form_before(found) in {"a", "any"} and not _says_which(found, scene):
        return None  # "on a Monday": one of many
    elif found.one("the") and scene.form_after(found) in {"after", "before", "following", "when", "that"}:
        return Meaning("DATE", None, rule="times:anchored")  # "the Monday after the vote"
    else:
        told = scene.direction(named.span)
        behind = told in {"past", None} or (told == "present" and scene.form_before(found) == "a")
        # "The storm was expected on Friday", told on Saturday: a week ahead would be called the next one.
        days = -back if behind or (back == 1 and scene.tenses.was_ahead(named.span)) else ahead
    chosen = shifted(today, "day", days)
    return Meaning("DATE", chosen.isoformat(), rule="times:weekday-by-tense") if chosen else None


def part_of_weekday(found: Found, scene: Scene) -> Meaning | None:
    """Tuesday night, last Friday morning."""
    place = next(k for k, token in enumerate(found.tokens) if token.kind == CLASSES["weekday"])
    day, part = weekday(found.part(0, place + 1), scene), found.one("part")
    if day is None or part is None:
        return None
    value = f"{day.value}T{PARTS_OF_DAY[part.form]}" if day.value else None
    return replace(day, kind="TIME", value=value, mod=mod_of(found))


def weekday_in_week(found: Found, scene: Scene) -> Meaning | None:
    """Monday of last week, Friday next week."""
    named, unit, today = found.one("weekday"), found.one("unit"), scene.today("week")
    if named is None or unit is None or unit.form != "week":
        return None
    if today is None:
        return Meaning("DATE", None, rule="times:unit-by-reference", needs=True)
    weeks = -1 if found.one("last") else 1 if found.one("next") else 0
    day = shifted(today, "day", 7 * weeks + weekday_of(named.form) - today.weekday())
    return Meaning("DATE", day.isoformat(), rule="times:unit-by-reference") if day else None


def weekday_by_anchor(found: Found, scene: Scene) -> Meaning | None:
    """The following Monday, the previous Friday: from the last date told."""
    named = found.one("weekday")
    if named is None or not found.is_any("following", "previous", "preceding", "prior"):
        return None
    anchor = scene.anchor(found.span)
    start = day_of(anchor.value) if anchor and is_fine_enough(anchor, "day") else None
    if anchor is None or start is None:
        return Meaning("DATE", None, rule="times:anchored")
    day = _next(start, named) if found.is_any("following") else _last(start, named)
    return Meaning("DATE", day.isoformat(), rule="times:anchored", anchor=anchor.span) if day else None


def _next(start: date, named: Token) -> date | None:
    return shifted(start, "day", (weekday_of(named.form) - start.weekday()) % 7 or 7)


def _last(start: date, named: Token) -> date | None:
    return shifted(start, "day", -((start.weekday() - weekday_of(named.form)) % 7 or 7))


def _says_which(found: Found, scene: Scene) -> bool:
    """A Monday vote and a Monday night vote are of this Monday; "on a Monday" and "on a Monday night" of any."""
    behind = scene.after(found)
    end = found.last + (behind is not None and behind.kind == CLASSES["part"])
    written = scene.text[found.span[0]].isupper()  # "a friday feeling" is none
    again = scene.form_after(found) in {"show", "paper", "newspaper", "school", "magazine", "service", "talk"}
    return (
        written
        and not again
        and scene.form_before(found) == "a"
        and _is_before_noun(Found(found.first, end, found.tokens), scene)
    )


def _is_before_noun(found: Found, scene: Scene) -> bool:
    behind = scene.after(found)
    public = behind is not None and scene.tenses.tag(behind.span) == "ADJ"  # "a Monday public hearing"
    return scene.is_noun_after(found) or (
        public and scene.is_noun_after(Found(found.first, found.last + 1, found.tokens))
    )


def _is_weekday(found: Found, named: Token, scene: Scene) -> bool:
    around = scene.form_before(found) in _DAYS_OF_FAME or scene.form_after(found) in _OUTLETS
    capital = scene.text[found.span[1] : found.span[1] + 2].strip()[:1].isupper()
    return not (around and (capital or scene.form_before(found) in _DAYS_OF_FAME)) and not scene.is_within_name(
        named.span
    )
