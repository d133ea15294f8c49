"""The pages of a WACZ file."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import zipfile

import pytest

from tests.reports.archives.making import packed, page, record, response
from whoseword.reports.archives import zipping
from whoseword.reports.archives.wacz import members
from whoseword.reports.given import Unread

ONE = b"".join(packed([record("warcinfo", b"a: b"), response(1), response(2)]))
TWO = b"".join(packed([response(3)]))


def wacz(*, digest=None, entries=(("archive/b.warc.gz", TWO), ("archive/a.warc.gz", ONE)), method=zipfile.ZIP_STORED):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", method) as archive:
        for name, data in entries:
            archive.writestr(name, data)
        if digest:
            resources = [{"path": "archive/a.warc.gz", "hash": digest}]
            archive.writestr("datapackage.json", json.dumps({"resources": resources}))
        archive.writestr("pages/pages.jsonl", "{}")
    return written.getvalue()


def read(data):
    found = []

    def run():
        skipped = yield from members(io.BytesIO(data), "news.wacz", "/a/news.wacz")
        found.append(skipped)

    return list(run()), found[0]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED], ids=["stored", "deflated"])
def test_the_pages_of_all_its_archives_come(method):
    """By the names of these, each page with the way to its record; what is no page is counted over all."""
    found, skipped = read(wacz(method=method, digest="sha256:" + hashlib.sha256(ONE).hexdigest()))
    assert [each.data for each in found] == [page(1), page(2), page(3)]
    assert [each.place for each in found] == [
        "/a/news.wacz/archive/a.warc.gz#2", "/a/news.wacz/archive/a.warc.gz#3", "/a/news.wacz/archive/b.warc.gz#1"
    ]  # fmt: skip
    assert found[0].name == "news.wacz/archive/a.warc.gz"
    assert (skipped.records, skipped.kinds) == (4, (("warcinfo", 1),))


def test_a_digest_that_differs_is_told_and_the_pages_come():
    """The digest of datapackage.json is that of the file as it was made."""
    found, _ = read(wacz(digest="sha256:" + "0" * 64))
    assert isinstance(found[0], Unread)
    assert found[0].problems[0].code == "digest-differs"
    assert len(found) == 4


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "archive-damaged"),
        (wacz()[:-40], "archive-damaged"),
        (wacz(entries=()), "empty-archive"),
        (wacz(entries=[("archive/../../a.warc", ONE)]), "empty-archive"),
    ],
    ids=["empty", "cut", "no archive", "name that leads out"],
)
def test_a_file_that_gives_nothing_says_why(data, code):
    """With what to do."""
    (found,), _ = read(data)
    assert [problem.code for problem in found.problems] == [code]


def test_a_damaged_archive_costs_itself_alone():
    """The other one is read."""
    data = bytearray(wacz(method=zipfile.ZIP_DEFLATED, entries=[("archive/a.warc", ONE * 3), ("archive/b.warc", TWO)]))
    data[200] ^= 0xFF
    found, _ = read(bytes(data))
    assert any(isinstance(each, Unread) for each in found)
    assert [each.data for each in found if not isinstance(each, Unread)][-1] == page(3)


def test_a_broken_list_of_digests_is_told():
    """The pages come unchecked."""
    found, _ = read(wacz(entries=[("datapackage.json", b"{"), ("archive/a.warc.gz", ONE)]))
    assert [problem.code for problem in found[0].problems] == ["archive-damaged"]
    assert [each.data for each in found[1:]] == [page(1), page(2)]


def overlapping():
    """Two entries that are the same bytes, as in the bombs that have a million of them."""
    data = wacz(entries=[("archive/a.warc", b"x" * 1000), ("archive/b.warc", b"y")])
    second = data.rindex(b"PK\x01\x02", 0, data.index(b"pages/pages.jsonl", data.index(b"PK\x01\x02")) - 40)
    return data[: second + 42] + struct.pack("<L", 5) + data[second + 46 :]


def many(monkeypatch):
    monkeypatch.setattr(zipping, "MOST_ENTRIES", 10)
    return wacz(entries=[(f"archive/{number}.warc", b"") for number in range(20)])


def long_list(monkeypatch):
    monkeypatch.setattr(zipping, "LARGEST_DIRECTORY", 100)
    return wacz()


def dense(monkeypatch):
    monkeypatch.setattr(zipping, "RATIO_COUNTS_FROM", 1000)
    return wacz(entries=[("archive/a.warc", b" " * 3_000_000)], method=zipfile.ZIP_DEFLATED)


@pytest.mark.parametrize("made", [lambda _: overlapping(), many, long_list, dense])
def test_a_bomb_is_refused(made, monkeypatch):
    """Overlapping entries, too many of them, too long a list, too much in too little: each is a problem."""
    (found,), _ = read(made(monkeypatch))
    assert [problem.code for problem in found.problems] == ["archive-damaged"]
