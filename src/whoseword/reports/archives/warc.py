r"""A WARC file -> the pages in it, and what is wrong with each (WARC 1.1, ISO 28500:2017).

Pages are the responses and resources with HTML or plain text, and the texts (conversions) of pages that are not there
themselves. All other records are counted, not named: requests, pictures, revisits, which have no content, redirects.

>>> import io
>>> file = io.BytesIO(b"WARC/1.1\r\nWARC-Type: metadata\r\nContent-Length: 4\r\n\r\nRain\r\n\r\n")
>>> list(members(file, "news.warc", None))
[]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator
from dataclasses import replace
from importlib.util import find_spec
from typing import BinaryIO

from whoseword.model import Problem
from whoseword.reports.archives.framing import Framed, records
from whoseword.reports.archives.responses import fields_of, page_of
from whoseword.reports.given import Given, Skipped, Unread

MOST_KINDS = 100  # of records left out that are counted apart; the rest are "other"
MOST_PAGES = 1_000_000  # whose ids are kept, so that a page and its text do not both become reports


def members(stream: BinaryIO, name: str, place: str | None) -> Generator[Given | Unread, None, Skipped]:
    """The pages in the order of the file, and for each damaged place what was lost there.

    A page that is damaged but readable has its problems with it. `row` is the number of its record, from 1, of all
    records; `url` its WARC-Target-URI, `captured` its WARC-Date. What the generator returns in the end (the value of
    `yield from`) says how many records were no pages.

    Raises:
        OSError: the stream itself cannot be read.
    """
    if find_spec("fastwarc") is None:
        text = f"{name}: reading archives needs more packages; install them with pip install 'whoseword[intake]'"
        yield Unread(name, None, (Problem("needs-intake", text),))
        return Skipped(name, 0)
    counted: Counter[str] = Counter()
    pages: set[int] = set()
    number = 0
    for framed in records(stream):
        number = framed.number
        found = _page_or_text(framed, name, pages)
        if isinstance(found, str):
            counted[found if found in counted or len(counted) < MOST_KINDS else "other"] += 1
        elif isinstance(found, Given):
            yield replace(found, place=None if place is None else f"{place}#{number}")
        else:
            yield found
    if not number:
        yield Unread(name, None, (Problem("empty-archive", f"{name}: no record in it; look whether it is whole"),))
    return Skipped(name, number, tuple(sorted(counted.items(), key=lambda kind: (-kind[1], kind[0]))))


def _page_or_text(framed: Framed, name: str, pages: set[int]) -> Given | Unread | str:
    """The page of the record; the text of a page that came before, which a conversion is, is not read again."""
    found = page_of(framed, name)
    if isinstance(found, Given):
        fields = fields_of(framed.head)
        if hash(fields.get("warc-refers-to")) in pages and fields["warc-type"].lower() == "conversion":
            return "conversion"
        if len(pages) < MOST_PAGES and "warc-record-id" in fields:
            pages.add(hash(fields["warc-record-id"]))
    return found
