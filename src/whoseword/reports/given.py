"""What comes in: the bytes of a document with what came along, what was found in it, and what gave no report.

>>> Given("dam.txt", b"The gate opened on Monday.").url is None
True
"""

from __future__ import annotations

from dataclasses import dataclass

from whoseword.model import Problem


@dataclass(frozen=True, slots=True)
class Given:
    """The bytes of one document.

    `name` is what people know it by: a path, an address, "-" for the standard input. `place` is where it lies, None
    where nobody can go there again. `row` is its number in an archive, from 1. `url`, `media` (such as "text/html",
    in lower case, without parameters), `charset` and `captured` (ISO 8601, UTC) are what a server or an archive told
    of it. `problems` are what was wrong with it on its way here. `published` is the day that a feed or a sitemap gives
    for it: the last thing to believe, where the document itself tells none.
    """

    name: str
    data: bytes
    place: str | None = None
    row: int | None = None
    url: str | None = None
    media: str | None = None
    charset: str | None = None
    captured: str | None = None
    problems: tuple[Problem, ...] = ()
    published: Found | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """An input, or one row of it, that gave no report, with the reasons."""

    path: str
    row: int | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Unchanged:
    """An address whose report the store has, with the same bytes since `since` (ISO 8601, UTC)."""

    path: str
    since: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Something that a document tells of itself, and where in it: "json-ld headline", "og:title", "h1", "mail From"."""

    value: str
    by: str


@dataclass(frozen=True, slots=True)
class Article:
    """A report found in a document.

    `text` is all of it: title and standfirst first where there are any, then the body, paragraphs parted by an empty
    line. `title` and `dek` stand in `text` with the same words. `published` and `modified` are what tells of the days,
    the most reliable first, as the document has them; nothing is made up. `extractor` is the program that found the
    text, with its version.
    """

    text: str
    extractor: str
    title: Found | None = None
    dek: Found | None = None
    byline: tuple[Found, ...] = ()
    outlet: Found | None = None
    url: Found | None = None
    language: Found | None = None
    published: tuple[Found, ...] = ()
    modified: tuple[Found, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """Records of an archive that are no pages and so were left out on purpose: how many of how many, by what they are.

    `kinds` are counts by kind, such as ("request", 4990) or ("image/png", 120), the commonest first.
    """

    path: str
    records: int
    kinds: tuple[tuple[str, int], ...] = ()

    @property
    def count(self) -> int:
        """How many were left out."""
        return sum(count for _, count in self.kinds)
