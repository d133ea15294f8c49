"""Tellings too short to be compared by their words: "the sums", "the promise".

In: promises in groups. Out: the same groups, with those joined to the one promise that they can only mean.

>>> len(joined_by_the_rest([[pledge], [verdict]]))
1
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whoseword.ledger.pledged import Pledge, is_same_parties

_MADE = frozenset({"promised", "agreed", "postponed"})


def joined_by_the_rest(groups: Iterable[Sequence[Pledge]]) -> list[list[Pledge]]:
    """The groups in order; where two promises could be meant, a short telling stays on its own."""
    made = [list(group) for group in groups]
    for fits in (_is_short_for, _is_verdict_of):
        for one in [group for group in made if len(group) == 1]:
            meant = [group for group in made if group is not one and any(fits(one[0], other) for other in group)]
            if len(meant) == 1:
                meant[0].extend(one)
                meant[0].sort(key=_order)
                made = [group for group in made if group is not one]
    return sorted(made, key=lambda group: _order(group[0]))


def _order(pledge: Pledge) -> tuple[str, str, int, str]:
    return pledge.day or "9999", pledge.ref.report, pledge.commitment.what[0], pledge.ref.part


def _is_short_for(one: Pledge, other: Pledge) -> bool:
    """Whether it is the same ones' same act in no words of its own, told later: "that the sums would arrive"."""
    if one.words or one.is_verdict or one.negated or other.negated or not one.who or not other.words:
        return False
    made = {one.commitment.status, other.commitment.status} <= _MADE
    later = bool(one.day and other.day and one.day > other.day)
    return made and later and bool(one.head & other.head) and is_same_parties(one.who, other.who)


def _is_verdict_of(one: Pledge, other: Pledge) -> bool:
    """Whether it says what became of a promise told before in its report: of the same ones, or of "the promise"."""
    if not one.is_verdict or other.is_verdict or other.commitment.status not in {"promised", "agreed"}:
        return False
    if one.ref.report != other.ref.report or one.commitment.what < other.commitment.what:
        return False
    if one.who and other.who:
        return is_same_parties(one.who, other.who)
    return one.is_of_any and other.commitment.status == "promised"  # whose "our commitment" is stays open
