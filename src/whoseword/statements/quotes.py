"""Where quotation marks open and close, and what that makes of a content: direct, mixed or indirect.

In: a text and its paragraphs. Out: `Quotation`s in text order, with Problems for marks that do not pair.

>>> found, problems = quotations('He called it “purely technical”.', [(0, 32)])
>>> found[0].span
(13, 31)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whoseword.model import Problem, QuoteKind, Span

# One quoted word is a scare quote (“combat” troops), two or more are somebody's words.
WORDS_OF_SPEECH = 2
# Letters of a content that may lie outside the marks of a direct quotation (an editor's "that", a stray word border).
DIRECT_SHARE = 0.97

_MARK = re.compile(r"``|''|[“”„«»\"＂‘’']")
_PAIRS = {"“": ("”",), "„": ("“", "”"), "«": ("»",), "``": ("''",), "‘": ("’",)}
_CLOSING = {"”", "»"}
_STRAIGHT = {'"', "＂", "''"}
_LEAD = re.compile(r"\s*(?:(?:that|to)\b\s*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch with its marks; where the closing mark is missing (not `closed`) it ends with the paragraph."""

    span: Span
    closed: bool = True


def quotations(text: str, paragraphs: Iterable[Span]) -> tuple[tuple[Quotation, ...], tuple[Problem, ...]]:
    """Outermost quotations by paragraph; a mark that pairs with nothing is a Problem and the rest goes on."""
    found: list[Quotation] = []
    problems: list[Problem] = []
    spans = list(paragraphs)
    for number, span in enumerate(spans):
        closed, opened, stray = _pair(text, span)
        found.extend(Quotation(q) for q in closed)
        problems.extend(
            Problem("unopened-quotation", f"{text[a:b]} closes a quotation that nothing opened", (a, b))
            for a, b in stray
        )
        for a, b in opened:
            found.append(Quotation((a, span[1]), closed=False))
            follows = spans[number + 1] if number + 1 < len(spans) else None
            # A quotation of several paragraphs opens each of them anew and is closed in the last only.
            if follows and text[slice(*follows)].lstrip().startswith(text[a:b]):
                continue
            problems.append(Problem("unclosed-quotation", f"{text[a:b]} opens a quotation that nothing closes", (a, b)))
    return tuple(_outermost(found)), tuple(problems)


def _pair(text: str, span: Span) -> tuple[list[Span], list[Span], list[Span]]:
    """(closed quotations, opening marks left open, closing marks without an opening one) of one paragraph."""
    closed: list[Span] = []
    stack: list[tuple[str, Span]] = []
    stray: list[Span] = []
    for match in _MARK.finditer(text, *span):
        mark, at = match[0], match.span()
        before = text[at[0] - 1] if at[0] > span[0] else " "
        after = text[at[1]] if at[1] < span[1] else " "
        closes = next((k for k in range(len(stack) - 1, -1, -1) if _closes(mark, stack[k][0], before, after)), None)
        if closes is not None:
            # What was opened inside and never closed is an apostrophe or a slip; the outer pair stands.
            closed.append((stack[closes][1][0], at[1]))
            del stack[closes:]
        elif _opens(mark, before, after):
            stack.append((mark, at))
        elif mark in _CLOSING:
            stray.append(at)
    unclosed = [at for mark, at in stack if mark not in ("'", "‘")]
    return closed, unclosed, stray


def _opens(mark: str, before: str, after: str) -> bool:
    if mark in _STRAIGHT:
        return not (before.isdigit() and not after.isalnum())  # 6" is a measure
    if mark == "'":
        return not before.isalnum() and before not in ".,!?'’" and after.isalpha()
    if mark == "‘":
        return not after.isdigit()  # ‘90s
    return mark in _PAIRS


def _closes(mark: str, opening: str, before: str, after: str) -> bool:
    mixed = not before.isspace() and not after.isalnum()
    if opening in _STRAIGHT:
        # Reports that passed through several hands open with one kind of mark and close with the other.
        return mark == opening or (mark == "”" and mixed)
    if opening == "'":
        return mark == "'" and not before.isspace() and not after.isalnum()
    if opening == "‘":
        return mark == "’" and not after.isalnum()
    return (mark in _PAIRS[opening] and mark != opening) or (opening == "“" and mark == '"' and mixed)


def _outermost(found: Sequence[Quotation]) -> list[Quotation]:
    """Quotations in text order, without those that lie inside a closed one."""
    kept: list[Quotation] = []
    reached = -1
    for quotation in sorted(found, key=lambda q: (q.span[0], -q.span[1])):
        if quotation.span[1] > reached:
            kept.append(quotation)
            reached = quotation.span[1] if quotation.closed else reached
    return kept


def quote_kind(text: str, content: Sequence[Span], found: Sequence[Quotation]) -> QuoteKind:
    """The kind of a content by the marks, not the grammar: all inside is direct, a quoted stretch in it is mixed."""
    letters = 0
    # A set, since an unclosed quotation can hold a closed one, and its letters count once.
    covered: set[int] = set()
    spoken = False
    for start, end in content:
        lead = _LEAD.match(text, start, end)
        first = lead.end() if lead else start
        places = [k for k in range(first, end) if text[k].isalnum()]
        letters += len(places)
        for quotation in found:
            low, high = max(first, quotation.span[0]), min(end, quotation.span[1])
            if low >= high:
                continue
            covered.update(k for k in places if low <= k < high)
            spoken = spoken or (quotation.closed and len(text[low:high].split()) >= WORDS_OF_SPEECH)
    if letters and len(covered) >= DIRECT_SHARE * letters:
        return "direct"
    return "mixed" if spoken else "indirect"


def with_marks(text: str, span: Span, found: Sequence[Quotation]) -> Span:
    """A content span set right by the marks in it.

    One that stops just inside its quotation's marks is widened to take them in; one that runs on into the next
    sentence, behind a quotation that ended its own (“… lets them.” Asked who would pay), is cut behind the mark.
    """
    start, end = span
    for quotation in found:
        a, b = quotation.span
        if a < start < b and not text[a:start].strip("“„«\"＂‘'` "):
            start = a
        if quotation.closed and a < end < b and not text[end:b].strip("”»\"＂’' .,!?;…"):
            end = b
    for quotation in found:
        b = quotation.span[1]
        quoted_on = any(start < other.span[0] < end and other.span[0] >= b for other in found)
        if quotation.closed and start < b < end and not quoted_on and _ends_sentence(text, b):
            end = b
    return (start, end)


def _ends_sentence(text: str, place: int) -> bool:
    """Whether a quotation that closes at `place` ended a sentence, and another begins."""
    before = text[max(0, place - 8) : place].rstrip("”»\"＂’'")[-1:]
    return (
        before in {".", "!", "?"}
        and text[place : place + 8].lstrip()[:1].isupper()
        and text[place : place + 1].isspace()
    )
