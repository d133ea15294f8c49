"""Rows of JSONL and JSON documents become reports; a bad row is told with its place and costs no other."""

from __future__ import annotations

import gzip
import json

import pytest

from tests.reports.ferries import TEXT, codes, jsonl, read, report, row, unread
from whoseword.model import Published
from whoseword.reports import rows
from whoseword.reports.building import text_sha256
from whoseword.reports.given import Given, Unread
from whoseword.reports.read import ReadOptions, read_given


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


def test_rows_behind_an_address_do_not_share_it() -> None:
    """A row has the address that it gives itself; the file's own would make all rows versions of one report."""
    data = jsonl({"text": TEXT}, {"text": TEXT, "url": "https://c.example/2"})
    found = read_given(Given("https://c.example/all.jsonl", data, url="https://c.example/all.jsonl"), ReadOptions())
    assert [one[0].url for one in found if not isinstance(one, Unread)] == [None, "https://c.example/2"]
