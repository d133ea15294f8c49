"""Run by alembic: brings the connection that it is given to the newest migration, or to the one that was asked for.

In: `config.attributes["connection"]`, in a transaction that the caller ends. Out: the tables.
"""

from __future__ import annotations

from alembic import context

from whoseword.store import view_tables  # noqa: F401  (its tables belong to the metadata)
from whoseword.store.tables import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
)
with context.begin_transaction():
    context.run_migrations()
