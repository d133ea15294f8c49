"""`whoseword add`, killed at any moment: nothing lost, nothing twice, and the store opens.

WHOSEWORD_KILLS=200 kills so often; without it a few times, so that the test is always run.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import select, text

from whoseword.store import tables
from whoseword.store.opening import open_store
from whoseword.store.rebuilding import rebuild

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("WHOSEWORD_KILLS", "4"))
# Adding them all takes two seconds or so, more than any process gets: most kills meet a report half written.
REPORTS = 240
ADDS = """
import sys
from tests.plain_reader import PlainReader
from whoseword import cli, pipeline
import whoseword.commands.adding
pipeline._load_reader = PlainReader
print("ready", flush=True)
cli.app(sys.argv[1:])
"""


def adding(store: Path, rows: Path) -> subprocess.Popen[str]:
    """A process that adds, about to begin."""
    command = [sys.executable, "-c", ADDS, "add", str(rows), "--store", str(store), "--format", "jsonl"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def write(path: Path) -> None:
    texts = [f"Ada Rook said that ferry {number} was late. A clerk said that it rained." for number in range(REPORTS)]
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
        counts.append(there)
        if there == REPORTS:
            counts.append(0)
            for name in ("", "-wal", "-shm"):
                store.with_name(f"{store.name}{name}").unlink(missing_ok=True)
    process = adding(store, rows)
    process.communicate()
    assert process.returncode == 0
    assert whole(store) == REPORTS
