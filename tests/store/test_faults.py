"""What databases say, in words that help."""

from __future__ import annotations

import sqlite3

import pytest

from whoseword.errors import StoreError
from whoseword.store.faults import told


class PostgresError(Exception):
    """An error as psycopg raises it."""

    def __init__(self, sqlstate: str | None) -> None:
        super().__init__("the server's own words")
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("database is locked", "writing it for more than 3 seconds"),
        ("attempt to write a readonly database", "its folder must be writable"),
        ("unable to open database file", "its folder must be writable"),
        ("database disk image is malformed", "the file is damaged"),
        ("database or disk is full", "make room"),
        ("disk I/O error", "the disk gave an error"),
        ("something new", "SQLite refused it .something new"),
    ],
)
def test_sqlite_is_understood(said, meant):
    """Each error names the store and what to do, or at least what SQLite said."""
    with pytest.raises(StoreError, match=rf"desk\.db: .*{meant}"), told("desk.db", 3):
        raise sqlite3.OperationalError(said)


@pytest.mark.parametrize(
    ("state", "meant"),
    [
        ("55P03", "writing it for more than 3 seconds"),
        ("42501", "ask who runs the database"),
        ("25006", "its primary server"),
        ("53100", "make room"),
        ("28P01", "look at its host, name, user and password"),
        (None, "look at its host, name, user and password"),
        ("XX000", "PostgreSQL refused it .the server's own words"),
    ],
)
def test_postgresql_is_understood(state, meant):
    """The same for its codes; a server that does not answer has none."""
    from sqlalchemy.exc import DBAPIError

    with pytest.raises(StoreError, match=rf"db\.example: .*{meant}"), told("db.example", 3):
        raise DBAPIError("SELECT", {}, PostgresError(state))


def test_other_errors_go_their_way():
    """A fault of the program is not taken for one of the database."""
    with pytest.raises(ZeroDivisionError), told("desk.db", 3):
        raise ZeroDivisionError
