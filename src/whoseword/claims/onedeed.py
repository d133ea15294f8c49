"""Two deeds -> how likely they are one, seen with the units that tell them; and the two deeds of two units most alike.

In: `Deed`s and their `Told`s. Out: a likelihood with the reasons for it. The features stand in `features.py` and
docs/matching.md; the weights come from `python -m training.matching`.

>>> match_deeds(killed, slain, a, b)[0] > 0.5
True
"""

from __future__ import annotations

import math

from whoseword.across import Deed, Reason, Told
from whoseword.claims.features import DEED_FEATURES, UNIT_FEATURES, predicate_score

# Fitted by logistic regression on pairs of event mentions in different reports of one topic of the training topics of
# ECB+ (training/matching.py prints them).
BIAS = -3.08
WEIGHTS = {
    "predicate": 1.96,
    "who": 0.38,
    "whom": 1.05,
    "arguments": 0.57,
    "place": 1.06,
    "time": 1.00,
    "mode": 0.26,
    "frame": 0.00,
    "category": 0.91,
    "wording": 1.47,
    "names": 0.43,
    "quantity": 0.37,
    "modality": 0.00,
    "act": 0.00,
    "day": 1.71,
    # Not fitted: nobody marks who speaks in ECB+.
    "speaker": 0.5,
}


def match_deeds(a: Deed, b: Deed, near_a: Told, near_b: Told) -> tuple[float, tuple[Reason, ...]]:
    """How likely two deeds are one, 0..1, seen with the units that tell them; and what each feature found."""
    reasons = (*(feature(a, b) for feature in DEED_FEATURES), *(feature(near_a, near_b) for feature in UNIT_FEATURES))
    total = BIAS + sum(WEIGHTS[reason.feature] * reason.score for reason in reasons)
    return 1 / (1 + math.exp(-total)), reasons


def closest(a: Told, b: Told) -> tuple[Deed, Deed] | None:
    """The two deeds, one of each unit, that are most alike; those that their units mainly tell go before others."""
    best: tuple[float, int, int] | None = None
    for n, x in enumerate(a.deeds):
        for m, y in enumerate(b.deeds):
            score = predicate_score(x, y)
            if score <= 0.2:
                continue
            score += sum(feature(x, y).score for feature in DEED_FEATURES[1:4])
            score += 2.0 * (x.main + y.main) - 2.0 * ("frame" in {x.sort, y.sort})
            if best is None or score > best[0]:
                best = (score, n, m)
    return (a.deeds[best[1]], b.deeds[best[2]]) if best else None
