"""Sentences that are other sentences in other words."""

from __future__ import annotations

import pytest

from whoseword.claims.rewording import likeness, reworded
from whoseword.claims.sentences import sentences
from whoseword.claims.shingles import Vocabulary

FIRST = "Divers from Brome measured how far the mud had crept toward the sluice since the spring flood."


def alike(first: str, second: str) -> float:
    vocabulary = Vocabulary()
    return likeness(*(sentences(text, vocabulary.words(text))[0] for text in (first, second)))


@pytest.mark.parametrize(
    "second",
    [
        FIRST,
        "Divers from Brome gauged how much the mud crept to the sluice after the spring flood.",
        "How far mud had crept toward the sluice since spring's flood was measured by divers from Brome.",
        "Divers measured how far the mud had crept toward the sluice.",
    ],
)
def test_alike(second):
    """Other words, another order, a dropped clause."""
    assert alike(FIRST, second) > 0


@pytest.mark.parametrize(
    "second",
    [
        "Divers from Brome are to look at the mud.",
        "Brome, a town on the spring line, sells sluice keys.",
        "Ilse Tarn, Bo Ekdal and Ada Rook met in Brome.",
        "It rained.",
    ],
)
def test_not_alike(second):
    """The same names and a word or two are not the same sentence."""
    assert alike(FIRST, second) == 0


def test_names_alone_are_not_enough():
    """Two lists of the same people share no wording."""
    assert alike("Then Ilse Tarn and Bo Ekdal met Ada Rook", "Later Bo Ekdal, Ada Rook and Ilse Tarn sang") == 0


def test_each_sentence_is_used_once():
    """A sentence that a text repeats has one likeness in the other."""
    vocabulary = Vocabulary()
    texts = [f"{FIRST} {FIRST}", FIRST]
    told = [(words := vocabulary.words(text), sentences(text, words)) for text in texts]
    (found,) = reworded(told[0], told[1])
    assert (found.a, found.b, found.shared) == ((0, 17), (0, 17), 17)
