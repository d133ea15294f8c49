"""Files in which people marked times -> how many of ours are found and have the same value.

Three formats are known: TimeML (TIMEX3 around words), the CAT files of MEANTIME (Wikinews, TIMEX3 over tokens, in the
first six lines of a report only), and the XML of GUM (`date` with `when`, or `from` and `to`). A file is of the half
that was read while the rules were written ("read") or of the half that was not ("measured"), by its SHA-256.

>>> half_of(b"a file")
'measured'
"""

from __future__ import annotations

import hashlib
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from whoseword.errors import NoInputError, UsageError
from whoseword.evaluate.scores import Count
from whoseword.model import Span, Time
from whoseword.statements.time_values import days_of

Half = Literal["read", "measured"]
# MEANTIME's times were marked in the title, the line of the date and the four sentences after it.
MARKED_SENTENCES = 6
# How MEANTIME writes a date that the text does not tell; with us it has no value.
UNKNOWN_DATE = "XXXX-XX-XX"
_NO_SPACE_BEFORE = re.compile(r"[.,;:!?%)\]’”]|[’'](?:s|re|ve|ll|d|m|t)|n[’']t|''", re.IGNORECASE)
_NO_SPACE_BEHIND = frozenset("( [ $ € £ # “ ‘ ``".split())


@dataclass(frozen=True, slots=True)
class MarkedTime:
    """A time that a person marked. `days` is its interval where the mark gives one instead of a value.

    `loose` marks are neither right nor wrong: their value is one that the format cannot say exactly.
    """

    span: Span
    value: str | None
    days: tuple[str, str] | None = None
    loose: bool = False


@dataclass(frozen=True, slots=True)
class MarkedReport:
    """A text with its day of publication and what is marked in `scored`, the stretches that were looked through.

    `calendar_only`: the scheme marks no lengths, no repetitions and no vague times.
    """

    name: str
    half: Half
    text: str
    published: str | None
    times: tuple[MarkedTime, ...]
    scored: tuple[Span, ...]
    calendar_only: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """Counts of spans found and of values right, and what was wrong, in words."""

    spans: Count
    values: Count
    misses: tuple[str, ...] = ()

    def __add__(self, other: Outcome) -> Outcome:
        return Outcome(self.spans + other.spans, self.values + other.values, self.misses + other.misses)


def half_of(content: bytes) -> Half:
    """Which half a file is of: "read" where the last byte of its SHA-256 is even."""
    return "measured" if hashlib.sha256(content).digest()[-1] % 2 else "read"


def read_marked(folder: Path) -> tuple[MarkedReport, ...]:
    """All marked files below a folder, by name.

    Raises:
        UsageError: there is none.
        NoInputError: one is damaged.
    """
    paths = sorted(path for path in folder.rglob("*") if path.suffix in {".xml", ".tml"})
    if not paths:
        raise UsageError(f"{folder} holds no .xml or .tml file: name a folder of files with marked times")
    return tuple(_read(path) for path in paths)


def score(report: MarkedReport, times: Sequence[Time]) -> Outcome:
    """How many times are found, and how many of these have the same value.

    Marks and times that share a character are paired, one to one, the longest share first (TempEval's relaxed match).
    """
    found = [time for time in times if _counts(report, time)]
    pairs = sorted(
        (-_shared(time.span, mark.span), m, t)
        for m, mark in enumerate(report.times)
        for t, time in enumerate(found)
        if _shared(time.span, mark.span) > 0
    )
    matched: dict[int, int] = {}
    for _, m, t in pairs:
        if m not in matched and t not in matched.values():
            matched[m] = t
    loose = sum(report.times[m].loose for m in matched)
    strict = [m for m in matched if not report.times[m].loose]
    right = [m for m in strict if _same(report.times[m], found[matched[m]], calendar=report.calendar_only)]
    marked = sum(not mark.loose for mark in report.times)
    totals = (len(found) - loose, marked)
    return Outcome(
        Count(len(strict), *totals), Count(len(right), *totals), tuple(_misses(report, found, matched, set(right)))
    )


