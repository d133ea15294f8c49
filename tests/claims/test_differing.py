"""What a reader should see before taking one unit for the other."""

from __future__ import annotations

import pytest

from tests.claims.telling_units import NOWHERE, done, unit
from whoseword.across import Amount
from whoseword.claims.differing import differences


@pytest.mark.parametrize(
    ("lemma", "other", "kinds"),
    [
        ("kill", {}, []),
        ("slay", {}, ["wording"]),
        ("kill", {"begin": "2031-05-01"}, ["date"]),
        ("kill", {"mode": "negated"}, ["polarity"]),
        ("kill", {"mode": "planned"}, ["modality"]),
        ("kill", {"places": ("norvik",)}, ["place"]),
    ],
)
def test_kinds(lemma, other, kinds):
    """Each kind of difference by itself."""
    x, y = done("kill", places=("velland",)), done(lemma, **{"places": ("velland",), **other})
    assert [each.kind for each in differences(x, y, unit(x), unit(y))] == kinds


def test_numbers():
    """Two amounts of one thing that cannot be the same, with the places of both."""
    a, b = (unit(amounts=(Amount((n, n + 1), value, "guards", "guard"),)) for n, value in ((0, 20.0), (5, 30.0)))
    (found,) = differences(done("kill"), done("kill"), a, b)
    assert (found.kind, found.before, found.after, found.spans) == ("number", "20.0", "30.0", (NOWHERE, (5, 6)))
