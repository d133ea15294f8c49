"""Stems: what shares one, what does not, and how rare a word is."""

from __future__ import annotations

import math

import pytest

from whoseword.lexicon import load_lexicon
from whoseword.stems import Frequencies, stem, stems


@pytest.mark.parametrize(
    "words",
    [
        "strike strikes Strikes strike’s",
        "negotiate negotiates negotiated negotiating negotiator negotiators negotiation",
        "stop stops stopped stopping",
        "party parties",
        "withdraw withdraws withdrawing",
        "talk talked talking talks",
        "clash clashes clashed",
        "pass passed passing",
    ],
)
def test_forms_of_one_word_share_a_stem(words):
    """Number, tense, and the one who does it or the doing of it leave the stem as it is."""
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("nation", "native"), ("sing", "sed"), ("party", "part")])
def test_other_words_keep_their_stems(one, other):
    """What only looks alike stays apart."""
    assert stem(one) != stem(other)


def test_numbers_and_marks_have_no_stem():
    """Words alone have stems, in text order, each as often as it stands there."""
    assert stems("Two ferries, 40 ferries: “ferries”!") == ("two", "ferri", "ferri", "ferri")


def test_rarity_falls_with_the_number_of_reports():
    """A word in every report tells nothing, one in no list tells most."""
    counted = Frequencies(1000, 10, {"the": 1000, "harbour": 100, "pilot": 10})
    assert [counted.rarity(word) for word in ("the", "harbour", "pilot", "ferri")] == [
        0.0,
        pytest.approx(0.489, abs=0.001),
        pytest.approx(0.978, abs=0.001),
        1.0,
    ]


def test_the_shipped_frequencies_rank_words_as_people_would():
    """Of the shipped list, "the" tells least, then "said", "talks", "plutonium", and a word that it lacks."""
    rarity = [load_lexicon().rarity(stem(word)) for word in ("the", "said", "talks", "plutonium", "zarvonite")]
    assert rarity == sorted(rarity)
    assert rarity[0] == 0
    assert rarity[-1] == 1


def test_what_a_word_counts():
    """A word in every report counts nothing, one in half of them some, one in few of them nearly all."""
    known = Frequencies(reports=100, least=2, counts={"the": 100, "harbour": 50, "dam": 2})
    assert known.weight("the") == 0.0
    assert known.weight("harbour") == pytest.approx(1 / (1 + math.log(2)))
    assert known.weight("dam") > 0.95
    assert known.weight("orsel") == 1.0
