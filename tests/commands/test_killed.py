"""`whoseword add`, killed at any moment: nothing lost, nothing twice, the views are those of what is there.

WHOSEWORD_KILLS=200 kills so often; without it a few times, so that the test is always run.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import select, text, update

from tests.store.across import views
from whoseword.lexicon import load_lexicon
from whoseword.store import tables
from whoseword.store.forgetting import forget_all
from whoseword.store.opening import open_store
from whoseword.store.rebuilding import rebuild
from whoseword.store.view_tables import viewed
from whoseword.store.viewing import catch_up

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("WHOSEWORD_KILLS", "4"))
# Adding them all takes two seconds or so, more than any process gets: most kills meet a report half written.
REPORTS = 100
# So many reports tell of the same, so that there is something to compare.
ALIKE = 4
ADDS = """
import signal
import sys
from tests.plain_reader import TaggingReader
from whoseword import cli, pipeline
import whoseword.commands.adding
pipeline._load_reader = TaggingReader
# A shell that runs the tests in the background has them ignore interrupts, and children inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)
print("ready", flush=True)
cli.app(sys.argv[1:])
"""


def adding(store: Path, rows: Path) -> subprocess.Popen[str]:
    """A process that adds, about to begin."""
    command = [sys.executable, "-c", ADDS, "add", str(rows), "--store", str(store), "--format", "jsonl"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def text_of(number: int) -> str:
    """A text that shares most of its words with a few others and with no more."""
    who, ship, town, cargo, way, guild, port = (word(number // ALIKE, place) for place in range(7))
    told = f"Ada {who.title()} said that the {ship} of the {guild} {way}ed all its {cargo} at {town.title()}, {number}."
    return f"{told} A {guild} said that the {cargo} of the {ship} was {way}ed in {port.title()} by the {guild}."


def word(number: int, place: int) -> str:
    """A word of its own for each number and place."""
    return "".join(("ba", "ke", "li", "mo", "nu")[(number * 7 + place * 31) // 5**step % 5] for step in range(4)) + "sd"


def write(path: Path) -> None:
    texts = [text_of(number) for number in range(REPORTS)]
    lines = [json.dumps({"text": each, "url": f"https://courier.example/{place}"}) for place, each in enumerate(texts)]
    path.write_text("\n".join(lines), "utf-8")


def whole(store: Path) -> int:
    """How many reports are there, every one of them whole."""
    with open_store(str(store), make=True) as opened, opened.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").first() is None
        connection.execute(text("SELECT count(*) FROM statement_words WHERE statement_words MATCH 'ferry'"))
        found = connection.execute(select(tables.reports.c.key, tables.reports.c.url, tables.reports.c.number)).all()
        assert len({row.url for row in found}) == len(found)
        assert {row.number for row in found} <= {1}
        assert all(len(rebuild(connection, row.key).statements) == 2 for row in found)
    return len(found)


def afresh(store: Path) -> bool:
    """Whether the views are those that are made when all are made anew from the reports that are there."""
    again = store.with_name("again.db")
    with open_store(str(store)) as opened:
        before = views(opened)
        opened.engine.dispose()
    with sqlite3.connect(store) as old, sqlite3.connect(again) as new:
        old.backup(new)
    old.close()
    new.close()
    with open_store(str(again)) as opened:
        with opened.writing() as connection:
            forget_all(connection)
            connection.execute(update(viewed).values(version=0))
        list(catch_up(opened, load_lexicon()))
        after = views(opened)
    again.unlink()
    # Stories are grouped when somebody asks for them, not when a report is added.
    return {**before, "stories": None} == {**after, "stories": None}


@pytest.mark.slow
def test_a_killed_add_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    """After each kill the store opens and holds whole reports alone, all that were told as added; at last each once."""
    rows, store = tmp_path / "a.jsonl", tmp_path / "desk.db"
    write(rows)
    chance = random.Random(7)
    counts = [0]
    for _ in range(KILLS):
        process = adding(store, rows)
        time.sleep(chance.uniform(0, 1.5))
        process.kill()
        told = [json.loads(line)["state"] for line in process.communicate()[0].splitlines() if line.endswith("}")]
        there = whole(store)
        assert counts[-1] + told.count("new") <= there <= REPORTS
        assert not there or afresh(store)
        counts.append(there)
        if there == REPORTS:
            counts.append(0)
            for name in ("", "-wal", "-shm"):
                store.with_name(f"{store.name}{name}").unlink(missing_ok=True)
    process = adding(store, rows)
    process.communicate()
    assert process.returncode == 0
    assert whole(store) == REPORTS
    assert afresh(store)
    with open_store(str(store)) as opened, opened.reading() as connection:
        for name in ("matches", "likenesses", "kinships", "copies"):
            assert connection.scalar(text(f"SELECT count(*) FROM {name}")) >= REPORTS


@pytest.mark.slow
def test_ctrl_c_leaves_a_good_store_and_says_how_to_go_on(tmp_path: Path) -> None:
    """All that was told as added is there, the exit code is that of an interrupt, and the next run adds the rest."""
    rows, store = tmp_path / "a.jsonl", tmp_path / "desk.db"
    write(rows)
    process = adding(store, rows)
    assert process.stdout
    first = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    told, errors = process.communicate()
    assert process.returncode == 130
    assert "Stopped." in errors
    assert "Traceback" not in errors
    added = [json.loads(line)["state"] for line in (first + told).splitlines()].count("new")
    assert 0 < added <= whole(store) <= added + 1 < REPORTS
    process = adding(store, rows)
    rest = [json.loads(line)["state"] for line in process.communicate()[0].splitlines()]
    assert (process.returncode, rest.count("known") >= added, whole(store)) == (0, True, REPORTS)
