"""No rule without a case: every rule of docs/rules.md made something in a passage, a case or an example."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.case import case_report, load_cases
from tests.passage import load_passages, passage_report
from tests.whole import report_of
from whoseword.lexicon import load_lexicon
from whoseword.model import Reading, Record, Report
from whoseword.pipeline import read_paths, read_report
from whoseword.reports.reader import load_reader

ROOT = Path(__file__).parents[1]
RULES = re.findall(r"^\| `([^`]+)` \|", (ROOT / "docs" / "rules.md").read_text("utf-8"), re.MULTILINE)
# Rules across reports stand in no record of one; tests/claims has their cases.
ACROSS = "copies:"
# Rules that only readings made by hand reach, and why: where one comes to be reached, its row here goes.
UNREACHED = {
    "chain:same-words": "of “…, a clerk said, the Bell reported” the reader finds one of the two statements",
    "borders:speaker-before": "the reader finds the speaker in sentences of our own",
    "borders:according-to": "the reader cuts “according to” rightly in sentences of our own",
    "borders:clause-goes-on": "the reader runs on over “but that” in sentences of our own",
    "borders:comment-behind-quotation": "the reader stops at the mark in sentences of our own",
}

pytestmark = pytest.mark.model


def rules_in(value: object) -> set[str]:
    """Every rule that stands in a record, however deep."""
    if isinstance(value, tuple):
        return set().union(*map(rules_in, value))
    if not is_dataclass(value) or isinstance(value, Report | Reading):
        return set()
    own = {str(getattr(value, "rule"))} if hasattr(value, "rule") else set()  # noqa: B009
    return own.union(*(rules_in(getattr(value, each.name)) for each in fields(value)))


def texts_of_accounts() -> list[str]:
    """The texts of the cases of commitments, and a sentence for each rule of amounts and times."""
    cases = tomllib.loads((ROOT / "tests" / "ledger" / "commitments.toml").read_text("utf-8"))["case"]
    sentences = (ROOT / "tests" / "passages" / "amounts.txt").read_text("utf-8").splitlines()
    return [case["text"] for case in cases] + [line for line in sentences if line and not line.startswith("#")]


@cache
def rules_at_work() -> frozenset[str]:
    """The rules of all records that the passages, the cases and the examples give."""
    reader, lexicon = load_reader(), load_lexicon()
    reports = [passage_report(passage) for passage in load_passages()] + [case_report(case) for case in load_cases()]
    reports += [report_of(text) for text in texts_of_accounts()]
    records = [read_report(report, reader, lexicon) for report in reports]
    records += [record for record in read_paths([str(ROOT / "examples")], reader=reader) if isinstance(record, Record)]
    return frozenset().union(*map(rules_in, records))


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule not in UNREACHED and not rule.startswith(ACROSS)])
def test_rule_has_a_case(rule):
    """The rule made at least one thing there: one that never does wants a case, or wants to go."""
    assert rule in rules_at_work()


def test_unreached_rules_are_still_so():
    """A rule excused here is on the page, and no record has it yet."""
    assert set(UNREACHED) <= set(RULES)
    assert not set(UNREACHED) & rules_at_work()


def test_no_other_rule():
    """No record names a rule that the page does not explain."""
    assert rules_at_work() - set(RULES) == set()
