"""Events of one exact day that are one, although their sentences do not match."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ledger.tellings import Telling, deed, records_of, units_of
from whoseword.across import Argument
from whoseword.ledger.timeline import timeline

MAY_2 = ("2031-05-02", "2031-05-03")
NAMES = ("osk", "ann roe", "river board", "tarn")


def left(who="guard", whom=None, lemma="walk off", dates=MAY_2, **rest):
    """Some who did something, without a name."""
    made = deed("walked", lemma=lemma, dates=dates, **rest)
    made = replace(made, who=(Argument((0, 0), who),))
    return replace(made, whom=(Argument((0, 0), whom),)) if whom else made


def entries(first, second, names=NAMES):
    """How many entries two reports have, each with one event."""
    bell, post = Telling("bell", "2031-05-03"), Telling("post", "2031-05-04", "The Post")
    bell.unit("Guards walked off the tower.", first, names=NAMES)
    post.unit("All the guards walked off, tired of waiting.", second, names=names)
    return len(timeline(records_of(bell, post), units_of(bell, post), (), all_events=True))


def test_the_same_ones_do_the_same_once_a_day():
    """One head noun, one word and one exact day are one event, in reports that name the same."""
    assert entries(left(), left()) == 1


@pytest.mark.parametrize(
    ("second", "names"),
    [
        (left(dates=("2031-05-01", "2031-06-01")), NAMES),
        (left(dates=("2031-05-03", "2031-05-04")), NAMES),
        (left(who="miller"), NAMES),
        (left(who="they"), NAMES),
        (left(mode="planned"), NAMES),
        (left(lemma="sing"), NAMES),
        (left(), ("osk", "bel dunn")),
    ],
    ids=["a month", "another day", "others", "whoever", "planned", "another act", "other names"],
)
def test_what_leaves_it_open_keeps_two(second, names):
    """A wider date, another day, others, a pronoun, another mode or act, or reports of other matters: two events."""
    assert entries(left(), second, names) == 2


def test_what_befell_two_is_two():
    """The same ones may do the same to two things on one day."""
    assert entries(left(whom="tower"), left(whom="bridge")) == 2
