"""The pages of a WARC file."""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from base64 import b32encode

import pytest
from fastwarc.stream_io import BrotliWriter

from tests.reports.archives.making import http, packed, page, record, response, url
from whoseword.reports.archives import payload
from whoseword.reports.archives.warc import members
from whoseword.reports.given import Given, Unread


def read(data, name="news.warc", place="/archives/news.warc"):
    """All that comes out, and what was left out."""
    found = []

    def run():
        skipped = yield from members(io.BytesIO(data), name, place)
        found.append(skipped)

    return list(run()), found[0]


def codes(found):
    return [problem.code for problem in found.problems]


def only(data):
    (found,), _ = read(data)
    return found


def brotli(data):
    written = io.BytesIO()
    writer = BrotliWriter(written)
    writer.write(data)
    writer.close()
    return written.getvalue()


def test_a_page_comes_with_all_that_the_archive_tells():
    """Address, moment of capture, type, encoding, bytes, number of the record and the way to it."""
    data = record("warcinfo", b"software: crawler") + response(7)
    (found,), _ = read(data)
    assert found == Given(
        "news.warc", page(7), "/archives/news.warc#2", 2, url(7), "text/html", "utf-8", "2031-05-08T10:30:00+00:00"
    )


def test_without_a_place_the_page_has_none():
    """What came through a pipe is nowhere to be found again."""
    ((found,), _) = read(response(7), place=None)
    assert found.place is None


def test_what_is_no_page_is_counted_and_not_told():
    """Requests, pictures, redirects and notes are one line of a summary, none of them a problem."""
    note = record("resource", b"text", "WARC-Target-URI: urn:text:https://aldmoor.example/", media="text/plain")
    others = [
        record("request", b"GET / HTTP/1.1\r\n\r\n", media="application/http; msgtype=request"),
        record("request", b"GET / HTTP/1.1\r\n\r\n", media="application/http; msgtype=request"),
        record("metadata", b"a: b"),
        record("revisit", http(b"")),
        record("response", http(b"\x89PNG", media="image/png")),
        record("response", http(b"moved", "Location: /b", status="301 Moved Permanently")),
        record("response", http(b"User-agent: *", media="text/plain"), "WARC-Target-URI: https://a.example/robots.txt"),
        record("response", http(b"")),
        note,
    ]
    found, skipped = read(b"".join([*others, response(1)]))
    assert [each.row for each in found] == [10]
    assert (skipped.records, skipped.count) == (10, 9)
    assert skipped.kinds == (
        ("request", 2), ("crawler's note", 1), ("empty page", 1), ("file for programs", 1), ("image/png", 1),
        ("metadata", 1), ("revisit", 1), ("status 301", 1),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("made", "media", "data"),
    [
        (record("resource", b"<html>Rain", media="text/html"), "text/html", b"<html>Rain"),
        (record("conversion", b"Rain fell.", media="text/plain"), "text/plain", b"Rain fell."),
        (record("response", http(b"Rain fell.", media="text/plain")), "text/plain", b"Rain fell."),
        (record("response", http(b"<!DOCTYPE html><p>Rain", media="")), "text/html", b"<!DOCTYPE html><p>Rain"),
        (record("response", http(b"<p>Rain", media="TEXT/HTML;charset=x")), "text/html", b"<p>Rain"),
        (record("response", b"HTTP/1.0 200 OK\nContent-Type: text/html\n\n<p>Rain"), "text/html", b"<p>Rain"),
    ],
    ids="resource conversion text untyped capitals line-feeds".split(),
)
def test_pages_come_in_several_kinds_of_records(made, media, data):
    """Resources, texts of pages, plain text and pages without a type are pages."""
    found = only(made)
    assert (found.media, found.data, found.problems) == (media, data, ())


