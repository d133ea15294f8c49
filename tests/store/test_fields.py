"""Fields that people correct."""

from __future__ import annotations

import pytest

from tests.store.kept import full_record
from whoseword.errors import UsageError
from whoseword.model import Commitment, Entity, Event, Published, Report, Statement
from whoseword.store.fields import check, correctable, with_field
from whoseword.store.naming import Named

RECORD = full_record()


@pytest.mark.parametrize(
    ("part", "field", "typed", "made"),
    [
        (RECORD.entities[0], "name", " Ida Rook ", "Ida Rook"),
        (RECORD.entities[0], "name", "", None),
        (RECORD.entities[0], "kind", "Organisation", "organisation"),
        (RECORD.entities[0], "named", "no", False),
        (RECORD.statements[0], "confidence", "0.75", 0.75),
        (RECORD.statements[0], "told_to", "a1; a2", ("a1", "a2")),
        (RECORD.report, "published", "2031-05-01", Published("2031-05-01", "given")),
        (RECORD.report, "published", "", Published()),
        (RECORD.report, "byline", "Ada Rook; Ben Marsh", ("Ada Rook", "Ben Marsh")),
        (RECORD.events[0], "mode", "actual", "actual"),
        (RECORD.commitments[0], "status", "done", "done"),
    ],
)
def test_what_was_typed_becomes_the_field(part, field, typed, made):
    """Words, choices, yes and no, numbers, days and lists are read as the field holds them."""
    corrected = with_field(part, field, typed)
    assert getattr(corrected, field) == made
    assert with_field(corrected, field, typed) == corrected


@pytest.mark.parametrize(
    ("kind", "field", "typed", "message"),
    [
        ("entity", "kind", "ship", r"kind cannot be 'ship': give one of person, "),
        ("entity", "named", "perhaps", r"named cannot be 'perhaps'"),
        ("statement", "confidence", "7", r"a number from 0 to 1"),
        ("statement", "confidence", "much", r"a number from 0 to 1"),
        ("statement", "entity", "e0", r"none of entities with the id e0"),
        ("statement", "content", "it rained", r"statement has no field 'content' to correct; it has act, "),
        ("report", "text", "It rained.", r"report has no field 'text'"),
    ],
)
def test_what_a_field_cannot_be_is_refused(kind, field, typed, message):
    """The message says what it can be."""
    with pytest.raises(UsageError, match=message):
        check(RECORD, Named(kind, "k", "r"), field, typed)


def test_what_is_there_can_be_named():
    """A statement can be given to another entity of the report, or to none."""
    for typed in (RECORD.entities[1].id, ""):
        check(RECORD, Named("statement", "k", "r"), "entity", typed)


@pytest.mark.parametrize("noun", [Report, Entity, Statement, Event, Commitment])
def test_evidence_cannot_be_corrected(noun):
    """No id, no place in the text and no rule is among the fields."""
    assert {"id", "text", "mentions", "content", "cue", "rule", "predicate", "what"}.isdisjoint(correctable(noun))
