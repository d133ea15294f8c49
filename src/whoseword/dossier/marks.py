"""A report's text with its statements in; its paragraphs as HTML with every statement marked out.

`The mayor told Radio Nine that the bridge was safe.` becomes a paragraph in which `The mayor` is a source, `told` a cue
and `that the bridge was safe` a content, all inside one stretch with an anchor, closed by the number of the statement.

Statements nest, share a source and cross; HTML elements only nest. Where two marks cross, the inner one is closed and
opened again, so that the page is always well formed and every character is printed exactly once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from whoseword.dossier.characters import runs, visible
from whoseword.model import Part, Report, Span, Statement

# The lines of nested contents lie under one another; a fourth one would touch the next line of text.
DEEPEST_LINE = 3
# `:target` lights one element; the pieces of a statement carry its colour class instead, so that a discontinuous
# content lights up whole. Sixteen classes are enough: two statements clash only if one stretch holds both.
LIGHT_CLASSES = 16
# A text without blank lines is hard-wrapped (at most 80 columns) or has a paragraph a line (a few hundred characters).
LONG_LINE = 100

_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*")
_LINE_END = re.compile(r"\r\n|\r|\n")
# Outermost first, where two marks have the same span.
_ROLES = ("sought", "stretch", "content", "source", "cue", "problem", "link", "time", "quantity")
# Marks that can be what a link leads to.
_HOSTS = frozenset({"content", "source", "quantity"})
_RANK = {role: rank for rank, role in enumerate(_ROLES)}
# HTML's own elements for "drawn attention to", "another voice" and "annotated": a reader view keeps them.
_ELEMENT = {"content": "u", "source": "b", "cue": "i"}


@dataclass(frozen=True, slots=True)
class Back:
    """A small sign behind words, that leads back to what was made of them: `C3` to the third claim."""

    label: str
    href: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Tag:
    """What a statement is called on the page: `3`, `2.3` (report 2, statement 3), its anchor, a name to be spoken."""

    number: int
    label: str
    anchor: str
    spoken: str
    backs: tuple[Back, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a report as HTML, with its place on the page."""

    kind: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Note:
    """Words that are marked for what they are and not for who says them: a problem, the words of a link of a chain.

    `kind` is the role on the page, `anchor` where links lead to it, `told` what a pointer held over it is told, `backs`
    the signs behind it.
    """

    span: Span
    kind: str
    anchor: str | None = None
    told: str | None = None
    backs: tuple[Back, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A marked text. `places` gives, for each anchor of a statement or note, the anchors of its words, in order."""

    paragraphs: tuple[Paragraph, ...]
    places: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Mark:
    """One stretch to be marked. `anchor` where a link leads to it, `tag` where the statement's number follows it."""

    span: Span
    role: str
    classes: str
    anchor: str | None = None
    tag: Tag | None = None
    told: str | None = None
    backs: tuple[Back, ...] = ()


def mark_text(
    report: Report, statements: Sequence[Statement], tags: Sequence[Tag], notes: Sequence[Note] = ()
) -> MarkedText:
    """Mark `statements` and `notes` in the text of `report`.

    Text outside of all parts is shown as body: nothing of a report is left out but white space between paragraphs.
    """
    paragraphs = list(paragraph_spans(report.text, report.parts))
    spans = [span for _, span in paragraphs]
    marks: list[list[_Mark]] = [[] for _ in paragraphs]
    for at, stretch in _stretches(statements, tags, spans):
        marks[at].append(stretch)
    for piece in _joined([*_pieces(statements, tags), *_notes(notes)]):
        shares = list(_shares(piece.span, spans))
        for at, span in shares:
            marks[at].append(replace(piece, span=span, backs=piece.backs if at == shares[-1][0] else ()))
    places: dict[str, tuple[str, ...]] = {}
    shown = [
        Paragraph(kind, Markup("").join(_written(report.text, span, marks[at], places)))
        for at, (kind, span) in enumerate(paragraphs)
    ]
    return MarkedText(tuple(shown), places)


def paragraph_spans(text: str, parts: Sequence[Part]) -> Iterator[tuple[str, Span]]:
    """Every paragraph of `text`, trimmed, with the kind of the part it stands in."""
    done = 0
    for part in sorted(parts, key=lambda part: part.span):
        start, end = max(done, part.span[0]), min(len(text), part.span[1])
        if start >= end:
            continue
        yield from _split(text, (done, start), "body")
        yield from _split(text, (start, end), part.kind)
        done = end
    yield from _split(text, (done, len(text)), "body")


def _split(text: str, span: Span, kind: str) -> Iterator[tuple[str, Span]]:
    stretch = text[span[0] : span[1]].rstrip()
    break_at = _BLANK_LINE
    lines = _LINE_END.split(stretch)
    if not _BLANK_LINE.search(stretch) and len(stretch) / len(lines) > LONG_LINE:
        break_at = _LINE_END
    start = 0
    for found in [*break_at.finditer(stretch), None]:
        end = found.start() if found else len(stretch)
        words = stretch[start:end]
        if words.strip():
            first = start + len(words) - len(words.lstrip())
            yield kind, (span[0] + first, span[0] + start + len(words.rstrip()))
        start = found.end() if found else end


def _spans(statement: Statement) -> list[Span]:
    own = [statement.source] if statement.source else []
    return [*own, *statement.cue, *statement.content]


def _pieces(statements: Sequence[Statement], tags: Sequence[Tag]) -> Iterator[_Mark]:
    """The sources, cues and contents, each span once: three statements may share one source."""
    lights: dict[tuple[Span, str, str], list[str]] = {}
    by_id = {statement.id: statement for statement in statements}
    for statement, tag in zip(statements, tags, strict=True):
        content = f"content {statement.quote} line{min(depth(statement, by_id), DEEPEST_LINE)}"
        found = [(statement.source, "source", "source")] if statement.source else []
        found += [(span, "cue", "cue") for span in statement.cue]
        found += [(span, "content", content) for span in statement.content]
        for span, role, classes in found:
            lights.setdefault((span, role, classes), []).append(_light(tag))
    for (span, role, classes), numbers in lights.items():
        yield _Mark(span, role, " ".join([classes, *dict.fromkeys(numbers)]))


def depth(statement: Statement, by_id: Mapping[str, Statement]) -> int:
    """1 for a statement of its own, 2 for one inside it, and so on; a circle of statements ends where it began."""
    seen = {statement.id}
    parent = by_id.get(statement.within or "")
    while parent is not None and parent.id not in seen:
        seen.add(parent.id)
        parent = by_id.get(parent.within or "")
    return len(seen)


def _light(tag: Tag) -> str:
    return f"n{tag.number % LIGHT_CLASSES}"


def _notes(notes: Sequence[Note]) -> Iterator[_Mark]:
    for note in notes:
        yield _Mark(note.span, note.kind, note.kind, note.anchor, told=note.told, backs=note.backs)


def _joined(marks: Sequence[_Mark]) -> Iterator[_Mark]:
    """The same marks with less: words that a link leads to need no element of their own where they have one already."""
    led = {mark.span: mark for mark in marks if mark.role == "link"}
    hosts: dict[Span, _Mark] = {}
    for mark in marks:
        if mark.span in led and mark.role in _HOSTS and mark.anchor is None:
            hosts.setdefault(mark.span, mark)
    for mark in marks:
        link = led.get(mark.span)
        if link is None or mark.span not in hosts:
            yield mark
        elif mark is hosts[mark.span]:
            yield replace(mark, classes=f"{mark.classes} link", anchor=link.anchor, backs=link.backs)
        elif mark is not link:
            yield mark


def _stretches(
    statements: Sequence[Statement], tags: Sequence[Tag], paragraphs: Sequence[Span]
) -> Iterator[tuple[int, _Mark]]:
    """For each statement: in every paragraph it stands in, the stretch from its first to its last word there."""
    for statement, tag in zip(statements, tags, strict=True):
        found: dict[int, Span] = {}
        for piece in _spans(statement):
            for at, (start, end) in _shares(piece, paragraphs):
                before = found.get(at, (start, end))
                found[at] = (min(before[0], start), max(before[1], end))
        last = max(found, default=0)
        classes = f"stretch {_light(tag)}"
        for at, span in sorted(found.items()):
            closing, backs = (tag, tag.backs) if at == last else (None, ())
            yield at, _Mark(span, "stretch", classes, tag.anchor, closing, backs=backs)


def _shares(span: Span, paragraphs: Sequence[Span]) -> Iterator[tuple[int, Span]]:
    """The paragraphs that `span` reaches into, by place, each with the share of `span` that lies in it."""
    at = bisect_right(paragraphs, span[0], key=lambda paragraph: paragraph[1])
    while at < len(paragraphs) and paragraphs[at][0] < span[1]:
        share = max(span[0], paragraphs[at][0]), min(span[1], paragraphs[at][1])
        if share[0] < share[1]:
            yield at, share
        at += 1


def _written(text: str, span: Span, marks: Sequence[_Mark], places: dict[str, tuple[str, ...]]) -> Iterator[Markup]:
    """The HTML of one paragraph; the anchors it opens are added to `places`."""
    starting: dict[int, list[_Mark]] = {}
    for mark in marks:
        starting.setdefault(mark.span[0], []).append(mark)
    bounds = sorted({*span, *(bound for mark in marks for bound in mark.span)})
    opened: list[_Mark] = []
    after_number = False
    for here, following in zip(bounds, [*bounds[1:], None], strict=True):
        crossed: list[_Mark] = []
        while any(mark.span[1] == here for mark in opened):
            mark = opened.pop()
            yield Markup("</{}>").format(_ELEMENT.get(mark.role, "span"))
            if mark.span[1] > here:
                crossed.append(mark)
            elif mark.tag:
                yield _number(mark.tag, "number next" if after_number else "number")
                after_number = True
            if mark.span[1] == here and mark.backs:
                yield from map(_back, mark.backs)
                after_number = True
        for mark in sorted([*crossed, *starting.get(here, [])], key=_outer_first):
            opened.append(mark)
            yield _opening(mark, places)
        if following is not None:
            yield characters(text[here:following])
            after_number = False


def _outer_first(mark: _Mark) -> tuple[int, int]:
    return -mark.span[1], _RANK[mark.role]


def _opening(mark: _Mark, places: dict[str, tuple[str, ...]]) -> Markup:
    element = _ELEMENT.get(mark.role, "span")
    title = Markup(' title="{}"').format(visible(mark.told)) if mark.told else ""
    if mark.anchor is None:
        return Markup('<{} class="{}"{}>').format(element, mark.classes, title)
    before = places.get(mark.anchor, ())
    anchor = f"{mark.anchor}.words" if not before else f"{mark.anchor}.words{len(before) + 1}"
    places[mark.anchor] = (*before, anchor)
    return Markup('<{} class="{}" id="{}"{}>').format(element, mark.classes, anchor, title)


def _number(tag: Tag, classes: str) -> Markup:
    return Markup('<a class="{}" href="#{}" aria-label="{}">{}</a>').format(
        classes, tag.anchor, visible(tag.spoken), tag.number
    )


def _back(back: Back) -> Markup:
    return Markup('<a class="number back" href="{}" aria-label="{}">{}</a>').format(
        back.href, visible(back.spoken), back.label
    )


def characters(text: str) -> Markup:
    """`text` escaped, with each hidden character as a small sign of its own."""
    sign = Markup('<span class="hidden">{}</span>')
    return Markup("").join(sign.format(run) if is_sign else escape(run) for run, is_sign in runs(text))
