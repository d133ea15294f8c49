"""A watched claim and a unit of telling -> whether the unit tells it in passing, while it mainly tells something else.

"The council decided to sell the ferry before the dam is emptied" tells that the dam is emptied, and says of something
else that it is so. It is told as such, and is no origin of the claim.

    in_passing(wanted, unit, spoken_in([unit]))
"""

from __future__ import annotations

from dataclasses import replace

from whoseword.across import Told
from whoseword.claims.onedeed import closest, match_deeds
from whoseword.watching.wanted import Spoken, Wanted

# Such a unit has so much of the words, and so likely it is the same deed. Found by eye on two stories that the measure
# of docs/watching.md then left out.
LEAST, DEED = 0.75, 0.85
# So like are predicates that are one word or of one group, and so like the sides of one deed.
_ONE, _SIDE, _OTHER_SIDE = 0.8, 0.5, -0.5
_CLASHING = ("place", "time", "quantity", "frame", "modality", "act")


def in_passing(wanted: Wanted, unit: Told, spoken: Spoken) -> bool:
    """Whether the unit tells the watched deed in passing: in the same mode, by or to the same, with most words."""
    asked = wanted.told if wanted.said_in(spoken) >= LEAST else None
    # Beside what is mainly claimed the things that it is about ("the deal") do not count.
    mainly = tuple(deed for deed in asked.deeds if deed.main and deed.sort != "frame") if asked else ()
    if asked is None or not mainly:
        return False
    claim = replace(asked, day=unit.day, deeds=mainly)
    pair = closest(claim, unit)
    if pair is None or (pair[1].main and pair[1].sort != "frame"):
        return False
    likely, reasons = match_deeds(*pair, claim, unit)
    scores = {reason.feature: reason.score for reason in reasons}
    alike = likely >= DEED and scores["predicate"] >= _ONE and scores["mode"] >= 1
    sides = max(scores["who"], scores["whom"]) >= _SIDE and min(scores["who"], scores["whom"]) > _OTHER_SIDE
    return alike and sides and all(scores[each] >= 0 for each in _CLASHING)
