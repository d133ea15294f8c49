"""HTML in a field becomes its text: tags go, paragraphs stay apart, and broken markup takes no time."""

from __future__ import annotations

import time

import pytest

from whoseword.reports.markup import plain


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("The gate opened.", "The gate opened."),
        ("Dam &amp; gate &#8212; &quot;open&quot;", 'Dam & gate — "open"'),
        ("5 < 6 and 7 > 2, <3", "5 < 6 and 7 > 2, <3"),
        ("<p>One\nline.</p>\n\n<p>Two.</p>", "One line.\n\nTwo."),
        ("One.<br/>Two.<br>Three.", "One.\nTwo.\nThree."),
        ("<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"),
        ("The <a href='/d'>Orsel</a> dam's <em>gate</em>", "The Orsel dam's gate"),
        ("<h2>Gate</h2>It opened.", "Gate\n\nIt opened."),
        ("<style>p {}</style><p>One.</p><SCRIPT>if (a < b) no()</SCRIPT>Two.", "One.\n\nTwo."),
        ("One.<!-- <p>hidden</p> -->", "One."),
        ("One.<!-- never closed <p>Two.", "One."),
        ("One.<script>never closed", "One."),
        ("&lt;p&gt; stays &lt;/p&gt;<br>", "<p> stays </p>"),
        ("10\u00a0km<b> </b>away", "10\u00a0km away"),
        ("<p></p><p> </p>", ""),
    ],
)
def test_markup_becomes_text(markup: str, text: str) -> None:
    """Tags go, entities are resolved, blocks are parted by an empty line, and what only looks like a tag stays."""
    assert plain(markup) == text


@pytest.mark.parametrize("piece", ["<a", "<!--", "<script>", "<p ", "</", "&lt;", "&", "<br\n", "\n \n", " \t", "<p>"])
def test_hostile_markup_takes_no_time(piece: str) -> None:
    """Hundreds of thousands of tags, comments, scripts or blanks are gone through once."""
    start = time.process_time()
    assert isinstance(plain(f"<b>x{piece * 200_000}x"), str)
    assert time.process_time() - start < 2
