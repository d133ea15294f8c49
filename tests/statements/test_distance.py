"""How the writer stands to what is told."""

from __future__ import annotations

import pytest

from tests.dossier.records import record_of
from whoseword.lexicon import load_lexicon
from whoseword.statements.distance import distance_of, with_distances

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("said", "neutral"),
        ("according to", "neutral"),
        ("has long claimed", "claim"),
        ("alleged", "claim"),
        ("insisted", "stress"),
        ("stressed", "stress"),
        ("acknowledged", "concede"),
        ("admitted", "concede"),
        ("revealed", "reveal"),
        ("suggested", "hedge"),
        ("reportedly", "hearsay"),
        ("reportedly told", "hearsay"),
        ("allegedly", "hearsay"),
        ("is looking at", None),
        ("", None),
    ],
)
def test_distance(cue: str, expected: str | None) -> None:
    """Each class of the word list, hearsay before the verb beside it, and nothing for unknown words."""
    assert distance_of(cue, LEXICON, has_source=True) == expected


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("is said", "hearsay"),
        ("was believed", "hearsay"),
        ("were reported", "hearsay"),
        ("said", "neutral"),
        ("was announced", "neutral"),
    ],
)
def test_without_a_source(cue: str, expected: str) -> None:
    """With nobody who says it, "is said" is hearsay and "was announced" is not."""
    assert distance_of(cue, LEXICON, has_source=False) == expected


def test_passive_with_its_verb_outside() -> None:
    """The "is" of "is said" may stand before the cue."""
    record = record_of("{Q:The duke} is {C:said} {Q:to be in debt}.")
    assert [s.distance for s in with_distances(record.report.text, record.statements, LEXICON)] == ["hearsay"]


def test_a_named_teller_is_no_hearsay() -> None:
    """Words that stay with their source keep its distance."""
    record = record_of("{S1:Ann Roe} {C1:claimed} {Q1:that it rained}. {S2:Bel}{C2::} {Q2:It did.}")
    assert [s.distance for s in with_distances(record.report.text, record.statements, LEXICON)] == ["claim", None]
