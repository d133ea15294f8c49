"""Looking up reporting cues: each is found in its own example."""

from __future__ import annotations

import pytest

from tests.lookups.marked import cue_words
from tests.marks import parse
from whoseword.entries import Cue
from whoseword.lexicon import load_lexicon

LEXICON = load_lexicon()


@pytest.mark.parametrize("cue", LEXICON.cues, ids=lambda cue: cue.lemma)
def test_cue(cue: Cue) -> None:
    """A cue is found by each of its forms, and its example holds one of them as the cue."""
    assert [LEXICON.cue(form) for form in (cue.lemma, *cue.forms)] == [cue] * (len(cue.forms) + 1)
    marked = parse(cue.example)
    assert [LEXICON.cue(words) for words in cue_words(marked)] == [cue]


@pytest.mark.parametrize("cue", [cue for cue in LEXICON.cues if cue.takes_recipient], ids=lambda cue: cue.lemma)
def test_recipient(cue: Cue) -> None:
    """A cue that takes a recipient shows one in its example, right after the cue."""
    (statement,) = parse(cue.example).statements
    assert [start for start, _ in statement.told_to] == [statement.cue[0][1] + 1]


def test_enough() -> None:
    """The list of cues is long enough to be of use."""
    assert len(LEXICON.cues) >= 150


def test_case_and_blanks() -> None:
    """Case and the number of blanks do not matter."""
    assert LEXICON.cue("According  to") is LEXICON.cue("according to")
    assert LEXICON.cue("umbrella") is None


@pytest.mark.parametrize(
    ("words", "lemma"),
    [
        ("had earlier told", "tell"),
        ("would not say", "would not say"),
        ("has since declined to comment", "decline to comment"),
        ("hinted at", "hint at"),
        ("said and added,", "add"),
    ],
)
def test_within(words: str, lemma: str) -> None:
    """Among other words the longest form is found, and the last of equals."""
    found = LEXICON.cue_within(words)
    assert found is not None
    assert found.lemma == lemma


def test_within_nothing() -> None:
    """Words without a cue give none."""
    assert LEXICON.cue_within("the umbrella") is None
    assert LEXICON.cue_within("") is None
