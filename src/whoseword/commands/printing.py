"""Rows of answers -> the standard output, in the form that was asked for.

show_rows("claims", rows, Form.CSV)
"""

# No `from __future__ import annotations`: typer reads the options' types from the functions.
from enum import StrEnum
from typing import Annotated, Any

import typer

Row = dict[str, Any]
# A file or a pipe is as wide as this.
WIDTH_ELSEWHERE = 160


class Form(StrEnum):
    """How answers are printed."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


How = Annotated[Form, typer.Option("--format", help="A table for people, JSON lines or CSV for programs.")]


def show_rows(kind: str, rows: list[Row], form: Form) -> None:
    """Prints answers; a table says so where there are none."""
    from whoseword.dossier import forms
    from whoseword.dossier.console import console

    if form is Form.JSONL:
        for row in rows:
            print(forms.json_line(row))
    elif form is Form.CSV:
        for line in forms.csv_lines(kind, rows):
            print(line)
    elif rows:
        console(WIDTH_ELSEWHERE).print(forms.table(kind, rows))
    else:
        print("Nothing found")
