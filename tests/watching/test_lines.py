"""What a notice says: who, through whom, where, and the words."""

from __future__ import annotations

import pytest

from whoseword.across import End, Party, Ref
from whoseword.watching.lines import SHOWN, cover, placed, quoted, speaker


def party(called: str, *, named: bool = False) -> Party:
    return Party(Ref("3f2a90", "e1"), called, "person", named)


@pytest.mark.parametrize(
    ("end", "called", "line"),
    [
        (None, None, "the author"),
        (End("author"), None, "the author"),
        (End("source", party("A harbour official")), None, "a harbour official"),
        (End("source", party("US officials")), None, "US officials"),
        (End("source", party("Rook", named=True)), "Ada Rook", "Ada Rook"),
        (End("source", party("An aide")), "Ada Rook", "an aide"),
        (End("unknown"), None, "a source that is not told"),
        (
            End("source", party("Two clerks"), (party("Northline", named=True),)),
            None,
            "two clerks, through Northline,",
        ),
    ],
)
def test_on_whose_word(end, called, line):
    """Nobody without a name is given one; who passed it on is told."""
    assert speaker(end, called) == line


def test_one_span_holds_the_words():
    """Words in two pieces are shown with what lies between, or the longer piece where that is too much."""
    assert cover([(10, 40), (44, 60)]) == (10, 60)
    assert cover([(10, 20), (300, 330)]) == (300, 330)


def test_words_are_on_one_line_and_short():
    """Line ends are blanks, a long text is cut, and "that" does not open a quotation."""
    assert quoted("that it\n  shut") == "“it shut”"
    assert len(quoted("word " * 99)) <= SHOWN + 2


def test_what_is_not_known_is_said():
    """Without an outlet or a day the place says so."""
    assert placed(None, None) == "a report of no known outlet (no date)"
