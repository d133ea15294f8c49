"""Counts and scores in words."""

from __future__ import annotations

import pytest

from whoseword.evaluate.wording import many, percent


@pytest.mark.parametrize(("count", "words"), [(0, "0 texts"), (1, "1 text"), (2, "2 texts")])
def test_only_one_is_singular(count, words):
    """A noun stands in the plural but for one."""
    assert many(count, "text") == words


@pytest.mark.parametrize(("score", "words"), [(None, ""), (0.0, "0.0"), (0.6667, "66.7"), (1.0, "100.0")])
def test_a_score_that_is_not_there_is_not_nought(score, words):
    """A score has one place after the point; where there is none, nothing is printed."""
    assert percent(score) == words
