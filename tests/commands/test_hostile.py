"""The hostile set through the command line: a clear problem each, in bounded memory and time, whatever comes in.

Each command is a process of its own with 2 GiB of memory; `hostile.FILES` makes the files. Servers are on the loopback.
"""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, repeat
from pathlib import Path

import pytest

from tests.commands.hostile import HEAD, LAUGHS, MEBIBYTE, OUTSIDE, WORDS, packed, page, write
from tests.fetching.serving import Came, Sends, Server, answer, drip, leading, serving

pytestmark = pytest.mark.slow
pytest.importorskip("trafilatura", reason="needs the extra `intake`")

ROOT = Path(__file__).parents[2]
MEMORY, MOST_USED, SECONDS = 2 << 30, 400 << 20, 40
# Of each file: what it is told to be; "" where a report is made of it all the same.
TOLD = {
    "large_part.docx": "document-damaged",
    "laughs.docx": "document-damaged",
    "outside.docx": "document-damaged",
    "many.docx": "too-large",
    "deep.docx": "document-damaged",
    "overlapping.docx": "document-damaged",
    "large.wacz": "archive-damaged",
    "nested.wacz": "archive-damaged",
    "deep.wacz": "archive-damaged",
    "page.html.gz": "too-large",
    "line.jsonl.gz": "too-large",
    "rows.jsonl.gz": "rows-not-read",
    "record.warc.gz": "too-large",
    "long.warc.gz": "too-large",
    "spaces.warc.gz": "archive-damaged",
    "lengths.warc": "too-large",
    "laughs.xhtml": "no-article",
    "deep.html": "page-not-all-read",
    "attributes.html": "",
    "script.html": "too-large",
    "objects.html": "",
    "lists.html": "",
    "spaces.html": "",
    "quotes.html": "",
    "comments.html": "no-article",
    "words.html": "no-article",
    "tags.html": "no-article",
    "parts.mhtml": "document-damaged",
    "parts.eml": "document-damaged",
    "levels.eml": "document-damaged",
    "long.eml": "too-large",
    "header.eml": "document-damaged",
    "comments.eml": "document-without-text",
    "spaces.eml": "",
    "tangled.pdf": "document-damaged",
    "flate.pdf": "document-damaged",
    "lists.json": "row-not-json",
}


@dataclass(frozen=True)
class Ended:
    """How a command ended, what it took, and what it printed."""

    code: int
    peak: int
    out: str
    err: str

    @property
    def codes(self) -> set[str]:
        return {*re.findall(r"\[([a-z-]+)\]$", self.err, re.MULTILINE)}

    def is_bounded(self) -> bool:
        """Ended by itself, without a traceback, in little memory."""
        return self.code in {0, 1} and "Traceback" not in self.err and self.peak < MOST_USED


Run = Callable[..., Ended]


