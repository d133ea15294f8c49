"""Which times date which predicate."""

from __future__ import annotations

import pytest

from tests.whole import record_of
from whoseword.ledger.dating import Dates
from whoseword.statements.trees import Tree

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "begin"),
    [
        ("The weir burst before dawn on May 2, 2031.", "burst", "2031-05-02"),
        ("The guild met the reeve of Tarn on May 2, 2031.", "met", "2031-05-02"),
        ("The guild has closed the lock since May 2, 2031.", "closed", None),
        ("The guild dropped the accord of May 2, 2031.", "dropped", None),
    ],
)
def test_a_date_is_that_of_the_verb_it_hangs_on(text, word, begin):
    """Also through what it is done to; not where the date says since when, or belongs to the thing."""
    record = record_of(text)
    tree = Tree(text, record.reading)
    k = tree.inside((text.index(word), text.index(word) + len(word)))[0]
    assert Dates.of(record, tree).own(k, "actual")[0] == begin
