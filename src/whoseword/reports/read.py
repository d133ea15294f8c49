"""Bytes of a document -> Reports, exactly as read: the only place where bytes become text.

Plain text is one report. JSONL (`.jsonl`, `.ndjson`, either with `.gz`) is one report a line and `.json` an object or a
list of them; such a report keeps the file's name as `path` and its line, from 1, as `row`. A web page, a letter, a PDF
or a text document is one report, a live blog one for each entry. What could not be read comes out as `Unread` with the
reason, in its place in the order of the input.

>>> report, problems = next(read_source(b"The gate opened on Monday.", "dam.txt", ReadOptions(outlet="Courier")))
>>> report.outlet, report.published.origin, problems
('Courier', 'none', ())
"""

from __future__ import annotations

import io
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from importlib import import_module
from typing import BinaryIO

from whoseword.model import Problem
from whoseword.reports import rows
from whoseword.reports.building import ReadOptions, Received, build, where
from whoseword.reports.decode import decode
from whoseword.reports.fields import article_of
from whoseword.reports.given import Article, Given, Skipped, Unread
from whoseword.reports.kinds import Kind, kind_of
from whoseword.reports.mapping import Mapping

__all__ = ["ReadOptions", "Received", "documents", "members", "read_given", "read_source"]

# The longest report of any sort that a newsroom prints is under one MiB.
LONGEST_TEXT = 32 * rows.MEBIBYTE
LARGEST_DOCUMENT = 512 * rows.MEBIBYTE
LARGEST_SAVED_PAGE = 64 * rows.MEBIBYTE
# So many rows in a row without a report: the file is of another kind, or an attack. A few KiB can pack a billion.
MOST_EMPTY_ROWS = 100_000

_Articles = tuple[tuple[Article, ...], tuple[Problem, ...]]
# Loaded when the first document of the kind comes: each brings a library with it. None reads more MiB than its number,
# and what is packed is unpacked no further.
_READERS: dict[Kind, tuple[str, str, int]] = {
    "page": ("pages.extract", "read_page", 8),
    "mail": ("archives.mail", "read_mail", 64),
    "pdf": ("archives.pdf", "read_pdf", 256),
    "docx": ("archives.docx", "read_docx", 256),
}


def read_source(data: bytes, path: str, options: ReadOptions) -> Iterator[Received]:
    """The reports of one file, in its order. `path` is the name as given, "-" for the standard input."""
    yield from read_given(Given(path, data), options)


def documents(given: Given) -> Iterator[Given | Unread | Skipped]:
    """The documents that an archive holds, each with its number in it; of anything else, itself."""
    if kind_of(given) not in {"warc", "wacz"}:
        yield given
    elif given.row is None:
        yield from members(io.BytesIO(given.data), given.name, given.place)
    else:
        # Opened too, it could hold another, and so on.
        message = f"{where(given)}: an archive inside an archive is not opened; take it out and add it as a file"
        yield Unread(given.name, given.row, (*given.problems, Problem("media-not-read", message)))


def members(stream: BinaryIO, name: str, place: str | None) -> Iterator[Given | Unread | Skipped]:
    """The documents of an archive that is read bit by bit, so that it may be larger than memory.

    At the end comes what was left out on purpose, where that is anything.
    """
    kind = "wacz" if stream.read(2) == b"PK" else "warc"
    stream.seek(0)
    opened: Callable[..., Generator[Given | Unread, None, Skipped]]
    opened = import_module(f"whoseword.reports.archives.{kind}").members
    skipped = yield from opened(stream, name, place)
    if skipped.count:
        yield skipped


def read_given(given: Given, options: ReadOptions) -> Iterator[Received]:
    """The reports of one document, in its order; of an archive, those of its documents."""
    if not given.data.strip():
        message = f"{where(given)}: the file is empty; nothing to read"
        yield Unread(given.name, given.row, (*given.problems, Problem("empty-text", message)))
        return
    kind = kind_of(given)
    if kind == "rows":
        yield from _from_rows(rows.jsonl(given.data, given.name), given, options)
    elif kind in {"text", "document"}:
        yield from _from_text(given, kind, options)
    elif kind in _READERS:
        yield from _from_document(given, kind, options)
    elif kind == "mhtml":
        yield from _from_saved_page(given, options)
    else:
        for each in documents(given):
            if isinstance(each, Given):
                yield from read_given(each, options)
            elif isinstance(each, Unread):
                yield each


