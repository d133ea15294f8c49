"""Records kept, found again, and followed by new versions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from tests.dossier.records import record_of
from tests.store.kept import BY, MARKED, NOW, URL, full_record, put
from whoseword.model import Published
from whoseword.store import tables
from whoseword.store.keeping import Fact, ReadBy, Revision, as_it_came, keep, known, taken_for, taken_from
from whoseword.store.opening import Store
from whoseword.store.rebuilding import rebuild
from whoseword.store.shape import loaded

CHANGED = MARKED.replace("300 delays", "three hundred delays")


def counts(store: Store) -> dict[str, int]:
    with store.reading() as connection:
        return {
            name: connection.scalar(select(func.count()).select_from(table)) or 0
            for name, table in tables.metadata.tables.items()
        }


def versions(store: Store) -> list[tuple[int, str | None, str]]:
    chosen = select(tables.reports.c.number, tables.reports.c.followed_by, tables.reports.c.key)
    with store.reading() as connection:
        return [(row.number, row.followed_by, row.key) for row in connection.execute(chosen.order_by("number"))]


def test_a_record_is_made_again_exactly(store):
    """What comes out of the store is what went in, every part and every field, words of the reading included."""
    record = full_record()
    kept = put(store, record)
    with store.reading() as connection:
        assert rebuild(connection, kept.key) == record


def test_odd_characters_come_back(store):
    """A half character, a NUL and backslashes stop neither database and come back."""
    record = record_of("{S:A \\\\ud83d clerk} {C:said} {Q:\x00 it \ud83d rained}.", title="\ud83d\\", path="a\x00.txt")
    kept = put(store, record)
    with store.reading() as connection:
        assert rebuild(connection, kept.key) == record


def test_long_names_and_addresses_are_kept(store):
    """What is longer than an index of PostgreSQL takes is kept all the same."""
    record = full_record(url="https://courier.example/" + "a1b2" * 4000, outlet="Courier " * 2000)
    assert put(store, record, place="/desk/" + "x" * 9000).state == "new"


def test_everything_is_in_its_table(store):
    """Each part has a row, with the words that are searched."""
    put(store, full_record())
    found = counts(store)
    assert {name: found[name] for name in ("entities", "statements", "links", "quantities", "times", "events")} == {
        "entities": 2, "statements": 2, "links": 2, "quantities": 2, "times": 1, "events": 1,
    }  # fmt: skip
    with store.reading() as connection:
        row = connection.execute(select(tables.commitments)).one()
        quantity = connection.execute(select(tables.quantities)).first()
    assert (row.words, row.due_value) == ("the ferry would sail by Monday", "2026-03-02")
    assert quantity
    assert (quantity.amount, quantity.unit) == (300.0, "delays")


def test_the_bytes_of_the_file_are_kept(store):
    """A file that is one report is kept with its bytes and their hash."""
    record = full_record()
    put(store, record)
    with store.reading() as connection:
        row = connection.execute(select(tables.inputs)).one()
        added = connection.scalar(select(tables.reports.c.added))
        whole = as_it_came(connection, connection.scalar(select(tables.reports.c.key)))
    assert whole == record.report.text.encode()
    assert row.size == len(whole)
    assert added == NOW


def test_a_page_is_kept_packed(store):
    """A long document takes less room than it has bytes, and comes out as it went in."""
    record, page = full_record(), b"<p>The ferry was late.</p>\n" * 500
    with store.writing() as connection:
        kept = keep(connection, record, taken_from(page, None), ReadBy("0", "en"), when=NOW)
        row = connection.execute(select(tables.inputs)).one()
        assert len(row.bytes) < len(page) // 10
        assert as_it_came(connection, kept.key) == page


def test_a_row_of_a_file_keeps_the_hash_alone():
    """A file of many reports is not kept with each of them; the row is part of its place."""
    whole = taken_from(b"rows", "/desk/a.jsonl")
    taken = taken_for(full_record(row=7).report, whole)
    assert (taken.place, taken.data, taken.sha256) == ("/desk/a.jsonl#7", None, whole.sha256)


def test_the_same_report_again_changes_nothing(store):
    """A second time, also from another place, the report is known and no table has a row more."""
    first = put(store, full_record())
    before = counts(store)
    assert put(store, full_record()).state == "known"
    again = put(store, full_record(path="elsewhere.txt"), place="/desk/elsewhere.txt")
    assert (again.state, again.key) == ("known", first.key)
    assert counts(store) == before


def test_another_text_at_the_same_address_is_a_new_version(store):
    """The first version stays as it was and is followed by the second, with the changed words."""
    first = put(store, full_record())
    second = put(store, full_record(CHANGED), place="/desk/b.txt")
    assert (second.state, second.number) == ("version", 2)
    assert versions(store) == [(1, second.key, first.key), (2, None, second.key)]
    with store.reading() as connection:
        row = connection.execute(select(tables.changes)).one()
        assert rebuild(connection, first.key) == full_record()
    revision = loaded(Revision, row.exact)
    (edit,) = revision.edits
    assert full_record().report.text[slice(*edit.before)] == "300"
    assert full_record(CHANGED).report.text[slice(*edit.after)] == "three hundred"


def test_another_title_is_a_new_version(store):
    """A headline that was changed under the same text is told, with both."""
    put(store, full_record(title="Ferry sails"))
    kept = put(store, full_record(title="Ferry may sail", published=Published("2026-03-01", "url")))
    assert kept.revision == Revision((), (Fact("title", "Ferry sails", "Ferry may sail"),))


def test_without_an_address_the_place_tells(store):
    """A file with changed words is a new version of what it held; another place is another report."""
    put(store, full_record(url=None))
    assert put(store, full_record(CHANGED, url=None)).state == "version"
    other = full_record(CHANGED.replace("Monday", "Tuesday"), url=None)
    assert put(store, other, place="/desk/b.txt").state == "new"


def test_another_report_at_the_same_place_is_no_version(store):
    """Rows move when one is put in front of them: what shares few words with the old one is another report."""
    put(store, full_record(url=None))
    other = record_of("{S:A clerk} {C:said} {Q:the bridge of Aldmoor stays shut until the flood has gone}.")
    assert put(store, other).state == "new"


def test_the_standard_input_has_no_versions(store):
    """What came through a pipe is no version of what came before it."""
    put(store, full_record(url=None), place=None)
    assert put(store, full_record(CHANGED, url=None), place=None).state == "new"


def test_an_old_version_again_changes_nothing(store):
    """A folder that holds both versions can be added any number of times."""
    for _ in range(2):
        put(store, full_record())
        put(store, full_record(CHANGED))
    assert [number for number, *_ in versions(store)] == [1, 2]


def test_a_newer_program_reads_again_only_if_asked(store):
    """Another model leaves what is there, and with `again` its reading follows."""
    newer = ReadBy("0.2.0", "en-new")
    put(store, full_record())
    assert put(store, full_record(), by=newer).state == "known"
    anew = put(store, full_record(), by=newer, again=True)
    assert (anew.state, anew.number, anew.revision) == ("read-anew", 2, Revision(()))
    assert put(store, full_record(), by=newer, again=True).state == "known"


def test_what_another_version_sees_in_the_same_bytes_is_no_change(store):
    """A newer program that finds a title where the older found none makes no new version of it."""
    put(store, full_record(title=None))
    newer = full_record(title="Ferry sails")
    with store.reading() as connection:
        assert known(connection, newer.report, ReadBy("0.2.0", "en-test"))
        assert not known(connection, newer.report, BY)


def test_nothing_is_left_of_a_report_that_failed(store):
    """An error in the middle of a report takes back all of it."""
    record = full_record()
    broken = replace(record, problems=(object(),))  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        put(store, broken)
    assert set(counts(store).values()) == {0}


def test_a_long_story_has_one_lineage(store):
    """Three texts of one address are versions 1, 2 and 3 of one report."""
    for text in (MARKED, CHANGED, CHANGED.replace("Monday", "Tuesday")):
        put(store, full_record(text, url=URL))
    with store.reading() as connection:
        assert connection.scalar(select(func.count(tables.reports.c.lineage.distinct()))) == 1
    assert [number for number, *_ in versions(store)] == [1, 2, 3]
