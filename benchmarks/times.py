"""Times against the Recognizers' own package, and what they cost: `python -m benchmarks.times [--peer PYTHON]`.

The peer (recognizers-text-suite) needs `emoji<2`: install it into an environment of its own and name its interpreter.
Both answer the same cases in one run; without it, that is said and ours stand alone.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.gate import SHARED
from whoseword.evaluate.recognizers import Case, Expected, is_right, read_cases
from whoseword.evaluate.timex_scores import times_of
from whoseword.lexicon import load_lexicon
from whoseword.model import Part, Published, Report
from whoseword.reports.reader import load_reader
from whoseword.statements.attribute import attribute
from whoseword.statements.times import find_times

CASES = SHARED / "corpora" / "recognizers_text" / "DateTime" / "DateTimeModel.json"
ROUNDS = 15
_ASK = """
import datetime, json, sys
from recognizers_date_time import Culture, recognize_datetime
for line in sys.stdin:
    case = json.loads(line)
    day = datetime.datetime.fromisoformat(case["reference"])
    try:
        found = recognize_datetime(case["text"], Culture.English, reference=day)
        rows = [[f.start, f.end + 1, (f.resolution or {}).get("values", [])] for f in found]
    except Exception:
        rows = []
    print(json.dumps(rows))
"""


def peer_answers(python: str, cases: Sequence[Case]) -> list[list[tuple[int, int, list[Mapping[str, str]]]]]:
    """What the peer finds in each case: start, end and its values."""
    asked = "\n".join(json.dumps({"text": case.text, "reference": case.reference}) for case in cases)
    done = subprocess.run([python, "-c", _ASK], input=asked, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def peer_is_right(expected: Expected, found: Sequence[tuple[int, int, list[Mapping[str, str]]]]) -> tuple[bool, bool]:
    """Whether the peer gives the expected TIMEX or value, and whether it gives one value alone."""
    touching = [values for start, end, values in found if start < expected.span[1] and expected.span[0] < end]
    wanted = {_said(value) for value in expected.values}
    right = [
        values
        for values in touching
        if {v.get("timex") for v in values} & set(expected.timexes) or {_said(v) for v in values} & wanted
    ]
    return bool(right), any(len(values) == 1 for values in right)


def _said(value: Mapping[str, str]) -> tuple[str | None, ...]:
    return tuple(value.get(name) for name in ("value", "start", "end"))


def compare(cases: Sequence[Case], peer: str | None) -> None:
    """Print the accuracy of both."""
    reader, lexicon = load_reader(), load_lexicon()
    total = sum(len(case.expected) for case in cases)
    ours = 0
    for case in cases:
        times = times_of(reader, lexicon, case.text, case.reference)
        ours += sum(is_right(expected, times, case.reference) for expected in case.expected)
    print(f"whoseword, one value      {ours:4} of {total}  {100 * ours / total:5.1f} %")
    if peer is None:
        print("SKIPPED: the Recognizers' package; name an interpreter that has it with --peer.")
        return
    answers = peer_answers(peer, cases)
    judged = [
        peer_is_right(expected, found) for case, found in zip(cases, answers, strict=True) for expected in case.expected
    ]
    for name, right in (
        ("one of its values", sum(r for r, _ in judged)),
        ("one value alone", sum(o for _, o in judged)),
    ):
        print(f"Recognizers, {name:17}{right:4} of {total}  {100 * right / total:5.1f} %")


def cost(path: Path) -> tuple[float, float]:
    """CPU seconds for reading a report, and of these for its times: the median of several rounds, in turns."""
    text = path.read_text("utf-8")
    parts = (Part("body", (0, len(text))),)
    report = Report("r", "", None, text, None, None, (), None, None, "en", Published("2021-07-22", "given"), parts)
    reader, lexicon = load_reader(), load_lexicon()
    reading, whole = [], []
    for _ in range(ROUNDS):
        begun = time.process_time()
        read, _ = reader.read(text)
        attributed, _ = attribute(report, read, lexicon)
        between = time.process_time()
        find_times(report, read, attributed.statements)
        reading.append(between - begun)
        whole.append(time.process_time() - between)
    return sorted(reading)[ROUNDS // 2], sorted(whole)[ROUNDS // 2]


def main(argv: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.times", description="Times against a peer, and cost.")
    parser.add_argument("--peer", metavar="PYTHON", help="an interpreter with recognizers-text-suite")
    options = parser.parse_args(argv)
    if not CASES.is_file():
        print("SKIPPED: the cases of Recognizers-Text not found beside this checkout.")
        return
    compare(read_cases(CASES)[0], options.peer)
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        read, times = cost(path)
        print(f"times cost {1000 * times:5.2f} ms beside {1000 * read:6.1f} ms of reading, {100 * times / read:4.1f} %")


if __name__ == "__main__":
    main()
