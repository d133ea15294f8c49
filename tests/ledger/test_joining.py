"""Pairs that are alike, joined into groups."""

from __future__ import annotations

from itertools import permutations

from whoseword.ledger.joining import joined


def near(one: int, other: int) -> float:
    """Alike by how near two numbers are, up to 2."""
    return max(0.0, 1 - abs(one - other) / 3)


def test_no_chain_of_small_steps_joins():
    """1 and 5 are not alike, so no group holds both, though each is like 3."""
    assert all(max(group) - min(group) <= 2 for group in joined([1, 2, 3, 4, 5], str, near))


def test_the_order_of_things_is_nothing():
    """The groups are the same in whatever order the things come in."""
    found = {tuple(sorted(tuple(sorted(g)) for g in joined(order, str, near))) for order in permutations([1, 2, 4, 9])}
    assert found == {((1, 2), (4,), (9,))}


def test_what_shares_no_block_is_not_compared():
    """Things with no block in common stay apart, whatever they are like."""
    assert joined([1, 2], str, near, blocks=lambda n: [str(n)]) == [[1], [2]]
