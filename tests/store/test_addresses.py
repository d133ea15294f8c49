"""What --store was given."""

from __future__ import annotations

import pytest

from whoseword.errors import UsageError
from whoseword.store.addresses import address, shown


@pytest.mark.parametrize(
    ("typed", "driver", "database"),
    [
        ("whoseword.db", "sqlite", "whoseword.db"),
        ("/a b/100%.db", "sqlite", "/a b/100%.db"),
        ("sqlite:///desk.db", "sqlite", "desk.db"),
        ("postgresql://ann@db.example/desk", "postgresql+psycopg", "desk"),
        ("postgres://ann@db.example/desk", "postgresql+psycopg", "desk"),
    ],
)
def test_files_and_addresses_are_told_apart(typed, driver, database):
    """What has no :// is a file, whatever is in its name."""
    url = address(typed)
    assert (url.drivername, url.database) == (driver, database)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("mysql://ann:secret@db.example/desk", "mysql:// is no kind of store"),
        ("https://db.example/desk", "https:// is no kind of store"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("postgresql://ann:secret@db.example", "names no database"),
        ("postgresql://ann:secret@db.example:port/desk", "cannot be understood"),
        (" ", "names nothing"),
    ],
)
def test_what_can_be_no_store_is_refused(typed, message):
    """The message says what is wrong and never repeats a password."""
    with pytest.raises(UsageError, match=message) as refused:
        address(typed)
    assert "secret" not in str(refused.value)


def test_a_password_is_not_shown():
    """What messages call the store holds no password."""
    assert "secret" not in shown(address("postgresql://ann:secret@db.example/desk"))
