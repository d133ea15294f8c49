"""Bytes of a file -> Reports, exactly as read: the only place where bytes become text.

Plain text is one report. JSONL (`.jsonl`, `.ndjson`, either with `.gz`) is one report a line and `.json` an object or a
list of them; such a report keeps the file's name as `path` and its line, from 1, as `row`. What could not be
read comes out as `Unread` with the reason, in its place in the order of the input.

>>> report, problems = next(read_source(b"The gate opened on Monday.", "dam.txt", ReadOptions(outlet="Courier")))
>>> report.outlet, report.published.origin, problems
('Courier', 'none', ())
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

from whoseword.errors import UsageError
from whoseword.model import Problem, Report, hashed_id
from whoseword.reports import rows
from whoseword.reports.dates import Given, parse_date, published_when
from whoseword.reports.decode import decode, oddities
from whoseword.reports.layout import authors, lay_out
from whoseword.reports.words import paragraphs

# The longest report of any sort that a newsroom prints is under one MiB.
LONGEST_TEXT = 32 * rows.MEBIBYTE
LARGEST_DOCUMENT = 512 * rows.MEBIBYTE
TEXT_SUFFIXES = (".txt", ".text")
ROW_SUFFIXES = (".jsonl", ".ndjson")
# A text with so few English function words among so many words is in another language. English newswire has 30 to 50
# in a hundred; the headline style of tables and lists stays above 10.
ENGLISH_SHARE, ENOUGH_WORDS = 0.08, 60
_FUNCTION_WORDS = frozenset(
    "the of and to in a that is was for on with as he his it at by be from had are has have not this but they were"
    " which or an their said will would been who its more we you i she her him after about when there no if".split()
)
_PAGE = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the caller knows of the reports; a report's own outlet and date go first.

    Raises:
        UsageError: `published` is no date.
    """

    outlet: str | None = None
    published: str | None = None

    def __post_init__(self) -> None:
        """Refuses a date that could not be used."""
        if self.published is not None and (problem := parse_date(self.published).problem) is not None:
            raise UsageError(f"the date of publication {problem.message}")


@dataclass(frozen=True, slots=True)
class Unread:
    """An input, or one row of it, that gave no report, with the reasons."""

    path: str
    row: int | None
    problems: tuple[Problem, ...]


Received = tuple[Report, tuple[Problem, ...]] | Unread


def read_source(data: bytes, path: str, options: ReadOptions) -> Iterator[Received]:
    """The reports of one file, in its order. `path` is the name as given, "-" for the standard input."""
    if not data.strip():
        yield Unread(path, None, (Problem("empty-text", f"{path}: the file is empty; nothing to read"),))
        return
    kind = _kind(data, path)
    if kind == "rows":
        yield from _from_rows(_streamed(data, path), path, options)
        return
    whole, problems = rows.unpack(data, path, LONGEST_TEXT if kind == "text" else LARGEST_DOCUMENT)
    if problems:
        yield Unread(path, None, problems)
        return
    decoded = decode(whole)
    if decoded.text is None:
        yield Unread(path, None, tuple(_placed(problem, path) for problem in decoded.problems))
    elif kind == "document":
        for received in _from_rows(rows.document(decoded.text, path), path, options):
            yield _with(decoded.problems, received)
    elif _PAGE.match(whole):
        message = f"{path}: this is a web page, which this version does not read; save its text as plain text"
        yield Unread(path, None, (Problem("web-page", message),))
    else:
        yield _with(decoded.problems, _report({"text": decoded.text}, path, None, options))


