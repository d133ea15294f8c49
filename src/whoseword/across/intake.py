"""Nouns of the intake: what was fetched from where, which feeds are followed, what is watched and what was noticed.

Moments are ISO 8601 in UTC, such as "2031-05-08T10:30:00+00:00"; None where there was none.

>>> Visit("https://aldmoor.example/dam").failures
0
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NoticeKind = Literal["said-again", "new-origin", "near", "due", "figure-moved"]


@dataclass(frozen=True, slots=True)
class Visit:
    """The last fetch of an address, so that the next one can ask for what changed since (conditional GET).

    `status` is that of HTTP, None where no answer came. `sha256` is that of the bytes last had. `failures` counts the
    tries since the last answer that could be used, `retry` says when to try again and `fault` what was wrong. `feed` is
    the address of the feed that led here.
    """

    url: str
    etag: str | None = None
    last_modified: str | None = None
    sha256: str | None = None
    status: int | None = None
    fetched: str | None = None
    failures: int = 0
    retry: str | None = None
    fault: str | None = None
    feed: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that is followed."""

    url: str
    added: str
    title: str | None = None
    site: str | None = None


@dataclass(frozen=True, slots=True)
class Watch:
    """Words to look out for. `webhook` is told each notice with a POST; `allow_private`: also one on this machine."""

    number: int
    words: str
    made: str
    author: str = ""
    webhook: str | None = None
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a watch looks out for has happened.

    `about` names it and is the same when it is found again, so that nobody is told twice. `line` says it in a sentence,
    `words` are the exact words and `report` the id of the report that has them, at `span`. `delivered` is when its
    webhook took it.
    """

    watch: int
    kind: NoticeKind
    about: str
    line: str
    words: str | None = None
    report: str | None = None
    span: tuple[int, int] | None = None
    number: int | None = None
    made: str | None = None
    delivered: str | None = None
