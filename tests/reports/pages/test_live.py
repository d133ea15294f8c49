"""Live blogs."""

from __future__ import annotations

import json

import pytest

from whoseword.reports.given import Given
from whoseword.reports.pages.extract import read_page

URL = "https://aldmoor.example/live/gate"


def entry(number: int, **more: object) -> dict[str, object]:
    return {
        "@type": "BlogPosting",
        "headline": f"Gate {number} opens",
        "articleBody": f"<p>The guild opened gate {number}.</p><p>Nobody was there.</p>",
        "datePublished": f"2031-05-08T1{number}:00:00Z",
        **more,
    }


def found(updates: object, html: str = "<h1>Gates, live</h1>"):
    thing = {"@type": "LiveBlogPosting", "headline": "Gates, live", "url": URL, "liveBlogUpdate": updates}
    data = f'<script type="application/ld+json">{json.dumps(thing)}</script>{html}'
    return read_page(Given("live.html", data.encode(), url=URL))


def test_entries_in_the_order_of_the_page():
    """Each entry is an Article with its headline, its moment and its paragraphs; the order is the page's."""
    articles, problems = found([entry(2), entry(1)])
    assert [article.title.value for article in articles if article.title] == ["Gate 2 opens", "Gate 1 opens"]
    assert articles[0].text == "Gate 2 opens\n\nThe guild opened gate 2.\n\nNobody was there."
    assert articles[1].published[0].value == "2031-05-08T11:00:00Z"
    assert problems == ()


def test_an_entry_has_its_own_address():
    """The address of an entry is its own, relative to the blog's where it is a fragment only."""
    articles, _ = found([entry(1, url="#e1"), entry(2, url=f"{URL}#e2"), entry(3)])
    assert [article.url.value for article in articles if article.url] == [f"{URL}#e1", f"{URL}#e2", URL]


def test_the_blogs_own_author_is_not_each_entrys():
    """An entry that names nobody has no byline."""
    articles, _ = found([entry(1, author={"@type": "Person", "name": "Ada Rook"}), entry(2)])
    assert [[one.value for one in article.byline] for article in articles] == [["Ada Rook"], []]


def test_the_blogs_own_text_comes_first():
    """An introduction of its own is an Article before the entries, and without them."""
    lead = "What is known of the gates of the valley, from the guild and from those who live below them."
    articles, _ = found([entry(1), entry(2)], f"<article><h1>Gates, live</h1><div><p>{lead}</p></div></article>")
    assert [len(articles), articles[0].text] == [3, f"Gates, live\n\n{lead}"]


@pytest.mark.parametrize("updates", [7, "x", [7, None], [{"@type": "BlogPosting"}], [entry(1, articleBody=7)]])
def test_values_of_a_wrong_type_give_no_entry(updates):
    """An update without words is no entry."""
    articles, problems = found(updates)
    assert articles == ()
    assert [problem.code for problem in problems] == ["no-article"]


def test_a_blog_whose_entries_stand_on_the_page():
    """Elements that are called entries, each with a moment, are entries; a list of comments is none."""
    entries = "".join(
        (
            f'<div class="live-entry" id="e{n}"><time datetime="2031-05-08T1{n}:00">x</time><p>The guild opened '
            f"gate {n}.</p></div>"
        )
        for n in (2, 1)
    )
    articles, _ = read_page(Given("a", f'<div class="live-blog"><h1>Gates</h1>{entries}</div>'.encode(), url=URL))
    assert [article.url.value for article in articles if article.url] == [f"{URL}#e2", f"{URL}#e1"]
