"""Blocking keys: few, the same each time, shared by units that claim the same."""

from __future__ import annotations

import pytest

from tests.claims.telling_units import done, thing, unit
from tests.whole import record_of
from whoseword.claims.keys import MOST, keys
from whoseword.claims.told import units
from whoseword.lexicon import load_lexicon


def test_few_and_of_63_bits():
    """A long unit has twelve keys at most, each of 63 bits."""
    made = keys(unit(done("kill"), done("visit"), done("close"), words=" ".join(f"word{n}" for n in range(30))))
    assert 1 < len(made) <= MOST
    assert all(0 <= key < 2**63 for key in made)


def test_the_order_of_words_does_not_matter():
    """The same words in another order have the same keys."""
    one, other = (unit(done("kill"), words=words) for words in ("warden mill tasken", "tasken warden mill"))
    assert keys(one) == keys(other)


def test_common_words_make_no_key_alone():
    """A word that stands in many reports makes no key with a predicate."""
    made = unit(done("meet"), words="house", weights=(0.3,))
    assert keys(made) == ()


@pytest.mark.model
def test_the_same_claim_shares_a_key():
    """A killing and an assassination of one person meet in a key."""
    texts = ("Raiders killed the warden Ann Roe in Tasken.", "Warden Ann Roe was assassinated last week.")
    one, other = (keys(units(record_of(text), load_lexicon())[0]) for text in texts)
    assert set(one) & set(other)


def test_a_death_is_found_by_its_name():
    """Two tellings of one person's death share a key, whatever else they tell."""
    one = unit(done("kill", [], [thing("roe", "ann roe")]), words="raiders mill dawn roe")
    other = unit(done("die", [thing("roe", "roe")]), words="funeral council bells")
    assert set(keys(one)) & set(keys(other))


@pytest.mark.model
def test_what_is_done_in_passing_makes_keys_after_what_is_told():
    """A withdrawal that is not being discussed meets one that is agreed."""
    texts = (
        "The clerk said the withdrawal of Danish troops from Norway was not seriously discussed.",
        "The clerk said Danish troops will withdraw.",
    )
    one, other = (keys(units(record_of(text), load_lexicon())[0]) for text in texts)
    assert set(one) & set(other)
