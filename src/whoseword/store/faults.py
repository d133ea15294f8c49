"""What a database says when it fails -> a StoreError that names the store, what is wrong and what to do.

>>> with told("desk.db", 30):
...     raise sqlite3.OperationalError("database is locked")
Traceback (most recent call last):
whoseword.errors.StoreError: desk.db: another program has been writing it for more than 30 seconds; try again later
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from whoseword.errors import StoreError

LOCKED = "another program has been writing it for more than {wait:g} seconds; try again later"
READ_ONLY = (
    "it cannot be written: SQLite keeps files beside it, so that its folder must be writable too."
    " Copy it to a folder of yours, or name another with --store"
)
FULL = "the disk is full; make room, nothing that was added before is lost"
# By the words, since a module of Python before 3.11 gave no codes and SQLAlchemy keeps the words.
_SQLITE = {
    "not a database": "it is a file but no store; name another with --store",
    "database is locked": LOCKED,
    "readonly database": READ_ONLY,
    "unable to open database": READ_ONLY,
    "disk i/o error": "the disk gave an error; look at it, then copy the store with its -wal file beside it",
    "is malformed": "the file is damaged; go back to a copy of it, or save what is left with sqlite3's .recover",
    "disk is full": FULL,
}
# By the codes of appendix A of PostgreSQL's manual.
_POSTGRESQL = {
    "55P03": LOCKED,
    "42501": "this user may not do that there; ask who runs the database for the right to make and write tables",
    "25006": "the database is read-only; write to its primary server",
    "53100": FULL,
}


@contextmanager
def told(name: str, wait: float) -> Iterator[None]:
    """Turns errors of the databases into StoreErrors."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"{name}: {_meaning(error.orig or error, wait)}") from error
    except sqlite3.Error as error:
        raise StoreError(f"{name}: {_meaning(error, wait)}") from error


def _meaning(error: BaseException, wait: float) -> str:
    said = " ".join(str(error).split())
    if isinstance(error, sqlite3.Error):
        found = [meaning for words, meaning in _SQLITE.items() if words in said.lower()]
        return found[0].format(wait=wait) if found else f"SQLite refused it ({said})"
    state = getattr(error, "sqlstate", None)
    if state in _POSTGRESQL:
        return _POSTGRESQL[state].format(wait=wait)
    if state is None or state.startswith(("08", "28", "3D", "57P")):
        return f"it cannot be reached ({said}); look at its host, name, user and password"
    return f"PostgreSQL refused it ({said})"
