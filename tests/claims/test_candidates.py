"""Pairs worth comparing, found without looking at all of them."""

from __future__ import annotations

import random

from tests.claims.reporting import SWAPPED, WIRE
from whoseword.claims.candidates import candidates, frequent, frequent_words, reworded_candidates
from whoseword.claims.sentences import sentences
from whoseword.claims.shingles import Vocabulary


def babble(seed: int, count: int = 200) -> str:
    """Words that mean nothing, other ones for each seed."""
    chosen = random.Random(seed)
    return " ".join(f"w{chosen.randrange(10_000)}" for _ in range(count))


def test_a_shared_run_of_25_words_is_found():
    """Wherever it stands in two long texts, a shared run of 25 words makes a pair: at least 95 of 100."""
    vocabulary, found = Vocabulary(), 0
    for seed in range(100):
        run = babble(1000 + seed, 25)
        texts = [f"{babble(seed)} {run} {babble(seed + 500)}", f"{babble(seed + 2000, 77)} {run} {babble(seed + 3000)}"]
        found += candidates([vocabulary.words(text) for text in texts], [None, None], {}) == ((0, 1),)
    assert found >= 95


def test_strangers_are_no_pair():
    """Of fifty texts with nothing in common no two are compared."""
    vocabulary = Vocabulary()
    assert candidates([vocabulary.words(babble(seed)) for seed in range(50)], [None] * 50, {}) == ()


def test_more_than_a_full_list_still_meets():
    """A passage in two hundred reports pairs every report with some other."""
    vocabulary = Vocabulary()
    texts = [vocabulary.words(f"{babble(seed, 60)} {WIRE}") for seed in range(200)]
    met = {place for pair in candidates(texts, [f"o{seed}" for seed in range(200)], {}) for place in pair}
    assert met == set(range(200))


def test_frequent_is_by_outlet():
    """What eight reports of one outlet have is its furniture; eight outlets with one report each have none."""
    vocabulary = Vocabulary()
    texts = [
        vocabulary.words(f"{babble(seed, 30)} our presses run in the cellar of the salt house") for seed in range(8)
    ]
    often = frequent(texts, ["courier"] * 8)
    assert set(often) == {"courier"}
    assert frequent_words(texts[0], often["courier"]).tolist() == [False] * 30 + [True] * 10
    assert frequent(texts, [f"o{k}" for k in range(8)]) == {}
    assert frequent(texts, [None] * 8) == {}


def test_reworded_texts_meet_by_neighbouring_words():
    """A text and its rewrite meet by the telling words that they bring together, a stranger meets neither."""
    texts = [WIRE, SWAPPED, "Three choirs sing at Tallow for a goat."]
    vocabulary = Vocabulary()
    words = [vocabulary.words(text) for text in texts]
    assert reworded_candidates([sentences(t, w) for t, w in zip(texts, words, strict=True)]) == ((0, 1),)
    assert reworded_candidates([]) == ()
