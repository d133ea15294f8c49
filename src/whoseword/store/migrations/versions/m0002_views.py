"""The tables of views: units of telling, appearances, sketches of stories and passages, each with keys and pairs.

Written by hand and never changed again: the stores that it made are out in the world.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ID = sa.String(12)
_COUNTED = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

_SQLITE = (
    """CREATE VIRTUAL TABLE told_stems USING fts5(stems, content='told', content_rowid='row',
         tokenize="unicode61 remove_diacritics 0", detail='none', columnsize=0)""",
    """CREATE TRIGGER told_is_indexed AFTER INSERT ON told BEGIN
         INSERT INTO told_stems(rowid, stems) VALUES (new.row, new.stems); END""",
    """CREATE TRIGGER told_is_taken_out AFTER DELETE ON told BEGIN
         INSERT INTO told_stems(told_stems, rowid, stems) VALUES ('delete', old.row, old.stems); END""",
)
_POSTGRESQL = ("CREATE INDEX ix_told_stems ON told USING gin (to_tsvector('simple', stems))",)
# Nothing of the views of older stores is there yet: all newest versions wait for theirs.
_WAITING = "INSERT INTO viewed (report, version) SELECT key, 0 FROM reports WHERE followed_by IS NULL"


def upgrade() -> None:
    """A store of reports gets room for what is computed from them."""
    op.create_table(
        "viewed",
        sa.Column("report", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("report", name="pk_viewed"),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name="fk_viewed_report"),
    )
    op.create_index("ix_viewed_version", "viewed", ["version"])
    _view("told", "told_keys", "matches", claim=ID, voice=sa.String(16), day=sa.Text(), stems=sa.Text())
    op.create_index("ix_told_claim", "told", ["claim"])
    _view("appearances", "appearance_keys", "likenesses")
    _view("sketches", "sketch_keys", "kinships")
    _view("passages", "passage_keys", "copies", publisher=sa.Text())
    op.create_table(
        "packs",
        sa.Column("view", sa.String(16), nullable=False),
        sa.Column("first", sa.BigInteger(), nullable=False),
        sa.Column("report", ID, nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("view", "first", name="pk_packs"),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name="fk_packs_report"),
    )
    op.create_index("ix_packs_report", "packs", ["report"])
    op.create_table(
        "story_of",
        sa.Column("report", ID, nullable=False),
        sa.Column("story", ID, nullable=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("report", name="pk_story_of"),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name="fk_story_of_report"),
    )
    op.create_index("ix_story_of_story", "story_of", ["story"])
    op.create_index("ix_story_of_settled", "story_of", ["settled"])
    op.create_table(
        "running",
        sa.Column("id", ID, nullable=False),
        sa.Column("exact", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_running"),
    )
    for line in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(sa.text(line))
    op.execute(sa.text(_WAITING))


def _view(items: str, keys: str, pairs: str, **searched: Any) -> None:
    op.create_table(
        items,
        sa.Column("row", _COUNTED, autoincrement=False, nullable=False),
        sa.Column("report", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("part", ID, nullable=False),
        *(sa.Column(column, kind) for column, kind in searched.items()),
        sa.PrimaryKeyConstraint("row", name=f"pk_{items}"),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=f"fk_{items}_report"),
    )
    op.create_index(f"ix_{items}_report", items, ["report"])
    op.create_table(
        keys,
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("item", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key", "item", name=f"pk_{keys}"),
        sa.ForeignKeyConstraint(["item"], [f"{items}.row"], name=f"fk_{keys}_item"),
        sqlite_with_rowid=False,
    )
    op.create_index(f"ix_{keys}_item", keys, ["item"])
    op.create_table(
        pairs,
        sa.Column("a", sa.BigInteger(), nullable=False),
        sa.Column("b", sa.BigInteger(), nullable=False),
        sa.Column("grade", sa.String(16), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        *([sa.Column("exact", sa.Text(), nullable=False)] if pairs == "copies" else []),
        sa.PrimaryKeyConstraint("a", "b", name=f"pk_{pairs}"),
        sa.ForeignKeyConstraint(["a"], [f"{items}.row"], name=f"fk_{pairs}_a"),
        sa.ForeignKeyConstraint(["b"], [f"{items}.row"], name=f"fk_{pairs}_b"),
        sqlite_with_rowid=False,
    )
    op.create_index(f"ix_{pairs}_b", pairs, ["b"])
