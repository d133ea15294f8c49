"""What a large store costs: `python -m benchmarks.store [--large 50000] [--folder FOLDER]`.

Two ratios and times, on SQLite files: adding one report (kept and compared; reading it costs the same in any store) to
a store of 1,000 reports and to one of 50,000, by turns; and `trace` in the larger one, by words that stand in it and by
the same in another order, with half of them in other forms.

Reports come from the mixed sample. The larger store is the smaller one many times over, made distinct in the database:
each copy of a report has an id, rows and references of its own, and by a number made of the word or key and the copy,
a third of its words and keys stay as they are, a third come back in every tenth copy and a third in no other. So names
and numbers differ, common words do not, and what many reports share is shared by fifty times as many. Of copies the
words and grammar that the reader saw are left out: nothing is ever looked up in them.
"""

from __future__ import annotations

import argparse
import gzip
import random
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from benchmarks.gate import SHARED
from whoseword.claims.told import units
from whoseword.lexicon import load_lexicon
from whoseword.model import Record, hashed_id
from whoseword.pipeline import Work, read_paths
from whoseword.store.keeping import ReadBy, keep, taken_for, taken_from
from whoseword.store.opening import Store, open_store
from whoseword.store.tracing import traced
from whoseword.store.viewing import refresh

SAMPLE = SHARED / "corpora" / "news" / "sample_3000.jsonl.gz"
SMALL, ADDED, QUERIES = 1000, 40, 200
# Words that nearly every text has stay as they are in every copy.
SHORT = 4
NOW = datetime(2026, 1, 1, tzinfo=UTC)
BY = ReadBy("bench", "bench")
_PARTS = ("entities", "events", "times", "quantities", "commitments", "figures")
_VIEWS = (
    ("told", "told_keys", "matches"),
    ("appearances", "appearance_keys", "likenesses"),
    ("sketches", "sketch_keys", "kinships"),
    ("passages", "passage_keys", "copies"),
)


def sample(count: int, folder: Path) -> list[Record]:
    """So many records of the mixed sample, read now."""
    path = folder / "sample.jsonl"
    with gzip.open(SAMPLE, "rt", encoding="utf-8") as lines:
        path.write_text("".join(line for _, line in zip(range(count), lines, strict=False)), "utf-8")
    return [each for each in read_paths([str(path)], work=Work(jobs=2)) if isinstance(each, Record)]


def add(store: Store, record: Record) -> float:
    """Seconds of keeping one record and making its views."""
    begun = time.perf_counter()
    taken = taken_for(record.report, taken_from(record.report.text.encode("utf-8", "surrogatepass"), None))
    with store.writing() as connection:
        kept = keep(connection, record, taken, BY, when=NOW)
        refresh(connection, kept.key, record, load_lexicon())
    return time.perf_counter() - begun


def multiply(path: Path, copies: int) -> None:
    """Puts so many further copies of each report into the store, made distinct as described above."""
    connection = sqlite3.connect(path)
    connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-1000000;")
    for name, function in (("copied", copied), ("key_in", key_in), ("words_in", words_in)):
        connection.create_function(name, 2, function, deterministic=True)
    numbers = ", ".join(f"({number})" for number in range(1, copies + 1))
    connection.execute("CREATE TEMP TABLE turns (n INTEGER PRIMARY KEY)")
    connection.execute(f"INSERT INTO turns VALUES {numbers}")  # noqa: S608
    # An index that is made at once is made in a tenth of the time that rows one by one take.
    indexes = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    ).fetchall()
    for statement in (f'DROP INDEX "{name}"' for name, _ in indexes):
        connection.execute(statement)
    for statement in (*_statements(connection), *(sql for _, sql in indexes)):
        connection.execute(statement)
    connection.commit()
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()


def _statements(connection: sqlite3.Connection) -> Iterator[str]:
    """One INSERT a table: all rows of the small store, once for each turn."""
    key = 'copied(x."{}", t.n)'
    yield _copied(connection, "reports", key=key, id=key, lineage=key, fingerprint=key, url="NULL")
    for table in ("statements", "links", *_PARTS):
        found = {"report": key} | ({"row": _row(connection, "statements")} if table == "statements" else {})
        yield _copied(connection, table, **found, **({"folded": 'words_in(x."{}", t.n)'} if "row" in found else {}))
    yield _copied(connection, "viewed", report=key)
    lasts = " ".join(f"WHEN '{items}' THEN {_last(connection, items)}" for items, *_ in _VIEWS)
    yield _copied(connection, "packs", report=key, first=f"x.first + (CASE x.view {lasts} END) * t.n")
    for items, keys, pairs in _VIEWS:
        row = _row(connection, items)
        stems = {"stems": 'words_in(x."{}", t.n)'} if items == "told" else {}
        yield _copied(connection, items, row=row, report=key, **stems)
        # In the order of the keys: a tree that is filled in order is filled quickly.
        yield _copied(connection, keys, key='key_in(x."{}", t.n)', item=row) + " ORDER BY 1, 2"
        yield _copied(connection, pairs, a=row, b=row)


def _row(connection: sqlite3.Connection, table: str) -> str:
    return f"x.{{}} + {_last(connection, table)} * t.n"


def _last(connection: sqlite3.Connection, table: str) -> int:
    last: int = connection.execute(f"SELECT max(row) FROM {table}").fetchone()[0]  # noqa: S608
    return last


