"""What a unit mainly tells, against what it takes for known; invented sentences read by the shipped reader."""

from __future__ import annotations

import pytest

from tests.whole import record_of
from whoseword.claims.match import match
from whoseword.claims.told import units
from whoseword.lexicon import load_lexicon

pytestmark = pytest.mark.model

LEXICON = load_lexicon()
HAPPENED = "Raiders killed the mayor Ann Roe in Tasken."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The killing of the mayor Ann Roe has made Tasken less safe.", {"make"}),
        ("Ann Roe's killing was illegal.", {"illegal"}),
        ("Those attacks killed nine carters in Tasken.", {"kill"}),
        ("The two guilds reached an agreement on the tolls.", {"reach", "agreement"}),
        ("The two guilds announced a withdrawal of the guards from Tasken.", {"withdrawal", "announce"}),
        ("The feud began with the killing of the mayor Ann Roe.", {"begin"}),
    ],
)
def test_mainly_told(text, expected):
    """The top predicate, with what it frames; what stands before it as a noun is presupposed."""
    mains = {deed.lemma for unit in units(record_of(text), LEXICON) for deed in unit.deeds if deed.main}
    assert mains
    assert mains <= expected
    assert mains & expected


@pytest.mark.parametrize(
    "text",
    [
        "The killing of the mayor Ann Roe has made Tasken less safe.",
        "Ann Roe's killing was long overdue.",
        "The bishop condemned the killing of the mayor Ann Roe.",
    ],
)
def test_presupposed_is_not_told(text):
    """What is said of a killing, and a killing that is condemned, is not the claim that it happened."""
    told = units(record_of(HAPPENED), LEXICON)[0]
    assert all(match(told, unit, LEXICON).grade != "same" for unit in units(record_of(text), LEXICON))
