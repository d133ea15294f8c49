"""Feeds of every kind that is in use, as they come: well formed, damaged, hostile."""

from __future__ import annotations

import json
import time
from itertools import pairwise

import pytest

from whoseword.fetching import feeds
from whoseword.fetching.feeds import FoundFeed, Item, read_feed
from whoseword.reports.given import Given

URL = "https://courier.example/news/feed"
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Aldmoor Courier &amp; Mail</title><link>https://courier.example/</link>
<atom:link href="https://courier.example/news/feed" rel="self" type="application/rss+xml"/>
<item><title>Dam &#8216;safe&#8217;, says Rook</title><link>https://courier.example/dam?utm=rss&amp;x=1</link>
<guid isPermaLink="false">urn:1</guid><pubDate>Thu, 08 May 2031 23:30:00 -0400</pubDate>
<dc:creator>Ada Rook</dc:creator><description><![CDATA[<p>The <b>dam</b>]]></description>
<content:encoded><![CDATA[<p>Long <a href="/x">text</a></p>]]></content:encoded></item>
<item><title><![CDATA[Ferry <em>late</em>]]></title><link>/ferry</link>
<pubDate>Wed, 07 May 2031 10:00 GMT</pubDate></item>
</channel></rss>"""
RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://courier.example/"><title>Courier</title><link>https://courier.example/</link></channel>
<item rdf:about="https://courier.example/dam"><title>Dam</title><link>https://courier.example/dam</link>
<dc:date>2031-05-08T09:00:00+02:00</dc:date></item></rdf:RDF>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/b/">
<title type="html">Courier &amp;amp; Mail</title><link href="https://a.example/"/><link rel="self" href="feed.atom"/>
<entry><title>Dam</title><link rel="enclosure" href="a.mp3"/><link rel="alternate" href="dam.html"/><id>tag:1</id>
<updated>2031-05-09T08:00:00Z</updated><published>2031-05-08T08:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hello</p></div></content></entry>
<entry><title>Ferry</title><link href="/ferry"/><id>tag:2</id><updated>2031-05-07T08:00:00Z</updated></entry></feed>"""
OLD = """<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
 "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>Old</title>
<item><title>Dam</title><link>http://courier.example/dam</link></item></channel></rss>"""
JSON = json.dumps({
    "version": "https://jsonfeed.org/version/1.1", "title": "Courier", "home_page_url": "https://courier.example/",
    "items": [{"id": 7, "url": "/dam", "title": "Dam", "date_published": "2031-05-08T08:00:00-04:00",
               "date_modified": "2031-05-08T09:00:00-04:00", "content_html": "<p>Hello</p>"},
              {"id": "https://courier.example/note", "content_text": "a note"}],
})  # fmt: skip


def given(text: str | bytes, **told: str) -> Given:
    return Given(URL, text.encode() if isinstance(text, str) else text, url=URL, **told)  # type: ignore[arg-type]


def read(text: str | bytes, **told: str) -> FoundFeed:
    found, problems = read_feed(given(text, **told))
    assert found is not None, problems
    return found


def rss(*items: str) -> str:
    return f"<rss version='2.0'><channel><title>T</title>{''.join(items)}</channel></rss>"


def codes(text: str | bytes) -> list[str]:
    return [problem.code for problem in read_feed(given(text))[1]]


def test_rss_gives_its_items_with_whole_addresses_and_the_outlet_s_own_day():
    """Titles come without mark-up, links whole, and a late evening stays on the day on which it was."""
    assert read(RSS) == FoundFeed(
        "Aldmoor Courier & Mail",
        "https://courier.example/",
        (
            Item(
                "https://courier.example/dam?utm=rss&x=1", "Dam ‘safe’, says Rook", "2031-05-08T23:30:00-04:00", "urn:1"
            ),
            Item("https://courier.example/ferry", "Ferry late", "2031-05-07T10:00:00+00:00"),
        ),
    )


def test_rdf_tells_the_day_of_publication_as_dc_date():
    """In RSS 1.0 dc:date is when the item came out."""
    (item,) = read(RDF).items
    assert (item.url, item.published, item.changed) == (
        "https://courier.example/dam",
        "2031-05-08T09:00:00+02:00",
        None,
    )


