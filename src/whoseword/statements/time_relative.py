"""Times counted from another time: a matched shape and its scene in, a `Meaning` out.

"yesterday" and "last week" are counted from the reference; "the following week" and "that day" from the last date told
before, and where the text has none from nothing: they then stay without a value.

>>> deictic(found, scene).value
'2021-07-21'
"""

from __future__ import annotations

from datetime import date

from whoseword.model import TimeKind
from whoseword.statements.time_counted import ends_phrase, is_fine_enough, lasting
from whoseword.statements.time_dates import mod_of
from whoseword.statements.time_scene import NOT_A_TIME, Found, Scene
from whoseword.statements.time_values import (
    FINER_THAN_DAY,
    Meaning,
    day_of,
    shifted,
    value_of,
)
from whoseword.statements.time_words import CLASSES, PARTS_OF_DAY, unit_of

_DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
# "the past decade" is ten years up to now; "the last decade" and "last decade" may be those before.
_LASTING = frozenset({"year", "month", "week", "decade", "century", "day", "hour", "fortnight"})


def deictic(found: Found, scene: Scene) -> Meaning | None:
    """Today, yesterday morning, tonight, the day before yesterday."""
    word = found.one("deictic")
    if word is None or scene.is_within_name(found.span) or scene.form_before(found) in {"usa", "russia", "america"}:
        return None
    today, part = scene.today("day"), found.one("part")
    if word.form == "tomorrow" and _is_of_times_to_come(found, scene):
        return Meaning("DATE", "FUTURE_REF", rule="times:vague")
    kind: TimeKind = "TIME" if part or word.form == "tonight" else "DATE"
    if today is None:
        return Meaning(kind, None, rule="times:deictic", needs=True)
    further = 0 if not found.one("before", "after") else -1 if found.one("before") else 1
    day = shifted(today, "day", _DEICTIC[word.form] + further)
    if day is None:
        return None
    code = PARTS_OF_DAY[part.form] if part else "NI" if word.form == "tonight" else None
    return Meaning(kind, f"{day}T{code}" if code else str(day), rule="times:deictic", mod=mod_of(found))


def _is_of_times_to_come(found: Found, scene: Scene) -> bool:
    """The cars of tomorrow, not the end of tomorrow."""
    things = scene.form_before(found, 2)
    plural = things.endswith("s") and things.isalpha() and unit_of(things) not in _LASTING | PARTS_OF_DAY.keys()
    return scene.form_before(found) == "of" and plural and len(found.tokens) == 1


def part_of_today(found: Found, scene: Scene) -> Meaning | None:
    """This morning, last night, tomorrow's evening."""
    part = found.one("part")
    assert part is not None
    today = scene.today("day")
    if today is None:
        return Meaning("TIME", None, rule="times:deictic", needs=True)
    away = -1 if found.one("last") else 1 if found.one("next") else 0
    day = shifted(today, "day", away)
    return Meaning("TIME", f"{day}T{PARTS_OF_DAY[part.form]}", rule="times:deictic", mod=mod_of(found))


def unit_by_reference(found: Found, scene: Scene) -> Meaning | None:
    """Last week, next year, earlier this month, the end of the year."""
    token = found.one("unit", "units")
    unit = unit_of(token.form) if token else "second"
    if unit in FINER_THAN_DAY or _points_back(found) or _is_part_of(found, scene):
        return None
    if unit in {"weekend", "day"}:
        return weekend(found, scene) if unit == "weekend" else _day_of_reference(found, scene)
    away = -1 if found.one("last") else 1 if found.one("next") else 0
    if found.one("next") and found.one("the") and not found.one("end", "start", "early", "late"):
        held = scene.form_before(found) in {"over", "in", "within", "during", "for"}
        return lasting(scene, "1", unit, 1) if held or found.is_any("coming") else None
    held = scene.form_before(found) in {"over", "within", "during"} or unit in {"decade", "century"}
    held = held or (scene.form_before(found) == "for" and unit in {"week", "month"})  # not "profit for the last year"
    lasts = found.is_any("past") or (found.is_any("the") and found.is_any("last") and held)
    if lasts and unit in _LASTING:
        return lasting(scene, "1", unit, -1)
    today = scene.today(unit)
    if today is None:
        return Meaning("DATE", None, rule="times:unit-by-reference", mod=mod_of(found), needs=True)
    day = shifted(today, unit, away)
    return Meaning("DATE", _value(day, unit), rule="times:unit-by-reference", mod=mod_of(found)) if day else None


def weekend(found: Found, scene: Scene) -> Meaning | None:
    """This weekend, the weekend: told of on a Monday in the past tense, it is that of the week before."""
    token = found.one("unit")
    if token is None or token.form != "weekend":
        return None
    today = scene.today("week")
    if today is None:
        return Meaning("DATE", None, rule="times:unit-by-reference", needs=True)
    away = -1 if found.one("last") else 1 if found.one("next") else 0
    if not away and today.weekday() < 5 and scene.direction(token.span) == "past":
        away = -1
    day = shifted(today, "week", away)
    return Meaning("DATE", value_of(day, "weekend"), rule="times:unit-by-reference") if day else None


