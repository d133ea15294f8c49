"""One record made ready for matching: names folded, times found."""

from __future__ import annotations

import pytest

from tests.whole import record_of
from whoseword.claims.telling import Telling, folded
from whoseword.lexicon import load_lexicon

pytestmark = pytest.mark.model


def telling_of(text):
    return Telling(record_of(text), load_lexicon())


def at(telling, form):
    return next(k for k in range(len(telling.tree.words)) if telling.tree.form(k) == form.lower())


@pytest.mark.parametrize(("name", "wanted"), [("Mr. Roe", "roe"), ("the Bell", "bell"), ("Norway's", "norway")])
def test_folded(name, wanted):
    """Without title, article and genitive, in lower case."""
    assert folded(name) == wanted


def test_a_surname_is_the_full_name():
    """Later short forms and the adjective of a country have one name with the first."""
    telling = telling_of("Ann Roe met the Norwegian envoy in Tasken. Roe left at noon.")
    assert telling.name_at(len(telling.tree.words) - 5) == "ann roe"
    assert "norway" in telling.names_in(range(len(telling.tree.words)))


def test_a_capital_that_acts_is_the_country():
    """The capital stands for the government where it does something."""
    telling = telling_of("Copenhagen agreed to pay for the lighthouse.")
    assert telling.actors_at(0) == ("denmark",)


def test_a_time_dates_its_predicate():
    """The day hangs on the verb that it stands with."""
    telling = telling_of("The guards left the fort on 3 May 2031.")
    assert telling.times_of[at(telling, "left")].begin == "2031-05-03"
