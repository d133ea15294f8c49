"""What a person finds on a page of the test site: each field with where it stands, what is text and what is not.

>>> Field("Gate opens", "h1").value
'Gate opens'
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Field(NamedTuple):
    """A value and where on the page it stands."""

    value: str
    by: str

    def like(self, wanted: object) -> Field:
        """Itself, without its place where a person names none: a gold with "" for `by` is content with any."""
        return self._replace(by="") if isinstance(wanted, Field) and not wanted.by else self


@dataclass(frozen=True)
class Gold:
    """One report. `published` and `modified` are the best candidate of each; `day` is the day of publication at last.

    `paragraphs` are whole paragraphs of the text in their order, `words` the text's number of them from title to end
    where the whole text is told, and `without` are words that must not be in it.
    """

    title: Field | None
    paragraphs: tuple[str, ...]
    dek: Field | None = None
    byline: tuple[Field, ...] = ()
    outlet: Field | None = None
    url: Field | None = None
    language: Field | None = None
    published: Field | None = None
    modified: Field | None = None
    day: str | None = None
    is_whole: bool = True
    without: tuple[str, ...] = ()


@dataclass(frozen=True)
class Style:
    """A page as it is served. `captured` is the moment of the fetch, `problems` are the codes that it gives."""

    name: str
    path: str
    data: bytes
    golds: tuple[Gold, ...] = ()
    host: str = "www.brindlepost.example"
    media: str = "text/html"
    charset: str | None = "utf-8"
    problems: tuple[str, ...] = ()
    captured: str = "2031-06-30T12:00:00+00:00"
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """The address in the wild."""
        return f"https://{self.host}{self.path}"
