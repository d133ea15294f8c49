"""The table of frequencies: figures only, the commonest first."""

from __future__ import annotations

from training.frequencies import LEAST, table
from whoseword.lexicon import load_lexicon


def test_each_report_counts_once():
    """A stem counts once a report, however often it stands there; what few reports have is left out."""
    rows = table(["The ferry, the ferries"] * LEAST + ["The owl"])
    assert rows == [("* reports", LEAST + 1), ("* least", LEAST), ("the", LEAST + 1), ("ferri", LEAST)]


def test_the_shipped_table_lists_enough():
    """The shipped table counts thousands of reports and of stems."""
    shipped = load_lexicon().frequencies
    assert shipped.reports >= 1000
    assert shipped.least == LEAST
    assert len(shipped.counts) > 5000
