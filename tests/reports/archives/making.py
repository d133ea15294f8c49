"""Archives made by hand for the tests, so that every byte of them is known."""

from __future__ import annotations

import gzip
import hashlib
from base64 import b32encode
from collections.abc import Iterable

PAGE = b"<!doctype html><html><body><p>%s</p></body></html>"
DATE = "2031-05-08T10:30:00Z"


def http(body: bytes, *fields: str, status: str = "200 OK", media: str = "text/html; charset=utf-8") -> bytes:
    """An answer of HTTP."""
    lines = [f"HTTP/1.1 {status}", *([f"Content-Type: {media}"] if media else []), *fields]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def record(kind: str, block: bytes, *fields: str, length: int | None = None, media: str = "") -> bytes:
    """A record; `length` is what it says of itself where that is wrong."""
    media = media or ("application/http; msgtype=response" if kind == "response" else "text/plain")
    lines = [
        "WARC/1.1",
        f"WARC-Type: {kind}",
        *([] if any(field.startswith("WARC-Date") for field in fields) else [f"WARC-Date: {DATE}"]),
        f"Content-Type: {media}",
        *fields,
        f"Content-Length: {len(block) if length is None else length}",
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def url(number: int) -> str:
    """The address of the page of this number."""
    return f"https://aldmoor.example/{number}"


def page(number: int) -> bytes:
    """A page that differs from all others."""
    return PAGE % (b"The gate of dam %d opened on Monday." % number * 20)


def response(number: int, *, length: int | None = None) -> bytes:
    """A record with the page of this number and the digest of its payload."""
    digest = b32encode(hashlib.sha1(page(number)).digest()).decode()
    fields = f"WARC-Target-URI: {url(number)}", f"WARC-Payload-Digest: sha1:{digest}"
    return record("response", http(page(number)), *fields, length=length)


def packed(records: Iterable[bytes]) -> list[bytes]:
    """Each packed for itself, as crawlers do."""
    return [gzip.compress(each, mtime=0) for each in records]
