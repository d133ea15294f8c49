"""Keys -> the items of a view that have them, newest first, so many of each key and no more.

What bounds the cost of adding a report: an index on keys is asked, and of a key that thousands have only the end is
read, however large the store is.

>>> nearest({17: [902, 31], 4: [902]}, 1)
[(902, 1.5)]
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, text

# The condition on `item` reads from the end of a key's entries: `most` of them, and the rest is never looked at.
_NEAR = """
    SELECT k.value AS key, t.item FROM {given} JOIN {table} AS t ON t.key = k.value AND t.item >= coalesce(
      (SELECT i.item FROM {table} AS i WHERE i.key = k.value ORDER BY i.item DESC LIMIT 1 OFFSET :last), 0)
    ORDER BY t.item DESC"""


def near(connection: Connection, table: Table, keys: Collection[int], most: int) -> dict[int, list[int]]:
    """Of each key the rows of the `most` newest items that have it; nothing of a key that none has."""
    found: dict[int, list[int]] = defaultdict(list)
    if not keys:
        return found
    listed = sorted(set(keys))
    given: tuple[str, Any] = ("json_each(:keys) AS k", json.dumps(listed))
    if connection.dialect.name != "sqlite":
        given = ("unnest(CAST(:keys AS bigint[])) AS k(value)", listed)
    statement = text(_NEAR.format(given=given[0], table=table.name))
    for key, item in connection.execute(statement, {"keys": given[1], "last": most - 1}):
        found[key].append(item)
    return found


def nearest(holders: Mapping[int, Sequence[int]], most: int, besides: Collection[int] = ()) -> list[tuple[int, float]]:
    """The items with the most and the rarest keys in common, at most so many, each with its score.

    A key counts 1 / how many have it.
    """
    scores: dict[int, float] = defaultdict(float)
    for _, items in sorted(holders.items()):
        for item in items:
            scores[item] += 1 / len(items)
    ranked = sorted((-score, -item) for item, score in scores.items() if item not in besides)
    return [(-item, -score) for score, item in ranked[:most]]
