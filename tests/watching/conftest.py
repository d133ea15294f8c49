"""The stores of the tests of the store, for what watches them."""

from __future__ import annotations

from tests.store.conftest import address, database, filed, server, store, template

__all__ = ["address", "database", "filed", "server", "store", "template"]
