"""The polarity of predicates held to what people judged."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from tests.readings import reading_of
from whoseword import cli
from whoseword.errors import NoInputError, UsageError
from whoseword.evaluate.factuality import FactualityScores, factuality_scores, judged_of, read_judged
from whoseword.lexicon import load_lexicon

FELL = {"text": "It fell .", "targets": [{"span1": [1, 2], "label": 2.5}]}
NOT = {"text": "It did not fall .", "targets": [{"span1": [3, 4], "label": -1.0}, {"span1": [0, 1], "label": 0}]}
ROSE = {"text": "It rose .", "targets": [{"span1": [1, 2], "label": -2.0}]}


class Grammarian:
    """A reader that knows these sentences."""

    def read(self, text, *, tokens=None):
        assert len(tokens) == len(text.split())
        verb = next(word for word in text.split() if word in {"fell", "fall", "rose"})
        grammar = {"It": f"PRON nsubj {verb}", verb: "VERB"}
        return reading_of(text, grammar=grammar | ({"not": "PART advmod fall"} if "not" in text else {}))[1], ()


def lines(*rows) -> str:
    return "\n".join(json.dumps(row) for row in rows) + "\n"


@pytest.fixture
def file(tmp_path):
    """Three sentences, one of which people see otherwise than its grammar."""
    path = tmp_path / "judged.jsonl"
    path.write_text(lines(FELL, NOT, ROSE))
    return path


def test_the_sign_is_compared_and_the_majority_stands_beside_it():
    """Two of three signs are right, and so is the guess that nothing happened; one predicate is undecided."""
    scores = factuality_scores(Grammarian(), judged_of(lines(FELL, NOT, ROSE), "a"), load_lexicon())
    assert (scores.predicates, scores.undecided) == (3, 1)
    assert scores.accuracy == scores.majority == pytest.approx(2 / 3)
    assert scores.counts == {("happened", True): 1, ("did-not", False): 1, ("happened", False): 1}


def test_unclear_counts_as_did_not():
    """Nobody was told that it happened."""
    assert FactualityScores({("unclear", False): 1, ("unclear", True): 3}, 0).accuracy == 0.25


def test_nothing_compared_is_no_fault():
    """Scores of no predicate are 0, and no division fails."""
    assert FactualityScores({}, 4).accuracy == 0


@pytest.mark.parametrize(
    "line",
    ["{", "[]", '{"text": "a"}', '{"text": "a", "targets": [{"span1": [], "label": 1}]}',
     '{"text": "a", "targets": [{"span1": [1, 2], "label": 1}]}',
     '{"text": "a", "targets": [{"span1": [-1, 2], "label": 1}]}'],
)  # fmt: skip
def test_a_damaged_line_is_named(line):
    """The message says in which file and line."""
    with pytest.raises(NoInputError, match=r"a\.jsonl, line 2"):
        list(judged_of(f"{json.dumps(FELL)}\n{line}", "a.jsonl"))


def test_a_file_must_hold_judged_predicates(tmp_path):
    """No file makes no sense; a file without predicates gives nothing to compare with."""
    with pytest.raises(UsageError, match="is no file"):
        read_judged(tmp_path / "none.jsonl")
    (tmp_path / "empty.jsonl").write_text("\n")
    with pytest.raises(NoInputError, match="no judged predicate"):
        read_judged(tmp_path / "empty.jsonl")


def run(monkeypatch, *arguments):
    from whoseword.reports import reader

    monkeypatch.setattr(reader, "load_reader", Grammarian)
    return CliRunner().invoke(cli.app, ["evaluate", "factuality", *map(str, arguments)])


def test_the_command_prints_both_shares(monkeypatch, file):
    """For people, with what it was measured on."""
    result = run(monkeypatch, file)
    assert result.exit_code == 0
    assert "right sign  66.7 %\nmajority    66.7 %" in result.stdout
    assert "3 sentences, 3 predicates; 1 undecided by people" in result.stdout


def test_the_command_prints_json(monkeypatch, file):
    """For programs, not rounded; the limit is told."""
    row = json.loads(run(monkeypatch, file, "--format", "jsonl", "--limit", 2).stdout)
    assert (row["sentences"], row["limit"], row["accuracy"]) == (2, 2, 1.0)
    assert row["counts"]["did-not"] == {"happened": 0, "did-not": 1}
