"""Whose people an unnamed source is of, and when its words do not say so."""

from __future__ import annotations

import pytest

from tests.sources.describing import described
from whoseword.model import NameKind

NAMES: dict[str, NameKind] = {
    "Tarn": "place",
    "Lake Ministry": "organisation",
    "Harbour Board": "organisation",
    "Ann Roe": "person",
    "Bank of Tarn": "organisation",
}


def affiliation(source: str) -> str | None:
    """The affiliation of one source."""
    names = {name: kind for name, kind in NAMES.items() if name in source}
    return described(f"{{S:{source}}} {{C:said}} {{Q:so}}.", names=names).affiliation()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a Lake Ministry official", "Lake Ministry"),
        ("a senior Norwegian diplomat", "Norwegian"),
        ("Norwegian officials", "Norwegian"),
        ("two former ministry officials", "ministry"),
        ("a harbour board official", "harbour board"),
        ("three US military officers", "US military"),
        ("Western diplomats", "Western"),
        ("Bank of Tarn employees", "Bank of Tarn"),
        ("one of the Harbour Board members", "Harbour Board"),
        ("an aide to the duke", "the duke"),
        ("a spokeswoman for Ann Roe", "Ann Roe"),
        ("two officials in the ministry", "the ministry"),
        ("a clerk at the Harbour Board", "the Harbour Board"),
        ("a member of the guild", "the guild"),
        ("members of the Harbour Board", "the Harbour Board"),
        ("an envoy from Tarn", "Tarn"),
        ("Ann Roe’s advisers", "Ann Roe"),
        ("the mayor’s spokesman", "the mayor"),
        ("Norwegian and Danish officials", "Norwegian and Danish"),
        ("a Norwegian analyst", "Norwegian"),
    ],
)
def test_affiliation(source: str, expected: str) -> None:
    """Words before the noun, an owner, or a body behind a preposition say whose people they are."""
    assert affiliation(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "a senior official",
        "officials",
        "critics of the dam",
        "a Norway expert",
        "an official in Tarn",
        "a woman in the queue",
        "refugees at the border",
        "Tarn residents",
        "Ann Roe’s critics",
        "a Tarn-born engineer",
        "a grain trader",
        "Ann Roe and other officials",
        "people close to the talks",
        "his aides",
    ],
)
def test_no_affiliation(source: str) -> None:
    """Rank, subject, place and opposition are no affiliation."""
    assert affiliation(source) is None


def test_a_named_source_has_none() -> None:
    """Of somebody named the fields for the unnamed stay empty."""
    entity = described("{S:Ann Roe} {C:said} {Q:so}.", names={"Ann Roe": "person"}).entity()
    assert (entity.affiliation, entity.number, entity.nearness, entity.anonymity) == (None, None, None, None)
