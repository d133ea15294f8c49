"""All words of a unit as they are compared."""

from __future__ import annotations

import pytest

from tests.whole import record_of
from whoseword.claims.telling import Telling
from whoseword.claims.terms import terms
from whoseword.lexicon import load_lexicon

pytestmark = pytest.mark.model


def found(text, names=()):
    telling = Telling(record_of(text), load_lexicon())
    return terms(telling, range(len(telling.tree.words)), names)


def test_every_word_counts_by_how_rare_it_is():
    """Common words count less than rare ones, articles and marks not at all."""
    known = found("The council said that the Tasken lighthouse would be closed.")
    assert {"council", "lighthous", "clos", "said"} & set(known) >= {"council", "clos"}
    assert known["council"] > known["would"]
    assert not {"the", "."} & set(known)


def test_a_pronoun_counts_as_the_name_behind_it():
    """The parts of a name that the words do not have come last; common parts are left out."""
    known = found("He closed the gate.", ("ann roe",))
    assert "he" not in known
    assert list(known)[-2:] == ["ann", "roe"]


def test_a_country_is_one_word():
    """An adjective ("Norwegian") is its country, and the name is not taken apart again."""
    assert "norway" in found("Norwegian troops left.", ("norway",))
