"""Commitments: the cases of commitments.toml, read by the reader that ships, and what holds for all of them."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.whole import record_of, shipped_reader
from whoseword.ledger.commitments import find_commitments
from whoseword.lexicon import load_lexicon
from whoseword.model import Commitment, Time
from whoseword.pipeline import read_report
from whoseword.reports.given import Unread
from whoseword.reports.read import ReadOptions, read_source

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("commitments.toml").read_text("utf-8"))["case"]

pytestmark = pytest.mark.model


def times_in(text: str, values: dict[str, str]) -> tuple[Time, ...]:
    """The times that a case says stand in its text."""
    starts = [(text.index(words), words, value) for words, value in values.items()]
    return tuple(
        Time((at, at + len(words)), "DURATION" if value.startswith("P") else "DATE", value)
        for at, words, value in sorted(starts)
    )


def commitments_of(text: str, times: dict[str, str] | None = None) -> tuple[Commitment, ...]:
    """The commitments in `text`, with these times."""
    record = record_of(text)
    return find_commitments(
        record.report,
        record.reading,
        record.statements,
        record.entities,
        times_in(text, times or {}),
        lexicon=load_lexicon(),
    )


def shared_part(one: tuple[int, int], other: tuple[int, int]) -> float:
    """The part of two spans that is in both."""
    both = min(one[1], other[1]) - max(one[0], other[0])
    return max(both, 0) / (max(one[1], other[1]) - min(one[0], other[0]))


def shown(text: str, found: Commitment, keys: set[str]) -> dict[str, Any]:
    """A commitment as the cases write it, with the keys that a case names."""
    row = {
        "what": text[slice(*found.what)],
        "status": found.status,
        "who": ", ".join(text[slice(*span)] for span in found.doers),
        "due": found.due.state,
        "value": found.due.value,
        "condition": text[slice(*found.condition)] if found.condition else None,
        "carried": len(found.statements),
        "entities": len(found.who),
        "to": len(found.to_whom),
    }
    return {key: row[key] for key in keys}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["reason"])
def test_case(case):
    """A text holds the commitments that its case names, and no others."""
    found = commitments_of(case["text"], case.get("times"))
    keys = [set(row) for row in case["expected"]] + [{"what", "status"}] * len(found)
    told = [shown(case["text"], c, keys[n]) for n, c in enumerate(found)]
    assert told == case["expected"]


def test_to_whom_is_the_one_who_is_promised():
    """The one promised is found where the report names an entity for it."""
    (found,) = commitments_of("Governor Pell promised the miners that the pit would reopen.")
    assert found.status == "promised"
    assert len(found.who) == 1


def test_every_commitment_is_somebodys_word():
    """The statements that carry a commitment are statements of the record."""
    text = "The ministry said that the harbour board had agreed to deepen the channel."
    (found,) = commitments_of(text)
    assert set(found.statements) <= {statement.id for statement in record_of(text).statements}
    assert len(found.statements) == 2


def test_commitments_are_the_same_each_time_and_lie_inside_the_text():
    """The same text gives the same commitments, each with its rule and spans inside the text."""
    text = " ".join(case["text"] for case in CASES[:20])
    found = commitments_of(text)
    assert found == commitments_of(text)
    assert all(0 <= c.what[0] < c.what[1] <= len(text) and c.rule for c in found)
    assert len({c.id for c in found}) == len(found)


def test_nothing_in_an_empty_report():
    """A report without words holds no commitment."""
    assert commitments_of("") == ()


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "published", "least"),
    [("003_4554ee448131827f.txt", "2021-04-07", 6), ("000_99b24c8e04ba6dc0.txt", "2021-07-22", 5)],
)
def test_the_marked_reports(shared, name, published, least):
    """In the two reports marked by hand nearly all commitments are found, and no more than are marked."""
    gold = json.loads((shared / "seeds" / "gold.json").read_text("utf-8"))["reports"]
    marked = next(value for key, value in gold.items() if key.startswith(name[:3]))["commitments"]
    text = (shared / "seeds" / name).read_text("utf-8")
    result = next(iter(read_source(text.encode(), name, ReadOptions(published=published))))
    assert not isinstance(result, Unread)
    record = read_report(result[0], shipped_reader(), load_lexicon())
    found = find_commitments(
        record.report, record.reading, record.statements, record.entities, (), lexicon=load_lexicon()
    )
    shares = [max(shared_part(c.what, (s["start"], s["end"])) for m in marked for s in m["spans"]) for c in found]
    assert len(found) >= least
    assert min(shares) >= 0.3


def test_a_term_whose_words_stand_before_its_trigger_keeps_its_head():
    """Trees that hang all of a clause before its trigger leave one word, and no error."""
    text = "Under the draft pact, some 40 crews would be pulled back by stages."
    assert all(text[slice(*each.what)].strip() for each in record_of(text).commitments)
