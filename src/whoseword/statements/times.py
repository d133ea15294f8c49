"""Time expressions: a report, its reading and its statements in, `Time`s after TIMEX3 out.

Tokens (`time_words.py`) -> shapes (`time_grammar.py`) -> what they mean, counted from the day of publication, or in a
quotation from the day it was said. The clock is never asked: without a day of publication, "Thursday" has no value.

>>> times, problems = find_times(report, reading, statements)
>>> [(report.text[slice(*time.span)], time.value) for time in times]
[('Last August', '2020-08')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from whoseword.model import Problem, Reading, Report, Span, Statement, Time
from whoseword.statements.time_counted import counted_by_next
from whoseword.statements.time_dates import AMBIGUOUS, IMPOSSIBLE
from whoseword.statements.time_grammar import SHAPES, Resolve
from whoseword.statements.time_scene import NOT_A_TIME, Found, Known, Scene, second_number
from whoseword.statements.time_tense import Tenses
from whoseword.statements.time_vague import vague_times
from whoseword.statements.time_values import Meaning, Reference, days_of, reference_of
from whoseword.statements.time_words import CLASSES, LINE, MARK, PARTS_OF_DAY, WORD, kinds_of, read_tokens

# What holds the words of a time apart from those of its hour, as in "at noon on Monday" and "Monday at 5 p.m.".
_JOINT = re.compile(
    r",?\s+(?:(?:at|on|by|around|about|from|until)\s+)?(?:early\s+|late\s+|the\s+)?|,?\s*|\s+in\s+the\s+"
)
_RANGE = re.compile(r"\s*(?:to|and|until|till|-|–)\s*")
_BRACKET = re.compile(r"\s\([^()\n]{0,20}\),?\s(?:on\s)?")
_BRACKET_END = re.compile(r"\),?\s(?:on\s)?")
_PART_OF = re.compile(
    r"\b(?:the\s+)?(?:(?:early|late)\s+)?(morning|afternoon|evening|night|early hours)\s+(?:of|on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# How far from its cue the day of speech may be told: "said in a speech to the guild of Orrin on Monday".
SPEECH_REACH = 200
# Words that belong to a shape but not to the time that it names: "in two weeks" is "two weeks" from now.
_RUN = re.compile(f"[^{WORD}{MARK}{LINE}]+")
_TELLING = frozenset(
    CLASSES[name]
    for name in (
        "month weekday weekdays season part parts unit units deictic year decade short_year quarter fiscal holiday iso"
        " slashed clock oclock adverb period time then half zone ordinal"
    ).split()
)
_OUTSIDE = frozenset(CLASSES[name] for name in ("in", "by", "to", "before", "after", "since", "from", "for", "at"))


@dataclass(frozen=True, slots=True)
class _Candidate:
    span: Span
    order: int
    resolve: Resolve
    found: Found
    meaning: Meaning | None = None


def find_times(
    report: Report, reading: Reading, statements: Sequence[Statement]
) -> tuple[tuple[Time, ...], tuple[Problem, ...]]:
    """All times of a report in text order. `needs_publication_date` marks those that nothing but that day resolves."""
    tokens = read_tokens(report.text)
    known = Known()
    names = sorted(reading.names, key=lambda name: name.span)
    reference = reference_of(report.published.value)
    scene = Scene(report.text, tokens, Tenses(report.text, reading), names, reference, known)
    told = _Told(report.text, reading, statements)
    for _, cluster in sorted(_clusters(_candidates(scene), told), key=lambda group: group[0]):
        for time in _resolved(cluster, told.scene_of(cluster[0].span, scene)):
            known.add(time)
    joined = tuple(_joined(report.text, known.all()))
    times = tuple(_sharing_day_behind(report.text, tuple(_sharing_day(report.text, joined))))
    return times, tuple(_problems(report.text, times))


def _problems(text: str, times: Iterable[Time]) -> Iterator[Problem]:
    for time in times:
        words = text[slice(*time.span)]
        if time.rule == IMPOSSIBLE:
            yield Problem("date-impossible", f"“{words}” is not in the calendar", time.span)
        elif time.rule == AMBIGUOUS:
            yield Problem("date-ambiguous", f"“{words}” could start with the day or the month", time.span)


def _candidates(scene: Scene) -> Iterator[_Candidate]:
    # Most words are none of time: only the runs with one of its words in them are looked at, put together.
    runs = [run.span() for run in _RUN.finditer(kinds_of(scene.tokens)) if not _TELLING.isdisjoint(run[0])]
    kinds = LINE.join(kinds_of(scene.tokens[start:end]) for start, end in runs)
    places = [place for start, end in runs for place in range(start, end + 1)]
    for order, shape in enumerate(SHAPES):
        for match in shape.pattern.finditer(kinds):
            found = _found(scene, places, match)
            other = second_number(found.tokens)
            later = shape.pattern.match(kinds, match.start() + other) if other else None
            if later:
                found = _found(scene, places, later)
            if later or not other:
                yield _Candidate(found.span, order, shape.meaning, found)
    for span, meaning in vague_times(scene):
        yield _Candidate(span, len(SHAPES), counted_by_next, Found(0, 0, ()), meaning)


def _found(scene: Scene, places: Sequence[int], match: re.Match[str]) -> Found:
    first, last = places[match.start()], places[match.end() - 1] + 1
    return Found(first, last, scene.tokens[first:last])


def _clusters(candidates: Iterator[_Candidate], told: _Told) -> Iterator[tuple[int, list[_Candidate]]]:
    """What overlaps, together, with its turn: in statements after the rest, and last what counts from words behind."""
    cluster: list[_Candidate] = []
    end = -1
    for candidate in sorted(candidates, key=lambda found: (found.span[0], -found.span[1], found.order)):
        if candidate.span[0] >= end and cluster:
            yield _turn(cluster, told), cluster
            cluster = []
        cluster.append(candidate)
        end = max(end, candidate.span[1])
    if cluster:
        yield _turn(cluster, told), cluster


def _turn(cluster: Sequence[_Candidate], told: _Told) -> int:
    if any(candidate.resolve is counted_by_next and candidate.meaning is None for candidate in cluster):
        return 2
    return 1 if told.innermost(cluster[0].span) else 0


def _resolved(cluster: Sequence[_Candidate], scene: Scene) -> Iterator[Time]:
    end = -1
    for candidate in cluster:
        if candidate.span[0] < end:
            continue
        meaning = candidate.meaning or candidate.resolve(candidate.found, scene)
        if meaning is None:
            continue
        end = candidate.span[1]
        if meaning is not NOT_A_TIME:
            yield _time(candidate, meaning)


def _time(candidate: _Candidate, meaning: Meaning) -> Time:
    start, end = candidate.span
    tokens = candidate.found.tokens
    if len(tokens) > 1 and tokens[0].kind in _OUTSIDE:
        start = tokens[1].span[0]
    if candidate.resolve is counted_by_next and len(tokens) > 1:
        end = tokens[-2].span[1]
    days = meaning.days or days_of(meaning.value) or (None, None)
    return Time(
        (start, end),
        meaning.kind,
        meaning.value,
        meaning.mod,
        days[0],
        days[1],
        meaning.needs,
        meaning.anchor,
        meaning.rule,
    )


def _joined(text: str, times: Sequence[Time]) -> Iterator[Time]:
    """An hour and its day told side by side are one time: "5 p.m. on Wednesday"."""
    waiting: Time | None = None
    for time in (_with_part(text, time) for time in times):
        both = _both(text, waiting, time) if waiting else None
        if both is None and waiting:
            yield waiting
        waiting = both or time
    if waiting:
        yield waiting


def _sharing_day(text: str, times: Sequence[Time]) -> Iterator[Time]:
    """The hours of a range lie on the day that is told at its end: "from 3:00 to 4:00 p.m. on Tuesday"."""
    for time, then in zip_longest(times, times[1:]):
        hours = then is not None and time.rule == "times:clock" and then.kind == "TIME" and time.value and then.value
        if hours and then and _RANGE.fullmatch(text[time.span[1] : then.span[0]]) and then.rule != "times:clock":
            day, hour = (then.value or "").split("T")[0], (time.value or "").split("T")[1]
            yield replace(time, value=f"{day}T{hour}", begin=then.begin, end=then.end)
        else:
            yield time


def _sharing_day_behind(text: str, times: Sequence[Time]) -> Iterator[Time]:
    """An hour told for two places has one day: "11:20 local time (0920 UTC) on Tuesday"."""
    for place, time in enumerate(times):
        hours = [t for t in times[place : place + 2] if t.rule == "times:clock" and t.value]
        behind = times[place + len(hours)] if hours and place + len(hours) < len(times) else None
        dated = behind is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", behind.value or "")
        between = text[time.span[1] : behind.span[0]] if behind and time.rule == "times:clock" and dated else ""
        if behind and (_BRACKET.fullmatch(between) or (len(hours) == 1 and _BRACKET_END.fullmatch(between))):
            hour = (time.value or "").split("T")[1]
            yield replace(time, value=f"{behind.value}T{hour}", begin=behind.begin, end=behind.end)
        else:
            yield time


def _both(text: str, first: Time, second: Time) -> Time | None:
    if not _JOINT.fullmatch(text[first.span[1] : second.span[0]]):
        return None
    clocks = [time for time in (first, second) if time.rule == "times:clock"]
    days = [time for time in (first, second) if time.rule != "times:clock"]
    if len(clocks) != 1 or not clocks[0].value:
        return None
    day = days[0]
    if not (day.needs_publication_date or (day.value and re.match(r"\d{4}-\d\d-\d\d(?:T|$)", day.value))):
        return None
    hour = clocks[0].value.split("T")[1]
    if (day.value or "").endswith(("TAF", "TEV", "TNI")) and "06:00" <= hour < "12:00":
        hour = f"{int(hour[:2]) + 12}{hour[2:]}"  # "9:30 last night"
    elif (day.value or "").endswith(("TAF", "TEV")) and "01:00" <= hour < "06:00":
        hour = f"{int(hour[:2]) + 12}{hour[2:]}"
    value = f"{(day.value or '').split('T')[0]}T{hour}" if day.value else None
    return replace(day, span=(first.span[0], second.span[1]), kind="TIME", value=value)


def _with_part(text: str, time: Time) -> Time:
    """The morning of July 3."""
    if time.kind != "DATE" or not time.value or not re.fullmatch(r"\d{4}-\d\d-\d\d", time.value):
        return time
    before = _PART_OF.search(text[max(0, time.span[0] - 32) : time.span[0]])
    if before is None:
        return time
    part = PARTS_OF_DAY.get(before[1].lower(), "MO")
    start = time.span[0] - len(before[0])
    return replace(time, span=(start, time.span[1]), kind="TIME", value=f"{time.value}T{part}")


class _Told:
    """Which times are told in somebody's words, and on which day these were said."""

    def __init__(self, text: str, reading: Reading, statements: Sequence[Statement]) -> None:
        self._text = text
        self._reading = reading
        self._contents = sorted(
            ((end - start, start, end, place) for place, s in enumerate(statements) for start, end in s.content)
        )
        self._statements = statements

    def innermost(self, span: Span) -> Statement | None:
        """The statement with the shortest content around the span."""
        held = (place for _, start, end, place in self._contents if start <= span[0] and span[1] <= end)
        place = next(held, None)
        return None if place is None else self._statements[place]

    def scene_of(self, span: Span, scene: Scene) -> Scene:
        """The scene with the day of speech as its reference where the time counts from that day."""
        statement = self.innermost(span)
        if statement is None or not (self._is_quoted(span, statement) or scene.tenses.is_told_ahead(span)):
            return scene
        said = self._day_of_speech(statement, scene)
        return scene if said is None else replace(scene, reference=said)

    def _is_quoted(self, span: Span, statement: Statement) -> bool:
        if statement.quote == "direct":
            return True
        start = min(start for start, _ in statement.content)
        before = self._text[start : span[0]]
        return statement.quote == "mixed" and (before.count("“") > before.count("”") or before.count('"') % 2 == 1)

    def _day_of_speech(self, statement: Statement, scene: Scene) -> Reference | None:
        if not statement.cue:
            return None
        near = (statement.cue[0][0] - SPEECH_REACH, statement.cue[-1][1] + SPEECH_REACH)
        for time in scene.known.within(*near):
            verb = scene.tenses.governor(time.span)
            inside = any(start <= time.span[0] < end for start, end in statement.content)
            if verb is None or inside or not time.value or time.kind not in {"DATE", "TIME"}:
                continue
            place = self._reading.words[verb].span
            if any(start <= place[0] < end for start, end in statement.cue):
                day = re.match(r"\d{4}-\d\d-\d\d", time.value)
                return reference_of(day[0]) if day else None
        return None
