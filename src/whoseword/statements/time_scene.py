"""What stands around a time expression: its tokens, the verb's tense, the day to count from, the times before it.

A shape of `time_grammar.py` that matched comes with a `Scene`; from both, what the words mean is made.

>>> scene.direction((23, 29))
'future'
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from whoseword.model import Name, Span, Time
from whoseword.statements.time_tense import Direction, Tenses
from whoseword.statements.time_values import Meaning, Reference, unit_in
from whoseword.statements.time_words import CLASSES, LINE, NUMBERS, Token

# How far back "two days later" may reach: an anchor in another paragraph is too far to be sure of.
ANCHOR_REACH = 400
# No time expression is longer, in characters.
LONGEST = 80
# More years or days than this are not counted: the calendar ends before.
MOST = 10**7


@dataclass(frozen=True, slots=True)
class Found:
    """The tokens of one match, `first` to `last` (half-open) in the text's tokens."""

    first: int
    last: int
    tokens: Sequence[Token]

    @property
    def span(self) -> Span:
        """From the first to the last character."""
        return (self.tokens[0].span[0], self.tokens[-1].span[1])

    def one(self, *classes: str) -> Token | None:
        """The first token of one of these classes."""
        kinds = {CLASSES[name] for name in classes}
        return next((token for token in self.tokens if token.kind in kinds), None)

    def each(self, *classes: str) -> list[Token]:
        """All tokens of these classes."""
        kinds = {CLASSES[name] for name in classes}
        return [token for token in self.tokens if token.kind in kinds]

    def is_any(self, *forms: str) -> bool:
        """Whether one of these words is among them."""
        return any(token.form in forms for token in self.tokens)

    def part(self, first: int, last: int) -> Found:
        """Some of its tokens."""
        return Found(self.first + first, self.first + last, self.tokens[first:last])


class Known:
    """The times found so far, in text order: what later ones may be counted from."""

    def __init__(self) -> None:
        self._times: list[Time] = []

    def add(self, time: Time) -> None:
        """Put a time in its place."""
        bisect.insort(self._times, time, key=_span)

    def within(self, start: int, end: int) -> Sequence[Time]:
        """Those that begin in this stretch of the text."""
        first = bisect.bisect_left(self._times, (start, 0), key=_span)
        return self._times[first : bisect.bisect_left(self._times, (end, 0), key=_span)]

    def all(self) -> Sequence[Time]:
        """All of them."""
        return tuple(self._times)


