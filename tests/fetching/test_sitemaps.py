"""Sitemaps: of pages, of news, of sitemaps; packed, damaged, hostile."""

from __future__ import annotations

import gzip

import pytest

from whoseword.fetching import sitemaps
from whoseword.fetching.feeds import Item
from whoseword.fetching.sitemaps import Sitemap, read_sitemap, sitemaps_in
from whoseword.reports.given import Given

URL = "https://courier.example/sitemap.xml"
NEWS = b"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><image:image><image:loc>https://courier.example/dam.jpg</image:loc></image:image>
 <loc> https://courier.example/dam </loc><lastmod>2031-05-09</lastmod>
 <n:news><n:publication><n:name>Aldmoor Courier</n:name><n:language>en</n:language></n:publication>
 <n:publication_date>2031-05-08T10:30:00+01:00</n:publication_date><n:title>Dam &amp; ferry</n:title></n:news></url>
<url><loc>/ferry</loc><lastmod>2031-05-09</lastmod></url></urlset>"""
INDEX = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://courier.example/2031-05.xml.gz</loc><lastmod>2031-05-09</lastmod></sitemap>
<sitemap><loc>https://courier.example/2031-04.xml</loc></sitemap></sitemapindex>"""


def read(data: bytes) -> Sitemap | None:
    return read_sitemap(Given(URL, data, url=URL))[0]


def codes(data: bytes) -> list[str]:
    return [problem.code for problem in read_sitemap(Given(URL, data, url=URL))[1]]


@pytest.mark.parametrize("data", [NEWS, gzip.compress(NEWS)])
def test_news_sitemaps_tell_titles_and_days(data):
    """The day is that of the news extension; when a page was changed last is no day of publication."""
    assert read(data) == Sitemap(
        pages=(
            Item("https://courier.example/dam", "Dam & ferry", "2031-05-08T10:30:00+01:00"),
            Item("https://courier.example/ferry"),
        )
    )


def test_an_index_leads_to_sitemaps():
    """Each with when it was changed last, where that is told."""
    assert read(INDEX) == Sitemap(
        maps=(("https://courier.example/2031-05.xml.gz", "2031-05-09"), ("https://courier.example/2031-04.xml", None))
    )


def test_a_sitemap_may_be_a_list_of_lines():
    """The protocol allows plain text with an address on each line."""
    assert read(b"https://a.example/1\r\nhttps://a.example/2\n") == Sitemap(
        pages=(Item("https://a.example/1"), Item("https://a.example/2"))
    )


@pytest.mark.parametrize(
    ("data", "found", "expected"),
    [
        (NEWS[:-30], True, ["xml-damaged"]),
        (gzip.compress(NEWS)[:-40], True, ["archive-damaged", "xml-damaged"]),
        (b"\x1f\x8bnothing", False, ["archive-damaged"]),
        (b"<html><body>no</body></html>", False, ["not-a-sitemap"]),
        (b"", False, ["not-a-sitemap"]),
        (b"User-agent: *\nDisallow: /\n", False, ["not-a-sitemap"]),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><urlset/>", False, ["xml-refused"]),
        (gzip.compress(b"<urlset>" + b" " * (sitemaps.LARGEST_SITEMAP + 1)), False, ["too-large"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_sitemap_is_told(data, found, expected):
    """Damage is told and what comes before it used; what is none, or could fill the memory, is refused."""
    assert (read(data) is not None) is found
    assert codes(data) == expected


def test_more_pages_than_the_protocol_allows_are_cut_and_told(monkeypatch):
    """The first ones are used."""
    monkeypatch.setattr(sitemaps, "MOST_PAGES", 1)
    found = read(NEWS)
    assert found is not None
    assert len(found.pages) == 1
    assert codes(NEWS) == ["too-many-items"]


def test_robots_txt_names_sitemaps():
    """In any case of letters, each once; what is no web address is left out."""
    robots = "User-agent: *\nSitemap: https://a.example/map.xml\nsitemap:/news.xml # new\nSITEMAP: ftp://a.example/x\n"
    found = sitemaps_in(robots + "Sitemap: /news.xml\n", "https://a.example/")
    assert found == ("https://a.example/map.xml", "https://a.example/news.xml")
