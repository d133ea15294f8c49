"""`whoseword evaluate ecb` as it is typed."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from tests.evaluate.miniature_ecb import write_folder
from whoseword import cli


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The miniature folder."""
    return write_folder(tmp_path_factory.mktemp("ecb"))


def run(*arguments):
    return CliRunner().invoke(cli.app, ["evaluate", "ecb", *map(str, arguments)])


def test_the_command(folder):
    """Every method in every scope, for people and for programs."""
    told = run(folder)
    assert told.exit_code == 0, told.output
    assert "8 mentions in 5 clusters, 4 documents" in told.stdout
    assert told.stdout.count("deeds and reports against same lemma: ") == 3
    assert all(len(line) <= 80 for line in told.stdout.splitlines()[1:])
    rows = [json.loads(line) for line in run(folder, "--format", "jsonl").stdout.splitlines()]
    assert [(row["scope"], row["method"]) for row in rows[:4]] == [
        ("subtopic", "same lemma"),
        ("subtopic", "deeds"),
        ("subtopic", "deeds and reports"),
        ("topic", "same lemma"),
    ]
    assert len(rows) == 9
    assert rows[0]["conll"] == pytest.approx(sum(rows[0][name]["f1"] for name in ("muc", "b3", "ceafe")) / 3)


def test_a_part_that_is_not_there_makes_no_sense(folder):
    """The message says what is needed, with exit code 2."""
    result = run(folder, "--part", "test")
    assert result.exit_code == 2
    assert "it must list the topics of 'test'" in result.stderr
