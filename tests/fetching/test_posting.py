"""Webhooks."""

from __future__ import annotations

import json

import pytest

from tests.fetching.serving import answer, leading, serving
from whoseword.errors import UsageError
from whoseword.fetching.guard import Guard
from whoseword.fetching.limits import Limits
from whoseword.fetching.posting import LARGEST, post

OURS = Guard(allow_private=True)


@pytest.mark.parametrize("status", ["200 OK", "201 Created", "202 Accepted", "204 No Content"])
def test_a_notice_is_sent_as_json(status):
    """The server gets one POST with the notice, and any 2xx means that it was taken."""
    with serving({"/hook": answer(b"", status=status)}) as server:
        assert post(server.url("/hook"), {"line": "The gate opened – “today”."}, guard=OURS) is None
    (came,) = server.came
    assert (came.method, came.headers["content-type"]) == ("POST", "application/json")
    assert json.loads(came.body) == {"line": "The gate opened – “today”."}


@pytest.mark.parametrize("page", [leading("/other", f"{status} x") for status in (301, 302, 303, 307, 308)])
def test_redirects_are_not_followed(page):
    """Who is told is who was named."""
    with serving({"/hook": page, "/other": answer()}) as server:
        problem = post(server.url("/hook"), {}, guard=OURS)
    assert problem is not None
    assert (problem.code, server.paths()) == ("webhook-not-taken", ["/hook"])


@pytest.mark.parametrize("status", ["400 x", "404 x", "429 x", "500 x"])
def test_a_refused_notice_is_told(status):
    """Any other status is a problem, with the status in it."""
    with serving({"/hook": answer(status=status)}) as server:
        problem = post(server.url("/hook"), {}, guard=OURS)
    assert problem is not None
    assert problem.code == "webhook-not-taken"
    assert status[:3] in problem.message


def test_a_silent_webhook_does_not_hold_us_up():
    """The time is bounded, and the answer's body is not read."""
    with serving({"/hook": lambda *_: server.stopping.wait(30)}) as server:
        problem = post(server.url("/hook"), {}, guard=OURS, limits=Limits(seconds=0.3))
    assert problem is not None
    assert problem.code == "answer-too-slow"


def test_the_webhook_of_this_machine_needs_leave():
    """Without --allow-private nothing is sent to the loopback address."""
    with serving({"/hook": answer()}) as server:
        problem = post(server.url("/hook"), {}, guard=Guard())
    assert problem is not None
    assert (problem.code, server.came) == ("address-refused", [])


def test_a_notice_beyond_all_measure_is_wrong_use():
    """A webhook gets notices, not archives."""
    with pytest.raises(UsageError, match="too many"):
        post("http://127.0.0.1/", {"line": "x" * LARGEST}, guard=OURS)
