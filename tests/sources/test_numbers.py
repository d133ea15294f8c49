"""How many an unnamed source is."""

from __future__ import annotations

import pytest

from tests.sources.describing import described
from whoseword.model import Number


def number(source: str) -> tuple[int | None, bool, str | None, str] | None:
    """Value, whether more than one, the words for it and the bound."""
    found = described(f"{{S:{source}}} {{C:said}} {{Q:so}}.")
    told = found.entity().number
    words = told.words if told else None
    return (told.value, told.many, found.text[slice(*words)] if words else None, told.bound) if told else None


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("two officials", (2, True, "two", "exact")),
        ("one of the clerks", (1, False, "one", "exact")),
        ("two of the people", (2, True, "two", "exact")),
        ("a clerk", (1, False, None, "exact")),
        ("another diplomat", (1, False, None, "exact")),
        ("officials", (None, True, None, "exact")),
        ("several people", (None, True, "several", "exact")),
        ("dozens of farmers", (None, True, "dozens", "exact")),
        ("a dozen farmers", (12, True, "a dozen", "exact")),
        ("two dozen farmers", (24, True, "two dozen", "exact")),
        ("twenty-six senators", (26, True, "twenty-six", "exact")),
        ("1,200 farmers", (1200, True, "1,200", "exact")),
        ("at least three guards", (3, True, "three", "at-least")),
        ("about 40 voters", (40, True, "40", "about")),
        ("a pair of inspectors", (2, True, "a pair", "exact")),
        ("both senators", (2, True, "both", "exact")),
        ("two officials and a diplomat", (None, True, None, "exact")),
        ("both Danish and Swedish officials", (None, True, None, "exact")),
        ("three bargemen", (3, True, "three", "exact")),
    ],
)
def test_number(source: str, expected: tuple[int | None, bool, str | None, str]) -> None:
    """Numbers in words and digits, and words that leave the number open."""
    assert number(source) == expected


@pytest.mark.parametrize(
    "source", ["police", "the government", "none of the clerks", "65 percent of voters", "the sides"]
)
def test_no_number(source: str) -> None:
    """A body, nobody and a share are no count of sources."""
    assert number(source) is None


def test_age_is_no_number() -> None:
    """A number that is an age counts nobody."""
    assert number("a 48-year-old veteran") == (1, False, None, "exact")


def test_a_later_mention_keeps_the_number() -> None:
    """The officials are the two of the sentence before."""
    found = described("{S1:Two officials} {C1:said} {Q1:so}.\n\n{S2:The officials} {C2:said} {Q2:no}.")
    assert found.entity(2).number == Number(2, many=True, words=(0, 3))
