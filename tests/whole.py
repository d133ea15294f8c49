"""Whole records of short texts, by the reader that ships: for tests of the stages that come after it.

>>> record_of("The guild said it would pay.").statements[0].quote
'indirect'
"""

from __future__ import annotations

from functools import cache

from whoseword.lexicon import load_lexicon
from whoseword.model import Part, Published, Record, Report, hashed_id
from whoseword.pipeline import read_report
from whoseword.reports.reader import Reader, load_reader

DAY = "2031-05-08"


@cache
def shipped_reader() -> Reader:
    """The reader that ships, loaded once for all tests."""
    return load_reader()


def report_of(text: str, published: str | None = DAY) -> Report:
    """A report that consists of `text`, published on a day in May."""
    return Report(
        id=hashed_id(text),
        path="a.txt",
        row=None,
        text=text,
        title=None,
        dek=None,
        byline=(),
        outlet=None,
        url=None,
        language="en",
        published=Published(published, "given") if published else Published(),
        parts=(Part("body", (0, len(text))),),
    )


@cache
def record_of(text: str, published: str | None = DAY) -> Record:
    """The record of `text`."""
    return read_report(report_of(text, published), shipped_reader(), load_lexicon())
