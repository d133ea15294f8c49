"""`whoseword watch` as it is typed: watches come, are listed and go; what was noticed is printed, fed and sent."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from typer.testing import CliRunner

from tests.store.across import add, record
from whoseword.commands import watching
from whoseword.errors import UsageError, WhosewordError
from whoseword.model import Problem
from whoseword.store.opening import open_store

NOW = datetime(2031, 5, 15, tzinfo=UTC)
CLAIM = "the Orsel dam will be emptied by June"


@pytest.fixture
def file(tmp_path: Path) -> str:
    """Where a store is made."""
    return str(tmp_path / "desk.db")


def typed(file: str, *words: str) -> str:
    """What the command prints."""
    result = CliRunner().invoke(watching.watching, [*words, "--store", file], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_watch_comes_is_listed_and_goes(file):
    """What is added is listed with who watches and how often something was told, until it is removed."""
    added = typed(file, "add", CLAIM, "--by", "R. Holt")
    assert added == f"Watch 1, a claim, told where it is said, or near it: “{CLAIM}”\n"
    assert typed(file, "add", "upper gate").startswith("Watch 2, a phrase, told where all its words stand")
    first, second = typed(file, "list").splitlines()
    assert first.split("  ")[-1].endswith(f"by R. Holt: “{CLAIM}” (told 0 times)")
    assert "“upper gate”" in second
    assert typed(file, "remove", "1") == f"Watch 1 has ended: “{CLAIM}”\n"
    assert [json.loads(line)["number"] for line in typed(file, "list", "--format", "jsonl").splitlines()] == [2]
    typed(file, "remove", "2")
    assert typed(file, "list") == "Nothing is watched\n"
    assert typed(file, "check") == "Nothing is watched\n"


@pytest.mark.parametrize("words", ["", " … ", "!?", "word " * 300])
def test_what_cannot_be_watched_is_refused(file, words):
    """Without a word, or with a whole report, there is nothing to look out for."""
    with pytest.raises(UsageError, match="nothing to look out for"):
        typed(file, "add", words)
    assert not Path(file).exists()


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8000/hook", "http://[::1]/", "http://10.1.2.3/", "ftp://desk.example/"]
)
def test_a_private_webhook_needs_leave(file, url):
    """A webhook on this machine or in its network is refused, unless that is asked for."""
    with pytest.raises(UsageError, match="--webhook"):
        typed(file, "add", CLAIM, "--webhook", url)
    if url.startswith("http:"):
        assert typed(file, "add", CLAIM, "--webhook", url, "--allow-private").startswith("Watch 1")


@pytest.mark.model
def test_the_whole_store_is_looked_at(file, tmp_path):
    """`check` tells what is there already, once; `feed` writes it with a link that leads to the report."""
    typed(file, "add", CLAIM)
    with open_store(file) as store:
        add(store, record("dam", url="https://courier.example/dam"))
    line = typed(file, "check", "--as-of", "2031-05")
    assert line.startswith("Watch 1: said, for the first time in this store, by Ada Rook in Courier (2031-05-08): “")
    assert typed(file, "check") == "Nothing new\n"
    assert typed(file, "check", "--format", "jsonl") == ""
    assert "(told 1 time)" in typed(file, "list")
    output = tmp_path / "watched.atom"
    assert typed(file, "feed", "-o", str(output)) == f"The feed is at {output}\n"
    root = ET.fromstring(output.read_bytes())
    (link,) = root.iter("{http://www.w3.org/2005/Atom}link")
    assert link.get("href") == "https://courier.example/dam"
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


@pytest.mark.model
def test_after_an_intake_it_is_printed_and_sent(file, capsys, monkeypatch):
    """The line stands on the standard output; what the webhook did not take on the standard error, and it is kept."""
    typed(file, "add", CLAIM, "--webhook", "https://desk.example/hook")
    down = Problem("webhook-not-taken", "desk.example: did not take the notice")
    answers: list[Problem | None] = [down, None]
    sent: list[object] = []

    def send(_, data):
        sent.append(data["line"])
        return answers.pop(0)

    monkeypatch.setattr(watching, "_send", send)
    with open_store(file) as store:
        key = add(store, record("dam"))
        (notice,) = watching.tell_noticed(store, [key], when=NOW)
        told = capsys.readouterr()
        assert told.out == f"{notice.line}\n"
        assert told.err == "not sent: watch 1: desk.example: did not take the notice [webhook-not-taken]\n"
        assert watching.tell_noticed(store, [], when=NOW, as_json=True) == ()
        assert capsys.readouterr() == ("", "")
    assert sent == [notice.line, notice.line]


@pytest.mark.model
def test_programs_get_json(file, capsys):
    """Each notice is one line of JSON with all its fields."""
    typed(file, "add", CLAIM)
    with open_store(file) as store:
        key = add(store, record("dam"))
        watching.tell_noticed(store, [key], when=NOW, as_json=True)
    row = json.loads(capsys.readouterr().out)["notice"]
    assert (row["watch"], row["kind"], row["report"]) == (1, "new-origin", record("dam").report.id)
    assert record("dam").report.text[slice(*row["span"])] == row["words"]


def test_a_feed_needs_a_folder(file, tmp_path):
    """A place that cannot be written is named, and nothing is left there."""
    typed(file, "add", CLAIM)
    with pytest.raises(WhosewordError, match="name a file in a folder"):
        typed(file, "feed", "-o", str(tmp_path / "none" / "x.atom"))
