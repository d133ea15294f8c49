"""How scores are counted and shown."""

from __future__ import annotations

import pytest

from benchmarks import scores


def test_f1_of_counts():
    """Three right of four predicted and six marked is an F1 of 60."""
    assert scores.f1(3, 4, 6) == pytest.approx(60.0)


def test_f1_of_nothing():
    """Nothing right is 0, also where nothing was predicted and nothing marked."""
    assert scores.f1(0, 0, 0) == 0.0


def test_table_has_one_line_a_score():
    """Scores are shown to a tenth of a per cent."""
    assert scores.table({"a.b": 66.04, "c": 7.0}).split() == ["a.b", "66.0", "c", "7.0"]
