"""Times that name no date: "currently", "recently", "in the near future" in, PRESENT_REF, PAST_REF, FUTURE_REF out.

"later" and "soon" are times to come only where the verb looks ahead: "he later joined the board" dates nothing.

>>> [text[slice(*span)] for span, meaning in vague_times(scene)]
['currently']
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from whoseword.model import Span
from whoseword.statements.time_scene import Scene
from whoseword.statements.time_values import Meaning, length, shifted

_VAGUE = re.compile(
    r"(?<![\w-])(?:"
    r"(?P<present>now(?! that)|currently|presently|nowadays|right now|at present|these days|to date|at the moment"
    r"|at this (?:time|moment|point)|(?:the )?time being|at the present time|to this day)"
    r"|(?P<past>recently|lately|of late(?! \w+day\b)|(?:not )?long ago"
    r"|(?:(?:more|most) )?recent (?:times|history|memory|(?:hour|day|week|month|quarter|year|decade)s)"
    r"|(?<!most )recent(?= (?!hour|day|week|month|quarter|year|decade)[a-z])"
    r"|(?<=in )the (?:recent|distant|not-too-distant) past\b"
    r"|(?<=in )the past(?! (?:\d|[a-z]+(?:teen|ty)\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|a|few|several|couple|dozen|hundred|many|half|quarter|year|decade|century|month|week|fortnight|day|hour|minute"
    r"|season|spring|summer|autumn|fall|winter|weekend|fiscal|financial|calendar|trading|school|election|tense)s?\b))"
    r"|(?<=of )the past(?= ?[.,;:”\"\n]))"
    r"|(?P<night>overnight)"
    r"|(?P<earlier>earlier(?! (?:than|this|that|in|on|today|the|date|stage|version|model)\b))"
    r"|(?P<long>(?:day|week|month|year|decade)long|intraday)"
    r"|(?P<point>(?<=at )(?:one|some) (?:point|stage)(?! (?:of|in|on|where|that)\b))"
    r"|(?P<year>(?<=in )the new year(?! of))"
    r"|(?P<future>(?:the )?(?:very )?(?:near|foreseeable|immediate|distant|not-too-distant|not too distant) future"
    r"|(?<=in )the future|(?:(?<=into )|(?<=for )|(?<=about )|(?<=of ))the future(?= ?[.,;:?!”\"\n])"
    r"|(?:(?<=in )|(?<=over )|(?<=for ))the (?:near|short|medium|long|longer) term(?!-)"
    r"|(?:the )?(?:days|weeks|months|years|decades) (?:ahead(?! of)|to come)|(?<=in )future(?= ?[.,;])"
    r"|an? (?:later|future) (?:date|time|stage|point)"
    r"|(?<!as )(?:very |pretty )?soon(?! (?:after|as|before|enough))|in due course|some ?day(?! s)"
    r"|shortly(?! (?:after|before))"
    r"|(?<!no )(?<!or )later(?! (?:than|this|that|in|on the|on that|life))(?: on(?= ?[.,;]))?)"
    r")(?![\w-])",
    re.IGNORECASE,
)
_BY_VERB = re.compile(r"(?:(?:very |pretty )?soon|shortly|later(?: on)?)$", re.IGNORECASE)
_VALUES = {"present": "PRESENT_REF", "past": "PAST_REF", "future": "FUTURE_REF"}


def vague_times(scene: Scene) -> Iterator[tuple[Span, Meaning]]:
    """Where such words stand, with their meaning."""
    for found in _VAGUE.finditer(scene.text):
        meaning = _meaning(found, scene)
        if meaning is not None:
            yield found.span(), meaning


def _meaning(found: re.Match[str], scene: Scene) -> Meaning | None:
    name, span = found.lastgroup or "present", found.span()
    if name in _OWN:
        return _OWN[name](found, scene)
    unlicensed = _BY_VERB.match(found[0]) and scene.direction(span) in {"past", None}
    # "Now, the question is": no time.
    if unlicensed or (found[0] == "Now" and scene.text[span[1] : span[1] + 1] == ","):
        return None
    return Meaning("DATE", _VALUES[name], rule="times:vague")


def _unit_long(found: re.Match[str], _scene: Scene) -> Meaning:
    """A daylong strike, an intraday low."""
    unit = found["long"].lower().removesuffix("long")
    return Meaning("DURATION", length("1", "day" if unit == "intraday" else unit), rule="times:duration")


def _earlier(found: re.Match[str], scene: Scene) -> Meaning | None:
    """By its verb alone: "the firm had earlier denied it", not "a year earlier"."""
    span = found.span()
    counted = _COUNTED.search(scene.text[max(0, span[0] - 10) : span[0]])
    adverb = scene.tenses.tag(span) == "ADV" and scene.tenses.relation(span).startswith("advmod")
    return Meaning("DATE", "PAST_REF", rule="times:vague") if adverb and not counted else None


def _point(found: re.Match[str], scene: Scene) -> Meaning:
    """At one point, which was, and at some point, which may be to come."""
    back = found[0].lower().startswith("one") or scene.direction(found.span()) == "past"
    return Meaning("DATE", "PAST_REF" if back else "FUTURE_REF", rule="times:vague")


def _new_year(found: re.Match[str], scene: Scene) -> Meaning:
    """In the new year: the year that has begun, or in its second half, where no verb looks back, the next."""
    today = scene.today("month")
    if today is None:
        return Meaning("DATE", None, rule="times:unit-by-reference", mod="START", needs=True)
    ahead = scene.direction(found.span()) != "past" and today.month > 6
    return Meaning("DATE", f"{today.year + ahead:04}", rule="times:unit-by-reference", mod="START")


def _overnight(found: re.Match[str], scene: Scene) -> Meaning | None:
    """The night before the reference, where no verb looks ahead; "an overnight ferry" is one of many."""
    span, today = found.span(), scene.today("day")
    if _ONE_OF_MANY.search(scene.text[max(0, span[0] - 10) : span[0]]):
        return None
    if today is None:
        return Meaning("TIME", None, rule="times:deictic", needs=True)
    day = today if scene.direction(span) == "future" else shifted(today, "day", -1)
    return Meaning("TIME", f"{day}TNI", rule="times:deictic") if day else None


_COUNTED = re.compile(
    r"(?:second|minute|hour|day|week|month|quarter|year|decade|night|morning|much|any|no|the|an)s?\s$", re.IGNORECASE
)
_ONE_OF_MANY = re.compile(r"\b(?:an|became|become)\s$", re.IGNORECASE)
_OWN: Mapping[str, Callable[[re.Match[str], Scene], Meaning | None]] = {
    "long": _unit_long, "earlier": _earlier, "point": _point, "year": _new_year,
    "night": _overnight,
}  # fmt: skip
