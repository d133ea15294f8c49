"""Whether a date is set."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ledger.tellings import Telling, deed, records_of, units_of
from whoseword.ledger.gathered import gather
from whoseword.ledger.timings import timings


def told(telling, words, made):
    """One unit of a closing at Tarn, with Ann Roe in it."""
    telling.unit(words, made, stems=("closing",), weights=(0.8,), names=("tarn", "ann roe"))


@pytest.mark.parametrize(
    ("mode", "later", "expected"),
    [("planned", "closing", ["to be set"]), ("actual", "closing", ["set"]), ("planned", "market", [])],
)
def test_a_date_left_open_is_set_later(mode, later, expected):
    """A step from "left open" to a date of the same thing is one line; of another thing it is none."""
    bell, post = Telling("bell", "2031-05-08"), Telling("post", "2031-05-09")
    told(bell, "No date was set.", deed("set", lemma="set", mode="negated", thing="date"))
    told(post, "They name a date.", deed("name", lemma="name", mode=mode, thing="date"))
    post.units[0] = replace(post.units[0], stems=(later,))
    found = list(timings(gather(records_of(bell, post), units_of(bell, post), ())))
    assert [line.after_words.split(":")[0] for line in found] == expected
    assert all(line.before_words.startswith("left open") and line.kind == "due" for line in found)
