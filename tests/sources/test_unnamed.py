"""How near an unnamed source is, and the words that describe it."""

from __future__ import annotations

from functools import cache

import pytest

from tests.dossier.records import report_of
from tests.sources.describing import described
from whoseword.lexicon import load_lexicon
from whoseword.pipeline import read_report
from whoseword.reports.reader import Reader, load_reader


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a person familiar with the sale", "familiar with the sale"),
        ("people close to the talks", "close to the talks"),
        ("an official briefed on the raid, a veteran", "briefed on the raid"),
        ("two guards who were present", "who were present"),
        ("a nurse with direct knowledge of the ward", "with direct knowledge of the ward"),
        ("a nurse in the ward", None),
        ("a person unfamiliar with the sale", None),
        ("close aides to the duke", None),
    ],
)
def test_nearness(source: str, expected: str | None) -> None:
    """The words from "familiar with" and the like on; other words tell nothing of nearness."""
    assert described(f"{{S:{source}}} {{C:said}} {{Q:so}}.").nearness() == expected


def test_nearness_and_reason_are_apart() -> None:
    """What is near ends where the reason for the anonymity begins."""
    found = described("{S:A clerk familiar with the sale who asked not to be named} {C:said} {Q:so}.")
    assert (found.nearness(), found.anonymity()) == ("familiar with the sale", "who asked not to be named")
    assert found.entity().description == "A clerk familiar with the sale"


@cache
def shipped_reader() -> Reader:
    """The reader that ships, loaded once for all reports."""
    return load_reader()


SHE = "who spoke on condition of anonymity because she feared for her post"
THEY = "spoke on condition of anonymity to describe a closed hearing"
HE = "asked not to be named, fearing for his licence"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"A Lake Ministry official, {SHE}, said the sluice would stay shut.", [SHE]),
        (
            "The toll will double, according to two officials who were not authorized to speak publicly.",
            ["who were not authorized to speak publicly"],
        ),
        (f"Two engineers said the crane had been moved. The engineers {THEY}.", [THEY]),
        (f"A ferry captain told Northline that the radar was off. He {HE}.", [HE]),
        ("“The kiln is cold,” a potter said on condition of anonymity.", ["on condition of anonymity"]),
        ("The guild asked not to be named in the suit, a clerk said.", []),
    ],
)
def test_granting_in_a_report(text: str, expected: list[str]) -> None:
    """The reason is found and one statement is left, whatever the reader makes of the granting."""
    record = read_report(report_of(text), shipped_reader(), load_lexicon())
    assert [text[slice(*entity.anonymity.span)] for entity in record.entities if entity.anonymity] == expected
    assert len(record.statements) == 1
