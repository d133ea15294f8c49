"""Bytes of text files and JSONL become reports; what cannot be read is told with its place."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.archives.making import record
from whoseword.errors import UsageError
from whoseword.model import Problem, Published, Report
from whoseword.reports import read as read_module
from whoseword.reports import rows
from whoseword.reports.building import text_sha256
from whoseword.reports.given import Given, Unread
from whoseword.reports.read import ReadOptions, read_given, read_source

TEXT = "Ferry Late\n\nThe ferry was late on Monday, Ada Rook said.\n\nIt was late on Tuesday as well."
Received = tuple[Report, tuple[Problem, ...]] | Unread


def read(data: bytes | str, path: str = "ferry.txt", **options: Any) -> list[Received]:
    data = data.encode() if isinstance(data, str) else data
    return list(read_source(data, path, ReadOptions(**options)))


def report(data: bytes | str, path: str = "ferry.txt", **options: Any) -> Report:
    """The one report of an input without problems."""
    (received,) = read(data, path, **options)
    assert not isinstance(received, Unread)
    assert received[1] == ()
    return received[0]


def jsonl(*rows: object) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def row(**fields: object) -> Report:
    return report(jsonl({"text": TEXT, **fields}), "ferries.jsonl")


def codes(received: Received) -> list[str]:
    problems = received.problems if isinstance(received, Unread) else received[1]
    return [problem.code for problem in problems]


def unread(received: Sequence[Received]) -> list[tuple[int | None, list[str]]]:
    """Row and codes of what was not read; all of it must be unread."""
    assert all(isinstance(one, Unread) for one in received)
    return [(one.row, codes(one)) for one in received if isinstance(one, Unread)]


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


# JSONL


def test_a_row_gives_its_fields() -> None:
    """All known fields of a row are read, and the row is its line from 1."""
    found = row(
        title="Ferry Late",
        dek="A dek",
        outlet="Courier",
        date="2021-07-22",
        url="https://c.example/a",
        authors=["Ada Rook"],
    )
    assert (found.title, found.dek, found.outlet, found.url) == (
        "Ferry Late",
        "A dek",
        "Courier",
        "https://c.example/a",
    )
    assert (found.byline, found.published) == (("Ada Rook",), Published("2021-07-22", "given"))
    assert (found.path, found.row, found.text) == ("ferries.jsonl", 1, TEXT)


def test_a_row_goes_before_the_options() -> None:
    """What a row says of itself stands against what is said of all."""
    found = report(
        jsonl({"text": TEXT, "outlet": "Ledger", "published": "2020-01-02"}),
        "a.jsonl",
        outlet="Courier",
        published="2021-07-22",
    )
    assert (found.outlet, found.published.value) == ("Ledger", "2020-01-02")


def test_empty_fields_are_as_good_as_none() -> None:
    """Empty strings and nulls, as corpora have them, are not known."""
    found = row(outlet="", date="", url=None, authors="", title="  ")
    assert (found.outlet, found.url, found.byline, found.title) == (None, None, (), "Ferry Late")
    assert found.published == Published(None, "none")


def test_a_byline_string_is_taken_apart() -> None:
    """Names in one string become a list; a role does not."""
    assert row(byline="By Ada Rook and Tom Bell, Senior Writer").byline == ("Ada Rook", "Tom Bell")


def test_a_field_of_another_kind_is_told_and_not_used() -> None:
    """An outlet that is a list costs the outlet, not the report."""
    (received,) = read(jsonl({"text": TEXT, "outlet": ["Courier"], "authors": ["Ada Rook", 7]}), "a.jsonl")
    assert not isinstance(received, Unread)
    assert (received[0].outlet, received[0].byline) == (None, ("Ada Rook",))
    assert codes(received) == ["field-not-used", "field-not-used"]


def test_a_bad_row_does_not_stop_the_rest() -> None:
    """Each bad row is told with its line and the good ones are read."""
    lines = [
        b"[1]",
        b"",
        b'{"text": "broken',
        b'{"title": "No text"}',
        b'{"text": 7}',
        b'{"text": "..."}',
        b"[" * 100_000,
    ]
    received = read(b"\n".join([*lines, jsonl({"text": TEXT})]), "a.jsonl")
    assert unread(received[:-1]) == [
        (1, ["row-not-a-report"]),
        (3, ["row-not-json"]),
        (4, ["row-without-text"]),
        (5, ["row-without-text"]),
        (6, ["empty-text"]),
        (7, ["row-not-json"]),
    ]
    assert not isinstance(received[-1], Unread)
    assert received[-1][0].row == 8


def test_a_problem_of_a_row_names_line_and_column() -> None:
    """The message leads to the place in the file."""
    (received,) = read(b'{"text": "late" "title"}\n', "a.jsonl")
    assert isinstance(received, Unread)
    assert "a.jsonl, line 1, column 17" in received.problems[0].message


def test_a_raw_control_in_a_string_is_read() -> None:
    """A tab or NUL that JSON would want escaped is no reason to lose the report."""
    (received,) = read(b'{"text": "The ferry\0 was\tlate."}', "a.jsonl")
    assert not isinstance(received, Unread)
    assert received[0].text == "The ferry\0 was\tlate."
    assert codes(received) == ["nul-character"]


def test_a_row_in_another_encoding_is_guessed() -> None:
    """One row in windows-1252 is told and the next one is not touched by it."""
    first, second = read(b'{"text": "The ferry\x92s crew"}\n' + jsonl({"text": TEXT}), "a.jsonl")
    assert codes(first) == ["encoding-guessed"]
    assert codes(second) == []


def test_half_a_character_does_not_stop_a_report() -> None:
    """A lone surrogate from a JSON escape is told; the report has an id and a hash."""
    (received,) = read(rb'{"text": "The ferry \ud83d was late."}', "a.jsonl")
    assert not isinstance(received, Unread)
    assert received[0].text == "The ferry \ud83d was late."
    assert codes(received) == ["lone-surrogate"]
    assert len(text_sha256(received[0].text)) == 64


def test_rows_come_packed_and_in_utf_16() -> None:
    """A .jsonl.gz and a UTF-16 file give the same reports as the plain one."""
    data = jsonl({"text": TEXT}, {"text": "It rained."})
    texts = [one[0].text for one in read(data, "a.jsonl") if not isinstance(one, Unread)]
    assert texts == [TEXT, "It rained."]
    for path, packed in (("a.jsonl.gz", gzip.compress(data)), ("a.jsonl", data.decode().encode("utf-16"))):
        assert [one[0].text for one in read(packed, path) if not isinstance(one, Unread)] == texts


def test_a_broken_archive_keeps_the_rows_before_the_break() -> None:
    """Rows that could be unpacked are read; the rest is one problem."""
    data = gzip.compress(jsonl({"text": TEXT}) + jsonl({"text": "".join(map(chr, range(64, 5000)))}))[:-200]
    received = read(data, "a.jsonl.gz")
    assert codes(received[-1]) == ["archive-damaged"]


def test_an_archive_that_unpacks_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit the rows read so far stay, and a problem tells the line."""
    monkeypatch.setattr(rows, "LARGEST_UNPACKED", 1000)
    received = read(gzip.compress(jsonl(*[{"text": TEXT}] * 50)), "a.jsonl.gz")
    assert len(received) > 1
    assert unread(received[-1:]) == [(len(received), ["too-large"])]


