"""The quality gate fails where it should, and never for want of the material."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import gate

GOLD_FILES = (
    "corpora/polnear/dev/attributions/a.ann",
    "corpora/polnear/dev/text/a.txt",
    "seeds/gold.json",
    "seeds/reports.jsonl",
)


def make_shared(folder: Path) -> Path:
    for name in GOLD_FILES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return folder


def test_a_score_at_its_floor_passes():
    """A floor is the least score that passes."""
    assert gate.judge({"a": 66.0}, {"a": 66.0}) == [("a", 66.0, 66.0, "passed")]


def test_a_score_under_its_floor_fails():
    """A score a tenth under its floor does not pass."""
    assert gate.judge({"a": 65.9}, {"a": 66.0}) == [("a", 65.9, 66.0, "under the floor")]


def test_a_floor_without_a_score_fails():
    """A score that is no longer measured is told, not forgotten."""
    assert gate.judge({"b": 99.0}, {"a": 66.0}) == [("a", None, 66.0, "not measured")]


def test_sum_changes_with_content_and_name(tmp_path):
    """The sum of a gold set depends on every byte and every name in it."""
    (tmp_path / "a.txt").write_text("one")
    first = gate.gold_sum(tmp_path, ["*.txt"])
    (tmp_path / "a.txt").write_text("two")
    second = gate.gold_sum(tmp_path, ["*.txt"])
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    assert len({first, second, gate.gold_sum(tmp_path, ["*.txt"])}) == 3


def test_sum_of_what_is_not_there_is_none(tmp_path):
    """A gold set of which a part is missing has no sum."""
    (tmp_path / "a.txt").write_text("one")
    assert gate.gold_sum(tmp_path, ["*.txt", "*.ann"]) is None


def test_without_the_material_the_gate_says_so_and_passes(tmp_path, capsys):
    """A clone without the hand-marked material passes, and reads that nothing was measured."""
    assert gate.main(["--shared", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("SKIPPED: polnear-dev and seeds not found")


def test_changed_gold_fails_before_anything_is_measured(tmp_path, capsys):
    """Scores on other gold say nothing about the pinned floors."""
    assert gate.main(["--shared", str(make_shared(tmp_path))]) == 1
    assert capsys.readouterr().out.startswith("FAILED: the gold of polnear-dev and seeds")


def test_floors_and_gold_sets_are_all_pinned():
    """Every gold set has a pinned sum, and every floor is a score in per cent."""
    floors = gate.load_floors()
    assert set(floors.gold) == set(gate.GOLD)
    assert all(0 < floor <= 100 for floor in floors.scores.values())


@pytest.mark.shared
def test_the_pinned_sums_are_those_of_the_material(shared):
    """The gold beside this checkout is the gold that the floors were measured on."""
    found = {name: gate.gold_sum(shared, patterns) for name, patterns in gate.GOLD.items()}
    assert found == gate.load_floors().gold
