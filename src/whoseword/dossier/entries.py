"""Records in; what the page says of each report out: its facts in words and one entry for each statement.

`Statement(source=(0, 9), cue=((10, 14),), …)` of report 2 becomes `Entry(label="2.3", who=Who("A US official", …), …)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from whoseword.dossier.anchors import NO_SPOTS, Numbered, Spots, unused
from whoseword.dossier.marks import Note, Paragraph, Tag, mark_text
from whoseword.dossier.spoken import spoken_amount, spoken_day, spoken_time
from whoseword.dossier.whence import whence
from whoseword.model import Entity, Problem, Published, Record, Span, Statement

DATE_FROM = {
    "given": "given with the report",
    "metadata": "from the page’s metadata",
    "url": "from the address",
    "text": "from the text",
    "none": "not known",
}
QUOTE = {"direct": "direct quote", "indirect": "paraphrase", "mixed": "partial quote", "none": "a source, no claim"}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)
# Only an address of plain visible ASCII becomes a link; "javascript:" or one with a hidden turn in it stays text.
_ADDRESS = re.compile(r"https?://[!-~]+", re.ASCII | re.IGNORECASE)
# A span may end in the comma that closes an apposition: "Ada Brandt, the harbour master,".
_EDGES = " ,;:"
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_LEADING_THAT = re.compile(r"that\s+")


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody as the page calls them. `named` is None where nobody was identified; `written` the words used here."""

    name: str
    named: bool | None
    written: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a chain in words; `known` says how the link is known, and is empty for the publisher itself.

    `named` is None where nobody was identified; `place` is the anchor of the words that the link is known from.
    """

    name: str
    known: str
    entity: str | None = None
    named: bool | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of "who said what". `places` are the anchors of its words in the text, `inside` the tag around it."""

    tag: Tag
    places: tuple[str, ...]
    who: Who
    cue: str
    content: tuple[str, ...]
    quote: str
    act: str | None
    told_to: tuple[str, ...]
    inside: Tag | None
    chain: tuple[Step, ...]
    modality: tuple[tuple[str, str], ...]
    statement: Statement


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One report as the page shows it. `heading` is the marked title, where the text has one of its own.

    `words` gives the anchors of those words that a link of a chain, a commitment or a figure leads to.
    """

    number: int
    anchor: str
    record: Record
    title: str
    heading: Markup | None
    paragraphs: tuple[Paragraph, ...]
    entries: tuple[Entry, ...]
    problems: tuple[tuple[Problem, str | None], ...]
    date: str | None
    date_from: str
    machine_date: str | None
    language: str | None
    address: str | None
    words: Mapping[Span, str]
    whence: tuple[tuple[str, str], ...] = ()


def report_pages(records: Sequence[Record], spots: Mapping[str, Spots] | None = None) -> tuple[ReportPage, ...]:
    """One page a record, numbered from 1 in the order given; `spots` by the ids of reports.

    Anchors are short, as a page of many reports has thousands: statement 3 of report 2 is at `2.3`.
    """
    known = spots or {}
    return tuple(
        _report_page(record, Numbered(number, f"r{number}", f"{number}.", set()), known.get(record.report.id, NO_SPOTS))
        for number, record in enumerate(records, start=1)
    )


def report_page(record: Record, sought: Sequence[Span] = ()) -> ReportPage:
    """One report by itself, its statements numbered without it; the words at `sought` stand at the anchor `at`."""
    used: set[str] = set()
    anchor = unused(f"r-{record.report.id}", used)
    return _report_page(record, Numbered(None, anchor, f"{anchor}-", used), NO_SPOTS, sought)


def _report_page(record: Record, called: Numbered, spots: Spots, sought: Sequence[Span] = ()) -> ReportPage:
    report = record.report
    entities = {entity.id: entity for entity in record.entities}
    people = [who(statement, entities, report.text) for statement in record.statements]
    tags = _tags(record.statements, people, called, spots)
    problems = {called.at(f"p{at}"): problem for at, problem in enumerate(record.problems, start=1)}
    links = _links(record, called, spots)
    asked = [Note(span, "sought", "at") for span in sought]
    marked = mark_text(report, record.statements, tags, [*asked, *_notes(record, problems, links, spots)])
    words = {span: marked.places[at][0] for span, at in links.items() if at in marked.places}
    first, *rest = marked.paragraphs or (None,)
    heading = first.html if first and first.kind == "title" else None
    date, machine_date = spoken_date(report.published)
    return ReportPage(
        number=called.number or 1,
        anchor=called.anchor,
        record=record,
        title=report.title or "Untitled report",
        heading=heading,
        paragraphs=tuple(rest) if heading else marked.paragraphs,
        entries=tuple(_entries(record, people, tags, marked.places, words)),
        problems=tuple((problem, _first(marked.places.get(at, ()))) for at, problem in problems.items()),
        date=date,
        date_from=DATE_FROM[report.published.origin],
        machine_date=machine_date,
        language=report.language if _LANGUAGE.fullmatch(report.language) else None,
        address=report.url if report.url and _ADDRESS.fullmatch(report.url) else None,
        words=words,
        whence=whence(report),
    )


def _notes(record: Record, problems: Mapping[str, Problem], links: Mapping[Span, str], spots: Spots) -> Iterator[Note]:
    """What is marked in the text beside statements: problems, words that something leads to, times and amounts."""
    text = record.report.text
    yield from (Note(problem.span, "problem", at) for at, problem in problems.items() if problem.span)
    yield from (Note(span, "link", at, backs=spots.spans.get(span, ())) for span, at in links.items())
    yield from (Note(time.span, "time", told=spoken_time(time)) for time in record.times)
    yield from (Note(one.span, "quantity", told=spoken_amount(one, text)) for one in record.quantities)


def _entries(
    record: Record,
    people: Sequence[Who],
    tags: Sequence[Tag],
    places: Mapping[str, tuple[str, ...]],
    words: Mapping[Span, str],
) -> Iterator[Entry]:
    text = record.report.text
    entities = {entity.id: entity for entity in record.entities}
    by_id = {statement.id: tag for statement, tag in zip(record.statements, tags, strict=True)}
    conjunctions = frozenset(word.span[0] for word in record.reading.words if word.upos == "SCONJ")
    for statement, source, tag in zip(record.statements, people, tags, strict=True):
        yield Entry(
            tag=tag,
            places=places.get(tag.anchor, ()),
            who=source,
            cue=" … ".join(_words(text, span) for span in statement.cue),
            content=_content(record, statement, conjunctions),
            quote=QUOTE[statement.quote],
            act=None if statement.act == "statement" else statement.act.replace("-", " "),
            told_to=tuple(name_of(entities.get(entity), text) for entity in statement.told_to),
            inside=by_id.get(statement.within) if statement.within else None,
            chain=_chain(statement, entities, record, words),
            modality=tuple((_words(text, modal.span), modal.kind) for modal in statement.modality),
            statement=statement,
        )


def who(statement: Statement, entities: Mapping[str, Entity], text: str) -> Who:
    """The source of `statement`: by its name or description, and by the words used here where these are others."""
    words = _words(text, statement.source).strip(_EDGES) if statement.source else None
    entity = entities.get(statement.entity) if statement.entity else None
    if entity is None:
        return Who(words, None) if words else Who("No source stated", None)
    name = name_of(entity, text)
    same = words is None or _ARTICLE.sub("", words).casefold() == _ARTICLE.sub("", name).casefold()
    return Who(name, entity.named, None if same else words)


def name_of(entity: Entity | None, text: str) -> str:
    """What to call `entity`: its name, else the report's description of it, else the report's first words for it."""
    if entity is None:
        return "not stated"
    first = _words(text, entity.mentions[0]) if entity.mentions else ""
    if entity.named:
        return entity.name or first or entity.description or "not described"
    return (entity.description or entity.name or first).strip(_EDGES) or "not described"


def _chain(
    statement: Statement, entities: Mapping[str, Entity], record: Record, words: Mapping[Span, str]
) -> tuple[Step, ...]:
    """Publisher first. A publisher that the text does not name is named by the report's outlet."""
    steps = []
    for at, link in enumerate(statement.chain):
        entity = entities.get(link.entity) if link.entity else None
        name, known = name_of(entity, record.report.text), str(link.link)
        if at == 0:
            name = name if entity else record.report.outlet or "this report (outlet not known)"
            known = "" if link.link == "stated" else known
        place = words.get(link.span) if link.span else None
        steps.append(Step(name, known, link.entity, entity.named if entity else None, place))
    return tuple(steps)


