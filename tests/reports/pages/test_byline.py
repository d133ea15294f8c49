"""Bylines."""

from __future__ import annotations

import pytest

from whoseword.reports.pages.byline import byline_of, people_in
from whoseword.reports.pages.page import gather
from whoseword.reports.pages.subject import place_of
from whoseword.reports.pages.tree import parse


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("By Ada Rook", ["Ada Rook"]),
        ("by Ada Rook and Tom Bell", ["Ada Rook", "Tom Bell"]),
        ("By Ada Rook, Tom Bell & Ann Ott", ["Ada Rook", "Tom Bell", "Ann Ott"]),
        ("Ada Rook, Political Editor", ["Ada Rook"]),
        ("By Ada Rook in Ostrick", ["Ada Rook"]),
        ("By Ada Rook | 3 June 2031", ["Ada Rook"]),
        ("Written by: Ada Rook Published 3 June 2031", ["Ada Rook"]),
        ("By Ada Rook, with reporting by Tom Bell", ["Ada Rook"]),
        ("By Ada Rook. Additional reporting by Tom Bell", ["Ada Rook"]),
        ("Ludwig van der Aa and Mary-Jane O’Hara", ["Ludwig van der Aa", "Mary-Jane O’Hara"]),
        ("ADA ROOK", ["ADA ROOK"]),
        ("By Staff Writers", []),
        ("News Desk", []),
        ("The Aldmoor Courier", []),
        ("admin", []),
        ("https://aldmoor.example/by/rook", []),
        ("", []),
    ],
)
def test_people_of_a_line(words, people):
    """Names of those who wrote; no role, no newspaper, no address, nobody who helped."""
    assert list(people_in(words)) == people


def found(html: str, thing: dict[str, object] | None = None):
    page = gather(parse(f"<body><article><h1>Gate opens</h1>{html}</article></body>").root, None)
    return [(one.value, one.by) for one in byline_of(page, thing, place_of(page), ("Aldmoor Courier",))]


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ({"@type": "Person", "name": "Ada Rook"}, [("Ada Rook", "json-ld author")]),
        (
            [{"name": "Ada Rook"}, {"name": "Tom Bell"}],
            [("Ada Rook", "json-ld author"), ("Tom Bell", "json-ld author")],
        ),
        ({"name": ["Ada Rook", "Tom Bell"]}, [("Ada Rook", "json-ld author"), ("Tom Bell", "json-ld author")]),
        ("Ada Rook, Tom Bell", [("Ada Rook", "json-ld author"), ("Tom Bell", "json-ld author")]),
        ({"@type": "Organization", "name": "Ostrick Wire"}, [("Ostrick Wire", "json-ld author (organization)")]),
        ({"@type": "Organization", "name": "Aldmoor Courier"}, []),
        ([{"@type": "Organization", "name": "Ostrick Wire"}, {"name": "Ada Rook"}], [("Ada Rook", "json-ld author")]),
        ({"@type": "Person", "name": "https://aldmoor.example/rook"}, []),
        ({"@type": "Person", "name": 7}, []),
        (7, []),
        ([[]], []),
        (None, []),
    ],
)
def test_authors_of_json_ld(author, expected):
    """People go before agencies; the outlet itself, addresses and values of a wrong type are nobody."""
    assert found("", {"@type": "NewsArticle", "author": author}) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p class="byline">By Ada Rook</p>', [("Ada Rook", "byline element")]),
        ('<a rel="author" href="/r">Ada Rook</a>', [("Ada Rook", "rel=author")]),
        ('<span class="c-author__name">Ada Rook</span>', [("Ada Rook", "byline element")]),
        ("<p>By Ada Rook</p><p>3 June 2031</p>", [("Ada Rook", "line below headline")]),
        ('<div class="author-bio">Ada Rook is glad of letters.</div>', []),
        ('<aside><p class="byline">By Ada Rook</p></aside>', []),
        ('<section class="comments"><cite class="author">Ada Rook</cite></section>', []),
        ('<figure><span class="author">Ada Rook</span></figure>', []),
        ('<p class="byline">Reuters</p>', [("Reuters", "byline element")]),
        ('<p class="byline">By Friday it was over</p>', []),
    ],
)
def test_bylines_on_the_page(html, expected):
    """A byline is an element or a line that is one; not a bio, a neighbour's, a commenter's or a photographer's."""
    assert found(html) == expected


def test_names_with_a_box_each_are_no_one_name():
    """Items of a list that names its authors stand apart; one name in two boxes does not."""
    several = '<h1>Gate</h1><div class="hero-authors"><ul><li>Ada Rook</li><li>Tom Bell</li></ul></div><p>x</p>'
    assert found(several) == [("Ada Rook", "byline element"), ("Tom Bell", "byline element")]
    one = '<h1>Gate</h1><div class="byline"><b>Ada</b> <b>Rook</b></div><p>x</p>'
    assert found(one) == [("Ada Rook", "byline element")]


def test_an_address_in_the_column_beside_an_article():
    """HTML has an element for how to reach the author of an article; it may stand in an aside."""
    aside = '<aside><address><a rel="author" href="/a">Ada Rook</a></address></aside>'
    assert found(f"<article><h1>Gate</h1>{aside}<p>x</p></article>") == [("Ada Rook", "rel=author")]


def test_who_submitted_it():
    """Some systems say by whom and when a report was submitted, in a line of the article's foot."""
    line = '<footer><div class="node__submitted">Submitted by <b>Ada Rook</b> on Wed, 06/11/2031</div></footer>'
    assert found(f"<article><h1>Gate</h1>{line}<p>x</p></article>") == [("Ada Rook", "byline element")]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("By MABEL STOKES Kell Tribune Staff Writer", ("MABEL STOKES",)),
        ("By MABEL STOKES", ("MABEL STOKES",)),
        ("KELL TRIBUNE Staff", ()),
    ],
)
def test_a_name_in_capitals_before_a_role(line, people):
    """In many papers the name alone is in capitals, and the paper and the role follow without a mark."""
    assert people_in(line) == people


def test_who_took_the_picture_is_no_author():
    """A byline in a box called a photo is the photographer's, also without a figure around it."""
    photo = '<div class="asset-photo"><img><span class="byline">Ike Moss</span></div>'
    assert found(f"<article><h1>Gate</h1>{photo}<p>x</p></article>") == []
