"""A Word file (.docx, ISO/IEC 29500) -> its report: headings, paragraphs and tables in their order.

The text is as if all tracked changes had been accepted. Comments, notes, text boxes, heads and feet of pages are left
out and told. Who made the file and when says nothing of who published the report and when, and is not used.

>>> read_docx(Given("a.docx", b"no zip"))[1][0].code
'document-damaged'
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

from whoseword.model import Problem
from whoseword.reports.archives import zipping
from whoseword.reports.archives.zipping import UnreadableZipError
from whoseword.reports.given import Article, Found, Given

LARGEST_PART, LARGEST_FILE = 32 << 20, 256 << 20  # bytes, unpacked
MOST_PARAGRAPHS = 100_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHOICE_ELSE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = {f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "txbxContent", "footnoteRef")} | {_CHOICE_ELSE}
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_SAVE = "open it, save it as plain text, and read that"
Read = tuple[tuple[Article, ...], tuple[Problem, ...]]


def read_docx(given: Given) -> Read:
    """The report of the file; the rows of a table are lines, its cells parted by tabs."""
    if find_spec("docx") is None:
        message = (
            f"{given.name}: reading Word files needs more packages; install them with pip install 'whoseword[intake]'"
        )
        return (), (*given.problems, Problem("needs-intake", message))
    if given.data.startswith(b"\xd0\xcf\x11\xe0"):
        message = f"{given.name}: a Word file that is locked with a password, or of the old kind (.doc); {_SAVE}"
        return (), (*given.problems, Problem("document-encrypted", message))
    try:
        parts = _checked(given.data)
    except UnreadableZipError as error:
        return (), (*given.problems, Problem("document-damaged", f"{given.name}: cannot be read ({error}); {_SAVE}"))
    return _read(given, parts)


def _checked(data: bytes) -> frozenset[str]:
    """The names of the parts, once none is too large and none declares entities of its own (as bombs do).

    Raises:
        UnreadableZipError: with the reason.
    """
    with zipping.opened(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if sum(entry.file_size for entry in entries) > LARGEST_FILE:
            raise UnreadableZipError(f"it unpacks to more than {LARGEST_FILE >> 20} MiB")
        for entry in entries:
            if entry.filename.lower().endswith((".xml", ".rels")):
                found = zipping.content(archive, entry, LARGEST_PART)
                if _DECLARES.search(found.replace(b"\0", b"")):
                    raise UnreadableZipError(f"{entry.filename[:60]!r} declares entities, which no Word file does")
            else:
                zipping.check_entry(entry, LARGEST_FILE)
        return frozenset(entry.filename for entry in entries)


def _read(given: Given, parts: frozenset[str]) -> Read:
    import docx  # noqa: PLC0415  (of the extra, and slow to load)

    try:
        document = docx.Document(io.BytesIO(given.data))
        found = list(_paragraphs(document.element.body))
        told = str(document.core_properties.title or "")
    # The library raises what comes: its own errors, KeyError, those of lxml and of zipfile.
    except Exception as error:  # noqa: BLE001
        message = f"{given.name}: this is no Word file that can be read ({type(error).__name__}); {_SAVE}"
        return (), (*given.problems, Problem("document-damaged", message))
    problems = [*given.problems, *_left_out(given.name, document.element.body, parts)]
    if len(found) > MOST_PARAGRAPHS:
        problems.append(Problem("too-large", f"{given.name}: more than {MOST_PARAGRAPHS} paragraphs; split it"))
        return (), tuple(problems)
    text = "\n\n".join(words for _, words in found)
    if not any(character.isalnum() for character in text):
        problems.append(Problem("document-without-text", f"{given.name}: no text in this file; {_SAVE}"))
        return (), tuple(problems)
    version = getattr(docx, "__version__", "")
    return (Article(text, f"python-docx {version}", title=_title(found, told)),), tuple(problems)


def _paragraphs(body: Any) -> Iterator[tuple[str, str]]:
    """Style and words of each paragraph that has any; one more than the bound at most."""
    count = 0
    for element in _blocks(body):
        if element.tag == f"{_W}tbl":
            rows = (_row(row) for row in element.iter(f"{_W}tr"))
            style, words = "", "\n".join(row for row in rows if row)
        else:
            found = element.find(f"{_W}pPr/{_W}pStyle")
            style, words = ("" if found is None else found.get(f"{_W}val", "")), _words(element)
        if words:
            yield style, words
            count += 1
            if count > MOST_PARAGRAPHS:
                return


def _blocks(body: Any) -> Iterator[Any]:
    """Paragraphs and tables in their order, those in content controls and in inserted blocks too."""
    for element in body:
        if element.tag in {f"{_W}p", f"{_W}tbl"}:
            yield element
        elif element.tag not in _LEFT_OUT:
            yield from _blocks(element)


def _row(row: Any) -> str:
    cells = (" ".join(words for p in cell.iter(f"{_W}p") if (words := _words(p))) for cell in row.iter(f"{_W}tc"))
    return "\t".join(cells).strip()


def _words(paragraph: Any) -> str:
    """The words of a paragraph, without what was deleted, what a text box holds and the codes of fields."""
    found: list[str] = []
    waiting = [iter(paragraph)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
        elif element.tag == f"{_W}t":
            found.append(element.text or "")
        elif element.tag in _BREAKS:
            found.append(_BREAKS[element.tag])
        elif element.tag not in _LEFT_OUT:
            waiting.append(iter(element))
    return "\n".join(line.strip() for line in "".join(found).split("\n") if line.strip())


def _title(found: list[tuple[str, str]], told: str) -> Found | None:
    """What is set as the title, else what the file calls itself where the text begins with it, else a first heading."""
    for style, words in found[:10]:
        if style == "Title" and "\n" not in words:
            return Found(words, "docx style Title")
    for _, words in found[:3]:
        if told.strip() and words.casefold() == " ".join(told.split()).casefold():
            return Found(words, "docx title")
    if found[0][0] == "Heading1" and "\n" not in found[0][1]:
        return Found(found[0][1], "docx style Heading 1")
    return None


def _left_out(name: str, body: Any, parts: frozenset[str]) -> list[Problem]:
    """What of the file is not in the text."""
    changed = sum(1 for _ in body.iter(f"{_W}ins", f"{_W}del", f"{_W}moveFrom"))
    kinds = [kind for kind in ("comments", "footnotes", "endnotes") if f"word/{kind}.xml" in parts and _has(body, kind)]
    kinds += ["text boxes"] if next(body.iter(f"{_W}txbxContent"), None) is not None else []
    problems = []
    if changed:
        said = f"{name}: {changed} tracked changes, read as if all were accepted; accept or reject them to be sure"
        problems.append(Problem("changes-tracked", said))
    if kinds:
        said = f"{name}: {', '.join(kinds)} of this file are not read; put what belongs to the report into its text"
        problems.append(Problem("parts-left-out", said))
    return problems


def _has(body: Any, kind: str) -> bool:
    return next(body.iter(f"{_W}{kind.removesuffix('s')}Reference"), None) is not None
