"""Figures: who said the quantity, of what, and when."""

from __future__ import annotations

from dataclasses import replace

from tests.readings import reading_of, span_of
from whoseword.ledger.figures import figures
from whoseword.model import Quantity, Span, Statement, Time

GRAMMAR = {"fell": "VERB", "geese": "NOUN obj fell", "May": "PROPN obl fell", "rose": "VERB conj fell",
           "owls": "NOUN obj rose", "June": "PROPN obl rose"}  # fmt: skip
TEXT, READING = reading_of("The hunters fell geese in May and rose owls in June.", grammar=GRAMMAR)
GEESE = Quantity(span_of(TEXT, "geese"), 300, "geese", of=span_of(TEXT, "geese"))
MAY, JUNE = (Time(span_of(TEXT, month), "DATE", None) for month in ("May", "June"))


def statement(number: str, *content: Span) -> Statement:
    return Statement(
        number, None, None, (), content, "indirect", (), None, (), "statement", (), 0.9, "reader:quotation-without-cue"
    )


def test_the_innermost_statement_tells_it():
    """Of two contents around a quantity, the shorter is nearer to its source."""
    outer, inner = statement("s1", (0, len(TEXT))), statement("s2", span_of(TEXT, "fell geese in May"))
    assert [figure.statement for figure in figures((GEESE,), (), (outer, inner), READING)] == ["s2"]


def test_the_author_tells_what_stands_in_no_statement():
    """Nobody else's word is made of the author's."""
    assert [figure.statement for figure in figures((GEESE,), (), (statement("s1", (0, 3)),), READING)] == [None]


def test_the_date_of_the_same_clause_counts():
    """Of two dates in a sentence, that of the quantity's own predicate dates it."""
    assert [figure.time for figure in figures((GEESE,), (MAY, JUNE), (), READING)] == [MAY.span]


def test_the_only_date_of_the_sentence_counts():
    """One date alone dates the quantity from another clause as well."""
    assert [figure.time for figure in figures((GEESE,), (JUNE,), (), READING)] == [JUNE.span]


def test_of_two_dates_in_one_clause_neither_is_taken():
    """What is not clear is left open."""
    second = Time(span_of(TEXT, "fell"), "DATE", None)
    assert [figure.time for figure in figures((GEESE,), (MAY, second), (), READING)] == [None]


def test_a_duration_dates_nothing():
    """How long something took is not when."""
    assert [figure.time for figure in figures((GEESE,), (replace(MAY, kind="DURATION"),), (), READING)] == [None]


def test_a_number_of_nothing_is_no_figure():
    """A bare number has nothing that a series could be of; a unit alone has."""
    bare = Quantity(GEESE.span, 300)
    assert figures((bare,), (), (), READING) == ()
    assert len(figures((replace(bare, unit="percent"),), (), (), READING)) == 1


def test_the_place_is_kept():
    """The figure has the place of its quantity."""
    placed = replace(GEESE, where=span_of(TEXT, "May"))
    assert [figure.where for figure in figures((placed,), (), (), READING)] == [span_of(TEXT, "May")]
