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


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [("people", "people", 1), ("civilian", "people", 0), ("civilian", "civilian", 1)],
    ids=["all", "a part, then all", "the same part"],
)
def test_a_part_is_not_the_whole(first, second, count):
    """The civilians among the dead are not all the dead, so that the greater number is no change."""
    bell, post = Telling("bell", "2031-05-08"), Telling("post", "2031-05-20")
    for telling, noun, number in ((bell, first, 11), (post, second, 34)):
        made = replace(deed("killed", lemma="kill"), whom=(Argument((0, 0), noun, meanings=("people",)),))
        telling.unit(
            f"It killed {number} {noun}.",
            made,
            names=("tarn", "ann roe"),
            amounts=(Amount((10, 10 + 3 + len(noun)), float(number), None, noun),),
            stems=("kill", "dynamo"),
            weights=(0.6, 0.9),
        )
    assert len(list(tolls(gather(records_of(bell, post), units_of(bell, post), ())))) == count


def test_others_are_counted_besides_those_told():
    """The number of other guards leaves out those told beside them."""
    bell, post = Telling("bell", "2031-05-08"), Telling("post", "2031-05-20")
    hurt(bell, 11, "dynamo")
    hurt(post, 34, "dynamo")
    unit = post.units[0]
    post.text = post.text.replace("34 guards", "34 other guards")
    post.units[0] = replace(unit, amounts=(Amount((11, 26), 34.0, None, "guard"),))
    assert list(tolls(gather(records_of(bell, post), units_of(bell, post), ()))) == []
