"""The date-time cases of Microsoft's Recognizers-Text -> those that read like news, and which of our values are right.

A case is a sentence, a day of reference, and the times in it. Theirs are told in a TIMEX of their own with all values
that it may have; `is_right` lists in which forms ours says the same.

>>> cases, refused = read_cases(Path("DateTimeModel.json"))
>>> refused["asks an assistant"]
350
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whoseword.errors import NoInputError
from whoseword.evaluate.newslike import refusal
from whoseword.model import Span, Time
from whoseword.statements.time_values import days_of


@dataclass(frozen=True, slots=True)
class Expected:
    """A time of a case: its words, its TIMEX forms, the values or intervals that it may have, and its type."""

    span: Span
    timexes: tuple[str, ...]
    values: tuple[Mapping[str, str], ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with its day of reference."""

    text: str
    reference: str
    expected: tuple[Expected, ...]


def read_cases(path: Path) -> tuple[tuple[Case, ...], Mapping[str, int]]:
    """The cases of a specification file that read like news, and how many were left out for which reason.

    Raises:
        NoInputError: the file is none of the Recognizers' specifications.
    """
    kept: list[Case] = []
    refused: Counter[str] = Counter()
    try:
        cases = [_case(row) for row in json.loads(path.read_text("utf-8-sig"))]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise NoInputError(f"{path} is no specification of Recognizers-Text with date-time cases: {error}") from error
    for case in cases:
        words = [case.text[slice(*expected.span)] for expected in case.expected]
        reason = refusal(case.text, words) if case.expected and case.reference else "gives no value or no day"
        if reason:
            refused[reason] += 1
        else:
            kept.append(case)
    return tuple(kept), refused


def is_right(expected: Expected, times: Sequence[Time], reference: str) -> bool:
    """Whether the times that touch the expected one say what it says, in one of the forms of `_says`."""
    touching = [time for time in times if time.span[0] < expected.span[1] and expected.span[0] < time.span[1]]
    if any(_says(expected, time) for time in touching):
        return True
    # Theirs is one range where ours are its two ends: "from May to July".
    return len(touching) == 2 and any(
        _is_range(value, touching[0], touching[1], reference) for value in expected.values
    )


def _says(expected: Expected, time: Time) -> bool:
    """The same TIMEX, or one of the values that it may have."""
    timexes = {_plain(timex) for timex in expected.timexes}
    if time.value is None:
        return bool(timexes) and not any(re.search(r"\d", timex) for timex in timexes)  # neither resolves it
    value = _plain(time.value).replace("P1Q", "P3M")
    # Their clock alone has no day; ours is that of the day told, or of the reference.
    if value in timexes or (time.kind == "TIME" and "T" + value.partition("T")[2] in timexes):
        return True
    if time.kind == "DURATION":
        # "the past 20 years" is a stretch of the calendar to them, a length with its ends to us.
        return value in {parts[2] for timex in timexes if len(parts := timex.strip("()").split(",")) == 3}
    if expected.kind in {"set", "duration"}:
        return False
    if time.mod and any(_leaves_open(timex, value) for timex in timexes):
        # "mid-November": their ten days are a convention of theirs.
        return any(_lies_in(resolved.get("start"), time) for resolved in expected.values)
    return any(
        _is_day(resolved, time, value, expected.kind) or _is_interval(resolved, time, value)
        for resolved in expected.values
    )


def _is_day(resolved: Mapping[str, str], time: Time, value: str, kind: str) -> bool:
    single = _plain(resolved.get("value", "").replace(" ", "T"))
    if kind == "date" and single:
        # Our "2018-08" for their 2018-08-17: counted in months, TIMEX3 keeps to months. And a day with its hour.
        return single.startswith(value) or single == value.partition("T")[0]
    if single.endswith("T23:59:59"):
        return time.mod == "END" and single[:10] == value  # "the end of today"
    return bool(single) and single == value


def _is_interval(resolved: Mapping[str, str], time: Time, value: str) -> bool:
    start, end = resolved.get("start"), resolved.get("end")
    if start and end:
        return (start, end) == (time.begin, time.end) or f"{start}/{end}" in {value, _ends_of(value)}
    # "before 2012" has one end: what it is counted from.
    return bool(start or end) and (start or end) in {time.begin, time.end, value}


def _is_range(value: Mapping[str, str], first: Time, last: Time, reference: str) -> bool:
    """From the start of the one to the start or the end of the other; "now" is the day of reference."""
    start, end = (_plain(value.get(name, "").replace(" ", "T")) for name in ("start", "end"))
    starts, ends = ({time.begin, _plain(time.value), _hour_of(time)} for time in (first, last))
    for time, forms in ((first, starts), (last, ends)):
        if time.value == "PRESENT_REF":
            forms.add(reference)
    if first.mod == "END":
        starts.add(first.end)
    ends.add(last.end)
    begun = start in starts or (first.mod == "MID" and _lies_in(start, first))
    ended = end in ends or (last.mod == "MID" and _lies_in(end, last))
    return bool(start and end) and begun and ended


def _leaves_open(timex: str, value: str) -> bool:
    return len(timex) == len(value) and all(theirs in {"X", ours} for theirs, ours in zip(timex, value, strict=True))


def _lies_in(day: str | None, time: Time) -> bool:
    return bool(day and time.begin and time.end and time.begin <= day < time.end)


def _ends_of(value: str) -> str:
    """The first days of both ends of a range: theirs, "2014-2018", ends where 2018 begins."""
    return "/".join((days_of(end) or ("",))[0] for end in value.split("/"))


def _hour_of(time: Time) -> str:
    hour = (time.value or "").partition("T")[2]
    return f"{hour}:00" if len(hour) == 5 else hour


def _plain(value: str | None) -> str:
    """Without the zone, and without minutes and seconds that are nought."""
    value = re.sub(r"(?:Z|[+-]\d\d:\d\d)$", "", value or "")
    return re.sub(r"T(\d\d)(?::00){0,2}$", r"T\1", re.sub(r"(T\d\d:\d\d):00$", r"\1", value))


def _case(row: Mapping[str, Any]) -> Case:
    text = row["Input"]
    expected = []
    for result in row["Results"]:
        if "Resolution" not in result or "timezone" in result.get("TypeName", "timezone"):
            continue
        start = result["Start"] if "Start" in result else text.lower().find(result["Text"].lower())
        values = tuple({key: str(said) for key, said in value.items()} for value in result["Resolution"]["values"])
        timexes = tuple(value["timex"] for value in values if "timex" in value)
        kind = result["TypeName"].split(".")[-1]
        expected.append(Expected((start, start + len(result["Text"])), timexes, values, kind))
    reference = str((row.get("Context") or {}).get("ReferenceDateTime", ""))[:10]
    return Case(text, reference, tuple(expected))
