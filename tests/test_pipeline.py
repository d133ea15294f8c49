"""The whole path with a reader that needs no model: reports become records, and nothing stops the rest."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.plain_reader import PlainReader
from whoseword.dossier.export import dump_line
from whoseword.errors import ModelError, UsageError
from whoseword.lexicon import load_lexicon
from whoseword.model import Problem, Reading, Record
from whoseword.pipeline import Work, read_inputs, read_paths, read_report, was_read
from whoseword.reports.given import Unread
from whoseword.reports.read import ReadOptions, read_source

EXAMPLES = Path(__file__).parents[1] / "examples" / "reports.jsonl"
GERMAN = (
    "Die Fähre fährt ab Montag nicht mehr, sagte der Hafenmeister gestern. Die Fischer der Stadt sind verärgert, weil"
    " sie nun mit kleinen Booten zum Markt fahren müssen."
)
TEXT = "Ada Rook told Northline that the ferry was late. A sailor said that it always is."


def record_of(text: str) -> Record:
    received = next(read_source(text.encode(), "ferry.txt", ReadOptions()))
    assert not isinstance(received, Unread)
    return read_report(received[0], PlainReader(), load_lexicon())


def read_all(*paths: Path) -> list[Record | Unread]:
    return list(read_paths(map(str, paths), ReadOptions(outlet="Courier"), reader=PlainReader()))


def test_a_report_becomes_a_record() -> None:
    """Statements with their words, and entities for their sources."""
    record = record_of(TEXT)
    told = [TEXT[slice(*statement.content[0])] for statement in record.statements]
    assert told == ["that the ferry was late", "that it always is"]
    entities = {entity.id for entity in record.entities}
    assert {statement.entity for statement in record.statements} <= entities
    assert record.statements[0].told_to


def test_the_same_report_gives_the_same_record() -> None:
    """A second run gives the same ids, spans and order."""
    assert record_of(TEXT) == record_of(TEXT)


def test_every_span_lies_in_the_text(tmp_path: Path) -> None:
    """All spans of a record can be sliced and give words."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (record,) = read_all(tmp_path)
    assert isinstance(record, Record)
    spans = [span for entity in record.entities for span in entity.mentions]
    spans += [
        span for one in record.statements for span in (*one.cue, *one.content, *([one.source] if one.source else []))
    ]
    assert all(record.report.text[slice(*span)].strip() for span in spans)


def test_another_report_changes_nothing_of_the_first(tmp_path: Path) -> None:
    """A record is the same alone and beside others."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (alone,) = read_all(tmp_path)
    (tmp_path / "b.txt").write_text(TEXT.replace("late", "early"), "utf-8")
    assert read_all(tmp_path)[0] == alone


def test_problems_of_reading_come_first(tmp_path: Path) -> None:
    """What was odd about the bytes stands in the record with what the reader told."""

    class Telling(PlainReader):
        def read(self, text: str) -> tuple[Reading, tuple[Problem, ...]]:
            return super().read(text)[0], (Problem("told-by-reader", "…"),)

    (tmp_path / "a.txt").write_bytes(TEXT.encode() + b"\r\n")
    (record,) = read_paths([str(tmp_path)], reader=Telling())
    assert [problem.code for problem in record.problems] == ["carriage-return", "told-by-reader"]


def test_what_cannot_be_read_stands_in_its_place(tmp_path: Path) -> None:
    """Missing files, pictures and bad rows come between the records, in the order of the input."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.jsonl").write_text('{"text": 1}\n' + json.dumps({"text": TEXT}), "utf-8")
    (tmp_path / "c.txt").write_bytes(b"\x89PNG")
    found = read_all(tmp_path / "missing", tmp_path)
    assert [isinstance(one, Record) or one.problems[0].code for one in found] == [
        "not-found",
        True,
        "row-without-text",
        True,
        "binary-file",
    ]
    assert [was_read(one) for one in found] == [False, True, False, True, False]


