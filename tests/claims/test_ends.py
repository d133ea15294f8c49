"""Where the chain of a unit ends, in records of short texts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.whole import report_of, shipped_reader
from whoseword.across import End, Ref, Told
from whoseword.claims.ends import end_of, folded_name
from whoseword.lexicon import load_lexicon
from whoseword.model import Record
from whoseword.pipeline import read_report


def read(text: str, outlet: str | None = "Orsel Courier", byline: tuple[str, ...] = ()) -> Record:
    """The record of a text that an outlet printed."""
    return read_report(replace(report_of(text), outlet=outlet, byline=byline), shipped_reader(), load_lexicon())


def ends(record: Record) -> list[End]:
    """The ends of all its statements, in text order."""
    return [
        end_of(Told(Ref(record.report.id, s.id), "statement", s.content, "", ()), record) for s in record.statements
    ]


def test_a_named_source_is_the_end():
    """Who said it is the source, with the publisher before and no outlet between."""
    end = ends(read("The ferry was late, harbour master Ada Rook said."))[0]
    assert (end.kind, end.relays) == ("source", ())
    assert end.source is not None
    assert (end.source.called, end.source.named) == ("Ada Rook", True)
    assert end.publisher is not None
    assert end.publisher.called == "Orsel Courier"


def test_outlets_between_are_relays():
    """Sources who told another outlet: the other outlet is a relay and they are the end."""
    end = ends(read("Two officials told Reuters that the harbour would close in March."))[0]
    assert end.kind == "source"
    assert [party.called for party in end.relays] == ["Reuters"]
    assert end.source is not None
    assert not end.source.named


def test_an_outlet_whose_source_is_not_told_is_an_outlet():
    """What another outlet reported, on nobody's word that is told, ends in that outlet."""
    end = ends(read("The harbour will close in March, Reuters reported."))[0]
    assert end.kind == "outlet"
    assert end.source is not None
    assert end.source.called == "Reuters"


def test_the_author_s_voice_cites_nobody():
    """A sentence without a source ends in the author, under the byline."""
    record = read("The harbour closed in March.", byline=("Ines Calloway", "Bo Strand"))
    end = end_of(Told(Ref(record.report.id, "own"), "author", ((0, 28),), "", ()), record)
    assert (end.kind, end.source) == ("author", None)
    assert end.author == "bo strand+ines calloway"
    assert end.outlet == "Orsel Courier"


def test_who_agreed_is_not_who_told():
    """An agreement inside a statement stands on the word of the one who tells of it."""
    record = read("An Orsel official said that the two sides agreed to close the harbour.")
    told = {end.source.called for end in ends(record) if end.source}
    assert len(told) == 1
    assert "official" in told.pop()


@pytest.mark.parametrize(("words", "new"), [("A second aide", True), ("The aide", False)])
def test_a_source_is_introduced_by_its_article(words, new):
    """One "second aide" is spoken of for the first time, "the aide" may be known."""
    end = ends(read(f"{words} said that the ferry was late."))[0]
    assert end.introduced is new


def test_names_are_folded_without_their_article():
    """The article and case do not part an outlet's names."""
    assert folded_name("The  Orsel Courier") == folded_name("Orsel courier")


def test_a_pronoun_that_leads_to_nobody_is_a_source_that_is_not_told():
    """With nobody before whom "they" could mean, there is no origin."""
    end = ends(read("They said that the ferry was late."))[0]
    assert (end.kind, end.source) == ("unknown", None)
