"""Two units of telling -> whether they claim the same, tell of the same matter, or neither, with the reasons.

In: two `Told`s. Out: a `Match` that names every feature's score, and the differences a reader should see. The features
stand in `features.py` and docs/matching.md; their weights in `WEIGHTS` come from `python -m training.matching`.

>>> match(a, b, load_lexicon()).grade
'same'
"""

from __future__ import annotations

import math

from whoseword.across import Deed, Match, MatchGrade, Reason, Told
from whoseword.claims.differing import differences
from whoseword.claims.features import DEED_FEATURES, UNIT_FEATURES, frame, predicate, quantity, speaker, time
from whoseword.claims.features import wording as compare_words
from whoseword.claims.once import deaths, once
from whoseword.claims.sameness import OTHER_PLACES, clashing, is_close, obstacle, same_quotation, same_words
from whoseword.lexicon import Lexicon

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
# Below this cosine of their words two units are not looked at further; above the second they are on one matter, and
# above the third where the deeds have a side in common that is so much alike. The day does not count there: the next
# step of a matter may come a season later.
LEAST_WORDING, MATTER_WORDING, SHARED_WORDING = 0.1, 0.6, 0.3
MATTER_SIDES = 0.5
# Units with the same words are at least so much alike; only of these the words are compared one by one.
SAME_WORDING = 0.8
# The likelihood of one deed that "same" asks for, beside what `sameness.py` asks.
SAME = 0.5
# Less will do of one deed on all sides, in reports of the same ten days.
SAME_CLOSE = 0.4
# What happens once is at least so likely one.
ONCE = 0.9
# And what one is quoted with.
QUOTED = 0.9

NOTHING = "they share neither what is done nor telling words"


def match(a: Told, b: Told, lexicon: Lexicon) -> Match:
    """Compare two units; the same pair in either order gets the same grade and score, whatever else is in a store."""
    del lexicon  # all that matching asks of it is in the units
    return compared(a, b)


def compared(a: Told, b: Told) -> Match:
    """The same, of units alone."""
    close = compare_words(a, b)
    pair = (deaths(a, b) or _closest(a, b)) if close.score >= LEAST_WORDING else None
    if close.score >= SAME_WORDING and same_words(a, b) and (pair is None or not any(_clash(*pair))):
        why = (close, Reason("same", 1.0, "they have the same words"))
        return Match(a.ref, b.ref, "same", round(close.score, 4), why, differences(*pair, a, b) if pair else ())
    if same_quotation(a, b) and (pair is None or not any(_clash(*pair))):
        said = (close, speaker(a, b), Reason("same", 1.0, "one who is named is quoted with the same words"))
        return Match(a.ref, b.ref, "same", QUOTED, said, differences(*pair, a, b) if pair else ())
    if pair is None:
        amounts = quantity(a, b)
        if close.score >= MATTER_WORDING or (amounts.score > 0 and close.score >= SHARED_WORDING):
            return Match(a.ref, b.ref, "matter", round(close.score / 2, 4), (close, amounts))
        return Match(a.ref, b.ref, "none", 0.0, (Reason("wording", close.score, NOTHING),))
    return _of_deeds(pair, (a, b), close.score)


def _of_deeds(pair: tuple[Deed, Deed], units: tuple[Told, Told], wording: float) -> Match:
    (x, y), (a, b) = pair, units
    score, reasons = match_deeds(x, y, a, b)
    against = obstacle({reason.feature: reason.score for reason in reasons}, pair, units)
    if why := once(x, y, units):
        reasons, score, against = (*reasons, Reason("same", 1.0, why)), max(score, ONCE), None
    least = SAME_CLOSE if is_close({reason.feature: reason.score for reason in reasons}, pair) else SAME
    grade: MatchGrade = "same" if score >= least and against is None else _beneath(wording, reasons)
    if against:
        reasons = (*reasons, Reason("same", -1.0, against))
    return Match(a.ref, b.ref, grade, round(score, 4), reasons, differences(x, y, a, b) if grade != "none" else ())


def forbids(found: Match) -> bool:
    """Whether two units clash in day, place or polarity, so that no claim can have both."""
    scores = {reason.feature: reason.score for reason in found.reasons}
    against = next((reason.words for reason in found.reasons if reason.feature == "same" and reason.score < 0), "")
    if against == clashing("mode"):
        return scores["mode"] <= -1
    return against in {clashing("time"), OTHER_PLACES}


def _clash(x: Deed, y: Deed) -> tuple[bool, bool]:
    """Whether their dates, or what frames them, make two things of the same words."""
    return time(x, y).score < 0, frame(x, y).score <= -1


def match_deeds(a: Deed, b: Deed, near_a: Told, near_b: Told) -> tuple[float, tuple[Reason, ...]]:
    """How likely two deeds are one, 0..1, seen with the units that tell them; and what each feature found."""
    reasons = (*(feature(a, b) for feature in DEED_FEATURES), *(feature(near_a, near_b) for feature in UNIT_FEATURES))
    total = BIAS + sum(WEIGHTS[reason.feature] * reason.score for reason in reasons)
    return 1 / (1 + math.exp(-total)), reasons


def _closest(a: Told, b: Told) -> tuple[Deed, Deed] | None:
    """The two deeds, one of each unit, that are most alike; those that their units mainly tell go before others."""
    best: tuple[float, int, int] | None = None
    for n, x in enumerate(a.deeds):
        for m, y in enumerate(b.deeds):
            score = predicate(x, y).score
            if score <= 0.2:
                continue
            score += sum(feature(x, y).score for feature in DEED_FEATURES[1:4])
            score += 2.0 * (x.main + y.main) - 2.0 * ("frame" in {x.sort, y.sort})
            if best is None or score > best[0]:
                best = (score, n, m)
    return (a.deeds[best[1]], b.deeds[best[2]]) if best else None


def _beneath(wording: float, reasons: tuple[Reason, ...]) -> MatchGrade:
    sides = max(reason.score for reason in reasons if reason.feature in {"who", "whom", "arguments"})
    shared = sides >= MATTER_SIDES and wording >= SHARED_WORDING
    return "matter" if shared or wording >= MATTER_WORDING else "none"
