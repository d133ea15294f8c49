"""`whoseword evaluate polnear` as it is typed."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from tests.evaluate.marking import write_folder
from tests.plain_reader import PlainReader
from whoseword import cli
from whoseword.evaluate.scores import MEASURES


@pytest.fixture(autouse=True)
def plain_reader(monkeypatch):
    """The command reads without a model."""
    from whoseword.reports import reader

    monkeypatch.setattr(reader, "load_reader", PlainReader)


@pytest.fixture
def folder(tmp_path):
    """The tiny folder of two texts."""
    return write_folder(tmp_path)


def run(*arguments):
    return CliRunner().invoke(cli.app, ["evaluate", "polnear", *map(str, arguments)])


def rows(result):
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_table_shows_every_measure_and_everybody(folder):
    """The reader, people here and before, and the published tagger stand side by side, each with its texts."""
    result = run(folder)
    assert result.exit_code == 0
    table, _, below = result.stdout.partition(
        "Of the reader's relations, those with a confidence of 0.25 or more were taken.\n"
    )
    assert below.startswith("attribution F1 100.0, 95 % interval 100.0 to 100.0 over 2 texts")
    cells = {line.split()[0]: line.split()[1:] for line in table.splitlines() if line.strip()}
    assert set(MEASURES) <= set(cells)
    assert cells["attribution"] == ["100.0", "100.0", "100.0", "66.7", "72.7"]
    assert cells["run.cue"] == ["66.7", "66.7", "66.7", "66.7", "70.5", "75.3"]
    for told in (
        "1 text there that several annotated, 2 ordered pairs",
        "PolNeAR train",
        "COLING 2022",
        "orientation",
    ):
        assert told in below
    assert all(len(line) <= 80 for line in table.splitlines())


def test_lines_are_for_programs(folder):
    """The reader comes first, with what it was measured on; then people here, and the known scores."""
    reader, people, *known = rows(run(folder, "--format", "jsonl"))
    assert (reader["row"], reader["measured_on"], reader["texts"], reader["files"]) == ("reader", str(folder), 2, 2)
    assert (reader["annotators"], reader["min_confidence"], reader["limit"]) == ("first", 0.25, None)
    assert reader["scores"]["exact.cue"]["f1"] == pytest.approx(2 / 3)
    assert set(reader["scores"]) == set(MEASURES)
    assert reader["interval"]["low"] == reader["interval"]["high"] == 1.0
    assert (people["row"], people["texts"], people["pairs"]) == ("people", 1, 2)
    assert [row["row"] for row in known] == ["people, train", "CofeNet"]


def test_all_annotators_can_be_asked_for(folder):
    """With all annotators there are three files to be held to, and no hint to ask for them."""
    assert rows(run(folder, "--annotators", "all", "--format", "jsonl"))[0]["files"] == 3
    assert "add --annotators all" not in run(folder, "--annotators", "all").stdout
    assert "add --annotators all" in run(folder).stdout


def test_unsure_relations_can_be_left_out(folder):
    """Nothing is found that is sure enough; recall falls to 0."""
    reader, *_ = rows(run(folder, "--min-confidence", "0.95", "--format", "jsonl"))
    assert reader["scores"]["attribution"]["found"] == 0


def test_the_first_texts_are_enough(folder):
    """With a limit of one, one text is read."""
    reader, *_ = rows(run(folder, "--limit", 1, "--format", "jsonl"))
    assert reader["texts"] == 1


def test_agreement_that_cannot_be_measured_is_told(folder):
    """Without a text of two annotators, the table says so and has no column for it."""
    (folder / "attributions" / "ferry_00bb.ann").unlink()
    result = run(folder)
    assert "cannot be measured: no text of the folder has two annotators" in result.stdout
    assert [row["row"] for row in rows(run(folder, "--format", "jsonl"))] == ["reader", "people, train", "CofeNet"]


def test_texts_that_nobody_annotated_are_told(folder):
    """They are left out, and the standard error says how many."""
    (folder / "text" / "new.txt").write_text("Nothing yet.")
    result = run(folder, "--format", "jsonl")
    assert rows(result)[0]["texts"] == 2
    assert "1 of 3 texts" in result.stderr


def test_a_folder_of_another_kind_makes_no_sense(tmp_path):
    """Exit code 2, with what the folder must hold."""
    result = run(tmp_path)
    assert result.exit_code == 2
    assert "name a folder that holds text/ and attributions/" in result.stderr


def test_a_damaged_file_ends_the_command(folder):
    """Exit code 1, with file and line; no score is printed."""
    (folder / "attributions" / "tide_00aa.ann").write_text("T1\tCue 8 900\tsaid\n")
    result = run(folder)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "tide_00aa.ann, line 1" in result.stderr
