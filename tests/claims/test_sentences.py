"""Sentences as their telling words."""

from __future__ import annotations

import pytest

from whoseword.claims.sentences import sentences
from whoseword.claims.shingles import Vocabulary


def stems(text: str) -> list[tuple[str, ...]]:
    return [sentence.stems for sentence in sentences(text, Vocabulary().words(text))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The gate shut. It rained.", 2),
        ("“The gate shut.” It rained.", 2),
        ("Dr. Rook met Gen. Tarn.", 1),
        ("It cost 3.5 crowns", 1),
        ("Gate shut\nRain at noon", 2),
        ("", 0),
    ],
)
def test_borders(text, count):
    """Marks and line breaks end a sentence, abbreviations and decimals do not."""
    assert len(stems(text)) == count


def test_every_word_is_in_one_sentence():
    """Sentences follow each other without a gap."""
    text = "The gate shut. Was it Bo? “No,” said Tarn."
    words = Vocabulary().words(text)
    found = [sentence.places for sentence in sentences(text, words)]
    assert found == [(0, 3), (3, 6), (6, 9)]


def test_names_and_numbers_are_marked():
    """Capitals inside a sentence and digits are marked; the first word's capital tells nothing."""
    (sentence,) = sentences("Crews told Tarn of 340 carts", Vocabulary().words("Crews told Tarn of 340 carts"))
    assert sentence.stems == ("crews", "tarn", "340", "carts")
    assert sentence.marked == {"tarn", "340"}
