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
        (End("source", party("Iranian state television")), None, "Iranian state television"),
        (End("source", party("Tarn’s office")), None, "Tarn’s office"),
        (End("unknown"), None, "a source that the report does not name"),
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


def test_a_capital_of_a_sentence_is_not_kept():
    """A word that the report has without its capital elsewhere is written so; another keeps it."""
    text = "Officials spoke. The officials of Tarn left."
    assert speaker(End("source", party("Officials of Tarn")), None, text) == "officials of Tarn"
    assert speaker(End("source", party("Officials of Tarn")), None, "Officials spoke.") == "Officials of Tarn"


def test_an_outlet_is_not_said_to_pass_on_to_itself():
    """Who told the Courier is not told "through the Courier" in the Courier; in another outlet that is told."""
    end = End("source", party("Rook", named=True), (party("the Courier", named=True),))
    assert speaker(end, None, "", "Courier") == "Rook"
    assert speaker(end, None, "", "Ledger") == "Rook, through the Courier,"


def test_the_words_that_are_looked_for_are_shown():
    """A long text is cut around them, and of pieces the one that has them is shown."""
    long = f"{'word ' * 60}the Orsel dam {'more ' * 60}"
    shown = quoted(long, (300, 313))
    assert shown.startswith("“…")
    assert "the Orsel dam" in shown
    assert len(shown) <= SHOWN + 2
    assert cover([(10, 20), (300, 330)], lambda span: float(span == (10, 20))) == (10, 20)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("“It will shut.”", "“It will shut.”"),
        ("“It will shut", "“It will shut”"),
        ("“It” will shut", "““It” will shut”"),
        ("it will “shut”", "“it will “shut””"),
    ],
)
def test_marks_of_quotation_stand_once(text, line):
    """What is quoted whole has one pair of marks; marks inside it stay."""
    assert quoted(text) == line


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
