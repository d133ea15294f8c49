"""READ THIS FIRST: the whole path from what was named on the command line to records, top to bottom.

paths -> files (`reports/inputs.py`) -> bytes -> Report (`reports/read.py`) -> Reading (`reports/reader.py`)
-> Statements and Entities (`statements/attribute.py`) -> the same with their sources resolved (`sources/coref.py`) and
their chains (`sources/chains.py`) -> Record, with times, quantities, modality and events (`statements/`), commitments
and figures (`ledger/`). What people and programs read is made from records, in `dossier/`. Every stage gives its
problems next to its values; here they are put together. A report in another language than English becomes a Record in
which nothing is read.

>>> for result in read_paths(["no-such-file.txt"]):
...     print(result.problems[0].code)
not-found
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Protocol

from whoseword.errors import UsageError, WhosewordError
from whoseword.ledger.commitments import find_commitments
from whoseword.ledger.figures import figures
from whoseword.lexicon import Lexicon, load_lexicon
from whoseword.model import Problem, Reading, Record, Report
from whoseword.reports.given import Given, Unread
from whoseword.reports.inputs import find_inputs, open_inputs
from whoseword.reports.read import ReadOptions, read_given
from whoseword.sources.anonymity import without_grants
from whoseword.sources.chains import chain
from whoseword.sources.coref import resolve
from whoseword.sources.denials import find_denied
from whoseword.sources.introduced import of_report
from whoseword.sources.unnamed import describe
from whoseword.statements.attribute import LEAST_CONFIDENCE, attribute
from whoseword.statements.distance import with_distances
from whoseword.statements.events import find_events
from whoseword.statements.modality import find_modality
from whoseword.statements.quantities import find_quantities
from whoseword.statements.times import find_times

# Reports under way for each process: enough that none waits, few enough to stay small in memory.
AHEAD = 4
NOTHING_READ = Reading((), (), (), ())

Received = tuple[Report, tuple[Problem, ...]]


class ReadsText(Protocol):
    """What the pipeline asks of a reader; `reports.reader.Reader` is the one that ships."""

    def read(self, text: str) -> tuple[Reading, tuple[Problem, ...]]:
        """Words, sentences, names and relations of `text`."""


def read_report(
    report: Report, reader: ReadsText, lexicon: Lexicon, *, least_confidence: float = LEAST_CONFIDENCE
) -> Record:
    """One report -> its record. A pure function: the same report, reader and lexicon give the same record."""
    reading, seen = reader.read(report.text)
    lexicon = of_report(report, reading, lexicon)
    attributed, told = attribute(report, reading, lexicon, least=least_confidence)
    attributed = without_grants(report, reading, attributed, lexicon)
    resolved, unclear = resolve(report, reading, attributed, lexicon)
    resolved = describe(report, reading, resolved, lexicon)
    chained, loose = chain(report, reading, resolved, lexicon)
    far = with_distances(report.text, chained.statements, lexicon)
    chained = find_denied(report, reading, replace(chained, statements=far), lexicon)
    problems = (*seen, *told, *unclear, *loose)
    return _with_accounts(Record(report, reading, chained.entities, chained.statements, problems), lexicon)


def _with_accounts(record: Record, lexicon: Lexicon) -> Record:
    """When, how many, how surely, and what was promised: all that rests on the statements and their sources."""
    report, reading, entities = record.report, record.reading, record.entities
    statements = find_modality(report, reading, record.statements, lexicon)
    times, undated = find_times(report, reading, statements)
    quantities = find_quantities(report, reading, lexicon, times=[time.span for time in times])
    return replace(
        record,
        statements=statements,
        problems=(*record.problems, *undated),
        times=times,
        quantities=quantities,
        events=find_events(report, reading, statements, times, entities, lexicon=lexicon),
        commitments=find_commitments(report, reading, statements, entities, times, lexicon=lexicon),
        figures=figures(quantities, times, statements, reading),
    )


@dataclass(frozen=True, slots=True)
class Work:
    """How the work is done. `jobs` processes read at once; with one, everything happens in this process."""

    jobs: int = 1
    least_confidence: float = LEAST_CONFIDENCE

    def __post_init__(self) -> None:
        if self.jobs < 1:
            raise UsageError(f"{self.jobs} jobs cannot read anything; give 1 or more")
        if not 0 <= self.least_confidence <= 1:
            raise UsageError(f"{self.least_confidence} is no confidence; give a number from 0 to 1")


def read_paths(
    paths: Iterable[str],
    options: ReadOptions | None = None,
    *,
    work: Work | None = None,
    reader: ReadsText | None = None,
) -> Iterator[Record | Unread]:
    """Files, folders, patterns and "-" -> a record for each report, in order, and an `Unread` for each that is none.

    Raises:
        ModelError: the reader's weights cannot be used.
        LexiconError: a lexicon has a wrong entry.
    """
    yield from read_inputs(find_inputs(paths), options or ReadOptions(), work=work, reader=reader)


def read_inputs(
    names: Iterable[str | Unread], options: ReadOptions, *, work: Work | None = None, reader: ReadsText | None = None
) -> Iterator[Record | Unread]:
    """Like `read_paths`, for what `find_inputs` found. The model is loaded with the first report.

    With several jobs, records come in the same order and with the same bytes as with one; a `reader` of the caller's
    own is used in this process alone.
    """
    yield from read_received(_received(names, options), work=work, reader=reader)


def read_received(
    received: Iterator[Received | Unread], *, work: Work | None = None, reader: ReadsText | None = None
) -> Iterator[Record | Unread]:
    """Like `read_inputs`, for reports that have been received; an `Unread` among them comes out as it is."""
    work = work or Work()
    if work.jobs == 1 or reader is not None:
        for item in received:
            yield item if isinstance(item, Unread) else _read_received(*item, work.least_confidence, reader)
    else:
        yield from _read_in_processes(received, work)


def _received(names: Iterable[str | Unread], options: ReadOptions) -> Iterator[Received | Unread]:
    for given in open_inputs(names):
        if isinstance(given, Given):
            yield from read_given(given, options)
        elif isinstance(given, Unread):
            yield given


def _read_received(
    report: Report, problems: tuple[Problem, ...], least: float, reader: ReadsText | None = None
) -> Record:
    if _is_kept_unread(problems):
        return Record(report, NOTHING_READ, (), (), problems)
    record = _read_in_spite(report, reader or _load_reader(), load_lexicon(), least)
    return replace(record, problems=(*problems, *record.problems))


def _read_in_processes(received: Iterator[Received | Unread], work: Work) -> Iterator[Record | Unread]:
    """Keeps a few reports a process under way, no more, so that a folder of any size needs the same memory."""
    waiting: deque[Future[Record] | Record | Unread] = deque()
    # Spawned, not forked: the model runtime's threads do not survive a fork.
    with ProcessPoolExecutor(work.jobs, mp_context=get_context("spawn"), initializer=_begin_work) as pool:
        try:
            for item in received:
                if isinstance(item, Unread):
                    waiting.append(item)
                elif _is_kept_unread(item[1]):
                    waiting.append(_read_received(*item, work.least_confidence))
                else:
                    waiting.append(pool.submit(_read_received, *item, work.least_confidence))
                if len(waiting) > AHEAD * work.jobs:
                    yield _result(waiting.popleft())
            while waiting:
                yield _result(waiting.popleft())
        finally:
            pool.shutdown(cancel_futures=True)


def _begin_work() -> None:
    """What a process that reads does first.

    Ctrl-C reaches every process of a terminal; only the one that keeps the store should act on it. Should that one be
    killed, those that it started would wait for ever.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if parent := parent_process():
        Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _result(item: Future[Record] | Record | Unread) -> Record | Unread:
    try:
        return item.result() if isinstance(item, Future) else item
    except BrokenExecutor:
        raise WhosewordError("a process that was reading died, perhaps for want of memory; try fewer --jobs") from None


def _is_kept_unread(problems: tuple[Problem, ...]) -> bool:
    """Whether the reader, which knows English, would only find nonsense. The record then needs no model."""
    return any(problem.code == "language-not-supported" for problem in problems)


def was_read(result: Record | Unread) -> bool:
    """Whether a report came out that was read to its end. One in another language was: there is no more to it."""
    return isinstance(result, Record) and all(problem.code != "reading-failed" for problem in result.problems)


def _read_in_spite(report: Report, reader: ReadsText, lexicon: Lexicon, least: float) -> Record:
    """The record of `report`; a fault of ours on one report is told in its record and does not cost the others."""
    try:
        return read_report(report, reader, lexicon, least_confidence=least)
    except WhosewordError:
        raise
    except Exception as error:  # noqa: BLE001  (one report in a corpus of thousands must not stop the rest)
        message = f"reading stopped with {type(error).__name__}: {error}; please report this with the text, if you may"
        failed = Problem("reading-failed", message)
        return Record(report, NOTHING_READ, (), (), (failed,))


def _load_reader() -> ReadsText:
    # Here and not above: it brings in the model runtime, which takes longer to load than all the rest.
    from whoseword.reports.reader import load_reader  # noqa: PLC0415

    return load_reader()
