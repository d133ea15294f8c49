"""Paths -> reports in the store: each is read once and kept whole, or not at all.

In: an open store, paths, and by what, when and how it is read. Out: what became of each report, in order. What was
stopped in the middle is done again: reports that the store has are told apart before anything is read.

    for added in add(store, ["reports/"], ReadOptions(), plan):
        print(added.state, added.id)
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from whoseword import __version__
from whoseword.errors import ModelError
from whoseword.lexicon import load_lexicon
from whoseword.model import Problem, Record
from whoseword.pipeline import Received, Work, read_received, was_read
from whoseword.reports.inputs import STDIN, find_inputs, read_bytes
from whoseword.reports.read import ReadOptions, Unread, read_source
from whoseword.store.affected import affected
from whoseword.store.keeping import Kept, ReadBy, Taken, keep, known, taken_for, taken_from
from whoseword.store.naming import Named
from whoseword.store.opening import Store
from whoseword.store.viewing import refresh

State = Literal["new", "version", "read-anew", "known", "failed", "unread"]
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
    """What became of one report. `affected` is how many parts of the version before rested on changed words."""

    state: State
    path: str
    row: int | None
    id: str | None = None
    number: int | None = None
    statements: int | None = None
    changes: int = 0
    affected: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """The bytes of a file under its name; `place` is where it lies, None where nobody can go there again."""

    name: str
    data: bytes
    place: str | None = None


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


def add(store: Store, paths: Iterable[str], options: ReadOptions, plan: Plan) -> Iterator[Added]:
    """Reads and keeps what the store has not; one transaction a report.

    Raises:
        StoreError: the store cannot be written.
        ModelError: the reader's weights cannot be used.
    """
    yield from add_given(store, _found(paths), options, plan)


def add_given(store: Store, given: Iterable[Given | Unread], options: ReadOptions, plan: Plan) -> Iterator[Added]:
    """The same for bytes that somebody has already, such as those that came through a form."""
    waiting: deque[Added | Taken] = deque()
    for result in read_received(_received(store, given, options, plan, waiting), work=plan.work):
        told = waiting.popleft()
        if isinstance(told, Added):
            yield told
        elif isinstance(result, Record):
            yield _kept(store, result, told, plan)


def _found(paths: Iterable[str]) -> Iterator[Given | Unread]:
    for name in find_inputs(paths):
        data = read_bytes(name)
        if isinstance(data, Unread):
            yield data
        else:
            yield Given(str(name), data, None if name == STDIN else str(Path(str(name)).absolute()))


def _received(
    store: Store, given: Iterable[Given | Unread], options: ReadOptions, plan: Plan, waiting: deque[Added | Taken]
) -> Iterator[Received | Unread]:
    """What is to be read. For each thing that comes out, `waiting` gets what is known of it already."""
    for file in given:
        if isinstance(file, Unread):
            waiting.append(_unread(file))
            yield file
            continue
        whole = taken_from(file.data, file.place)
        for received in read_source(file.data, file.name, options):
            if isinstance(received, Unread):
                waiting.append(_unread(received))
                yield received
                continue
            report = received[0]
            with store.reading() as connection:
                there = known(connection, report, plan.by, again=plan.again)
            waiting.append(_known(there, report.path, report.row) if there else taken_for(report, whole))
            yield Unread(report.path, report.row, ()) if there else received


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
        problems=(*record.problems, *problems),
    )


def _known(kept: Kept, path: str, row: int | None) -> Added:
    return Added("known", path, row, id=kept.id, number=kept.number)


def _unread(unread: Unread) -> Added:
    return Added("unread", unread.path, unread.row, problems=unread.problems)
