"""Answers as tables, CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from rich.console import Console

from whoseword.dossier.forms import COLUMNS, csv_lines, json_line, origins_told, table

PLACE = {"report": "r1", "part": "s1", "outlet": "Courier", "published": "2031-05-08", "words": "the gate is shut"}
CLAIM: dict[str, Any] = {
    "claim": "c1",
    "words": "the gate is shut",
    "low": 1,
    "high": 2,
    "unmeasured": [],
    "notes": ["one may be the other"],
    "reports": 2,
    "first": PLACE,
    "origins": [{"who": "Ada Rook", "named": True}, {"who": "an aide", "named": False}],
    "echoes": [{**PLACE, "why": "both reports print the same passage"}],
}


def cells(kind: str, row: dict[str, Any]) -> dict[str, str]:
    """The cells of one row, by their headers, through CSV."""
    header, line = csv.reader(io.StringIO("\n".join(csv_lines(kind, [row]))))
    return dict(zip(header, line, strict=True))


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [(1, 1, "1"), (1, 2, "1 to 2"), (None, None, "cannot be measured: no report says on whose word it stands")],
)
def test_origins_are_a_range(low, high, told):
    """One number where both ends are the same, and the reason where there is none."""
    row = {**CLAIM, "low": low, "high": high, "unmeasured": ["no report says on whose word it stands"]}
    assert cells("claims", row)["origins"] == told


def test_who_is_unnamed_is_marked():
    """Names and descriptions stand in one cell, and it is told which is which."""
    assert cells("claims", CLAIM)["who stands behind it"] == "Ada Rook; an aide (unnamed)"


@pytest.mark.parametrize(
    ("value", "high", "bound", "told"),
    [
        (2500.0, None, "exact", "2,500"),
        (2500.0, None, "about", "about 2,500"),
        (5.5, 7.0, "range", "5.5 to 7"),
        (300.0, None, "at-least", "at least 300"),
        ("unchanged", None, "exact", "unchanged"),
    ],
)
def test_figures_keep_their_bounds(value, high, bound, told):
    """A figure is shown as exactly as it was told."""
    row = {**PLACE, "series": "f1", "of": "ferries", "where": None, "definition": None, "of_day": None}
    assert cells("figures", {**row, "value": value, "high": high, "bound": bound, "on_word_of": "it"})["figure"] == told


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "+1", "-1", "@x", "\tx"])
def test_no_cell_is_a_formula(words):
    """What a spreadsheet would run gets a mark in front."""
    assert cells("claims", {**CLAIM, "words": words})["words"] == f"'{words}"


def test_hidden_characters_are_shown_in_a_table():
    """A report cannot turn the terminal's text round."""
    out = Console(file=io.StringIO(), width=200)
    out.print(table("claims", [{**CLAIM, "words": "the \u202egate"}]))
    assert "the [U+202E]gate" in out.file.getvalue()  # type: ignore[attr-defined]


def test_lines_of_json_hold_the_whole_row():
    """JSON loses nothing, and is ASCII."""
    line = json_line({**CLAIM, "words": "“the gate”"})
    assert json.loads(line)["words"] == "“the gate”"
    assert line.isascii()


def test_a_claim_is_told_with_its_notes_and_echoes():
    """The range, the notes, the first place and what only repeats it stand above the table of origins."""
    lines = origins_told(CLAIM)
    assert "Independent origins: 1 to 2" in lines
    assert "Note: one may be the other" in lines
    assert "First: 2031-05-08 Courier: “the gate is shut”" in lines
    assert "Repeated: 2031-05-08 Courier: both reports print the same passage" in lines


def test_every_question_has_an_id_in_its_first_column():
    """What is printed can be given to the next command."""
    assert all(columns[0][0] not in {"", None} for columns in COLUMNS.values())


@pytest.mark.parametrize(
    ("begin", "end", "told"),
    [
        ("2031-05-08", "2031-05-09", "2031-05-08"),
        ("2031-02-01", "2031-03-01", "2031-02"),
        ("2031-12-01", "2032-01-01", "2031-12"),
        ("2031-01-01", "2032-01-01", "2031"),
        ("2031-05-08", "2031-05-11", "2031-05-08 to 2031-05-10"),
        (None, None, ""),
    ],
)
def test_when_something_happened_is_told_for_people(begin, end, told):
    """Intervals are half-open in the record; a table shows the day, the month, the year, or the first and last day."""
    row = {"event": "e1", "begin": begin, "end": end, "mode": "actual", "words": "", "units": [], "sources": []}
    assert cells("timeline", row)["happened"] == told
