"""Copies -> one line of JSON for each pair, or a table for a terminal: `whoseword copies`.

>>> copy = Copy("r1", "r2", "wire", 0.4, (Passage((0, 90), (12, 102)),), rule="copies:verbatim")
>>> copy_line(copy, {"r1": "a7", "r2": "b3"})[:58]
'{"a": "a7", "b": "b3", "kind": "wire", "containment": 0.4,'
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from rich import box
from rich.table import Table

from whoseword.claims.copies import Copy, Passage
from whoseword.dossier.characters import visible
from whoseword.model import Report

# Enough of a passage to know it again.
SHOWN = 90


def copy_line(copy: Copy, names: Mapping[str, str]) -> str:
    """One pair as JSON; spans are code points into each report's text."""
    row = {
        "a": names[copy.a],
        "b": names[copy.b],
        "kind": copy.kind,
        "containment": copy.containment,
        "passages": [_passage(passage) for passage in copy.passages],
        "rule": copy.rule,
    }
    return json.dumps(row, ensure_ascii=False)


def copies_table(copies: Sequence[Copy], reports: Mapping[str, Report], names: Mapping[str, str]) -> Table:
    """A row for each pair: the kind, how much of the shorter report, which reports, how the longest passage goes."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("kind", no_wrap=True)
    table.add_column("share", justify="right")
    for header in ("one report", "the other", "longest passage"):
        table.add_column(header, overflow="fold")
    for copy in copies:
        share = f"{100 * copy.containment:.0f} %"
        row = (copy.kind, share, _told(reports[copy.a], names), _told(reports[copy.b], names), _longest(copy, reports))
        table.add_row(*(visible(words) for words in row))
    return table


def _passage(passage: Passage) -> dict[str, object]:
    row: dict[str, object] = {"a": list(passage.a), "b": list(passage.b)}
    if passage.differences:
        row["differences"] = [{"a": list(each.a), "b": list(each.b)} for each in passage.differences]
    return row


def _told(report: Report, names: Mapping[str, str]) -> str:
    return ": ".join(part for part in (report.outlet, report.title or names[report.id]) if part)


def _longest(copy: Copy, reports: Mapping[str, Report]) -> str:
    longest = max(copy.passages, key=lambda passage: passage.a[1] - passage.a[0])
    words = " ".join(reports[copy.a].text[slice(*longest.a)].split())
    return words if len(words) <= SHOWN else f"{words[:SHOWN].rstrip()} …"
