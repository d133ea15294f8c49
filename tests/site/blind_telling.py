"""A page from its HTML and its paragraphs, each written once: `@3@` in the HTML is the third paragraph.

In a paragraph `[[words]]` is a link and `**words**` is bold; the gold has the words alone.

>>> plain("At the [[Harbour Board]] on Monday")
'At the Harbour Board on Monday'
"""

from __future__ import annotations

import html
import re

from tests.site.gold import Field, Gold, Style

LANGUAGE = Field("en", "html lang")


def lines_of(text: str) -> tuple[str, ...]:
    """Paragraphs, each in a line."""
    return tuple(text.strip().splitlines())


def plain(text: str) -> str:
    """The words of a paragraph."""
    return re.sub(r"\[\[|\]\]|\*\*", "", text)


def marked(text: str) -> str:
    """A paragraph as HTML."""
    told = html.escape(text, quote=False)
    told = re.sub(r"\[\[(.+?)\]\]", r'<a href="/topics/1182">\1</a>', told)
    return re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", told)


def filled(source: str, texts: tuple[str, ...]) -> str:
    """The HTML with each paragraph in its place."""
    return re.sub(r"@(\d+)@", lambda found: marked(texts[int(found[1]) - 1]), source.strip())


def canonical(host: str, path: str) -> Field:
    """The address as the page's canonical link gives it."""
    return Field(f"https://{host}{path}", "link canonical")


def names(by: str, *people: str) -> tuple[Field, ...]:
    """A byline; an empty place means that a person would not say which place counts."""
    return tuple(Field(name, by) for name in people)


def told(texts: tuple[str, ...], **fields: object) -> Gold:
    """The gold of a page with these paragraphs."""
    return Gold(paragraphs=tuple(plain(text) for text in texts), **{"language": LANGUAGE, **fields})  # type: ignore[arg-type]


def style(name: str, host: str, path: str, data: str | bytes, *golds: Gold, **more: object) -> Style:
    """A page as served by a host."""
    raw = data if isinstance(data, bytes) else data.encode()
    return Style(f"blind {name}", path, raw, golds, host=host, **more)  # type: ignore[arg-type]
