"""The chains of a report as a tree for a terminal."""

from __future__ import annotations

from rich.console import Console

from tests.dossier.records import record_of
from whoseword.dossier.trees import report_chains
from whoseword.model import Entity, Link

BELL = Entity("e1", "Evening Bell", "outlet", named=True, description=None, mentions=())
PAPER = Entity("e2", "Evening Bell", "document", named=True, description="a report from the Bell", mentions=())
STOKER = Entity("e3", None, "person", named=False, description="a stoker", mentions=((0, 8),))
FIRST = Link(None, "unknown", "by hand")
MARKED = "{S1:A stoker} {C1:said} {Q1:so}. {S2:He} {C2:added} {Q2:this}. {S3:A report} {C3:said} {Q3:no}."


def shown(record, width=70):
    console = Console(width=width, color_system=None)
    with console.capture() as capture:
        console.print(report_chains(record, width))
    return [line.rstrip() for line in capture.get().splitlines() if line.strip()]


def test_tree():
    """Chains that begin alike share their nodes, an outlet and its report are one, and each statement is a leaf."""
    told, carried = Link("e1", "stated", "by hand"), Link("e1", "carried", "by hand")
    chains = {
        1: {"chain": (FIRST, told, Link("e3", "stated", "by hand"))},
        2: {"chain": (FIRST, carried, Link("e3", "stated", "by hand"))},
        3: {"chain": (FIRST, Link("e2", "stated", "by hand"), Link(None, "unknown", "by hand"))},
    }
    record = record_of(MARKED, entities=(BELL, PAPER, STOKER), statements=chains, outlet="Harbour News")
    assert shown(record)[2:] == [
        "Harbour News",
        "└── Evening Bell",
        "    ├── a stoker  unnamed",
        "    │   ├── 1  said: so",
        "    │   └── 2  added: this  (Evening Bell carried)",
        "    └── not stated",
        "        └── 3  said: no",
    ]


def test_report_without_statements():
    """A report that says nothing on anybody's word says so."""
    assert shown(record_of("It rained."))[-1] == "  No statement found."


def test_outlet_not_known_and_controls_shown():
    """Without an outlet the root says so; control characters of a report are shown, never obeyed."""
    record = record_of("{S:A stoker} {C:said} {Q:\x1b[2Jso}.", statements={0: {"chain": (FIRST,)}})
    lines = shown(record)
    assert "this report (outlet not known)" in lines
    assert not any("\x1b" in line for line in lines)
