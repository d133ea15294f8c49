"""Which names are forms of which."""

from __future__ import annotations

import pytest

from whoseword.sources.names import fullest, is_abbreviation, is_same_spelt, parts_of


@pytest.mark.parametrize(
    ("name", "others", "expected"),
    [
        ("Roe", ["Ann Roe", "Bel Marsh"], ["Ann Roe"]),
        ("Mr. Roe", ["Ann Roe"], ["Ann Roe"]),
        ("A. Roe", ["Ann Roe", "Bel Roe"], ["Ann Roe"]),
        ("Ann", ["Ann Roe", "Bel Marsh"], ["Ann Roe"]),
        ("Roe", ["Ann Roe", "Ann Mary Roe"], ["Ann Mary Roe"]),
        ("Roe", ["Ann Roe", "Bel Roe"], ["Ann Roe", "Bel Roe"]),
        ("Roe", ["Roe", "Bel Marsh"], []),
        ("Mary Roe", ["Ann Roe"], []),
    ],
)
def test_fullest(name, others, expected):
    """A shorter form leads to the longest names that it can be a form of."""
    assert fullest(name, others) == expected


def test_titles_and_particles_are_no_names():
    """Titles go, and "al-" does; a name of nothing else stays."""
    assert (parts_of("Gen. Mika al-Orsel"), parts_of("President")) == (("mika", "orsel"), ("president",))


@pytest.mark.parametrize(
    ("short", "name", "expected"),
    [
        ("HB", "Harbour Board", True),
        ("BOL", "Board of Lakes", True),
        ("BL", "Board of Lakes", True),
        ("H", "Harbour", False),
        ("Hb", "Harbour Board", False),
        ("HC", "Harbour Board", False),
    ],
)
def test_abbreviation(short, name, expected):
    """Capitals that are the initials, small words counted or not."""
    assert is_abbreviation(short, name) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Qasem Orme", "Qassem Orme", True),
        ("John Orme", "Joan Orme", False),
        ("Orme", "Orme", False),
        ("Ann Orme", "Ann Roe", False),
    ],
)
def test_same_spelt(one, other, expected):
    """A letter doubled is a spelling; another name is another person."""
    assert is_same_spelt(one, other) is expected


@pytest.mark.parametrize("title", "mr mrs ms miss dr sir dame lord lady madam president sen rep gen professor".split())
def test_each_title_goes(title):
    """A title before a name is no part of it."""
    assert parts_of(f"{title.title()}. Roe") == ("roe",)


@pytest.mark.parametrize("particle", "al el ul ad as an ar ash at az".split())
def test_each_particle_goes(particle):
    """A particle joined to a name is no part of it; a name that begins with the same letters keeps them."""
    assert parts_of(f"{particle}-Orme") == ("orme",)
    assert parts_of(f"{particle}orme") == (f"{particle}orme",)
