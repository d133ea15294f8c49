"""Five lines tell what was found, with the numbers of the records."""

from __future__ import annotations

from tests.dossier.records import record_of
from whoseword.dossier.findings import findings
from whoseword.model import Entity, Problem, Published, Record


def record(outlet: str, day: str | None) -> Record:
    """A named source told an outlet something in part quoted; an unnamed one said something."""
    return record_of(
        "{S1:Ada Rook} {C1:told} {T1:Northline} {Q1:it “rained”}. {S2:Officials} {C2:said} {Q2:it did}. "
        "{C3:It was thought} {Q3:so}.",
        entities=[
            Entity("e1", "Ada Rook", "person", True, None, ((0, 8),)),
            Entity("e2", "Northline", "outlet", True, None, ((14, 23),)),
            Entity("e3", None, "group", False, "Officials", ((37, 46),)),
        ],
        statements={1: {"entity": "e1", "told_to": ("e2",), "quote": "mixed"}, 2: {"entity": "e3"}},
        problems=[Problem("no-break-space", "told")],
        outlet=outlet,
        published=Published(day, "given") if day else Published(),
    )


def test_the_five_lines_count_what_is_there() -> None:
    """Reports, statements, sources, outlets told and problems, each with its number."""
    records = [record("Courier", "2021-07-22"), record("Ledger", "2021-04-07"), record("Courier", None)]
    assert findings(records, 2) == (
        "Reports: 3 from 2 outlets, 7 April 2021 to 22 July 2021; 1 without a date",
        "Statements: 9, 0 quoted in full, 3 in part",
        (
            "Sources: 1 named, most often Ada Rook (3); 3 unnamed, counted report by report; "
            "3 statements with no source stated"
        ),
        "Told to: Northline",
        "Problems: 3 in the reports; 2 inputs could not be read",
    )


def test_nothing_found_is_said() -> None:
    """A report without statements gives zeros and no invented names."""
    assert findings([record_of("It rained.")], 0) == (
        "Reports: 1, outlet not known; 1 without a date",
        "Statements: 0, 0 quoted in full, 0 in part",
        "Sources: 0 named; 0 unnamed, counted report by report",
        "Told to: nobody by name",
        "Problems: none in the reports",
    )
