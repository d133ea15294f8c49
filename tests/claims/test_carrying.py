"""Words that say only that something happened."""

from __future__ import annotations

import pytest

from tests.whole import record_of
from whoseword.claims.told import units
from whoseword.lexicon import load_lexicon

pytestmark = pytest.mark.model

LEXICON = load_lexicon()


def mains(text):
    made = units(record_of(text, "2031-05-08"), LEXICON)
    return [(deed.lemma, deed.mode) for unit in made for deed in unit.deeds if deed.main]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Talks between the two guilds have taken place behind closed doors in Tasken.", [("talks", "actual")]),
        ("The talks between the guilds of Tasken did not take place on Monday.", [("talks", "negated")]),
        ("The talks were held in Tasken on Monday.", [("talks", "actual")]),
        ("The plan could result in 600 millers losing their jobs.", [("lose", "hypothetical")]),
        ("The blast left 42 people wounded in Tasken.", [("wound", "actual")]),
        ("The storm led to the collapse of the Tasken bridge.", [("collapse", "actual")]),
        ("The deal caused the guild to cancel the fair.", [("cancel", "actual")]),
        ("Ann Roe left the meeting in Tasken on Monday.", [("leave", "actual")]),
    ],
)
def test_what_is_told(text, told):
    """What happened is told, in the mode of the word that says so; "left the meeting" tells of leaving."""
    assert mains(text) == told


def test_who_does_what_was_brought_about():
    """The noun between the causing verb and the other is the one who does it."""
    (unit,) = units(record_of("The plan could result in 600 millers losing their jobs.", "2031-05-08"), LEXICON)
    assert [[side.head for side in deed.who] for deed in unit.deeds if deed.main] == [["miller"]]
