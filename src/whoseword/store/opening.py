"""A file or an address -> an open store with the newest tables: SQLite for one machine, PostgreSQL for a team.

Many may read at once and one writes; a second writer waits. Nothing of a transaction is seen before its end, and what
was killed in the middle leaves nothing.

    with open_store("whoseword.db", make=True) as store, store.writing() as connection:
        ...
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text

from whoseword.errors import StoreError
from whoseword.store.addresses import address, shown
from whoseword.store.faults import told
from whoseword.store.tables import NEWEST, VERSION_TABLE

# Adding one report takes milliseconds; who waits so long waits for a program that hangs.
WAIT_SECONDS = 30.0
MIGRATIONS = Path(__file__).parent / "migrations"
# Any number of ours: PostgreSQL gives the lock of this number to one writer at a time, as SQLite does by itself.
_LOCK = 0x57484F
# What to do where there is no store.
MADE_BY = "whoseword add, follow and watch add make one, and --store names another"


@dataclass(frozen=True, slots=True)
class Store:
    """An open store. `name` is what it is called in messages."""

    engine: Engine
    name: str
    wait: float

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the store as it is now, whatever others write meanwhile."""
        with told(self.name, self.wait), self.engine.connect() as connection:
            if self.engine.dialect.name == "postgresql":
                connection = connection.execution_options(isolation_level="REPEATABLE READ")  # noqa: PLW2901
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one connection that writes: all of what is done with it is kept, or none of it."""
        with told(self.name, self.wait), self.engine.connect() as free:
            connection = free.execution_options(writes=True)
            with connection.begin():
                if connection.dialect.name == "postgresql":
                    connection.execute(text(f"SET LOCAL lock_timeout = {round(1000 * self.wait)}"))
                    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
                yield connection

    def close(self) -> None:
        """Gives its connections back."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(store: str, *, make: bool = False, wait: float = WAIT_SECONDS) -> Store:
    """The store in a file or at an address; `make` it where nothing is there yet.

    Raises:
        UsageError: this cannot be the address of a store.
        StoreError: it is not there, no store, newer than this program, locked, or may not be written.
    """
    url = address(store)
    name = shown(url)
    if url.drivername == "sqlite":
        _look_at(Path(name), make=make)
    opened = Store(_engine(url, name, wait), name, wait)
    try:
        if not _is_newest(opened, make=make):
            _upgrade(opened)
        if url.drivername == "sqlite":
            _write_ahead(opened)
    except BaseException:
        opened.close()
        raise
    return opened


def _look_at(file: Path, *, make: bool) -> None:
    """What SQLite would say in a way that helps nobody."""
    if file.is_dir():
        raise StoreError(f"{file} is a folder; name the file that is the store, with --store")
    if not file.parent.is_dir():
        raise StoreError(f"{file} cannot be made: there is no folder {file.parent}; make it, or name another --store")
    if not make and not file.exists():
        raise StoreError(f"there is no store at {file}; {MADE_BY}")


def _engine(url: URL, name: str, wait: float) -> Engine:
    if url.drivername != "sqlite":
        try:
            return create_engine(url, connect_args={"connect_timeout": max(2, round(wait))})
        except ModuleNotFoundError:
            message = f"{name} needs a driver that is not installed: pip install 'whoseword[postgres]'"
            raise StoreError(message) from None
    engine = create_engine(url, connect_args={"timeout": wait})
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: Any, _: object) -> None:
    # Python's module begins transactions where it thinks fit; here `_on_begin` does.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")


def _on_begin(connection: Connection) -> None:
    # A transaction that reads first and writes later could not wait for another writer: SQLite refuses it at once.
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _is_newest(store: Store, *, make: bool) -> bool:
    with store.reading() as connection:
        revision = _revision(connection, store.name)
    if revision is None and not make:
        raise StoreError(f"{store.name} holds no store yet; {MADE_BY}")
    return revision == NEWEST


def _revision(connection: Connection, name: str) -> str | None:
    """The migration that the tables come from, None of an empty database."""
    tables = inspect(connection).get_table_names()
    if VERSION_TABLE in tables:
        revision: str | None = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))  # noqa: S608
        return revision
    if tables:
        some = ", ".join(sorted(tables)[:3]) + (", …" if len(tables) > 3 else "")
        raise StoreError(f"{name} is a database but no store (it has the tables {some}); name another --store")
    return None


def _upgrade(store: Store) -> None:
    """All steps in one transaction: a store is never left between two."""
    # Here and not above: only a new or an old store needs it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    with store.writing() as connection:
        # Asked again: another program may have made the store since.
        revision = _revision(connection, store.name)
        if revision is not None and revision not in known:
            message = f"{store.name} was made by a newer whoseword (its tables are {revision}, this one knows {NEWEST})"
            raise StoreError(f"{message}; upgrade whoseword, or name another --store")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _write_ahead(store: Store) -> None:
    """Readers need not wait for the writer. The file remembers it, so that only the first to open it switches."""
    with told(store.name, store.wait), _raw(store) as connection:
        if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
            connection.execute("PRAGMA journal_mode = WAL")


def _raw(store: Store) -> AbstractContextManager[Any]:
    @contextmanager
    def borrowed() -> Iterator[Any]:
        connection = store.engine.raw_connection()
        try:
            yield connection.driver_connection
        finally:
            connection.close()

    return borrowed()
