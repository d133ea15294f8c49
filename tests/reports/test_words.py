"""Text -> paragraphs and words, with exact offsets."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoseword.reports.words import is_apart, paragraphs, words

# Much of what newswire and its accidents hold, so that hypothesis meets it often.
PIECES = st.sampled_from(
    ["U.S. ", "Gen. ", "don’t", "n't", "’s ", "2,500", "6\"", "“", "”", "``", "''", "'", "...", "--", "@a", "a@b.org",
     "https://a.org/x.", "é", "e\u0301", "\u0301", "🙂", "\ud800", "\x00", "\u00a0", "\u2028", "\n", "\r\n", "\r", " ",
     "\t", "_", "-", "word", "Ann", "A.", "½", "٣", "中文"]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES).map("".join), st.text())


def split(text: str) -> list[str]:
    """The words of a text that is one paragraph."""
    return [text[slice(*span)] for span in words(text, (0, len(text)))]


def lines(text: str) -> list[str]:
    """The paragraphs of a text."""
    return [text[slice(*span)] for span in paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It isn't U.S. policy.", "It is n't U.S. policy ."),
        ("They don’t, can’t and won’t.", "They do n’t , ca n’t and wo n’t ."),
        ("Vella's envoys’ plane", "Vella 's envoys ’ plane"),
        ("We’re sure they’ll say I’d", "We ’re sure they ’ll say I ’d"),
        ("Gen. Roe met Mr. Nord", "Gen. Roe met Mr. Nord"),
        ("It was Gen.", "It was Gen ."),
        ("J. Roe had vitamin A.", "J. Roe had vitamin A ."),
        ("2,500 men, 3.5 tons, 10:30 and 1/2", "2,500 men , 3.5 tons , 10:30 and 1/2"),
        ("It costs $5m, not €4.", "It costs $ 5m , not € 4 ."),
        ("a so-called ‘deal’", "a so - called ‘ deal ’"),
        ("Wait... no -- yes", "Wait ... no -- yes"),
        ("see https://a.org/b?c=1, or ann.roe@a.org.", "see https://a.org/b?c=1 , or ann.roe@a.org ."),
        ("@annroe wrote #vella today", "@annroe wrote #vella today"),
        ("``Yes,'' he said", "`` Yes , '' he said"),
        ("cafe\u0301s in Vella", "cafe\u0301s in Vella"),
        ("an 1980s plan", "an 1980s plan"),
        ("fine🙂fine", "fine 🙂 fine"),
        ("a\u00a0b", "a b"),
    ],
)
def test_words_of_newswire(text, expected):
    """Clitics and marks are words of their own, while abbreviations, numbers and addresses stay whole."""
    assert split(text) == expected.split()


@pytest.mark.parametrize("text", ["", " ", "\n\r\n\t", "\u00a0\u2028 "])
def test_blank_text_has_no_words(text):
    """A text of blanks alone has neither paragraphs nor words."""
    assert paragraphs(text) == []
    assert words(text, (0, len(text))) == []


def test_words_stay_in_their_span():
    """Only the words of the span that is asked for are given, with offsets into the whole text."""
    assert words("one two three", (4, 7)) == [(4, 7)]


@given(TEXTS)
def test_words_cover_the_text(text):
    """Words are in order, never overlap, hold no blank, and every character that is no blank lies in one."""
    found = [span for paragraph in paragraphs(text) for span in words(text, paragraph)]
    assert all(start < end for start, end in found)
    assert all(left[1] <= right[0] for left, right in pairwise(found))
    covered = {place for start, end in found for place in range(start, end)}
    assert covered == {place for place, character in enumerate(text) if not character.isspace()}


@given(TEXTS)
def test_paragraphs_lie_in_order(text):
    """Paragraphs follow each other without overlap, hold a word each, and lie inside the text."""
    found = paragraphs(text)
    assert [place for span in found for place in span] == sorted(place for span in found for place in span)
    assert all(0 <= start < end <= len(text) and text[start:end].strip() for start, end in found)


@given(TEXTS)
def test_words_lie_inside_their_paragraph(text):
    """No word reaches out of the paragraph whose words were asked for."""
    for start, end in paragraphs(text):
        assert all(start <= s and e <= end for s, e in words(text, (start, end)))


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\n \t\n"])
def test_every_line_is_a_paragraph(newline):
    """Short lines are paragraphs of their own, whatever ends a line and however many blank lines stand between."""
    assert lines(f"Talks fail{newline}Vella, Monday.{newline}It rained.{newline}") == [
        "Talks fail",
        "Vella, Monday.",
        "It rained.",
    ]


WRAPPED = (
    "The minister said that the talks between the two sides had failed\n"
    "because nobody could agree on the price of the ferry, which has been\n"
    "out of order since the storm, and that they would not be taken up again\n"
    "before spring."
)


def test_hard_wrapped_lines_are_one_paragraph():
    """Lines that stop mid-sentence at the width of an e-mail belong together."""
    assert lines(WRAPPED) == [WRAPPED]
    assert lines(f"Title\n\n{WRAPPED}\n\nEnd.") == ["Title", WRAPPED, "End."]


def test_full_sentences_are_not_wrapped():
    """Lines of the same width that all end a sentence are paragraphs of their own."""
    line = "The minister said that the talks between the sides had failed."
    assert lines(f"{line}\n{line}\n{line}") == [line] * 3


@pytest.mark.parametrize("text", [" " * 200_000, "_" * 200_000, "a" * 200_000, "a-" * 100_000, "(" * 200_000])
def test_odd_texts_take_no_squared_time(text):
    """A very long row of one character is read in passing: squared time would make this test run for minutes."""
    assert sum(len(words(text, span)) for span in paragraphs(text)) in {0, 1, 200_000}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", []), ("It isn't.", [True, True, False, False]), ("“No”\u00a0!", [True, False, False, True])],
)
def test_is_apart(text, expected):
    """A word stands apart at the beginning and after a blank."""
    assert is_apart(words(text, (0, len(text)))) == expected
