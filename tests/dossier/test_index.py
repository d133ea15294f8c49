"""The index of sources: named ones across reports, unnamed ones report by report."""

from __future__ import annotations

from tests.dossier.records import named, record_of, unnamed
from whoseword.dossier.entries import report_pages
from whoseword.dossier.index import index_of

BY_FIRST = {0: {"entity": "e1"}}
SAID = "{S:Somebody} {C:said} {Q:it rained}."


def index_of_records(*records):
    return index_of(report_pages(records))


def test_named_source_is_one_line_across_reports():
    """A name that two reports write the same is one line, with the statements of both."""
    record = record_of(SAID, entities=[named(1, "Ada Brandt")], statements=BY_FIRST)
    lines = index_of_records(record, record).named
    assert [(line.name, [tag.label for tag in line.tags]) for line in lines] == [("Ada Brandt", ["1.1", "2.1"])]


def test_named_sources_stand_in_alphabetical_order():
    """Order is by name without regard to capitals, so that no order of input shows in it."""
    names = ["de Vries", "Abe", "Zorn"]
    records = [record_of(SAID, entities=[named(1, name)], statements=BY_FIRST) for name in names]
    assert [line.name for line in index_of_records(*records).named] == ["Abe", "de Vries", "Zorn"]


def test_unnamed_sources_are_never_merged_across_reports():
    """Two reports' "officials" are two lines, each under its report."""
    record = record_of(SAID, entities=[unnamed(1, "officials")], statements=BY_FIRST)
    index = index_of_records(record, record)
    assert [(page.number, [line.name for line in lines]) for page, lines in index.unnamed] == [
        (1, ["officials"]),
        (2, ["officials"]),
    ]
    assert index.unnamed_count == 2


def test_statement_without_source_is_listed():
    """A statement on nobody's word is in the index too."""
    assert [tag.label for tag in index_of_records(record_of(SAID)).open] == ["1.1"]


def test_entity_that_says_nothing_is_no_source():
    """Somebody only mentioned does not stand among the sources."""
    index = index_of_records(record_of("Ada was there.", entities=[named(1, "Ada")]))
    assert (index.named, index.unnamed, index.open) == ((), (), ())
