"""Candidates by keys, within bounds."""

from __future__ import annotations

from sqlalchemy import insert

from tests.store.kept import full_record, put
from whoseword.store.nearby import near, nearest
from whoseword.store.numbering import next_row
from whoseword.store.view_tables import passage_keys, passages


def test_the_newest_items_of_each_key_are_found(store):
    """At most so many of each key, the newest first; nothing of a key that none has; keys of any sign."""
    key = put(store, full_record()).key
    with store.writing() as connection:
        assert next_row(connection, passages) == 1
        rows = [{"row": row, "report": key, "position": 0, "part": ""} for row in range(1, 6)]
        connection.execute(insert(passages), rows)
        pairs = [(-(2**62), row) for row in range(1, 6)] + [(2**62, 2), (7, 3)]
        connection.execute(insert(passage_keys), [{"key": each, "item": row} for each, row in pairs])
        assert next_row(connection, passages) == 6
        found = near(connection, passage_keys, [-(2**62), 2**62, 99], 3)
        assert near(connection, passage_keys, [], 3) == {}
    assert found == {-(2**62): [5, 4, 3], 2**62: [2]}


def test_rare_keys_count_most():
    """Who shares a key that two have goes before who shares one that four have; of equals the newer one."""
    holders = {1: [9, 8, 7, 6], 2: [9, 3], 3: [9, 5]}
    assert [row for row, _ in nearest(holders, 9, {9})] == [5, 3, 8, 7, 6]
    assert [row for row, _ in nearest(holders, 2, {9})] == [5, 3]
