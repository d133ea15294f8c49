"""Two units of telling -> whether they claim the same, tell of the same matter, or neither, with the reasons.

In: two `Told`s. Out: a `Match` that names every feature's score, and the differences a reader should see. The features
stand in `features.py`, `covering.py` and docs/matching.md; their weights come from `python -m training.judged`.

>>> match(a, b, load_lexicon()).grade
'same'
"""

from __future__ import annotations

import math

from whoseword.across import Deed, Match, MatchGrade, Reason, Told
from whoseword.claims.covering import COVERING_FEATURES, covering
from whoseword.claims.differing import differences
from whoseword.claims.features import DEED_FEATURES, UNIT_FEATURES, frame, speaker, time
from whoseword.claims.features import wording as compare_words
from whoseword.claims.once import deaths, once
from whoseword.claims.onedeed import closest
from whoseword.claims.sameness import OTHER_PLACES, bar, clashing, doubt, same_quotation, same_words
from whoseword.lexicon import Lexicon

# Fitted by logistic regression on pairs of units that were read and judged (training/judged.py prints them).
BIAS = -11.53
WEIGHTS = {
    "time": 2.18,
    "names": -0.71,
    "quantity": 1.84,
    "speaker": 1.65,
    "covered": 5.32,
    "covering": 3.12,
    "told": 0.77,
    "sides": 0.69,
    "main": 0.86,
    "enough": 3.45,
    "length": 2.25,
    "denied": 0.88,
    "near": 1.69,
}
# So likely are two units that claim the same. Of pairs as a store compares them nine of ten that pass are right, as far
# as they do not only tell it in part (docs/matching.md).
SAME = 0.5
# Units of which no word in so many is in the other are not looked at further. Above the second cosine of their telling
# words they are on one matter, and above the third where the deeds have a side in common that is so much alike. The
# day does not count there: the next step of a matter may come a season later.
LEAST_COVERED, MATTER_WORDING, SHARED_WORDING = 0.15, 0.6, 0.3
MATTER_SIDES = 0.5
# Units with the same words are at least so much alike; only of these the words are compared one by one.
SAME_WORDING = 0.8
# What happens once is at least so likely one.
ONCE = 0.9
# And what one is quoted with.
QUOTED = 0.9

NOTHING = "they share too few words"
ONE_STATEMENT = "they are two clauses of one statement"
TOO_LITTLE = "too little of the one is in the other"


def match(a: Told, b: Told, lexicon: Lexicon) -> Match:
    """Compare two units; the same pair in either order gets the same grade and score, whatever else is in a store."""
    del lexicon  # all that matching asks of it is in the units
    return compared(a, b)


def compared(a: Told, b: Told, *, likely: float | None = None) -> Match:
    """The same, of units alone. `likely` is the likelihood by other weights, which `training/judged.py` measures."""
    words = covering(a, b)
    if words.score < LEAST_COVERED or _is_one_statement(a, b):
        apart = NOTHING if words.score < LEAST_COVERED else ONE_STATEMENT
        return Match(a.ref, b.ref, "none", 0.0, (Reason(words.feature, words.score, apart),))
    close, pair = compare_words(a, b), deaths(a, b) or closest(a, b)
    clear = pair is None or not any(_clash(*pair))
    if clear and close.score >= SAME_WORDING and same_words(a, b):
        why = (close, Reason("same", 1.0, "they have the same words"))
        return Match(a.ref, b.ref, "same", round(close.score, 4), why, differences(*pair, a, b) if pair else ())
    if clear and same_quotation(a, b):
        said = (close, speaker(a, b), Reason("same", 1.0, "one who is named is quoted with the same words"))
        return Match(a.ref, b.ref, "same", QUOTED, said, differences(*pair, a, b) if pair else ())
    return _weighed(a, b, pair, likely)


def _weighed(a: Told, b: Told, pair: tuple[Deed, Deed] | None, likely: float | None) -> Match:
    reasons = _reasons(a, b, pair)
    scores = {reason.feature: reason.score for reason in reasons}
    total = BIAS + sum(weight * scores.get(name, 0.0) for name, weight in WEIGHTS.items())
    score = 1 / (1 + math.exp(-total)) if likely is None else likely
    against, doubtful = bar(scores, pair, (a, b)), doubt(scores, pair, (a, b))
    if pair and (why := once(*pair, (a, b))):
        reasons, score, against = (*reasons, Reason("same", 1.0, why)), max(score, ONCE), None
    elif against is None and score < (doubtful[1] if doubtful else SAME):
        against = doubtful[0] if doubtful else TOO_LITTLE
    grade: MatchGrade = "same" if against is None else _beneath(scores)
    if against:
        reasons = (*reasons, Reason("same", -1.0, against))
    told_apart = differences(*pair, a, b) if pair and grade != "none" else ()
    return Match(a.ref, b.ref, grade, round(score, 4), reasons, told_apart)


def _is_one_statement(a: Told, b: Told) -> bool:
    """Whether they are parts of one statement, which were told apart because they tell two things."""
    return a.ref.report == b.ref.report and a.statement is not None and a.statement == b.statement


def _reasons(a: Told, b: Told, pair: tuple[Deed, Deed] | None) -> tuple[Reason, ...]:
    """What each feature found; those of two deeds only where two are alike."""
    of_deeds = tuple(feature(*pair) for feature in DEED_FEATURES) if pair else ()
    return (*of_deeds, *(feature(a, b) for feature in (*UNIT_FEATURES, *COVERING_FEATURES)))


def scores_of(a: Told, b: Told) -> tuple[float, ...]:
    """The score of each feature that has a weight, 0 where it cannot be compared: what the weights are fitted on."""
    found = {reason.feature: reason.score for reason in _reasons(a, b, deaths(a, b) or closest(a, b))}
    return tuple(found.get(name, 0.0) for name in WEIGHTS)


def forbids(found: Match) -> bool:
    """Whether two units clash in day, place or polarity, so that no claim can have both."""
    scores = {reason.feature: reason.score for reason in found.reasons}
    against = next((reason.words for reason in found.reasons if reason.feature == "same" and reason.score < 0), "")
    if against == clashing("mode"):
        return scores["mode"] <= -1
    return against in {clashing("time"), clashing("denied"), OTHER_PLACES}


def _clash(x: Deed, y: Deed) -> tuple[bool, bool]:
    """Whether their dates, or what frames them, make two things of the same words."""
    return time(x, y).score < 0, frame(x, y).score <= -1


def _beneath(scores: dict[str, float]) -> MatchGrade:
    sides = max(scores.get(side, 0.0) for side in ("who", "whom", "arguments"))
    shared = (sides >= MATTER_SIDES or scores["quantity"] > 0) and scores["wording"] >= SHARED_WORDING
    return "matter" if shared or scores["wording"] >= MATTER_WORDING else "none"