def _copied(connection: sqlite3.Connection, table: str, **changed: str) -> str:
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    values = ", ".join(changed.get(name, 'x."{}"').format(name) for name in names)
    listed = ", ".join(f'"{name}"' for name in names)
    return f"INSERT INTO {table} ({listed}) SELECT {values} FROM {table} AS x, turns AS t"  # noqa: S608


def copied(key: str | None, turn: int) -> str | None:
    """The key or id of a report in its copy."""
    return None if key is None else hashed_id(key, turn)


def variant(number: int, turn: int) -> int:
    """Which variant of a word or key the copy has: 0, itself; one of ten; one of its own."""
    return (0, 1 + turn % 10, 100 + turn)[number % 3]


def key_in(key: int, turn: int) -> int:
    """A key in a copy; an odd multiplier mixes the bits, and 63 of them are kept."""
    changed = variant(key, turn)
    return key if changed == 0 else ((key ^ changed) * 0x9E3779B97F4A7C15) & 0x7FFFFFFFFFFFFFFF


def words_in(words: str, turn: int) -> str:
    """The searched words of a unit in a copy: another word is the same with letters behind it."""
    return " ".join(_word(word, turn) for word in words.split())


def _word(word: str, turn: int) -> str:
    if len(word) < SHORT:
        return word
    changed = variant(blake2b(word.encode(), digest_size=1).digest()[0], turn)
    return word if changed == 0 else f"{word}{chr(97 + changed // 26)}{chr(97 + changed % 26)}"


def queries(path: Path) -> list[str]:
    """Words of units in the store, every second time in another order and half of them in other forms."""
    chance = random.Random(6)  # noqa: S311  (the same queries in every run)
    connection = sqlite3.connect(path)
    (last,) = connection.execute("SELECT max(row) FROM told").fetchone()
    found: list[str] = []
    while len(found) < QUERIES:
        row = connection.execute("SELECT stems FROM told WHERE row = ?", (chance.randint(1, last),)).fetchone()
        words = row[0].split()[:12] if row else []
        if len(words) < SHORT:
            continue
        if len(found) % 2:
            words = chance.sample(words, len(words))
            words = [f"{word}s" if place % 2 else word for place, word in enumerate(words)]
        found.append(" ".join(words))
    connection.close()
    return found


def measure(folder: Path, records: Sequence[Record], large: int) -> None:
    """Builds both stores and prints what they cost."""
    small_path, large_path = folder / "small.db", folder / "large.db"
    base, fresh = records[:SMALL], records[SMALL:]
    begun = time.perf_counter()
    with open_store(str(small_path), make=True) as store:
        for record in base:
            add(store, record)
    print(f"{'reports, units of telling a report':44s} {len(base)}, {_units(base):.0f}", flush=True)
    shutil.copy(small_path, large_path)
    multiply(large_path, large // len(base) - 1)
    print(f"{'minutes to build both stores':44s} {(time.perf_counter() - begun) / 60:.1f}", flush=True)
    for path in (small_path, large_path):
        print(f"{f'{path.stem}, gigabytes':44s} {path.stat().st_size / 1e9:.2f}")
    with open_store(str(small_path)) as small, open_store(str(large_path)) as big:
        times = [(add(small, record), add(big, record)) for record in fresh]
        one, other = (statistics.median(column) for column in zip(*times[2:], strict=True))
        print(f"{f'adding to {len(base):,}, ms (median of {len(times) - 2})':44s} {1000 * one:.0f}")
        print(f"{f'adding to {large:,}, ms':44s} {1000 * other:.0f}")
        print(f"{'ratio (at most 1.5)':44s} {other / one:.2f}")
        trace(big, queries(large_path))


def trace(store: Store, asked: Sequence[str]) -> None:
    """Prints the times of `trace`."""
    lexicon = load_lexicon()
    times: list[float] = []
    with store.reading() as connection:
        statements = connection.exec_driver_sql("SELECT count(*) FROM statements").scalar()
        told = connection.exec_driver_sql("SELECT count(*) FROM told").scalar()
        for words in asked:
            begun = time.perf_counter()
            traced(connection, words, lexicon)
            times.append(1000 * (time.perf_counter() - begun))
    times.sort()
    print(f"{f'trace in {statements:,} statements, {told:,} units':44s}")
    print(f"{f'  ms, median of {len(times)}':44s} {statistics.median(times):.0f}")
    print(f"{'  ms, p95 (less than 200)':44s} {times[int(0.95 * len(times))]:.0f}")


def _units(records: Sequence[Record]) -> float:
    some = records[:50]
    return sum(len(units(record, load_lexicon())) for record in some) / max(1, len(some))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--large", type=int, default=50_000)
    parser.add_argument("--folder", type=Path, help="where the stores are made; a temporary folder where not given")
    given = parser.parse_args(arguments)
    if not SAMPLE.exists():
        print(f"SKIPPED: {SAMPLE.name} not found beside this checkout; the store was not measured.")
        return 0
    with tempfile.TemporaryDirectory(dir=given.folder) as name:
        folder = Path(name)
        measure(folder, sample(SMALL + ADDED, folder), given.large)
    return 0


if __name__ == "__main__":
    sys.exit(main())
