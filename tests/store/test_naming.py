"""What was typed, found in the store."""

from __future__ import annotations

import pytest

from tests.dossier.records import record_of
from tests.store.kept import BY, full_record, put
from whoseword.errors import StoreError
from whoseword.store.keeping import ReadBy
from whoseword.store.naming import Named, find_named, find_report


def test_an_id_or_its_beginning_is_enough(store):
    """A report and its parts are found by four characters or more."""
    record = full_record()
    kept = put(store, record)
    statement = record.statements[0]
    with store.reading() as connection:
        assert find_report(connection, kept.id) == find_report(connection, kept.id[:5])
        assert find_named(connection, statement.id) == Named("statement", kept.key, kept.id, statement.id)
        assert find_named(connection, kept.id[:6]).kind == "report"


def test_the_newest_reading_is_meant(store):
    """Of a report that was read twice, its id means the later reading."""
    put(store, full_record(), by=BY)
    anew = put(store, full_record(), by=ReadBy("0.2.0", "new"), again=True)
    with store.reading() as connection:
        assert find_report(connection, anew.id).key == anew.key
        assert find_named(connection, full_record().statements[0].id).key == anew.key


def test_what_may_be_several_is_asked_for(store):
    """An id that two reports have is refused with both, and is told apart by its report."""
    for words in ("it rained", "the ferry sailed"):
        put(store, record_of(f"{{S:A clerk}} {{C:said}} {{Q:{words}}}."), place=f"/desk/{words}.txt")
    with store.reading() as connection:
        with pytest.raises(StoreError, match="may be any of") as refused:
            find_named(connection, "s0")
        report = record_of("{S:A clerk} {C:said} {Q:it rained}.").report.id
        assert f"{report}/s0" in str(refused.value)
        assert find_named(connection, f"{report}/s0").report == report


@pytest.mark.parametrize("typed", ["beef", "no/thing", "", "%", "_" * 12])
def test_what_is_not_there_is_told(filed, typed):
    """Nothing is guessed from a name that is in no report; signs of SQL are signs."""
    put(filed, full_record())
    with filed.reading() as connection:
        with pytest.raises(StoreError, match="nothing in the store is called"):
            find_named(connection, typed)
        with pytest.raises(StoreError, match="no report"):
            find_report(connection, typed)
