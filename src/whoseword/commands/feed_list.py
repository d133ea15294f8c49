"""The feeds that a store follows: listed, forgotten, or written out as OPML.

In: an open store and what is wanted. Out: lines to be shown.

    for line in look_after(store, None, "feeds.opml", as_json=False):
        print(line)
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from whoseword.commands.feed_lines import listed_line, listed_row
from whoseword.commands.writing import write_whole
from whoseword.errors import StoreError
from whoseword.fetching.opml import opml
from whoseword.store.feeds import followed, forget_feed
from whoseword.store.opening import Store
from whoseword.store.visits import failed_for, visit_of

STDOUT = "-"


def look_after(store: Store, forget: str | None, export: str | None, *, as_json: bool) -> Iterator[str]:
    """Follows `forget` no longer, or writes all feeds to `export`, or else lists them.

    Raises:
        StoreError: the feed is not followed, or there is none to write.
        WhosewordError: the file cannot be written.
    """
    if forget:
        with store.writing() as connection:
            forget_feed(connection, forget)
        yield f"{forget} is followed no longer; the reports that it led to stay in the store"
    elif export:
        yield from _exported(store, export)
    else:
        yield from _listed(store, as_json=as_json)


def _exported(store: Store, export: str) -> Iterator[str]:
    with store.reading() as connection:
        feeds = followed(connection)
    if not feeds:
        raise StoreError(f"{store.name} follows no feed yet; there is nothing to write")
    if export == STDOUT:
        sys.stdout.buffer.write(opml(feeds))
        sys.stdout.buffer.flush()
        return
    write_whole(Path(export), opml(feeds), "--export")
    yield f"{len(feeds)} feeds are in {export}"


def _listed(store: Store, *, as_json: bool) -> Iterator[str]:
    with store.reading() as connection:
        rows = [
            listed_row(feed, visit_of(connection, feed.url), failed_for(connection, feed.url))
            for feed in followed(connection)
        ]
    yield from map(json.dumps if as_json else listed_line, rows)
    if not rows and not as_json:
        yield "No feed is followed"
