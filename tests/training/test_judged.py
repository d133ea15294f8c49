"""Pairs that were read and judged, and the weights that they give."""

from __future__ import annotations

import csv
from collections import Counter

import numpy as np
import pytest

from benchmarks.gate import SHARED
from tests.claims.telling_units import done, thing, unit
from training.judged import PAIRS, Pair, measure, read_pairs

CORPORA = SHARED / "corpora"


def test_the_file_holds_places_and_no_text():
    """Each row has a story, two places and a judgement; nothing else."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 3395
    assert Counter(row["judged"] for row in rows).keys() == {"same", "part", "contrary", "other"}
    for row in rows:
        assert set("".join((row["words"], row["words_of_other"], row["stands_for"]))) <= set("0123456789-. ")


@pytest.mark.model
@pytest.mark.skipif(not CORPORA.exists(), reason="../shared/corpora is not beside this checkout")
def test_a_pair_is_found_again(monkeypatch, tmp_path):
    """The units of a judged pair are those that are read at its places now."""
    few = tmp_path / "pairs.csv"
    lines = PAIRS.read_text("utf-8").splitlines()
    few.write_text("\n".join([lines[0], *(line for line in lines if line.startswith("labour,1,"))]), "utf-8")
    monkeypatch.setattr("training.judged.PAIRS", few)
    pairs = list(read_pairs(CORPORA))
    assert pairs
    assert all(pair.a.ref.report != pair.b.ref.report and pair.a.words and pair.b.words for pair in pairs)


def test_measured_on_stories_left_out(capsys):
    """A feature that tells in every story finds the same in each."""
    warden = thing("warden", "ann roe")
    one = unit(done("kill", whom=[warden]), words="warden roe slain tasken mill gate")
    like = unit(done("kill", whom=[warden]), words="warden roe slain tasken mill dawn", report="other")
    far = unit(done("visit", whom=[warden]), words="warden roe slain tasken orsel dawn", report="third")
    pairs = [
        Pair(story, one, like if same else far, "same" if same else "other", size)
        for story in ("a", "b", "c")
        for size in (1.0, 2.0)
        for same in (True, False, True, False)
    ]
    rows = np.array([[1.0 if pair.judged == "same" else -1.0, 1.0] for pair in pairs])
    same = np.array([float(pair.judged == "same") for pair in pairs])
    measure(pairs, rows, same, np.ones(len(pairs)))
    printed = capsys.readouterr().out
    assert "drawn as in a store, 12 pairs: of those graded the same 1.00 are" in printed
