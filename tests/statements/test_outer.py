"""Tellings around a whole sentence that the reader passed over."""

from __future__ import annotations

import pytest

from tests.readings import reading_of
from whoseword.lexicon import load_lexicon
from whoseword.model import Relation, Span
from whoseword.statements.outer import around, filled
from whoseword.statements.trees import Tree

LEXICON = load_lexicon()
VERBS = {
    "discussed": "VERB", "reported": "VERB", "said": "VERB", "held": "VERB", "is": "AUX", "favoured": "VERB",
    "according": "VERB", "to": "ADP", "leaked": "VERB",
}  # fmt: skip


def tree_of(text: str, grammar: dict[str, str] | None = None) -> Tree:
    text, reading = reading_of(text, grammar=VERBS | (grammar or {}))
    return Tree(text, reading)


def place(tree: Tree, words: str) -> Span:
    start = tree.text.rindex(words)
    return (start, start + len(words))


def told(tree: Tree, relation: Relation) -> tuple[str, str, str]:
    parts = (relation.source[0], relation.cue[0], relation.content[0])
    source, cue, content = (tree.text[slice(*part)] for part in parts)
    return source, cue, content


@pytest.mark.parametrize(
    ("text", "grammar", "wanted"),
    [
        (
            "The board discussed a vote on tolls, the Bell reported on Friday.",
            {"Bell": "PROPN nsubj reported", "on": "ADP"},
            ("the Bell", "reported", "The board discussed a vote on tolls"),
        ),
        (
            "The dam held all through the night, according to a clerk.",
            {},
            ("a clerk", "according to", "The dam held all through the night"),
        ),
        (
            "The dam held all through the night, according to a clerk, who asked not to be named.",
            {"asked": "VERB"},
            ("a clerk", "according to", "The dam held all through the night"),
        ),
    ],
)
def test_the_end_of_a_sentence_tells_the_rest(text, grammar, wanted):
    """What stands before the last comma is told by the one behind it."""
    tree = tree_of(text, grammar)
    (draft,) = around(tree, set(), LEXICON)
    assert told(tree, draft.relation) == wanted
    assert draft.rule == "outer:end-of-sentence"


@pytest.mark.parametrize(
    ("text", "grammar"),
    [
        ("The board discussed a vote on tolls and the Bell reported.", {"Bell": "PROPN nsubj reported"}),
        ("The board discussed a vote on tolls, the Bell leaked.", {"Bell": "PROPN nsubj leaked"}),
        ("The dam held all night, according to the rules, and the clerk left.", {"left": "VERB"}),
        ("He left, the Bell reported.", {"Bell": "PROPN nsubj reported", "left": "VERB"}),
    ],
)
def test_other_ends_tell_nothing(text, grammar):
    """No comma, no word of telling, more behind it, or hardly anything before it."""
    assert not list(around(tree_of(text, grammar), set(), LEXICON))


def test_a_cue_that_is_marked_already_is_left_alone():
    """What the reader has found is not found again."""
    tree = tree_of("The dam held all through the night, according to a clerk.")
    covered = set(tree.inside(place(tree, "according to")))
    assert not list(around(tree, covered, LEXICON))


def relation(tree: Tree, source: str, cue: str) -> Relation:
    return Relation((place(tree, source),), (place(tree, cue),), (), (), 0.9)


def test_a_cue_without_a_content_tells_its_sentence():
    """Source and cue at the end of a sentence tell what stands before them, without ", as"."""
    tree = tree_of("The board discussed a vote, as the Bell reported Tuesday.")
    draft = filled(tree, relation(tree, "the Bell", "reported"), LEXICON)
    assert draft is not None
    assert told(tree, draft.relation)[2] == "The board discussed a vote"


def test_a_colon_at_the_end_of_a_paragraph_tells_the_next():
    """The cue ends its paragraph: "According to the Bell:"."""
    tree = tree_of("According to the Bell:\n\nThe dam held all night.\n\nIt rained.")
    draft = filled(tree, relation(tree, "the Bell", "According to"), LEXICON)
    assert draft is not None
    assert told(tree, draft.relation)[2] == "The dam held all night."
    assert draft.rule == "outer:paragraph-below"


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The plan for the lake, is favoured by some, what did Orme say?", "Orme", "say"),
        ("In the dark of the night, Orme reported from Velland.", "Orme", "reported"),
        ("So Orme said.", "Orme", "said"),
        ("The board discussed a vote the Bell reported.", "the Bell", "reported"),
    ],
)
def test_a_cue_that_tells_nothing_stays_empty(text, source, cue):
    """A question, a place that is reported from, too few words, no comma."""
    tree = tree_of(text)
    assert filled(tree, relation(tree, source, cue), LEXICON) is None


@pytest.mark.parametrize("dateline", ["VELL, Velland (AP) — ", "VELL — "])
def test_a_dateline_is_told_by_nobody(dateline):
    """What is told begins behind the dateline."""
    tree = tree_of(f"{dateline}The dam held all through the night, according to a clerk.")
    (draft,) = around(tree, set(), LEXICON)
    assert told(tree, draft.relation)[2] == "The dam held all through the night"