def _misses(report: MarkedReport, found: Sequence[Time], matched: dict[int, int], right: set[int]) -> Iterable[str]:
    for m, mark in enumerate(report.times):
        if m not in right and not mark.loose:
            got = found[matched[m]].value if m in matched else "nothing"
            yield f"{report.name}: {got} for {mark.value or mark.days}: {_around(report.text, mark.span)}"
    for t, time in enumerate(found):
        if t not in matched.values():
            yield f"{report.name}: {time.value} for nothing: {_around(report.text, time.span)}"


def _around(text: str, span: Span) -> str:
    start, end = span
    return f"{text[max(0, start - 50) : start]}[{text[start:end]}]{text[end : end + 30]}".replace("\n", " / ")


def _counts(report: MarkedReport, time: Time) -> bool:
    if not any(start <= time.span[0] < end for start, end in report.scored):
        return False
    return not report.calendar_only or (time.kind in {"DATE", "TIME"} and "_REF" not in (time.value or "_REF"))


def _shared(one: Span, other: Span) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def _same(mark: MarkedTime, time: Time, *, calendar: bool) -> bool:
    if mark.days:
        return (time.begin, time.end) == mark.days
    if mark.value == UNKNOWN_DATE:
        return time.kind == "DATE" and time.value is None
    # GUM has no parts of days: its "Thursday night" is the Thursday.
    value = (time.value or "").split("T")[0] if calendar else _by_the_clock(time.value)
    return value == _by_the_clock(mark.value)


def _by_the_clock(value: str | None) -> str | None:
    """A value without its zone: of the same hour, one corpus writes "T15:00" and another "T15:00Z"."""
    return value and re.sub(r"(?<=T\d\d:\d\d)(?:Z|[+-]\d\d:\d\d)$", "", value)


def _read(path: Path) -> MarkedReport:
    content = path.read_bytes()
    opening = content[:300]
    make: Callable[[str, Path, Half], MarkedReport] = (
        _gum if b"<text id=" in opening else _meantime if b"<Document" in opening else _timeml
    )
    try:
        return make(content.decode("utf-8"), path, half_of(content))
    except (ET.ParseError, UnicodeDecodeError, KeyError, ValueError) as error:
        raise NoInputError(f"{path} cannot be read as TimeML, MEANTIME or GUM: {error}") from error


def _meantime(content: str, path: Path, half: Half) -> MarkedReport:
    root = ET.fromstring(content)  # noqa: S314  # a corpus that its user has put there
    tokens = list(root.iter("token"))
    lines = [int(token.attrib["sentence"]) for token in tokens]
    breaks = {k for k in range(1, len(tokens)) if lines[k] != lines[k - 1] and lines[k] <= 2}
    text, spans = _put_together([token.text or "" for token in tokens], breaks)
    places = {token.attrib["t_id"]: place for place, token in enumerate(tokens)}
    published, times, dateline = None, [], -1
    for marked in root.iter("TIMEX3"):
        held = [places[anchor.attrib["t_id"]] for anchor in marked.iter("token_anchor")]
        if marked.get("functionInDocument") == "CREATION_TIME":
            published, dateline = marked.get("value"), lines[held[0]] if held else -1
        elif held and lines[held[0]] == 1 and published is None and marked.get("type") == "DATE":
            published, dateline = marked.get("value"), 1
        elif held and lines[held[0]] < MARKED_SENTENCES:
            times.append(MarkedTime((spans[held[0]][0], spans[held[-1]][1]), marked.get("value")))
    # The line of the date is read off by every tool: it would raise every score alike.
    inside = [k for k, line in enumerate(lines) if line < MARKED_SENTENCES and line != dateline]
    scored = tuple(spans[k] for k in inside)
    kept = tuple(sorted((time for time in times if any(a <= time.span[0] < b for a, b in scored)), key=_by_span))
    return MarkedReport(path.stem, half, text, published, kept, scored)


