"""Reports with the names that their rows give them."""

from __future__ import annotations

import gzip
import json

import pytest

from whoseword.reports.given import Unread
from whoseword.reports.named import names, read_named, row_ids
from whoseword.reports.read import ReadOptions

ROWS = [{"id": "a1", "text": "The gate shut."}, {"id": 7, "text": "It rained."}, {"text": "No name here."}]
LINES = "\n".join(map(json.dumps, ROWS)).encode()


@pytest.mark.parametrize(
    ("data", "path"),
    [
        (LINES, "a.jsonl"),
        (gzip.compress(LINES), "a.jsonl.gz"),
        (LINES.decode().encode("utf-16"), "a.jsonl"),
        (json.dumps(ROWS).encode(), "a.json"),
        (json.dumps(ROWS).encode(), "-"),
    ],
)
def test_row_ids(data, path):
    """Rows in every form give their ids, a whole number as its digits; a row without one gives none."""
    assert row_ids(data, path) == {1: "a1", 2: "7"}


def test_reports_go_by_the_ids_of_their_rows(tmp_path):
    """A row's id is the name, and the report's own id where there is no other."""
    (tmp_path / "a.jsonl").write_bytes(LINES)
    (tmp_path / "b.txt").write_text("A text of its own.", "utf-8")
    named = [each for each in read_named([str(tmp_path)], ReadOptions()) if not isinstance(each, Unread)]
    assert [name for _, name in named] == ["a1", "7", None, None]
    called = names(named)
    assert [called[report.id] for report, _ in named] == ["a1", "7", named[2][0].id, named[3][0].id]


def test_a_name_that_two_reports_have_names_neither(tmp_path):
    """Two rows with one id and other texts go by the ids of the reports; one row given twice keeps its name."""
    rows = [
        {"id": "x", "text": "One."},
        {"id": "x", "text": "Two."},
        {"id": "y", "text": "Y."},
        {"id": "y", "text": "Y."},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    named = [each for each in read_named([str(tmp_path)], ReadOptions()) if not isinstance(each, Unread)]
    called = names(named)
    assert [called[report.id] for report, _ in named[:2]] == [report.id for report, _ in named[:2]]
    assert called[named[2][0].id] == "y"


def test_what_is_not_there_is_told():
    """A missing file comes out as unread, in its place."""
    (unread,) = read_named(["no-such-file.jsonl"], ReadOptions())
    assert isinstance(unread, Unread)
    assert unread.problems[0].code == "not-found"
