"""Who undertakes something, compared across reports."""

from __future__ import annotations

import pytest

from whoseword.ledger.parties import Party, is_of_land, of_words, party_of
from whoseword.lexicon import load_lexicon

LEXICON = load_lexicon()


@pytest.mark.parametrize("words", ["Denmark", "Copenhagen", "the Danish government"])
def test_a_country_is_one_party(words):
    """A country, its capital that stands for it, and its government are one."""
    assert party_of(words, LEXICON) == Party("country:denmark")


@pytest.mark.parametrize("words", ["they", "officials", "two Danish officials", "We", "some Danes", ""])
def test_whom_no_name_tells_is_no_party(words):
    """Pronouns and people without a name are no party: nobody is taken for them in another report."""
    assert party_of(words, LEXICON) is None


def test_two_joined_by_and_are_two_parties():
    """Two who undertake a thing together are both parties, also one without a name."""
    assert of_words("Denmark and Norway", LEXICON) == (Party("country:denmark"), Party("country:norway"))
    assert of_words("Denmark and six powers", LEXICON)[1].name == "vague:six powers"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Party("ann roe"), Party("roe"), True),
        (Party("ann roe"), Party("ben roe"), False),
        (Party("ann roe", "i"), Party("annie roe-tarn", "i"), True),
        (Party("country:denmark"), Party("denmark"), False),
    ],
)
def test_who_is_the_same(one, other, same):
    """An identity, a name or a surname makes two the same; two given names tell them apart."""
    assert one.is_same(other) is same


@pytest.mark.parametrize(
    ("land", "name", "same"),
    [
        ("tasken", "tasken", True),
        ("velland", "velland", True),
        ("belmoran", "belmora", True),
        ("belmoran", "tasken", False),
        ("country:denmark", "country:denmark", True),
        ("country:denmark", "country:norway", False),
        ("osk", "os", False),
    ],
)
def test_whose_office_it_is(land, name, same):
    """The words for whose office somebody holds name the country, by its name or by its people."""
    assert is_of_land(land, name) is same
