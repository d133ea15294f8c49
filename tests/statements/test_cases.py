"""The cases of tests/cases, read by the reader that ships: what it should find, and what it is known to miss.

A case that newly fails fails this test. Where a case cannot be had yet it gets `expected = "miss"` and a `why` in its
file; when it is had, both lines go.
"""

from __future__ import annotations

import pytest

from tests.case import Case, case_report, kind_differences, load_cases
from tests.marks import differences
from tests.whole import shipped_reader
from whoseword.lexicon import load_lexicon
from whoseword.model import Record
from whoseword.pipeline import read_report

CASES = load_cases()
WANTED = [case for case in CASES if not case.missed]
MISSED = [case for case in CASES if case.missed]

pytestmark = pytest.mark.model


def read(case: Case) -> Record:
    """The record of a case's text."""
    return read_report(case_report(case), shipped_reader(), load_lexicon())


def told(case: Case) -> tuple[str, ...]:
    """All that differs between a case and what the reader makes of it, in words."""
    record = read(case)
    parts = differences(case.marked, record.statements, record.entities)
    # Kinds are compared one by one; where statements are missing that would only repeat it.
    return parts or kind_differences(case, record)


@pytest.mark.parametrize("case", WANTED, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    """The reader finds exactly the statements that the case marks."""
    lines = told(case)
    assert not lines, "\n".join([case.reason, case.marked.text, *lines])


def test_known_misses() -> None:
    """The cases marked as missed are counted: those that pass by now are printed, so that their mark can go."""
    had = [case.name for case in MISSED if not told(case)]
    print(f"{len(MISSED)} of {len(CASES)} cases are marked as missed; had by now: {', '.join(had) or 'none'}")  # noqa: T201
    assert all(case.why for case in MISSED)
