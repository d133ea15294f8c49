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
