"""Days that pages tell of themselves."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from whoseword.reports.pages.dates import days_of, is_day_line, is_moment
from whoseword.reports.pages.page import gather
from whoseword.reports.pages.subject import place_of
from whoseword.reports.pages.tree import parse

PROSE = "<p>The gate at Kell opened after nine years, the water guild said in a letter to all of its members.</p>"


def found(html: str, head: str = "", thing: Mapping[str, object] | None = None):
    page = gather(parse(f"<head>{head}</head><body><article><h1>Gate</h1>{html}{PROSE}</article></body>").root, None)
    published, modified = days_of(page, thing, place_of(page))
    return [tuple(day for day in (one.value, one.by)) for one in published], [(one.value, one.by) for one in modified]


@pytest.mark.parametrize(
    ("html", "published", "modified"),
    [
        ('<time datetime="2031-05-08T10:30Z">8 May</time>', [("2031-05-08T10:30Z", "time element")], []),
        ("<time>8 May 2031</time>", [("8 May 2031", "time element")], []),
        ('<span>Updated <time datetime="2031-05-09">9 May</time></span>', [], [("2031-05-09", "time element")]),
        ('<time class="updated" datetime="2031-05-09">9 May</time>', [], [("2031-05-09", "time element")]),
        ('<time datetime="1935837000000">x</time>', [("2031-05-06T12:30:00+00:00", "time element")], []),
        ("<time>2 hours ago</time>", [], []),
        ('<meta itemprop="datePublished" content="2031-05-08">', [("2031-05-08", "itemprop datePublished")], []),
        ("<p>Published: May 8, 2031</p>", [("May 8, 2031", "line below headline")], []),
        ("<p>Last updated 9 May 2031</p>", [], [("9 May 2031", "line below headline")]),
        ('<aside><time datetime="2031-05-08">8 May</time></aside>', [], []),
        ('<div class="related"><time datetime="2031-05-08">8 May</time></div>', [], []),
    ],
)
def test_days_on_the_page(html, published, modified):
    """Time elements, microdata and lines near the headline tell days; neighbours' do not count."""
    assert found(html) == (published, modified)


def test_days_in_prose_are_not_the_reports():
    """A time element inside a paragraph of the body is a day that the report tells of."""
    prose = PROSE.replace("nine years", 'nine years, on <time datetime="2031-05-01">1 May</time>,')
    assert found(prose) == ([], [])


def test_the_most_reliable_first():
    """JSON-LD, then meta tags, then the page itself; every candidate is kept as it stands."""
    thing = {"@type": "NewsArticle", "datePublished": "2031-05-08", "dateModified": "not a day"}
    head = '<meta property="article:published_time" content="2031-05-07T23:00:00Z">'
    published, modified = found('<time datetime="2031-05-06">x</time>', head, thing)
    assert published == [
        ("2031-05-08", "json-ld datePublished"),
        ("2031-05-07T23:00:00Z", "meta article:published_time"),
        ("2031-05-06", "time element"),
    ]
    assert modified == []


@pytest.mark.parametrize("value", [7, None, [], {}, True, ["2031", "2032"]])
def test_values_of_a_wrong_type_are_no_days(value):
    """A number, a list or an object is no day."""
    assert found("", thing={"@type": "NewsArticle", "datePublished": value}) == ([], [])


@pytest.mark.parametrize(
    ("value", "is_one"), [("8 May 2031", True), ("20310508", True), ("8 May", False), ("x" * 81, False)]
)
def test_a_day_has_a_year(value, is_one):
    """What has no year, or is too long, is not taken for a day."""
    assert is_moment(value) is is_one


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("June 10, 2031, 7:10 p.m. ET", True),
        ("Published 3 June 2031", True),
        ("On 3 June 2031 it rained.", False),
        ("It rained.", False),
    ],
)
def test_a_line_with_a_day_alone(line, expected):
    """A day, an hour and "Published" make a line of the page; a word more makes a sentence."""
    assert is_day_line(line) is expected
