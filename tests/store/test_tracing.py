"""Who says something: the best units for words, and for a unit."""

from __future__ import annotations

import pytest

from tests.store.across import add_all, record
from tests.store.kept import NOW
from whoseword.across import Match
from whoseword.errors import UsageError
from whoseword.lexicon import load_lexicon
from whoseword.store.around import around, claim_units
from whoseword.store.asking import units_of
from whoseword.store.judging import Verdict, judge
from whoseword.store.naming import find_report
from whoseword.store.opening import Store
from whoseword.store.tracing import traced
from whoseword.store.views import claim_id, searched_stems

pytestmark = pytest.mark.model


@pytest.fixture
def desk(store: Store) -> Store:
    """A store with all the reports."""
    add_all(store)
    return store


def trace(store: Store, asked, limit: int = 20):
    with store.reading() as connection:
        return traced(connection, asked, load_lexicon(), limit)


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("the Orsel dam will be emptied", "the Orsel dam would be emptied"),
        ("company paying 200 crowns", "The company will pay 200 crowns"),
        ("CHOIR sang", "A choir of Tarn sang"),
    ],
)
def test_the_best_unit_comes_first(desk, words, begins):
    """Words in other forms find the unit that says so."""
    unit, score = trace(desk, words)[0]
    assert unit.words.removeprefix("that ").startswith(begins)
    assert isinstance(score, float)
    assert 0 < score <= 1


def test_no_more_than_asked_for(desk):
    """The limit is kept."""
    assert len(trace(desk, "Orsel dam", 2)) == 2


@pytest.mark.parametrize("words", ['" OR', "dam*", "'; drop", "col:dam -x"])
def test_no_sign_is_an_operator(desk, words):
    """Whatever is typed is looked for, never obeyed."""
    trace(desk, words)


def test_without_a_word_there_is_nothing_to_trace(desk):
    """Signs alone are refused."""
    with pytest.raises(UsageError, match="give a word"):
        trace(desk, "– …")


def test_a_unit_finds_its_matches(desk):
    """For a unit the matches come, those that claim the same first, and never the unit itself."""
    with desk.reading() as connection:
        asked = next(unit for unit in units_of(connection, [record("dam").report.id]) if "emptied" in unit.words)
    found = trace(desk, asked)
    first, match = found[0]
    assert isinstance(match, Match)
    assert match.grade == "same"
    assert first.ref.report == record("copied").report.id
    assert asked.ref not in {unit.ref for unit, _ in found}


def test_hidden_reports_are_not_traced(desk):
    """Nothing of a hidden report is found."""
    alone = record("alone").report.id
    with desk.writing() as connection:
        judge(connection, Verdict("hidden", find_report(connection, alone)), author="R. Holt", when=NOW)
    assert alone not in {unit.ref.report for unit, _ in trace(desk, "choir of Tarn sang")}


def test_all_around_a_unit_is_compared(desk):
    """Who tells the same in another report is there with the match, and the claim is found by its id."""
    with desk.reading() as connection:
        asked = next(unit for unit in units_of(connection, [record("dam").report.id]) if "emptied" in unit.words)
        found = around(connection, [asked.ref])
        assert claim_units(connection, claim_id(asked.ref)[:8]) == (asked.ref,)
        assert claim_units(connection, "ffff") == ()
    assert record("copied").report.id in {unit.ref.report for unit in found.units}
    assert asked.ref in {ref for match in found.matches for ref in (match.a, match.b)}
    assert len(found.copies) == 1


def test_words_are_searched_by_their_stems():
    """Forms of a word are one, each counts once, numbers are kept."""
    assert searched_stems("Strikes, striking: 2,500 strikes") == "strik 2 500"
