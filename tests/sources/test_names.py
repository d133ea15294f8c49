"""Which names are forms of which, and which are outlets."""

from __future__ import annotations

import pytest

from whoseword.lexicon import load_lexicon
from whoseword.sources.names import fullest, is_abbreviation, is_same_spelt, parts_of
from whoseword.sources.outlets import (
    OUTLET_WORDS,
    is_called_outlet,
    is_outlet_name,
    is_same_outlet,
    is_treated_as_outlet,
)

LEXICON = load_lexicon()


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


@pytest.mark.parametrize("word", sorted(OUTLET_WORDS))
def test_word_of_an_outlet(word):
    """Each of the words makes a name of two an outlet's, with a capital."""
    assert is_outlet_name(f"Vell {word.title()}", LEXICON)
    assert not is_outlet_name(f"Vell {word}", LEXICON)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the Evening Bell", True),
        ("the Harbour Council", False),
        ("Evening Bell", False),
        ("the Guild", False),
        ("the evening bell", False),
    ],
)
def test_treated_as_outlet(words, expected):
    """An article and two capitals, and no word for a body."""
    assert is_treated_as_outlet(words) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("told the newspaper Vell Bell", True), ("told Vell Bell magazine", True), ("told Vell Bell guards", False)],
)
def test_called_outlet(text, expected):
    """A noun beside the name says that it is an outlet."""
    assert is_called_outlet(text, (0, len(text)), "Vell Bell") is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Fox Online News", "Fox News", True),
        ("The Guardian", "Guardian", True),
        ("The New York Times", "The Los Angeles Times", False),
        ("", "Guardian", False),
    ],
)
def test_same_outlet(one, other, expected):
    """Articles and words in between do not part an outlet from itself."""
    assert is_same_outlet(one, other) is expected
