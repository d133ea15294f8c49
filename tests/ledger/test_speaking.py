"""Somebody of whom earlier reports only spoke, and who now speaks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ledger.tellings import Telling, deed, records_of, units_of
from whoseword.across import Argument
from whoseword.ledger.gathered import gather
from whoseword.ledger.speaking import now_speaking


@pytest.mark.parametrize(
    ("spoke_before", "sense", "count"), [(False, "close", 1), (True, "close", 0), (False, "sell", 0)]
)
def test_who_was_spoken_of_and_now_speaks_is_told_once(spoke_before, sense, count):
    """Only the first statement of a person counts, and only on a matter on which an earlier report names the person."""
    bell, post = Telling("bell", "2031-05-08"), Telling("post", "2031-05-09")
    pressed = replace(
        deed("close", lemma="close", thing="lock"), meanings=("close",), who=(Argument((0, 0), "roe", "ann roe"),)
    )
    a = bell.unit("They press her to close the lock.", pressed, said_by="Ann Roe" if spoke_before else None)
    b = post.unit(
        "The lock must close.",
        replace(deed("close", lemma="close", thing="lock"), meanings=(sense,)),
        said_by="Ann Roe",
    )
    found = list(now_speaking(gather(records_of(bell, post), units_of(bell, post), ())))
    assert [(line.before, line.after) for line in found] == [(a.ref, b.ref)] * count
