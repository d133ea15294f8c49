"""The words that tell one event."""

from __future__ import annotations

import pytest

from tests.whole import record_of
from whoseword.ledger.clauses import clause, on_one_line
from whoseword.statements.trees import Tree

TEXT = (
    "The guild closed the lock after rebels shelled the customs house. A raid that killed two pilots in Tarn began it."
)


@pytest.mark.model
@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("shelled", "rebels shelled the customs house"),
        ("killed", "A raid killed two pilots in Tarn"),
    ],
)
def test_a_clause_is_told_without_what_joins_it(word, expected):
    """What stands before it ("after", "that") is left out; of what is said of a noun, the noun is the subject."""
    record = record_of(TEXT)
    at = TEXT.index(word)
    assert clause(Tree(TEXT, record.reading), (at, at + len(word))) == expected


def test_words_are_cut_between_words():
    """A line that is too long ends in a mark of omission, and never inside a word."""
    assert on_one_line("the  guild\nclosed the lock", 16) == "the guild …"
    assert on_one_line("the guild", 16) == "the guild"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Late on Friday the guild closed the lock, according to the Post.", "closed", "the guild closed the lock"),
        ("Ann Roe, who left the guild in May, smiled.", "left", "Ann Roe left the guild in May"),
        ("The guild closed the lock, and rebels shelled Tarn.", "closed", "The guild closed the lock"),
    ],
)
def test_the_subject_goes_first(text, word, expected):
    """What stands before it, another clause, and on whose word it stands are left out; "who" becomes its noun."""
    at = text.index(word)
    assert clause(Tree(text, record_of(text).reading), (at, at + len(word))) == expected


@pytest.mark.model
def test_a_pronoun_becomes_its_name():
    """Where the name behind "she" is known, it is told."""
    text = "She closed the lock."
    tree = Tree(text, record_of(text).reading)
    assert clause(tree, (4, 10), {(0, 3): "Ann Roe"}) == "Ann Roe closed the lock"
