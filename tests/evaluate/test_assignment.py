"""The heaviest assignment, against trying all of them."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoseword.evaluate.assignment import heaviest

WEIGHTS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.sampled_from([0.25, 0.5, 0.75, 1.0]), max_size=14
)


def best(weights):
    rows = range(5)
    return max(
        sum(weights.get(pair, 0.0) for pair in zip(rows, columns, strict=True)) for columns in permutations(rows)
    )


@given(WEIGHTS)
def test_no_other_assignment_is_heavier(weights):
    """The sum is that of the best of all permutations, and no row or column comes twice."""
    taken = heaviest(weights)
    assert sum(weights[pair] for pair in taken) == best(weights)
    assert len({row for row, _ in taken}) == len(taken) == len({column for _, column in taken})


def test_a_greedy_choice_is_given_up():
    """The heaviest pair is left where it bars two that weigh more together."""
    assert heaviest({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8}) == {(0, 1), (1, 0)}


def test_negative_weights_are_refused():
    """A weight below nothing has no meaning here."""
    with pytest.raises(ValueError, match="negative"):
        heaviest({(0, 0): -1.0})
