"""Words as they are compared, and the hashes of their runs."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from whoseword.claims.shingles import Vocabulary, shingles, word_hash


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("The dam’s gate", ["the", "dam", "gate"]),
        ("the workers' hall", ["the", "workers", "hall"]),
        ("It isn't 2,500.", ["it", "isn't", "2,500"]),
        ("It isn’t 3.5 or 10:30", ["it", "isn't", "3.5", "or", "10:30"]),
        ("Ærø–Skarn, naïve", ["ærø", "skarn", "naïve"]),
        ("— … “”", []),
    ],
)
def test_forms(text, forms):
    """Case, marks and genitives do not count; numbers stay whole."""
    assert list(Vocabulary().words(text).forms) == forms


def test_spans_cut_the_words_out():
    """Each span gives its word in the text."""
    text = "Vell’s tram,\nlate again"
    assert [text[slice(*span)] for span in Vocabulary().words(text).spans] == ["Vell’s", "tram", "late", "again"]


def test_hashes_are_the_same_in_every_process():
    """The hash of a word does not depend on the seed that a process draws."""
    code = "from whoseword.claims.shingles import word_hash; print(word_hash('gate'))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert int(done.stdout) == word_hash("gate")


def test_shingles_tell_order_and_words():
    """Equal runs have equal hashes, other words or another order have others; too few words have none."""
    vocabulary = Vocabulary()
    first = shingles(vocabulary.words("the upper gate is shut and the upper gate is").hashes, 4)
    assert first[0] == first[6]
    assert len(np.unique(first)) == len(first) - 1
    assert shingles(vocabulary.words("upper the gate is").hashes, 4)[0] != first[0]
    assert len(shingles(vocabulary.words("too few").hashes, 4)) == 0
