"""Bytes of text files and JSONL become reports; what cannot be read is told with its place."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.archives.making import record
from tests.reports.ferries import TEXT, Received, codes, jsonl, read, report, row, unread
from whoseword.errors import UsageError
from whoseword.model import Published
from whoseword.reports import read as read_module
from whoseword.reports.building import text_sha256
from whoseword.reports.given import Unread
from whoseword.reports.read import ReadOptions

# Text files


def test_a_text_file_is_one_report_as_it_stands() -> None:
    """The text is the whole file, and nothing is known that it does not say."""
    found = report(TEXT)
    assert (found.text, found.path, found.row) == (TEXT, "ferry.txt", None)
    assert (found.title, found.outlet, found.url, found.language) == ("Ferry Late", None, None, "en")
    assert found.published == Published(None, "none")


def test_options_give_what_the_file_lacks() -> None:
    """Outlet and date of the options are those of the report, the date as given."""
    found = report(TEXT, outlet="Courier", published="22 July 2021")
    assert (found.outlet, found.published) == ("Courier", Published("2021-07-22", "given"))


def test_an_outlet_in_the_byline_does_not_publish() -> None:
    """An agency in the byline leaves the outlet unknown."""
    assert report(TEXT.replace("\n\nThe", "\n\nBy Ada Rook, Reuters\n\nThe", 1)).outlet is None


def test_windows_line_ends_stay() -> None:
    """Carriage returns are in the text and told once."""
    text = TEXT.replace("\n", "\r\n")
    (received,) = read(text)
    assert not isinstance(received, Unread)
    assert received[0].text == text
    assert codes(received) == ["carriage-return"]


@pytest.mark.parametrize("odd", ["\0", "\xa0", "Ã©", "â€™"])
def test_odd_characters_stay_and_are_told(odd: str) -> None:
    """NUL, no-break space and mojibake change no offset and are one problem with their place."""
    text = TEXT.replace(" late", f"{odd}late")
    (received,) = read(text)
    assert not isinstance(received, Unread)
    assert received[0].text == text
    (problem,) = received[1]
    assert problem.span is not None
    assert text[slice(*problem.span)] in odd


def test_a_date_for_all_must_be_a_date() -> None:
    """A date of the options that cannot be used is wrong use."""
    with pytest.raises(UsageError, match="2021-02-30"):
        ReadOptions(published="2021-02-30")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-text"),
        (b" \r\n\t", "empty-text"),
        (b"--- !", "empty-text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "binary-file"),
        (b"PK\x03\x04" + bytes(64), "binary-file"),
        (b"<!DOCTYPE html><title>Ferry</title>", "no-article"),
        (gzip.compress(b"The ferry was late.")[:-9], "archive-damaged"),
    ],
)
def test_what_is_no_report_is_told_with_its_file(data: bytes, code: str) -> None:
    """Nothing, pictures, archives and pages without text give no report but a problem that names the file."""
    (received,) = read(data)
    assert isinstance(received, Unread)
    assert codes(received) == [code]
    assert received.problems[0].message.startswith("ferry.txt")


def test_a_long_text_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file longer than any report, packed or not, is told and not read."""
    monkeypatch.setattr(read_module, "LONGEST_TEXT", 1000)
    assert unread(read("word " * 300)) == [(None, ["too-large"])]
    assert unread(read(gzip.compress(b"word " * 300), "ferry.txt.gz")) == [(None, ["too-large"])]


def test_another_language_is_told() -> None:
    """A text of some length in another language has its code, with a problem."""
    text = "Die Fähre kam am Montag zu spät, sagte die Hafenmeisterin, und am Dienstag kam sie gar nicht. " * 6
    (received,) = read(text)
    assert not isinstance(received, Unread)
    assert received[0].language == "de"
    assert codes(received) == ["language-not-supported"]


# Ids


def test_the_id_depends_on_text_outlet_address_and_date() -> None:
    """The same report elsewhere has the same id; another outlet, address or date makes another one."""
    ids = [row().id, row(outlet="Courier").id, row(url="https://c.example").id, row(date="2021-07-22").id]
    assert len(set(ids)) == 4
    assert report(TEXT, "other.txt").id == row().id


def test_the_hash_is_of_the_text_in_utf_8() -> None:
    """Anybody can check it against the file."""
    assert text_sha256("café") == hashlib.sha256("café".encode()).hexdigest()


# Properties


def check(received: Received) -> None:
    """What must hold of whatever came in."""
    if isinstance(received, Unread):
        assert received.problems
        return
    found, problems = received
    assert found.text
    assert text_sha256(found.text)
    spans = [part.span for part in found.parts] + [problem.span for problem in problems if problem.span]
    assert all(0 <= start < end <= len(found.text) for start, end in spans)
    assert not any(problem.code == "reading-failed" for problem in problems)


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.jsonl", "a.json", "a.jsonl.gz", "-", "a"]))
def test_any_bytes_give_reports_or_reasons(data: bytes, path: str) -> None:
    """No bytes raise, every span lies in its text, and a second reading gives the same."""
    received = read(data, path)
    assert received
    assert received == read(data, path)
    for one in received:
        check(one)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3),
)
FIELDS = st.sampled_from(["text", "title", "dek", "outlet", "published", "date", "url", "authors", "byline"])


@given(st.dictionaries(FIELDS, JSON, max_size=6), st.text(max_size=200))
def test_any_fields_give_a_report_or_reasons(fields: dict[str, object], text: str) -> None:
    """Fields of any kind never raise; the text is never changed."""
    (received,) = read(jsonl({"text": text, **fields}), "a.jsonl")
    check(received)
    if not isinstance(received, Unread) and "text" not in fields:
        assert received[0].text == text


# Archives


def test_plain_text_in_an_archive_is_read() -> None:
    """Whatever the archive is called."""
    pytest.importorskip("fastwarc")
    (found,) = read(record("resource", TEXT.encode(), media="text/plain"), "crawl.warc")
    assert not isinstance(found, Unread)
    assert (found[0].text, found[0].row) == (TEXT, 1)


def test_an_archive_inside_an_archive_is_not_opened() -> None:
    """However deep they go: the first is opened, and what is in it is told."""
    pytest.importorskip("fastwarc")
    data = TEXT.encode()
    for _ in range(300):
        data = record("resource", data, media="text/plain")
    assert unread(read(data, "crawl.warc")) == [(1, ["media-not-read"])]


def test_a_saved_page_that_begins_like_none_is_a_page() -> None:
    """The file says that it is one; its name, and more headers in it, do not make it a saved page again."""
    pytest.importorskip("trafilatura")
    said = "".join(
        f"<p>The ferry of Aldmoor was late on Monday, Ada Rook said of boat number {n}.</p>" for n in range(9)
    )
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
    page = b"Content-Type: text/html\r\n\r\n<div><h1>Ferry Late</h1>" + said.encode() + b"</div>"
    (found,) = read(head + page + b"\r\n--b--\r\n", "ferry.mhtml")
    assert not isinstance(found, Unread)
    assert found[0].title == "Ferry Late"
    assert read(gzip.compress(head + page + b"\r\n--b--\r\n"), "ferry.mhtml.gz") == [
        (replace(found[0], path="ferry.mhtml.gz"), found[1])
    ]
    within = head + b"Content-Type: text/html\r\n\r\n" + head + page + b"\r\n--b--\r\n"
    assert unread(read(within, "ferry.mhtml"))
