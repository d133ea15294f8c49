"""What no earlier report tells, and what one does after all."""

from __future__ import annotations

import pytest

from tests.ledger.tellings import Telling, deed, records_of, units_of
from whoseword.ledger.arrivals import arrived
from whoseword.ledger.gathered import gather

MAY_12 = ("2031-05-12", "2031-05-13")


@pytest.mark.parametrize(
    ("names", "dates", "count"),
    [(("tarn",), MAY_12, 0), (("osk",), MAY_12, 1), (("tarn",), (None, None), 1)],
    ids=["told before", "other names", "no date"],
)
def test_what_was_told_of_that_day_before_is_not_new(names, dates, count):
    """An earlier report that has the like on that day as only possible has told of it."""
    bell, post = Telling("bell", "2031-05-08"), Telling("post", "2031-05-20")
    bell.unit("They might have met.", deed("met", lemma="meet", mode="hypothetical", dates=dates), names=names)
    post.unit(
        "Roe met the board.", deed("met", lemma="meet", who="ann roe", whom="tarn", dates=MAY_12), names=("tarn",)
    )
    assert len(list(arrived(gather(records_of(bell, post), units_of(bell, post), ())))) == count
