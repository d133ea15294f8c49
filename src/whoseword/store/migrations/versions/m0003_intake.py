"""Packed inputs, and the tables of the intake: addresses visited, feeds followed, what is watched and what was noticed.

Written by hand and never changed again: the stores that it made are out in the world.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MOMENT = sa.String(27)
_COUNTED = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """A store learns where its reports come from, and what to look out for; its inputs may be packed."""
    op.add_column("inputs", sa.Column("packing", sa.String(8)))
    op.create_table(
        "visits",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text()),
        sa.Column("last_modified", sa.Text()),
        sa.Column("sha256", sa.String(64)),
        sa.Column("status", sa.Integer()),
        sa.Column("fetched", MOMENT),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("retry", MOMENT),
        sa.Column("fault", sa.Text()),
        sa.Column("feed", sa.Text()),
        sa.PrimaryKeyConstraint("key", name="pk_visits"),
    )
    op.create_table(
        "feeds",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("site", sa.Text()),
        sa.Column("added", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_feeds"),
    )
    op.create_table(
        "watches",
        sa.Column("number", _COUNTED, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("made", MOMENT, nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("webhook", sa.Text()),
        sa.Column("allow_private", sa.Boolean(), nullable=False),
        sa.Column("ended", MOMENT),
        sa.PrimaryKeyConstraint("number", name="pk_watches"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "notices",
        sa.Column("number", _COUNTED, nullable=False),
        sa.Column("watch", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("about", sa.String(64), nullable=False),
        sa.Column("made", MOMENT, nullable=False),
        sa.Column("delivered", MOMENT),
        sa.Column("exact", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_notices"),
        sa.UniqueConstraint("watch", "kind", "about", name="uq_notices_watch_kind_about"),
        sa.ForeignKeyConstraint(["watch"], ["watches.number"], name="fk_notices_watch"),
        sqlite_autoincrement=True,
    )
