"""A server that means harm, on the loopback address: each trick ends in a problem, in bounded time and memory."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import tracemalloc
import zlib
from itertools import chain, repeat

import pytest

from tests.fetching.serving import PAGE, Came, Server, answer, drip, fetcher, leading, serving
from whoseword.fetching.exchange import media_of
from whoseword.fetching.fetch import Fetched
from whoseword.fetching.limits import Limits

MIB = 2**20
HEAD = b"HTTP/1.1 200 OK\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
# Short enough for a test, long enough for a slow machine.
NARROW = Limits(received=MIB, decoded=MIB, seconds=10)
HURRIED = Limits(seconds=0.5)


def sent(*first: bytes, then: bytes = b"", times: int | None = None, pause: float = 0.0):
    """What a server goes on sending: `first`, and `then` again and again."""

    def send(connection: socket.socket, server: Server) -> None:
        again = repeat(then) if times is None else repeat(then, times)
        drip(connection, chain(first, again if then else ()), server, pause)

    return send


def fetched(page, limits: Limits = NARROW) -> Fetched:
    """What comes of a page that is `page`; bytes, or a function from `sent`."""
    with serving() as server:

        def send(connection: socket.socket, came: Came) -> None:
            page(connection, server)

        server.pages["/dam"] = page if isinstance(page, bytes) else send
        return fetcher(limits).fetch(server.url("/dam"))


BROKEN = {
    "nothing": (b"", "answer-broken"),
    "line-ends": (b"\r\n\r\n\r\n", "answer-broken"),
    "http-0.9": (b"<html><p>The gate opened.</p></html>\r\n\r\n", "answer-broken"),
    "another protocol": (b"220 mail.aldmoor.example ESMTP\r\n\r\n", "answer-broken"),
    "bytes": (bytes(range(256)) * 40, "answer-broken"),
    "status": (b"HTTP/1.1 twohundred OK\r\n\r\n" + PAGE, "answer-broken"),
    "header": (HEAD + b"no colon here\r\n\r\n" + PAGE, "answer-broken"),
    "NUL in a header": (HEAD + b"ETag: \x00\r\n\r\n" + PAGE, "answer-broken"),
    "cut in the head": (b"HTTP/1.1 200 OK\r\nContent-Le", "answer-broken"),
    "shorter than told": (answer(length=5000), "answer-broken"),
    "longer than told": (answer(length=5), "answer-broken"),
    "no bytes told": (answer(length=0), "answer-broken"),
    "two lengths": (HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!", "answer-broken"),
    "negative length": (HEAD + b"Content-Length: -1\r\n\r\n" + PAGE, "answer-broken"),
    "length in words": (HEAD + b"Content-Length: ten\r\n\r\n" + PAGE, "answer-broken"),
    "chunk size": (CHUNKED + b"zz\r\nabc\r\n0\r\n\r\n", "answer-broken"),
    "negative chunk": (CHUNKED + b"-5\r\nabc\r\n0\r\n\r\n", "answer-broken"),
    "huge chunk": (CHUNKED + b"f" * 30 + b"\r\nabc", "answer-broken"),
    "cut chunk": (CHUNKED + b"10\r\nabc", "answer-broken"),
    "no last chunk": (CHUNKED + b"3\r\nabc\r\n", "answer-broken"),
    "two framings": (HEAD + b"Transfer-Encoding: gzip, chunked\r\n\r\n" + PAGE, "answer-broken"),
    "damaged gzip": (answer(b"no gzip at all", Content_Encoding="gzip"), "answer-broken"),
    "cut gzip": (answer(gzip.compress(PAGE)[:-9], Content_Encoding="gzip"), "answer-broken"),
    "wrong sum of gzip": (answer(gzip.compress(PAGE)[:-8] + b"\0" * 8, Content_Encoding="gzip"), "answer-broken"),
    "damaged deflate": (answer(b"\xff\xff\xff", Content_Encoding="deflate"), "answer-broken"),
    "brotli": (answer(PAGE, Content_Encoding="br"), "encoding-not-asked-for"),
    "unknown encoding": (answer(PAGE, Content_Encoding="rot13"), "encoding-not-asked-for"),
    "gzip in gzip": (answer(PAGE, Content_Encoding="gzip, gzip"), "encoding-not-asked-for"),
    "empty": (answer(b""), "answer-empty"),
    "empty gzip": (answer(gzip.compress(b""), Content_Encoding="gzip"), "answer-empty"),
    "no content": (answer(b"", status="204 No Content"), "answer-unusable"),
    "a part": (answer(status="206 Partial Content", Content_Range="bytes 0-9/99"), "answer-unusable"),
    "not modified unasked": (answer(b"", status="304 Not Modified"), "answer-unusable"),
    "switching": (b"HTTP/1.1 101 x\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n", "answer-broken"),
    "no status that is": (answer(status="999 Odd"), "answer-unusable"),
    "told to be large": (answer(b"x", length=10**12), "answer-too-large"),
    "length beyond numbers": (answer(b"x", length=10**17), "answer-too-large"),
}


@pytest.mark.parametrize(("page", "code"), BROKEN.values(), ids=BROKEN)
def test_a_broken_answer_is_told(page, code):
    """Each fault of an answer is one problem, with the address and a way out; nothing of it is kept."""
    came = fetched(page)
    assert [problem.code for problem in came.problems] == [code]
    assert came.problems[0].message.startswith(came.visit.url)
    assert came.problems[0].message.isprintable()
    assert (came.given, came.unchanged, came.visit.failures) == (None, False, 1)
    assert came.visit.fault == came.problems[0].message


ENDLESS = {
    "100 MB, told": sent(HEAD + b"Content-Length: 104857600\r\n\r\n", then=b"x" * 65536, times=1600),
    "100 MB, not told": sent(HEAD + b"\r\n", then=b"x" * 65536, times=1600),
    "endless": sent(HEAD + b"\r\n", then=b"<p>The gate.</p>" * 4096),
    "endless chunks": sent(CHUNKED, then=b"1000\r\n" + b"x" * 4096 + b"\r\n"),
    "gzip bomb": answer(gzip.compress(b"\0" * 100 * MIB), Content_Encoding="gzip"),
    "bomb of many members": answer(gzip.compress(b"\0" * MIB) * 60, Content_Encoding="gzip"),
    "deflate bomb": answer(zlib.compress(b"\0" * 100 * MIB, 9), Content_Encoding="deflate"),
    "endless headers": sent(HEAD, then=b"X-A: " + b"b" * 999 + b"\r\n"),
    "one endless header": sent(HEAD + b"X-A: ", then=b"b" * 999),
    "endless first line": sent(b"HTTP/1.1 200 ", then=b"b" * 999),
    "endless answers before the answer": sent(then=b"HTTP/1.1 100 Continue\r\n\r\n"),
}


@pytest.mark.parametrize("page", ENDLESS.values(), ids=ENDLESS)
def test_an_answer_without_end_is_cut_off(page):
    """What is larger than the bounds is refused as soon as that shows, with little memory."""
    tracemalloc.start()
    try:
        came = fetched(page)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [problem.code for problem in came.problems] == ["answer-too-large"]
    # The bound of 1 MiB, the piece at hand, what a socket holds, and the test's own server.
    assert peak < 12 * MIB


@pytest.mark.parametrize(
    "page",
    [sent(CHUNKED + b"1\r\nx\r\n0\r\n", then=b"A: b\r\n" * 99), sent(CHUNKED, then=b"1;" + b"x" * 9999)],
    ids=["trailers", "chunk extensions"],
)
def test_framing_without_end_is_cut_off(page):
    """What stands between the pieces of a body, and behind it, is bounded too."""
    assert fetched(page).problems[0].code in {"answer-broken", "answer-too-large"}


SLOW = {
    "body": sent(HEAD + b"Content-Length: 9999\r\n\r\n", then=b"x", pause=0.02),
    "head": sent(HEAD, then=b"A: b\r\n", pause=0.02),
    "first line": sent(then=b"H", pause=0.02),
    "answers before the answer": sent(then=b"HTTP/1.1 100 Continue\r\n\r\n", pause=0.02),
    "chunks": sent(CHUNKED, then=b"1\r\nx\r\n", pause=0.02),
}


@pytest.mark.parametrize("page", SLOW.values(), ids=SLOW)
def test_a_slow_drip_does_not_outlast_the_time(page):
    """Bytes that come one by one, each in time, still end with the time of the whole."""
    started = time.monotonic()
    came = fetched(page, HURRIED)
    assert [problem.code for problem in came.problems] == ["answer-too-slow"]
    assert time.monotonic() - started < 10


def test_silence_does_not_outlast_the_time():
    """A server that takes the request and says nothing is left."""

    def silent(_: socket.socket, server: Server) -> None:
        server.stopping.wait(30)

    assert fetched(silent, HURRIED).problems[0].code == "answer-too-slow"


def test_a_connection_that_is_reset_is_told():
    """An answer that breaks off with a reset is broken, not lost."""

    def reset(connection: socket.socket, _: Server) -> None:
        connection.sendall(HEAD + b"Content-Length: 999\r\n\r\nThe")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        connection.close()

    assert fetched(reset).problems[0].code == "answer-broken"


def test_a_port_where_nobody_listens_is_told():
    """A refused connection is a problem with a remedy."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    came = fetcher().fetch(f"http://127.0.0.1:{port}/robots.txt")
    assert came.problems[0].code == "server-unreachable"
    assert "try again later" in came.problems[0].message


