"""Known stories among other reports: how the scores are counted, and the command that prints them."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from tests.claims.sketched import CHOIR, DAM
from whoseword import cli
from whoseword.errors import UsageError
from whoseword.evaluate.stories import ORDERS, b_cubed, half_of, measured

LABELS = {"a": "dam", "b": "dam", "c": "dam", "d": "choir"}
DAM_TEXT = "The Vell dam opened its third gate on day {} as the flood rose, the dam warden said, and the gate held."
CHOIR_TEXT = "A choir from Brome won the goat prize in round {}, and the choir sang for the goat all night."


def run(*arguments):
    return CliRunner().invoke(cli.app, ["evaluate", "stories", *map(str, arguments)])


@pytest.fixture
def path(tmp_path):
    """Three reports on a dam, one of them twice, and two on choirs without a label."""
    rows = [{"text": DAM_TEXT.format(k), "date": "2031-05-08", "story": "dam"} for k in range(3)]
    rows += [{"text": CHOIR_TEXT.format(k), "date": "2031-05-08"} for k in range(2)]
    rows.append({"text": DAM_TEXT.format(0), "date": "2031-05-08"})
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return file


def test_a_report_without_a_label_costs_precision_only_as_a_story_of_its_own():
    """Of three in a cluster, two of one label: precision 2/3 with the third as a story, 1 where it is left out."""
    clusters = [["a", "b", "x"], ["c"], ["d", "y"]]
    whole, labelled = (b_cubed(clusters, LABELS, whole=whole) for whole in (True, False))
    assert whole.precision == pytest.approx((2 / 3 + 2 / 3 + 1 + 1 / 2) / 4)
    assert labelled.precision == 1
    assert whole.recall == labelled.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert whole.reports == 4


def test_two_labels_in_one_cluster_cost_precision():
    """A cluster of two stories is half right for each of its reports."""
    found = b_cubed([["a", "d"]], {"a": "dam", "d": "choir"}, whole=False)
    assert (found.precision, found.recall) == (0.5, 1)
    assert found.f1 == pytest.approx(2 / 3)


def test_nothing_to_measure_is_refused():
    """Without a label there is no score."""
    with pytest.raises(UsageError, match="story"):
        b_cubed([["a"]], {}, whole=True)


def test_both_halves_occur():
    """Ids fall into both halves, always the same."""
    assert {half_of(str(k)) for k in range(20)} == {"even", "odd"}


def test_orders_are_held_to_grouping_afresh():
    """For each order there are scores against the labels and one against the stories that come out afresh."""
    labels = {each.report: "dam" for each in DAM}
    rows = list(measured([*DAM, *CHOIR], labels, orders=ORDERS))
    held = [row for row in rows if row["held_to"] == "afresh"]
    assert [row["order"] for row in held] == list(ORDERS)
    assert all(row["f1"] == 1 and row["reports"] == 8 for row in held)


def test_the_command_prints_scores(path):
    """Rows with a story are found among others; a text that stands twice is one report."""
    done = run(path, "--format", "jsonl")
    assert done.exit_code == 0, done.output
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    (row,) = [row for row in rows if row["half"] == "all" and row["others"] == "as stories"]
    assert (row["f1"], row["reports"], row["order"]) == (1, 3, "afresh")


def test_the_command_prints_a_table(path):
    """For people, in per cent, with what was measured."""
    done = run(path, "--one-by-one")
    assert "F1 100.0" in done.stdout
    assert "measured on 5 reports, 3 of them with the name of a story" in done.stdout
