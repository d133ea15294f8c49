"""Times, quantities, events, commitments and figures come out under the names of the contract."""

from __future__ import annotations

import json
from dataclasses import replace

from tests.dossier.records import record_of
from whoseword.dossier.export import dump_line
from whoseword.dossier.happenings import commitment, quantity
from whoseword.model import Commitment, Due, Event, Figure, Quantity, Time

TIME = Time((0, 4), "DATE", "2021-07", "START", "2021-07-01", "2021-08-01", anchor=(9, 12), rule="by hand")
QUANTITY = Quantity((5, 8), 300.0, "USD", (9, 12), (13, 17), "range", 400.5, "by", "by hand")
EVENT = Event("v1", (2, 5), "AGREE", "planned", (0, 1), (6, 8), (9, 12), ((0, 4),), background=True, statement="s1")
DUE = Due("date", "2021-12-31", (0, 4))
COMMITMENT = Commitment("c1", ("e1",), ("e2",), (2, 9), DUE, (10, 14), ("s1",), "promised", "by hand", ((0, 1),))
FIGURE = Figure((5, 8), (9, 12), (13, 17), (0, 4), "s1")


def test_a_time() -> None:
    """A time has its type, value, place in the calendar and what it was counted from."""
    (found,) = json.loads(dump_line(replace(record_of("It rained."), times=(TIME,))))["times"]
    assert found == {
        "span": [0, 4],
        "type": "DATE",
        "value": "2021-07",
        "mod": "START",
        "begin": "2021-07-01",
        "end": "2021-08-01",
        "needs_publication_date": False,
        "anchor": [9, 12],
        "rule": "by hand",
    }


def test_a_time_without_a_date() -> None:
    """A time that nobody can place says so, and has no value."""
    bare = Time((0, 4), "DATE", None, needs_publication_date=True)
    (found,) = json.loads(dump_line(replace(record_of("It rained."), times=(bare,))))["times"]
    assert (found["value"], found["needs_publication_date"], found["anchor"]) == (None, True, None)


def test_a_quantity() -> None:
    """A quantity has its number, unit, what is counted and how exact it is; whole numbers have no point."""
    (found,) = json.loads(dump_line(replace(record_of("It rained."), quantities=(QUANTITY,))))["quantities"]
    assert found == {
        "span": [5, 8],
        "value": 300,
        "high": 400.5,
        "unit": "USD",
        "of": [9, 12],
        "where": [13, 17],
        "bound": "range",
        "change": "by",
        "rule": "by hand",
    }
    assert str(found["value"]) == "300"


def test_a_quantity_without_a_number() -> None:
    """A word where no number is told stays that word."""
    assert quantity(Quantity((0, 3), "all"))["value"] == "all"


def test_an_event() -> None:
    """An event has its predicate, who did it to whom, where and when, and whose statement tells it."""
    (found,) = json.loads(dump_line(replace(record_of("It rained."), events=(EVENT,))))["events"]
    assert found == {
        "id": "v1",
        "predicate": [2, 5],
        "category": "AGREE",
        "mode": "planned",
        "who": [0, 1],
        "whom": [6, 8],
        "where": [9, 12],
        "times": [[0, 4]],
        "background": True,
        "statement": "s1",
    }


def test_a_commitment() -> None:
    """A commitment has who undertook what for whom, by when, and on whose word."""
    (found,) = json.loads(dump_line(replace(record_of("It rained."), commitments=(COMMITMENT,))))["commitments"]
    assert found == {
        "id": "c1",
        "who": ["e1"],
        "doers": [[0, 1]],
        "to_whom": ["e2"],
        "what": [2, 9],
        "due": {"state": "date", "value": "2021-12-31", "span": [0, 4]},
        "condition": [10, 14],
        "statements": ["s1"],
        "status": "promised",
        "rule": "by hand",
    }


def test_a_due_date_that_is_not_set() -> None:
    """The state "not-set" is a value of its own, with the words that say it."""
    found = commitment(replace(COMMITMENT, due=Due("not-set", None, (3, 7)), condition=None))
    assert (found["due"], found["condition"]) == ({"state": "not-set", "value": None, "span": [3, 7]}, None)


def test_a_figure() -> None:
    """A figure leads to its quantity, what it is said of, the time and the statement."""
    (found,) = json.loads(dump_line(replace(record_of("It rained."), figures=(FIGURE,))))["figures"]
    assert found == {"quantity": [5, 8], "of": [9, 12], "where": [13, 17], "time": [0, 4], "statement": "s1"}
