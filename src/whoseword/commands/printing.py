"""Rows of answers -> the standard output, in the form that was asked for; messages -> the standard error.

show_rows("claims", rows, Form.CSV)
tell(told(problem))
"""

# No `from __future__ import annotations`: typer reads the options' types from the functions.
import sys
from enum import StrEnum
from typing import Annotated, Any

import typer

from whoseword.dossier.characters import visible
from whoseword.model import Problem

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


def tell(message: str) -> None:
    """A message about the work itself, on the standard error."""
    print(in_line(message), file=sys.stderr, flush=True)


def in_line(words: str) -> str:
    """Words as they can be shown in one line: the name of a file or of an item must not begin a line of its own."""
    return visible(words).replace("\n", "\u240a")


def told(problem: Problem) -> str:
    """A problem in a line, with its code, by which docs/problems.md tells more."""
    return f"{problem.message} [{problem.code}]"


def many(count: int, noun: str) -> str:
    """A count with its noun: "1 report", "2 reports"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
