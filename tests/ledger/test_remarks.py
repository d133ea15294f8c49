"""Where a report says that a date does not exist."""

from __future__ import annotations

import pytest

from tests.whole import record_of
from whoseword.ledger.material import make_material
from whoseword.ledger.remarks import remarks
from whoseword.lexicon import load_lexicon

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A timetable is not clear.", ["A timetable is not clear"]),
        ("The timeline was never established.", ["The timeline was never established"]),
        ("No date was set.", ["No date was set"]),
        ("The deadline is still unknown.", ["The deadline is still unknown"]),
        ("The timetable will be determined later.", ["The timetable will be determined"]),
        ("The minister gave no date.", ["no date"]),
        ("She did not say when.", ["say when"]),
        ("A date was set.", []),
        ("The deadline is Monday.", []),
        ("The date was announced in March.", []),
    ],
)
def test_remarks(text, found):
    """A date that is said to be open is one; a date that is there is none."""
    record = record_of(text)
    material = make_material(
        record.report, record.reading, record.statements, record.entities, times=(), lexicon=load_lexicon()
    )
    assert [text[slice(*remark.span)] for remark in remarks(material)] == found