def test_atom_tells_publication_and_change_apart():
    """An Atom entry without "published" has no day of publication: "updated" is when it was changed."""
    feed = read(ATOM)
    assert feed.title == "Courier & Mail"
    assert [(item.url, item.published, item.changed) for item in feed.items] == [
        ("https://a.example/b/dam.html", "2031-05-08T08:00:00+00:00", "2031-05-09T08:00:00+00:00"),
        ("https://a.example/ferry", None, "2031-05-07T08:00:00+00:00"),
    ]


def test_the_oldest_rss_names_a_dtd_and_is_read():
    """A DOCTYPE that declares no entity is no danger, and its DTD is not fetched."""
    assert [item.url for item in read(OLD).items] == ["http://courier.example/dam"]


def test_json_feeds_are_read():
    """Addresses are resolved, numbers may be ids, and an item without an address is told."""
    found, problems = read_feed(given(JSON))
    assert found is not None
    moments = ("2031-05-08T08:00:00-04:00", "2031-05-08T09:00:00-04:00")
    assert found.items == (Item("https://courier.example/dam", "Dam", moments[0], "7", moments[1]),)
    assert [problem.code for problem in problems] == ["item-without-link"]
    assert "https://courier.example/note" in problems[0].message


@pytest.mark.parametrize(
    ("item", "url"),
    [
        ("<link>  https://courier.example/a\n b </link>", "https://courier.example/ab"),
        ("<guid>https://courier.example/guid</guid>", "https://courier.example/guid"),
        ("<link>//cdn.example/a</link>", "https://cdn.example/a"),
        ("<link>http://feeds.example/~r/1</link><feedburner:origLink>https://courier.example/1</feedburner:origLink>",
         "https://courier.example/1"),
    ],
)  # fmt: skip
def test_addresses_are_found_where_feeds_put_them(item, url):
    """In the link, in the guid, or beside a link that leads through somebody's counter."""
    named = rss(f"<item><title>A</title>{item}</item>").replace(
        "<rss ", "<rss xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0' "
    )
    assert [each.url for each in read(named).items] == [url]


@pytest.mark.parametrize("link", ["", "<link>javascript:alert(1)</link>", "<link>file:///etc/passwd</link>"])
def test_items_without_a_web_address_are_told(link):
    """What cannot be fetched is named and the others are given."""
    text = rss(f"<item><title>Podcast</title>{link}</item>", "<item><link>https://a.example/1</link></item>")
    found, problems = read_feed(given(text))
    assert found is not None
    assert [item.url for item in found.items] == ["https://a.example/1"]
    assert [problem.code for problem in problems] == ["item-without-link"]
    assert "“Podcast”" in problems[0].message


def test_an_item_that_stands_there_twice_is_given_once():
    """The first one counts."""
    item = "<item><link>https://a.example/1</link><title>{}</title></item>"
    assert [each.title for each in read(rss(item.format("A"), item.format("B"))).items] == ["A"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Thu, 08 May 2031 23:30:00 EST", "2031-05-08T23:30:00-05:00"),
        ("2031-05-08", "2031-05-08T00:00:00"),
        ("8 May 31 10:00 GMT", "2031-05-08T10:00:00+00:00"),
        ("yesterday", None),
        ("Thu, 99 May 2031 23:30:00 GMT", None),
        ("0000-00-00T00:00:00Z", None),
    ],
)
def test_moments_are_read_or_left_out(words, value):
    """A moment that cannot be read is none."""
    (item,) = read(rss(f"<item><link>https://a.example/1</link><pubDate>{words}</pubDate></item>")).items
    assert item.published == value


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "utf-8-sig"])
def test_encodings_that_the_feed_or_its_bytes_tell_are_used(encoding):
    """What is written into the file goes before what a server says."""
    name = encoding.removesuffix("-sig")
    text = f"<?xml version='1.0' encoding='{name}'?>" + rss(
        "<item><title>Café</title><link>https://a.example/</link></item>"
    )
    assert [item.title for item in read(text.encode(encoding), charset="ascii").items] == ["Café"]


