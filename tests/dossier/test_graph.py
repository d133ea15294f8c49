"""The chains of a report as a graph: nodes are shared, and no way through it is anything but a chain."""

from __future__ import annotations

from tests.dossier.records import chain, named, record_of, unnamed
from whoseword.dossier.entries import report_pages
from whoseword.dossier.graph import graph_of
from whoseword.model import Entity, Link

BELL, POST, STOKER, ADA = (
    named(1, "Evening Bell", "outlet"),
    named(2, "Skerry Post", "outlet"),
    unnamed(3, "a stoker"),
    named(4, "Ada Brandt"),
)
HERE = (None, "unknown")


def graph(*chains, entities=(BELL, POST, STOKER, ADA)):
    """The graph of a report in which one statement stands on each of `chains`."""
    marked = " ".join(f"{{C{at}:It said}} {{Q{at}:so}}." for at in range(1, len(chains) + 1))
    facts = {at: {"chain": links} for at, links in enumerate(chains, start=1)}
    record = record_of(marked, entities=entities, statements=facts, outlet="Harbour News")
    return graph_of(report_pages([record])[0])


def edges(found):
    return {(found.nodes[edge.start].name, found.nodes[edge.end].name): dict(edge.counts) for edge in found.edges}


def test_chains_that_begin_alike_share_their_nodes():
    """The publisher stands once, and so does the outlet that two chains go through; lines count their statements."""
    found = graph(
        chain(HERE, ("e1", "stated"), ("e3", "stated")),
        chain(HERE, ("e1", "carried"), ("e3", "stated")),
        chain(HERE, ("e4", "stated")),
    )
    assert [(node.name, node.column, node.labels) for node in found.nodes] == [
        ("Harbour News", 0, ("1.1", "1.2", "1.3")),
        ("Evening Bell", 1, ("1.1", "1.2")),
        ("a stoker", 2, ("1.1", "1.2")),
        ("Ada Brandt", 1, ("1.3",)),
    ]
    assert edges(found) == {
        ("Harbour News", "Evening Bell"): {"stated": 1, "carried": 1},
        ("Evening Bell", "a stoker"): {"stated": 2},
        ("Harbour News", "Ada Brandt"): {"stated": 1},
    }


def test_an_end_that_several_chains_share_is_one_node():
    """Two outlets that have it from one man have one origin; he stands as far out as the longest chain puts him."""
    found = graph(
        chain(HERE, ("e4", "stated")),
        chain(HERE, ("e1", "stated"), ("e4", "stated")),
        chain(HERE, ("e2", "stated"), ("e4", "stated")),
    )
    assert [(node.name, node.column) for node in found.nodes if node.name == "Ada Brandt"] == [("Ada Brandt", 2)]
    assert len(found.edges) == 5


def test_no_chain_is_made_up():
    """Somebody through whom one chain goes on is not merged with the end of another, or that one would go on too."""
    found = graph(chain(HERE, ("e1", "stated"), ("e4", "stated")), chain(HERE, ("e4", "stated"), ("e3", "stated")))
    assert [node.name for node in found.nodes].count("Ada Brandt") == 2


def test_open_ends_stay_open_and_apart():
    """What two outlets have from nobody named are two open ends; each leads to its statement."""
    found = graph(chain(HERE, ("e1", "stated"), HERE), chain(HERE, ("e2", "stated"), HERE), chain(HERE, HERE))
    ends = [node for node in found.nodes if node.name == "not stated"]
    assert [(node.named, node.column, node.labels) for node in ends] == [
        (None, 2, ("1.1",)),
        (None, 2, ("1.2",)),
        (None, 1, ("1.3",)),
    ]
    assert [node.href == "#1.1.words" for node in ends] == [True, False, False]


def test_an_author_and_its_own_document_are_one():
    """A report from the Bell is the Bell, and a ministry's statement the ministry; a report of nobody stays itself."""
    ministry = named(5, "Water Ministry", "organisation")
    papers = [
        Entity(f"e{number}", name, "document", named=True, description="a report", mentions=())
        for number, name in [(6, "Evening Bell"), (7, "Water Ministry"), (8, "Audit")]
    ]
    chains = [chain(HERE, (f"e{number}", "stated")) for number in (1, 6, 5, 7, 8)]
    found = graph(*chains, entities=(*papers, ministry, BELL))
    assert [node.name for node in found.nodes] == ["Harbour News", "Evening Bell", "Water Ministry", "Audit"]


def test_a_node_leads_to_the_words_that_state_it():
    """Words in which the link is stated come before those it was carried from; the publisher leads to its report."""
    carried, stated = Link("e1", "carried", "by hand", (0, 2)), Link("e1", "stated", "by hand", (12, 14))
    first = Link(None, "unknown", "by hand")
    found = graph((first, carried), (first, stated))
    assert found.nodes[1].href == "#1.a2.words"
    assert found.nodes[0].href == "#r1"


def test_no_chain_gives_no_graph():
    """Without a statement, or where nothing leads beyond the publisher, there is nothing to draw."""
    assert graph() is None
    assert graph(chain(HERE), ()) is None


def test_somebody_twice_on_a_chain_is_no_endless_way():
    """A chain that comes back to somebody still ends."""
    found = graph(chain(HERE, ("e1", "stated"), ("e2", "stated"), ("e1", "stated")))
    assert [node.column for node in found.nodes] == [0, 1, 2, 3]
