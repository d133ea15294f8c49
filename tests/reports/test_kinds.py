"""The kind of a document is told by its bytes first, then by its name, then by what a server said."""

from __future__ import annotations

import gzip
import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoseword.reports.given import Given
from whoseword.reports.kinds import HEAD, is_archive, kind_of, place_of

WARC = b"WARC/1.1\r\nWARC-Type: warcinfo\r\n\r\n"
LETTER = b"Received: from a.example\r\nFrom: Ada Rook <ada@a.example>\r\nSubject: Dam\r\n\r\nThe gate opened."
SAVED = b'From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n'


def packed(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"The gate opened.", "text"),
        (b"<!DOCTYPE html><title>Dam</title>", "page"),
        (b"\xef\xbb\xbf\n <HTML lang=en>", "page"),
        (b"<?xml version='1.0'?>\n<!-- saved -->\n<!doctype html>", "page"),
        ("<!doctype html><p>Gate".encode("utf-16"), "page"),
        (gzip.compress(b"<html><body>Gate"), "page"),
        (b"%PDF-1.7\n", "pdf"),
        (packed("[Content_Types].xml", "word/document.xml"), "docx"),
        (packed("datapackage.json", "archive/a.warc.gz"), "wacz"),
        (packed("a.txt"), "text"),
        (b"PK\x03\x04 broken", "text"),
        (WARC, "warc"),
        (gzip.compress(WARC), "warc"),
        (LETTER, "mail"),
        (SAVED, "mhtml"),
        (b'{"text": "Gate"}\n{"text": "Dam"}', "rows"),
        (b'[\n{"text": "Gate"}]', "document"),
        (b"{not JSON} said the dam.", "text"),
        (b"Note: the gate opened.\nRemark: it closed.\n\nIt rained.", "text"),
        (b"<p> is how a paragraph begins.", "text"),
    ],
)
def test_the_bytes_tell_what_they_are(data: bytes, kind: str) -> None:
    """Without a name the beginning decides; what begins like nothing known is text."""
    assert kind_of(Given("-", data)) == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.TXT", "text"),
        ("a.jsonl.gz", "rows"),
        ("a.json", "document"),
        ("a.htm", "page"),
        ("a.eml", "mail"),
        ("a.mht", "mhtml"),
        ("a.docx", "docx"),
        ("https://a.example/dam.pdf", "text"),
    ],
)
def test_the_name_tells_where_the_bytes_do_not(name: str, kind: str) -> None:
    """A suffix counts, also in capitals and before .gz; an address has none."""
    assert kind_of(Given(name, b"Gate")) == kind


def test_a_server_tells_where_nothing_else_does() -> None:
    """Bytes that begin like no page are one where the server says so, and none where they begin otherwise."""
    assert kind_of(Given("https://a.example/dam", b"<p>Gate</p>", media="text/html")) == "page"
    assert kind_of(Given("https://a.example/dam", b"%PDF-1.7", media="text/html")) == "pdf"


def test_the_name_of_an_archive_says_nothing_of_what_lies_in_it() -> None:
    """A page that begins like none, or plain text, is what its record says, and no archive again."""
    inside = Given("a.warc.gz", b"<div>The gate opened.</div>", row=3)
    assert kind_of(replace(inside, media="text/html")) == "page"
    assert kind_of(replace(inside, media="text/plain")) == "text"


@pytest.mark.parametrize(
    ("head", "name", "is_one"),
    [
        (WARC, "a", True),
        (gzip.compress(WARC), "a.bin", True),
        (gzip.compress(b"rows"), "a.jsonl.gz", False),
        (gzip.compress(b"cut")[:4], "a.warc.gz", True),
        (packed("archive/a.warc.gz")[:HEAD], "a.wacz", True),
        (packed("archive/a.warc.gz"), "a.zip", False),
        (b"broken", "a.warc", True),
        (b"The gate opened.", "a.txt", False),
    ],
)
def test_an_archive_is_known_by_its_first_bytes(head: bytes, name: str, is_one: bool) -> None:
    """Its name counts where the bytes are packed, or broken."""
    assert is_archive(head, name) == is_one


@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.warc.gz", "-", "a.docx"]))
def test_any_bytes_are_of_some_kind(data: bytes, name: str) -> None:
    """Nothing raises."""
    assert kind_of(Given(name, data))
    assert is_archive(data, name) in {True, False}


@pytest.mark.parametrize(
    ("name", "row", "words"),
    [
        ("a.txt", None, "a.txt"),
        ("a.jsonl.gz", 3, "a.jsonl.gz, line 3"),
        ("-", 3, "-, line 3"),
        ("a.json", 3, "a.json, entry 3"),
        ("a.warc.gz", 3, "a.warc.gz, record 3"),
        ("https://a.example/live.html", 3, "https://a.example/live.html, entry 3"),
    ],
)
def test_a_place_is_called_by_what_it_is(name: str, row: int | None, words: str) -> None:
    """Rows have lines, archives have records, all else has entries."""
    assert place_of(name, row) == words


def test_comments_before_a_page_are_passed_in_one_way() -> None:
    """Sixty comments could be parted in more ways than can be tried; each ends where it ends."""
    comments = b"<!---->" * 60
    assert kind_of(Given("dam", comments + b"<html><p>Rain")) == "page"
    assert kind_of(Given("dam", comments + b"Rain")) == "text"
