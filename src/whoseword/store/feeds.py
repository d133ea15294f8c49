"""The feeds that a store follows.

In: a connection, and feeds. Out: feeds in the order of their addresses. A feed is followed once; to add it again keeps
the day it was added first.

    with store.writing() as connection:
        add_feed(connection, Feed("https://aldmoor.example/rss", "2031-05-08T10:30:00+00:00"))
"""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select, update

from whoseword.across.intake import Feed
from whoseword.errors import StoreError
from whoseword.store.tables import feeds, visits
from whoseword.store.visits import forget_visit, key_of, moment


def add_feed(connection: Connection, feed: Feed) -> bool:
    """Follows a feed from now on; says whether it is a new one. What it is called now goes before what it was called.

    Raises:
        ValueError: `added` is no moment with a time zone.
    """
    key = key_of(feed.url)
    is_new = connection.scalar(select(feeds.c.key).where(feeds.c.key == key)) is None
    if is_new:
        connection.execute(insert(feeds).values(key=key, url=feed.url, added=moment(feed.added)))
    name_feed(connection, feed.url, feed.title, feed.site)
    return is_new


def name_feed(connection: Connection, url: str, title: str | None, site: str | None) -> None:
    """Keeps what a feed is called now; what it does not tell stays as it was."""
    told = {name: value for name, value in (("title", title), ("site", site)) if value}
    if told:
        connection.execute(update(feeds).where(feeds.c.key == key_of(url)).values(**told))


def followed(connection: Connection) -> list[Feed]:
    """All feeds that are followed."""
    # Sorted here: databases do not agree on how words are sorted.
    rows = sorted(connection.execute(select(feeds)), key=lambda row: str(row.url))
    return [Feed(row.url, row.added.isoformat(), row.title, row.site) for row in rows]


def forget_feed(connection: Connection, url: str) -> None:
    """Follows it no longer; items that failed are not tried again. The reports that it led to stay.

    Raises:
        StoreError: it is not followed.
    """
    if connection.execute(delete(feeds).where(feeds.c.key == key_of(url))).rowcount == 0:
        raise StoreError(f"{url} is not followed; whoseword follow --list shows the feeds that are")
    # Followed again, it is to be read whole.
    forget_visit(connection, url)
    connection.execute(delete(visits).where(visits.c.feed == url, visits.c.failures > 0))
