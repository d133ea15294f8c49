"""What the words round a name tell."""

from __future__ import annotations

import pytest

from whoseword.lexicon import load_lexicon
from whoseword.sources.offices import gender_in, is_sole, offices_in, round_name, without_countries

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("phrase", "offices", "places"),
    [
        ("Danish Prime Minister", ("minister prime",), ("Denmark",)),
        ("the prime minister of Denmark", ("minister prime",), ("Denmark",)),
        ("former Secretary of State", ("secretary state",), ()),
        ("then-US defence secretary", ("defense secretary",), ("United States",)),
        ("Sen.", ("senator",), ()),
        ("a judge in Denmark", ("judge",), ()),
        ("On Monday", (), ()),
        ("the New Mexico governor", ("governor mexico",), ()),
        ("a pilot, the head of the guild", ("guild head",), ()),
    ],
)
def test_offices_and_places(phrase, offices, places):
    """A phrase gives its offices in one order of words, and its countries; what follows a preposition is not one."""
    assert offices_in(phrase, LEXICON) == (offices, places)


@pytest.mark.parametrize(
    ("office", "sole"),
    [
        ("president", True),
        ("minister prime", True),
        ("secretary state", True),
        ("secretary", False),
        ("senator", False),
        ("democratic senator", False),
        ("house spokesman white", False),
    ],
)
def test_offices_that_one_holds(office, sole):
    """A president is one at a time; senators are many, and "the secretary" does not say which."""
    assert is_sole(office, LEXICON) == sole


def test_countries_are_taken_off():
    """Names, adjectives and possessives of countries go, capitals stay."""
    assert without_countries("Iraq’s Danish Copenhagen harbour", LEXICON) == ("Copenhagen harbour", ["Iraq", "Denmark"])


@pytest.mark.parametrize(
    ("mention", "name", "said"),
    [
        ("Premier Ann Roe, a former judge,", "Ann Roe", ["Premier ", "a former judge"]),
        ("Premier Roe", "Ann Roe", ["Premier "]),
        ("President Odo Roe and Bel Roe", "Bel Roe", [" "]),
        ("Odo Roe’s sister, Bel Roe", "Ann Roe", []),
    ],
)
def test_words_round_a_name(mention, name, said):
    """What stands before a name and between the commas behind it is said of it, unless it is said of another."""
    assert list(round_name(mention, name)) == said


def test_gender():
    """Forms of address tell it, both of them tell nothing."""
    assert [gender_in(words) for words in ("Mr. Roe", "Mrs. Roe", "Mr. and Mrs. Roe", "Roe")] == ["m", "f", "", ""]
