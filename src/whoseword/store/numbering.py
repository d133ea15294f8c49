"""A table -> the number of its next row. Who writes counts: it is alone, and knows the numbers before it stores rows.

first = next_row(connection, told)
"""

from __future__ import annotations

from sqlalchemy import Connection, Table, func, select


def next_row(connection: Connection, table: Table) -> int:
    """The number after the last one."""
    return int(connection.scalar(select(func.coalesce(func.max(table.c.row), 0))) or 0) + 1
