"""What a part belongs to: a report to its story, an entity to its source, a claim to its first telling."""

from __future__ import annotations

from tests.store.across import record
from tests.store.kept import NOW
from whoseword.across import Ref
from whoseword.lexicon import load_lexicon
from whoseword.store.asking import stories, units_of
from whoseword.store.belonging import founding, said_by, source_at, story_with
from whoseword.store.judging import Verdict, judge
from whoseword.store.naming import find_named
from whoseword.store.opening import Store
from whoseword.store.views import claim_id


def entity(name: str, called: str) -> Ref:
    found = record(name)
    return Ref(found.report.id, next(each.id for each in found.entities if each.name and called in each.name))


def test_a_report_leads_to_its_story(told: Store):
    """The story that has the report; none for one that is not there."""
    report = record("dam").report.id
    with told.reading() as connection:
        found = story_with(connection, report)
        assert found in stories(connection)
        assert found is not None
        assert report in found.reports
        assert story_with(connection, "ffffffffffff") is None


def test_a_name_is_one_source_in_all_reports(told: Store):
    """From any of its appearances one comes to the same source, with what it said in each report."""
    with told.reading() as connection:
        one, _ = source_at(connection, entity("dam", "Rook"), load_lexicon())
        other, _ = source_at(connection, entity("later", "Rook"), load_lexicon())
        assert one == other
        assert one is not None
        assert {entity("dam", "Rook"), entity("later", "Rook")} <= set(one.members)
        said = said_by(connection, one.members)
    assert [each.report.id for each in said] == [ref.report for ref in one.members]
    assert all(each.statements for each in said)
    for each in said:
        assert all(statement.entity == each.entity.id for statement in each.statements)


def test_what_is_judged_counts(told: Store):
    """Two that were judged the same are one; what is hidden is not told."""
    rook, marsh = entity("dam", "Rook"), entity("dam", "Marsh")
    with told.writing() as connection:
        about, other = (find_named(connection, str(ref)) for ref in (rook, marsh))
        judge(connection, Verdict("same-source", about, other), author="R. Holt", when=NOW)
    with told.reading() as connection:
        who, _ = source_at(connection, rook, load_lexicon())
        assert who is not None
        assert marsh in who.members
        statement = said_by(connection, [rook])[0].statements[0].id
    with told.writing() as connection:
        hidden = find_named(connection, f"{rook.report}/{statement}")
        judge(connection, Verdict("hidden", hidden), author="R. Holt", when=NOW)
    with told.reading() as connection:
        assert statement not in [each.id for each in said_by(connection, [rook])[0].statements]


def test_nobody_there_is_nobody(told: Store):
    """A place where nobody is leads to no source."""
    with told.reading() as connection:
        assert source_at(connection, Ref("ffffffffffff", "e1"), load_lexicon()) == (None, ())
        assert said_by(connection, [Ref("ffffffffffff", "e1")]) == ()


def test_a_claim_leads_to_its_first_telling(told: Store):
    """The unit that founds a claim is found by the claim's id."""
    with told.reading() as connection:
        unit = units_of(connection, [record("dam").report.id])[0]
        assert founding(connection, [claim_id(unit.ref), "ffffffffffff"]) == {claim_id(unit.ref): unit}
