"""Two sketches -> how near the reports are, with the reasons.

>>> from whoseword.claims.sketches import Sketch, Weight
>>> dam = Sketch("r1", words=(Weight("dam", "dam", 1.0),))
>>> kinship(dam, Sketch("r2", words=dam.words)).score
0.516
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from whoseword.across import Reason
from whoseword.claims.centres import Centre, centre, in_time, nearness
from whoseword.claims.sketches import Sketch, Weight

# Of what two reports share, so much is shown.
SHOWN = 4


@dataclass(frozen=True, slots=True)
class Kinship:
    """Two reports compared, the lesser id first: a score in 0 (nothing shared) to 1, and what each feature found."""

    a: str
    b: str
    score: float
    reasons: tuple[Reason, ...] = ()


def kinship(a: Sketch, b: Sketch) -> Kinship:
    """How near two reports are: the cosines of their words, names and places, less what lies between them in time.

    The score rests on the two sketches alone, so it is the same in every collection and in either order.
    """
    a, b = sorted((a, b), key=lambda each: each.report)
    one, other = centre(a), centre(b)
    reasons = (
        _reason("entities", a.names, b.names),
        _reason("places", a.places, b.places),
        Reason("dates", round(in_time(one, other), 4), _between(one, other)),
        _reason("wording", a.words, b.words),
    )
    return Kinship(a.report, b.report, round(nearness(one, other), 4), reasons)


def _reason(feature: str, a: tuple[Weight, ...], b: tuple[Weight, ...]) -> Reason:
    """The cosine of two sets of shares, and what they have in common, the most telling first."""
    other = {each.key: each.share for each in b}
    both = sorted((-each.share * other[each.key], each.words) for each in a if each.key in other)
    words = "both have " + ", ".join(words for _, words in both[:SHOWN]) if both else "nothing shared"
    return Reason(feature, round(abs(math.fsum(score for score, _ in both)), 4), words)


def _between(a: Centre, b: Centre) -> str:
    if not a.days.size or not b.days.size:
        return "a day is not known"
    gap = abs(int(a.days[0]) - int(b.days[0]))
    return "the same day" if gap == 0 else f"{gap} {'day' if gap == 1 else 'days'} apart"
