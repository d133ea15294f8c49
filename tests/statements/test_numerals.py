"""Numbers as they are written, without a model: only the words are asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readings import reading_of
from whoseword.statements.numerals import Numeral, numeral, with_range
from whoseword.statements.trees import Tree


def tree_of(text: str) -> Tree:
    words, reading = reading_of(text)
    return Tree(words, reading)


def read(text: str) -> Numeral | None:
    tree = tree_of(text)
    found = numeral(tree, 0)
    return with_range(tree, found) if found else None


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("7 geese", 7, 1),
        ("2,500 geese", 2500, 1),
        ("1,204.75 ounces", 1204.75, 1),
        ("0.5 ounces", 0.5, 1),
        ("2.5 million geese", 2500000, 2),
        ("3 hundred thousand geese", 300000, 3),
        ("2-billion fund", 2e9, 3),
        ("3 ½ miles", 3.5, 2),
        ("eleven geese", 11, 1),
        ("forty geese", 40, 1),
        ("forty-two geese", 42, 3),
        ("forty two geese", 42, 2),
        ("ninety-nine thousand geese", 99000, 4),
        ("three hundred and twelve geese", 312, 4),
        ("two thousand five hundred geese", 2500, 4),
        ("two and a half million geese", 2500000, 5),
        ("a hundred geese", 100, 2),
        ("a dozen geese", 12, 2),
        ("two dozen geese", 24, 2),
        ("half a million geese", 500000, 3),
        ("a quarter of a million geese", 250000, 5),
        ("two-thirds of it", 0.6667, 3),
        ("three quarters of it", 0.75, 2),
        ("half of it", 0.5, 1),
        ("a third of it", 0.3333, 2),
        ("one in five geese", 0.2, 3),
        ("9 out of 10 geese", 0.9, 4),
    ],
)
def test_a_number_and_its_words(text, value, words):
    """The value, and how many words write it."""
    found = read(text)
    assert found is not None
    assert (found.low, found.high, found.last + 1) == (value, None, words)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("30-40 geese", 30, 40),
        ("30–40 geese", 30, 40),
        ("30 to 40 geese", 30, 40),
        ("two or three geese", 2, 3),
        ("two to three million geese", 2e6, 3e6),
        ("2 million to 3 million geese", 2e6, 3e6),
        ("dozens of geese", 24, 99),
        ("scores of geese", 40, 99),
        ("hundreds of geese", 200, 999),
        ("thousands of geese", 2000, 9999),
        ("tens of thousands of geese", 20000, 99999),
        ("hundreds of thousands of geese", 200000, 999999),
        ("hundreds of millions of geese", 2e8, 10**9 - 1),
        ("a few hundred geese", 300, 500),
        ("several thousand geese", 3000, 9000),
        ("a few hundred thousand geese", 300000, 500000),
    ],
)
def test_a_range(text, low, high):
    """Both ends, where two numbers or an open word give them."""
    found = read(text)
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize("text", ["40-30 geese", "3 or 40 geese", "two to 3 geese", "30 to geese"])
def test_no_range(text):
    """What falls, lies far apart or is written in two ways is no range."""
    found = read(text)
    assert found is not None
    assert found.high is None


@pytest.mark.parametrize("text", ["a goose", "third goose", "halfway", "an owl", "few geese", "several geese"])
def test_no_number(text):
    """Articles, ordinals and words that leave everything open begin no number."""
    assert read(text) is None


def test_what_is_glued_to_the_digits_is_kept():
    """The letters behind the digits may be a unit or a scale."""
    assert [found.glued for text in ("5km", "40m people", "21st") if (found := read(text))] == ["km", "m", "st"]


@given(st.text(alphabet="0123456789,.- abtwofehundrdmilz$", min_size=1, max_size=40))
def test_any_words_give_a_number_inside_them_or_none(text):
    """A number never ends behind the text and never has its ends the wrong way round."""
    tree = tree_of(text.replace("{", ""))
    for k in range(len(tree.words)):
        found = numeral(tree, k)
        if found:
            found = with_range(tree, found)
            assert k <= found.last < len(tree.words)
            assert found.high is None or found.low <= found.high
