"""Nouns as JSON and back."""

from __future__ import annotations

import pytest

from tests.store.kept import full_record
from whoseword.model import Problem, Quantity, Record, Time
from whoseword.store.shape import dumped, loaded


def test_a_record_comes_back_as_it_was():
    """A record with something in every field is the same after JSON, types of numbers included."""
    record = full_record()
    assert loaded(Record, dumped(record)) == record


@pytest.mark.parametrize("value", [300.0, 0.0, 2.5, "all"])
def test_numbers_keep_their_type(value):
    """A whole number that was a fraction stays one."""
    back = loaded(Quantity, dumped(Quantity((0, 3), value)))
    assert back.value == value
    assert type(back.value) is type(value)


def test_fields_with_their_default_are_left_out():
    """What says nothing takes no room, and a field that the model gets later is read with its default."""
    assert "anchor" not in dumped(Time((0, 1), "DATE", None))
    assert loaded(Time, '{"span":[0,1],"kind":"DATE","value":null}') == Time((0, 1), "DATE", None)


def test_a_false_that_is_not_the_default_is_kept():
    """Zero and False are told apart from a default that equals them."""
    assert loaded(Problem, dumped(Problem("a", "b", (0, 0)))).span == (0, 0)


def test_every_character_is_written_in_ascii():
    """Half characters and NUL stand as escapes, which every database takes, and come back."""
    odd = Problem("a", "half \ud83d, nul \x00, “quotes”")
    assert dumped(odd).isascii()
    assert loaded(Problem, dumped(odd)) == odd


def test_what_is_no_noun_is_refused():
    """A value that could not be made again is not written."""
    with pytest.raises(TypeError, match="no noun"):
        dumped({"a": 1})


def test_a_place_that_is_no_pair_is_refused():
    """A span has two ends; a line that has another number of them was not written here."""
    with pytest.raises(ValueError, match="3 values where there are 2"):
        loaded(Problem, '{"code":"a","message":"b","span":[0,1,2]}')
