"""The large store of the benchmark is the small one many times over, whole, and made distinct."""

from __future__ import annotations

import sqlite3

import pytest

from benchmarks import store as bench
from tests.store.across import add, record
from whoseword.lexicon import load_lexicon
from whoseword.store.opening import open_store
from whoseword.store.tracing import traced


@pytest.mark.model
def test_copies_are_whole_and_others(tmp_path):
    """Each table has its rows once a copy, each row points at one that is there, a report can still be added."""
    path = tmp_path / "desk.db"
    with open_store(str(path), make=True) as store:
        for name in ("dam", "copied", "ferry"):
            add(store, record(name))
    before = counted(path)
    bench.multiply(path, 3)
    assert counted(path) == {name: 4 * count for name, count in before.items()}
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(DISTINCT key) FROM passage_keys").fetchone()[0] > before["passage_keys"]
    connection.close()
    with open_store(str(path)) as store:
        add(store, record("later"))
        with store.reading() as reading:
            assert traced(reading, "the Orsel dam has four cracks", load_lexicon())


def counted(path) -> dict[str, int]:
    tables = ("reports", "statements", "entities", *(table for view in bench._VIEWS for table in view))
    connection = sqlite3.connect(path)
    found = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}
    connection.close()
    return found


def test_a_third_of_words_stays():
    """Short words and a third of the others are the same in every copy, a third in every tenth, the rest in none."""
    words = " ".join(f"word{chr(97 + n)}{chr(97 + m)}" for n in range(20) for m in range(20))
    one, ten, other = (set(bench.words_in(words, turn).split()) for turn in (1, 11, 12))
    assert 80 < len(one & ten & other) < 200
    assert 200 < len(one & ten) < 330
    assert bench.words_in("a the of", 5) == "a the of"
