"""What the page says of a report and of each statement, in words."""

from __future__ import annotations

import pytest

from tests.dossier.records import chain, conjunction, named, record_of, unnamed
from whoseword.dossier.entries import Step, Who, report_pages, spoken_date
from whoseword.dossier.html import render_dossier
from whoseword.model import Link, Modal, Published


def first_entry(record):
    return report_pages([record])[0].entries[0]


@pytest.mark.parametrize(
    ("value", "spoken", "machine"),
    [
        ("2031-03-18", "18 March 2031", "2031-03-18"),
        ("2031-03", "March 2031", "2031-03"),
        ("2031", "2031", "2031"),
        ("2031-03-18T06:30Z", "18 March 2031, 06:30Z", "2031-03-18T06:30Z"),
        ("last spring", "last spring", None),
        ("2031-13-18", "2031-13-18", None),
    ],
)
def test_date_is_said_to_its_own_precision(value, spoken, machine):
    """A date is spelt out as far as it is known; what is no ISO 8601 date is shown as it stands."""
    assert spoken_date(Published(value, "given")) == (spoken, machine)


def test_named_source_is_shown_with_the_words_used_here():
    """A pronoun is shown beside the name that it stands for; a mere article is no other word."""
    ada = {1: {"entity": "e1"}}
    record = record_of("{S:She} {C:said} {Q:no}.", entities=[named(1, "Ada Brandt")], statements={0: ada[1]})
    assert first_entry(record).who == Who("Ada Brandt", named=True, written="She")
    office = [named(1, "Harbour Office", "organisation")]
    record = record_of("{S:The Harbour Office} {C:said} {Q:no}.", entities=office, statements={0: ada[1]})
    assert first_entry(record).who == Who("Harbour Office", named=True)


def test_unnamed_source_is_shown_as_described():
    """An unnamed source goes by the report's own description."""
    entities = [unnamed(1, "a US official")]
    record = record_of("{S:the official} {C:said} {Q:no}.", entities=entities, statements={0: {"entity": "e1"}})
    assert first_entry(record).who == Who("a US official", named=False, written="the official")


def test_source_that_was_not_identified_keeps_its_words():
    """A source without an entity is shown in the report's words; no source at all is said to be none."""
    assert first_entry(record_of("{S:Town hall} {C:said} {Q:no}.")).who == Who("Town hall", named=None)
    assert first_entry(record_of("It was {C:said} {Q:no}.")).who == Who("No source stated", named=None)


def test_leading_conjunction_is_dropped():
    """The "that" which only joins is left out of the list, in the first piece of the content."""
    text = "She said that it rained."
    record = record_of("{S:She} {C:said} {Q:that it rained}.", reading=conjunction(text))
    assert first_entry(record).content == ("it rained",)


def test_pronoun_that_stays():
    """In "she said that was wrong" the word is what was wrong, and stays."""
    assert first_entry(record_of("{S:She} {C:said} {Q:that was wrong}.")).content == ("that was wrong",)


def test_chain_is_told_from_the_publisher_outwards():
    """Each link after the publisher says how it is known, and one that the report leaves open stays open."""
    links = chain(("e1", "stated"), ("e2", "carried"), (None, "unknown"))
    entities = [named(1, "Antiwar.com", "outlet"), named(2, "Politico", "outlet")]
    record = record_of("It {C:said} {Q:no}.", entities=entities, statements={0: {"chain": links}})
    expected = (
        Step("Antiwar.com", "", "e1", named=True),
        Step("Politico", "carried", "e2", named=True),
        Step("not stated", "unknown"),
    )
    assert first_entry(record).chain == expected


def test_link_of_a_chain_leads_to_its_words():
    """A link that has a span leads to the anchor of just these words, and links with the same span share it."""
    link = Link("e1", "stated", "by hand", (13, 21))
    facts = {"chain": (Link(None, "unknown", "by hand"), link, Link("e2", "stated", "by hand", (0, 7)))}
    record = record_of(
        "{S1:Sources} {C1:told} Politico {Q1:so}. {C2:It said} {Q2:no}.",
        entities=[named(1, "Politico", "outlet"), unnamed(2, "Sources")],
        statements={1: facts, 2: {"chain": facts["chain"][:2]}},
    )
    page = report_pages([record])[0]
    first, second = (entry.chain for entry in page.entries)
    assert [step.place for step in first] == [None, page.words[13, 21], page.words[0, 7]]
    assert second[1].place == first[1].place


def test_links_of_a_chain_lead_to_their_words():
    """Each link of a chain in words leads to the very words that it is known from."""
    link = Link("e1", "stated", "by hand", (13, 21))
    record = record_of(
        "{S:Sources} {C:told} Skerry Post {Q:so}.",
        entities=[named(1, "Skerry Post", "outlet")],
        statements={0: {"chain": (Link(None, "unknown", "by hand"), link, Link(None, "unknown", "by hand"))}},
    )
    html = render_dossier([record])
    place = "1.a1.words"
    assert f'<a href="#{place}"><bdi>Skerry Post</bdi></a>' in html
    assert f'<span class="link" id="{place}">Skerry P</span>' in html


def test_publisher_without_entity_is_the_outlet():
    """A publisher that the text never names goes by the report's outlet, or is said to be unknown."""
    links = {0: {"chain": chain((None, "unknown"), ("e1", "stated"))}}
    marked, entities = "{S:Ada} {C:said} {Q:no}.", [named(1, "Ada")]
    record = record_of(marked, entities=entities, statements=links, outlet="Orne Courier")
    assert first_entry(record).chain[0].name == "Orne Courier"
    record = record_of(marked, entities=entities, statements=links)
    assert first_entry(record).chain[0].name == "this report (outlet not known)"


def test_entry_says_how_and_to_whom():
    """Kind of quote, act, hearers, hedges and the statement around it are all told."""
    marked = "{S1:He} {C1:said} {Q1:{S2:she} {C2:told} {T2:Ada} {Q2:it might rain}}."
    facts = {"told_to": ("e1",), "quote": "mixed", "act": "no-comment", "modality": (Modal((24, 29), "possible"),)}
    record = record_of(marked, entities=[named(1, "Ada")], statements={2: facts})
    outer, inner = report_pages([record])[0].entries
    assert (inner.told_to, inner.quote, inner.act) == (("Ada",), "partial quote", "no comment")
    assert inner.modality == (("might", "possible"),)
    assert (inner.inside, outer.inside, outer.act) == (outer.tag, None, None)


def test_same_report_twice_has_anchors_of_its_own():
    """A report given twice is two reports on the page, and each entry has its own anchor."""
    record = record_of("{S:She} {C:said} {Q:no}.")
    one, two = report_pages([record, record])
    assert one.anchor != two.anchor
    assert one.entries[0].tag.anchor != two.entries[0].tag.anchor
    assert [page.entries[0].tag.label for page in (one, two)] == ["1.1", "2.1"]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "https://a.example/\u202egnp", "data:text/html,x", "//a.example"]
)
def test_odd_address_is_no_link(url):
    """Only a plain web address becomes a link."""
    assert report_pages([record_of("x", url=url)])[0].address is None
    assert report_pages([record_of("x", url="https://a.example/b?c=d")])[0].address == "https://a.example/b?c=d"
