"""The first tables: reports as they were read, their parts, what changed between versions, and judgements.

Written by hand and never changed again: the stores that it made are out in the world.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.String(12)
NAME = sa.String(16)
_COUNTED = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

_SQLITE = (
    """CREATE VIRTUAL TABLE statement_words USING fts5(
         folded, content='statements', content_rowid='row', tokenize="unicode61 remove_diacritics 0")""",
    """CREATE TRIGGER statements_are_indexed AFTER INSERT ON statements BEGIN
         INSERT INTO statement_words(rowid, folded) VALUES (new.row, new.folded); END""",
    """CREATE TRIGGER judgements_are_kept BEFORE DELETE ON judgements BEGIN
         SELECT RAISE(ABORT, 'a judgement is never deleted: undo it'); END""",
    """CREATE TRIGGER judgements_stay_as_made BEFORE UPDATE ON judgements BEGIN
         SELECT RAISE(ABORT, 'a judgement is never changed: undo it'); END""",
)
_POSTGRESQL = (
    "CREATE INDEX ix_statements_words ON statements USING gin (to_tsvector('simple', folded))",
    """CREATE FUNCTION keep_judgements() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION 'a judgement is never changed or deleted: undo it'; END $$""",
    """CREATE TRIGGER judgements_stay_as_made BEFORE UPDATE OR DELETE OR TRUNCATE ON judgements
         FOR EACH STATEMENT EXECUTE FUNCTION keep_judgements()""",
)


def upgrade() -> None:
    """An empty database becomes a store."""
    _reports()
    _statements()
    _parts()
    _judgements()
    for line in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(sa.text(line))


def _reports() -> None:
    op.create_table(
        "inputs",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("bytes", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("sha256", name="pk_inputs"),
    )
    op.create_table(
        "reports",
        sa.Column("key", ID, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("lineage", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("followed_by", ID),
        sa.Column("place", sa.Text()),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("line", sa.Integer()),
        sa.Column("input", sa.String(64), nullable=False),
        sa.Column("url", sa.Text()),
        sa.Column("outlet", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("language", NAME, nullable=False),
        sa.Column("published", sa.Text()),
        sa.Column("published_from", NAME, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        sa.Column("fingerprint", ID, nullable=False),
        sa.Column("extractor", sa.String(32), nullable=False),
        sa.Column("model", sa.String(32), nullable=False),
        sa.Column("added", sa.String(27), nullable=False),
        sa.Column("exact", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_reports"),
        sa.ForeignKeyConstraint(["lineage"], ["reports.key"], name="fk_reports_lineage"),
        sa.ForeignKeyConstraint(["followed_by"], ["reports.key"], name="fk_reports_followed_by"),
        sa.ForeignKeyConstraint(["input"], ["inputs.sha256"], name="fk_reports_input"),
        sa.UniqueConstraint("lineage", "number", name="uq_reports_lineage_number"),
        sa.UniqueConstraint("fingerprint", "extractor", "model", name="uq_reports_fingerprint_extractor_model"),
    )
    _index("reports", "id", "published", "text_sha256")
    _index("reports", "place", "url", "outlet", long=True)
    op.create_table(
        "readings",
        sa.Column("report", ID, nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("report", name="pk_readings"),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name="fk_readings_report"),
    )
    op.create_table(
        "changes",
        sa.Column("after", ID, nullable=False),
        sa.Column("before", ID, nullable=False),
        sa.Column("exact", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("after", name="pk_changes"),
        sa.ForeignKeyConstraint(["after"], ["reports.key"], name="fk_changes_after"),
        sa.ForeignKeyConstraint(["before"], ["reports.key"], name="fk_changes_before"),
    )


def _statements() -> None:
    op.create_table(
        "statements",
        sa.Column("row", _COUNTED, nullable=False),
        sa.Column("report", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("entity", ID),
        sa.Column("source", sa.Text()),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("quote", NAME, nullable=False),
        sa.Column("act", NAME, nullable=False),
        sa.Column("within", ID),
        sa.Column("distance", NAME),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("exact", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_statements"),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name="fk_statements_report"),
        sa.UniqueConstraint("report", "position", name="uq_statements_report_position"),
    )
    _index("statements", "id", "entity")
    op.create_table(
        "links",
        sa.Column("report", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("statement", ID, nullable=False),
        sa.Column("entity", ID),
        sa.Column("link", NAME, nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("report", "position", "step", name="pk_links"),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name="fk_links_report"),
    )
    _index("links", "entity")


def _parts() -> None:
    text, day = sa.Text(), sa.String(10)
    _part("entities", id=ID, name=text, kind=NAME, named=sa.Boolean(), description=text)
    _part("times", words=text, kind=NAME, value=text, first_day=day, end_day=day)
    _part("quantities", words=text, amount=sa.Float(), vague=text, unit=text, bound=NAME, counted=text, place=text)
    _part("events", id=ID, predicate=text, category=sa.String(32), mode=NAME, statement=ID)
    _part("commitments", id=ID, words=text, status=NAME, due_state=NAME, due_value=text)
    _part("figures", words=text, counted=text, place=text, statement=ID)
    _part("problems", code=sa.String(64), message=text)
    _index("entities", "id")
    _index("events", "id", "category")
    _index("commitments", "id", "status")
    _index("problems", "code")
    _index("times", "first_day")
    _index("entities", "name", long=True)
    _index("times", "value", long=True)
    _index("quantities", "unit", long=True)
    _index("commitments", "due_value", long=True)
    _index("figures", "counted", long=True)


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("number", _COUNTED, nullable=False),
        sa.Column("verdict", sa.String(32), nullable=False),
        sa.Column("about", sa.String(32)),
        sa.Column("other", sa.String(32)),
        sa.Column("field", sa.String(32)),
        sa.Column("value", sa.Text()),
        sa.Column("undoes", sa.BigInteger()),
        sa.Column("words", sa.Text()),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("made", sa.String(27), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_judgements"),
        sa.ForeignKeyConstraint(["undoes"], ["judgements.number"], name="fk_judgements_undoes"),
        sqlite_autoincrement=True,
    )
    _index("judgements", "about", "other")


def _part(name: str, /, **searched: Any) -> None:
    op.create_table(
        name,
        sa.Column("report", ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *(sa.Column(column, kind) for column, kind in searched.items()),
        sa.Column("exact", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("report", "position", name=f"pk_{name}"),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=f"fk_{name}_report"),
    )


def _index(table: str, *columns: str, long: bool = False) -> None:
    """An index a column; what may be `long` in PostgreSQL by its hash, since a tree takes 2,704 bytes at most."""
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column], postgresql_using="hash" if long else "btree")
