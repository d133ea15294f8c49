"""Standfirsts."""

from __future__ import annotations

import pytest

from whoseword.reports.given import Found
from whoseword.reports.pages.page import gather
from whoseword.reports.pages.standfirst import is_cut_from, standfirst_of
from whoseword.reports.pages.tree import parse

TITLE = Found("Gate opens", "h1")
BODY = (
    "The gate at Kell opened on Monday after nine years, the water guild said in a letter to its members.",
    "It closed.",
)
WORDS = "Guild blames rust and a lost key for nine years of waiting at Kell"


def found(html: str, head: str = "", thing: dict[str, object] | None = None):
    body = "".join(f"<p>{text}</p>" for text in BODY)
    page = gather(parse(f"<head>{head}</head><body>{html.replace('BODY', body)}</body>").root, None)
    dek = standfirst_of(page, thing, TITLE, BODY)
    return (dek.value, dek.by) if dek else None


@pytest.mark.parametrize(
    ("html", "by"),
    [
        (f'<h1>Gate opens</h1><p class="standfirst">{WORDS}</p>BODY', "standfirst element"),
        (
            f'<div><h1>Gate opens</h1></div><div class="article__dek"><p>{WORDS}</p></div><article>BODY</article>',
            "dek element",
        ),
        (f'<h1>Gate opens</h1><p data-testid="sub-headline">{WORDS}</p>BODY', "sub-headline element"),
        (f'<header><h1>Gate opens</h1><div class="summary">{WORDS}</div></header>BODY', "summary element"),
        (f'<h1>Gate opens</h1><span itemprop="description">{WORDS}</span>BODY', "itemprop description"),
        (f"<header><h1>Gate opens</h1><h2>{WORDS}</h2></header>BODY", "h2 below h1"),
    ],
)
def test_an_element_below_the_headline(html, by):
    """An element that is called so is the standfirst, inside the article or above it."""
    assert found(html) == (WORDS, by)


@pytest.mark.parametrize(
    "html",
    [
        "<h1>Gate opens</h1>BODY",
        f'<h1>Gate opens</h1>BODY<div class="summary">{WORDS}</div>',
        f'<h1>Gate opens</h1><aside class="related"><p class="summary">{WORDS}</p></aside>BODY',
        f'<p class="dek">{WORDS}</p><h1>Gate opens</h1>BODY',
        '<h1>Gate opens</h1><p class="dek">Gate opens</p>BODY',
        f'<h1>Gate opens</h1><p class="lead">{BODY[0]}</p><p>{BODY[0]}</p>',
    ],
)
def test_what_is_no_standfirst(html):
    """Summaries of neighbours, boxes below the text, the headline again and a first paragraph in larger letters."""
    assert found(html) is None


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (f'<meta property="og:description" content="{WORDS}">', (WORDS, "og:description")),
        (f'<meta name="description" content="{WORDS}">', (WORDS, "meta description")),
        (f'<meta name="description" content="{BODY[0][:60]}…">', None),
        (f'<meta name="description" content="{BODY[0]}">', None),
        ('<meta name="description" content="Guild blames rust and a lost key for ni...">', None),
        ('<meta name="description" content="The latest news from the valley and beyond">', None),
        ('<meta name="description" content="Sport, weather and recipes for those who live near rivers">', None),
    ],
)
def test_what_machines_are_told(head, expected):
    """A description is a standfirst if it is neither cut, nor the start of the body, nor a slogan."""
    assert found("<h1>Gate opens</h1>BODY", head) == expected


@pytest.mark.parametrize("value", [7, None, [], {}, ["a", "b"], True])
def test_values_of_a_wrong_type_are_nothing(value):
    """JSON-LD with a description that is no string gives no standfirst."""
    assert found("<h1>Gate opens</h1>BODY", thing={"@type": "NewsArticle", "description": value}) is None


def test_cut_through_a_word():
    """A start that is cut inside a word is still the start."""
    assert is_cut_from("The gate at Kell opened on Mon…", BODY[0])
    assert not is_cut_from("Guild blames rust", BODY[0])


@pytest.mark.parametrize(
    "html",
    [
        f'<h1>Gate opens</h1><section class="live-summary"><h2>Summary</h2><ul><li>{WORDS}</li></ul></section>BODY',
        f'<h1>Gate opens</h1><div itemprop="description articleBody">{WORDS}</div>BODY',
    ],
)
def test_a_list_of_points_and_the_body_are_no_standfirst(html):
    """A heading with a list is a box of its own, and what is called the body is the body."""
    assert found(html) is None


def test_what_the_pages_own_object_says_is_no_slogan():
    """A description that JSON-LD gives the page as well is of the report; one that it gives the site is a slogan."""
    head = f'<meta name="description" content="{WORDS}">'
    for kind, expected in (("WebPage", (WORDS, "meta description")), ("WebSite", None)):
        told = f'<script type="application/ld+json">{{"@type": "{kind}", "description": "{WORDS}"}}</script>'
        assert found("<h1>Gate opens</h1>BODY", head + told) == expected
