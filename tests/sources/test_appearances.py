"""The entities of one report as they are compared across reports."""

from __future__ import annotations

import pytest

from tests.whole import DAY, record_of
from whoseword.lexicon import load_lexicon
from whoseword.sources.appearances import appearances, is_several

pytestmark = pytest.mark.model
TEXT = (
    "Danish Prime Minister Selma Orme said on Monday that the harbour would close. "
    "“The harbour has seen its last ship this year,” Orme said. "
    "A Danish official told Politico that the piers were sold. "
    "The Velland Mooring Guild (VMG) said it was not asked."
)


@pytest.fixture(name="found")
def _found():
    return {each.name or each.description: each for each in appearances(record_of(TEXT))}


def test_person(found):
    """A person has its name parts, offices and country, and the names beside it."""
    orme = found["Selma Orme"]
    assert (orme.parts, orme.roles, orme.places) == (("selma", "orme"), ("minister prime",), ("Denmark",))
    assert orme.sole == ("minister prime",)
    assert orme.day == DAY
    assert "orme" not in orme.with_names


def test_quotes_and_told(found):
    """The words that one is quoted with, and the outlet that one told, go along."""
    assert found["Selma Orme"].quotes == ("the harbour has seen its last ship this year",)
    assert found["A Danish official"].told == ("politico",)


def test_unnamed(found):
    """An unnamed source has its noun, whose it is, and no name parts."""
    official = found["A Danish official"]
    assert (official.named, official.parts, official.roles, official.places) == (False, (), ("official",), ("Denmark",))


def test_every_entity_appears_in_order():
    """There is one appearance for each entity, in its order."""
    record = record_of(TEXT)
    assert [each.ref.part for each in appearances(record)] == [entity.id for entity in record.entities]


@pytest.mark.parametrize(
    ("name", "several"),
    [("Republicans", True), ("Danes and Swedes", True), ("Iraqis", True), ("Harbour Guild", False), ("Paris", False)],
)
def test_several(name, several):
    """Names of many people are known as such: they are never the same ones twice."""
    assert is_several(name, "unknown", load_lexicon()) == several


def test_shared_names_of_outlets_stay_open():
    """Of "the Post", which may be several papers, no other report can tell which one it is."""
    text = "The pier would fall, two clerks told the Post on Monday. The Post said the clerks knew."
    assert {each.is_open for each in appearances(record_of(text)) if each.name == "Post"} == {True}
