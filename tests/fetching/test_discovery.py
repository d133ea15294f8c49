"""The feeds that pages name, and the sitemaps of their sites."""

from __future__ import annotations

import time

import pytest

from tests.fetching.serving import answer, fetcher, serving
from whoseword.fetching.discovery import feeds_named, sitemaps_of
from whoseword.fetching.opml import Listed
from whoseword.reports.given import Given

URL = "https://courier.example/news/"
HEAD = """<!doctype html><html><head><meta charset="utf-8"><title>Courier</title>
<!-- <link rel="alternate" type="application/rss+xml" href="/old"> -->
<script>var a = '<link rel="alternate" type="application/rss+xml" href="/script">';</script>
<link rel="stylesheet" href="/a.css"><link rel="alternate" hreflang="fr" href="/fr/">
<LINK REL='alternate' TYPE='application/rss+xml; charset=utf-8' TITLE='Courier &raquo; Feed' HREF='/feed/'>
<link rel="alternate" type="application/rss+xml" title="Courier &raquo; Comments Feed" href="/comments/feed/">
<link rel="alternate" type="application/json+oembed" href="/oembed">
<link rel="alternate" type="application/json" href="/wp-json/1">
"""


def named(page: str, charset: str | None = None) -> list[tuple[str, str | None]]:
    found = feeds_named(Given(URL, page.encode(), url=URL, charset=charset))
    return [(feed.url, feed.title) for feed in found]


def test_the_feed_of_a_page_is_found():
    """Not what is commented out, stands in a script, is for other languages or machines, or holds readers' comments."""
    assert named(HEAD) == [("https://courier.example/feed/", "Courier » Feed")]


def test_a_feed_of_comments_is_found_where_there_is_no_other():
    """Somebody may want it."""
    page = '<link rel="alternate" type="application/atom+xml" href="comments/default">'
    assert named(page) == [("https://courier.example/news/comments/default", None)]


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ('<link rel=alternate type=application/atom+xml href=atom.xml>', "https://courier.example/news/atom.xml"),
        ('<base href="https://b.example/x/"><link rel="alternate" type="application/feed+json" href="f.json">',
         "https://b.example/x/f.json"),
        ('<link href="/rss?a=1&amp;b=2" type="text/xml" rel="alternate"/>', "https://courier.example/rss?a=1&b=2"),
        ('<link href="/map.xml" type="text/xml" rel="alternate"/>', None),
        ('<link href="javascript:x" type="application/rss+xml" rel="alternate"/>', None),
        ('<link href="/rss" type="application/rss+xml" rel="next"/>', None),
        ('<link type="application/rss+xml" rel="alternate"/>', None),
    ],
)  # fmt: skip
def test_links_in_every_way_of_writing(link, url):
    """Quoted or not, in any order, seen from the page or its base; what is no feed is left."""
    assert [found for found, _ in named(link)] == ([url] if url else [])


def test_a_feed_that_is_named_twice_is_found_once():
    """In the order of the page, and with the page as its site."""
    link = '<link rel="alternate" type="application/rss+xml" href="/{}">'
    page = "".join(link.format(name) for name in "abab").encode()
    assert feeds_named(Given(URL, page, url=URL, charset="no-such")) == (
        Listed("https://courier.example/a", None, URL),
        Listed("https://courier.example/b", None, URL),
    )


@pytest.mark.parametrize("page", ["<!--", "<SCRIPT>", "<link ", '<link x="', f"<link {'a' * 7_000}>", "<base href=/x>"])
def test_a_page_that_was_made_to_be_slow_is_not(page):
    """A MiB of beginnings without an end is looked through once."""
    start = time.process_time()
    assert named(page * (1_000_000 // len(page))) == []
    assert time.process_time() - start < 5


MAP = b"<urlset><url><loc>https://courier.example/dam</loc></url></urlset>"


def test_sitemaps_are_those_that_robots_txt_names():
    """One that cannot be had is told, and the others are given."""
    with serving({"/map.xml": answer(MAP, Content_Type="application/xml")}) as server, fetcher() as fetching:
        robots = f"Sitemap: {server.url('/map.xml')}\nSitemap: {server.url('/gone.xml')}\n"
        server.pages["/robots.txt"] = answer(robots.encode(), Content_Type="text/plain")
        found, problems = sitemaps_of(server.url("/"), fetching.fetch)
        assert [url for url, _ in found] == [server.url("/map.xml")]
        assert [problem.code for problem in problems] == ["page-gone"]


def test_without_a_word_in_robots_txt_the_usual_place_is_looked_at():
    """That is /sitemap.xml."""
    with serving({"/sitemap.xml": answer(MAP, Content_Type="application/xml")}) as server, fetcher() as fetching:
        found, problems = sitemaps_of(server.url("/news/"), fetching.fetch)
        assert ([url for url, _ in found], problems) == ([server.url("/sitemap.xml")], ())
