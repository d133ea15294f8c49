r"""Bytes of JSON -> rows: one report's fields each, with what is wrong with them. A bad row never stops the next.

JSONL is one object a line; a `.json` document is one object or a list of them. What the fields of a row mean is told in
`reports.fields`, and in `reports.mapping` for data sets that call them otherwise.

>>> [row.number for row in jsonl(b'{"text": "Talks"}\n\n{"text": "Rain"}', "a.jsonl")]
[1, 3]
"""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from whoseword.model import Problem
from whoseword.reports.decode import decode

MEBIBYTE = 1 << 20
# No report is a hundredth as long; a row beyond that is another kind of file, or an attack.
LONGEST_ROW = 64 * MEBIBYTE
# An archive may unpack to any size; beyond this much it is refused, and the rows up to there are kept.
LARGEST_UNPACKED = 4096 * MEBIBYTE
GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `number` is its line (in a `.json` document its place in the list), from 1.

    `fields` is None where the row is no JSON object; `problems` then says where and what to do.
    """

    number: int | None
    fields: dict[str, object] | None
    problems: tuple[Problem, ...] = field(default=())


def unpacked(data: bytes) -> io.BufferedIOBase:
    """A stream over `data`, unpacked on the way where it is gzip."""
    stream = io.BytesIO(data)
    return gzip.GzipFile(fileobj=stream) if data.startswith(GZIP) else stream


def unpack(data: bytes, path: str, limit: int) -> tuple[bytes, tuple[Problem, ...]]:
    """All of `data`, unpacked where it is gzip; more than `limit` bytes, or a damaged archive, is a Problem."""
    try:
        with unpacked(data) as stream:
            whole = stream.read(limit + 1)
    except (OSError, EOFError, zlib.error) as error:
        return b"", (_damaged(path, error),)
    if len(whole) > limit:
        message = f"{path}: longer than {limit // MEBIBYTE} MiB, as no report is; split it, or give it as .jsonl"
        return b"", (Problem("too-large", message),)
    return whole, ()


def jsonl(data: bytes, path: str) -> Iterator[Row]:
    """The rows of JSONL, packed with gzip or not."""
    if not data.startswith(GZIP) and (data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:4]):
        # The lines of UTF-16 cannot be told apart as bytes.
        data = (decode(data).text or "").encode("utf-8", "surrogatepass")
    with unpacked(data) as stream:
        yield from lines(stream, path)


def lines(stream: io.BufferedIOBase, path: str) -> Iterator[Row]:
    """The rows of JSONL; empty lines are skipped but counted."""
    number = size = 0
    try:
        while line := stream.readline(LONGEST_ROW + 1):
            number += 1
            size += len(line)
            if size > LARGEST_UNPACKED:
                message = f"{path}, line {number}: unpacks to more than {LARGEST_UNPACKED // MEBIBYTE} MiB; split it"
                yield Row(number, None, (Problem("too-large", message),))
                return
            if len(line) > LONGEST_ROW:
                yield Row(number, None, (_too_long(path, number),))
                _skip_line(stream)
            elif line.strip(b"\xef\xbb\xbf \t\r\n"):
                yield _row(line, path, number)
    except (OSError, EOFError, zlib.error) as error:
        yield Row(number + 1, None, (_damaged(path, error),))


def document(text: str, path: str, entries: Callable[[object], object] | None = None) -> Iterator[Row]:
    """The rows of one JSON document; where it is JSONL under another name, those of its lines.

    `entries` finds the rows in it where they stand under a name of their own.
    """
    value, problem = _parsed(text, path, None)
    if problem is not None:
        if problem.code == "row-not-json" and "Extra data" in problem.message:
            yield from lines(io.BytesIO(text.encode("utf-8", "surrogatepass")), path)
        else:
            yield Row(None, None, (problem,))
        return
    if entries is not None:
        value = entries(value)
    for number, entry in enumerate(value if isinstance(value, list) else [value], start=1):
        yield _object(entry, path, number, "entry")


def is_row(line: bytes) -> bool:
    """Whether a line is a JSON object, as the first line of JSONL is."""
    if not line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{") or len(line) > LONGEST_ROW:
        return False
    return _row(line, "", 1).fields is not None


def _row(line: bytes, path: str, number: int) -> Row:
    decoded = decode(line)
    if decoded.text is None:
        return Row(number, None, decoded.problems)
    value, problem = _parsed(decoded.text, path, number)
    if problem is not None:
        return Row(number, None, (*decoded.problems, problem))
    row = _object(value, path, number, "line")
    return Row(number, row.fields, (*decoded.problems, *row.problems))


def _object(value: object, path: str, number: int, what: str) -> Row:
    if isinstance(value, dict):
        return Row(number, value)
    message = f'{path}, {what} {number}: not a JSON object; write {{"text": "…"}} with the report\'s text'
    return Row(number, None, (Problem("row-not-a-report", message),))


def _parsed(text: str, path: str, number: int | None) -> tuple[object, Problem | None]:
    try:
        # Not strict: a raw tab or NUL inside a string is odd, but no reason to lose the report.
        return json.loads(text, strict=False), None
    except json.JSONDecodeError as error:
        line = number or error.lineno
        reason = f"{path}, line {line}, column {error.colno}: not valid JSON ({error.msg})"
    except (ValueError, RecursionError) as error:
        reason = f"{path}, line {number or 1}: JSON that cannot be read ({type(error).__name__})"
    return None, Problem("row-not-json", f"{reason}; mend or remove it, the other rows are read")


def _too_long(path: str, number: int) -> Problem:
    message = f"{path}, line {number}: longer than {LONGEST_ROW // MEBIBYTE} MiB; put one report on each line"
    return Problem("too-large", message)


def _skip_line(stream: io.BufferedIOBase) -> None:
    while (rest := stream.readline(MEBIBYTE)) and not rest.endswith(b"\n"):
        pass


def _damaged(path: str, error: Exception) -> Problem:
    message = f"{path}: the archive is damaged ({error}); unpack it with gzip to see how far it is whole"
    return Problem("archive-damaged", message)