def _from_saved_page(given: Given, options: ReadOptions) -> Iterator[Received]:
    data, problems = rows.unpack(given.data, given.name, LARGEST_SAVED_PAGE)
    page: Given | Unread = Unread(given.name, given.row, (*given.problems, *problems))
    if not problems:
        page = import_module("whoseword.reports.archives.mhtml").read_mhtml(replace(given, data=data))
    if isinstance(page, Given):
        yield from _from_document(page, "page", options)
    else:
        yield page


def _from_document(given: Given, kind: Kind, options: ReadOptions) -> Iterator[Received]:
    module, name, most = _READERS[kind]
    read: Callable[[Given], _Articles] = getattr(import_module(f"whoseword.reports.{module}"), name)
    data, problems = rows.unpack(given.data, given.name, most * rows.MEBIBYTE)
    articles: tuple[Article, ...] = ()
    if not problems:
        # What was wrong on the way here is told below, with each of its reports.
        articles, problems = read(replace(given, data=data, problems=()))
    if not articles:
        yield Unread(given.name, given.row, tuple(_placed(each, given) for each in (*given.problems, *problems)))
    for number, article in enumerate(articles, start=1):
        entry = given
        if len(articles) > 1:
            # Of a live blog each entry is a row, unless its archive counts already; its address is its own or none.
            entry = replace(given, row=given.row or number, url=None)
        yield _with(problems if number == 1 else (), build(article, entry, options))


def _from_text(given: Given, kind: Kind, options: ReadOptions) -> Iterator[Received]:
    limit = LONGEST_TEXT if kind == "text" else LARGEST_DOCUMENT
    whole, problems = rows.unpack(given.data, given.name, limit)
    decoded = decode(whole) if not problems else None
    if decoded is None or decoded.text is None:
        problems = decoded.problems if decoded else problems
        yield Unread(given.name, given.row, tuple(_placed(problem, given) for problem in problems))
    elif kind == "document":
        entries = options.mapping.entries if options.mapping else None
        for received in _from_rows(rows.document(decoded.text, given.name, entries), given, options):
            yield _with(decoded.problems, received)
    else:
        yield _with(decoded.problems, build(Article(decoded.text, ""), given, options))


def _from_rows(found: Iterator[rows.Row], given: Given, options: ReadOptions) -> Iterator[Received]:
    empty, without = True, 0
    for row in found:
        empty = False
        # The file's address is not that of its rows: they would pass for versions of each other.
        each = replace(given, data=b"", row=row.number, url=None)
        article = _in_row(row, each, options.mapping)
        if isinstance(article, Article):
            yield _with(row.problems, build(article, each, options))
            without = 0
            continue
        yield Unread(each.name, each.row, tuple(_placed(problem, each) for problem in article))
        without += 1
        if without == MOST_EMPTY_ROWS:
            message = f"{where(each)}: no report in {without} rows up to here; what follows is not read; take them out"
            yield Unread(each.name, each.row, (Problem("rows-not-read", message),))
            return
    if empty:
        message = f"{where(given)}: no rows in it; nothing to read"
        yield Unread(given.name, given.row, (Problem("empty-text", message),))


def _in_row(row: rows.Row, given: Given, mapping: Mapping | None) -> Article | tuple[Problem, ...]:
    if row.fields is None:
        return row.problems
    if mapping is None:
        return article_of(row.fields, where(given))
    fields, told_by = mapping.fields_of(row.fields)
    if "text" not in fields:
        return (mapping.without_text(row.fields, where(given)),)
    return article_of(fields, where(given), told_by)


def _with(problems: tuple[Problem, ...], received: Received) -> Received:
    if isinstance(received, Unread):
        return replace(received, problems=(*problems, *received.problems))
    return received[0], (*problems, *received[1])


def _placed(problem: Problem, given: Given) -> Problem:
    """A problem of bytes does not know its file yet."""
    if problem.message.startswith(given.name):
        return problem
    return replace(problem, message=f"{where(given)}: {problem.message}")
