r"""Types of columns that both databases keep exactly: words of a report, and moments.

In: values as the program has them. Out: what SQLite and PostgreSQL store alike, and back.

>>> escaped("half \ud83d, a \\")
'half \\ud83d, a \\\\'
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Dialect, String, Text
from sqlalchemy.types import TypeDecorator

# PostgreSQL refuses a NUL and both refuse the halves of characters, yet both occur in reports. All else stays as it
# is, so that the columns can be read and searched with any tool.
_REFUSED = re.compile("[\\\\\x00\ud800-\udfff]")
_ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|\\)")


def escaped(text: str) -> str:
    r"""`text` with NUL and half characters as \uXXXX, and the backslash doubled."""
    return _REFUSED.sub(lambda found: "\\\\" if found[0] == "\\" else f"\\u{ord(found[0]):04x}", text)


def unescaped(text: str) -> str:
    """What `escaped` made this of."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else "\\", text)


class Words(TypeDecorator[str]):
    """Text that comes from a report, whatever characters are in it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """To the database."""
        return None if value is None else escaped(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """From the database."""
        return None if value is None else unescaped(value)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, as ISO 8601 text that sorts: SQLite would lose the time zone."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """To the database; a moment without a time zone is refused."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """From the database."""
        return None if value is None else datetime.fromisoformat(value)
