"""The table and the marked text say everything in words and marks, and obey nothing that a report holds."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console, RenderableType

from tests.dossier.records import record_of
from tests.marks import parse
from whoseword.dossier.terminal import marked_text, report_table, shorten, unread_lines
from whoseword.model import Anonymity, Denied, Entity, Problem, Published, Record
from whoseword.reports.given import Unread

MARKED = "It was wet.\n\n{S:A harbour official} {C:told} {T:Northline} {Q:that the ferry would not sail before Monday}."
OFFICIAL = Entity("e1", None, "person", False, "A harbour official", ((13, 31),))
NORTHLINE = Entity("e2", "Northline", "outlet", True, None, ((37, 46),))


def shown(renderable: RenderableType, width: int = 100) -> str:
    out = io.StringIO()
    Console(file=out, width=width, color_system=None).print(renderable)
    return out.getvalue()


def record(**facts: Any) -> Record:
    statements = {0: {"entity": "e1", "told_to": ("e2",)}}
    return record_of(MARKED, entities=[OFFICIAL, NORTHLINE], statements=statements, **facts)


def test_a_row_tells_who_what_whom_and_where() -> None:
    """Source, cue, content, who was told, the kind of quotation and the line stand in one row."""
    rows = shown(report_table(record(), 140), 140).splitlines()
    (row,) = (line for line in rows if line.split()[:1] == ["1"])
    assert re.split(r"\s{2,}", row.strip()) == [
        "1",
        "A harbour official, unnamed",
        "told",
        "that the ferry would not sail before Monday",
        "Northline",
        "indirect",
        "3",
    ]


def test_the_heading_tells_outlet_date_and_where_that_comes_from() -> None:
    """Title, outlet, date with its origin and the place of the report stand above the table."""
    table = report_table(record(title="Rain", outlet="Courier", published=Published("2021-07-22", "url")), 100)
    assert shown(table).splitlines()[0].strip() == "Rain"
    assert "Courier · 22 July 2021 (from the address) · report.txt" in shown(table)


def test_a_denial_tells_what_it_denies() -> None:
    """The number of the statement denied stands by the kind of the denial."""
    made = record_of("{S1:Ann} {C1:said} {Q1:it rained}. {S2:Bel} {C2:denied} {Q2:it}.")
    first, second = made.statements
    denied = replace(second, act="denial", denies=Denied(first.id, rule="by hand"))
    rows = shown(report_table(replace(made, statements=(first, denied)), 160), 160).splitlines()
    assert any(line.split()[:1] == ["2"] for line in rows)
    assert "denial of 1" in " ".join(" ".join(rows).split())


def test_a_name_that_is_kept_back() -> None:
    """The report's reason for keeping a name back stands below the table."""
    source = replace(OFFICIAL, anonymity=Anonymity((58, 75), rule="by hand"))
    statements = {0: {"entity": "e1"}}
    made = record_of(MARKED, entities=[source, NORTHLINE], statements=statements)
    words = made.report.text[58:75]
    assert f"Name kept back: A harbour official, “{words}”" in shown(report_table(made, 140), 140)


def test_what_is_not_known_is_said() -> None:
    """A report without title, outlet, date and statements says so."""
    words = shown(report_table(record_of("It rained."), 100))
    for phrase in ("Untitled report", "outlet not known", "date not known", "No statement found."):
        assert phrase in words


def test_problems_stand_below() -> None:
    """Each problem of a record is told with its code."""
    table = report_table(record(problems=[Problem("no-break-space", "once, at character 5", (5, 6))]), 100)
    assert "! no-break-space  once, at character 5" in shown(table)


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
def test_the_table_fits_its_width(width: int) -> None:
    """No line is wider than the terminal, and no head is broken on one of 60 columns or more."""
    lines = shown(report_table(record(), width), width).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert width < 60 or any({"who", "cue", "what", "quote", "line"} <= set(line.split()) for line in lines)


def test_unread_inputs_give_their_reason() -> None:
    """An input that is no report is told with code and message."""
    assert shown(unread_lines(Unread("a.png", None, (Problem("binary-file", "a.png: a picture"),)))).split() == (
        "Not read ! binary-file a.png: a picture".split()
    )


def test_control_characters_are_shown_not_obeyed() -> None:
    """Escape sequences and turned text in a title, a name and a message come out as signs."""
    hostile = "\x1b]0;x\x07\x9b31m\u202eevil\r"
    found = record_of(
        "{S:Ada\x1b[2J} {C:said} {Q:it \u202erained}.", title=hostile, path=hostile, problems=[Problem("x", hostile)]
    )
    for renderable in (report_table(found, 100), marked_text(found), unread_lines(Unread(hostile, 1, found.problems))):
        assert not set(shown(renderable)) & {"\x1b", "\x07", "\x9b", "\u202e", "\r"}


def test_the_text_is_marked_as_the_tests_mark_it() -> None:
    """The marked text reads back to the same spans."""
    found = record()
    back = parse(marked_text(found).plain)
    assert back.text == found.report.text
    (statement,) = back.statements
    assert (statement.source, statement.cue, statement.content) == (
        found.statements[0].source,
        found.statements[0].cue,
        found.statements[0].content,
    )


def test_a_shared_source_has_both_numbers() -> None:
    """Statements with one source share its mark; marks that lie in one another nest."""
    marked = "{S1,2:She} {C1:said} {Q1:it rained} and {C2:added} {Q2:that {S3:Tom} {C3:agreed} {Q3:it did}}."
    assert marked_text(record_of(marked)).plain == marked


def test_braces_of_the_report_are_told_from_marks() -> None:
    """A brace or backslash in the text is escaped."""
    assert marked_text(record_of(r"A \{brace\} and a \\.")).plain == r"A \{brace\} and a \\."


def test_colour_is_on_top_of_the_marks() -> None:
    """On a terminal, source, cue and content are coloured, and the marks are still there."""
    out = io.StringIO()
    Console(file=out, width=100, force_terminal=True, color_system="standard", _environ={}).print(marked_text(record()))
    assert "\x1b[" in out.getvalue()
    assert re.sub(r"\x1b\[[0-9;]*m", "", out.getvalue()).replace("\n", " ").count("{") == 3


@pytest.mark.parametrize(
    ("text", "width", "lines", "short"),
    [
        ("one two", 10, 1, "one two"),
        ("one two three", 7, 1, "one two…"[:6] + "…"),
        ("one two three", 8, 1, "one two…"),
        ("one two three", 8, 2, "one two\nthree"),
        ("", 8, 2, ""),
        ("漢字漢字漢字", 6, 1, "漢字…"),
    ],
)
def test_long_words_are_cut_with_a_sign(text: str, width: int, lines: int, short: str) -> None:
    """What does not fit ends in an ellipsis, counted in the cells of the terminal."""
    assert shorten(text, width, lines) == short


@given(st.text(max_size=80), st.integers(2, 30), st.integers(1, 3))
def test_a_cut_text_fits(text: str, width: int, lines: int) -> None:
    """No cut text has more lines or wider ones than allowed."""
    cut = shorten(" ".join(text.split()), width, lines).split("\n")
    assert len(cut) <= lines
    assert all(cell_len(line) <= width for line in cut)
