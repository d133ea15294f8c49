"""Predicates as deeds: who did what to whom."""

from __future__ import annotations

import pytest

from tests.whole import record_of
from whoseword.claims.deeds import deed_at
from whoseword.lexicon import load_lexicon

pytestmark = pytest.mark.model


def deed_of(text, form):
    record = record_of(text)
    at = text.index(form)
    k = next(k for k, word in enumerate(record.reading.words) if word.span[0] == at)
    return deed_at(record, k, load_lexicon())


def heads(arguments):
    return [argument.head for argument in arguments]


@pytest.mark.parametrize(
    "text",
    ["Raiders attacked the mill in Norway.", "The mill was attacked by raiders in Norway."],
)
def test_active_and_passive_have_the_same_sides(text):
    """Who does it and who suffers it do not change with the voice."""
    made = deed_of(text, "attacked")
    assert (heads(made.who), heads(made.whom), made.sort) == (["raider"], ["mill"], "side")


def test_a_noun_has_sides_too():
    """What stands behind "of" suffers it."""
    made = deed_of("The killing of the warden shook the town.", "killing")
    assert (made.meanings[0], heads(made.whom)) == ("kill", ["warden"])


def test_a_number_of_people_are_the_people():
    """Of "a number of guards" the guards are the argument."""
    assert heads(deed_of("A number of guards will remain on the hill.", "remain").who) == ["guard"]


def test_two_are_two():
    """Each of those joined by "and" is an argument."""
    assert len(deed_of("Velland and Norvik signed a pact on Monday.", "signed").who) == 2


def test_a_particle_belongs_to_its_verb():
    """The lemma of "pulled out" is "pull out", which means something else than "pull"."""
    made = deed_of("The guards pulled out of the fort.", "pulled")
    assert (made.lemma, made.meanings) == ("pull out", ("withdraw",))


def test_leaving_something_behind_is_no_withdrawal():
    """Who leaves a thing in a place does not leave the place."""
    assert deed_of("The captain left two boats in the bay.", "left").meanings == ()


def test_what_comes_is_planned():
    """What "will" stands with is planned."""
    assert deed_of("The ferry line will close in June.", "close").mode == "planned"


def test_a_capital_lies_in_its_country():
    """What happens in a capital happens in its country."""
    assert deed_of("Raiders attacked the mill in Oslo.", "attacked").places == ("norway", "oslo")


def test_the_time_of_a_beginning_dates_what_began():
    """Who began on Monday to leave left then; who agreed on Monday to leave may leave at any time."""
    assert deed_of("The guards began on Monday to leave the fort.", "leave").begin == "2031-05-05"
    assert deed_of("The guards agreed on Monday to leave the fort.", "leave").begin is None


def test_somebody_of_a_country_is_not_the_country():
    """Of "a Norwegian" no name is known."""
    assert [each.name for each in deed_of("Raiders killed a Norwegian at the mill.", "killed").whom] == [None]


def test_who_suffered_none_did_not_suffer():
    """A "no" before what it is done to denies it."""
    assert deed_of("The guards suffered no losses.", "suffered").mode == "negated"
