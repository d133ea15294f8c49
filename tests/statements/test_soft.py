"""What is expected by nobody named, and what somebody leaves open."""

from __future__ import annotations

import pytest

from tests.readings import reading_of
from whoseword.statements.soft import soft
from whoseword.statements.trees import Tree

EXPECTED = {"ice": "NOUN nsubj expected", "The": "DET det ice", "is": "AUX aux expected", "expected": "VERB",
            "hold": "VERB xcomp expected"}  # fmt: skip
OPEN = {"board": "NOUN nsubj leaving", "The": "DET det board", "is": "AUX aux leaving", "leaving": "VERB"}


def found(text: str, grammar: dict[str, str], covered: tuple[int, ...] = ()) -> list[tuple[list[str], ...]]:
    """Source, cue and content of each soft telling, in words."""
    text, reading = reading_of(text, grammar=grammar)
    relations = [draft.relation for draft in soft(Tree(text, reading), covered)]
    return [tuple([text[a:b] for a, b in part] for part in (r.source, r.cue, r.content)) for r in relations]


def test_what_is_expected_has_nobody_behind_it():
    """The thing and what it will do are told, without a source."""
    assert found("The ice is expected to hold.", EXPECTED) == [([], ["is expected"], ["The ice", "to hold"])]


def test_what_is_left_open_is_left_by_somebody():
    """The possibility is the content, its frame is not."""
    told = (["The board"], ["leaving open"], ["a toll"])
    assert found("The board is leaving open the possibility of a toll.", OPEN) == [told]


@pytest.mark.parametrize(
    ("text", "grammar"),
    [
        ("The ice expected to hold.", {"ice": "NOUN nsubj expected", "expected": "VERB"}),
        ("The board is leaving the hall.", OPEN),
        ("It is not clear whether the ice holds.", {"It": "PRON nsubj clear", "is": "AUX cop clear", "clear": "ADJ"}),
    ],
)
def test_other_words_are_the_writers_own(text, grammar):
    """Who expects himself, who leaves a room, and a doubt of the writer's tell nothing softly."""
    assert not found(text, grammar)


def test_a_marked_cue_is_left_alone():
    """What the reader has found is not found again."""
    assert not found("The ice is expected to hold.", EXPECTED, covered=(3,))
