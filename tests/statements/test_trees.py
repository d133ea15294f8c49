"""Tests of the walk over dependency trees."""

from __future__ import annotations

from tests.readings import reading_of, span_of
from whoseword.statements.trees import Tree

GRAMMAR = {"A": "DET det pilot", "pilot": "NOUN nsubj said", "said": "VERB", "tired": "ADJ ccomp said"}


def tree_of(marked: str, grammar: dict[str, str]) -> Tree:
    text, reading = reading_of(marked, grammar=grammar)
    return Tree(text, reading)


def test_words_inside_a_span_lie_wholly_in_it():
    """A word that sticks out of the span is not inside."""
    tree = tree_of("A pilot said so.", GRAMMAR)
    assert [tree.form(k) for k in tree.inside((0, 9))] == ["a", "pilot"]


def test_subtree_comes_in_text_order_without_the_branches_left_out():
    """What hangs below a word comes in the order of the text, less the relations that are left out."""
    tree = tree_of("A pilot said tired.", GRAMMAR)
    said = tree.inside(span_of(tree.text, "said"))[0]
    assert [tree.form(k) for k in tree.below(said)] == ["a", "pilot", "said", "tired"]
    assert [tree.form(k) for k in tree.below(said, leave_out={"nsubj"})] == ["said", "tired"]


def test_span_drops_marks_and_conjunctions_at_its_ends_but_keeps_quotation_marks():
    """Commas and "and" at the ends go, the marks of a quotation stay."""
    tree = tree_of("and “no,” he", {"and": "CCONJ", "he": "PRON"})
    assert tree.text[slice(*tree.span(range(5)))] == "“no,”"


def test_unbroken_run_ends_where_a_word_is_missing():
    """The run around a word ends at the first neighbour that is not among the words."""
    tree = tree_of("A pilot said tired.", GRAMMAR)
    assert tree.unbroken({0, 1, 3}, 1) == [0, 1]


def test_loop_in_a_tree_does_no_harm():
    """A tree that the reader got wrong, with two words above each other, is walked to its end."""
    tree = tree_of("pilot said", {"pilot": "NOUN nsubj said", "said": "VERB ccomp pilot"})
    assert tree.below(0) == [0, 1]
