"""`whoseword evaluate`: a folder that people marked -> the scores of the reader, with those of people beside them.

whoseword evaluate polnear corpora/polnear/dev --annotators all
"""

# What loads the network or draws on the terminal is imported where it is needed: `--help` should not wait for it.

# No `from __future__ import annotations`: typer reads the options' types from the functions.
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from whoseword.dossier.characters import visible
from whoseword.errors import UsageError
from whoseword.evaluate.comparison import Found, find, people_of, reader_scores
from whoseword.evaluate.polnear import Attribution, MarkedText, read_folder
from whoseword.evaluate.wording import many, percent
from whoseword.statements.attribute import LEAST_CONFIDENCE

_CUBED = {"P": "precision", "R": "recall", "F1": "f1"}

evaluate = typer.Typer(no_args_is_help=True, help="Measure the reader against what people marked by hand.")


class Annotators(StrEnum):
    """Whose marks count where several people annotated a text."""

    FIRST = "first"
    ALL = "all"


class Form(StrEnum):
    """How scores are printed."""

    TABLE = "table"
    JSONL = "jsonl"


@evaluate.callback()
def _evaluate() -> None:
    pass


@evaluate.command()
def polnear(
    folder: Annotated[Path, typer.Argument(metavar="PATH", help="A folder that holds text/ and attributions/.")],
    annotators: Annotated[
        Annotators, typer.Option(help="Hold the reader to the first annotator of a text, or to each.")
    ] = Annotators.FIRST,
    min_confidence: Annotated[
        float, typer.Option(min=0, max=1, metavar="X", help="Leave out what the reader is less sure of, 0 to 1.")
    ] = LEAST_CONFIDENCE,
    form: Annotated[Form, typer.Option("--format", help="A table for people or JSON lines for programs.")] = Form.TABLE,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Only the first N texts, by name.")] = None,
) -> None:
    """Print the scores of the reader on a folder in the format of PolNeAR."""
    every = read_folder(folder)
    texts = [marked for marked in every if marked.marked][:limit]
    if unmarked := sum(not marked.marked for marked in every):
        _tell(f"{unmarked} of {len(every)} texts in {folder / 'text'} have no annotator's file and are left out")
    if not texts:
        raise UsageError(f"nobody annotated a text of {folder / 'text'}: there is nothing to compare with")
    found = _found(texts, min_confidence)
    reader = reader_scores(texts, found, all_annotators=annotators is Annotators.ALL)
    people = people_of(every)
    from whoseword.evaluate.polnear_table import notes, rows, table

    if form is Form.JSONL:
        options = {"annotators": annotators.value, "min_confidence": min_confidence, "limit": limit}
        for row in rows(reader, people, str(folder), options):
            sys.stdout.buffer.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")
        sys.stdout.buffer.flush()
        return
    from rich.console import Console

    Console(highlight=False, markup=False, emoji=False).print(table(reader, people))
    print(f"Of the reader's relations, those with a confidence of {min_confidence:g} or more were taken.")
    for line in notes(reader, people, str(folder), only_first=annotators is Annotators.FIRST):
        print(visible(line))


@evaluate.command()
def factuality(
    file: Annotated[Path, typer.Argument(metavar="PATH", help="A JSONL file with text and targets in each line.")],
    form: Annotated[Form, typer.Option("--format", help="A table for people or JSON lines for programs.")] = Form.TABLE,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Only the first N sentences.")] = None,
) -> None:
    """Print how often "happened" and "did not" are told apart, with the guess of the majority beside it."""
    from whoseword.evaluate.factuality import POLARITIES, factuality_scores, read_judged

    sentences = read_judged(file)[:limit]
    from whoseword.lexicon import load_lexicon
    from whoseword.reports.reader import load_reader

    scores = factuality_scores(load_reader(), sentences, load_lexicon())
    by_word = {name: {"happened": scores.counts.get((name, True), 0), "did-not": scores.counts.get((name, False), 0)}
               for name in POLARITIES}  # fmt: skip
    if form is Form.JSONL:
        row = {"measured_on": str(file), "sentences": len(sentences), "limit": limit, "predicates": scores.predicates,
               "undecided": scores.undecided, "accuracy": scores.accuracy, "majority": scores.majority,
               "counts": by_word}  # fmt: skip
        print(json.dumps(row))
        return
    print(f"right sign  {percent(scores.accuracy)} %")
    print(f"majority    {percent(scores.majority)} %, if all are given the sign that most have")
    print(f"measured on {visible(str(file))}: {many(len(sentences), 'sentence')},"
          f" {many(scores.predicates, 'predicate')}; {scores.undecided} undecided by people are left out")  # fmt: skip
    for name, count in by_word.items():
        print(f"{name:11} {count['happened']:5} happened by people's word, {count['did-not']:5} did not")


