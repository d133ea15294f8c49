"""Fitting the weights of matching."""

from __future__ import annotations

import numpy as np

from training.matching import NAMES, fit
from whoseword.claims.onedeed import WEIGHTS


def test_a_feature_that_tells_gets_the_weight():
    """What goes with the answer gets a large weight, noise a small one, and the bias the share of the same."""
    generator = np.random.default_rng(5)
    rows = np.column_stack([generator.uniform(-1, 1, (2000, 2)), np.ones(2000)])
    same = (rows[:, 0] + 0.3 * generator.standard_normal(2000) > 0.5).astype(float)
    telling, noise, bias = fit(rows, same)
    assert telling > 3
    assert abs(noise) < 0.5
    assert bias < 0


def test_the_names_are_those_of_the_weights():
    """What is printed can be put where it belongs."""
    assert list(WEIGHTS) == NAMES