def _links(record: Record, called: Numbered, spots: Spots) -> dict[Span, str]:
    """An anchor for each stretch of words that something on the page leads to, in the order of the text."""
    spans = {link.span for statement in record.statements for link in statement.chain if link.span}
    spans |= {one.what for one in record.commitments} | {one.quantity for one in record.figures}
    if called.number is None:
        return {span: called.at(f"at{span[0]}-{span[1]}") for span in sorted(spans)}
    ordered = sorted(spans | set(spots.spans))
    return {span: called.at(f"a{place}") for place, span in enumerate(ordered, start=1)}


def _tags(statements: Sequence[Statement], people: Sequence[Who], called: Numbered, spots: Spots) -> tuple[Tag, ...]:
    tags = []
    for number, (statement, source) in enumerate(zip(statements, people, strict=True), start=1):
        label = f"{called.number}.{number}" if called.number else str(number)
        anchor = called.at(str(number) if called.number else statement.id)
        backs = spots.statements.get(statement.id, ())
        # On a page of many reports the name stands beside the number, and thousands of names would stand there twice.
        spoken = f"Statement {label}" if called.number else f"Statement {label}: {source.name}"
        tags.append(Tag(number, label, anchor, spoken, backs))
    return tuple(tags)


def spoken_date(published: Published) -> tuple[str | None, str | None]:
    """A publication date for people ("22 July 2021") and for machines; one that is not ISO 8601 stays as it is."""
    if published.value is None:
        return None, None
    spoken = spoken_day(published.value)
    return (spoken, published.value) if spoken else (published.value, None)


def _content(record: Record, statement: Statement, conjunctions: frozenset[int]) -> tuple[str, ...]:
    """The content's words. The contract keeps a leading "that"; a reader of the list can do without it.

    Only the conjunction goes: in "she said that was wrong" the word is what was wrong.
    """
    pieces = tuple(_words(record.report.text, span) for span in statement.content)
    if pieces and statement.content[0][0] in conjunctions:
        return (_LEADING_THAT.sub("", pieces[0], count=1), *pieces[1:])
    return pieces


def _words(text: str, span: Span) -> str:
    return text[span[0] : span[1]]


def _first(anchors: tuple[str, ...]) -> str | None:
    return anchors[0] if anchors else None
