"""Records of short texts that were published one after another, for tests of what is followed across reports.

>>> [record.report.published.value for record in told(("2031-05-02", "Roe left."), ("2031-05-09", "Roe is back."))]
['2031-05-02', '2031-05-09']
"""

from __future__ import annotations

from tests.whole import record_of
from whoseword.model import Record


def told(*days_and_texts: tuple[str, str]) -> tuple[Record, ...]:
    """One record for each day and text."""
    return tuple(record_of(text, day) for day, text in days_and_texts)
