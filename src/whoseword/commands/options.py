"""Options that several commands take, in the same words: what is typed -> what the library takes.

options = read_options("Aldmoor Ledger", "2023-03-18", "news-please")
"""

# No `from __future__ import annotations`: typer reads the options' types from the functions.
from enum import StrEnum
from typing import Annotated

import typer

from whoseword.reports.mapping import load_mapping
from whoseword.reports.read import ReadOptions

DEFAULT_STORE = "whoseword.db"


class Form(StrEnum):
    """How results are printed."""

    TABLE = "table"
    JSONL = "jsonl"


StoreAt = Annotated[str, typer.Option("--store", metavar="FILE|URL", help="A file, or postgresql://USER@HOST/NAME.")]
How = Annotated[Form, typer.Option("--format", help="Lines for people or JSON lines for programs.")]
Outlet = Annotated[
    str | None, typer.Option("--outlet", metavar="NAME", help="Who published the reports that do not say so.")
]
PublishedOn = Annotated[
    str | None, typer.Option("--published", metavar="DATE", help="When, for reports without a date, as 2021-07-22.")
]
MappingOf = Annotated[
    str | None, typer.Option("--mapping", metavar="NAME|FILE", help="How the rows of a data set call their fields.")
]
Jobs = Annotated[int, typer.Option("--jobs", metavar="N", help="How many processes read at once.")]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from this machine and private networks too.")
]


def read_options(outlet: str | None, published: str | None = None, mapping: str | None = None) -> ReadOptions:
    """What was typed of the reports that come in.

    Raises:
        UsageError: `published` is no date, or `mapping` names no mapping that can be used.
    """
    return ReadOptions((outlet or "").strip() or None, published, load_mapping(mapping) if mapping else None)
