"""The hours of a day: "5:30 p.m.", "1500 GMT", "noon" in, "T17:30" out; its day comes from the words beside it.

A zone is written into the value only where its letters always mean the same offset: "ET" is an hour less in summer.

>>> clock(found, scene).value
'2021-07-21T17:00'
"""

from __future__ import annotations

import re

from whoseword.statements.time_scene import Found, Scene
from whoseword.statements.time_values import Meaning, day_of
from whoseword.statements.time_words import CLASSES, NUMBERS

OFFSETS = {
    "gmt": "Z", "utc": "Z", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00", "est": "-05:00", "edt": "-04:00",
    "pst": "-08:00", "pdt": "-07:00", "msk": "+03:00", "eet": "+02:00", "eest": "+03:00", "cdt": "-05:00",
    "mdt": "-06:00", "mst": "-07:00", "jst": "+09:00", "aest": "+10:00", "aedt": "+11:00", "nzst": "+12:00",
    "nzdt": "+13:00",
}  # fmt: skip


_AT = frozenset(
    "at by from to until till after before around about since between and the of than on was is just approximately -"
    " –".split()
)


def clock(found: Found, scene: Scene) -> Meaning | None:
    """The hour, on the day told before it in the sentence, else on the day of reference."""
    hour = _hour(found, _shared_half(found, scene))
    if hour is None:
        return None
    zone = found.one("zone")
    if (
        zone is None
        and found.tokens[0].form[0].isdigit()
        and found.tokens[0].form[-1].isdigit()
        and not _is_told(found, scene)
    ):
        return None  # the length of a film, a score
    return _on_its_day(found, scene, hour + (OFFSETS.get(zone.form, "") if zone else ""))


def worded_hour(found: Found, scene: Scene) -> Meaning | None:
    """3 in the morning, where a word like "at" says that it is an hour."""
    part = found.one("part")
    number = NUMBERS.get(found.tokens[0].form) or int(re.sub(r"\D", "", found.tokens[0].form) or 99)
    if (
        part is None
        or number > 12
        or scene.form_before(found) not in {"at", "around", "about", "by", "from", "until", "than"}
    ):
        return None
    early = part.form in {"morning", "dawn"} or (part.form == "night" and number < 6)
    return _on_its_day(found, scene, f"{number % 12 + (0 if early else 12):02}:00")


def _on_its_day(found: Found, scene: Scene, hour: str) -> Meaning:
    anchor = scene.anchor(found.span)
    same = anchor is not None and not re.search(r"[a-z]{2}[.!?]|\n", scene.text[anchor.span[1] : found.span[0]])
    day = day_of(anchor.value) if anchor and same and len((anchor.value or "").split("T")[0]) == 10 else None
    told = None if day else scene.day_told(found.span)
    day = day or (day_of((told.value or "").split("T")[0]) if told else scene.today("day"))
    if day is None:
        return Meaning("TIME", f"T{hour}", rule="times:clock", needs=True)
    return Meaning("TIME", f"{day}T{hour}", rule="times:clock")


def _is_told(found: Found, scene: Scene) -> bool:
    """Whether figures such as 14:30 are an hour by the words beside them."""
    before, behind = scene.before(found), scene.after(found)
    dated = {CLASSES[name] for name in ("deictic", "weekday", "month", "day", "year", "clock")}
    if behind is not None and behind.form in {"on", "today", "yesterday", "-", "–", "to", "and"}:
        return True
    return before is not None and (before.form in _AT or before.kind in dated)


def _shared_half(found: Found, scene: Scene) -> str:
    """The "p.m." of a range's end, which its start leaves out: "from 2:00 to 2:30 p.m."."""
    joint, end = scene.after(found), scene.after(found, 1)
    joined = joint is not None and joint.form in {"to", "until", "till", "and", "-", "–"}
    return end.form if joined and end is not None and end.kind == CLASSES["clock"] else ""


def _hour(found: Found, shared: str) -> str | None:
    token = found.tokens[0]
    if token.form in {"noon", "midnight"}:
        return "12:00" if token.form == "noon" else "00:00"
    if found.one("oclock"):
        number = NUMBERS.get(token.form) or (int(token.form) if token.form.isdecimal() else 99)
        return f"{number:02}:00" if number <= 24 else None
    if token.kind in {CLASSES["year"], CLASSES["number"]}:
        if len(token.form) != 4 or not token.form.isdecimal():
            return None
        digits = [int(token.form[:2]), int(token.form[2:])]
    else:
        digits = [int(part) for part in re.findall(r"\d+", token.form)] + [0]
    hour, minute = digits[0], digits[1]
    told = token.form if token.form[-1].isalpha() or token.form[-1] == "." else shared
    if "p" in told:
        hour += 12 if hour < 12 else 0
    elif "a" in told and hour == 12:
        hour = 0
    seconds = f":{digits[2]:02}" if len(digits) > 3 else ""
    return f"{hour:02}:{minute:02}{seconds}" if hour <= 24 and minute < 60 else None
