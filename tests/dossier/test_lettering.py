"""Names set in lines without a font."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoseword.dossier.lettering import fold, text_width


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Skerry Post", ("Skerry Post",)),
        ("an unnamed harbour pilot", ("an unnamed", "harbour pilot")),
        ("a second official who would not be named", ("a second", "official who…")),
        ("Wasserstrassenverwaltungsrat", ("Wasserstra…",)),
        ("the Wasserstrassenverwaltungsrat", ("the", "Wasserstra…")),
        ("", ("",)),
    ],
)
def test_names_are_folded_between_words(name, lines):
    """A name is broken between words, and cut with a sign of it where two lines are not enough."""
    assert fold(name, 86, 2) == lines


@given(st.text(max_size=60), st.floats(20, 300), st.integers(1, 3))
def test_no_line_is_wider_than_its_room(name, width, most):
    """However a name is written, its lines are few enough and fit."""
    lines = fold(name, width, most)
    assert 1 <= len(lines) <= most
    assert all(text_width(line) <= width + 0.001 for line in lines)


def test_a_very_long_word_is_cut_in_no_time():
    """A word of a million letters costs no more than the letters that are shown."""
    assert fold("x" * 1_000_000, 86, 2)[0].endswith("x…")


def test_letters_of_full_width_take_more_room():
    """Letters of East Asia are about twice as wide as those of Europe."""
    assert text_width("港務局") > 1.5 * text_width("abc")