@dataclass(frozen=True, slots=True)
class Scene:
    """All that the meaning of a time can depend on. `reference` is None where the report has no date."""

    text: str
    tokens: Sequence[Token]
    tenses: Tenses
    names: Sequence[Name]
    reference: Reference | None
    known: Known

    def today(self, unit: str) -> date | None:
        """A day of such a unit to count from, where the reference is known finely enough."""
        return self.reference.day if self.reference and self.reference.knows(unit) else None

    def direction(self, span: Span) -> Direction | None:
        """Behind or ahead, by the words around the span."""
        return self.tenses.direction(span)

    def before(self, found: Found, back: int = 1) -> Token | None:
        """The token so many places before; None over the edge of a line."""
        place = found.first - back
        token = self.tokens[place] if place >= 0 else None
        return None if token is None or token.kind == LINE else token

    def after(self, found: Found, on: int = 0) -> Token | None:
        """The token right behind, or so many further on; None over the edge of a line."""
        place = found.last + on
        token = self.tokens[place] if place < len(self.tokens) else None
        return None if token is None or token.kind == LINE else token

    def form_before(self, found: Found, back: int = 1) -> str:
        """The word before, or an empty string."""
        token = self.before(found, back)
        return token.form if token else ""

    def form_after(self, found: Found, on: int = 0) -> str:
        """The word behind, or an empty string."""
        token = self.after(found, on)
        return token.form if token else ""

    def anchor(self, span: Span) -> Time | None:
        """The last time before the span that is a stretch of the calendar, not too far back."""
        near = self.known.within(span[0] - ANCHOR_REACH - LONGEST, span[0])
        dated = (t for t in reversed(near) if t.span[1] <= span[0] and t.begin and t.kind in {"DATE", "TIME"})
        last = next(dated, None)
        return last if last and span[0] - last.span[1] <= ANCHOR_REACH else None

    def period(self, span: Span, units: frozenset[str]) -> Time | None:
        """The last such unit of the calendar told before, unless only as a border, as in "the worst since July"."""
        near = self.known.within(span[0] - ANCHOR_REACH, span[0])
        told = (t for t in reversed(near) if t.begin and t.kind == "DATE" and unit_in(t.value or "") in units)
        return next((t for t in told if not _BORDER.search(self.text[max(0, t.span[0] - 20) : t.span[0]])), None)

    def day_told(self, span: Span) -> Time | None:
        """The last day told before in the same paragraph, unless only as a border."""
        near = self.known.within(span[0] - ANCHOR_REACH // 2, span[0])
        dated = (t for t in reversed(near) if re.match(r"\d{4}-\d\d-\d\d(?:T|$)", t.value or ""))
        last = next((t for t in dated if not _BORDER.search(self.text[max(0, t.span[0] - 20) : t.span[0]])), None)
        return last if last and "\n" not in self.text[last.span[1] : span[0]] else None

    def month_until(self, span: Span, month: int) -> int | None:
        """The year of the month that a range ends with, by the month it begins with: "from mid-May to late June"."""
        near = self.known.within(span[0] - LONGEST, span[0])
        start = near[-1] if near else None
        if start is None or not re.fullmatch(r"\d{4}-\d\d", start.value or ""):
            return None
        between = self.text[start.span[1] : span[0]]
        if not _UNTIL.fullmatch(between):
            return None
        year, first = map(int, (start.value or "").split("-"))
        return year + (month < first)

    def is_compared(self, span: Span) -> bool:
        """Whether something is compared with the time: "up from 14% a year ago"."""
        return _COMPARED.search(self.text[max(0, span[0] - 80) : span[0]]) is not None

    def is_noun_after(self, found: Found) -> bool:
        """Whether a noun follows that the words are part of, as in "for the day shift"."""
        behind = self.after(found)
        return behind is not None and self.tenses.tag(behind.span) == "NOUN" and behind.form.isalpha()

    def anchor_after(self, found: Found, reach: int) -> Time | None:
        """The first dated time that begins at most so many tokens further on, with no verb between."""
        limit = self.tokens[min(found.last + reach, len(self.tokens) - 1)].span[0]
        first = next((time for time in self.known.within(found.span[1], limit + 1) if time.begin), None)
        if first is None or "\n" in self.text[found.span[1] : first.span[0]]:
            return None
        between = [token for token in self.tokens[found.last : found.last + reach] if token.span[1] <= first.span[0]]
        verbs = any(self.tenses.tag(token.span) in {"VERB", "AUX", "PUNCT"} for token in between)
        return None if verbs else first

    def is_within_name(self, span: Span) -> bool:
        """Whether it is part of a longer name: "the Sunday Times", "April Jones"."""
        place = bisect.bisect_right(self.names, span[0], key=lambda name: name.span[0]) - 1
        if place < 0 or self.names[place].span[1] < span[1]:
            return False
        name = self.names[place].span
        rest = self.text[name[0] : span[0]] + " " + self.text[span[1] : name[1]]
        return any(word[0].isupper() for word in rest.split())


_UNTIL = re.compile(r"\s(?:to|until|till|through)\s(?:at least )?", re.IGNORECASE)
_BORDER = re.compile(r"\b(?:since|until|till|before|after|to|by|than)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:up|down|rose|fell|compared|comparison|against|versus|from|than|over|higher|lower|more|less|fewer|same)\b[^.;\n]*$"
)

# What stands for "no time, nor any part of it": "14 years old".
NOT_A_TIME = Meaning("DATE", None, "")


def count_of(tokens: Sequence[Token]) -> str:
    """The number that words say, as written in a value: "20", "2.5", "0.5"; "X" where they leave it open."""
    forms = [token.form for token in tokens]
    total, said = 0.0, False
    if "/" in forms:
        parts = [token for token in tokens if token.form[0].isdigit()]
        total, tokens = _number(parts[-2].form) / (_number(parts[-1].form) or 1), parts[:-2]  # "2 1/2"
        said = True
    if "few" in forms or "several" in forms or "many" in forms or "dozens" in forms:
        return "X"
    for token in tokens:
        if token.form[0].isdigit():
            total, said = total + _number(token.form), True
        elif token.form == "hundred":
            total, said = (total or 1) * 100, True
        elif token.form in {"couple", "dozen"}:
            total, said = (total or 1) * {"couple": 2, "dozen": 12}[token.form], True
        elif token.form in NUMBERS:
            total, said = total + NUMBERS[token.form], True
        elif token.form == "half":
            total, said = total + 0.5, True
    if not said or total == 0:
        return "1"
    if "half" in forms and forms[0] in {"a", "an"} and total == 0.5 and "and" in forms:
        total = 1.5  # "a year and a half"
    if total > MOST:
        return "X"
    return str(int(total)) if total == int(total) else f"{total:g}"


def second_number(tokens: Sequence[Token]) -> int | None:
    """Where a number begins that counts other things than the figures before it: "down from 6,000 five years ago"."""
    figures = {CLASSES[name] for name in ("number", "day", "year")}
    for place, (one, other) in enumerate(pairwise(tokens), start=1):
        apart = one.kind in figures and one.form[0].isdigit() and other.kind in figures - {CLASSES["year"]}
        if apart and other.form != "hundred" and not any(token.form == "/" for token in tokens):
            return place
    return None


def _number(form: str) -> float:
    """1,200 and 2.5; what has more points than one is no number."""
    digits = form.replace(",", "")
    return float(digits) if digits.count(".") < 2 else 0.0


def _span(time: Time) -> Span:
    return time.span