def text_sha256(text: str) -> str:
    """SHA-256 of `text` in UTF-8; half characters from JSON escapes count as the three bytes of their code."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _kind(data: bytes, path: str) -> str:
    """One of "text", "rows" and "document": by the suffix, else by how the content starts."""
    suffixes = [suffix.lower() for suffix in PurePath(path).suffixes if suffix.lower() != ".gz"]
    suffix = suffixes[-1] if suffixes else ""
    if suffix in ROW_SUFFIXES or suffix == ".json":
        return "document" if suffix == ".json" else "rows"
    if suffix in TEXT_SUFFIXES:
        return "text"
    head, _ = rows.unpack(data, path, LONGEST_TEXT) if data.startswith(rows.GZIP) else (data, ())
    if rows.is_row(head.split(b"\n", 1)[0]):
        return "rows"
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        try:
            json.loads(decode(head).text or "", strict=False)
        except (ValueError, RecursionError):
            return "text"
        return "document"
    return "text"


def _streamed(data: bytes, path: str) -> Iterator[rows.Row]:
    """The rows of JSONL; one in UTF-16 is decoded as a whole first, since its lines cannot be told apart as bytes."""
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:4]
    if is_wide and not data.startswith(rows.GZIP):
        data = (decode(data).text or "").encode("utf-8", "surrogatepass")
    with rows.unpacked(data) as stream:
        yield from rows.lines(stream, path)


def _from_rows(found: Iterator[rows.Row], path: str, options: ReadOptions) -> Iterator[Received]:
    empty = True
    for row in found:
        empty = False
        if row.fields is None:
            yield Unread(path, row.number, tuple(_placed(problem, path, row.number) for problem in row.problems))
        else:
            yield _with(row.problems, _report(row.fields, path, row.number, options))
    if empty:
        yield Unread(path, None, (Problem("empty-text", f"{path}: no rows in it; nothing to read"),))


def _report(fields: Mapping[str, object], path: str, row: int | None, options: ReadOptions) -> Received:
    text = fields.get("text")
    where = path if row is None else f"{path}, line {row}"
    if not isinstance(text, str):
        message = f'{where}: no field "text" with a string; put the report\'s text there'
        return Unread(path, row, (Problem("row-without-text", message),))
    if not any(character.isalnum() for character in text):
        return Unread(path, row, (Problem("empty-text", f"{where}: no words in the text; nothing to read"),))
    odd_fields: list[Problem] = []
    title, dek, outlet, url = (_string(fields, name, odd_fields) for name in ("title", "dek", "outlet", "url"))
    outlet = outlet or options.outlet
    layout = lay_out(text, title=title, dek=dek)
    dates = _dates(fields, odd_fields)
    if options.published and all(parse_date(words).value is None for words in dates):
        dates.append(options.published)
    published, date_problems = published_when(Given(tuple(dict.fromkeys(dates)), url, text, paragraphs(text)))
    language, language_problems = _language(text)
    report = Report(
        id=hashed_id(text_sha256(text), outlet, url, published.value),
        path=path,
        row=row,
        text=text,
        title=layout.title,
        dek=layout.dek,
        byline=_byline(fields, odd_fields) or layout.byline,
        outlet=outlet,
        url=url,
        language=language,
        published=published,
        parts=layout.parts,
    )
    return report, (*odd_fields, *oddities(text), *date_problems, *language_problems)


def _string(fields: Mapping[str, object], name: str, problems: list[Problem]) -> str | None:
    value = fields.get(name)
    if value is None or isinstance(value, str):
        return " ".join(value.split()) or None if value else None
    message = f'the field "{name}" is not a string and is not used'
    problems.append(Problem("field-not-used", message))
    return None


def _dates(fields: Mapping[str, object], problems: list[Problem]) -> list[str]:
    """The strings that `published` and `date` give; a whole number such as 20210722 is one too."""
    dates = []
    for name in ("published", "date"):
        value = fields.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            dates.append(str(value))
        elif found := _string(fields, name, problems):
            dates.append(found)
    return dates


def _byline(fields: Mapping[str, object], problems: list[Problem]) -> tuple[str, ...]:
    """The people in `authors`, else in `byline`: a list is taken as it is, a string is taken apart."""
    for name in ("authors", "byline"):
        value = fields.get(name)
        if isinstance(value, list):
            if any(not isinstance(entry, str) for entry in value):
                problems.append(Problem("field-not-used", f'an entry of the field "{name}" is not a string'))
            people = tuple(" ".join(entry.split()) for entry in value if isinstance(entry, str) and entry.strip())
        else:
            people = authors(_string(fields, name, problems) or "")
        if people:
            return people
    return ()


def _language(text: str) -> tuple[str, tuple[Problem, ...]]:
    """English, "en", unless a text of some length has too few of English's commonest words."""
    words = re.findall(r"[^\W\d_]+", text[:20_000].casefold())
    letters = sum(map(len, words))
    foreign_letters = sum(not word.isascii() and len(word) for word in words)
    share = sum(word in _FUNCTION_WORDS for word in words) / max(len(words), 1)
    # Chinese and Japanese put no spaces between words, so there the letters are counted.
    if (len(words) >= ENOUGH_WORDS or foreign_letters >= ENOUGH_WORDS) and letters and share < ENGLISH_SHARE:
        message = "the text does not look like English, which is what the reader knows; its statements may be wrong"
        return "und", (Problem("language-not-english", message),)
    return "en", ()


def _with(problems: tuple[Problem, ...], received: Received) -> Received:
    if isinstance(received, Unread):
        return replace(received, problems=(*problems, *received.problems))
    return received[0], (*problems, *received[1])


def _placed(problem: Problem, path: str, row: int | None = None) -> Problem:
    """A problem of bytes does not know its file yet."""
    if problem.message.startswith(path):
        return problem
    where = path if row is None else f"{path}, line {row}"
    return replace(problem, message=f"{where}: {problem.message}")
