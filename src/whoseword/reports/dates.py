"""What is known of a report's day of publication -> the day, where it is known from, and what is wrong with the rest.

The clock is never asked and no date is made up: a date that is impossible, unclear or contradicted by the report's
own words becomes a Problem and is not used; then the next best one is.

>>> parse_date("Thursday, July 22, 2021, 10:30 a.m.").value
'2021-07-22'
>>> parse_date("2021-02-30").problem.code
'date-impossible'
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from urllib.parse import unquote

from whoseword.model import Problem, Published, PublishedFrom, Span

EARLIEST_YEAR, LATEST_YEAR = 1500, 2200
# An evening report from Washington stands under tomorrow's date in Sydney: one day either way is no contradiction.
ZONE_DAYS = 1
# A dateline tells when a report was written; weeklies print within the week. What is later contradicts the report.
PRINTED_WITHIN_DAYS = 7
# A line that tells the day of publication stands above the report or below it, seldom far from either end.
HEAD_PARAGRAPHS, TAIL_PARAGRAPHS = 6, 3
LONGEST_DATE = 80

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_YEAR, _DAY = r"(?P<year>[0-9]{4})", r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_CLOCK = (
    r"(?:(?:T|,?\s+(?:at\s+)?)[0-9]{1,2}(?::?[0-9]{2}){0,2}(?:[.,][0-9]+)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:Z|[A-Z]{2,4}|[+-][0-9]{2}:?[0-9]{2})?(?:\s*\([A-Z]+\))?)?"
)
# A date to the day in words, as a text writes it; its fields are read by `parse_date`.
_WRITTEN = re.sub(r"\?P<\w+>", "?:", rf"(?:{_MONTH}\s+{_DAY},?\s+{_YEAR}|{_DAY}\s+{_MONTH},?\s+{_YEAR})")
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}(?P<mark>[-/.])(?P<month>[0-9]{{1,2}})(?P=mark)(?P<day>[0-9]{{1,2}}){_CLOCK}",
        rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}}){_CLOCK}",
        rf"{_YEAR}[-/](?P<month>[0-9]{{2}})",
        _YEAR,
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}{_CLOCK}",
        rf"{_WEEKDAY}{_DAY}\s+{_MONTH},?\s+{_YEAR}{_CLOCK}",
        rf"{_MONTH},?\s+{_YEAR}",
    )
)
_EITHER_WAY = re.compile(rf"(?P<first>[0-9]{{1,2}})[-/.](?P<second>[0-9]{{1,2}})[-/.]{_YEAR}{_CLOCK}")
_SHORT_YEAR = re.compile(rf"[0-9]{{1,2}}[-/.][0-9]{{1,2}}[-/.][0-9]{{2}}{_CLOCK}")

_IN_ADDRESS = (
    re.compile(r"/(?P<year>[0-9]{4})/(?P<month>[0-9]{1,2}|[a-z]{3})/(?P<day>[0-9]{1,2})(?=[/.]|$)", re.IGNORECASE),
    re.compile(r"(?<![0-9])(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9])"),
    re.compile(r"/(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?=/|$)"),
    re.compile(r"/(?P<year>[0-9]{4})/(?P<month>[0-9]{2}|[a-z]{3})(?=/|$)", re.IGNORECASE),
)
_PUBLICATION_LINE = re.compile(
    r"(?:(?:first\s+)?(?:published|posted)(?:\s+on)?|publication\s+date|date)\s*:?\s+(?P<date>[^|\r\n]{6,80}?)"
    r"(?:\s*(?:\||[-–—]|,?\s*(?:last\s+)?(?:updated|modified)\b).*)?",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    rf"\(?[A-Z][A-Z.'’-]+(?:[ /][A-Z.'’-]+){{0,4}}(?:,\s+[A-Z][\w.]+){{0,2}},?\s+\(?(?P<date>{_WRITTEN})\)?"
    r"(?:\s+\([A-Z][^()\n]{1,40}\))?\s*(?:[-–—:]|\s/)"
)
# Forms that can only tell what is past: "met" or "held" would also follow "will be".
_TOLD_AS_PAST = re.compile(
    rf"\b(?:said|began|came|died|fell|gave|spoke|took\s+place|went|wrote|was\s+born)\s+on\s+{_WEEKDAY}(?P<date>{_WRITTEN})"
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A string read as a date: `value` in ISO 8601 to the precision given, or else the problem with it.

    A time of day is left out: the record tells the day as the outlet wrote it, in the outlet's own zone.
    """

    value: str | None = None
    problem: Problem | None = None


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


def parse_date(words: str) -> Parsed:
    """`words` as a date; years before 1500 or after 2200 are impossible, "03/04/2021" is ambiguous."""
    words = " ".join(words[: LONGEST_DATE + 1].split())
    reason = f"“{words}” is no date in a known form; write it as 2021-07-22"
    unreadable = Parsed(problem=Problem("date-unreadable", reason))
    if len(words) > LONGEST_DATE:
        return unreadable
    for form in _FORMS:
        if found := form.fullmatch(words):
            fields = found.groupdict()
            return _checked(fields["year"], fields.get("month"), fields.get("day"), words)
    if found := _EITHER_WAY.fullmatch(words):
        return _day_or_month_first(found["first"], found["second"], found["year"], words)
    if _SHORT_YEAR.fullmatch(words):
        reason = f"“{words}” leaves open which century and perhaps which number is the month; write it as 2021-07-22"
        return Parsed(problem=Problem("date-ambiguous", reason))
    return unreadable


def date_in_url(url: str) -> Parsed | None:
    """The date in an address's path (`/2021/07/22/`, `2021-07-22`, `/20210722/`, `/2021/jul/22/`, `/2021/07/`)."""
    path = re.split(r"[?#]", unquote(url, errors="replace"), maxsplit=1)[0]
    for form in _IN_ADDRESS:
        for found in form.finditer(path):
            fields = found.groupdict()
            month, day = _month_number(fields["month"]), int(fields.get("day") or 1)
            # "/2021/99/" numbers a section or an issue; "/2021/02/30/" is meant as a day.
            if 1 <= month <= 12 and 1 <= day <= 31 and EARLIEST_YEAR <= int(fields["year"]) <= LATEST_YEAR:
                return _checked(fields["year"], fields["month"], fields.get("day"), found[0].strip("/"))
    return None


def _checked(year: str, month: str | None, day: str | None, words: str) -> Parsed:
    number = _month_number(month) if month else 1
    if not EARLIEST_YEAR <= int(year) <= LATEST_YEAR:
        reason = f"“{words}”: the year is not between {EARLIEST_YEAR} and {LATEST_YEAR}"
        return Parsed(problem=Problem("date-impossible", reason))
    if not 1 <= number <= 12 or (day and not 1 <= int(day) <= monthrange(int(year), number)[1]):
        return Parsed(problem=Problem("date-impossible", f"“{words}” is not in the calendar"))
    return Parsed("-".join([year, *([f"{number:02}"] if month else []), *([f"{int(day):02}"] if day else [])]))


def _day_or_month_first(first: str, second: str, year: str, words: str) -> Parsed:
    if int(first) > 12 or first == second:
        return _checked(year, second, first, words)
    if int(second) > 12:
        return _checked(year, first, second, words)
    reason = f"“{words}” could start with the day or the month; write it as 2021-07-22"
    return Parsed(problem=Problem("date-ambiguous", reason))


def _month_number(month: str) -> int:
    if month.isdecimal():
        return int(month)
    short = month[:3].lower()
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


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