def test_a_server_without_tls_behind_https_is_told():
    """A server that answers a secure greeting with plain text cannot be trusted."""

    def in_plain_text() -> None:
        connection, _ = listening.accept()
        with connection:
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            connection.recv(65536)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        answering = threading.Thread(target=in_plain_text)
        answering.start()
        came = fetcher().fetch(f"https://127.0.0.1:{listening.getsockname()[1]}/robots.txt")
        answering.join()
    assert came.problems[0].code == "tls-broken"
    assert came.visit.status is None


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (PAGE, {}),
        (PAGE, {"Content_Encoding": "identity"}),
        (gzip.compress(PAGE), {"Content_Encoding": "GZip"}),
        (gzip.compress(PAGE[:9]) + gzip.compress(PAGE[9:]), {"Content_Encoding": "x-gzip"}),
        (gzip.compress(PAGE) + b"\0\0\0", {"Content_Encoding": "gzip"}),
        (zlib.compress(PAGE), {"Content_Encoding": "deflate"}),
        (zlib.compress(PAGE)[2:-4], {"Content_Encoding": "deflate"}),
    ],
)
def test_what_was_asked_for_is_unpacked(body, headers):
    """gzip and both readings of deflate give the page, byte for byte."""
    came = fetched(answer(body, **headers))
    assert came.given is not None
    assert (came.given.data, came.problems) == (PAGE, ())


