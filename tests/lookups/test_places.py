"""Looking up countries: all their words lead to them, other words to none."""

from __future__ import annotations

import pytest

from whoseword.lexicon import load_lexicon

LEXICON = load_lexicon()


@pytest.mark.parametrize("place", LEXICON.places, ids=lambda place: place.name)
def test_every_word_leads_to_its_country(place) -> None:
    """Name, aliases, adjectives and capital lead to the country, with an article as well."""
    for words in filter(None, (place.name, *place.aliases, *place.adjectives, place.capital)):
        assert LEXICON.country(words) == LEXICON.country(f"the {words}") == place


def test_other_words_are_no_country() -> None:
    """A word of no country leads nowhere, and case counts."""
    assert (LEXICON.country("Velland"), LEXICON.country("turkey")) == (None, None)