def test_an_endless_row_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row longer than allowed is told, and the row after it is read."""
    monkeypatch.setattr(rows, "LONGEST_ROW", 200)
    first, second = read(jsonl({"text": "late " * 500}, {"text": "It rained."}), "a.jsonl")
    assert codes(first) == ["too-large"]
    assert not isinstance(second, Unread)
    assert second[0].row == 2


def test_a_json_document_is_read_as_rows() -> None:
    """A list of objects, one object, and JSONL under the name .json give their reports."""
    rows_ = [{"text": TEXT}, {"text": "It rained."}]
    for data in (json.dumps(rows_).encode(), json.dumps(rows_, indent=1).encode(), jsonl(*rows_)):
        assert [one[0].text for one in read(data, "a.json") if not isinstance(one, Unread)] == [TEXT, "It rained."]
    assert report(json.dumps(rows_[0], indent=1), "a.json").text == TEXT


def test_a_broken_json_document_is_told() -> None:
    """Line and column of the fault are named."""
    (received,) = read('{\n "text": "late"\n "b": 1}', "a.json")
    assert isinstance(received, Unread)
    assert "a.json, line 3, column 2" in received.problems[0].message


def test_standard_input_is_recognised_by_its_content() -> None:
    """Without a name, JSON lines are rows, a JSON list is rows, and anything else is text."""
    assert report(jsonl({"text": TEXT}), "-").row == 1
    assert report(json.dumps([{"text": TEXT}]), "-").text == TEXT
    assert report("{not JSON} said the ferry.", "-").row is None


def test_an_empty_jsonl_is_told() -> None:
    """Blank lines alone are no report."""
    assert unread(read(b"\xef\xbb\xbf\n\n", "a.jsonl")) == [(None, ["empty-text"])]


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


def test_rows_behind_an_address_do_not_share_it() -> None:
    """A row has the address that it gives itself; the file's own would make all rows versions of one report."""
    data = jsonl({"text": TEXT}, {"text": TEXT, "url": "https://c.example/2"})
    found = read_given(Given("https://c.example/all.jsonl", data, url="https://c.example/all.jsonl"), ReadOptions())
    assert [one[0].url for one in found if not isinstance(one, Unread)] == [None, "https://c.example/2"]


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
