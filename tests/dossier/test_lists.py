"""The lists of `whoseword read --show`."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from tests.dossier.records import record_of
from whoseword.dossier.lists import LISTS, shown
from whoseword.model import Commitment, Due, Event, Figure, Quantity, Time

TEXT = "{S:The guild} {C:said} {Q:it would send about 300 lamps to Velland by Monday}."


def record(**facts):
    """A record with what `facts` adds to it."""
    return replace(record_of(TEXT), **facts)


def printed(made, names) -> str:
    out = StringIO()
    Console(file=out, width=120).print(shown(made, names))
    return out.getvalue()


def span(made, words: str) -> tuple[int, int]:
    return made.report.text.index(words), made.report.text.index(words) + len(words)


@pytest.fixture
def full():
    """A record with one of everything."""
    made = record()
    text = made.report.text
    lamps, day = (text.index("about 300"), text.index(" to Velland")), span(made, "Monday")
    statement = made.statements[0]
    due = Due("date", "2031-05-12", day)
    return record(
        times=(Time(day, "DATE", "2031-05-12"),),
        quantities=(Quantity(lamps, 300.0, "lamps", span(made, "lamps"), bound="about"),),
        commitments=(
            Commitment("c1", (), (), span(made, "send"), due, None, (statement.id,), "promised"),
        ),
        figures=(Figure(lamps, span(made, "lamps"), None, None, statement.id),),
        events=(Event("v1", span(made, "send"), "AID", "planned", span(made, "The guild"), background=True),),
    )  # fmt: skip


def test_each_list_has_its_rows(full):
    """Times with their meaning, amounts with their bound, promises and figures with who stands behind them."""
    page = printed(full, list(LISTS))
    for words in (
        "12 May 2031",
        "about 300 lamps",
        "promised",
        "“Monday” (12 May 2031)",
        "The guild",
        "AID",
        "told again",
    ):
        assert words in page


def test_what_there_is_none_of_is_said():
    """An empty list is told in a line."""
    assert "Quantities: none found" in printed(record(), ["quantities"])


def test_the_order_is_that_of_the_question(full):
    """Lists come in the order asked for."""
    page = printed(full, ["quantities", "times"])
    assert page.index("Quantities") < page.index("Times")
