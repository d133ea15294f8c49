r"""The mark-up in which cases are written: marked text in, clean text with exact offsets and statements out.

Grammar::

    marked = { text | escape | mark }
    mark   = "{" role [ index { "," index } ] ":" marked "}"
    role   = "S" (source) | "C" (cue) | "T" (told to) | "Q" (content)
    index  = a number from 1 on
    escape = "\{" | "\}" | "\\"

- Marks nest. Everything after the colon is text, a space as well.
- Without an index all marks belong to one statement. With indexes each number is one statement; `{S1,2:She}` is the
  source of two. A text has indexes on all its marks or on none.
- A statement has a cue or a content, at most one source, and any number of cues, contents and people told.
- A statement whose cues and contents all lie inside one content of another statement is nested in it (`within`).
- A text without marks holds no statement.

>>> parse("{S:Sources} {C:told} {T:Politico} that {Q:“they stay.”}").statements[0].told_to
((13, 21),)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from whoseword.model import Entity, Span, Statement

# How much of a content and of a source must be shared for the two to be the same. A cue need only share a character:
# "has said" against "said" is no difference for a journalist. Set by judgement when the first cases were written.
CONTENT_SHARE = 0.8
SOURCE_SHARE = 0.5
# A statement whose cue was missed is still the same statement when this much of its content was found.
SAME_STATEMENT_SHARE = 0.5

_OPENING = re.compile(r"\{([SCTQ])([0-9,]*):")
_INDEXES = re.compile(r"[1-9][0-9]*(,[1-9][0-9]*)*")
_ROLES = {"S": "source", "C": "cue", "T": "told to", "Q": "content"}


class MarkError(ValueError):
    """The mark-up is wrong; the message says where and what to do."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: its role letter, the statements it belongs to (none written: empty) and its place in the clean text."""

    role: str
    indexes: tuple[int, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class MarkedStatement:
    """One expected statement. `index` is 0 where the marks have none."""

    index: int
    source: Span | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    told_to: tuple[Span, ...]
    within: int | None


@dataclass(frozen=True, slots=True)
class Marked:
    """Clean text, its marks in the order in which they open, and the statements they make, by index."""

    text: str
    marks: tuple[Mark, ...]
    statements: tuple[MarkedStatement, ...]


def parse(marked: str) -> Marked:
    """The clean text, marks and statements of a marked text; MarkError where the mark-up is wrong."""
    text, marks = parse_marks(marked)
    return Marked(text, marks, _statements(text, marks))


def parse_marks(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """The clean text and its marks in the order in which they open, without asking whether they make statements."""
    pieces: list[str] = []
    found: list[Mark] = []
    open_marks: list[int] = []
    length = place = 0
    while place < len(marked):
        opening = _OPENING.match(marked, place)
        character = marked[place]
        step = 1
        if opening:
            open_marks.append(len(found))
            found.append(Mark(opening[1], _indexes(opening[2], place), (length, length)))
            step = opening.end() - place
        elif character == "{":
            raise MarkError(f"at {place}: a mark opens with {{S: {{C: {{T: or {{Q: (a plain brace is written \\{{)")
        elif character == "}":
            if not open_marks:
                raise MarkError(f"at {place}: nothing is open here (a plain brace is written \\}})")
            _close(found, open_marks.pop(), length)
        else:
            literal = _unescape(marked, place) if character == "\\" else character
            step = 2 if character == "\\" else 1
            pieces.append(literal)
            length += 1
        place += step
    if open_marks:
        raise MarkError(f"the {_ROLES[found[open_marks[-1]].role]} mark is never closed: add a }}")
    return "".join(pieces), tuple(found)


def render(text: str, marks: Iterable[Mark]) -> str:
    """The marked text of `text` with `marks`: what `parse_marks` takes apart again. MarkError where two marks cross."""
    ordered = sorted(marks, key=lambda mark: (mark.span[0], -mark.span[1]))
    pieces: list[str] = []
    open_ends: list[int] = []
    place = 0
    for mark in ordered:
        start, end = mark.span
        while open_ends and open_ends[-1] <= start:
            pieces.append(_escape(text[place : open_ends[-1]]) + "}")
            place = open_ends.pop()
        if open_ends and open_ends[-1] < end:
            raise MarkError(f"the mark on “{text[start:end]}” crosses another")
        pieces.append(_escape(text[place:start]) + "{" + mark.role + ",".join(map(str, mark.indexes)) + ":")
        place = start
        open_ends.append(end)
    while open_ends:
        pieces.append(_escape(text[place : open_ends[-1]]) + "}")
        place = open_ends.pop()
    return "".join(pieces) + _escape(text[place:])


def differences(marked: Marked, statements: Sequence[Statement], entities: Sequence[Entity] = ()) -> tuple[str, ...]:
    """In words, how the predicted `statements` differ from those expected; empty where they do not.

    `entities` are the record's, which tell where those told (`Statement.told_to`) stand in the text.
    """
    pairs = _pairs(marked, statements)
    told: list[str] = []
    for expected in marked.statements:
        if expected.index not in pairs:
            told.append(f"not found: {_describe(marked.text, expected)}")
            continue
        found = pairs[expected.index]
        label = f"statement {expected.index}: " if expected.index else ""
        told += [label + line for line in _part_differences(marked.text, expected, found, entities)]
        told += [label + line for line in _nesting_differences(expected, found, pairs)]
    matched = {id(statement) for statement in pairs.values()}
    told += [f"not expected: {_describe(marked.text, s)}" for s in statements if id(s) not in matched]
    return tuple(told)


def _indexes(written: str, place: int) -> tuple[int, ...]:
    if written and not _INDEXES.fullmatch(written):
        raise MarkError(f"at {place}: indexes are numbers from 1 on, with commas between them, not “{written}”")
    return tuple(int(number) for number in written.split(",")) if written else ()


def _close(found: list[Mark], which: int, end: int) -> None:
    mark = found[which]
    if mark.span[0] == end:
        raise MarkError(f"an empty {_ROLES[mark.role]} mark: it must hold some text")
    found[which] = Mark(mark.role, mark.indexes, (mark.span[0], end))


def _unescape(marked: str, place: int) -> str:
    literal = marked[place + 1 : place + 2]
    if literal not in ("{", "}", "\\"):
        raise MarkError(f"at {place}: a backslash stands only before a brace or a backslash (write \\\\ for one)")
    return literal


def _escape(text: str) -> str:
    return re.sub(r"[\\{}]", r"\\\g<0>", text)


def _statements(text: str, marks: tuple[Mark, ...]) -> tuple[MarkedStatement, ...]:
    if len({bool(mark.indexes) for mark in marks}) > 1:
        raise MarkError("some marks have an index and some have none: give all of them one")
    found: list[MarkedStatement] = []
    for index in sorted({index for mark in marks for index in mark.indexes or (0,)}):
        spans = {
            role: tuple(mark.span for mark in marks if mark.role == role and index in (mark.indexes or (0,)))
            for role in _ROLES
        }
        _check(text, index, spans)
        source = spans["S"][0] if spans["S"] else None
        found.append(MarkedStatement(index, source, spans["C"], spans["Q"], spans["T"], None))
    return tuple(_nested(statement, found) for statement in found)


def _check(text: str, index: int, spans: dict[str, tuple[Span, ...]]) -> None:
    label = f"statement {index}" if index else "the statement"
    if len(spans["S"]) > 1:
        raise MarkError(f"{label} has {len(spans['S'])} sources: mark one, or tell two statements apart by an index")
    if not spans["C"] and not spans["Q"]:
        raise MarkError(f"{label} has neither a cue nor a content")
    for role, inner, outer in ((r, a, b) for r, listed in spans.items() for a, b in product(listed, listed)):
        if inner is not outer and outer[0] <= inner[0] and inner[1] <= outer[1]:
            words = text[inner[0] : inner[1]]
            raise MarkError(f"{label}: the {_ROLES[role]} “{words}” lies inside another {_ROLES[role]} of it")


def _nested(statement: MarkedStatement, others: Sequence[MarkedStatement]) -> MarkedStatement:
    own = statement.cue + statement.content
    holders = [
        (end - start, other.index)
        for other in others
        for start, end in other.content
        if other.index != statement.index
        and all(start <= s and e <= end for s, e in own)
        # Two statements may share one content; neither is then nested in the other.
        and any((start, end) != span for span in own)
    ]
    within = min(holders)[1] if holders else None
    return MarkedStatement(
        statement.index, statement.source, statement.cue, statement.content, statement.told_to, within
    )


def _cover(text: str, spans: Iterable[Span]) -> set[int]:
    """The letters and digits that the spans hold: blanks, stops, quotation marks and a leading "that" do not count."""
    cover: set[int] = set()
    for start, end in spans:
        leading = re.match(r"that\s", text[start:end])
        first = start + (leading.end() if leading else 0)
        cover.update(place for place in range(first, end) if text[place].isalnum())
    return cover


def _share(text: str, one: Iterable[Span], other: Iterable[Span]) -> float:
    first, second = _cover(text, one), _cover(text, other)
    return len(first & second) / len(first | second) if first | second else 1.0


def _touch(one: Iterable[Span], other: Sequence[Span]) -> bool:
    return any(start < e and s < end for start, end in one for s, e in other)


def _pairs(marked: Marked, statements: Sequence[Statement]) -> dict[int, Statement]:
    """Which predicted statement stands for which expected one: the best pair first, each used once."""
    scored: list[tuple[float, int, int]] = []
    for expected in marked.statements:
        for place, statement in enumerate(statements):
            content = _share(marked.text, expected.content, statement.content)
            cue = _touch(expected.cue, statement.cue)
            if cue or content >= SAME_STATEMENT_SHARE:
                scored.append((-content - cue, expected.index, place))
    pairs: dict[int, Statement] = {}
    used: set[int] = set()
    for _, index, place in sorted(scored):
        if index not in pairs and place not in used:
            pairs[index] = statements[place]
            used.add(place)
    return pairs


def _part_differences(
    text: str, expected: MarkedStatement, found: Statement, entities: Sequence[Entity]
) -> Iterable[str]:
    wanted, given = ((expected.source,) if expected.source else ()), ((found.source,) if found.source else ())
    if _share(text, wanted, given) < SOURCE_SHARE:
        yield f"source is {_words(text, given)}, expected {_words(text, wanted)}"
    if (expected.cue or found.cue) and not _touch(expected.cue, found.cue):
        yield f"cue is {_words(text, found.cue)}, expected {_words(text, expected.cue)}"
    if _share(text, expected.content, found.content) < CONTENT_SHARE:
        yield f"content is {_words(text, found.content)}, expected {_words(text, expected.content)}"
    told = {entity.id: entity for entity in entities if entity.id in found.told_to}
    for span in expected.told_to:
        if not any(_touch((span,), entity.mentions) for entity in told.values()):
            yield f"told to {_words(text, (span,))} was missed"
    for entity in told.values():
        if not _touch(expected.told_to, entity.mentions):
            yield f"told to {_words(text, entity.mentions[:1])} was not expected"


def _nesting_differences(expected: MarkedStatement, found: Statement, pairs: dict[int, Statement]) -> Iterable[str]:
    inside = [index for index, statement in pairs.items() if statement.id == found.within]
    given = inside[0] if inside else None
    if expected.within is None and found.within is not None:
        yield "is nested in another statement, which was not expected"
    elif expected.within is not None and given != expected.within:
        yield f"should be nested in statement {expected.within}"


def _words(text: str, spans: Iterable[Span]) -> str:
    return " + ".join(f"“{text[start:end]}”" for start, end in spans) or "nothing"


def _describe(text: str, statement: MarkedStatement | Statement) -> str:
    source = (statement.source,) if statement.source else ()
    parts = (("source", source), ("cue", statement.cue), ("content", statement.content))
    return ", ".join(f"{name} {_words(text, spans)}" for name, spans in parts)
