"""Fitting the confidence of relations."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch", reason="torch comes with the extra `training`")
pytest.importorskip("onnx", reason="onnx comes with the extra `training`")

from training.calibrate import fit, predict, reliability


def drawn(count=4000):
    """Evidence with a constant last, and labels drawn by known weights."""
    rng = np.random.default_rng(5)
    rows = np.c_[rng.normal(size=(count, 7)), np.ones(count)]
    weights = np.asarray([1.5, -1, 0, 0.5, 0, 0, 2, -0.5])
    return rows, rng.random(count) < predict(rows, weights), weights


def test_fit_finds_the_weights():
    """From enough relations the weights come back, and the confidence is as often right as it says."""
    rows, right, weights = drawn()
    found = fit(rows, right)
    assert np.abs(found - weights).max() < 0.25
    assert abs(predict(rows, found).mean() - right.mean()) < 0.01


def test_fit_bears_evidence_that_never_changes():
    """A column of zeros, and relations that are all right, give finite weights."""
    rows = np.c_[np.zeros((20, 7)), np.ones(20)]
    assert np.isfinite(fit(rows, np.arange(20) < 19)).all()


def test_reliability():
    """The table counts every relation, and its closing line tells the error and how well the confidence ranks."""
    chance = np.asarray([0.05, 0.15, 0.85, 0.95])
    table = reliability(chance, np.asarray([False, False, True, True]))
    assert table.count("\n| 0.") == 4
    assert table.endswith("expected calibration error 0.100, area under the ROC curve 1.000")
