"""Reads news reports and says who said what, on whose word and through which chain.

`whoseword.pipeline` is the whole path, top to bottom; `whoseword.model` has every noun of it.
Importing the package loads no model and no lexicon: each name below is fetched when it is first used.

>>> Problem("encoding-guessed", "read as windows-1252").span is None
True
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from whoseword.dossier.export import dump_line, record_to_json
    from whoseword.dossier.html import render_dossier
    from whoseword.errors import LexiconError, ModelError, NoInputError, StoreError, UsageError, WhosewordError
    from whoseword.lexicon import load_lexicon
    from whoseword.model import Entity, Link, Problem, Record, Report, Span, Statement
    from whoseword.pipeline import read_paths, read_report
    from whoseword.reports.given import Unread
    from whoseword.reports.read import ReadOptions, read_source
    from whoseword.reports.reader import load_reader

__version__ = "0.1.0"

__all__ = [
    "Entity",
    "LexiconError",
    "Link",
    "ModelError",
    "NoInputError",
    "Problem",
    "ReadOptions",
    "Record",
    "Report",
    "Span",
    "Statement",
    "StoreError",
    "Unread",
    "UsageError",
    "WhosewordError",
    "__version__",
    "dump_line",
    "load_lexicon",
    "load_reader",
    "read_paths",
    "read_report",
    "read_source",
    "record_to_json",
    "render_dossier",
]

_HOMES = {
    "dossier.export": ("dump_line", "record_to_json"),
    "dossier.html": ("render_dossier",),
    "errors": ("LexiconError", "ModelError", "NoInputError", "StoreError", "UsageError", "WhosewordError"),
    "lexicon": ("load_lexicon",),
    "model": ("Entity", "Link", "Problem", "Record", "Report", "Span", "Statement"),
    "pipeline": ("read_paths", "read_report"),
    "reports.given": ("Unread",),
    "reports.read": ("ReadOptions", "read_source"),
    "reports.reader": ("load_reader",),
}


def __getattr__(name: str) -> object:
    """Fetches a public name from its module (PEP 562)."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"whoseword.{home}"), name)
    raise AttributeError(f"module 'whoseword' has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names."""
    return __all__
