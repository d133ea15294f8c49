"""The files of cases: every case parses and says what it is about."""

from __future__ import annotations

import doctest
from dataclasses import replace

import pytest

from tests import case as case_module
from tests.case import Case, case_report, kind_differences, load_cases, read_cases
from whoseword.model import Reading, Record, Statement

CASES = load_cases()
STATEMENT = Statement(
    id="s",
    source=None,
    entity=None,
    cue=((0, 3),),
    content=((4, 7),),
    quote="direct",
    told_to=(),
    within=None,
    chain=(),
    act="statement",
    modality=(),
    confidence=1.0,
    rule="by hand",
)
ONE = '[[case]]\ntext = "{S:Ode} {C:sang}"\nreason = "A line."\n'


def test_module_example() -> None:
    """The example in the docstring of the case reader holds."""
    assert doctest.testmod(case_module).failed == 0


def test_enough_cases() -> None:
    """There are forty cases and more, and no text stands twice."""
    texts = [case.marked.text for case in CASES]
    assert len(texts) >= 40
    # The same words may stand once in full and once as a headline, but never as the same case.
    assert len({(case.marked.text, case.part) for case in CASES}) == len(texts)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_is_clean(case: Case) -> None:
    """A case has a reason in a sentence, and no mark begins or ends with a blank."""
    assert case.reason.endswith(".")
    for mark in case.marked.marks:
        words = case.marked.text[slice(*mark.span)]
        assert words == words.strip()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_indexes_follow_the_text(case: Case) -> None:
    """Statements are numbered in the order of their first cue or content, as kinds and acts are."""
    firsts = [min(statement.cue + statement.content) for statement in case.marked.statements]
    kinds_matter = bool(case.quote or case.act)
    assert not kinds_matter or firsts == sorted(firsts)


def test_report_of_a_case() -> None:
    """A case becomes a report of its clean text, as one part."""
    case = next(case for case in CASES if case.part == "title")
    report = case_report(case)
    assert report.text == report.title == case.marked.text
    assert [(part.kind, part.span) for part in report.parts] == [("title", (0, len(report.text)))]


def test_kinds_are_compared() -> None:
    """A quotation of another kind and another act are told in words; a case that names none asks for none."""
    (case,) = read_cases(ONE + 'quote = ["direct"]\nact = ["denial"]', "verbs")
    record = Record(case_report(case), Reading((), (), (), ()), (), (STATEMENT,), ())
    assert kind_differences(case, record) == ("act is statement, expected denial",)
    assert kind_differences(replace(case, quote=(), act=()), record) == ()
    empty = replace(record, statements=())
    assert kind_differences(case, empty)[0] == "quote is nothing, expected direct"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (ONE.replace("case", "cases"), "nothing else"),
        (ONE + "mood = 'calm'", "unknown keys .'mood'"),
        (ONE.replace("reason = ", "why = "), "says why"),
        (ONE + 'expected = "miss"', "says why"),
        (ONE + 'expected = "pass"\nwhy = "It works."', "says why"),
        (ONE + 'quote = ["direct", "mixed"]', "quote names 2 kinds for 1 statements"),
        (ONE + 'part = "footer"', "part is footer"),
        (ONE.replace("{S:Ode}", "{S:Ode"), "verbs, case 1: the source mark is never closed"),
        (ONE.replace("text = ", "text= ").replace('reason = "A line."', ""), "verbs, case 1: 'reason'"),
    ],
)
def test_wrong_case(text: str, message: str) -> None:
    """A wrong case is refused with its file and number."""
    with pytest.raises(ValueError, match=message):
        read_cases(text, "verbs")
