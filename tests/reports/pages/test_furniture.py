"""Furniture."""

from __future__ import annotations

import pytest

from whoseword.reports.pages.furniture import is_furniture, is_furniture_line, without_furniture
from whoseword.reports.pages.tree import parse, words


@pytest.mark.parametrize(
    "line",
    [
        "Read more: The gate that would not close",
        "Related: Nine years at Kell",
        "Sign up for our newsletter",
        "Follow us on Facebook",
        "Share",
        "Share this:",
        "Advertisement",
        "Photo: Bo Lind",
        "Image source, Getty Images",
        "Bo Lind/AFP",
        "Story continues below",
        "This site uses cookies to do its work",
        "© 2031 Aldmoor Courier",
        "3 comments",
        "4 min read",
        "Published 3 June 2031",
    ],
)
def test_lines_of_furniture(line):
    """What sites put between paragraphs is no part of a report."""
    assert is_furniture_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Read the letter, she said, and you will know more about it.",
        "Share prices fell at Ostrick on Monday, the exchange said.",
        "Video of the gate shows two men, police said.",
        "Related parties were not told, the guild said.",
        "More on that was not to be had from the guild.",
        "Correction: an earlier version named another gate.",
        "“Follow us on foot,” the guide said.",
        "Get out, he told the newsletter's editor.",
        "Printing stopped at nine.",
        "Comments by the minister were taken out, the clerk said.",
        "Advertisements for the gate had cost 4,000 crowns.",
        "Photographs show the gate.",
        "Print is dead, he said.",
        "Image matters, said the mayor.",
    ],
)
def test_lines_of_reports(line):
    """Sentences that begin with the same words stay."""
    assert not is_furniture_line(line)


@pytest.mark.parametrize(
    "box",
    [
        "<nav>{}</nav>",
        "<aside>{}</aside>",
        '<div class="related-stories">{}</div>',
        '<div class="c-newsletterSignup__box">{}</div>',
        '<div id="cookie-banner">{}</div>',
        '<div role="complementary">{}</div>',
        '<div aria-hidden="true">{}</div>',
        "<figcaption>{}</figcaption>",
    ],
)
def test_boxes_of_furniture_go(box):
    """A box beside the text is taken out, and the text behind it stays."""
    prose = f"<p>{'The gate opened at nine. ' * 20}</p>"
    root = parse(f"<body>{prose}{box.format('<p>beside it</p>')} behind</body>").root
    without_furniture(root)
    assert "beside it" not in words(root)
    assert words(root).endswith("behind")


@pytest.mark.parametrize(
    "name", ["has-sidebar", "no-comments", "with-related", "headline", "loaded", "adapted", "shareholders"]
)
def test_names_that_only_look_so(name):
    """A class that tells what its owner has, or only begins alike, makes no furniture."""
    assert not is_furniture(parse(f'<body><div class="{name}"><p>x</p></div></body>').root.find(".//div"))


def test_a_box_with_the_text_stays():
    """Whatever it is called, a box that holds much of the text is no furniture."""
    root = parse(f'<body><div class="sidebar"><p>{"The gate opened. " * 20}</p></div></body>').root
    without_furniture(root)
    assert "The gate opened." in words(root)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Our standards: the Kell principles.", True),
        ("Our standards have fallen, she said.", False),
        ("Edited by Ann Ott", True),
        ("(HPA/ml)", True),
        ("(NATO)", False),
        ("A version of this article appears in print on June 3, 2031, Section A.", True),
        ("Don't miss the latest from Kell. Sign up to our newsletter here.", True),
        ("Don't miss the boat, the harbour master told them.", False),
    ],
)
def test_lines_at_the_end(line, expected):
    """A house's notes below a report are no part of it; sentences that begin like them are."""
    assert is_furniture_line(line) is expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<article><footer><i id="x">Ada Rook</i></footer></article>', False),
        ('<footer><i id="x">Ada Rook</i></footer>', True),
        ('<div class="post-footer"><i id="x">Ada Rook</i></div>', False),
        ('<div class="page-footer"><i id="x">Ada Rook</i></div>', True),
        ('<article class="node node--promoted"><i id="x">Ada Rook</i></article>', False),
        ('<div class="widget Blog"><i id="x">Ada Rook</i><div itemprop="articleBody">Words</div></div>', False),
        ('<div class="widget"><i id="x">Ada Rook</i></div>', True),
    ],
)
def test_where_a_byline_can_stand(html, expected):
    """The foot of an article tells of the article, that of the page does not; the box of the report is no furniture."""
    root = parse(f"<body>{html}</body>").root
    assert is_furniture(root.xpath("//*[@id='x']")[0], bylines=False) is expected


def test_what_is_shown_until_a_video_comes_goes():
    """AMP marks it with an attribute; that of a field of a form is another."""
    root = parse("<body><p>Many more words.</p><p>And more.</p><i placeholder>Loading video</i></body>").root
    without_furniture(root)
    assert words(root) == "Many more words.And more."


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Source: Al Kell and news agencies", True), ("Source: Office for Counting", False)],
)
def test_agencies_as_a_source(line, expected):
    """A last line that names agencies is of the house; one that names who counted is of the report."""
    assert is_furniture_line(line) is expected
