"""How long and how often: a matched shape and its scene in, a `Meaning` out.

"60 days" is a length (P60D), "every Monday" and "twice a week" come again and again. "15 a day" is a rate, and "a day
trip" is neither: a bare "a day" needs a word around it that says which.

>>> duration(found, scene).value
'P60D'
"""

from __future__ import annotations

from whoseword.statements.time_counted import counted_unit
from whoseword.statements.time_scene import NOT_A_TIME, Found, Scene, count_of
from whoseword.statements.time_values import FINER_THAN_DAY, Meaning, length
from whoseword.statements.time_words import CLASSES, PARTS_OF_DAY, SEASONS, month_of, unit_of, weekday_of

_ADVERBS = {
    "daily": "P1D", "everyday": "P1D",
    "nightly": "P1D", "hourly": "PT1H", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M",
    "quarterly": "P1Q", "yearly": "P1Y", "annually": "P1Y", "annual": "P1Y",
}  # fmt: skip
_LASTING_BEFORE = frozenset(
    "for in within after over than about nearly almost just least lasted lasting lasts spent spending last took take"
    " takes taking whole full around roughly under only some once barely exactly another every throughout".split()
)
_MODS = {
    "about": "APPROX", "around": "APPROX", "nearly": "LESS_THAN", "almost": "LESS_THAN", "roughly": "APPROX",
    "approximately": "APPROX", "some": "APPROX", "over": "MORE_THAN", "under": "LESS_THAN",
}  # fmt: skip
_THAN = {"more": "MORE_THAN", "longer": "MORE_THAN", "less": "LESS_THAN", "fewer": "LESS_THAN"}
_COARSE_FIRST = ("year", "month", "week", "day", "hour", "minute", "second")
_JOINTS = frozenset({CLASSES["and"], CLASSES["comma"]})
# What a length is measured from: "days after the vote", "a month into the strike".
_WHOLES = frozenset("the its their his her our all those these a an them us".split())
_MEASURED_FROM = frozenset("after before into".split())
# "the second day", "a one-day match": what a bare unit behind "a" names when these follow.
_RUNNING = frozenset("video videos audio music film footage tape recordings programming playback".split())
_RATED = frozenset("percent % times cents".split())


def bound_of(found: Found, scene: Scene) -> str | None:
    """APPROX, MORE_THAN and their like, by the words before."""
    before, further = scene.form_before(found), scene.form_before(found, 2)
    if before == "than":
        return _THAN.get(further)
    if (before, further) == ("least", "at"):
        return "EQUAL_OR_MORE"
    if (before, further) in {("most", "at"), ("to", "up")}:
        return "EQUAL_OR_LESS"
    return _MODS.get(before)


def duration(found: Found, scene: Scene) -> Meaning | None:
    """60 days, a few weeks, the two-year truce; "one day", told of what is to come, is no length."""
    unit, count = counted_unit(found)
    before = scene.form_before(found)
    if _is_of_another_kind(found, scene, unit):
        return NOT_A_TIME
    if before not in _LASTING_BEFORE and found.tokens[0].kind == CLASSES["year"]:
        return None
    one_day = [token.form for token in found.tokens] == ["one", "day"] and before not in _LASTING_BEFORE
    if one_day and scene.direction(found.span) == "future":
        return Meaning("DATE", "FUTURE_REF", rule="times:vague")
    if _is_ordinal_like(found, scene) or scene.is_within_name(found.span):
        return None
    if unit in {"second", "minute"} and scene.text[found.tokens[-1].span[0]].isupper():
        return None  # a programme called "60 Minutes"
    return Meaning("DURATION", length(count, unit), rule="times:duration", mod=bound_of(found, scene))


def _is_of_another_kind(found: Found, scene: Scene, unit: str) -> bool:
    """Ages, parts, how much of a thing there is ("75 hours of video"), and "the third strike in as many months"."""
    before, behind, further = scene.form_before(found), scene.form_after(found), scene.form_after(found, 1)
    if before == "aged" or (before == "as" and found.is_any("many")):
        return True
    parts = unit == "quarter" and found.tokens[-1].form in {"quarter", "quarters"} and len(found.tokens) < 4
    things = further == "age" or further in _RUNNING or (parts and further in _WHOLES)  # "three quarters of the voters"
    return behind == "of" and things


