"""Notices on their way to a webhook: delivered when taken, tried again when not, and bounded."""

from __future__ import annotations

import json
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tests.store.kept import NOW
from whoseword.across.intake import Notice, Watch
from whoseword.model import Problem
from whoseword.store.opening import open_store
from whoseword.store.watches import add_watch, keep_notice, newest
from whoseword.watching.webhooks import MOST, TRIED, deliver

DOWN = Problem("webhook-not-taken", "desk.example: did not take the notice")


@pytest.fixture
def desk(tmp_path):
    """A store with a watch that has a webhook."""
    with open_store(str(tmp_path / "desk.db"), make=True) as opened:
        with opened.writing() as connection:
            add_watch(connection, Watch(0, "the Orsel dam", "", webhook="https://desk.example/hook"), when=NOW)
        yield opened


def noticed(store, *abouts: str, watch: int = 1) -> None:
    with store.writing() as connection:
        for about in abouts:
            line = f"Watch {watch}: {about}"
            keep_notice(connection, Notice(watch, "due", about, line, "it shut", None, (1, 4)), when=NOW)


def left(store) -> set[str]:
    with store.reading() as connection:
        return {each.about for each in newest(connection, 999) if each.delivered is None}


def test_each_notice_is_sent_once_in_order(desk):
    """What was taken is not sent again."""
    noticed(desk, "one", "two")
    sent: list[object] = []
    for _ in range(2):
        assert deliver(desk, when=NOW, send=lambda _, data: sent.append(data["line"])) == ()
    assert sent == ["Watch 1: one", "Watch 1: two"]
    assert left(desk) == set()


def test_what_failed_is_tried_again(desk):
    """After a failure the webhook is left alone, the failure is told with the watch, and all comes next time."""
    noticed(desk, "one", "two", "three")
    tried: list[object] = []

    def fails_at_two(_, data):
        tried.append(data["line"])
        return DOWN if "two" in data["line"] else None

    (problem,) = deliver(desk, when=NOW, send=fails_at_two)
    assert problem.message.startswith("watch 1: desk.example")
    assert tried == ["Watch 1: one", "Watch 1: two"]
    assert left(desk) == {"two", "three"}
    assert deliver(desk, when=NOW, send=lambda *_: None) == ()
    assert left(desk) == set()


def test_one_webhook_that_fails_does_not_stop_another(desk):
    """Another watch with another webhook is told."""
    with desk.writing() as connection:
        add_watch(connection, Watch(0, "the ferry", "", webhook="https://other.example/"), when=NOW)
    noticed(desk, "one")
    noticed(desk, "two", watch=2)
    assert len(deliver(desk, when=NOW, send=lambda watch, _: DOWN if watch.number == 1 else None)) == 1
    assert left(desk) == {"one"}


def test_no_more_than_so_many_at_once(desk):
    """A flood is spread over several intakes."""
    noticed(desk, *map(str, range(MOST + 5)))
    deliver(desk, when=NOW, send=lambda *_: None)
    assert len(left(desk)) == 5


def test_what_is_old_is_not_sent(desk):
    """A webhook that was down for long gets what is new; the rest stays in the list and the feed."""
    noticed(desk, "one")
    assert deliver(desk, when=NOW + TRIED + timedelta(1), send=lambda *_: DOWN) == ()
    assert left(desk) == {"one"}


def test_a_server_gets_the_notice_as_json(desk):
    """What arrives says which watch, what kind, the line, the words and where they stand."""
    pytest.importorskip("httpx2", reason="needs the extra intake")
    from whoseword.commands.watching import _send

    got: list[dict[str, object]] = []

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Hook)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        url = f"http://127.0.0.1:{server.server_port}/hook"
        with desk.writing() as connection:
            number = add_watch(connection, Watch(0, "the ferry", "", webhook=url, allow_private=True), when=NOW)
            add_watch(connection, Watch(0, "the ferry", "", webhook=url), when=NOW)
        noticed(desk, "two", watch=number)
        noticed(desk, "three", watch=number + 1)
        (refused,) = deliver(desk, when=NOW, send=_send)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert refused.code == "address-refused"
    assert [(each["watch"], each["kind"], each["words"], each["span"]) for each in got] == [
        (2, "due", "it shut", [1, 4])
    ]
    assert left(desk) == {"three"}
