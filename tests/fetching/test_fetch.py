"""Fetching from a server on the loopback address: visits, redirects, statuses, robots.txt and pauses."""

from __future__ import annotations

import builtins
from dataclasses import replace
from hashlib import sha256

import pytest

from tests.fetching.serving import NOON, PAGE, Clock, answer, fetcher, leading, serving
from whoseword import __version__
from whoseword.across.intake import Visit
from whoseword.errors import UsageError
from whoseword.fetching.fetch import AGENT, Fetcher
from whoseword.fetching.guard import Guard
from whoseword.fetching.limits import Limits

SUM = sha256(PAGE).hexdigest()


def test_a_page_comes_with_all_that_was_told_of_it():
    """The bytes, the place, what the server says of them, and the moment in UTC."""
    page = answer(Content_Type="Text/HTML; charset=UTF-8", ETag='"a1"', Last_Modified="Thu, 08 May 2031 11:00:00 GMT")
    with serving({"/old": leading("/new?a=b", "301 Moved"), "/new?a=b": page}) as server:
        asked = server.url("/old")
        fetched = fetcher(clock=lambda: NOON).fetch(asked)
        new = server.url("/new?a=b")
    given = fetched.given
    assert given is not None
    assert (given.name, given.place, given.url, given.data) == (asked, new, new, PAGE)
    assert (given.media, given.charset, given.captured) == ("text/html", "utf-8", "2031-05-08T12:00:00+00:00")
    assert (fetched.final_url, fetched.problems, fetched.unchanged) == (new, (), False)
    assert fetched.visit == Visit(
        asked, '"a1"', "Thu, 08 May 2031 11:00:00 GMT", SUM, status=200, fetched="2031-05-08T12:00:00+00:00"
    )


def test_what_servers_are_told():
    """The program by name and version, what can be unpacked, and no more than is needed."""
    with serving({"/dam": answer()}) as server:
        fetcher().fetch(server.url("/dam"))
    headers = server.came[-1].headers
    assert {*headers} == {"host", "user-agent", "accept", "accept-encoding", "connection"}
    assert headers["user-agent"] == AGENT
    assert AGENT.startswith(f"whoseword/{__version__} ")
    assert (headers["accept-encoding"], headers["connection"]) == ("gzip, deflate", "close")
    assert headers["host"] == f"127.0.0.1:{server.port}"


def test_an_unchanged_page_is_not_sent_again():
    """The server is asked with what it told the last time, and its 304 gives no page."""
    with serving({"/dam": answer(b"", status="304 Not Modified", ETag='"a2"')}) as server:
        url = server.url("/dam")
        before = Visit(url, '"a1"', "Thu, 08 May 2031 11:00:00 GMT", SUM, 200, "x", 3, "y", "z", "feed")
        fetched = fetcher(clock=lambda: NOON).fetch(url, before)
    headers = server.came[-1].headers
    assert headers["if-none-match"] == '"a1"'
    assert headers["if-modified-since"] == "Thu, 08 May 2031 11:00:00 GMT"
    assert (fetched.given, fetched.unchanged, fetched.problems) == (None, True, ())
    assert fetched.visit == replace(
        before, etag='"a2"', status=304, fetched="2031-05-08T12:00:00+00:00", failures=0, retry=None, fault=None
    )


def test_the_same_bytes_are_unchanged_too():
    """A server that knows no 304 is seen through by the sum of the bytes."""
    with serving({"/dam": answer(ETag='"b"')}) as server:
        url = server.url("/dam")
        fetched = fetcher().fetch(url, Visit(url, sha256=SUM))
    assert (fetched.given, fetched.unchanged, fetched.visit.etag, fetched.visit.status) == (None, True, '"b"', 200)


@pytest.mark.parametrize("etag", ['"a"\r\nX-Evil: 1', "\x00", "ü", " ", "x" * 600])
def test_a_stored_etag_cannot_add_headers(etag):
    """What came from a server once is sent back only where it is a plain line."""
    with serving({"/dam": answer()}) as server:
        fetched = fetcher().fetch(server.url("/dam"), Visit(server.url("/dam"), etag=etag))
    assert fetched.given is not None
    assert not {"if-none-match", "x-evil"} & {*server.came[-1].headers}


