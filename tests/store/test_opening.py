"""Stores made, opened and refused."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from tests.store.conftest import free_port
from tests.store.kept import MARKED, full_record, put
from whoseword.errors import StoreError
from whoseword.store import opening, tables, view_tables
from whoseword.store.opening import open_store
from whoseword.store.rebuilding import rebuild

ROOT = Path(__file__).parents[2]


def remade(store, key):
    with store.reading() as connection:
        return rebuild(connection, key)


def test_a_store_is_made_and_opened_again(address):
    """What was kept is there when the store is opened a second time."""
    with open_store(address, make=True) as store:
        kept = put(store, full_record())
    with open_store(address) as store:
        assert remade(store, kept.key) == full_record()


def test_the_migrations_make_the_tables(store):
    """The migrations, written by hand, make exactly the tables that the program uses."""
    options = {"version_table": tables.VERSION_TABLE, "compare_type": True}
    with store.reading() as connection:
        found = compare_metadata(MigrationContext.configure(connection, opts=options), tables.metadata)
    special = {tables.WORDS_INDEX, view_tables.STEMS_INDEX}
    others = [
        each
        for each in found
        if not (
            isinstance(each, tuple)
            and (str(each[1].name).startswith(("statement_words", "told_stems")) or each[1].name in special)
        )
    ]
    assert others == []


def test_the_newest_migration_is_known():
    """The number that is compared when a store is opened is that of the last migration."""
    config = Config()
    config.set_main_option("script_location", str(opening.MIGRATIONS))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_current_head() == tables.NEWEST


def test_a_file_is_kept_safe(filed):
    """Readers do not wait, rows point at rows that are there, and each report reaches the disk before the next."""
    with filed.reading() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("foreign_keys", "synchronous")
        }
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    assert pragmas == {"foreign_keys": 1, "synchronous": 2}


def test_who_reads_sees_one_state(store):
    """A report that is added meanwhile is seen by the next transaction, not by this one."""
    count = text("SELECT count(*) FROM reports")
    with store.reading() as connection:
        assert connection.scalar(count) == 0
        put(store, full_record())
        assert connection.scalar(count) == 0
    with store.reading() as connection:
        assert connection.scalar(count) == 1


def test_a_newer_store_is_refused(address):
    """A store that a newer program made is left alone, and the message says to upgrade."""
    with open_store(address, make=True) as store, store.writing() as connection:
        connection.execute(text(f"UPDATE {tables.VERSION_TABLE} SET version_num = '9999'"))
    with pytest.raises(StoreError, match=r"made by a newer whoseword .*9999.*upgrade whoseword"):
        open_store(address, make=True)


def test_another_database_is_refused_and_left_as_it_is(tmp_path):
    """A database of another program gets no table of ours, and its mode is not changed."""
    path = tmp_path / "history.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE visits (url)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"no store .it has the tables visits"):
        open_store(str(path), make=True)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused(tmp_path):
    """A text that was named by mistake is not overwritten."""
    path = tmp_path / "notes.txt"
    path.write_text("The ferry was late. " * 100)
    with pytest.raises(StoreError, match=r"notes\.txt: it is a file but no store; name another with --store"):
        open_store(str(path), make=True)
    assert path.read_text().startswith("The ferry")


def test_an_empty_file_becomes_a_store_when_one_is_made(tmp_path):
    """What was killed before its first table was written is begun again; for reading it is no store yet."""
    path = tmp_path / "desk.db"
    path.touch()
    with pytest.raises(StoreError, match="holds no store yet"):
        open_store(str(path))
    open_store(str(path), make=True).close()
    open_store(str(path)).close()


@pytest.mark.parametrize(
    ("name", "message"),
    [("", "is a folder"), ("none/desk.db", "there is no folder"), ("desk.db", "there is no store at")],
)
def test_what_is_not_there_is_told(tmp_path, name, message):
    """The message names the place, and nothing is made."""
    with pytest.raises(StoreError, match=message):
        open_store(str(tmp_path / name), make=name.startswith("none"))
    assert list(tmp_path.iterdir()) == []


def test_a_locked_store_says_so(address):
    """A second writer waits as long as it may and then says what holds it up."""
    with open_store(address, make=True) as first, open_store(address, wait=0.2) as second, first.writing():
        waiting = r"another program has been writing it for more than 0\.2 seconds"
        with pytest.raises(StoreError, match=waiting), second.writing():
            pass
        with second.reading() as connection:
            assert connection.scalar(text("SELECT count(*) FROM reports")) == 0


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_told(filed, tmp_path):
    """A store in a folder that may not be written is refused with the remedy."""
    filed.close()
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(StoreError, match="its folder must be writable"):
            open_store(str(tmp_path / "new.db"), make=True)
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="/proc is a place of Linux where nobody may write")
def test_a_place_where_nobody_may_write_is_told():
    """The message names the file and says what to do."""
    with pytest.raises(StoreError, match=r"/proc/desk\.db: it cannot be written.*name another with --store"):
        open_store("/proc/desk.db", make=True)


def test_a_damaged_store_is_told(filed, tmp_path):
    """A file with overwritten pages is refused with words that people understand."""
    put(filed, full_record())
    filed.close()
    path = tmp_path / "desk.db"
    data = bytearray(path.read_bytes())
    data[100:] = b"\xff" * (len(data) - 100)
    path.write_bytes(data)
    with pytest.raises(StoreError, match=r"desk\.db: the file is damaged"):
        open_store(str(path))


def test_a_server_that_is_not_there_is_told():
    """The message names the address without its password."""
    address = f"postgresql://desk:secret@127.0.0.1:{free_port()}/desk"
    with pytest.raises(StoreError, match="cannot be reached") as refused:
        open_store(address, wait=2)
    assert "secret" not in str(refused.value)


def test_a_missing_driver_is_told(monkeypatch):
    """Without psycopg the message says what to install."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreError, match=r"pip install 'whoseword\[postgres\]'"):
        open_store("postgresql://desk@127.0.0.1/desk")


def test_two_may_make_a_store_at_once(address):
    """Of several that open a store which is not there yet, one makes it and the others find it."""
    failed: list[Exception] = []

    def make() -> None:
        try:
            open_store(address, make=True, wait=30).close()
        except Exception as error:  # noqa: BLE001
            failed.append(error)

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    open_store(address).close()


ADDS = """
import sys
from tests.store.kept import MARKED, full_record, put
from whoseword.store.opening import open_store
address, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with open_store(address, make=True) as store:
    for number in range(count):
        put(store, full_record(MARKED.replace("Monday", f"day {number} of {name}"), url=f"{name}/{number}"))
        put(store, full_record(MARKED.replace("Monday", f"day {number}"), url=f"both/{number}"))
"""


def test_two_processes_add_at_once(address):
    """Neither fails, nothing is lost, and what both add is there once."""
    count = 12
    command = [sys.executable, "-c", ADDS, address]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    running = [
        subprocess.Popen([*command, name, str(count)], cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True)
        for name in ("one", "two")
    ]
    assert [process.communicate(timeout=120)[1] for process in running] == ["", ""]
    with open_store(address) as store, store.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM reports")) == 3 * count
        assert connection.scalar(text("SELECT count(*) FROM statements")) == 6 * count
        if connection.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


def test_threads_may_share_a_store(store):
    """Each transaction has a connection of its own."""
    texts = [MARKED.replace("Monday", f"day {number}") for number in range(8)]
    threads = [
        threading.Thread(target=put, args=(store, full_record(each, url=str(place))))
        for place, each in enumerate(texts)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM reports")) == len(texts)
