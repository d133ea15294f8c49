"""Tests of names made whole."""

from __future__ import annotations

import pytest

from tests.readings import reading_of, span_of
from whoseword.model import Name, NameKind
from whoseword.reports.names import whole

GRAMMAR = dict.fromkeys(("Jean", "Claude", "Roe", "Muhandis", "Vella", "US", "Anglo"), "PROPN")


def names_of(text: str, *cut: tuple[str, NameKind]) -> list[str]:
    """The whole names, in words, where the network cut them so."""
    _, reading = reading_of(text, grammar=GRAMMAR)
    names = [Name(span_of(text, part), kind) for part, kind in cut]
    return [text[slice(*name.span)] for name in whole(text, reading.words, names)]


def test_first_name_with_a_hyphen_takes_its_family_name():
    """A name cut at a hyphen takes in the other half, and the family name behind it."""
    assert names_of("then Jean-Claude Roe said", ("Jean-", "person")) == ["Jean-Claude Roe"]


def test_pieces_of_one_name_become_one():
    """Where the network found the halves as names of their own, they are joined."""
    assert names_of("by Abu al-Muhandis there", ("Abu al", "person"), ("Muhandis", "person")) == ["Abu al-Muhandis"]


@pytest.mark.parametrize("text", ["a US-led force", "pro-US marches", "the US - a force"])
def test_what_is_joined_to_a_name_is_no_part_of_it(text):
    """Small words joined by a hyphen stay outside."""
    assert names_of(text, ("US", "place")) == ["US"]


def test_name_without_a_hyphen_stays_as_it_is():
    """Nothing else is changed."""
    assert names_of("Roe said", ("Roe", "person")) == ["Roe"]


def test_hyphen_alone_is_no_name():
    """A name that is a mere hyphen goes."""
    assert names_of("a - b", ("-", "organisation")) == []


def test_a_surname_has_one_kind():
    """Who is a person once is one where the network took the same surname for a body, unless that is more frequent."""
    text = "Calloway left. Calloway stayed. Ford paid. Ford sold. Ford fell."
    places = [
        (text.index(part), text.index(part) + len(part.split()[0])) for part in ("Calloway left", "Calloway stayed")
    ]
    fords = [(at, at + 4) for at in (32, 43, 54)]
    kinds: list[NameKind] = ["organisation", "person", "organisation", "organisation", "person"]
    found = whole(text, [], [Name(span, kind) for span, kind in zip([*places, *fords], kinds, strict=True)])
    assert [name.kind for name in found] == ["person", "person", "organisation", "organisation", "person"]
