"""What is known of a report's day of publication -> the day, where it is known from, and what is wrong with the rest.

A date that is impossible, unclear or contradicted by the report's own words becomes a Problem and is not used; then the
next best one is.

>>> clues = Clues((Clue("2021-02-30", "field date"),), "https://a.example/2021/03/01/dam", "Rain.", ())
>>> dated = published_when(clues)
>>> dated.published.value, dated.by, dated.problems[0].code
('2021-03-01', 'address', 'date-impossible')
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from whoseword.model import Problem, Published, PublishedFrom, Span
from whoseword.reports.dates import WEEKDAY, WRITTEN, Parsed, date_in_url, parse_date

# An evening report from Washington stands under tomorrow's date in Sydney: one day either way is no contradiction.
ZONE_DAYS = 1
# A dateline tells when a report was written; weeklies print within the week. What is later contradicts the report.
PRINTED_WITHIN_DAYS = 7
# A line that tells the day of publication stands above the report or below it, seldom far from either end.
HEAD_PARAGRAPHS, TAIL_PARAGRAPHS = 6, 3

_PUBLICATION_LINE = re.compile(
    r"(?:(?:first\s+)?(?:published|posted)(?:\s+on)?|publication\s+date|date)\s*:?\s+(?P<date>[^|\r\n]{6,80}?)"
    r"(?:\s*(?:\||[-–—]|,?\s*(?:last\s+)?(?:updated|modified)\b).*)?",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    rf"\(?[A-Z][A-Z.'’-]+(?:[ /][A-Z.'’-]+){{0,4}}(?:,\s+[A-Z][\w.]+){{0,2}},?\s+\(?(?P<date>{WRITTEN})\)?"
    r"(?:\s+\([A-Z][^()\n]{1,40}\))?\s*(?:[-–—:]|\s/)"
)
# What the next form ends with; sought by itself as few reports have it, and it is found in a tenth of the time.
_ON_A_DAY = re.compile(rf"on\s+{WEEKDAY}{WRITTEN}")
# Forms that can only tell what is past: "met" or "held" would also follow "will be".
_TOLD_AS_PAST = re.compile(
    rf"\b(?:said|began|came|died|fell|gave|spoke|took\s+place|went|wrote|was\s+born)\s+on\s+{WEEKDAY}(?P<date>{WRITTEN})"
)


@dataclass(frozen=True, slots=True)
class Clue:
    """Words called the date of a report, and where they stand: "json-ld datePublished", "field date"."""

    words: str
    by: str
    origin: PublishedFrom = "given"


@dataclass(frozen=True, slots=True)
class Clues:
    """All that may tell a report's day: what came with it, its address, its text and the paragraphs of that.

    `captured` is when its bytes were fetched (ISO 8601): nothing is published after that.
    """

    dates: tuple[Clue, ...]
    url: str | None
    text: str
    paragraphs: Sequence[Span]
    captured: str | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """The day that is used, where it stands, and what is wrong with the others."""

    published: Published = field(default_factory=Published)
    by: str | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    origin: PublishedFrom
    parsed: Parsed
    span: Span | None = None
    by: str = ""


def published_when(clues: Clues) -> Dated:
    """The first date that nothing speaks against: what came with it, else in the address, else the text's own lines."""
    problems: list[Problem] = []
    own = _own_date(clues)
    used: _Candidate | None = None
    candidates = [_Candidate(clue.origin, parse_date(clue.words), by=clue.by) for clue in clues.dates]
    candidates += [*_dates_in_address(clues.url), *([own] if own else [])]
    last_told = _last_day_told(clues.text)
    for candidate in candidates:
        problem = (
            _fault(candidate) or _after_capture(candidate, clues.captured) or _contradiction(candidate, own, last_told)
        )
        if problem is None and used is not None:
            problem = _disagreement(used, candidate)
        elif problem is None:
            used = candidate
        if problem is not None:
            problems.append(problem)
    if used is None:
        return Dated(problems=tuple(problems))
    return Dated(Published(used.parsed.value, used.origin), used.by, tuple(problems))


def modified_when(clues: Sequence[Clue], published: Published, captured: str | None) -> Dated:
    """When a report was last changed, by the first clue that can be right: not before its publication, not after."""
    problems: list[Problem] = []
    for clue in clues:
        candidate = _Candidate(clue.origin, parse_date(clue.words), by=clue.by)
        problem = _fault(candidate) or _after_capture(candidate, captured) or _before(candidate, published)
        if problem is None:
            return Dated(Published(candidate.parsed.value, clue.origin), clue.by, tuple(problems))
        problems.append(problem)
    return Dated(problems=tuple(problems))


def _dates_in_address(url: str | None) -> list[_Candidate]:
    parsed = date_in_url(url) if url else None
    return [_Candidate("url", parsed, by="address")] if url and parsed else []


