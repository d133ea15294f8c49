"""Groups that grow by average linkage; pairs that were never compared are compared then."""

from __future__ import annotations

from tests.claims.telling_units import done, thing, unit
from whoseword.across import Match
from whoseword.claims.growing import Growing
from whoseword.claims.match import compared

ANN = thing("roe", "ann roe")


def told(report, **others):
    return unit(done("kill", [], [ANN], **others), words="raiders killed roe at mill", report=report)


def linked(a, b):
    first, second = sorted((a, b))
    return Match(first, second, "same", 0.9, ())


def grown(made, links, apart=()):
    units = {each.ref: each for each in made}
    refs = [each.ref for each in made]
    matches = [linked(refs[n], refs[m]) for n, m in links]
    pairs = {(match.a, match.b): match for match in matches}
    groups = Growing([frozenset({ref}) for ref in sorted(refs)], units, pairs, set(apart)).grown()
    return sorted(sorted(refs.index(ref) for ref in group) for group in groups)


def test_what_was_not_compared_is_compared():
    """A chain of two matches holds where the ends, compared only now, are the same as well."""
    assert grown([told("a"), told("b"), told("c")], [(0, 1), (1, 2)]) == [[0, 1, 2]]


def test_a_clash_keeps_groups_apart():
    """Two with other dates never come together, though a third without a date fits both."""
    may, june = {"begin": "2031-05-02", "end": "2031-05-03"}, {"begin": "2031-06-02", "end": "2031-06-03"}
    made = [told("a", **may), told("b"), told("c", **june)]
    assert compared(made[0], made[2]).grade != "same"
    assert len(grown(made, [(0, 1), (1, 2)])) == 2


def test_judged_apart():
    """What people judged apart is never tied together by a third."""
    made = [told("a"), told("b"), told("c")]
    pair = tuple(sorted((made[0].ref, made[2].ref)))
    assert len(grown(made, [(0, 1), (1, 2), (0, 2)], [pair, pair[::-1]])) == 2