@pytest.mark.parametrize(
    "page",
    [
        b"HTTP/1.0 200 OK\r\n\r\n" + PAGE,
        b"HTTP/1.1 200\r\n\r\n" + PAGE,
        b"HTTP/1.1 200 OK\n\n" + PAGE,
        CHUNKED + b"%x;a=b\r\n%b\r\n0\r\nX-A: b\r\n\r\n" % (len(PAGE), PAGE),
        b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" + answer(),
    ],
)
def test_unusual_answers_are_read(page):
    """What old and new servers send, within the rules of HTTP, is no fault."""
    came = fetched(page)
    assert came.given is not None
    assert came.given.data == PAGE


@pytest.mark.parametrize("media", ["image/jpeg", "video/mp4; codecs=x", "AUDIO/MPEG", "font/woff2", "text/css"])
def test_what_is_no_report_is_not_downloaded(media):
    """A picture or a film is told by its headers; its body is not read."""
    came = fetched(answer(b"x", length=10**6, Content_Type=media))
    assert [problem.code for problem in came.problems] == ["media-not-read"]


def test_a_redirect_with_an_endless_body_is_followed_at_once():
    """The body of a redirect is not read."""
    with serving() as server:
        server.pages["/old"] = lambda connection, _: sent(leading("/new")[:-2], b"X: y\r\n\r\n", then=b"x" * 999)(
            connection, server
        )
        server.pages["/new"] = answer()
        assert fetcher(NARROW).fetch(server.url("/old")).given is not None


@pytest.mark.parametrize(
    ("written", "media", "charset"),
    [
        ("text/html", "text/html", None),
        ("Text/HTML; Charset=ISO-8859-1", "text/html", "iso-8859-1"),
        ("text/html;charset='utf-8'", "text/html", "utf-8"),
        ('application/xhtml+xml; a=b; charset="utf-8"', "application/xhtml+xml", "utf-8"),
        ("html", None, None),
        ("", None, None),
        ("text/html; charset=", "text/html", None),
        ("text/html; charset=../../etc", "text/html", None),
    ],
)
def test_media_type_and_charset_are_read(written, media, charset):
    """A `Content-Type` gives both in lower case, or nothing where it is none."""
    assert media_of(written) == (media, charset)
