"""The key of a version -> no row of any view is left of it.

A version that another one follows leaves the views in the same transaction, and what is made anew is taken out before.

    forget(connection, previous.key)
"""

from __future__ import annotations

from sqlalchemy import Connection, Table, delete, select, update

from whoseword.store import view_tables as views

# Each view: its items, their keys, pairs of them.
TABLES: tuple[tuple[Table, Table, Table], ...] = (
    (views.told, views.told_keys, views.matches),
    (views.appearances, views.appearance_keys, views.likenesses),
    (views.sketches, views.sketch_keys, views.kinships),
    (views.passages, views.passage_keys, views.copies),
)


def forget(connection: Connection, key: str, *, followed_by: str | None = None) -> None:
    """Takes out all that the views have of one version. Its place in a story passes to the version that follows it."""
    for items, keys, pairs in TABLES:
        rows = select(items.c.row).where(items.c.report == key)
        connection.execute(delete(pairs).where(pairs.c.a.in_(rows)))
        connection.execute(delete(pairs).where(pairs.c.b.in_(rows)))
        connection.execute(delete(keys).where(keys.c.item.in_(rows)))
        connection.execute(delete(items).where(items.c.report == key))
    connection.execute(delete(views.packs).where(views.packs.c.report == key))
    connection.execute(delete(views.viewed).where(views.viewed.c.report == key))
    unsettle(connection, key)
    story_of = views.story_of
    if followed_by:
        connection.execute(update(story_of).where(story_of.c.report == key).values(report=followed_by))


def unsettle(connection: Connection, key: str) -> None:
    """The story of this version must be looked at again, for all that are in it."""
    story_of = views.story_of
    story = connection.scalar(select(story_of.c.story).where(story_of.c.report == key))
    # A hidden report is in no story.
    touched = story_of.c.story == story if story else story_of.c.report == key
    connection.execute(update(story_of).where(touched).values(settled=False))


def forget_all(connection: Connection) -> None:
    """Empties every view."""
    for items, keys, pairs in TABLES:
        for table in (pairs, keys, items):
            connection.execute(delete(table))
    connection.execute(delete(views.packs))
    connection.execute(update(views.story_of).values(settled=False))