def unit_ends(found: Found, scene: Scene) -> Meaning | None:
    """Year-end, month's end."""
    token = found.one("unit")
    today = scene.today(unit_of(token.form)) if token else None
    if token is None or token.form not in {"year", "month", "week", "quarter", "decade"}:
        return None
    if today is None:
        return Meaning("DATE", None, rule="times:unit-by-reference", mod="END", needs=True)
    return Meaning("DATE", value_of(today, token.form), rule="times:unit-by-reference", mod="END")


def unit_by_anchor(found: Found, scene: Scene) -> Meaning | None:
    """The following week, the next day, that year, the same month, the year before: from the last date told."""
    token = found.one("unit", "part")
    if token is None or unit_of(token.form) in FINER_THAN_DAY:
        return None
    unit, kind = unit_of(token.form), "DATE"
    if found.tokens[-1] is not token and not ends_phrase(found, scene):
        return None  # "the day after the vote"
    away = 1 if found.one("next", "after", "later") else -1 if found.one("last", "before", "earlier") else 0
    anchor = scene.anchor(found.span)
    part = PARTS_OF_DAY.get(token.form)
    if part:
        unit, kind = "day", "TIME"
    if part is None and away < 0 and found.is_any("previous", "preceding", "prior") and scene.is_compared(found.span):
        anchor = scene.period(found.span, frozenset({unit})) or anchor
        last_year = None if anchor or unit != "year" else scene.today("year")
        if last_year:  # "up from the previous year", where no other is told
            return Meaning("DATE", f"{last_year.year - 1:04}", rule="times:unit-by-reference", mod=mod_of(found))
    if anchor is None or not is_fine_enough(anchor, unit):
        return Meaning("TIME" if kind == "TIME" else "DATE", None, rule="times:anchored", mod=mod_of(found))
    start = day_of(anchor.value)
    day = shifted(start, unit, away) if start else None
    if day is None:
        return None
    value = f"{day}T{part}" if part else value_of(day, unit)
    return Meaning("TIME" if part else "DATE", value, rule="times:anchored", mod=mod_of(found), anchor=anchor.span)


def other_part(found: Found, scene: Scene) -> Meaning | None:
    """In the morning, by evening: of the day told last in the sentence, else of the day of reference."""
    part = found.one("part")
    anchor = scene.anchor(found.span)
    if part is None or scene.is_within_name(found.span):
        return None
    if found.one("at") and part.form in {"night", "evening", "nighttime", "daytime"}:
        return None  # at night, as on every night
    near = anchor is not None and not {".", "\n"} & set(scene.text[anchor.span[1] : found.span[0]])
    if not near or anchor is None or not is_fine_enough(anchor, "day"):
        anchor = scene.day_told(found.span)
    day = day_of((anchor.value or "").split("T")[0]) if anchor else scene.today("day")
    if day is None:
        return Meaning("TIME", None, rule="times:deictic", needs=True)
    return Meaning("TIME", f"{day}T{PARTS_OF_DAY[part.form]}", rule="times:deictic", mod=mod_of(found))


def age(_found: Found, _scene: Scene) -> Meaning | None:
    """14 years old, a two-year-old: how old somebody is, which is no time."""
    return NOT_A_TIME


def _day_of_reference(found: Found, scene: Scene) -> Meaning | None:
    if not found.one("end", "start", "later", "earlier", "rest", "late", "early", "mid", "for"):
        return None
    told = scene.day_told(found.span)
    if told is not None:
        value = (told.value or "").split("T")[0]
        return Meaning("DATE", value, rule="times:anchored", mod=mod_of(found), anchor=told.span)
    today = scene.today("day")
    if today is None:
        return Meaning("DATE", None, rule="times:unit-by-reference", mod=mod_of(found), needs=True)
    return Meaning("DATE", str(today), rule="times:unit-by-reference", mod=mod_of(found))


def _is_part_of(found: Found, scene: Scene) -> bool:
    """Whether it is the last or the next of something told behind it: "the last week of June"."""
    behind = scene.after(found, 1)
    told = {CLASSES[name] for name in ("month", "year", "season", "the")}
    return (
        found.one("the") is not None
        and scene.form_after(found) == "of"
        and behind is not None
        and (behind.kind in told and found.one("last", "next") is not None)
    )


def _points_back(found: Found) -> bool:
    """Whether it is "the previous week", counted from what was told before."""
    return found.one("the") is not None and found.is_any("following", "previous", "preceding", "prior")


def _value(day: date, unit: str) -> str:
    return value_of(day, "week" if unit == "fortnight" else unit)
