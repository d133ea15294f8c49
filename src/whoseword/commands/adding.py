"""Paths -> reports in the store: each is read once and kept whole, or not at all.

In: an open store, paths, and by what, when and how it is read. Out: what became of each report, in order. What was
stopped in the middle is done again: reports that the store has are told apart before anything is read.

    for added in add(store, find_inputs(["reports/"]), ReadOptions(), plan):
        print(added.state, added.id)
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain, groupby
from pathlib import Path
from typing import Literal

from whoseword import __version__
from whoseword.commands.visiting import Fetches, visited
from whoseword.errors import ModelError, UsageError
from whoseword.lexicon import load_lexicon
from whoseword.model import Problem, Record, Report
from whoseword.pipeline import Received, Work, read_received, was_read
from whoseword.reports.given import Given, Skipped, Unchanged, Unread
from whoseword.reports.inputs import is_address, open_inputs
from whoseword.reports.kinds import kind_of
from whoseword.reports.read import ReadOptions, documents, read_given
from whoseword.store.affected import affected
from whoseword.store.keeping import Kept, ReadBy, Taken, at_address, keep, known, taken_for, taken_from
from whoseword.store.naming import Named
from whoseword.store.opening import Store
from whoseword.store.viewing import refresh

State = Literal["new", "version", "read-anew", "known", "failed", "unread", "skipped"]
MODEL = Path(__file__).parents[1] / "models" / "en"


@dataclass(frozen=True, slots=True)
class Plan:
    """By what, when and how reports are read. `again`: also those that another version or model has read."""

    by: ReadBy
    when: datetime
    work: Work = field(default_factory=Work)
    again: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one report, which is `key` in the store.

    `affected` is how many parts of the version before rested on changed words. `skipped` is what an archive holds
    besides pages: how many of its records, of which kinds.
    """

    state: State
    path: str
    row: int | None
    id: str | None = None
    number: int | None = None
    statements: int | None = None
    changes: int = 0
    affected: int = 0
    key: str | None = None
    skipped: tuple[tuple[str, int], ...] = ()
    problems: tuple[Problem, ...] = ()


def read_by(folder: Path = MODEL) -> ReadBy:
    """This version of whoseword, and the model by the beginning of the hash of its files."""
    hashed = hashlib.sha256()
    for name in ("reader.onnx", "tokenizer.json"):
        try:
            hashed.update((folder / name).read_bytes())
        except OSError:
            message = f"{folder / name} is missing: install whoseword again, or train the reader (docs/reader.md)"
            raise ModelError(message) from None
    return ReadBy(__version__, f"en-{hashed.hexdigest()[:12]}")


def add(
    store: Store, names: Iterable[str | Unread], options: ReadOptions, plan: Plan, *, fetcher: Fetches | None = None
) -> Iterator[Added]:
    """Reads and keeps what the store has not; one transaction a report. `names` are those of files, and addresses.

    Raises:
        UsageError: an address without a `fetcher`.
        StoreError: the store cannot be written.
        ModelError: the reader's weights cannot be used.
    """
    for fetched, group in groupby(names, lambda name: isinstance(name, str) and is_address(name)):
        if not fetched:
            yield from add_given(store, open_inputs(group), options, plan)
            continue
        if fetcher is None:
            raise UsageError("addresses are fetched only with a fetcher")
        found = visited(store, map(str, group), fetcher, when=plan.when, again=plan.again)
        yield from found.settling(add_given(store, found, options, plan))


def add_given(
    store: Store, given: Iterable[Given | Unread | Unchanged | Skipped], options: ReadOptions, plan: Plan
) -> Iterator[Added]:
    """The same for bytes that somebody has already, such as those that came through a form."""
    waiting: deque[Added | Taken] = deque()
    for result in read_received(_received(store, given, options, plan, waiting), work=plan.work):
        told = waiting.popleft()
        if isinstance(told, Added):
            yield told
        elif isinstance(result, Record):
            yield _kept(store, result, told, plan)


def _received(
    store: Store,
    given: Iterable[Given | Unread | Unchanged | Skipped],
    options: ReadOptions,
    plan: Plan,
    waiting: deque[Added | Taken],
) -> Iterator[Received | Unread]:
    """What is to be read. For each thing that comes out, `waiting` gets what is known of it already."""
    for one in chain.from_iterable(documents(each) if isinstance(each, Given) else [each] for each in given):
        if isinstance(one, Given):
            yield from _of_document(store, one, options, plan, waiting)
        else:
            waiting.append(_without_report(store, one))
            yield Unread(one.path, None, ())


def _of_document(
    store: Store, document: Given, options: ReadOptions, plan: Plan, waiting: deque[Added | Taken]
) -> Iterator[Received | Unread]:
    whole = taken_from(document.data, document.place)
    for received in read_given(document, options):
        if isinstance(received, Unread):
            waiting.append(_without_report(store, received))
            yield received
            continue
        report = received[0]
        with store.reading() as connection:
            there = known(connection, report, plan.by, again=plan.again)
        told = _known(there, report.path, report.row, received[1]) if there else _taken(report, document, whole)
        waiting.append(told)
        yield Unread(report.path, report.row, ()) if there else received


def _taken(report: Report, document: Given, whole: Taken) -> Taken:
    """Of a file with many rows only the hash is kept, with each report's text; else the bytes as they came."""
    if report.row == document.row:
        return whole
    return taken_for(report, whole, with_data=kind_of(document) not in {"rows", "document"})


def _kept(store: Store, record: Record, taken: Taken, plan: Plan) -> Added:
    report = record.report
    if not was_read(record):
        # Not kept: it would be known from then on, and never read.
        return Added("failed", report.path, report.row, problems=record.problems)
    with store.writing() as connection:
        kept = keep(connection, record, taken, plan.by, when=plan.when, again=plan.again)
        if kept.state == "known":
            return _known(kept, report.path, report.row)
        problems = refresh(connection, kept.key, record, load_lexicon())
        versions = affected(connection, Named("report", kept.key, kept.id)) if kept.state == "version" else []
    return Added(
        kept.state,
        report.path,
        report.row,
        id=kept.id,
        number=kept.number,
        statements=len(record.statements),
        changes=len(kept.revision.edits) + len(kept.revision.facts) if kept.revision else 0,
        affected=len(versions[-1].parts) if versions else 0,
        key=kept.key,
        problems=(*record.problems, *problems),
    )


def _known(kept: Kept, path: str, row: int | None, problems: tuple[Problem, ...] = ()) -> Added:
    return Added("known", path, row, id=kept.id, number=kept.number, problems=problems)


def _without_report(store: Store, came: Unread | Skipped | Unchanged) -> Added:
    if isinstance(came, Skipped):
        return Added("skipped", came.path, None, skipped=came.kinds)
    if isinstance(came, Unread):
        return Added("unread", came.path, came.row, problems=came.problems)
    with store.reading() as connection:
        there = at_address(connection, came.path)
    return _known(there, came.path, None) if there else Added("known", came.path, None)
