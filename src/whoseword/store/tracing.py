"""Words, or a unit of telling -> the units in the store that tell most nearly the same, the best first.

The rarest words are looked up first, alone and in pairs, and of each only so many; what shares most of the rare words
is then looked at closely. So the time does not grow with the store.

    for unit, score in traced(connection, "the ferry to Orsel was stopped", lexicon):
        print(unit.words)
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import combinations

from sqlalchemy import ColumnElement, Connection, func, literal_column, select, text

from whoseword.across import Match, Ref, Told
from whoseword.claims.keys import keys
from whoseword.claims.match import match
from whoseword.errors import UsageError
from whoseword.lexicon import Lexicon
from whoseword.store.judged import judged
from whoseword.store.nearby import near, nearest
from whoseword.store.unpacking import items_at
from whoseword.store.view_tables import STEMS_TABLE, told, told_keys
from whoseword.store.views import UNITS, searched_stems

# The rarest words that are looked up together, in pairs and alone. What shares none of these pairs shares little.
TOGETHER, PAIRED, ALONE = 8, 5, 3
# Of each so many units, the newest first.
MOST_FOUND = 200
# So many of them are compared closely.
MOST_MATCHED = 60
# So many more than were asked for are fetched, since some may be hidden.
SPARE = 20


def traced(
    connection: Connection, asked: Told | str, lexicon: Lexicon, limit: int = 20
) -> list[tuple[Told, Match | float]]:
    """The best units, at most `limit`: with their match to a unit, or for words with the share of these that they have.

    A word counts by how rare it is in news. A unit that `asked` is itself is left out.

    Raises:
        UsageError: there is no word in what was asked.
    """
    if isinstance(asked, str):
        return _told_so(connection, asked, lexicon, limit)
    rows = nearest(near(connection, told_keys, keys(asked), UNITS.bounds.key), MOST_MATCHED)
    shared = _ranked(connection, asked.words, lexicon)
    chosen = [row for row, _ in rows] + [row for row, _ in shared[:MOST_MATCHED]]
    units = _units(connection, chosen)
    found = [(unit, _match(unit, asked, lexicon)) for unit in units.values() if unit.ref != asked.ref]
    kept = [(unit, each) for unit, each in found if each.grade != "none"]
    kept.sort(key=lambda each: (each[1].grade != "same", -each[1].score, each[0].ref))
    return [*kept[:limit]]


def _match(unit: Told, asked: Told, lexicon: Lexicon) -> Match:
    a, b = sorted((unit, asked), key=lambda each: each.ref)
    return match(a, b, lexicon)


def _told_so(connection: Connection, asked: str, lexicon: Lexicon, limit: int) -> list[tuple[Told, Match | float]]:
    scores = dict(_ranked(connection, asked, lexicon)[: limit + SPARE])
    units = _units(connection, list(scores))
    found: list[tuple[Told, Match | float]] = [(unit, scores[row]) for row, unit in units.items()]
    return found[:limit]


def _ranked(connection: Connection, asked: str, lexicon: Lexicon) -> list[tuple[int, float]]:
    """Rows with how much of what was asked they have, 0 to 1; the most first, of equals the one with least else."""
    rarity = {word: lexicon.rarity(word) for word in searched_stems(asked).split()}
    words = sorted(rarity, key=lambda word: (-rarity[word], word))
    if not words:
        raise UsageError(f"nothing to trace in {asked!r}: give a word of letters or digits")
    rows: set[int] = set()
    for few in _questions(words):
        rows.update(_having(connection, few))
    whole = sum(rarity.values()) or 1.0
    found: list[tuple[float, int, int]] = []
    chosen = select(told.c.row, told.c.stems).where(told.c.row.in_(sorted(rows)))
    for row in connection.execute(chosen):
        stems = row.stems.split()
        share = sum(rarity.get(stem, 0.0) for stem in stems) / whole
        found.append((-round(share, 4), len(stems), row.row))
    return [(row, -share) for share, _, row in sorted(found)]


def _questions(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Words that must stand together, for each question to the index; the rarest first."""
    pairs = combinations(words[:PAIRED], 2)
    alone = ((word,) for word in words[:ALONE])
    return list(dict.fromkeys((tuple(words[:TOGETHER]), *pairs, *alone)))


def _having(connection: Connection, words: Iterable[str]) -> Sequence[int]:
    """The newest rows that have all these words. They hold letters and digits alone."""
    if connection.dialect.name == "sqlite":
        asked = text(
            f"SELECT rowid FROM {STEMS_TABLE} WHERE {STEMS_TABLE} MATCH :words ORDER BY rowid DESC LIMIT :most"  # noqa: S608
        )
        given = {"words": " ".join(f'"{word}"' for word in words), "most": MOST_FOUND}
        return connection.scalars(asked, given).all()
    simple: ColumnElement[str] = literal_column("'simple'::regconfig")
    query = func.to_tsquery(simple, " & ".join(f"'{word}'" for word in words))
    condition = func.to_tsvector(simple, told.c.stems).op("@@")(query)
    return connection.scalars(select(told.c.row).where(condition).order_by(told.c.row.desc()).limit(MOST_FOUND)).all()


def _units(connection: Connection, rows: Collection[int]) -> dict[int, Told]:
    """The units in these rows, in the order of the rows, without what people have hidden."""
    hidden = judged(connection).hidden
    units = items_at(connection, UNITS, set(rows))
    return {
        row: units[row] for row in rows if units[row].ref not in hidden and Ref(units[row].ref.report, "") not in hidden
    }
