"""Items packed and unpacked."""

from __future__ import annotations

import pytest

from tests.store.across import record
from tests.store.kept import full_record
from whoseword.lexicon import load_lexicon
from whoseword.model import Entity, Problem, Quantity
from whoseword.store.packing import packed, unpacked
from whoseword.store.shape import dumped
from whoseword.store.views import VIEWS


@pytest.mark.model
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.items.name)
def test_items_come_back_as_they_were(view):
    """Every item of every view is the same after it was packed, types of numbers included."""
    items = list(view.made(record("dam"), load_lexicon()))
    assert items
    back = unpacked(view.noun, packed(items))
    assert back == items
    assert [dumped(each) for each in back] == [dumped(each) for each in items]


def test_every_field_comes_back():
    """Nouns in nouns, tuples in tuples, and fields that hold nothing."""
    entities = list(full_record().entities)
    assert unpacked(Entity, packed(entities)) == entities
    assert unpacked(Quantity, packed([Quantity((0, 3), 300.0), Quantity((0, 3), "all")])) == [
        Quantity((0, 3), 300.0),
        Quantity((0, 3), "all"),
    ]


def test_only_what_is_wanted_is_unpacked():
    """Places are given in any order, and give their items in that order."""
    problems = [Problem(f"code-{n}", "half \ud83d\n“line”") for n in range(4)]
    assert unpacked(Problem, packed(problems), [3, 1]) == [problems[3], problems[1]]
