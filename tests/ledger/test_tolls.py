"""Counts of dead and of injured that moved."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ledger.tellings import Telling, deed, records_of, units_of
from whoseword.across import Amount, Argument
from whoseword.ledger.gathered import gather
from whoseword.ledger.tolls import tolls


def hurt(telling, number, rare):
    """A unit that tells of so many injured guards, with a rare word beside it."""
    made = deed("injured", lemma="injure")
    made = replace(made, whom=(Argument((0, 0), "guard", meanings=("troops",)),))
    telling.unit(
        f"It injured {number} guards.",
        made,
        names=("tarn", "ann roe"),
        amounts=(Amount((11, 20), float(number), None, "guard"),),
        stems=("injur", rare),
        weights=(0.6, 0.9),
    )


@pytest.mark.parametrize(
    ("second", "rare", "day", "count"),
    [
        (34, "dynamo", "2031-05-20", 1),
        (9, "dynamo", "2031-05-20", 0),
        (200, "dynamo", "2031-05-20", 0),
        (34, "funicular", "2031-05-20", 0),
        (34, "dynamo", "2031-09-20", 0),
    ],
)
def test_a_greater_count_of_the_same_is_a_line(second, rare, day, count):
    """Not a smaller one, nor one out of all proportion, of another event, or of another season."""
    bell, post = Telling("bell", "2031-05-08"), Telling("post", day)
    hurt(bell, 11, "dynamo")
    hurt(post, second, rare)
    found = list(tolls(gather(records_of(bell, post), units_of(bell, post), ())))
    assert [line.kind for line in found] == ["number"] * count
