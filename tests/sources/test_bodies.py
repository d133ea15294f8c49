"""Organisations as they are compared."""

from __future__ import annotations

import pytest

from whoseword.lexicon import load_lexicon
from whoseword.sources.bodies import body_name, outlet_name

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    "name", ["the Pentagon", "US Defense Department", "the Department of Defense", "U.S. Department of Defense"]
)
def test_names_of_one_body(name):
    """All its names lead to the one in the list, with and without the country."""
    assert body_name(name, "", LEXICON).listed == "US Department of Defense"


@pytest.mark.parametrize("name", ["Iraqi Ministry of Defense", "Iraq’s Defence Ministry", "Defense Ministry of Iraq"])
def test_ministries_by_country(name):
    """A ministry is its country and its field, in whatever order; it is not the American department."""
    found = body_name(name, "", LEXICON)
    assert (found.listed, found.core, found.country) == (None, ("defense", "ministry"), "Iraq")


def test_country_prefix_shuts_out_other_bodies():
    """The Philippine defense department is not the American one."""
    assert body_name("Philippine Defense Department", "", LEXICON).listed is None


def test_names_that_need_company():
    """Congress is the American one where the report speaks of its parties or of the White House, else of nobody's."""
    assert body_name("Congress", "Republicans in Congress said so.", LEXICON).listed == "US Congress"
    alone = body_name("Congress", "Congress met in Delhi.", LEXICON)
    assert (alone.listed, alone.is_general) == (None, True)


def test_country_from_elsewhere_in_the_report():
    """Where the report says once whose parliament it is, and no other's, that one is meant."""
    text = "The Danish parliament met. Parliament voted at noon."
    assert body_name("Parliament", text, LEXICON).country == "Denmark"
    assert body_name("Parliament", f"{text} The Iraqi parliament did not.", LEXICON).country is None


def test_vague_names_stay_vague():
    """A ministry whose field is not said may be any of its country."""
    found = body_name("Danish ministry", "", LEXICON)
    assert (found.country, found.is_general) == (None, True)


@pytest.mark.parametrize(("name", "listed"), [("US", "United States"), ("Washington", "United States")])
def test_countries(name, listed):
    """A country is known by each of its names, and by its capital."""
    assert body_name(name, "", LEXICON).listed == listed


def test_outlets_with_labels():
    """What a data base writes behind an outlet's name is left out."""
    assert outlet_name("Politico (Web News)", LEXICON) == outlet_name("Politico", LEXICON) == "Politico"
    assert outlet_name("Harbour Bell", LEXICON) is None
