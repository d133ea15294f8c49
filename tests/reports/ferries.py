"""Reports about a ferry, read from bytes: what the tests of reading share."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from whoseword.model import Problem, Report
from whoseword.reports.given import Unread
from whoseword.reports.read import ReadOptions, read_source

TEXT = "Ferry Late\n\nThe ferry was late on Monday, Ada Rook said.\n\nIt was late on Tuesday as well."
Received = tuple[Report, tuple[Problem, ...]] | Unread


def read(data: bytes | str, path: str = "ferry.txt", **options: Any) -> list[Received]:
    data = data.encode() if isinstance(data, str) else data
    return list(read_source(data, path, ReadOptions(**options)))


def report(data: bytes | str, path: str = "ferry.txt", **options: Any) -> Report:
    """The one report of an input without problems."""
    (received,) = read(data, path, **options)
    assert not isinstance(received, Unread)
    assert received[1] == ()
    return received[0]


def jsonl(*rows: object) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def row(**fields: object) -> Report:
    return report(jsonl({"text": TEXT, **fields}), "ferries.jsonl")


def codes(received: Received) -> list[str]:
    problems = received.problems if isinstance(received, Unread) else received[1]
    return [problem.code for problem in problems]


def unread(received: Sequence[Received]) -> list[tuple[int | None, list[str]]]:
    """Row and codes of what was not read; all of it must be unread."""
    assert all(isinstance(one, Unread) for one in received)
    return [(one.row, codes(one)) for one in received if isinstance(one, Unread)]
