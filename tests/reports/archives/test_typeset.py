"""Lines of printed pages as paragraphs."""

from __future__ import annotations

import pytest

from tests.reports.archives.printing import column
from whoseword.reports.archives.typeset import Line, paragraphs

FIRST = (
    "The gate of the Aldmoor dam opened on Monday after three days of rain had filled the lake above it to the brim."
)
SECOND = (
    "Petra Vell of the ministry said that forty families had left their homes and that nobody had been hurt so far."
)


def page(*lines):
    return [Line(*line) for line in lines]


def test_lines_become_paragraphs():
    """By the wider gap between them."""
    assert paragraphs([page(*column(f"{FIRST}|{SECOND}", width=30))]) == [FIRST, SECOND]


def test_an_indented_line_begins_a_paragraph():
    """Where all lines have one distance."""
    lines = [(text, 60.0, 700.0 - 12 * n, 10.0) for n, (text, *_) in enumerate(column(FIRST, width=30))]
    more = [(text, 60.0, 640.0 - 12 * n, 10.0) for n, (text, *_) in enumerate(column(SECOND, width=30))]
    more[0] = (more[0][0], 72.0, 640.0, 10.0)
    assert paragraphs([page(*lines, *more)]) == [FIRST, SECOND]


def test_a_paragraph_goes_on_in_the_next_column_and_page():
    """A sentence that has not ended ends there."""
    lines = column(FIRST, width=20)
    half = len(lines) // 2
    right = [(text, 300.0, 700 - 12 * n, 10.0) for n, (text, *_) in enumerate(lines[half:])]
    assert paragraphs([page(*lines[:half], *right)]) == [FIRST]
    assert paragraphs([page(*lines[:half]), page(*right)]) == [FIRST]


def test_a_heading_is_a_paragraph():
    """It is set in larger letters."""
    lines = [("Dam gate opens", 60.0, 740.0, 20.0), ("in the north", 60.0, 716.0, 20.0), *column(FIRST, top=690)]
    assert paragraphs([page(*lines)]) == ["Dam gate opens in the north", FIRST]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("the investi-", "gation goes on", "the investigation goes on"),
        ("the investi\u00ad", "gation goes on", "the investigation goes on"),
        ("a well-", "known engineer", "a well-known engineer"),
        ("a state-", "owned company", "a state-owned company"),
        ("the Anglo-", "Saxon chronicle", "the Anglo-Saxon chronicle"),
        ("the years 2030-", "31 were dry", "the years 2030-31 were dry"),
        ("the gate -", "it was shut", "the gate - it was shut"),
        ("the ﬁrst oﬃ-", "cer said", "the first officer said"),
    ],
)
def test_words_that_a_line_broke_are_whole_again(above, below, joined):
    """Compounds keep their hyphen."""
    assert paragraphs([page((above, 60, 700, 10), (below, 60, 688, 10))]) == [joined]


def test_the_text_itself_tells_how_a_word_is_written():
    """One that stands elsewhere with its hyphen keeps it."""
    lines = [("The re-entry came, and the re-", 60, 700, 10), ("entry was late.", 60, 688, 10)]
    assert paragraphs([page(*lines)]) == ["The re-entry came, and the re-entry was late."]


def test_heads_feet_and_numbers_of_pages_go():
    """Where they stand apart, at the same place of many pages."""
    pages = [
        page(
            ("Aldmoor Ledger", 60, 800, 8),
            *column(f"{text} It was shut."),
            ("8 May 2031", 60, 40, 8),
            (f"Page {n} of 3", 500, 40, 8),
        )
        for n, text in enumerate((FIRST, SECOND, FIRST), start=1)
    ]
    assert paragraphs(pages) == [f"{text} It was shut." for text in (FIRST, SECOND, FIRST)]


def test_the_last_line_of_a_column_stays():
    """Even where the same words stand there on each page."""
    pages = [page(*column(f"{FIRST} It was shut.", width=30)) for _ in range(3)]
    assert paragraphs(pages) == [f"{FIRST} It was shut."] * 3


def test_no_line_is_no_paragraph():
    """As of pages that are pictures."""
    assert paragraphs([[], []]) == []
