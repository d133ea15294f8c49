"""On whose word something stands, in words."""

from __future__ import annotations

import pytest

from tests.whole import record_of
from whoseword.ledger.said import Known, on_word_of, unnamed
from whoseword.model import Entity, EntityKind

NOBODY = Known.of(())


def someone(words: str | None, kind: EntityKind = "person") -> Entity:
    """Somebody without a name."""
    return Entity("e", None, kind, named=False, description=words, mentions=())


@pytest.mark.parametrize(
    ("words", "kind", "called"),
    [
        ("a US official", "person", "an unnamed US official"),
        ("Two clerks", "group", "unnamed two clerks"),
        ("An unnamed official", "person", "an unnamed official"),
        ("the ministry", "unknown", "the ministry"),
        ("he", "person", "somebody unnamed"),
        (None, "person", "somebody unnamed"),
    ],
)
def test_somebody_unnamed_has_words(words, kind, called):
    """The report's own words tell who somebody unnamed is; a pronoun tells nothing."""
    assert unnamed(someone(words, kind)) == called


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Two clerks said it rained.", "two unnamed clerks"),
        ("At least two clerks said it rained.", "unnamed at least two"),
    ],
)
def test_the_number_stands_before_unnamed(text, called):
    """An exact number goes first; one with a bound stays where it is."""
    (source,) = [entity for entity in record_of(text).entities if not entity.named]
    assert unnamed(source).startswith(called)


def test_without_a_statement_it_is_the_author():
    """What no statement carries stands on the author's word."""
    assert on_word_of(record_of("The gate is shut."), None, NOBODY) == "the author"


def test_a_source_is_named():
    """The last link of the chain is whose word it is."""
    record = record_of("The gate is shut, said Ann Roe.")
    assert on_word_of(record, record.statements[0].id, NOBODY) == "Ann Roe"


def test_who_agreed_told_nobody():
    """An agreement that nobody is said to have told stands on the author's word."""
    record = record_of("The miners agreed on Friday to open the gate by June.")
    (agreed,) = [one for one in record.statements if one.act == "agreement"]
    assert on_word_of(record, agreed.id, NOBODY) == "the author"


def test_of_an_agreement_told_the_teller_is_the_origin():
    """Where somebody tells that two agreed, it is the teller's word."""
    record = record_of("Ann Roe said Denmark and Norway agreed to open the gate.")
    agreed = next(one for one in record.statements if one.act == "agreement")
    assert on_word_of(record, agreed.id, NOBODY) == "Ann Roe"
