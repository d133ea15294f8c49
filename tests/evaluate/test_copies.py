"""Judged pairs, and how many copies are found among them."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from tests.claims.reporting import FRAME, SPEECH, WIRE
from whoseword import cli
from whoseword.evaluate.copies import CopyScores, half_of, judge, read_pairs, read_texts, scores

OTHER = "Three choirs will sing in the square at Tallow on Sunday, and the winner takes home a goat named Bishop."
TEXTS = {
    "w": ("Vell Courier", WIRE),
    "f": ("Brome Post", FRAME.format(WIRE)),
    "p": ("Tallow Bell", f"{OTHER}\n\n“{SPEECH}”"),
    "q": ("Skarn News", f"It rained.\n\n“{SPEECH}” said the mayor."),
}
PAIRS = [
    ("same wire text, whole or in part", "w", "f"),
    ("same wire text, whole or in part", "w", "q"),
    ("shared long quotation or transcript, not a copy", "p", "q"),
    ("not judged", "w", "p"),
    ("same wire text, whole or in part", "w", "missing"),
]


@pytest.fixture
def folder(tmp_path):
    """Five pairs: one copy that is one, one that is not there, one quotation, two that cannot be measured."""
    rows = [json.dumps({"id": name, "outlet": outlet, "text": text}) for name, (outlet, text) in TEXTS.items()]
    (tmp_path / "texts.jsonl").write_text("\n".join(rows), "utf-8")
    lines = ["judged\tid_a\tid_b", *("\t".join(pair) for pair in PAIRS)]
    (tmp_path / "pairs.tsv").write_text("\n".join(lines), "utf-8")
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(cli.app, ["evaluate", "copies", *map(str, arguments)])


def test_counts(folder):
    """Copies found and missed and others left alone are counted; what is not judged or not at hand is left out."""
    outcomes = list(judge(read_pairs(folder), read_texts([str(folder / "texts.jsonl")])))
    assert scores(outcomes) == CopyScores(right=1, wrong=0, missed=1, left=1)
    assert scores(outcomes).f1 == pytest.approx(2 / 3)
    assert scores(outcomes).false_independent == 0.5
    assert scores([]).f1 is None
    assert scores([]).false_independent is None


def test_a_half_is_the_same_whichever_comes_first():
    """The order of the ids does not matter, and both halves occur."""
    halves = [half_of(str(k), "x") for k in range(40)]
    assert halves == [half_of("x", str(k)) for k in range(40)]
    assert set(halves) == {"develop", "measured"}


def test_the_command(folder):
    """Both halves and all of them, for people and for programs, with what is wrong on the standard error."""
    told = run(folder, "--misses")
    assert told.exit_code == 0, told.output
    assert "3 of 5 pairs" in told.stdout
    assert "w q  judged same wire text, whole or in part, found nothing" in told.stderr
    rows = [json.loads(line) for line in run(folder, "--format", "jsonl").stdout.splitlines()]
    assert [row["half"] for row in rows] == ["develop", "measured", "all"]
    assert rows[2]["right"] + rows[2]["wrong"] + rows[2]["missed"] + rows[2]["left"] == 3


def test_a_folder_without_pairs_makes_no_sense(tmp_path):
    """The message says what is needed, with exit code 2."""
    result = run(tmp_path)
    assert result.exit_code == 2
    assert "pairs.tsv cannot be used" in result.stderr


@pytest.mark.shared
def test_wire_copies_keep_their_score(shared):
    """On the judged pairs, F1 stays at 97 or more, and no copy is taken for independent."""
    folder = shared / "corpora" / "news" / "wire_copies"
    texts = read_texts([str(folder / "texts.jsonl"), str(shared / "corpora" / "news" / "stories")])
    whole = scores(list(judge(read_pairs(folder), texts)))
    assert whole.f1 is not None
    assert whole.f1 >= 0.97
    assert whole.missed == 0