@evaluate.command()
def timeml(
    folder: Annotated[Path, typer.Argument(metavar="PATH", help="A folder of TimeML, MEANTIME or GUM files.")],
    form: Annotated[Form, typer.Option("--format", help="A table for people or JSON lines for programs.")] = Form.TABLE,
    only: Annotated[str, typer.Option(metavar="WORD", help="Only files with this in their name.")] = "",
    misses: Annotated[bool, typer.Option("--misses", help="Also what is wrong in the half that may be read.")] = False,
) -> None:
    """Print how many times of marked files are found, and with the right value."""
    from whoseword.evaluate.timex import read_marked

    reports = [report for report in read_marked(folder) if only in report.name]
    from whoseword.evaluate.timex_scores import timeml_scores
    from whoseword.lexicon import load_lexicon
    from whoseword.reports.reader import load_reader

    for half, outcome in timeml_scores(load_reader(), load_lexicon(), reports).items():
        files = sum(report.half == half for report in reports)
        for name, count in (("span", outcome.spans), ("value", outcome.values)):
            if form is Form.JSONL:
                scores = {"precision": count.precision, "recall": count.recall, "f1": count.f1}
                print(json.dumps({"measured_on": str(folder), "half": half, "files": files, "measure": name, **scores}))
                continue
            print(f"{half:8} {name:5}  P {percent(count.precision):>5}  R {percent(count.recall):>5}"
                  f"  F1 {percent(count.f1):>5}   {many(files, 'file')}, {count.marked} marked")  # fmt: skip
        for miss in outcome.misses if misses and half == "read" else ():
            print(visible(miss))


@evaluate.command()
def recognizers(
    file: Annotated[Path, typer.Argument(metavar="PATH", help="DateTimeModel.json of Recognizers-Text.")],
    form: Annotated[Form, typer.Option("--format", help="A table for people or JSON lines for programs.")] = Form.TABLE,
    misses: Annotated[bool, typer.Option("--misses", help="Also what is wrong, case by case.")] = False,
) -> None:
    """Print how many cases of Recognizers-Text that read like news get the right value."""
    from whoseword.evaluate.recognizers import read_cases

    cases, refused = read_cases(file)
    from whoseword.evaluate.timex_scores import case_scores
    from whoseword.lexicon import load_lexicon
    from whoseword.reports.reader import load_reader

    scores = case_scores(load_reader(), load_lexicon(), cases)
    if form is Form.JSONL:
        row = {"measured_on": str(file), "cases": len(cases), "times": scores.expected, "accuracy": scores.accuracy}
        print(json.dumps({**row, "refused": dict(refused)}))
        return
    print(f"right value  {percent(scores.accuracy)} %, {scores.right} of {many(scores.expected, 'time')}")
    print(f"measured on  {many(len(cases), 'case')} of {visible(str(file))}; left out:")
    for reason, count in sorted(refused.items(), key=lambda item: (-item[1], item[0])):
        print(f"  {count:4} {reason}")
    for miss in scores.misses if misses else ():
        print(visible(miss))


@evaluate.command()
def copies(
    folder: Annotated[Path, typer.Argument(metavar="PATH", help="A folder that holds pairs.tsv and texts.jsonl.")],
    texts: Annotated[
        list[str] | None, typer.Option(metavar="PATH", help="Further JSONL files with texts, by the id of the row.")
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="A table for people or JSON lines for programs.")] = Form.TABLE,
    misses: Annotated[bool, typer.Option("--misses", help="Also what is wrong, pair by pair.")] = False,
) -> None:
    """Print how many copies are found among pairs of reports that a person judged."""
    from whoseword.evaluate.copies import HALVES, judge, read_pairs, read_texts, scores

    pairs = read_pairs(folder)
    outcomes = list(judge(pairs, read_texts([str(folder / "texts.jsonl"), *(texts or [])])))
    halves = {half: scores([each for each in outcomes if each.half == half]) for half in HALVES}
    for half, score in {**halves, "all": scores(outcomes)}.items():
        if form is Form.JSONL:
            row = {"measured_on": str(folder), "half": half, "right": score.right, "wrong": score.wrong,
                   "missed": score.missed, "left": score.left}  # fmt: skip
            print(json.dumps({**row, "f1": score.f1, "false_independent": score.false_independent}))
            continue
        print(f"{half:8}  F1 {percent(score.f1):>5}   false independent {percent(score.false_independent):>5} %   "
              f"{score.right} right, {score.wrong} wrong, {score.missed} missed, {score.left} left alone")  # fmt: skip
    if form is Form.TABLE:
        print(f"measured on {visible(str(folder))}: {len(outcomes)} of {many(len(pairs), 'pair')},"
              " those judged either way with both texts at hand")  # fmt: skip
    for each in outcomes if misses else ():
        if each.is_found != each.pair.is_copy:
            found = f"{each.found.kind} ({each.found.rule})" if each.found else "nothing"
            _tell(f"{each.pair.a} {each.pair.b}  judged {each.pair.judged}, found {found}")


