"""A watched claim and a unit of telling -> whether the unit tells it in passing, while it mainly tells something else.

"The council decided to sell the ferry before the dam is emptied" tells that the dam is emptied, and says of something
else that it is so. It is told as such, and is no origin of the claim.

    in_passing(wanted, unit, spoken_in([unit]))
"""

from __future__ import annotations

from dataclasses import replace

from whoseword.across import Told
from whoseword.claims.match import compared
from whoseword.claims.sameness import FULL, IN_PASSING, ONE_DEED, UNLIKE
from whoseword.watching.wanted import Spoken, Wanted

# Such a unit has so much of the words, and so likely it is the same deed. Found by eye on two stories that the measure
# of docs/watching.md then left out.
LEAST, DEED = 0.75, 0.85
_CLASHING = ("place", "time", "quantity", "frame", "modality", "act")


def in_passing(wanted: Wanted, unit: Told, spoken: Spoken) -> bool:
    """Whether the unit tells the watched deed in passing: in the same mode, by or to the same, with most words."""
    asked = wanted.told if wanted.said_in(spoken) >= LEAST else None
    # Beside what is mainly claimed the things that it is about ("the deal") do not count.
    mainly = tuple(deed for deed in asked.deeds if deed.main and deed.sort != "frame") if asked else ()
    if asked is None or not mainly:
        return False
    found = compared(replace(asked, day=unit.day, deeds=mainly), unit)
    scores = {reason.feature: reason.score for reason in found.reasons}
    if "predicate" not in scores or all(reason.words != IN_PASSING for reason in found.reasons):
        return False
    alike = found.score >= DEED and scores["predicate"] >= ONE_DEED and scores["mode"] >= 1
    sides = max(scores["who"], scores["whom"]) >= FULL and min(scores["who"], scores["whom"]) > UNLIKE
    return alike and sides and all(scores[each] >= 0 for each in _CLASHING)
