"""The plain text of letters."""

from __future__ import annotations

import pytest

from whoseword.reports.archives.letters import forwarded_in, letter_of

WRAPPED = """The gate of the Aldmoor dam opened on Monday after three days of rain, the
waterworks ministry said in a statement that it sent to all newsrooms here.

Short lines
stay apart.
"""


def test_lines_that_a_program_broke_are_joined():
    """Those that a person ended stay apart."""
    first, second = letter_of(WRAPPED).text.split("\n\n")
    assert first.endswith("the waterworks ministry said in a statement that it sent to all newsrooms here.")
    assert second == "Short lines\nstay apart."


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("It opened (https://a.example/x?u=1).", "It opened."),
        ("It opened <https://a.example/x?u=1> early.", "It opened early."),
        ("[image: the dam] It opened.", "It opened."),
        ("# The gate", "The gate"),
        ("It opened on Monday. Read more »", "It opened on Monday."),
        ("They said read more", "They said read more"),
    ],
)
def test_links_and_marks_are_taken_out_of_a_line(line, kept):
    """The words around them stay."""
    assert letter_of(f"{line}\n").text == kept


@pytest.mark.parametrize(
    "line",
    ["https://a.example/x", "View this email in your browser", "-----", "Having trouble reading? View it online"],
)
def test_lines_that_are_only_furniture_go(line):
    """The report begins below them."""
    assert letter_of(f"{line}\n\nIt opened on Monday.\n").text == "It opened on Monday."


@pytest.mark.parametrize(
    "foot",
    [
        "Unsubscribe here",
        "You are receiving this email because you signed up.\nLedger, 1 Quay Street",
        "Ledger, 1 Quay Street\nManage your preferences",
        "-- \nTom Bell\nAldmoor",
    ],
)
def test_the_foot_of_a_mailing_goes(foot):
    """From the paragraph of its first line to the end."""
    body = "It opened on Monday.\n\nForty families left.\n\nNobody was hurt.\n\n"
    assert letter_of(body + foot + "\n").text == body.strip()


def test_words_of_a_foot_inside_of_a_report_stay():
    """A report on how to unsubscribe is a report."""
    text = "Users cannot unsubscribe, the court said.\n\n" + "\n\n".join(
        f"Paragraph {n} of the report." for n in range(9)
    )
    assert letter_of(text).text == text


def test_a_quoted_letter_below_is_left_out_and_counted():
    """Only where it is marked line by line."""
    found = letter_of("It opened.\n\nOn Thu, 8 May 2031, Tom Bell wrote:\n> What?\n> When?\n")
    assert (found.text, found.quoted) == ("It opened.", 2)
    said = "On Thursday, Tom Bell of the union wrote:\n\nThe gate is open."
    assert letter_of(said).text.endswith("The gate is open.")


@pytest.mark.parametrize(
    "mark", ["---------- Forwarded message ---------", "-----Original Message-----", "Begin forwarded message:"]
)
def test_a_forwarded_letter_is_told_apart(mark):
    """With the head that it brings, and what stood above it."""
    found = forwarded_in(f"Look.\n\n{mark}\nFrom: A <a@b.example>\nSent: 8 May 2031\nSubject: Dam\n\nIt opened.\n")
    assert found is not None
    assert (found.above, found.text.strip()) == ("Look.", "It opened.")
    assert found.fields == {"from": "A <a@b.example>", "date": "8 May 2031", "subject": "Dam"}


def test_a_line_that_only_looks_like_it_is_none():
    """Without a sender below it, nothing was forwarded."""
    assert forwarded_in("Begin forwarded message:\n\nIt opened.") is None
