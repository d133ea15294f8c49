"""What `--store` was given -> the address of a database.

A file's name is a SQLite file; `sqlite:///FILE` and `postgresql://USER@HOST/NAME` are addresses as they are.

>>> address("whoseword.db").database
'whoseword.db'
>>> address("postgres://ann@db.example/desk").drivername
'postgresql+psycopg'
"""

from __future__ import annotations

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from whoseword.errors import UsageError

_DRIVERS = {
    "sqlite": "sqlite",
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


def address(store: str) -> URL:
    """The address of the database.

    Raises:
        UsageError: the scheme is none that a store can have, or the address is not whole.
    """
    if not store.strip():
        raise UsageError("--store names nothing: give a file, or an address that begins with postgresql://")
    if "://" not in store:
        return URL.create("sqlite", database=store)
    scheme = store.partition("://")[0]
    if scheme not in _DRIVERS:
        raise UsageError(
            f"--store: {scheme}:// is no kind of store; give the name of a file, or postgresql://USER@HOST/NAME"
        )
    try:
        url = make_url(store)
    except (ArgumentError, ValueError):
        # The address is not repeated: it may hold a password.
        raise UsageError(f"--store: the address that begins with {scheme}:// cannot be understood") from None
    if not url.database or url.database == ":memory:":
        raise UsageError(f"--store: the address that begins with {scheme}:// names no {_what(scheme)}")
    return url.set(drivername=_DRIVERS[scheme])


def shown(url: URL) -> str:
    """The address for people, without the password."""
    return url.database or "" if url.drivername == "sqlite" else url.render_as_string(hide_password=True)


def _what(scheme: str) -> str:
    return "file" if scheme == "sqlite" else "database"
