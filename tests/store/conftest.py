"""Stores for the tests: each test that asks for `address` runs on a SQLite file and on a real PostgreSQL.

The server is started from Debian's package on loopback, on a port of its own; where no such package is installed those
tests are skipped, and say so.
"""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from whoseword.store.opening import Store, open_store

PACKAGES = Path("/usr/lib/postgresql")
PASSWORD = secrets.token_hex(8)


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
    return port


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server, without a database."""
    binaries = sorted(PACKAGES.glob("*/bin"), key=lambda path: float(path.parent.name))
    if not binaries:
        pytest.skip(f"no PostgreSQL in {PACKAGES}; on Debian: apt-get install postgresql")
    # It refuses to run as root, and its own user cannot look into pytest's folders.
    owner = "postgres" if os.geteuid() == 0 else None
    home = Path(tempfile.mkdtemp(prefix="whoseword-postgresql-"))
    secret = home / "password"
    secret.write_text(PASSWORD)
    if owner:
        shutil.chown(home, owner)
        shutil.chown(secret, owner)

    def run(program: str, *options: str) -> None:
        subprocess.run(
            [binaries[-1] / program, *options], user=owner, cwd=home, check=True, capture_output=True, timeout=120
        )

    data, port = str(home / "data"), free_port()
    try:
        run("initdb", "-D", data, "-U", "desk", "-A", "scram-sha-256", f"--pwfile={secret}", "-E", "UTF8", "--locale=C")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
        run("pg_ctl", "-D", data, "-l", str(home / "log"), "-w", "-o", options, "start")
        try:
            yield f"postgresql://desk:{PASSWORD}@127.0.0.1:{port}"
        finally:
            run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
def database(server: str) -> Iterator[str]:
    """A place of its own on the server (a schema: a database takes seconds to make), gone after the test."""
    name = f"desk_{secrets.token_hex(4)}"
    engine = create_engine(f"{server}/postgres".replace("://", "+psycopg://", 1), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
        yield f"{server}/postgres?options=-csearch_path%3D{name}"
        connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
    engine.dispose()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store, to be copied: making one takes longer than most tests."""
    path = tmp_path_factory.mktemp("template") / "desk.db"
    open_store(str(path), make=True).close()
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new store can be made, of either kind."""
    if request.param == "sqlite":
        return str(tmp_path / "desk.db")
    found: str = request.getfixturevalue("database")
    return found


@pytest.fixture
def store(address: str, template: Path) -> Iterator[Store]:
    """A new store of either kind."""
    if "://" not in address:
        shutil.copy(template, address)
    with open_store(address, make=True, wait=20) as opened:
        yield opened


@pytest.fixture
def filed(template: Path, tmp_path: Path) -> Iterator[Store]:
    """A new store in a file."""
    with open_store(str(shutil.copy(template, tmp_path / "desk.db"))) as opened:
        yield opened


@pytest.fixture(scope="session")
def desk_template(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the reports of `tests/store/across.py`, to be copied: comparing them takes a second or two."""
    from tests.store.across import add_all

    path = tmp_path_factory.mktemp("desk") / "desk.db"
    shutil.copy(template, path)
    with open_store(str(path)) as opened:
        add_all(opened)
    return path


@pytest.fixture
def told(desk_template: Path, tmp_path: Path) -> Iterator[Store]:
    """A store in a file with reports that were compared."""
    with open_store(str(shutil.copy(desk_template, tmp_path / "told.db"))) as opened:
        yield opened
