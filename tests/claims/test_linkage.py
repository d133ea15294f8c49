"""Average link: who is joined, who is not, and that neither order nor a go-between decides it."""

from __future__ import annotations

from itertools import combinations

from tests.claims.sketched import CHOIR, DAM, ROUND_UP
from whoseword.claims.centres import centre, nearness
from whoseword.claims.linkage import grouped

ALL = [*DAM, ROUND_UP, *CHOIR]
CENTRES = [centre(each) for each in ALL]
NEAR = {(a, b): nearness(CENTRES[a], CENTRES[b]) for a, b in combinations(range(len(ALL)), 2)}


def test_a_round_up_does_not_join_two_stories():
    """A report with a little of both goes to one of them, and they stay two."""
    assert grouped(CENTRES, NEAR) in {((0, 1, 2, 3, 4), (5, 6, 7, 8)), ((0, 1, 2, 3), (4, 5, 6, 7, 8))}


def test_pairs_that_were_not_compared_count_as_well():
    """Where only neighbours were compared, the mean still is of all pairs, and the groups are the same."""
    some = {pair: score for pair, score in NEAR.items() if pair[1] - pair[0] <= 2}
    assert grouped(CENTRES, some) == grouped(CENTRES, NEAR)


def test_only_what_a_pair_connects_is_joined():
    """Without a pair, nothing is joined."""
    assert grouped(CENTRES, {}) == tuple((place,) for place in range(len(ALL)))


def test_judged_pairs_are_joined_first():
    """Pairs that people joined are one group, with those near to them."""
    (first, *_) = grouped(CENTRES, NEAR, together=[(0, 8)])
    assert {0, 8} <= set(first)


def test_judged_pairs_stay_apart():
    """Pairs that people parted are never in one group, and all others still find theirs."""
    groups = grouped(CENTRES, NEAR, apart=[(0, 1)])
    assert not any({0, 1} <= set(group) for group in groups)
    assert sorted(place for group in groups for place in group) == list(range(len(ALL)))


def test_parting_wins_over_joining():
    """Where one judgement joins what another parts, they stay apart."""
    assert grouped(CENTRES[:2], {}, together=[(0, 1)], apart=[(0, 1)]) == ((0,), (1,))
    assert grouped(CENTRES[:3], {}, together=[(0, 1), (1, 2)], apart=[(0, 2)]) == ((0, 1), (2,))