@evaluate.command()
def ecb(
    folder: Annotated[Path, typer.Argument(metavar="PATH", help="A folder that holds ECB+/ and the lists beside it.")],
    part: Annotated[str, typer.Option(metavar="NAME", help="The part of the split: val, or train.")] = "val",
    form: Annotated[Form, typer.Option("--format", help="A table for people or JSON lines for programs.")] = Form.TABLE,
) -> None:
    """Print how well mentions of one event are found across reports, with the same lemma as the baseline."""
    from whoseword.evaluate.ecb_table import lines, measured, read_mentions, row_of
    from whoseword.lexicon import load_lexicon
    from whoseword.reports.reader import load_reader

    mentions = read_mentions(folder, part, load_reader(), load_lexicon())
    outcomes = measured(mentions)
    if form is Form.JSONL:
        for name, outcome in outcomes.items():
            print(json.dumps({"measured_on": str(folder), **row_of(part, name, outcome)}, ensure_ascii=False))
        return
    print(f"measured on {visible(str(folder))}, {visible(part)}")
    for line in lines(outcomes, mentions):
        print(line)


@evaluate.command()
def stories(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="JSONL files; rows of known stories name theirs.")],
    form: Annotated[Form, typer.Option("--format", help="A table for people or JSON lines for programs.")] = Form.TABLE,
    one_by_one: Annotated[
        bool, typer.Option("--one-by-one", help="Also what comes of adding the reports one by one, in four orders.")
    ] = False,
) -> None:
    """Print how well reports of known stories are grouped, among others that belong to none of them."""
    from whoseword.evaluate.stories import ORDERS, measured, read_sketches
    from whoseword.lexicon import load_lexicon
    from whoseword.reports.reader import load_reader

    sketches, labels, problems = read_sketches(paths, load_reader(), load_lexicon())
    for problem in problems:
        _tell(f"{problem.message} [{problem.code}]")
    for row in measured(sketches, labels, orders=ORDERS if one_by_one else ()):
        if form is Form.JSONL:
            print(json.dumps({"measured_on": paths, **row}, ensure_ascii=False))
            continue
        scores = "".join(f"  {name} {percent(row[key]):>5}" for name, key in _CUBED.items())
        print(f"{row['order']:10} held to {row['held_to']:7} {row['half']:5} others {row['others']:11}{scores}"
              f"   {many(row['reports'], 'report')}")  # fmt: skip
    if form is Form.TABLE:
        print(f"measured on {many(len(sketches), 'report')}, {len(labels)} of them with the name of a story")


def _found(texts: Sequence[MarkedText], min_confidence: float) -> list[tuple[Attribution, ...]]:
    """What the reader finds in each text; its problems are told on the standard error."""
    from whoseword.reports.reader import load_reader

    found: list[Found] = []
    with _counted(texts) as counted:
        found.extend(find(load_reader(), counted, min_confidence=min_confidence))
    for marked, one in zip(texts, found, strict=True):
        for problem in one.problems:
            _tell(f"{marked.name}: {problem.message} [{problem.code}]")
    return [one.attributions for one in found]


@contextmanager
def _counted(texts: Sequence[MarkedText]) -> Iterator[Iterable[MarkedText]]:
    """The same texts; on a terminal, with a bar on the standard error."""
    if not sys.stderr.isatty():
        yield texts
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("texts"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield progress.track(texts, total=len(texts))


def _tell(message: str) -> None:
    print(visible(message), file=sys.stderr, flush=True)
