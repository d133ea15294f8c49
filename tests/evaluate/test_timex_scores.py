"""What a reader gets right in marked files and in cases, and the commands that print it."""

import json

import pytest
from typer.testing import CliRunner

from tests.evaluate.test_timex import TIMEML
from tests.plain_reader import PlainReader
from whoseword import cli
from whoseword.evaluate.recognizers import Case, Expected
from whoseword.evaluate.timex import read_marked
from whoseword.evaluate.timex_scores import case_scores, timeml_scores
from whoseword.lexicon import load_lexicon


@pytest.fixture
def folder(tmp_path):
    """A folder of one TimeML file."""
    (tmp_path / "a.tml").write_text(TIMEML, "utf-8")
    return tmp_path


def test_files_are_scored_by_their_half(folder):
    """The one marked time is found with its value, in the half that the file is of."""
    outcomes = timeml_scores(PlainReader(), load_lexicon(), read_marked(folder))
    assert sum(outcome.values.right for outcome in outcomes.values()) == 1


def test_cases_are_scored_and_misses_told():
    """One of two expected times has the right value; the other is told with what was found."""
    right = Expected((14, 23), ("XXXX-WXX-4",), ({"value": "2021-07-22"},), "date")
    wrong = Expected((14, 23), ("2020-01-01",), ({"value": "2020-01-01"},), "date")
    scores = case_scores(
        PlainReader(), load_lexicon(), [Case("It was told on Thursday.", "2021-07-22", (right, wrong))]
    )
    assert (scores.right, scores.expected, scores.accuracy) == (1, 2, 0.5)
    assert "Thursday = 2021-07-22" in scores.misses[0]


def test_the_commands_print_tables_and_lines(folder, monkeypatch):
    """Both commands print scores for people and for programs."""
    from whoseword.reports import reader

    monkeypatch.setattr(reader, "load_reader", PlainReader)
    told = CliRunner().invoke(cli.app, ["evaluate", "timeml", str(folder), "--misses"])
    assert told.exit_code == 0
    assert "100.0   1 file, 1 marked" in told.stdout
    lines = CliRunner().invoke(cli.app, ["evaluate", "timeml", str(folder), "--only", "b", "--format", "jsonl"])
    assert {json.loads(line)["files"] for line in lines.stdout.splitlines()} == {0}
    cases = folder / "cases.json"
    cases.write_text("[]", "utf-8")
    told = CliRunner().invoke(cli.app, ["evaluate", "recognizers", str(cases)])
    assert told.stdout.startswith("right value  0.0 %, 0 of 0 times")
    lines = CliRunner().invoke(cli.app, ["evaluate", "recognizers", str(cases), "--format", "jsonl"])
    assert json.loads(lines.stdout)["cases"] == 0
