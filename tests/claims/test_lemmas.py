"""Forms of words and their lemmas."""

from __future__ import annotations

import pytest

from whoseword.claims.lemmas import lemma_of, stem_of
from whoseword.lexicon import load_lexicon

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("withdrew", "withdraw"), ("agreed", "agree"), ("agreeing", "agree"), ("stopped", "stop"), ("planned", "plan"),
        ("visited", "visit"), ("invited", "invite"), ("announcing", "announce"), ("released", "release"),
        ("killed", "kill"), ("discussed", "discuss"), ("studies", "study"), ("reaches", "reach"), ("urging", "urge"),
        ("hanging", "hang"), ("expected", "expect"), ("repeated", "repeat"), ("created", "create"), ("needs", "need"),
        ("bring", "bring"), ("proceed", "proceed"), ("focused", "focus"), ("discusses", "discuss"), ("died", "die"),
    ],
)  # fmt: skip
def test_verbs(form, lemma):
    """Irregular forms, doubled letters, and an "e" that the ending hides."""
    assert lemma_of(form, "verb", LEXICON) == lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("parties", "party"), ("bases", "base"), ("crises", "crisis"), ("men", "man"), ("news", "news"),
     ("wishes", "wish"), ("servicemen", "serviceman"), ("bus", "bus")],
)  # fmt: skip
def test_nouns(form, lemma):
    """Plurals, and words that only look like one."""
    assert lemma_of(form, "noun", LEXICON) == lemma


def test_stems_of_irregular_forms():
    """An irregular form has the stem of its lemma; a number stays whole."""
    assert stem_of("withdrew", LEXICON) == stem_of("withdrawing", LEXICON)
    assert stem_of("2,500", LEXICON) == "2,500"
