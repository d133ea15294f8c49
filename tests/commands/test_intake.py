"""What comes in is told line by line; at the end every input that gave no report is named with its reason."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.plain_reader import PlainReader
from whoseword import cli, pipeline
from whoseword.commands.adding import Added
from whoseword.commands.intake import fetching, take
from whoseword.commands.progress import Bar
from whoseword.model import Problem

PAGE = """<!doctype html>
<html lang="en"><head><title>Gate opens | Aldmoor Courier</title>
<meta property="og:site_name" content="Aldmoor Courier"><meta property="article:published_time" content="2031-05-08">
</head><body><article><h1>Gate opens</h1><p>Ada Rook said that the gate of the upper dam was open since Monday.</p>
<p>The keeper said that it had been shut for most of the winter, and that nobody had asked.</p>
</article></body></html>"""


@pytest.fixture(autouse=True)
def plain_reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Every command reads without a model, in a folder of its own."""
    monkeypatch.setattr(pipeline, "_load_reader", PlainReader)
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli.app, list(arguments))


def unread(path: str, code: str) -> Added:
    return Added("unread", path, None, problems=(Problem(code, f"{path}: no use"),))


def test_what_came_before_ctrl_c_is_counted() -> None:
    """An interrupt ends the work, not the account of it."""

    def coming() -> Iterator[Added]:
        yield Added("new", "a.txt", None, id="3f2a", key="k1", statements=1)
        yield unread("b.txt", "binary-file")
        raise KeyboardInterrupt

    tally = take(coming(), Bar(3, shown=False), as_json=False)
    assert tally.stopped
    assert (dict(tally.counts), tally.new, [one.path for one in tally.failed]) == (
        {"new": 1, "unread": 1},
        ["k1"],
        ["b.txt"],
    )


def test_the_bar_says_how_fast_it_goes() -> None:
    """Reports, their rate, and what was not read where there is any."""
    bar = Bar(None, shown=False)
    for failed in (False, False, True):
        bar.came(failed=failed)
    assert bar.said(4.0) == "2 reports, 0.5/s, 1 not read"
    assert list(bar.counted("ab")) == ["a", "b"]


def test_no_fetcher_is_made_for_files() -> None:
    """Who adds files needs no library that fetches."""
    with fetching(["a.txt"], allow_private=False) as fetcher:
        assert fetcher is None


def test_a_folder_of_all_sorts_names_all_that_failed(tmp_path: Path) -> None:
    """A page and a text are read; a picture called a page, an empty file and a name that is not there are told."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "gate.html").write_text(PAGE, "utf-8")
    (folder / "ferry.txt").write_text("Tom Bell said that the ferry was late.", "utf-8")
    (folder / "map.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    (folder / "none.txt").write_bytes(b"")
    result = run("add", "in", "gone.txt")
    assert result.exit_code == 0, result.output
    assert "2 new, 3 not read. The store is whoseword.db" in result.stdout
    assert "3 inputs gave no report:" in result.stderr
    for name in ("in/map.html", "in/none.txt", "gone.txt"):
        assert f"  {name}" in result.stderr


def test_a_page_is_kept_as_it_came(tmp_path: Path) -> None:
    """What `original` gives back are the bytes of the page; the report says where each fact was found."""
    Path("gate.html").write_text(PAGE, "utf-8")
    (added,) = [json.loads(line) for line in run("add", "gate.html", "--format", "jsonl").stdout.splitlines()]
    assert run("original", added["id"]).stdout_bytes == PAGE.encode()
    assert run("original", added["id"], "-o", "out.html").exit_code == 0
    assert Path("out.html").read_text("utf-8") == PAGE
    report = json.loads(run("read", "gate.html", "--format", "jsonl").stdout)["report"]
    assert (report["title"], report["outlet"]) == ("Gate opens", "Aldmoor Courier")
    assert report["published"] == {"value": "2031-05-08", "from": "metadata"}
    assert report["told_by"]["published"] == "meta article:published_time"


def test_a_row_has_no_document_of_its_own() -> None:
    """The command says why there is nothing to give."""
    Path("a.jsonl").write_text(json.dumps({"text": "Ada Rook said that it rained."}), "utf-8")
    (added,) = [json.loads(line) for line in run("add", "a.jsonl", "--format", "jsonl").stdout.splitlines()]
    result = run("original", added["id"])
    assert result.exit_code == 1
    assert "only the hash is kept" in result.stderr


def test_an_address_is_told_to_be_for_add() -> None:
    """Other commands fetch nothing and name the one that does."""
    result = run("read", "https://c.example/gate")
    assert result.exit_code == 1
    assert "whoseword add" in result.stdout