def between_two(found: Found, _scene: Scene) -> Meaning | None:
    """Two to three weeks: TIMEX3 has no value for a length between two, so the count stays open."""
    unit, _ = counted_unit(found)
    return Meaning("DURATION", length("X", unit), rule="times:duration", mod="APPROX")


def one_unit(found: Found, scene: Scene) -> Meaning | None:
    """A week after "for", a set after a number ("15 a year"), nothing elsewhere."""
    token = found.one("unit")
    if token is None or token.form in {"second", "weekend", "quarter"}:
        return None
    before = scene.before(found)
    form = before.form if before else ""
    adjectival = len(found.tokens) > 2 or found.tokens[0].form == "another"
    if (
        adjectival
        or form in _LASTING_BEFORE
        or (scene.form_after(found) in {"before", "after", "of"} and form == "than")
        or (scene.form_after(found) in _MEASURED_FROM and scene.after(found, 1) is not None)
        or _is_matter_of(found, scene)
        or _is_of_things(found, scene)
    ):
        hyphened = scene.after(found)
        if hyphened is not None and hyphened.kind == CLASSES["hyphen"]:
            return None
        count = "1.5" if found.one("half") else "1"
        return Meaning("DURATION", length(count, token.form), rule="times:duration", mod=bound_of(found, scene))
    if before is None or token.form in FINER_THAN_DAY - {"hour"}:
        return None
    numeric = before.kind in {CLASSES[name] for name in ("number", "day", "often", "year")} or form in _RATED
    noun = scene.tenses.tag(before.span) == "NOUN"
    plural = noun and (form.endswith("s") or _is_counted(found, scene))
    if numeric or plural or form in {"million", "billion", "trillion"}:
        return Meaning("SET", length("1", token.form), rule="times:set")
    return None


def vague_length(found: Found, scene: Scene) -> Meaning | None:
    """For years, in decades, decades of war, a decades-long dispute."""
    token = found.one("units")
    assert token is not None
    before, behind = scene.form_before(found), scene.form_after(found)
    licensed = before in {"for", "in", "over", "within", "after", "take", "took", "lasted", "spent"}
    licensed = licensed or behind in {"of", *_MEASURED_FROM} or _is_matter_of(found, scene)
    making = (behind, scene.form_after(found, 2)) == ("in", "making")
    if not (licensed or making or found.one("adjective", "hyphen")):
        return None
    if token.form in {"seconds", "weekends"} or before in {"early", "small", "late", "wee", "s"}:
        return None
    return Meaning("DURATION", length("X", unit_of(token.form)), rule="times:duration")


def full_unit(found: Found, _scene: Scene) -> Meaning | None:
    """The full year, full-year results."""
    unit = found.tokens[-1].form
    if not found.is_any("full") or unit not in {"year", "month", "week", "day", "quarter"}:
        return None
    return Meaning("DURATION", length("1", unit), rule="times:duration")


def unit_long(found: Found, _scene: Scene) -> Meaning | None:
    """A month-long strike."""
    unit = found.one("unit")
    if unit is None or found.tokens[-1].form != "long" or unit.form == "second":
        return None
    return Meaning("DURATION", length("1", unit.form), rule="times:duration")


def added(found: Found, _scene: Scene) -> Meaning | None:
    """Two years and three months, an hour and 20 minutes: the finer unit after the coarser."""
    ends = [place for place, token in enumerate(found.tokens) if token.kind == CLASSES["units"]]
    joint = next(k for k in range(ends[0] + 1, ends[1]) if found.tokens[k].kind not in _JOINTS)
    parts = [counted_unit(found.part(0, ends[0] + 1)), counted_unit(found.part(joint, ends[1] + 1))]
    order = [_COARSE_FIRST.index(unit) if unit in _COARSE_FIRST else -1 for unit, _ in parts]
    if -1 in order or order[0] >= order[1] or any(not count.isdecimal() for _, count in parts):
        return None
    days = "".join(f"{count}{unit[0].upper()}" for unit, count in parts if unit not in FINER_THAN_DAY)
    hours = "".join(f"{count}{unit[0].upper()}" for unit, count in parts if unit in FINER_THAN_DAY)
    return Meaning("DURATION", f"P{days}{'T' if hours else ''}{hours}", rule="times:duration")


