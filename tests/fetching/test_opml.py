"""Lists of feeds as feed readers export them, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoseword.across.intake import Feed
from whoseword.fetching.opml import Listed, opml, read_opml

LIST = b"""<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.0"><head><title>Subscriptions</title></head><body>
 <outline text="News" title="News">
  <outline text="Inner"><outline type="rss" text="Courier" title="Courier &amp; Mail" xmlUrl="https://courier.example/rss"
    htmlUrl="https://courier.example/"/></outline>
  <outline type="rss" text="Bell" xmlurl="https://bell.example/atom"/>
 </outline>
 <outline text="again" xmlUrl="https://courier.example/rss"/>
 <outline text="a note"/>
 <outline text="Broken" xmlUrl="feed.xml"/>
</body></opml>"""


def test_feeds_are_found_in_all_folders_once():
    """Folders may nest, attributes may be written in small letters, and an address that is none is told."""
    feeds, problems = read_opml(LIST, "feeds.opml")
    assert feeds == (
        Listed("https://courier.example/rss", "Courier & Mail", "https://courier.example/"),
        Listed("https://bell.example/atom", "Bell"),
    )
    assert [(problem.code, "Broken" in problem.message) for problem in problems] == [("not-an-address", True)]


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"", ["not-opml"]),
        (b"<html></html>", ["not-opml"]),
        (b"<opml/>", ["no-feed-found"]),
        (LIST[:500], ["xml-damaged"]),
        (b"<!DOCTYPE opml [<!ENTITY a 'b'>]><opml/>", ["xml-refused"]),
        (b"<opml>" + b"<outline>" * 300, ["xml-refused"]),
        (b" " * (9 << 20), ["too-large"]),
    ],
)
def test_what_is_wrong_with_a_list_is_told(data, codes):
    """Each fault has its name; of a list that breaks off the feeds before the break are given."""
    assert [problem.code for problem in read_opml(data)[1]] == codes


def test_a_list_is_written_sorted_and_whole():
    """The same feeds in any order give the same bytes."""
    feeds = [
        Feed("https://b.example/", "x", 'A "b" <c> & d'),
        Feed("https://a.example/", "y", None, "https://a.example"),
    ]
    assert opml(feeds) == opml(feeds[::-1])
    assert opml(feeds).index(b"https://a.example/") < opml(feeds).index(b"https://b.example/")
    assert read_opml(opml(feeds)) == (
        (
            Listed("https://a.example/", "https://a.example/", "https://a.example"),
            Listed("https://b.example/", 'A "b" <c> & d'),
        ),
        (),
    )


@given(st.text(max_size=30))
def test_any_title_can_be_written_and_read(title):
    """Whatever a title holds, the list stays well formed."""
    feeds, problems = read_opml(opml([Listed("https://a.example/", title)]))
    assert [feed.url for feed in feeds] == ["https://a.example/"]
    assert problems == ()