def _gum(content: str, path: Path, half: Half) -> MarkedReport:
    words: list[str] = []
    breaks: set[int] = set()
    open_marks: list[tuple[str, int]] = []
    marks: list[tuple[str, int, int]] = []
    for line in content.split("\n"):
        if "\t" in line:
            words.append(line.split("\t")[0])
        elif re.match(r"<(?:date|time)\b", line):
            open_marks.append((line, len(words)))
        elif re.match(r"</(?:date|time)>", line):
            tag, first = open_marks.pop()
            marks.append((tag, first, len(words)))
        elif re.match(r"</?(?:p|head|item|caption|figure|list|note|quote)\b", line):
            breaks.add(len(words))
    text, spans = _put_together(words, breaks)
    attributes = dict(re.findall(r'(\w+)="([^"]*)"', content[: content.index(">")]))
    datelines = [(spans[first][0], spans[last - 1][1]) for tag, first, last in marks if 'rend="bold"' in tag]
    times = tuple(
        _gum_time(tag, (spans[first][0], spans[last - 1][1])) for tag, first, last in marks if 'rend="bold"' not in tag
    )
    scored = tuple(span for span in spans if not any(start <= span[0] < end for start, end in datelines))
    published = attributes.get("dateCreated")
    return MarkedReport(
        path.stem, half, text, published, tuple(sorted(times, key=_by_span)), scored, calendar_only=True
    )


def _gum_time(tag: str, span: Span) -> MarkedTime:
    given = dict(re.findall(r'(\w+)="([^"]*)"', tag))
    if tag.startswith("<time") or "notBefore" in given or "notAfter" in given:
        return MarkedTime(span, None, loose=True)  # an hour without its day, or bounds, no value
    if "when" in given:
        return MarkedTime(span, given["when"])
    first, last = days_of(given["from"]), days_of(given["to"])
    return MarkedTime(span, None, (first[0], last[1])) if first and last else MarkedTime(span, None, loose=True)


def _timeml(content: str, path: Path, half: Half) -> MarkedReport:
    root = ET.fromstring(content)  # noqa: S314  # a corpus that its user has put there
    body = root.find("TEXT")
    body = root if body is None else body
    created = next((mark for mark in root.iter("TIMEX3") if mark.get("functionInDocument") == "CREATION_TIME"), None)
    pieces: list[str] = []
    times: list[MarkedTime] = []

    def walk(node: ET.Element) -> None:
        start = sum(map(len, pieces))
        pieces.append(node.text or "")
        for child in node:
            walk(child)
            pieces.append(child.tail or "")
        if node.tag == "TIMEX3" and node is not created:
            times.append(MarkedTime((start, sum(map(len, pieces))), node.get("value")))

    walk(body)
    text = "".join(pieces)
    published = (created.get("value") or "")[:10] or None if created is not None else None
    return MarkedReport(path.stem, half, text, published, tuple(times), ((0, len(text)),))


def _put_together(words: Sequence[str], breaks: set[int]) -> tuple[str, list[Span]]:
    """Tokens -> running text, as it was before it was cut up, and where each stands."""
    text, spans = "", list[Span]()
    for place, word in enumerate(words):
        if place in breaks and text:
            text += "\n\n"
        elif text and not _NO_SPACE_BEFORE.fullmatch(word) and words[place - 1] not in _NO_SPACE_BEHIND:
            hyphened = word in {"-", "–"} or words[place - 1] in {"-", "–"}
            text += "" if hyphened and _is_bound(words, place) else " "
        spans.append((len(text), len(text) + len(word)))
        text += word
    return text, spans


def _is_bound(words: Sequence[str], place: int) -> bool:
    """Whether a hyphen ties its neighbours together: "11 - year", not "Day - February"."""
    at = place if words[place] in {"-", "–"} else place - 1
    if not 0 < at < len(words) - 1:
        return False
    return words[at + 1].islower() or words[at - 1].islower()


def _by_span(time: MarkedTime) -> Span:
    return time.span