def over_units(found: Found, scene: Scene) -> Meaning | None:
    """Over the years."""
    unit = unit_of(found.tokens[-1].form)
    followed = scene.form_after(found) in {"of", "that", "when", "he", "she", "it", "they", "we", "i", "in"}
    if scene.form_before(found) not in {"over", "through"} or followed or unit in {"second", "weekend", "minute"}:
        return None
    return Meaning("DURATION", length("X", unit), rule="times:duration")


def whole(found: Found, _scene: Scene) -> Meaning | None:
    """All day, the whole week; "the entire year" as well."""
    token = found.one("unit")
    if token is None or token.form in {"second", "weekend"}:
        return None
    return Meaning("DURATION", length("1", token.form), rule="times:duration")


def every(found: Found, _scene: Scene) -> Meaning | None:
    """Every Monday, each year, every two weeks, every other day."""
    last = found.tokens[-1]
    if last.kind in {CLASSES["weekday"], CLASSES["weekdays"]}:
        return Meaning("SET", f"XXXX-WXX-{weekday_of(last.form) + 1}", rule="times:set")
    if last.kind == CLASSES["month"]:
        return Meaning("SET", f"XXXX-{month_of(last.form):02}", rule="times:set")
    if last.kind == CLASSES["season"]:
        return Meaning("SET", f"XXXX-{SEASONS[last.form]}", rule="times:set")
    if last.kind in {CLASSES["part"], CLASSES["parts"]}:
        part = last.form.removesuffix("s")
        named = found.one("weekday", "weekdays")
        day = f"XXXX-WXX-{weekday_of(named.form) + 1}" if named else "XXXX-XX-XX"
        return Meaning("SET", f"{day}T{PARTS_OF_DAY[part]}", rule="times:set")
    if last.kind not in {CLASSES["unit"], CLASSES["units"]}:
        return None
    count = "2" if found.one("other") else count_of(found.each("number", "day", "few"))
    return Meaning("SET", length(count, unit_of(last.form)), rule="times:set")


def weekdays(found: Found, scene: Scene) -> Meaning | None:
    """On Mondays."""
    if scene.is_within_name(found.span):
        return None
    return every(found, scene)


def adverb(found: Found, scene: Scene) -> Meaning | None:
    """Daily, annual; not in "the Daily Mail"."""
    token = found.tokens[0]
    if scene.form_before(found, 2) in {"bi", "semi", "tri"} and scene.form_before(found) in {"-", "–"}:
        return None
    titled = scene.text[token.span[0]].isupper() and scene.tenses.tag(token.span) == "PROPN"
    if titled or scene.is_within_name(found.span):
        return None
    return Meaning("SET", _ADVERBS[token.form], rule="times:set")


def often(found: Found, _scene: Scene) -> Meaning | None:
    """Twice a week, three times a year, per month."""
    token = found.one("unit", "units")
    if token is None or token.form == "second":
        return None
    return Meaning("SET", length("1", unit_of(token.form)), rule="times:set")


def _is_counted(found: Found, scene: Scene) -> bool:
    """Whether a number of things stands right before: "90 people a day", "2 tons of oil a day"."""
    near = [scene.before(found, back) for back in (2, 3, 4)]
    return any(token is not None and token.kind in {CLASSES["number"], CLASSES["day"]} for token in near)


def _is_of_things(found: Found, scene: Scene) -> bool:
    """A year of losses, a week of talks; "a day of mourning" has a name of its own."""
    further = scene.form_after(found, 1)
    long = found.is_any("week", "month", "year", "decade", "century")
    return long and scene.form_after(found) == "of" and bool(further) and further not in _WHOLES


def _is_matter_of(found: Found, scene: Scene) -> bool:
    """In a matter of days, in the space of a week."""
    return scene.form_before(found) == "of" and scene.form_before(found, 2) in {"matter", "space"}


def _is_ordinal_like(found: Found, scene: Scene) -> bool:
    """Whether the number belongs to what stands before it: "day 20 months later" has none, "Article 5 days" has."""
    return scene.form_before(found) in {"article", "section", "chapter", "$", "€", "£", "."}
