"""Copied passages found report by report: the same as those found between all of them at once."""

from __future__ import annotations

import random

import pytest

from tests.claims.pairs_by_kind import CASES, OTHER_STORY, UNRELATED
from tests.claims.reporting import FRAME, SPEECH, SWAPPED, WIRE, report
from tests.store.kept import put
from whoseword.claims.copies import Copy
from whoseword.claims.passages import find_copies
from whoseword.model import Reading, Record, Report
from whoseword.store import copying
from whoseword.store.asking import copies_among
from whoseword.store.opening import Store

LINE = (
    "The Courier keeps its presses in the cellar of the old salt house, where they have run since the canal came, by"
    " night and by day."
)
# Ten reports of one outlet that have nothing but its furniture in common.
FURNISHED = [
    report(f"{' '.join(f'{word}{k}' for k in range(40))}.\n\n{LINE}")
    for word in "one two three four five six seven eight nine ten".split()
]


def add(store: Store, found: Report) -> None:
    """Keeps a report with its copies alone."""
    kept = put(store, Record(found, Reading((), (), (), ()), (), (), ()), place=f"/desk/{found.id}")
    with store.writing() as connection:
        copying.find(connection, kept.key, found)


def copies(store: Store) -> set[Copy]:
    with store.reading() as connection:
        return set(copies_among(connection))


def at_once(reports: list[Report]) -> set[Copy]:
    return set(find_copies(sorted(reports, key=lambda each: each.id)))


@pytest.mark.parametrize("name", CASES)
def test_pairs_are_those_of_the_command(filed, name):
    """Each case of two reports gives the same copy, with the same spans, whichever is added first."""
    first, second, _ = CASES[name]
    for found in (second, first):
        add(filed, found)
    assert copies(filed) == at_once([first, second])


@pytest.mark.parametrize("seed", range(3))
def test_the_order_changes_nothing(filed, seed):
    """Many reports, in any order, have the copies that are found between all at once."""
    texts = [WIRE, FRAME.format(WIRE), SWAPPED, UNRELATED, OTHER_STORY, SPEECH, f"{UNRELATED}\n\n{SPEECH}"]
    reports = [report(text, outlet) for outlet in ("A", "B") for text in texts]
    random.Random(seed).shuffle(reports)
    for found in reports:
        add(filed, found)
    assert copies(filed) == at_once(reports)


@pytest.mark.parametrize("count", [3, 8, 10])
def test_furniture_makes_no_pairs(store, count):
    """What an outlet puts into eight of its reports pairs none of them: those that were pairs before are none then."""
    for found in FURNISHED[:count]:
        add(store, found)
    assert copies(store) == at_once(FURNISHED[:count])
    assert len(copies(store)) == (3 if count == 3 else 0)


def test_no_more_are_compared_than_the_bound(filed, monkeypatch):
    """A text that many outlets print is compared with so many of them, those that share most."""
    monkeypatch.setattr(copying, "MOST_COMPARED", 3)
    for number in range(8):
        add(filed, report(WIRE, f"Outlet {number}"))
    assert len(copies(filed)) == 1 + 2 + 3 * 5
