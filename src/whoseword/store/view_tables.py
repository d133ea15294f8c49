"""The tables of views: what is computed from facts, kept up report by report, and made anew whenever code changes.

Four views have the same three tables each: items (units of telling, appearances, sketches of stories, passages), their
keys, and pairs of items that were compared and found to be something. They hold rows for the newest version of each
report alone. docs/store.md explains them to those who ask with SQL.

>>> told.c.stems.table.name
'told'
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

from whoseword.store.columns import Words
from whoseword.store.tables import COUNTED, ID, metadata

# Which newest versions are there, and by which code (`viewing.VIEWS`) their views were made: 0, not at all yet.
viewed = Table(
    "viewed",
    metadata,
    Column("report", String(ID), ForeignKey("reports.key"), primary_key=True),
    Column("version", Integer, nullable=False, index=True),
)


# The items of a report in a view, whole, some in each row: `first` is the row of the first of them.
packs = Table(
    "packs",
    metadata,
    Column("view", String(16), nullable=False),
    Column("first", BigInteger, nullable=False),
    Column("report", String(ID), ForeignKey("reports.key"), nullable=False, index=True),
    Column("packed", LargeBinary, nullable=False),
    PrimaryKeyConstraint("view", "first"),
)


def _items(name: str, *searched: Column[Any]) -> Table:
    """Items of reports. Rows are counted by the one who writes, so that they are known before they are stored."""
    return Table(
        name,
        metadata,
        Column("row", COUNTED, primary_key=True, autoincrement=False),
        Column("report", String(ID), ForeignKey("reports.key"), nullable=False, index=True),
        Column("position", Integer, nullable=False),
        Column("part", String(ID), nullable=False),
        *searched,
    )


def _keys(name: str, items: Table) -> Table:
    """What items can have in common. The key comes first, so that all who have it stand together."""
    return Table(
        name,
        metadata,
        Column("key", BigInteger, nullable=False),
        Column("item", BigInteger, ForeignKey(items.c.row), nullable=False, index=True),
        PrimaryKeyConstraint("key", "item"),
        sqlite_with_rowid=False,
    )


def _pairs(name: str, items: Table, *searched: Column[Any]) -> Table:
    """Two items that were found to be something to each other; `a` is the one whose reference comes first."""
    return Table(
        name,
        metadata,
        Column("a", BigInteger, ForeignKey(items.c.row), nullable=False),
        Column("b", BigInteger, ForeignKey(items.c.row), nullable=False, index=True),
        Column("grade", String(16), nullable=False),
        Column("score", Float, nullable=False),
        *searched,
        PrimaryKeyConstraint("a", "b"),
        sqlite_with_rowid=False,
    )


# `claim` is the id of the claim that the unit founds, if it is the first of one.
told = _items(
    "told",
    Column("claim", String(ID), index=True),
    Column("voice", String(16)),
    Column("day", Words),
    Column("stems", Words),
)
told_keys = _keys("told_keys", told)
matches = _pairs("matches", told)

appearances = _items("appearances")
appearance_keys = _keys("appearance_keys", appearances)
likenesses = _pairs("likenesses", appearances)

sketches = _items("sketches")
sketch_keys = _keys("sketch_keys", sketches)
kinships = _pairs("kinships", sketches)

passages = _items("passages", Column("publisher", Words))
passage_keys = _keys("passage_keys", passages)
copies = _pairs("copies", passages, Column("exact", Text, nullable=False))

# The story of each report; `settled` is false where something came or went since it was looked at.
story_of = Table(
    "story_of",
    metadata,
    Column("report", String(ID), ForeignKey("reports.key"), primary_key=True),
    Column("story", String(ID), nullable=False, index=True),
    Column("settled", Boolean, nullable=False, index=True),
)
running = Table("running", metadata, Column("id", String(ID), primary_key=True), Column("exact", Text, nullable=False))

# An index on words differs from database to database, so the migration makes it and these names stand for it.
STEMS_TABLE = "told_stems"
STEMS_INDEX = "ix_told_stems"
