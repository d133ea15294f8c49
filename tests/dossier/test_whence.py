"""A page says when it was fetched and where each of its facts was found; plain text has nothing more to say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from whoseword.dossier.whence import whence
from whoseword.model import Published, Report

TEXT = Report("3f2a", "dam.txt", None, "The gate opened.", "Gate", None, (), None, None, "en", Published(), ())


def test_plain_text_has_no_more_to_say() -> None:
    """What was read from a text file is where the file is."""
    assert whence(replace(TEXT, told_by=(("title", "text"),))) == ()


@pytest.mark.parametrize(
    ("captured", "words"),
    [("2031-05-08T10:30:00+00:00", "8 May 2031, 10:30 UTC"), ("2031-05-08", "8 May 2031"), ("long ago", "long ago")],
)
def test_the_moment_of_fetching_is_told(captured: str, words: str) -> None:
    """To its precision, and as it stands where it is no moment."""
    assert whence(replace(TEXT, captured=captured)) == (("Fetched", words),)


def test_each_field_is_called_as_people_call_it() -> None:
    """The names of the record are for programs."""
    told = (("dek", "og:description"), ("published", "time element"))
    page = replace(TEXT, extracted_by="trafilatura 2.3.1", modified="2031-05-09", told_by=told)
    assert whence(page) == (
        ("Changed", "9 May 2031"),
        ("Found in", "text: trafilatura 2.3.1; standfirst: og:description; date: time element"),
    )
