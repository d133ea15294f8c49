"""`whoseword copies` as it is typed, and what it prints."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from tests.claims.reporting import FRAME, WIRE
from whoseword import cli

ROWS = [
    {"id": "first", "text": WIRE, "outlet": "Vell Courier", "title": "Gate shut"},
    {"id": "second", "text": FRAME.format(WIRE.replace("340", "430")), "outlet": "Brome Post"},
    {"id": "third", "text": "Three choirs sing for a goat.", "outlet": "Tallow Bell"},
]


@pytest.fixture
def corpus(tmp_path):
    """Three reports, of which the second holds the first."""
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join(map(json.dumps, ROWS)), "utf-8")
    return path


def run(*arguments):
    return CliRunner().invoke(cli.app, ["copies", *map(str, arguments)])


def test_a_line_for_each_pair(corpus):
    """The rows' ids, the kind, and spans that cut the passage and its difference out of either text."""
    result = run(corpus, "--format", "jsonl")
    assert result.exit_code == 0
    (row,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert (row["a"], row["b"], row["kind"], row["rule"]) == ("first", "second", "wire", "copies:verbatim")
    (passage,) = row["passages"]
    assert ROWS[0]["text"][slice(*passage["a"])].startswith("Engineers closed")
    assert ROWS[1]["text"][slice(*passage["b"])].startswith("Engineers closed")
    (changed,) = passage["differences"]
    assert ROWS[0]["text"][slice(*changed["a"])] == "340"
    assert ROWS[1]["text"][slice(*changed["b"])] == "430"


def test_a_table_for_people(corpus):
    """The table names kind, outlets and the beginning of the passage."""
    result = run(corpus)
    assert result.exit_code == 0
    assert "wire" in result.stdout
    assert "Vell Courier: Gate shut" in " ".join(result.stdout.split())
    assert "Engineers closed" in result.stdout


def test_nothing_shared_is_said(tmp_path):
    """Without a pair the table says so, and JSON lines are none."""
    (tmp_path / "a.txt").write_text(WIRE, "utf-8")
    assert run(tmp_path).stdout == "No passage is in two of the 1 reports\n"
    assert run(tmp_path, "--format", "jsonl").stdout == ""


def test_reports_given_twice_are_told(corpus, tmp_path):
    """The same report in two files counts once, and that is told apart from the result."""
    (tmp_path / "again.jsonl").write_text(json.dumps(ROWS[0]), "utf-8")
    result = run(tmp_path, "--format", "jsonl")
    assert len(result.stdout.splitlines()) == 1
    assert "1 of 4 reports were given twice and count once" in result.stderr


def test_nothing_read_is_an_error():
    """Where no input can be read the exit code is 1 and the reason is told."""
    result = run("no-such-file.jsonl")
    assert result.exit_code == 1
    assert "not-found" in result.stderr
