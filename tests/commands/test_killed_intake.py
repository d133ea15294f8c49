"""Intake killed or stopped in the middle: addresses, an archive read by two processes, a feed. The next run goes on."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.commands.test_killed import ADDS, ROOT, text_of
from tests.fetching.serving import Server, answer, serving
from tests.reports.archives.making import http, packed, record

pytestmark = pytest.mark.slow
pytest.importorskip("trafilatura", reason="needs the extra `intake`")

REPORTS = 16
QUICK = """
from whoseword.fetching import fetch
from whoseword.fetching.limits import Limits
made = fetch.Fetcher.__init__
fetch.Fetcher.__init__ = lambda self, *given, **named: made(self, *given, **{"limits": Limits(pause=0.02), **named})
"""


def page(number: int) -> bytes:
    """A page with a report of its own."""
    body = f"<article><h1>Dam {number}</h1><p>{text_of(number * 4)} {text_of(number * 4 + 1)}</p></article>"
    head = '<meta property="og:type" content="article"><title>Dam</title>'
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


@pytest.fixture
def server() -> Iterator[Server]:
    """A site with a feed that names all its pages."""
    with serving({f"/{number}": answer(page(number), Content_Type="text/html") for number in range(REPORTS)}) as site:
        items = "".join(f"<item><link>{site.url(f'/{number}')}</link></item>" for number in range(REPORTS))
        feed = f"<rss version='2.0'><channel><title>Dams</title>{items}</channel></rss>".encode()
        site.pages["/feed"] = answer(feed, Content_Type="application/rss+xml", ETag='"1"')
        yield site


def arguments(kind: str, server: Server, folder: Path) -> list[str]:
    """The command of each kind of intake."""
    archive = folder / "dams.warc.gz"
    uris = (f"WARC-Target-URI: https://dam.example/{number}" for number in range(REPORTS))
    archive.write_bytes(b"".join(packed(record("response", http(page(at)), uri) for at, uri in enumerate(uris))))
    commands = {
        "addresses": ["add", *(server.url(f"/{number}") for number in range(REPORTS)), "--allow-private"],
        "archive": ["add", str(archive), "--jobs", "2"],
        "feed": ["follow", server.url("/feed"), "--allow-private"],
    }
    return [*commands[kind], "--store", str(folder / "desk.db")]


def started(given: list[str]) -> subprocess.Popen[str]:
    """A process of its own group, about to begin."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    command = [sys.executable, "-c", ADDS.replace('print("ready"', f'{QUICK}\nprint("ready"'), *given]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def kept(store: Path) -> int:
    """How many reports are there, each once."""
    with closing(sqlite3.connect(store)) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert opened.execute("PRAGMA foreign_key_check").fetchone() is None
        ((count, different),) = opened.execute("SELECT count(*), count(DISTINCT url) FROM reports")
    assert count == different
    return int(count)


@pytest.mark.parametrize("kind", ["addresses", "archive", "feed"])
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT], ids=["killed", "stopped"])
def test_intake_that_was_stopped_goes_on(how: signal.Signals, kind: str, server: Server, tmp_path: Path) -> None:
    """All that was told is there, nothing twice; the next run brings the rest, and a third finds nothing new."""
    given = arguments(kind, server, tmp_path)
    process = started(given)
    assert process.stdout
    told = 0
    while told < 5 and (line := process.stdout.readline()):
        told += line.startswith("new")
    assert told == 5
    # To all processes of the command, as a terminal sends ctrl-C.
    os.killpg(process.pid, how)
    rest, errors = process.communicate(timeout=30)
    told += sum(line.startswith("new") for line in rest.splitlines())
    assert process.returncode == (130 if how is signal.SIGINT else -9), errors
    assert "Traceback" not in errors
    assert told <= kept(tmp_path / "desk.db") <= told + 2 < REPORTS
    again = started(given)
    _, errors = again.communicate(timeout=60)
    assert (again.returncode, errors, kept(tmp_path / "desk.db")) == (0, "", REPORTS)
    third = started(given)
    out, _ = third.communicate(timeout=60)
    assert (third.returncode, "\nnew " in f"\n{out}", kept(tmp_path / "desk.db")) == (0, False, REPORTS)
