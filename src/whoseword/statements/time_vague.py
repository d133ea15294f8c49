"""Times that name no date: "currently", "recently", "in the near future" in, PRESENT_REF, PAST_REF, FUTURE_REF out.

"later" and "soon" are times to come only where the verb looks ahead: "he later joined the board" dates nothing.

>>> [text[slice(*span)] for span, meaning in vague_times(scene)]
['currently']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from whoseword.model import Span
from whoseword.statements.time_scene import Scene
from whoseword.statements.time_values import Meaning, length
from whoseword.statements.time_words import unit_of

_VAGUE = re.compile(
    r"(?<![\w-])(?:"
    r"(?P<present>now(?! that)|currently|presently|nowadays|right now|at present|these days|to date|at the moment"
    r"|at this (?:time|moment|point)|(?:the )?time being|at the present time)"
    r"|(?P<past>recently|lately|of late|(?:not )?long ago"
    r"|(?:(?:more|most) )?recent (?:times|history|memory)|(?<!most )recent(?= (?!day|week|month|year|decade)[a-z])"
    r"|(?<=in )the (?:recent |distant |not-too-distant )?past(?= ?[.,;:”\"\n]| (?:and|two|who|that)\b)"
    r"|(?<=of )the past(?= ?[.,;:”\"\n]))"
    r"|(?:more )?recent (?P<units>days|weeks|months|quarters|years|decades)"
    r"|(?P<future>(?:the )?(?:very )?(?:near|foreseeable|immediate|distant|not-too-distant|not too distant) future"
    r"|(?<=in )the future|(?<=in )future(?= ?[.,;])|an? (?:later|future) (?:date|time|stage|point)"
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
        span = found.span()
        if _BY_VERB.match(found[0]) and scene.direction(span) in {"past", None}:
            continue
        if found["units"]:
            yield span, Meaning("DURATION", length("X", unit_of(found["units"].lower())), rule="times:vague")
            continue
        if found[0] == "Now" and scene.text[span[1] : span[1] + 1] == ",":
            continue  # "Now, the question is": no time
        yield span, Meaning("DATE", _VALUES[found.lastgroup or "present"], rule="times:vague")
