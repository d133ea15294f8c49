"""Numbers and words as a drawing has them."""

from __future__ import annotations

import pytest

from whoseword.dossier.svg import cut, number, plain


@pytest.mark.parametrize(("value", "told"), [(12.5, "12.5"), (3.0, "3"), (1 / 3, "0.33"), (0.0, "0")])
def test_numbers_have_no_digits_that_say_nothing(value, told):
    """At most two decimals, and none that are nothing."""
    assert number(value) == told


def test_words_are_on_one_line_with_nothing_hidden():
    """White space is made single, and what cannot be seen is shown as a sign."""
    assert plain(" the\n pier\u202e ") == "the pier[U+202E]"


@pytest.mark.parametrize(
    ("text", "most", "told"),
    [
        ("short", 5, "short"),
        ("a long word", 7, "a long…"),
        ("the harbour pilot", 14, "the harbour…"),
        ("x" * 40, 9, "xxxxxxxx…"),
    ],
)
def test_long_words_are_cut(text, most, told):
    """What is too long ends in "…", between two words where one ends near."""
    assert cut(text, most) == told
    assert len(cut(text, most)) <= most