@pytest.mark.parametrize(
    ("status", "code"),
    [
        *[(status, "page-gone") for status in ("404 Not Found", "410 Gone")],
        *[(status, "page-closed") for status in ("401 x", "402 x", "403 Forbidden", "451 x")],
        *[(status, "server-busy") for status in ("429 Too Many Requests", "503 x", "408 x")],
        *[(status, "server-failed") for status in ("500 x", "502 x", "504 x", "599 x")],
        *[(status, "answer-unusable") for status in ("201 x", "206 x", "300 x", "305 x", "400 x", "418 x", "600 x")],
    ],
)
def test_each_status_is_told(status, code):
    """What the server answers is told in words, and what is known of the page before stays known."""
    with serving({"/dam": answer(status=status)}) as server:
        before = Visit(server.url("/dam"), '"a"', None, SUM, 200, failures=1)
        fetched = fetcher().fetch(server.url("/dam"), before)
    assert [problem.code for problem in fetched.problems] == [code]
    visit = fetched.visit
    assert (visit.status, visit.failures, visit.etag, visit.sha256) == (int(status[:3]), 2, '"a"', SUM)
    assert visit.retry is not None


@pytest.mark.parametrize(
    ("told", "retry"),
    [
        ("3600", "2031-05-08T13:00:00+00:00"),
        ("Thu, 08 May 2031 12:30:00 GMT", "2031-05-08T12:30:00+00:00"),
        ("1", "2031-05-08T12:01:00+00:00"),
        ("99999999999", "2031-05-15T12:00:00+00:00"),
        ("soon", "2031-05-08T12:01:00+00:00"),
        ("Thu, 08 May 1999 12:30:00 GMT", "2031-05-08T12:01:00+00:00"),
    ],
)
def test_retry_after_is_kept(told, retry):
    """A server that names a time is not asked before it, within a week."""
    with serving({"/dam": answer(status="503 x", Retry_After=told)}) as server:
        assert fetcher(clock=lambda: NOON).fetch(server.url("/dam")).visit.retry == retry


def test_a_busy_server_is_left_alone():
    """After 429, other pages of that host are not asked for either until the time is over."""
    clock = Clock()
    with serving({"/a": answer(status="429 x", Retry_After="90"), "/b": answer()}) as server:
        ours = fetcher(clock=clock, sleep=clock.sleep)
        ours.fetch(server.url("/a"))
        fetched = ours.fetch(server.url("/b"))
        assert (fetched.problems[0].code, server.paths()) == ("server-busy", ["/robots.txt", "/a"])
        assert fetched.visit.retry == "2031-05-08T12:01:31+00:00"
        clock.now += 100
        assert ours.fetch(server.url("/b")).given is not None


# Wrong use, and what is not there


def test_the_visit_of_another_address_is_wrong_use():
    """What was stored for one address is not taken for another."""
    with pytest.raises(UsageError, match="not of"):
        fetcher().fetch("http://127.0.0.1/a", Visit("http://127.0.0.1/b"))


@pytest.mark.parametrize("agent", ["", " ", "a\r\nb", "ü"])
def test_an_agent_that_no_header_holds_is_wrong_use(agent):
    """The name told to servers is one line of plain ASCII."""
    with pytest.raises(UsageError, match="agent"):
        Fetcher(Guard(), agent=agent)


@pytest.mark.parametrize("wrong", [{"seconds": 0}, {"received": 0}, {"redirects": -1}, {"pause": -1}])
def test_limits_that_let_nothing_pass_are_wrong_use(wrong):
    """A bound of nothing is a mistake and said so."""
    with pytest.raises(UsageError):
        Limits(**wrong)


def test_without_the_extra_it_is_said_what_to_install(monkeypatch):
    """Where the packages for fetching are missing, the problem names them; nothing is stored as failed."""
    known = builtins.__import__

    def without(name, *rest):
        if name.split(".")[0] in {"protego", "httpcore2"}:
            raise ImportError(name)
        return known(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    fetched = Fetcher(Guard()).fetch("https://aldmoor.example/")
    assert [problem.code for problem in fetched.problems] == ["needs-intake"]
    assert fetched.visit == Visit("https://aldmoor.example/")
