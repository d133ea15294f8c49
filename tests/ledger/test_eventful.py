"""Which predicates tell that something happens."""

from __future__ import annotations

import pytest

from tests.whole import record_of
from whoseword.across import Deed
from whoseword.ledger.eventful import happens, is_told_of
from whoseword.statements.trees import Tree

pytestmark = pytest.mark.model


def told(text, word, lemma, **rest):
    """Whether the word of the text tells an event."""
    record, at = record_of(text), text.index(word)
    deed = Deed((at, at + len(word)), lemma, None, rest.pop("mode", "actual"), **rest)
    return happens(Tree(text, record.reading), deed, cues=frozenset(), heading=False)


@pytest.mark.parametrize(
    ("text", "word", "lemma", "expected"),
    [
        ("The weir burst in the night.", "burst", "burst", True),
        ("Engineers opened the lock.", "opened", "open", True),
        ("The firm maintains the locks.", "maintains", "maintain", False),
        ("Families are sleeping in barns.", "sleeping", "sleep", False),
        ("The guild knew the reeve.", "knew", "know", False),
    ],
)
def test_habits_and_states_are_no_events(text, word, lemma, expected):
    """The plain present tells what is always so; what is known or had does not happen."""
    assert told(text, word, lemma) is expected


def test_what_is_said_or_only_possible_is_no_event():
    """A saying is told by its statement; what may come has no place on a line."""
    assert not told("The guild denied the claim.", "denied", "deny", meanings=("deny",))
    assert not told("The weir may burst soon.", "burst", "burst", mode="hypothetical")


def test_a_pronoun_that_names_nobody_tells_of_nobody():
    """Of "it was dropped" nobody knows what was; with a name behind it, everybody."""
    text = "It was dropped."
    tree = Tree(text, record_of(text).reading)
    assert not is_told_of(tree, 2, ())
    assert is_told_of(tree, 2, {(0, 2): "the accord"})
