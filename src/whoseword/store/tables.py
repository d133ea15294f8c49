"""The tables of a store, as the newest migration leaves them. Facts first, people's judgements last; views apart.

Each table of a part holds what is searched in columns and the whole of it in `exact`, as `shape.py` writes it, so that
a record can be made again exactly. docs/store.md explains the tables to those who ask them with SQL.

>>> statements.c.exact.table.name
'statements'
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine

from whoseword.store.columns import Moment, Words

# The newest migration. A test holds it to what is in migrations/versions.
NEWEST = "0003"
VERSION_TABLE = "whoseword_version"
ID = 12

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
# SQLite counts rows up by itself only in a column called INTEGER.
COUNTED = BigInteger().with_variant(Integer, "sqlite")

inputs = Table(
    "inputs",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("bytes", LargeBinary),
    Column("packing", String(8)),
)

reports = Table(
    "reports",
    metadata,
    Column("key", String(ID), primary_key=True),
    Column("id", String(ID), nullable=False, index=True),
    Column("lineage", String(ID), ForeignKey("reports.key"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("followed_by", String(ID), ForeignKey("reports.key")),
    Column("place", Words),
    Column("path", Words, nullable=False),
    Column("line", Integer),
    Column("input", String(64), ForeignKey("inputs.sha256"), nullable=False),
    Column("url", Words),
    Column("outlet", Words),
    Column("title", Words),
    Column("language", String(16), nullable=False),
    Column("published", Words),
    Column("published_from", String(16), nullable=False),
    Column("text", Words, nullable=False),
    Column("text_sha256", String(64), nullable=False, index=True),
    Column("fingerprint", String(ID), nullable=False),
    Column("extractor", String(32), nullable=False),
    Column("model", String(32), nullable=False),
    Column("added", Moment, nullable=False),
    Column("exact", Text, nullable=False),
    UniqueConstraint("lineage", "number"),
    UniqueConstraint("fingerprint", "extractor", "model"),
)

readings = Table(
    "readings",
    metadata,
    Column("report", String(ID), ForeignKey("reports.key"), primary_key=True),
    Column("packed", LargeBinary, nullable=False),
)


def _part(name: str, *searched: Column[Any]) -> Table:
    """A table with a row for each part of a report, in the order of the record."""
    return Table(
        name,
        metadata,
        Column("report", String(ID), ForeignKey("reports.key"), primary_key=True),
        Column("position", Integer, primary_key=True),
        *searched,
        Column("exact", Text, nullable=False),
    )


def _searched(name: str, kind: TypeEngine[Any], *, index: bool = False) -> Column[Any]:
    return Column(name, kind, index=index)


entities = _part(
    "entities",
    _searched("id", String(ID), index=True),
    _searched("name", Words()),
    _searched("kind", String(16)),
    _searched("named", Boolean()),
    _searched("description", Words()),
)

statements = Table(
    "statements",
    metadata,
    Column("row", COUNTED, primary_key=True),
    Column("report", String(ID), ForeignKey("reports.key"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("id", String(ID), nullable=False, index=True),
    Column("entity", String(ID), index=True),
    Column("source", Words),
    Column("content", Words, nullable=False),
    Column("folded", Text, nullable=False),
    Column("quote", String(16), nullable=False),
    Column("act", String(16), nullable=False),
    Column("within", String(ID)),
    Column("distance", String(16)),
    Column("confidence", Float, nullable=False),
    Column("rule", Text, nullable=False),
    Column("exact", Text, nullable=False),
    UniqueConstraint("report", "position"),
)

links = Table(
    "links",
    metadata,
    Column("report", String(ID), ForeignKey("reports.key"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("step", Integer, primary_key=True),
    Column("statement", String(ID), nullable=False),
    Column("entity", String(ID), index=True),
    Column("link", String(16), nullable=False),
    Column("rule", Text, nullable=False),
)

times = _part(
    "times",
    _searched("words", Words()),
    _searched("kind", String(16)),
    _searched("value", Text()),
    _searched("first_day", String(10), index=True),
    _searched("end_day", String(10)),
)

quantities = _part(
    "quantities",
    _searched("words", Words()),
    _searched("amount", Float()),
    _searched("vague", Text()),
    _searched("unit", Words()),
    _searched("bound", String(16)),
    _searched("counted", Words()),
    _searched("place", Words()),
)

events = _part(
    "events",
    _searched("id", String(ID), index=True),
    _searched("predicate", Words()),
    _searched("category", String(32), index=True),
    _searched("mode", String(16)),
    _searched("statement", String(ID)),
)

commitments = _part(
    "commitments",
    _searched("id", String(ID), index=True),
    _searched("words", Words()),
    _searched("status", String(16), index=True),
    _searched("due_state", String(16)),
    _searched("due_value", Text()),
)

figures = _part(
    "figures",
    _searched("words", Words()),
    _searched("counted", Words()),
    _searched("place", Words()),
    _searched("statement", String(ID)),
)

problems = _part(
    "problems",
    _searched("code", String(64), index=True),
    _searched("message", Words()),
)

changes = Table(
    "changes",
    metadata,
    Column("after", String(ID), ForeignKey("reports.key"), primary_key=True),
    Column("before", String(ID), ForeignKey("reports.key"), nullable=False),
    Column("exact", Text, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("number", COUNTED, primary_key=True),
    Column("verdict", String(32), nullable=False),
    Column("about", String(32), index=True),
    Column("other", String(32), index=True),
    Column("field", String(32)),
    Column("value", Words),
    Column("undoes", BigInteger, ForeignKey("judgements.number")),
    Column("words", Words),
    Column("author", Words, nullable=False),
    Column("made", Moment, nullable=False),
    sqlite_autoincrement=True,
)

# A row is the last visit to an address; `key` is the SHA-256 of the address, which may be too long for an index.
visits = Table(
    "visits",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("url", Words, nullable=False),
    Column("etag", Words),
    Column("last_modified", Words),
    Column("sha256", String(64)),
    Column("status", Integer),
    Column("fetched", Moment),
    Column("failures", Integer, nullable=False),
    Column("retry", Moment),
    Column("fault", Words),
    Column("feed", Words),
)

feeds = Table(
    "feeds",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("url", Words, nullable=False),
    Column("title", Words),
    Column("site", Words),
    Column("added", Moment, nullable=False),
)

watches = Table(
    "watches",
    metadata,
    Column("number", COUNTED, primary_key=True),
    Column("words", Words, nullable=False),
    Column("made", Moment, nullable=False),
    Column("author", Words, nullable=False),
    Column("webhook", Words),
    Column("allow_private", Boolean, nullable=False),
    Column("ended", Moment),
    sqlite_autoincrement=True,
)

notices = Table(
    "notices",
    metadata,
    Column("number", COUNTED, primary_key=True),
    Column("watch", BigInteger, ForeignKey("watches.number"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("about", String(64), nullable=False),
    Column("made", Moment, nullable=False),
    Column("delivered", Moment),
    Column("exact", Text, nullable=False),
    UniqueConstraint("watch", "kind", "about"),
    sqlite_autoincrement=True,
)

# A tree of PostgreSQL takes no entry above 2,704 bytes, and an address may be longer; a hash serves for equality.
for _column in (
    reports.c.place,
    reports.c.url,
    reports.c.outlet,
    entities.c.name,
    times.c.value,
    quantities.c.unit,
    commitments.c.due_value,
    figures.c.counted,
):
    Index(None, _column, postgresql_using="hash")
Index(None, reports.c.published)

# An index on words differs from database to database, so the migration makes it and these names stand for it.
WORDS_TABLE = "statement_words"
WORDS_INDEX = "ix_statements_words"
