"""The features of two units that look at all their words and at all that they mainly tell, each with its reason.

In: two `Told`s. Out: a `Reason` as in `features.py`, with a score from -1 to 1; either order gives the same. Their
docstrings are the third table in docs/matching.md.

>>> covered(a, b).words
'0.82 of the one stands in the other'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whoseword.across import Argument, Deed, Reason, Told
from whoseword.claims.features import LIKE, SAME_DAYS, day, predicate_score
from whoseword.claims.likeness import alike, is_open

# So many words say enough to be found again, and so many are a long clause.
ENOUGH, LONG = 6, 20


def covered(a: Told, b: Told) -> Reason:
    """How much of the words of the one stands in the other, of the two shares the smaller.

    Every word counts, and the less the more reports have it (smooth inverse frequency; Arora, Liang and Ma 2017); a
    pronoun counts as the name that it stands for.
    """
    share = min(share_of(a, b), share_of(b, a))
    return Reason("covered", share, f"{share:.2f} of the one stands in the other")


def covering(a: Told, b: Told) -> Reason:
    """The larger of these two shares: a short unit may stand whole in a long one."""
    share = max(share_of(a, b), share_of(b, a))
    return Reason("covering", share, f"{share:.2f} of one of them stands in the other")


def told(a: Told, b: Told) -> Reason:
    """How much of what the one mainly tells the other tells too, at least in passing; the smaller of both shares."""
    score = min(_deeds_told(a, b), _deeds_told(b, a))
    return Reason("told", score, f"{score:.2f} of what the one mainly tells is told by the other")


def sides(a: Told, b: Told) -> Reason:
    """The same for those who do it and whom it is done to."""
    score = min(_sides_told(a, b), _sides_told(b, a))
    return Reason("sides", score, f"those who take part are alike by {score:.2f}")


def main(a: Told, b: Told) -> Reason:
    """Whether both mainly tell a thing that the other tells at all, and not in passing only."""
    found = [(x, y) for x in a.deeds for y in b.deeds if x.main and y.main and predicate_score(x, y) > 0]
    return Reason("main", 1.0 if found else 0.0, "both tell it mainly" if found else "one of them tells it in passing")


def enough(a: Told, b: Told) -> Reason:
    """Whether both have words enough to say one thing and no other: "the strike" may be any."""
    score = min(1.0, len(a.terms) / ENOUGH) * min(1.0, len(b.terms) / ENOUGH)
    return Reason("enough", score, f"they have {len(a.terms)} and {len(b.terms)} words")


def length(a: Told, b: Told) -> Reason:
    """How long both are: of two long units the same share says more."""
    score = min(1.0, (len(a.terms) + len(b.terms)) / 2 / LONG)
    return Reason("length", score, f"they have {len(a.terms)} and {len(b.terms)} words")


def denied(a: Told, b: Told) -> Reason:
    """Whether one says that it is so and the other that it is not."""
    apart = a.negated != b.negated
    return Reason(
        "denied", -1.0 if apart else 0.0, "one says that it is not so" if apart else "neither denies the other"
    )


def near(a: Told, b: Told) -> Reason:
    """Whether both were published within three days: what is told so soon after one another is often one thing."""
    close = day(a, b).score >= SAME_DAYS
    return Reason("near", float(close), "published within three days" if close else "not known to be of the same days")


COVERING_FEATURES = (covered, covering, told, sides, main, enough, length, denied, near)


def share_of(a: Told, b: Told) -> float:
    """How much of the words of `a` stands in `b`, 0 to 1: each counts what it weighs, one of its group most of that."""
    whole = sum(a.term_weights)
    if not whole:
        return 0.0
    theirs, groups = set(b.terms), {group for group in b.meanings if group}
    mine = dict(zip(a.stems, a.meanings, strict=True))
    found = 0.0
    for term, weight in zip(a.terms, a.term_weights, strict=True):
        found += weight * (1.0 if term in theirs else LIKE if mine.get(term) in groups else 0.0)
    return found / whole


def _mains(unit: Told) -> Sequence[Deed]:
    mains = [deed for deed in unit.deeds if deed.main]
    return [deed for deed in mains if deed.sort != "frame"] or mains or unit.deeds[:1]


def _deeds_told(a: Told, b: Told) -> float:
    mains = _mains(a)
    likest = [max((max(0.0, predicate_score(x, y)) for y in b.deeds), default=0.0) for x in mains]
    return sum(likest) / len(mains) if mains else 0.0


def _sides_told(a: Told, b: Told) -> float:
    mine = [side for deed in _mains(a) for side in (*deed.who, *deed.whom) if not is_open(side)]
    theirs = list(_arguments(b))
    likest = [max((alike(side, other) for other in theirs), default=0.0) for side in mine]
    return sum(likest) / len(mine) if mine else 0.0


def _arguments(unit: Told) -> Iterator[Argument]:
    for deed in unit.deeds:
        yield from (*deed.who, *deed.whom, *deed.also)
