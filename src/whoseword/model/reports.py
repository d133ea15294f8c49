"""A report as it was read: its exact text, who published it when, its parts, and what was wrong with the input.

>>> Problem("encoding-guessed", "read as windows-1252", None).code
'encoding-guessed'
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
PublishedFrom = Literal["given", "metadata", "url", "text", "none"]
PartKind = Literal["title", "dek", "body", "byline", "bio"]


def hashed_id(*fields: object) -> str:
    """Twelve hex digits of the SHA-256 of the JSON list of the defining fields.

    A JSON list keeps `["a", "b.c"]` and `["a.b", "c"]` apart, which joining with a mark would not.
    """
    listed = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    # A lone surrogate can come in through a JSON escape; it must not stop an id from being made.
    return hashlib.sha256(listed.encode("utf-8", "surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the input, told next to the result and never raised.

    `code` is a name in words (`docs/problems.md` lists them all), `span` the place in the text where there is one.
    """

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """When a report was published (ISO 8601, to the precision given) and where that date came from."""

    value: str | None = None
    origin: PublishedFrom = "none"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a report's text by its place on the page."""

    kind: PartKind
    span: Span


@dataclass(frozen=True, slots=True)
class Report:
    """A report exactly as read. `text` never changes afterwards: offsets are evidence.

    `modified` is when its publisher last changed it, `captured` the moment (ISO 8601, UTC) at which its bytes were
    fetched, `extracted_by` the program that found the text in them where they were no plain text, and `told_by` says
    of each of the fields title, dek, byline, outlet, url, published and modified where it was found.
    """

    id: str
    path: str
    row: int | None
    text: str
    title: str | None
    dek: str | None
    byline: tuple[str, ...]
    outlet: str | None
    url: str | None
    language: str
    published: Published
    parts: tuple[Part, ...]
    modified: str | None = None
    captured: str | None = None
    extracted_by: str | None = None
    told_by: tuple[tuple[str, str], ...] = ()