def _own_date(given: Clues) -> _Candidate | None:
    """The date that the text gives itself: a line "Published: …", a dateline, a date alone in a line near the top."""
    ends = {*given.paragraphs[:HEAD_PARAGRAPHS], *given.paragraphs[-TAIL_PARAGRAPHS:]}
    for start, end in sorted(ends):
        near_top = (start, end) in given.paragraphs[:HEAD_PARAGRAPHS]
        line = given.text[start : min(end, start + 200)].rstrip()
        found = _PUBLICATION_LINE.fullmatch(line) or (_DATELINE.match(line) if near_top else None)
        span = (start + found.start("date"), start + found.end("date")) if found else (start, start + len(line))
        if found is None and not (near_top and line[-4:].isdecimal() and len(line) <= 40):
            continue
        words = given.text[slice(*span)].strip(" .")
        parsed = parse_date(words)
        is_day = len(parsed.value or "") == len("2021-07-22")
        if is_day or (parsed.problem is not None and parsed.problem.code != "date-unreadable"):
            return _Candidate("text", parsed, span, by="text")
    return None


def _last_day_told(text: str) -> _Candidate | None:
    """The latest day that the text tells as past with the day, month and year: "died on July 25, 2021"."""
    if _ON_A_DAY.search(text) is None:
        return None
    told = [_Candidate("text", parse_date(found["date"]), found.span("date")) for found in _TOLD_AS_PAST.finditer(text)]
    return max((day for day in told if day.parsed.value), key=lambda day: day.parsed.value or "", default=None)


def _fault(candidate: _Candidate) -> Problem | None:
    problem = candidate.parsed.problem
    if problem is None:
        return None
    return replace(problem, message=f"{_where(candidate)}, {problem.message}; it is not used", span=candidate.span)


def _after_capture(candidate: _Candidate, captured: str | None) -> Problem | None:
    """Nothing is published after it was fetched; in Sydney it is tomorrow already."""
    last = parse_date(captured).value if captured else None
    if last is None or _days(candidate.parsed.value)[0] <= _days(last)[1] + timedelta(ZONE_DAYS):
        return None
    message = f"{_named(candidate)} lies after {last}, when the page was fetched; it is not used"
    return Problem("published-after-capture", message)


def _before(candidate: _Candidate, published: Published) -> Problem | None:
    if published.value is None:
        return None
    if _days(candidate.parsed.value)[1] + timedelta(ZONE_DAYS) >= _days(published.value)[0]:
        return None
    message = (
        f"{_named(candidate)}, of the last change, lies before the publication on {published.value}; it is not used"
    )
    return Problem("modified-before-published", message)


def _contradiction(candidate: _Candidate, own: _Candidate | None, last_told: _Candidate | None) -> Problem | None:
    """What the report's own words say against a date: they are later, or much earlier."""
    first, last = _days(candidate.parsed.value)
    if last_told is not None and last + timedelta(ZONE_DAYS) < _days(last_told.parsed.value)[0]:
        message = (
            f"{_named(candidate)} lies before {last_told.parsed.value}, a day that the text tells of; it is not used"
        )
        return Problem("published-before-events", message, last_told.span)
    if own is None or own is candidate or own.parsed.value is None:
        return None
    written = _days(own.parsed.value)[0]
    if last + timedelta(ZONE_DAYS) < written:
        message = f"{_named(candidate)} lies before the text's own date, {own.parsed.value}; it is not used"
        return Problem("published-before-dateline", message, own.span)
    if first > written + timedelta(PRINTED_WITHIN_DAYS):
        message = f"{_named(candidate)} lies long after the text's own date, {own.parsed.value}; it is not used"
        return Problem("dates-disagree", message, own.span)
    return None


def _disagreement(used: _Candidate, candidate: _Candidate) -> Problem | None:
    first, last = _days(used.parsed.value)
    other_first, other_last = _days(candidate.parsed.value)
    allowed = timedelta(PRINTED_WITHIN_DAYS if candidate.origin == "text" else ZONE_DAYS)
    if max(first, other_first) - min(last, other_last) <= allowed:
        return None
    message = f"{_named(candidate)} disagrees with {_named(used)}, which is used"
    return Problem("dates-disagree", message, candidate.span)


def _named(candidate: _Candidate) -> str:
    return f"{_where(candidate)} ({candidate.parsed.value})"


def _where(candidate: _Candidate) -> str:
    if candidate.origin == "metadata":
        return f"the date in {candidate.by}"
    return {"url": "the date in the address", "text": "the date in the text"}.get(candidate.origin, "the given date")


def _days(value: str | None) -> tuple[date, date]:
    """First and last day of an ISO year, month or day."""
    assert value is not None
    year, month, day = ([int(part) for part in value.split("-")] + [0, 0])[:3]
    if day:
        return date(year, month, day), date(year, month, day)
    until = month or 12
    return date(year, month or 1, 1), date(year, until, monthrange(year, until)[1])
