r"""A piece of HTML, as a field of a row holds it -> its text: no tags, and an empty line between paragraphs.

For pieces that are known to be the text of a report, as an archive or an interface hands them out. Whole pages, with
their menus and advertisements, are read elsewhere.

>>> plain("<p>The gate &amp; the dam.</p><p>It <b>closed</b> again.</p>")
'The gate & the dam.\n\nIt closed again.'
"""

from __future__ import annotations

import html
import re

PARAGRAPH = "\n\n"
# A comment, a script or a style with all that is in it, or one tag. Each character is gone through once or twice,
# however broken the markup is.
_MARKUP = re.compile(
    r"<(?:!--.*?(?:-->|\Z)|(?P<without>script|style)\b.*?(?:</(?P=without)\s*>|\Z)|/?(?P<tag>[a-z!][a-z0-9]*+)[^<>]*>)",
    re.IGNORECASE | re.DOTALL,
)
_BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote figure figcaption section article aside table tr hr"
    " pre".split()
)
# Only what changes anything: most blanks are single, and no-break spaces stay.
_BLANKS = re.compile(r"[ \t\r\f]{2,}|[\t\r\f]")
_EMPTY_LINES = re.compile(r"\n(?: *\n)+")


def plain(markup: str) -> str:
    """The text of `markup`; where it has no markup, the same text, with its entities resolved."""
    if "<" not in markup:
        return html.unescape(markup).strip()
    # Line ends of the source are blanks in HTML; those that stay come from its tags.
    text = _MARKUP.sub(_instead, markup.replace("\n", " "))
    text = _BLANKS.sub(" ", html.unescape(text))
    if "\n" in text:
        text = "\n".join(line.strip(" ") for line in _EMPTY_LINES.sub(PARAGRAPH, text).split("\n"))
    return text.strip()


def _instead(markup: re.Match[str]) -> str:
    tag = (markup["tag"] or "").lower()
    return PARAGRAPH if tag in _BLOCKS else "\n" if tag == "br" else ""