def test_a_fault_on_one_report_does_not_stop_the_rest(tmp_path: Path) -> None:
    """A report on which the reader fails has an empty record with the fault, and the next one is read."""
    (tmp_path / "a.txt").write_text(f"This is unreadable. {TEXT}", "utf-8")
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    failed, good = read_all(tmp_path)
    assert isinstance(failed, Record)
    assert failed.report.outlet == "Courier"
    assert [problem.code for problem in failed.problems] == ["reading-failed"]
    assert "ZeroDivisionError" in failed.problems[0].message
    assert (was_read(failed), was_read(good)) == (False, True)


class Unneeded(PlainReader):
    """A reader that nobody should ask."""

    def read(self, text: str) -> tuple[Reading, tuple[Problem, ...]]:
        raise ModelError(f"asked to read {text[:10]}")


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_report_in_another_language_is_kept_and_not_read(tmp_path: Path, jobs: int) -> None:
    """It has a record that says why it is empty, counts as read, and needs no model and no second process."""
    (tmp_path / "a.txt").write_text(GERMAN, "utf-8")
    reader = Unneeded() if jobs == 1 else None
    (record,) = read_paths([str(tmp_path)], ReadOptions(outlet="Hafenbote"), work=Work(jobs=jobs), reader=reader)
    assert isinstance(record, Record)
    assert (record.report.language, record.report.outlet, record.report.text) == ("de", "Hafenbote", GERMAN)
    assert [problem.code for problem in record.problems] == ["language-not-supported"]
    assert record == Record(record.report, Reading((), (), (), ()), (), (), record.problems)
    assert was_read(record)


def test_a_report_in_another_language_keeps_its_place(tmp_path: Path) -> None:
    """Those before and behind it are read as ever."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_text(GERMAN, "utf-8")
    (tmp_path / "c.txt").write_text(TEXT.replace("late", "early"), "utf-8")
    first, foreign, last = (record for record in read_all(tmp_path) if isinstance(record, Record))
    assert [len(record.statements) for record in (first, foreign, last)] == [2, 0, 2]
    assert json.loads(dump_line(foreign))["report"]["language"] == "de"


def test_a_broken_model_stops_the_work(tmp_path: Path) -> None:
    """Weights that cannot be used are no problem of one report."""

    class Broken(PlainReader):
        def read(self, text: str) -> tuple[Reading, tuple[Problem, ...]]:
            raise ModelError(f"the weights are damaged, seen at {text[:5]}")

    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    with pytest.raises(ModelError):
        list(read_paths([str(tmp_path)], reader=Broken()))


def test_nothing_to_read_loads_no_model() -> None:
    """A wrong name is told without waiting for the weights."""
    (unread,) = read_inputs([Unread("a", None, (Problem("not-found", "a"),))], ReadOptions())
    assert isinstance(unread, Unread)
    assert replace(unread, row=1) != unread


@pytest.mark.model
def test_several_processes_give_the_same_records_in_the_same_order():
    """Two jobs print the same bytes as one, whatever order they finish in."""
    one = [dump_line(record) for record in read_paths([str(EXAMPLES)])]
    two = [dump_line(record) for record in read_paths([str(EXAMPLES)], work=Work(jobs=2))]
    assert len(one) == 8
    assert one == two


@pytest.mark.model
def test_confidence_bound_only_leaves_out():
    """A higher bound gives fewer statements, all of them sure enough, and no new ones."""
    everything = list(read_paths([str(EXAMPLES)], work=Work(least_confidence=0.0)))
    surest = list(read_paths([str(EXAMPLES)], work=Work(least_confidence=0.9)))
    for whole, part in zip(everything, surest, strict=True):
        assert isinstance(whole, Record)
        assert isinstance(part, Record)
        assert all(statement.confidence >= 0.9 for statement in part.statements)
        assert {s.cue for s in part.statements} <= {s.cue for s in whole.statements}


@pytest.mark.parametrize("wrong", [{"jobs": 0}, {"least_confidence": 1.5}])
def test_work_that_makes_no_sense_is_refused(wrong):
    """No jobs, or a confidence above one, is an error of the call."""
    with pytest.raises(UsageError):
        Work(**wrong)
