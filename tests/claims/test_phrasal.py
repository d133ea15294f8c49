"""A verb and its noun as one predicate, and the one sense of a word in a report."""

from __future__ import annotations

import pytest

from tests.whole import record_of
from whoseword.claims.phrasal import done_to, phrase_at
from whoseword.claims.telling import Telling
from whoseword.claims.told import units
from whoseword.lexicon import load_lexicon

pytestmark = pytest.mark.model

LEXICON = load_lexicon()


def telling(text):
    return Telling(record_of(text, "2031-05-08"), LEXICON)


@pytest.mark.parametrize(
    ("text", "k", "lemma"),
    [
        ("The millers of Tasken went on strike on Monday.", 4, "go on strike"),
        ("The millers of Tasken walked off the job on Monday.", 4, "walk off"),
        ("The raiders took credit for the fire in Tasken.", 2, "take credit"),
        ("The mayor called the talks off on Monday.", 2, "call off"),
        ("The mayor called the guild on Monday.", 2, None),
    ],
)
def test_phrases(text, k, lemma):
    """A verb and the noun or the particle behind it are one lemma where a group has it."""
    told = telling(text)
    found = phrase_at(told.tree, k, told.lemma_at(k).split()[0], LEXICON)
    assert (found[0] if found else None) == lemma


def test_what_a_phrase_is_done_to():
    """The noun of a phrase is its part; what stands behind "of" or "for" suffers it."""
    told = telling("The blast took the lives of 12 guards.")
    assert done_to(told.tree, 2, 4) == 7


@pytest.mark.parametrize(("text", "meaning"), [
    ("The strike of the millers began. The union of Tasken hailed it.", ("walkout",)),
    ("The strike hit the mill. Two guards fled.", ("attack",)),
])  # fmt: skip
def test_one_sense_in_a_report(text, meaning):
    """A strike is a walkout in a report that speaks of a union, and nowhere else."""
    told = telling(text)
    assert tuple(m.name for m in told.meanings_at(1)) == meaning


def test_the_speaker_is_i():
    """In the words of one who is named, "I" is the speaker."""
    (unit,) = units(record_of("“I cancelled the fair in Tasken,” Ann Roe said.", "2031-05-08"), LEXICON)
    assert [side.name for side in unit.deeds[0].who] == ["ann roe"]
