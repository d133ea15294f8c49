"""Counting groups of sources of which some may be one another."""

from __future__ import annotations

from itertools import combinations

import pytest

from whoseword.claims.independence import fewest


@pytest.mark.parametrize(
    ("count", "apart", "least"),
    [
        (0, set(), 0),
        (1, set(), 1),
        (5, set(), 1),
        (3, {(0, 1)}, 2),
        (3, {(0, 1), (1, 2)}, 2),
        (3, {(0, 1), (1, 2), (0, 2)}, 3),
        (5, {(0, 1), (1, 2), (2, 3), (3, 4), (4, 0)}, 3),
        (6, set(combinations(range(6), 2)), 6),
    ],
)
def test_those_that_exclude_each_other_are_never_in_one_group(count, apart, least):
    """None apart may all be one; a ring of five that exclude their neighbours is at least three."""
    assert fewest(count, apart) == least
