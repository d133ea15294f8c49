"""What cannot be seen in a report is seen on the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoseword.dossier.characters import runs, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b", "a␀b"),
        ("a\x1bb", "a␛b"),
        ("a\x7fb", "a␡b"),
        ("a\u202eb\u202cc", "a[U+202E]b[U+202C]c"),
        ("a\u2066b\u2069", "a[U+2066]b[U+2069]"),
        ("w\u200bord", "w[U+200B]ord"),
        ("\ufeffHead", "[U+FEFF]Head"),
        ("pass\u200dword", "pass[U+200D]word"),
        ("a\ud800b", "a[U+D800]b"),
        ("a\U000e0041b", "a[U+E0041]b"),
        ("a\x85b", "a[U+0085]b"),
    ],
)
def test_hidden_characters_are_shown(text, shown):
    """A control becomes its picture, any other hidden character its number."""
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text", ["plain, “curly” – 5 €", "a\tb\nc", "a\u00a0b", "می\u200cخواهم", "👩\u200d👧", "نص", "�"]
)
def test_what_can_be_seen_stays(text):
    """Letters of any script stay as they are, with the joiners that Persian and emoji families need."""
    assert visible(text) == text


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029"])
def test_every_line_end_is_a_newline(end):
    """A page knows one line end."""
    assert visible(f"a{end}b") == "a\nb"


@given(st.text(alphabet=st.characters(codec=None)))
def test_runs_are_what_is_visible(text):
    """The runs of a text joined are its visible form, and that can always be written as UTF-8."""
    assert "".join(run for run, _ in runs(text)) == visible(text)
    assert visible(text).encode("utf-8").decode("utf-8") == visible(text)


@given(st.text())
def test_visible_text_hides_nothing(text):
    """Making a visible text visible once more changes nothing."""
    assert visible(visible(text)) == visible(text)
