"""Feeds are followed, listed and forgotten in both databases."""

from __future__ import annotations

import pytest

from whoseword.across.intake import Feed, Visit
from whoseword.errors import StoreError
from whoseword.store.feeds import add_feed, followed, forget_feed, name_feed
from whoseword.store.visits import keep_visit, visit_of

COURIER = Feed("https://courier.example/rss", "2031-05-08T10:30:00+00:00", "Courier", "https://courier.example/")
BELL = Feed("https://bell.example/atom", "2031-05-09T10:30:00+00:00")


def test_feeds_come_back_sorted_by_address(store):
    """As they were added, in an order that does not depend on when."""
    with store.writing() as connection:
        assert add_feed(connection, COURIER)
        assert add_feed(connection, BELL)
    with store.reading() as connection:
        assert followed(connection) == [BELL, COURIER]


def test_a_feed_is_followed_once(store):
    """Added again it keeps its day; a title that it tells now goes before the old one, and none does not."""
    with store.writing() as connection:
        add_feed(connection, COURIER)
        assert not add_feed(connection, Feed(COURIER.url, "2032-01-01T00:00:00+00:00"))
        assert followed(connection) == [COURIER]
        name_feed(connection, COURIER.url, "Courier & Mail", None)
        name_feed(connection, BELL.url, "Bell", None)
        assert [(feed.title, feed.site, feed.added) for feed in followed(connection)] == [
            ("Courier & Mail", COURIER.site, COURIER.added)
        ]


def test_a_forgotten_feed_leaves_nothing_to_try_again(store):
    """Its own visit and those of items that failed go; what was read stays known, and so do other feeds."""
    visits = [
        Visit(COURIER.url, etag='"7"'),
        Visit("https://courier.example/1", failures=1, feed=COURIER.url),
        Visit("https://courier.example/2", feed=COURIER.url),
        Visit("https://bell.example/1", failures=1, feed=BELL.url),
    ]
    with store.writing() as connection:
        add_feed(connection, COURIER)
        for visit in visits:
            keep_visit(connection, visit)
        forget_feed(connection, COURIER.url)
        assert followed(connection) == []
        assert [visit_of(connection, visit.url) is None for visit in visits] == [True, True, False, False]


def test_a_feed_that_is_not_followed_cannot_be_forgotten(store):
    """The message says where to look."""
    with store.writing() as connection, pytest.raises(StoreError, match="--list"):
        forget_feed(connection, BELL.url)
