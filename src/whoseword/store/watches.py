"""The watch list: the words that people watch, and the notices that were made of them, each kept once and for ever.

In: a connection. Out: `Watch` and `Notice`. A notice is found again by its watch, its kind and what it is about.

    with store.writing() as connection:
        number = add_watch(connection, Watch(0, "the Orsel dam", ""), when=now)
        kept = keep_notice(connection, notice, when=now)
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from whoseword.across.intake import Notice, Watch
from whoseword.errors import StoreError
from whoseword.store.shape import dumped, loaded
from whoseword.store.tables import notices as kept
from whoseword.store.tables import watches as listed


def add_watch(connection: Connection, watch: Watch, *, when: datetime) -> int:
    """Keeps a watch and gives its number; the number and moment that `watch` has do not count."""
    made = connection.execute(
        insert(listed).values(
            words=watch.words,
            made=when,
            author=watch.author,
            webhook=watch.webhook,
            allow_private=watch.allow_private,
        )
    )
    key = made.inserted_primary_key
    return int(key[0]) if key else 0


def watches(connection: Connection) -> tuple[Watch, ...]:
    """The watches that were not ended, in the order of their numbers."""
    rows = connection.execute(select(listed).where(listed.c.ended.is_(None)).order_by(listed.c.number))
    return tuple(_watch(row) for row in rows)


def every_watch(connection: Connection) -> tuple[Watch, ...]:
    """All watches, also those that were ended, in the order of their numbers."""
    return tuple(_watch(row) for row in connection.execute(select(listed).order_by(listed.c.number)))


def end_watch(connection: Connection, number: int, *, when: datetime) -> Watch:
    """Ends a watch; its notices stay.

    Raises:
        StoreError: no watch has this number, or it was ended before.
    """
    found = next((watch for watch in watches(connection) if watch.number == number), None)
    if found is None:
        raise StoreError(f"there is no watch {number}; whoseword watch list names those that there are")
    connection.execute(update(listed).where(listed.c.number == number).values(ended=when))
    return found


def keep_notice(connection: Connection, notice: Notice, *, when: datetime) -> Notice | None:
    """The notice with its number, as it was kept; None where it was made before."""
    same = select(kept.c.number).where(
        kept.c.watch == notice.watch, kept.c.kind == notice.kind, kept.c.about == notice.about
    )
    if connection.execute(same).first() is not None:
        return None
    made = connection.execute(
        insert(kept).values(
            watch=notice.watch,
            kind=notice.kind,
            about=notice.about,
            made=when,
            exact=dumped(replace(notice, number=None, made=None, delivered=None)),
        )
    )
    key = made.inserted_primary_key
    return replace(notice, number=int(key[0]) if key else 0, made=_said(when))


def newest(connection: Connection, most: int) -> tuple[Notice, ...]:
    """The newest notices, at most so many, the newest first; also those of watches that were ended."""
    rows = connection.execute(select(kept).order_by(kept.c.number.desc()).limit(most))
    return tuple(_notice(row) for row in rows)


def abouts(connection: Connection, watch: int) -> frozenset[tuple[str, str]]:
    """The kind of every notice of a watch with what it is about."""
    rows = connection.execute(select(kept.c.kind, kept.c.about).where(kept.c.watch == watch))
    return frozenset((row.kind, row.about) for row in rows)


def counted(connection: Connection) -> dict[int, int]:
    """How many notices each watch has had, by its number; nothing of one that had none."""
    rows = connection.execute(select(kept.c.watch, func.count().label("many")).group_by(kept.c.watch))
    return {row.watch: row.many for row in rows}


def undelivered(connection: Connection, since: datetime) -> tuple[tuple[Watch, Notice], ...]:
    """The notices that a webhook has not taken and that were made at `since` or later, with their watches, in order."""
    chosen = (
        select(kept, listed.c.number.label("of"))
        .join(listed, listed.c.number == kept.c.watch)
        .where(
            kept.c.delivered.is_(None), kept.c.made >= since, listed.c.ended.is_(None), listed.c.webhook.is_not(None)
        )
        .order_by(kept.c.number)
    )
    known = {watch.number: watch for watch in watches(connection)}
    return tuple((known[row.of], _notice(row)) for row in connection.execute(chosen))


def mark_delivered(connection: Connection, number: int, *, when: datetime) -> None:
    """Says that the webhook of its watch took this notice."""
    connection.execute(update(kept).where(kept.c.number == number).values(delivered=when))


def _watch(row: Row[Any]) -> Watch:
    return Watch(row.number, row.words, _said(row.made), row.author, row.webhook, row.allow_private)


def _notice(row: Row[Any]) -> Notice:
    delivered = _said(row.delivered) if row.delivered else None
    return replace(loaded(Notice, row.exact), number=row.number, made=_said(row.made), delivered=delivered)


def _said(when: datetime) -> str:
    return when.isoformat()
