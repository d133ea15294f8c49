"""Answers that are about a topic, or that a source stands behind."""

from __future__ import annotations

import pytest

from whoseword.dossier.sifting import about, from_source

GATE = {"words": "The upper gate is shut", "origins": [{"who": "Ada Rook", "units": [{"words": "shut for two years"}]}]}
RAIN = {"words": "Rain fell on Câble Street", "origins": [{"who": "a clerk", "units": []}]}


@pytest.mark.parametrize(
    ("topic", "found"),
    [
        ("gate", [GATE]),
        ("GATE upper", [GATE]),
        ("gate rain", []),
        ("cable", [RAIN]),
        ("str*", [RAIN]),
        ("str", []),
        ("two years", [GATE]),
        ("rook", []),
    ],
)
def test_a_topic_is_words_that_must_all_be_there(topic, found):
    """Words anywhere in what is told, without case and accents; `*` takes longer words; names do not count."""
    assert about([GATE, RAIN], topic) == found


@pytest.mark.parametrize(("source", "found"), [("rook", [GATE]), ("ada rook", [GATE]), ("cl*", [RAIN]), ("gate", [])])
def test_a_source_is_words_of_its_name(source, found):
    """Words of who stands behind it, and not of what is told."""
    assert from_source([GATE, RAIN], source) == found
