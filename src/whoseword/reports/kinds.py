"""What kind of document some bytes are: by how they begin, then by the name, then by what a server said of them.

>>> kind_of(Given("dam.html", b"<!doctype html><p>The gate opened."))
'page'
>>> kind_of(Given("-", b'{"text": "The gate opened."}'))
'rows'
"""

from __future__ import annotations

import io
import json
import re
import zlib
from pathlib import PurePath
from typing import Literal

from whoseword.reports import rows
from whoseword.reports.archives import zipping
from whoseword.reports.decode import decode
from whoseword.reports.given import Given

Kind = Literal["text", "rows", "document", "page", "mail", "mhtml", "pdf", "docx", "warc", "wacz"]

# Enough to see how a document begins.
HEAD = 4096
ROW_SUFFIXES = (".jsonl", ".ndjson")
TEXT_SUFFIXES = (".txt", ".text")
_SUFFIXES: dict[str, Kind] = {
    **dict.fromkeys(TEXT_SUFFIXES, "text"),
    **dict.fromkeys(ROW_SUFFIXES, "rows"),
    ".json": "document",
    **dict.fromkeys((".html", ".htm", ".xhtml"), "page"),
    ".eml": "mail",
    **dict.fromkeys((".mhtml", ".mht"), "mhtml"),
    ".pdf": "pdf",
    ".docx": "docx",
    ".warc": "warc",
    ".wacz": "wacz",
}
_MEDIA: dict[str, Kind] = {
    "text/html": "page",
    "application/xhtml+xml": "page",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "message/rfc822": "mail",
    "multipart/related": "mhtml",
    "text/plain": "text",
}
# A folder gives the files that end so. JSON may be anything, so it is read only where it is named.
READ_SUFFIXES = tuple(suffix for suffix in _SUFFIXES if suffix != ".json")

_PACKED = (".gz", ".zst")
_LOOSE = re.IGNORECASE | re.MULTILINE
# Possessive: a comment that could also end at a later mark would be tried in twice as many ways with each one more.
_PAGE = re.compile(
    rb"\s*+(?:<\?xml[^>]*+>\s*+)?+(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    _LOOSE | re.DOTALL,
)
_MARK = re.compile(rb"\xef\xbb\xbf|\xff\xfe|\xfe\xff")
_ARCHIVE = re.compile(rb"WARC/[01]\.[0-9]+\r?\n")
_MHTML = re.compile(rb"^content-type:\s*multipart/related", _LOOSE)
_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}")
_LETTER = re.compile(rb"^(?:received|message-id|mime-version|delivered-to|dkim-signature|return-path):", _LOOSE)


def kind_of(given: Given) -> Kind:
    """What `given` is; plain text where nothing else can be told."""
    # A document in an archive goes by the archive's name, which says nothing of it.
    named = _by_name(given.name) if given.row is None else None
    return _by_content(given.data) or named or _MEDIA.get(given.media or "") or _by_first_line(given)


def place_of(name: str, row: int | None) -> str:
    """Where a report is, in words: "dam.jsonl, line 3", "https://a.example/live, entry 3"."""
    if row is None:
        return name
    kind = _by_name(name)
    counted = {"rows": "line", "warc": "record", "wacz": "record"}.get(kind or "", "line" if name == "-" else "entry")
    return f"{name}, {counted} {row}"


def is_archive(head: bytes, name: str) -> bool:
    """Whether a file holds documents of its own, by its first bytes (`HEAD` of them) and its name."""
    suffix = _suffix(name)
    if head.startswith(rows.GZIP):
        return suffix in {".warc", ".wacz"} or bool(_ARCHIVE.match(_unpacked(head)))
    return bool(_ARCHIVE.match(head)) or (suffix == ".wacz" and head.startswith(b"PK")) or suffix == ".warc"


def _by_content(data: bytes) -> Kind | None:
    head = data[:HEAD]
    if head.startswith(rows.GZIP):
        head = _unpacked(head)
    bare = _MARK.sub(b"", head[:3]) + head[3:]
    if _ARCHIVE.match(head):
        return "warc"
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _in_zip(data)
    if _PAGE.match(bare.replace(b"\0", b"")):
        return "page"
    letter = _HEADER.match(bare)
    if letter and _LETTER.search(letter[0]):
        return "mhtml" if _MHTML.search(letter[0]) else "mail"
    return None


def _in_zip(data: bytes) -> Kind | None:
    try:
        with zipping.opened(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except zipping.UnreadableZipError:
        return None
    if "word/document.xml" in names:
        return "docx"
    return "wacz" if "datapackage.json" in names and any(name.startswith("archive/") for name in names) else None


def _by_name(name: str) -> Kind | None:
    return _SUFFIXES.get(_suffix(name))


def _suffix(name: str) -> str:
    """The last suffix in lower case, those of packers left out; an address has none of its own."""
    if "://" in name:
        return ""
    suffixes = [suffix.lower() for suffix in PurePath(name).suffixes if suffix.lower() not in _PACKED]
    return suffixes[-1] if suffixes else ""


def _by_first_line(given: Given) -> Kind:
    head, _ = (
        rows.unpack(given.data, given.name, rows.LONGEST_ROW) if given.data.startswith(rows.GZIP) else (given.data, ())
    )
    if rows.is_row(head.split(b"\n", 1)[0]):
        return "rows"
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        try:
            json.loads(decode(head).text or "", strict=False)
        except (ValueError, RecursionError):
            return "text"
        return "document"
    return "text"


def _unpacked(head: bytes) -> bytes:
    """The beginning of what a gzip file holds."""
    unpacking = zlib.decompressobj(31)
    try:
        return unpacking.decompress(head, HEAD)
    except zlib.error:
        return b""