@pytest.fixture(scope="module")
def child() -> Iterator[subprocess.Popen[str]]:
    """What starts a process for each command."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.commands.hostile_child"],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        assert process.stdin
        process.stdin.close()


@pytest.fixture
def run(child: subprocess.Popen[str], tmp_path: Path) -> Run:
    """Runs a command of whoseword with a store of its own."""
    folder = tmp_path / "told"
    folder.mkdir()

    def running(command: str, *arguments: object) -> Ended:
        assert child.stdin
        assert child.stdout
        given = [command, *map(str, arguments), "--store", str(tmp_path / "desk.db")]
        asked = {"arguments": given, "memory": MEMORY, "seconds": SECONDS, "folder": str(folder)}
        child.stdin.write(f"{json.dumps(asked)}\n")
        child.stdin.flush()
        told = json.loads(child.stdout.readline())
        out, err = ((folder / name).read_text("utf-8", "replace") for name in ("out", "err"))
        return Ended(told["code"], told["peak"], out, err)

    return running


@pytest.mark.parametrize(("name", "code"), TOLD.items())
def test_a_hostile_file_is_told_within_bounds(name: str, code: str, run: Run, tmp_path: Path) -> None:
    """Each file has its problem, or gives a report; no other way out, and never more memory than a few hundred MiB."""
    ended = run("add", write(tmp_path, name))
    assert ended.is_bounded(), ended
    assert code in ended.codes if code else ended.out.startswith("new "), ended


def endless(connection: socket.socket, _: Came) -> None:
    """An answer that never ends."""
    start = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + HEAD
    drip(connection, chain([start], repeat(WORDS * 10_000, 1000)), Server({}))


def slow(connection: socket.socket, _: Came) -> None:
    """An answer of one byte after the other."""
    start = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    drip(connection, chain([start], repeat(b"x", 200)), Server({}), 0.05)


def headed(connection: socket.socket, _: Came) -> None:
    """Headers without an end."""
    drip(connection, chain([b"HTTP/1.1 200 OK\r\n"], repeat(b"X-Dam: open\r\n" * 1000, 1000)), Server({}))


PAGES: dict[str, tuple[bytes | Sends, str]] = {
    "endless": (endless, "answer-too-large"),
    "slow": (slow, "answer-too-slow"),
    "headed": (headed, "answer-too-large"),
    "large": (answer(page(b" " * 40 * MEBIBYTE)), "answer-too-large"),
    "short": (answer(page(WORDS), length=10_000_000), "answer-broken"),
    "long": (answer(page(WORDS), length=20), "answer-broken"),
    "packed": (answer(packed(512, before=HEAD), Content_Encoding="gzip"), "answer-too-large"),
    "twice": (answer(packed(1), Content_Encoding="gzip, gzip"), "encoding-not-asked-for"),
    "circle": (leading("/circle"), "redirect-broken"),
    "cloud": (leading("http://169.254.169.254/latest/meta-data/"), "address-refused"),
    "relative": (leading("//169.254.169.254/"), "address-refused"),
    "file": (leading("FILE:///etc/passwd"), "address-refused"),
    "odd": (leading("http://2130706433/"), "address-refused"),
    "dotted": (leading("HTTP://LOCALHOST./"), "address-refused"),
    "user": (leading("http://ada:hunter2@127.0.0.1/"), "address-refused"),
    "laughs": (answer(b"<!DOCTYPE html [" + LAUGHS + b"]><p>&l9;", Content_Type="text/html"), "no-article"),
}
FEED = b'<rss version="2.0"><channel><title>%s</title>%s</channel></rss>'
ITEM = b"<item><title>A\x1b[31m gate</title><link>%s</link></item>"
FEEDS = {
    "laughs": (b"<!DOCTYPE rss [" + LAUGHS + b"]>" + FEED % (b"&l9;", b""), "xml-refused"),
    "outside": (b"<!DOCTYPE rss [" + OUTSIDE + b"]>" + FEED % (b"&l9;", b""), "xml-refused"),
    "deep": (FEED % (b"Dam", b"<a>" * 100_000), "xml-refused"),
    "many": (FEED % (b"Dam", b"<a/>" * MEBIBYTE), "xml-refused"),
    "file": (FEED % (b"Dam", ITEM % b"file:///etc/passwd"), "item-without-link"),
    "cloud": (FEED % (b"Dam", ITEM % b"http://169.254.169.254/"), "address-refused"),
    "map": (packed(512, before=b"<urlset>"), "too-large"),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_server_is_told_within_bounds(name: str, run: Run) -> None:
    """Whatever a server sends or leads to, a problem comes of it and no report."""
    sent, code = PAGES[name]
    with serving({f"/{name}": sent}) as server:
        ended = run("add", server.url(f"/{name}"), "--allow-private")
    assert ended.is_bounded(), ended
    assert (ended.codes, ended.code) == ({code}, 1), ended
    assert "hunter2" not in ended.out + ended.err


@pytest.mark.parametrize("name", FEEDS)
def test_a_hostile_feed_is_told_within_bounds(name: str, run: Run) -> None:
    """A feed or a sitemap that is a bomb, or that leads to files and inner servers."""
    sent, code = FEEDS[name]
    with serving({f"/{name}": answer(sent, Content_Type="application/xml")}) as server:
        ended = run("follow", server.url(f"/{name}"), "--allow-private")
    assert ended.is_bounded(), ended
    assert code in ended.codes, ended
    assert "\x1b" not in ended.out + ended.err


def test_nothing_private_is_asked_without_leave(run: Run) -> None:
    """Neither by an address nor by a feed, and the server hears nothing of it."""
    with serving({"/": answer(page(WORDS))}) as server:
        codes = [run(command, server.url("/")).codes for command in ("add", "follow")]
        assert (codes, server.came) == ([{"address-refused"}, {"address-refused"}], [])


def test_a_password_is_neither_shown_nor_kept(run: Run, tmp_path: Path) -> None:
    """In an address, in a list of feeds, and in what a feed leads to."""
    address = "http://ada:rook@127.0.0.1:9/dam"
    listed = tmp_path / "feeds.opml"
    listed.write_text(f'<opml><body><outline text="Dams" xmlUrl="{address}"/></body></opml>', "utf-8")
    for command, what in (("add", address), ("follow", address), ("follow", listed)):
        ended = run(command, what, "--allow-private")
        assert (ended.is_bounded(), ended.codes) == (True, {"address-refused"})
        assert "rook" not in ended.out + ended.err
    assert b"rook" not in (tmp_path / "desk.db").read_bytes()


@pytest.mark.parametrize("name", ["a\x1b[31m\nnew  b.txt", "a\u202etxt.b.txt", "a\rnew.txt"])
def test_the_name_of_a_file_is_one_line_without_controls(name: str, run: Run, tmp_path: Path) -> None:
    """A name cannot colour the terminal, turn its direction or pretend to be another report."""
    (tmp_path / name).write_bytes(WORDS)
    (tmp_path / f"{name}.html").write_bytes(b"<html>")
    ended = run("add", tmp_path / name, tmp_path / f"{name}.html")
    assert len(ended.out.splitlines()) == 3, ended.out
    assert not {*"\x1b\r\u202e"} & {*ended.out, *ended.err}


def test_a_folder_that_leads_to_itself_is_read_once(run: Run, tmp_path: Path) -> None:
    """Links in a circle and pipes among the files hold nothing up."""
    inner = tmp_path / "in"
    inner.mkdir()
    (inner / "loop").symlink_to(tmp_path, target_is_directory=True)
    (inner / "own.txt").symlink_to("own.txt")
    os.mkfifo(inner / "pipe.txt")
    (inner / "dam.txt").write_bytes(WORDS)
    ended = run("add", inner)
    assert (ended.code, len(ended.out.splitlines())) == (0, 2), ended
