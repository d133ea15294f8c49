"""How many independent origins a claim has: units with their ends made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from whoseword.across import Appearance, Claim, End, Identity, OriginCount, Party, Ref, Told
from whoseword.claims.copies import Copy, Passage
from whoseword.claims.origins import Evidence, count

WORDS = "the upper gate of the harbour will be shut for two years"


def party(report: str, name: str, *, named: bool = True, kind: str = "person") -> Party:
    return Party(Ref(report, name.casefold()), name, kind, named)  # type: ignore[arg-type]


def outlet(report: str, name: str) -> Party:
    return party(report, name, kind="outlet")


def unit(report: str, end: End, *, part: str = "s1", day: str = "2031-05-08", words: str = WORDS) -> Told:
    return Told(Ref(report, part), "statement", ((0, len(words)),), words, (), day=day, end=end)


def cited(report: str, source: Party, *relays: Party, introduced: bool = False, quote: str = "indirect") -> End:
    """A statement of `source`, printed by the outlet that is called as its report is."""
    kind = "outlet" if source.kind == "outlet" else "source"
    return End(kind, source, relays, publisher=outlet(report, report), introduced=introduced, quote=quote)  # type: ignore[arg-type]


def own(report: str, *byline: str) -> End:
    names = "+".join(sorted(name.casefold() for name in byline)) or None
    return End("author", publisher=outlet(report, report), outlet=report, author=names, byline=byline)


def counted(*units: Told, evidence: Evidence | None = None) -> OriginCount:
    told = {each.ref: each for each in units}
    return count(Claim("c1", WORDS, tuple(told)), told, evidence or Evidence())


def one(name: str, *parties: Party) -> dict[Ref, Identity]:
    """That these parties are one."""
    refs = tuple(each.ref for each in parties)
    return {ref: Identity(f"i-{name}", name, parties[0].kind, parties[0].named, refs) for ref in refs}


def test_ten_reports_of_one_source_have_one_origin():
    """However many outlets print what one named source said, one stands behind it."""
    sources = [party(f"r{number}", "Ada Rook") for number in range(10)]
    units = [unit(source.ref.report, cited(source.ref.report, source)) for source in sources]
    found = counted(*units, evidence=Evidence(identities=one("Ada Rook", *sources)))
    assert (found.low, found.high) == (1, 1)
    assert len(found.origins[0].members) == 10
    assert {echo.kind for echo in found.echoes} == {"same-source"}
    assert len(found.echoes) == 9


def test_two_named_sources_are_two_origins():
    """Named sources of different identity are counted each, and both are on the record."""
    found = counted(unit("r1", cited("r1", party("r1", "Ada Rook"))), unit("r2", cited("r2", party("r2", "Bo Strand"))))
    assert (found.low, found.high) == (2, 2)
    assert all(origin.on_record for origin in found.origins)
    assert all(origin.possibly == () for origin in found.origins)


def test_unnamed_sources_of_two_reports_are_a_range():
    """Two unnamed sources may be one; neither is merged, and each says that it may be the other."""
    aides = [party(f"r{number}", "an aide", named=False) for number in (1, 2)]
    found = counted(*(unit(aide.ref.report, cited(aide.ref.report, aide)) for aide in aides))
    assert (found.low, found.high) == (1, 2)
    assert len(found.origins) == 2
    assert [len(origin.possibly) for origin in found.origins] == [1, 1]


def test_unnamed_sources_that_exclude_each_other_are_two():
    """A source of one country's side is not one of the other's."""
    sides = [party("r1", "a Velmar negotiator", named=False), party("r2", "a US official", named=False)]
    seen = {
        side.ref: Appearance(side.ref, None, "person", named=False, description=side.called, places=(place,))
        for side, place in zip(sides, ("iran", "united states"), strict=True)
    }
    found = counted(
        *(unit(side.ref.report, cited(side.ref.report, side)) for side in sides), evidence=Evidence(appearances=seen)
    )
    assert (found.low, found.high) == (2, 2)


def test_a_report_that_introduces_two_speaks_of_two():
    """In one report "an aide" and "a second aide" are not one."""
    first, second = (party("r1", name, named=False) for name in ("an aide", "a second aide"))
    found = counted(
        unit("r1", cited("r1", first, introduced=True)), unit("r1", cited("r1", second, introduced=True), part="s2")
    )
    assert (found.low, found.high) == (2, 2)


@pytest.mark.parametrize(("kind", "notes"), [("organisation", 1), ("person", 0)])
def test_an_unnamed_source_beside_a_body_is_told_in_a_note(kind, notes):
    """They are counted as two; that the unnamed one may speak for the body, though not for a person, is told."""
    units = (
        unit("r1", cited("r1", party("r1", "Harbour Office", kind=kind))),
        unit("r2", cited("r2", party("r2", "an aide", named=False))),
    )
    found = counted(*units)
    assert (found.low, found.high) == (2, 2)
    assert len(found.notes) == notes


@pytest.mark.parametrize(
    ("kind", "high"), [("wire", 1), ("rewrite", 1), ("same-outlet", 1), ("quotation", 2), ("boilerplate", 2)]
)
def test_a_copied_passage_is_one_origin(kind, high):
    """Unnamed sources in a passage that both reports print are one; a shared quotation or caption makes nothing one."""
    aides = [party(f"r{number}", "an aide", named=False) for number in (1, 2)]
    units = [unit(aide.ref.report, cited(aide.ref.report, aide)) for aide in aides]
    copy = Copy("r1", "r2", kind, 0.6, (Passage((0, 200), (0, 200)),))
    found = counted(*units, evidence=Evidence(copies=(copy,)))
    assert (found.low, found.high) == (1, high)


def test_a_copy_elsewhere_in_the_report_makes_nothing_one():
    """Copies are by passage: what stands outside of them is not copied."""
    aides = [party(f"r{number}", "an aide", named=False) for number in (1, 2)]
    units = [unit(aide.ref.report, cited(aide.ref.report, aide)) for aide in aides]
    copy = Copy("r1", "r2", "wire", 0.6, (Passage((500, 900), (0, 400)),))
    assert counted(*units, evidence=Evidence(copies=(copy,))).high == 2


def test_what_ends_in_an_outlet_repeats_what_came_through_it():
    """What "Reuters reported" and what "an aide told Reuters" are one origin, with the aide as the one behind it."""
    aide, agency, same = party("r1", "an aide", named=False), outlet("r1", "Reuters"), outlet("r2", "Reuters")
    found = counted(unit("r1", cited("r1", aide, agency)), unit("r2", cited("r2", same)))
    assert (found.low, found.high) == (1, 1)
    assert found.origins[0].who == "an aide"
    assert found.origins[0].via == ("Reuters",)
    assert found.echoes[0].kind == "same-outlet"


def test_one_quotation_through_one_outlet_is_one_origin():
    """The same words of an unnamed source, relayed by two reports from the same outlet, were said once."""
    units = []
    for report in ("r1", "r2"):
        end = cited(report, party(report, "an aide", named=False), outlet(report, "Reuters"), quote="direct")
        units.append(unit(report, end))
    found = counted(*units)
    assert (found.low, found.high) == (1, 1)
    assert found.echoes[0].why == "the same quotation, relayed from Reuters"


def test_an_author_counts_once():
    """The same author twice, without a source, is one; who it has it from is not told."""
    found = counted(unit("r1", own("r1", "Ines Calloway")), unit("r2", own("r2", "Ines Calloway")))
    assert (found.low, found.high) == (1, 1)
    assert found.echoes[0].kind == "same-author"
    assert found.notes == ("no report says where it has this from",)


def test_two_authors_without_a_source_are_a_range():
    """Both may have it from one, so that it is one at least."""
    found = counted(unit("r1", own("r1", "Ines Calloway")), unit("r2", own("r2", "Bo Strand")))
    assert (found.low, found.high) == (1, 2)


def test_an_author_s_sentence_rests_on_the_source_of_the_same_report():
    """A headline or lead tells again what the source below it said."""
    found = counted(
        unit("r1", cited("r1", party("r1", "Ada Rook"))), unit("r1", own("r1", "Ines Calloway"), part="lead")
    )
    assert (found.low, found.high) == (1, 1)
    assert found.echoes[0].unit == Ref("r1", "lead")
    assert found.echoes[0].kind == "inside-report"


def test_what_nobody_is_told_to_have_said_cannot_be_measured():
    """With sources that no report tells, there is no count but a reason."""
    found = counted(unit("r1", End("unknown", publisher=outlet("r1", "r1"))))
    assert (found.low, found.high) == (None, None)
    assert found.unmeasured == ("no report says on whose word it stands",)
    assert len(found.origins) == 1


def test_the_first_is_the_earliest_by_day():
    """Who told it first is the earliest day, whatever the order in which reports came."""
    found = counted(
        unit("r1", cited("r1", party("r1", "Ada Rook")), day="2031-05-08"),
        unit("r2", cited("r2", party("r2", "Bo Strand")), day="2031-05-02"),
    )
    assert found.first == Ref("r2", "s1")


def test_the_order_of_members_changes_nothing():
    """A count is of a set: the same for the same units in any order."""
    units = [unit(f"r{n}", cited(f"r{n}", party(f"r{n}", "an aide", named=False))) for n in range(4)]
    assert counted(*units) == counted(*reversed(units))


def test_who_judges_something_is_no_origin_of_it():
    """One who condemns or fears something does not say that it is so, but is listed."""
    judging = replace(cited("r2", party("r2", "Bo Strand")), asserts=False)
    found = counted(unit("r1", cited("r1", party("r1", "Ada Rook"))), unit("r2", judging))
    assert (found.low, found.high) == (1, 1)
    assert [(echo.unit.report, echo.kind) for echo in found.echoes] == [("r2", "mention")]


def test_a_claim_that_is_only_judged_has_those_who_judge():
    """Where nobody says that it is so, those who want or fear it stand behind that."""
    judging = replace(cited("r2", party("r2", "Bo Strand")), asserts=False)
    assert counted(unit("r2", judging)).high == 1


def test_who_tells_that_another_said_it_is_no_second_origin():
    """Of "the agency says Rook said …" and "Rook said …", one in the other, Rook is the one origin."""
    agency = unit("r1", cited("r1", party("r1", "State Agency", kind="organisation")), part="outer")
    inner = replace(cited("r1", party("r1", "Ada Rook"), party("r1", "State Agency")), inside="outer")
    found = counted(agency, unit("r1", inner, part="inner"))
    assert (found.low, found.high) == (1, 1)
    assert found.origins[0].who == "Ada Rook"


def test_one_quotation_has_one_mouth():
    """Where one report names who said the words and the other does not, they are one origin."""
    named = cited("r1", party("r1", "Ada Rook"), quote="direct")
    agency = cited("r2", outlet("r2", "Reuters"), quote="direct")
    found = counted(unit("r1", named), unit("r2", agency))
    assert (found.low, found.high) == (1, 1)
    assert found.origins[0].who == "Ada Rook"


def test_one_quotation_of_two_named_is_left_as_two():
    """Two reports that give the same words to two people: which of them said it, nobody can tell."""
    one, other = (
        cited(f"r{n}", party(f"r{n}", name), quote="direct") for n, name in enumerate(("Ada Rook", "Bo Strand"))
    )
    found = counted(unit("r0", one), unit("r1", other))
    assert (found.low, found.high) == (2, 2)
