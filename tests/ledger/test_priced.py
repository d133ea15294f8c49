"""Sums of money and shares, by the noun that says of what they are."""

from __future__ import annotations

import pytest

from tests.ledger.ledgers import told
from whoseword.ledger.series import series


def all_of(*days_and_texts):
    """The series of these reports, with what each is of."""
    return [(one.of, one.unit, one.definition, one.points[0].value) for one in series(told(*days_and_texts), ())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The average miller salary in Osk was $44,739 last year.", ("pay", "$", "average, miller", 44739)),
        ("The canton faces a $665 million deficit this year.", ("deficit", "$", None, 665_000_000)),
        ("They rejected a 16 percent pay raise over four years.", ("raise", "percent", "pay", 16)),
        ("With an average salary of $76,000, they are well paid.", ("pay", "$", "average", 76000)),
    ],
    ids=["behind is", "before a noun", "a share", "behind of"],
)
def test_a_noun_says_of_what_a_sum_is(text, found):
    """Before the noun, behind "of" and behind "is" a sum has its noun; like words for pay are one."""
    assert all_of(("2031-05-02", text)) == [found]


@pytest.mark.parametrize(
    "text",
    ["The miller paid $40,000.", "It costs $90 a year.", "Prices rose 16 percent."],
    ids=["paid", "cost", "rose"],
)
def test_where_no_noun_says_it_nothing_is_followed(text):
    """What is only paid, and by how much something rose, is no sum of anything."""
    assert all_of(("2031-05-02", text)) == []


def test_an_average_and_a_median_stay_apart():
    """The words beside the noun make another sum of it."""
    texts = ["The average salary at the Osk mill was $76,000.", "The median salary at the Osk mill was $67,000."]
    assert len(all_of(("2031-05-02", texts[0]), ("2031-05-03", texts[1]))) == 2