def test_the_servers_encoding_is_used_where_the_feed_tells_none():
    """Without a declaration the server's word is all there is."""
    text = rss("<item><title>Café</title><link>https://a.example/</link></item>").encode("windows-1252")
    assert [item.title for item in read(text, charset="windows-1252").items] == ["Café"]


@pytest.mark.parametrize(
    "text",
    [
        rss("<item><title>Rook & Son</title><link>https://a.example/1</link></item>"),
        rss("<item><title>A</title><link>https://a.example/1</link><description>a<br>b</description></item>"),
        rss("<item><title>A&nbsp;B</title><link>https://a.example/1</link></item>"),
        rss("<item><title>A</title><link>https://a.example/1</link></item>")[:-20],
    ],
)
def test_damaged_feeds_are_read_as_far_as_they_go(text):
    """A stray sign, HTML that nobody escaped, an end that is missing: the items come, and the fault is told."""
    found, problems = read_feed(given(text))
    assert found is not None
    assert [item.url for item in found.items] == ["https://a.example/1"]
    assert [problem.code for problem in problems] == ["xml-damaged"]


@pytest.mark.parametrize(
    "text",
    ["", "Hello", "<!doctype html><html><head><title>rss</title></head><rss></html>", '{"items": []}', "{", "[1]",
     "<opml/>", '{"version": "1.1", "items": []}', "<urlset/>", "\x89PNG\r\n", "<?xml version='1.0'?>", "<!--" * 9],
)  # fmt: skip
def test_what_is_no_feed_is_told_so(text):
    """A page, another document, nothing: no feed, and the remedy is named."""
    assert read_feed(given(text))[0] is None
    assert codes(text) == ["not-a-feed"]


BOMB = "<!DOCTYPE rss [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {name} '{f'&{before};' * 10}'>" for before, name in pairwise("abcdefghij")
)


@pytest.mark.parametrize(
    "text",
    [
        f"{BOMB}]>{rss('<item><title>&j;</title></item>')}",
        f"{BOMB}]>{rss('<item><title>&j;</title></item>')}".encode("utf-16"),
        f"<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>{rss('<item><title>&x;</title></item>')}",
        f"<!DOCTYPE rss [<!ENTITY % x SYSTEM 'http://127.0.0.1/x.dtd'> %x;]>{rss()}",
        rss("<a>" * 300 + "</a>" * 300),
        rss("<item/>" * 100_001),
        rss("<a>" * 100_000),
        rss("<a>" * 5_000 + "&"),
        rss("<item>&</item>" + " " * feeds.LARGEST_DAMAGED),
    ],
    ids="laughs laughs-in-utf-16 file dtd deep many unclosed soup large-soup".split(),
)
def test_hostile_feeds_are_refused_at_once(text):
    """Entities, nesting and numbers beyond any feed end the reading at once, and say why."""
    start = time.process_time()
    assert read_feed(given(text))[0] is None
    assert codes(text) == ["xml-refused"]
    assert time.process_time() - start < 5


@pytest.mark.parametrize("rest", ["<![CDATA[" * 100_000, "&lt;!--" * 100_000, "&" * 100_000, "<" * 100_000])
def test_a_feed_that_was_made_to_be_slow_is_not(rest):
    """Beginnings without an end, escaped or not, cost no more than other text."""
    start = time.process_time()
    text = rss(f"<item><link>https://a.example/1</link><description>{rest}</description></item>")
    assert [item.url for item in read(text).items] == ["https://a.example/1"]
    assert time.process_time() - start < 5


def test_a_feed_may_be_so_large_and_no_larger():
    """The bound is told."""
    assert codes(b" " * (feeds.LARGEST_FEED + 1)) == ["too-large"]


def test_more_items_than_anybody_prints_are_cut_and_told(monkeypatch):
    """The first ones are used, and how many there were is told."""
    monkeypatch.setattr(feeds, "MOST_ITEMS", 2)
    text = rss(*(f"<item><link>https://a.example/{number}</link></item>" for number in range(5)))
    assert len(read(text).items) == 2
    assert codes(text) == ["too-many-items"]