def test_the_text_of_a_page_that_is_there_itself_is_not_read_twice():
    """A conversion that refers to a page of the same file is counted."""
    own = record("response", http(b"<p>Rain"), "WARC-Record-ID: <urn:uuid:1>")
    text = record("conversion", b"Rain", "WARC-Refers-To: <urn:uuid:1>", media="text/plain")
    found, skipped = read(own + text)
    assert len(found) == 1
    assert skipped.kinds == (("conversion", 1),)


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (gzip.compress(page(1)), ["Content-Encoding: gzip"]),
        (zlib.compress(page(1)), ["Content-Encoding: deflate"]),
        (zlib.compress(page(1))[2:-4], ["Content-Encoding: deflate"]),
        (brotli(page(1)), ["Content-Encoding: br"]),
        (page(1), ["Content-Encoding: br"]),
        (page(1), ["Content-Encoding: gzip", "Content-Length: 77"]),
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(page(1)), page(1)), ["Transfer-Encoding: chunked"]),
        (page(1), ["Transfer-Encoding: chunked"]),
        (
            b"%x;a=b\r\n%s\r\n0\r\n\r\n" % (len(gzip.compress(page(1), mtime=0)), gzip.compress(page(1), mtime=0)),
            ["Transfer-Encoding: chunked", "Content-Encoding: gzip"],
        ),
        (gzip.compress(gzip.compress(page(1))), ["Content-Encoding: gzip, gzip"]),
    ],
    ids="gzip deflate raw-deflate brotli undone-brotli undone-gzip chunked undone-chunked both twice".split(),
)
def test_encodings_are_undone_where_they_are_there(body, fields):
    """The page is the same however it was sent and kept, and nothing is wrong with it."""
    found = only(record("response", http(body, *fields)))
    assert (found.data, found.problems) == (page(1), ())


DIGESTS = {
    "base32": "sha1:" + b32encode(hashlib.sha1(page(1)).digest()).decode(),
    "hex": "sha1:" + hashlib.sha1(page(1)).hexdigest(),
    "sha256": "sha256:" + hashlib.sha256(page(1)).hexdigest(),
    "md5": "md5:" + hashlib.md5(page(1)).hexdigest(),
}


@pytest.mark.parametrize("of", [gzip.compress(page(1), mtime=0), page(1)], ids=["packed", "unpacked"])
def test_a_digest_of_the_body_agrees_packed_or_unpacked(of):
    """Crawlers differ in what they take it of."""
    sent = gzip.compress(page(1), mtime=0)
    field = f"WARC-Payload-Digest: sha1:{hashlib.sha1(of).hexdigest()}"
    assert only(record("response", http(sent, "Content-Encoding: gzip"), field)).problems == ()


@pytest.mark.parametrize("name", ["base32", "hex", "sha256", "md5"])
@pytest.mark.parametrize("part", ["Payload", "Block"])
def test_a_digest_that_differs_is_told_and_the_page_is_read(name, part):
    """One byte was changed since: the page comes, with the problem."""
    found = only(record("response", http(page(2)), f"WARC-{part}-Digest: {DIGESTS[name]}"))
    assert found.data == page(2)
    assert codes(found) == ["digest-differs"]
    assert "news.warc, record 1 (byte 0)" in found.problems[0].message


def test_a_whole_block_needs_no_digest_of_its_payload():
    """Programs differ in what they take for the payload; the block is the block."""
    block = http(page(1))
    fields = f"WARC-Block-Digest: md5:{hashlib.md5(block).hexdigest()}", f"WARC-Payload-Digest: {DIGESTS['md5']}0"
    assert only(record("response", block, *fields)).problems == ()


CUTS = {
    "segment": record("response", http(page(1)), "WARC-Segment-Number: 1"),
    "told": record("response", http(page(1)), "WARC-Truncated: length"),
    "gzip": record("response", http(gzip.compress(page(1) * 20)[:-30], "Content-Encoding: gzip")),
    "chunk": record("response", http(b"fff\r\n" + page(1), "Transfer-Encoding: chunked")),
    "server": record("response", http(page(1), "Content-Length: 99999")),
}


@pytest.mark.parametrize("data", CUTS.values(), ids=CUTS)
def test_a_page_that_was_cut_comes_as_far_as_it_goes(data):
    """With one problem that says so."""
    found = only(data)
    assert codes(found) == ["record-cut"]
    assert found.data.startswith(page(1)[:60])


@pytest.mark.parametrize(
    "body",
    [b"\x1f\x8b\x08\x00" + b"\xff" * 40, b"\x1f\x8b", gzip.compress(page(1))[:10]],
    ids=["damaged", "two bytes", "cut"],
)
def test_a_page_of_which_nothing_can_be_had_is_unread(body):
    """With the record, its byte and what to do."""
    found = only(record("response", http(body, "Content-Encoding: gzip")))
    assert isinstance(found, Unread)
    assert (found.path, found.row, codes(found)) == ("news.warc", 1, ["record-cut"])
    assert "record 1 (byte 0)" in found.problems[0].message
    assert "take another copy" in found.problems[0].message


