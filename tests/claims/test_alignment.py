"""Passages that two texts share, word by word."""

from __future__ import annotations

from whoseword.claims.alignment import align
from whoseword.claims.shingles import Vocabulary

A = "the harbour office closed the upper gate before dawn"
B = "two of its pumps had stopped in heavy rain"


def passages(first: str, second: str) -> list[tuple[tuple[int, int], tuple[int, int], int]]:
    vocabulary = Vocabulary()
    return [(p.a, p.b, p.shared) for p in align(vocabulary.words(first), vocabulary.words(second))]


def test_equal_texts_are_one_passage():
    """A text and itself share all of it, once."""
    assert passages(A, A) == [((0, 9), (0, 9), 9)]


def test_a_changed_word_does_not_end_a_passage():
    """Runs on both sides of an edit are one passage; the edit is not counted."""
    assert passages(f"{A} since {B}", f"{A} when {B}") == [((0, 19), (0, 19), 18)]


def test_a_long_insertion_ends_a_passage():
    """More than a dozen new words part one passage into two."""
    new = " ".join(f"n{k}" for k in range(13))
    assert passages(f"{A} {B}", f"{A} {new} {B}") == [((0, 9), (0, 9), 9), ((9, 18), (22, 31), 9)]


def test_changed_places_are_followed():
    """Sentences that changed places are passages of their own."""
    assert passages(f"{A} {B}", f"{B} {A}") == [((0, 9), (9, 18), 9), ((9, 18), (0, 9), 9)]


def test_a_refrain_is_used_once():
    """What one text repeats and the other says once is shared once."""
    assert passages(f"{A} x y {A}", A) == [((0, 9), (0, 9), 9)]


def test_short_runs_are_chance():
    """Three words in a row are no passage."""
    assert passages("the upper gate fell", "near the upper gate") == []
    assert passages("", A) == []
