"""Clusters by average linkage, and by name."""

from __future__ import annotations

import numpy as np
import pytest

from whoseword.evaluate.clustering import average_link, same_name

# Two and two that are alike, with one strong link between them.
CHAIN = np.array([[1, 0.9, 0.1, 0.1], [0.9, 1, 0.8, 0.1], [0.1, 0.8, 1, 0.9], [0.1, 0.1, 0.9, 1]])


def test_one_link_does_not_join_two_clusters():
    """0 and 1 are joined, 2 and 3 too; the 0.8 between them is one of four links, 0.275 in the mean."""
    assert average_link(CHAIN, 0.3) == [0, 0, 2, 2]
    assert average_link(CHAIN, 0.27) == [0, 0, 0, 0]


@pytest.mark.parametrize(("likeness", "names"), [([], []), ([[1.0]], [0]), ([[1, 0.5], [0.5, 1]], [0, 0])])
def test_few_things(likeness, names):
    """None, one, and two that are just alike enough."""
    assert average_link(np.array(likeness).reshape(len(names), len(names)), 0.5) == names


def test_the_given_matrix_stays():
    """What was given is not written to."""
    before = CHAIN.copy()
    average_link(CHAIN, 0.1)
    assert (before == CHAIN).all()


def test_same_name():
    """Each is put to the first of its name."""
    assert same_name(["a", "b", "a", "c", "b"]) == [0, 1, 0, 3, 1]
