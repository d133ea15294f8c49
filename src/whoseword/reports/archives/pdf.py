"""A PDF -> its report: the text in paragraphs, and what could not be read.

The library reads the file in a process of its own, with bounds of time and memory, since a PDF can ask for any amount
of either; whatever becomes of that process, the pages that it had read are kept.

>>> read_pdf(Given("a.pdf", b"no PDF"))[1][0].code
'document-damaged'
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from whoseword.model import Problem
from whoseword.reports.archives.typeset import Line, paragraphs
from whoseword.reports.given import Article, Found, Given

LARGEST_PDF = 256 << 20  # bytes
SECONDS = 90.0  # of the process, by the clock; pdf_child bounds its memory, its CPU time, the pages and the text
FEWEST_WORDS = 3
Read = tuple[tuple[Article, ...], tuple[Problem, ...]]
_ENCRYPTED = "it is locked with a password; open it, save it without, and read that"
_SCANNED = "its pages are pictures, without text; let a program for text recognition (OCR) add the text, and read that"
_DAMAGED = "open it in a viewer, print it into a new PDF, and read that"


@dataclass(frozen=True, slots=True)
class _Told:
    """What the process told: the head of the file, its pages (None: not read) and how it ended."""

    head: dict[str, Any]
    pages: tuple[Sequence[Line] | None, ...]
    end: str


def read_pdf(given: Given, *, seconds: float = SECONDS) -> Read:
    """The report of the file, with paragraphs parted by empty lines; without a text layer none, which is told.

    The title is that of the document where its words stand at the head of the text, else there is none.
    """
    if find_spec("pypdf") is None:
        message = f"{given.name}: reading PDF needs more packages; install them with pip install 'whoseword[intake]'"
        return (), (*given.problems, Problem("needs-intake", message))
    if len(given.data) > LARGEST_PDF:
        message = f"{given.name}: larger than {LARGEST_PDF >> 20} MiB; split it and read the parts"
        return (), (*given.problems, Problem("too-large", message))
    told = _told(given.data, seconds)
    found = paragraphs([page for page in told.pages if page])
    if sum(len(text.split()) for text in found) < FEWEST_WORDS:
        return (), (*given.problems, _without_text(given.name, told))
    text = "\n\n".join(found)
    title = _title(str(told.head.get("title", "")), found)
    article = Article(text, f"pypdf {told.head.get('version')}", title=title)
    return (article,), (*given.problems, *_missing(given.name, told))


def _told(data: bytes, seconds: float) -> _Told:
    command = [sys.executable, "-m", "whoseword.reports.archives.pdf_child"]
    with subprocess.Popen(  # noqa: S603  (this program itself, with no argument from outside)
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        try:
            answer, _ = process.communicate(data, timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            answer, _ = process.communicate()
    return _parsed(answer)


def _parsed(answer: bytes) -> _Told:
    """The answer as far as it goes: a process that was stopped leaves its last line unfinished."""
    head: dict[str, Any] = {}
    pages: list[Sequence[Line] | None] = []
    for line in answer.split(b"\n"):
        try:
            found = json.loads(line)
        except ValueError:
            break
        if isinstance(found, str):
            return _Told(head, tuple(pages), found)
        if isinstance(found, dict) and "fault" in found:
            return _Told(head, tuple(pages), str(found["fault"]))
        if isinstance(found, dict):
            head = found
        else:
            pages.append(None if found is None else [Line(*fields) for fields in found])
    return _Told(head, tuple(pages), "stopped")


def _without_text(name: str, told: _Told) -> Problem:
    if told.end == "encrypted":
        return Problem("document-encrypted", f"{name}: {_ENCRYPTED}")
    if told.end == "end" and None not in told.pages and told.pages:
        return Problem("document-without-text", f"{name}: {_SCANNED}")
    return Problem("document-damaged", f"{name}: this PDF cannot be read ({told.end}); {_DAMAGED}")


def _missing(name: str, told: _Told) -> tuple[Problem, ...]:
    """What of the pages is not in the text."""
    problems = []
    count = int(told.head.get("pages", len(told.pages)))
    failed = [number for number, page in enumerate(told.pages, start=1) if page is None]
    empty = [number for number, page in enumerate(told.pages, start=1) if page is not None and not page]
    if told.end != "end":
        said = f"{name}: of {count} pages {len(told.pages)} were read ({told.end}); {_DAMAGED}, or split it"
        problems.append(Problem("document-damaged", said))
    if failed:
        problems.append(Problem("document-damaged", f"{name}: {_pages(failed)} cannot be read; {_DAMAGED}"))
    if empty:
        said = f"{name}: {_pages(empty)} without text; if it is a picture of text, let text recognition (OCR) add it"
        problems.append(Problem("parts-left-out", said))
    return tuple(problems)


def _pages(numbers: Sequence[int]) -> str:
    listed = ", ".join(map(str, numbers[:8])) + (f" and {len(numbers) - 8} more" if len(numbers) > 8 else "")
    return f"page {listed} is" if len(numbers) == 1 else f"pages {listed} are"


def _title(told: str, found: Sequence[str]) -> Found | None:
    """The title in the words of the text: a paragraph near its head that says the same as the document's own title."""
    wanted = " ".join(told.split()).casefold()
    for paragraph in found[:5]:
        if wanted and paragraph.casefold() == wanted:
            return Found(paragraph, "pdf title")
    return None
