"""The feeds that a store follows: listed, forgotten, or written out as OPML.

In: an open store and what is wanted. Out: lines to be shown.

    for line in look_after(store, None, "feeds.opml", as_json=False):
        print(line)
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from whoseword.across.intake import Feed, Visit
from whoseword.commands.printing import many
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
    yield f"{export} lists {many(len(feeds), 'feed')}"


def _listed(store: Store, *, as_json: bool) -> Iterator[str]:
    with store.reading() as connection:
        rows = [
            _row(feed, visit_of(connection, feed.url), failed_for(connection, feed.url))
            for feed in followed(connection)
        ]
    yield from map(json.dumps if as_json else _line, rows)
    if not rows and not as_json:
        yield "No feed is followed"


def _row(feed: Feed, visit: Visit | None, failed: list[Visit]) -> dict[str, Any]:
    """A feed, when it was asked last, and what was wrong with it and with its pages."""
    return {
        **asdict(feed),
        "read": visit.fetched if visit else None,
        "fault": visit.fault if visit and visit.failures else None,
        "retry": visit.retry if visit else None,
        "failed": len(failed),
    }


def _line(row: dict[str, Any]) -> str:
    called = f" ({row['title']})" if row["title"] else ""
    when = f"{row['read'][:16].replace('T', ' ')} UTC" if row["read"] else ""
    if row["fault"]:
        state = f"failed {when}: {row['fault'].removeprefix(row['url'] + ': ')}"
    else:
        state = f"read {when}" if when else "not read yet"
    pages = f"; {many(row['failed'], 'page')} of it gave no report" if row["failed"] else ""
    return f"{row['url']}{called}: {state}{pages}"