def test_an_encoding_that_is_not_known_is_told():
    """Nothing is made of bytes that nobody can unpack."""
    found = only(record("response", http(b"????", "Content-Encoding: sdch")))
    assert isinstance(found, Unread)
    assert "sdch" in found.problems[0].message


@pytest.mark.parametrize(
    ("encoding", "bomb"),
    [
        ("gzip", gzip.compress(b" " * 3_000_000)),
        ("br", brotli(b" " * 3_000_000)),
        ("gzip, gzip", gzip.compress(gzip.compress(b" " * 3_000_000))),
        (", ".join(["gzip"] * 9), b"\x1f\x8b"),
    ],
)
def test_a_page_that_unpacks_without_end_is_unread(encoding, bomb, monkeypatch):
    """It is unpacked to the bound and no further, and the next page comes."""
    monkeypatch.setattr(payload, "LARGEST_PAYLOAD", 100_000)
    found, _ = read(record("response", http(bomb, f"Content-Encoding: {encoding}")) + response(2))
    assert isinstance(found[0], Unread)
    assert codes(found[0])[-1] in {"too-large", "record-cut"}
    assert found[1].data == page(2)


@pytest.mark.parametrize(("old", "new"), [("Content-Type: app", "Con4ent-Type: x"), ("e: response", "e: re?p")])
def test_a_damaged_header_is_told_or_read_all_the_same(old, new):
    """A page is never counted as something else because a letter of its header is wrong."""
    (found,), _ = read(response(1).replace(old.encode(), new.encode(), 1))
    assert codes(found) == ["archive-damaged"] if isinstance(found, Unread) else found.data == page(1)


def test_a_head_of_http_that_cannot_be_read_is_unread():
    """A response whose head has no end gives no page, and says so."""
    found = only(record("response", b"HTTP/1.1 200 OK\r\nX: " + b"a" * 100_000))
    assert isinstance(found, Unread)
    assert codes(found) == ["archive-damaged"]


def test_a_moment_that_is_none_is_told():
    """The page comes without it."""
    found = only(record("response", http(page(1)), "WARC-Date: yesterday"))
    assert found.captured is None
    assert codes(found) == ["date-unreadable"]


@pytest.mark.parametrize(
    ("told", "moment"),
    [
        ("2031-05-08T10:30:00.123456Z", "2031-05-08T10:30:00+00:00"),
        ("2031-05-08T12:30:00+02:00", "2031-05-08T10:30:00+00:00"),
    ],
)
def test_moments_are_in_universal_time(told, moment):
    """To the second, whatever their zone and precision."""
    assert only(record("response", http(page(1)), f"WARC-Date: {told}")).captured == moment


def test_damage_in_a_record_that_is_no_page_is_told_as_well():
    """A file that ends inside a request is a file that ends early."""
    found, _ = read(response(1) + record("request", b"GET / HTTP/1.1\r\n" * 9)[:-60])
    assert isinstance(found[1], Unread)
    assert codes(found[1]) == ["archive-damaged"]
    assert found[1].row == 2


def test_a_packed_file_that_is_cut_says_where():
    """The page comes as far as it goes, with the record and the byte at which its member starts."""
    whole = packed([response(1), response(2)])
    found, _ = read(whole[0] + whole[1][:-30], "news.warc.gz")
    assert found[0].problems == ()
    assert page(2).startswith(found[1].data)
    assert codes(found[1]) == ["archive-damaged"]
    assert f"news.warc.gz, record 2 (byte {len(whole[0])})" in found[1].problems[0].message


@pytest.mark.parametrize(("data", "code"), [(b"", "empty-archive"), (b"no archive", "archive-damaged")])
def test_a_file_without_a_record_says_so(data, code):
    """Empty, or of another kind."""
    found = only(data)
    assert isinstance(found, Unread)
    assert codes(found) == [code]


def test_without_the_extra_it_says_what_to_install(monkeypatch):
    """Nothing is read, and the problem names the extra."""
    monkeypatch.setattr("whoseword.reports.archives.warc.find_spec", lambda _: None)
    found = only(response(1))
    assert codes(found) == ["needs-intake"]
    assert "whoseword[intake]" in found.problems[0].message
