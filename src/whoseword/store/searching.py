"""Words -> the statements whose content has them all, in the newest version of each report, newest report first.

In: a connection and what somebody typed. Out: hits. Each word is taken as it stands: no character of the input is an
operator but `*` at the end of a word, which takes every word that begins so. Case and accents do not count.

    search(connection, "ferry delay*", source="harbour", since="2021-07")
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from sqlalchemy import ColumnElement, Connection, and_, func, literal_column, or_, select, text

from whoseword.across import Ref
from whoseword.errors import UsageError
from whoseword.reports.folding import words
from whoseword.store.judged import judged
from whoseword.store.tables import WORDS_TABLE, entities, reports, statements


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement that was found; `source` is who said it as the report names or describes them."""

    report: str
    key: str
    statement: str
    source: str | None
    content: str
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Bounds:
    """What else must be true: words in the name of the source, and the first and last day of publication (ISO)."""

    source: str | None = None
    since: str | None = None
    until: str | None = None


def search(connection: Connection, typed: str, bounds: Bounds | None = None, *, limit: int = 100) -> list[Hit]:
    """The statements that hold every word of `typed`, at most `limit`, without what is hidden.

    Of a named source nothing need be typed.

    Raises:
        UsageError: there is no word in what was typed.
    """
    tokens, bounds = _tokens(typed), bounds or Bounds()
    if not tokens and (typed.strip() or not bounds.source):
        raise UsageError(f"nothing to search for in {typed!r}: give a word of letters or digits")
    hidden = judged(connection).hidden
    said_by = and_(entities.c.report == statements.c.report, entities.c.id == statements.c.entity)
    found = (
        select(reports, statements.c.id.label("statement"), statements.c.content, statements.c.source)
        .add_columns(entities.c.name, entities.c.description)
        .join(reports, reports.c.key == statements.c.report)
        .outerjoin(entities, said_by)
        .where(reports.c.followed_by.is_(None), *_holds(tokens, connection.dialect.name), *_within(bounds))
        .order_by(reports.c.published.desc().nulls_last(), reports.c.key, statements.c.position)
        .limit(limit + len(hidden))
    )
    hits = [
        Hit(
            report=row.id,
            key=row.key,
            statement=row.statement,
            source=row.name or row.description or row.source,
            content=row.content,
            outlet=row.outlet,
            published=row.published,
        )
        for row in connection.execute(found)
    ]
    shown = (hit for hit in hits if hidden.isdisjoint((Ref(hit.report, ""), Ref(hit.report, hit.statement))))
    return list(islice(shown, limit))


def _tokens(typed: str) -> list[tuple[str, bool]]:
    """The words to look for, and of each whether longer words count as well."""
    found: list[tuple[str, bool]] = []
    for piece in typed.split():
        parts = words(piece)
        found += [(part, piece.endswith("*") and part is parts[-1]) for part in parts]
    return found


def _holds(tokens: list[tuple[str, bool]], dialect: str) -> list[ColumnElement[bool]]:
    """The condition in the words of each database. The tokens hold letters and digits alone."""
    if not tokens:
        return []
    if dialect == "sqlite":
        query = " ".join(f'"{word}"*' if begins else f'"{word}"' for word, begins in tokens)
        matching = text(f"SELECT rowid FROM {WORDS_TABLE} WHERE {WORDS_TABLE} MATCH :words")  # noqa: S608
        return [statements.c.row.in_(matching.bindparams(words=query))]
    query = " & ".join(f"'{word}':*" if begins else f"'{word}'" for word, begins in tokens)
    simple: ColumnElement[str] = literal_column("'simple'::regconfig")
    return [func.to_tsvector(simple, statements.c.folded).op("@@")(func.to_tsquery(simple, query))]


def _within(bounds: Bounds) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if bounds.source:
        places = (entities.c.name, entities.c.description, statements.c.source)
        wanted = bounds.source.lower()
        conditions.append(or_(*(func.lower(place).contains(wanted, autoescape=True) for place in places)))
    if bounds.since:
        conditions.append(reports.c.published >= bounds.since)
    if bounds.until:
        # "2021-07" until "2021-07": a day begins with its month.
        conditions.append(or_(reports.c.published <= bounds.until, reports.c.published.startswith(bounds.until)))
    return conditions
