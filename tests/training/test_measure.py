"""Scores of a network on held-out parts."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch", reason="torch comes with the extra `training`")

from tests.training.networks import TEXT, encoder, labelled, small_network
from training.features import samples, windows
from training.measure import attributions, well_formed, word_layers


@pytest.mark.parametrize(
    ("tags", "expected"), [([2, 2], [1, 2]), ([0, 4, 4, 2], [0, 3, 4, 1]), ([1, 2, 0, 6], [1, 2, 0, 5]), ([], [])]
)
def test_well_formed(tags, expected):
    """An inside tag that follows nothing of its kind opens a name."""
    assert well_formed(np.asarray(tags, np.int64)).tolist() == expected


def test_attributions():
    """Each text gets its own relations back, as spans inside it."""
    made = [samples(labelled(), encoder()) for _ in range(2)]
    pieces = [(k, window) for k, item in enumerate(made) for window in windows([item], 60)]
    one, other = attributions(small_network(), made, pieces)
    assert one == other
    for relation in one:
        assert all(0 <= start < end <= len(TEXT) for role in relation.values() for start, end in role)


def test_word_layers():
    """Only layers with gold labels are scored, in per cent."""
    found = word_layers(small_network(), windows([samples(labelled(), encoder())], 256))
    assert set(found) == {"start", "names"}
    assert all(0 <= value <= 100 for value in found.values())
