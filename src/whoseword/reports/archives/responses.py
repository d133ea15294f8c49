r"""A record of a WARC file -> the page in it, what it is counted as where it is none, or why it cannot be read.

>>> page_of(Framed(3, 0, b"WARC/1.1\r\nWARC-Type: request\r\n\r\n"), "news.warc")
'request'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from whoseword.model import Problem
from whoseword.reports.archives.framing import LARGEST_RECORD, LONGEST_HEAD, Framed
from whoseword.reports.archives.payload import LARGEST_PAYLOAD, Decoded, agrees, decoded
from whoseword.reports.given import Given, Unread
from whoseword.reports.pages.address import web_address

PAGES = ("text/html", "application/xhtml+xml", "text/plain")
_HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_MEDIA = re.compile(r"[\w.+-]{1,60}/[\w.+-]{1,60}")
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:+-]{1,40})""", re.IGNORECASE)
_LENGTH = re.compile(rb"(?i)Content-Length[ \t]*:")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_ANSWER = b"WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http\r\n"
_TYPES = frozenset("warcinfo response resource request metadata revisit conversion continuation".split())
_AGAIN = "fetch it again, or take another copy of the archive"
# Plain text that is for programs.
_NO_REPORT = re.compile(
    r"/(?:robots|ads|app-ads|humans|security|llms|sellers)\.(?:txt|json)$|^/\.well-known/", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Message:
    """A record taken apart: the fields of its own header and of HTTP (names in lower case), and the body as kept."""

    fields: Mapping[str, str]
    http: Mapping[str, str]
    status: int | None
    body: bytes

    @property
    def media(self) -> str | None:
        """The type as told, else HTML where the body begins as such."""
        told = self.http.get("content-type", "").split(";")[0].strip().lower()
        if _MEDIA.fullmatch(told):
            return told
        return "text/html" if _HTML.match(self.body) else None


def page_of(framed: Framed, name: str) -> Given | Unread | str:
    """The page with its problems; a word for what else it is, to count it by; why nothing can be read of it."""
    where = f"{name}, record {framed.number} (byte {framed.offset})"
    fields = fields_of(framed.head)
    if fields.get("warc-type", "").lower() not in _TYPES:
        reason = framed.fault or "its header names no WARC-Type that is known"
        return _unread(framed, name, Problem("archive-damaged", f"{where}: {reason}; {_AGAIN}"))
    message = _taken_apart(framed, fields)
    kind = _kind(message)
    if kind is not None and framed.fault is not None:
        text = f"{where}: {framed.fault}; it is no page but {kind}; {_AGAIN}"
        return _unread(framed, name, Problem("archive-damaged", text))
    if kind is not None:
        return kind
    if framed.is_too_large:
        text = f"{where}: longer than {LARGEST_RECORD >> 20} MiB, as no page is; take it out of the archive to read it"
        return _unread(framed, name, Problem("too-large", text))
    return _page(framed, message, name, where)


def _page(framed: Framed, message: _Message, name: str, where: str) -> Given | Unread | str:
    http, fields = message.http, message.fields
    undone = decoded(message.body, http.get("transfer-encoding", ""), http.get("content-encoding", ""))
    problems = [*_cuts(framed, message, undone, where), *_digests(framed, message, undone, where)]
    if undone.is_too_large:
        text = f"{where}: unpacks to more than {LARGEST_PAYLOAD >> 20} MiB, as no page does; it is not read"
        return _unread(framed, name, *problems, Problem("too-large", text))
    if not undone.data or not undone.data.strip():
        if not problems:
            return "empty page"
        return _unread(framed, name, *problems)
    captured, date_problem = _moment(fields.get("warc-date"), where)
    return Given(
        name,
        undone.data,
        row=framed.number,
        url=web_address(fields.get("warc-target-uri")),
        media=message.media,
        charset=found[1].lower() if (found := _CHARSET.search(http.get("content-type", ""))) else None,
        captured=captured,
        problems=(*problems, *date_problem),
    )


def _taken_apart(framed: Framed, fields: Mapping[str, str]) -> _Message:
    """A response has a head of HTTP before its body; the block of any other record is its body."""
    is_http = "http" in fields.get("content-type", "").lower() or framed.content.startswith(b"HTTP/")
    if not is_http and fields["warc-type"].lower() != "response":
        return _Message(fields, {"content-type": fields.get("content-type", "")}, None, framed.content)
    end = _HEAD_END.search(framed.content, 0, LONGEST_HEAD)
    if end is None or not framed.content.startswith(b"HTTP/"):
        return _Message(fields, {}, None, b"")
    headers = _parsed(_ANSWER, framed.content[: end.end()]).http_headers
    return _Message(fields, _firsts(headers), headers.status_code, framed.content[end.end() :])


@lru_cache(2)
def fields_of(head: bytes) -> Mapping[str, str]:
    """The fields of a record's own header; none where it has not the form of one."""
    return _firsts(_parsed(head, b"").headers) if head else {}


def _parsed(head: bytes, http: bytes) -> Any:
    from fastwarc.warc import WarcRecord  # noqa: PLC0415  (of the extra `intake`)

    lines = [line for line in head.splitlines() if line and not _LENGTH.match(line)]
    length = b"Content-Length: %d" % len(http)
    record = WarcRecord.from_bytes(b"\r\n".join([*lines, length, b"", http]))
    record.parse_http(quirks_mode=True)
    return record


def _firsts(headers: Any) -> dict[str, str]:
    """The fields by name, the first of each; one that has two lengths or types is read by the first, as browsers do."""
    fields: dict[str, str] = {}
    for field, value in headers.items():
        fields.setdefault(field.lower(), value.strip())
    return fields


def _kind(message: _Message) -> str | None:
    """What a record that is no page is counted as; None for a page."""
    fields, kind = message.fields, message.fields["warc-type"].lower()
    if kind not in {"response", "resource", "conversion"}:
        return kind
    if kind == "response" and message.status is None:
        return None
    if message.status is not None and message.status != 200:
        return f"status {message.status}"
    if message.media not in PAGES:
        return message.media or "no type"
    # Crawlers keep their own notes under such addresses, a page's text among them, next to the page.
    if fields.get("warc-target-uri", "").strip("<> ").lower().startswith("urn:"):
        return "crawler's note"
    path = urlsplit(web_address(fields.get("warc-target-uri")) or "").path
    return "file for programs" if message.media == "text/plain" and _NO_REPORT.search(path) else None


def _cuts(framed: Framed, message: _Message, undone: Decoded, where: str) -> list[Problem]:
    """One Problem where less is there than there should be, or more."""
    rest = "it is read as far as it goes" if undone.data else "nothing of it can be read"
    damage = framed.fault
    if damage is None and message.status is None and not message.http:
        damage = "its head of HTTP cannot be read"
    if damage is not None:
        return [Problem("archive-damaged", f"{where}: {damage}; {rest}; {_AGAIN}")]
    cut = _cut(message, undone)
    return [Problem("record-cut", f"{where}: {cut}; {rest}; {_AGAIN}")] if cut else []


def _cut(message: _Message, undone: Decoded) -> str | None:
    """Why a record that is whole holds a page that is not."""
    if truncated := message.fields.get("warc-truncated"):
        return f"it was cut when it was captured ({truncated[:40]})"
    if "warc-segment-number" in message.fields:
        return "it goes on in further records, which are not joined"
    # An archive that undid the packing keeps the length of the packed body in the header: that is no cut.
    told = message.http.get("content-length", "")
    is_as_sent = len(undone.states) == 1 and "content-encoding" not in message.http and message.status is not None
    if is_as_sent and told.isdecimal() and len(told) < 19 and int(told) > len(message.body):
        return f"the server announced {told} bytes, and {len(message.body)} are there"
    return undone.fault


def _digests(framed: Framed, message: _Message, undone: Decoded, where: str) -> list[Problem]:
    """A Problem where the bytes are not those that the archive's digests are of, unless a cut says so already."""
    if framed.fault is not None or message.fields.get("warc-truncated"):
        return []
    checked = (("block", (framed.content,)), ("payload", undone.states))
    agreed = {part: agrees(message.fields.get(f"warc-{part}-digest", ""), states) for part, states in checked}
    # Programs differ in what they take for the payload, but not in what the block is.
    if agreed["block"] is False or (agreed["payload"] is False and agreed["block"] is None):
        text = f"{where}: its bytes are not those that its digest was made of; it is read all the same; {_AGAIN}"
        return [Problem("digest-differs", text)]
    return []


def _moment(told: str | None, where: str) -> tuple[str | None, tuple[Problem, ...]]:
    """A WARC-Date in ISO 8601 and UTC."""
    try:
        moment = datetime.fromisoformat((told or "").strip())
    except ValueError:
        text = f"{where}: WARC-Date {(told or 'is missing')[:40]!r} is no moment; when it was captured is not known"
        return None, (Problem("date-unreadable", text),)
    moment = moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    return moment.replace(microsecond=0).isoformat(), ()


def _unread(framed: Framed, name: str, *problems: Problem) -> Unread:
    return Unread(name, framed.number, problems)
