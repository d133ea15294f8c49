"""What is shown of a book in; which words of its reports it leads to, and the addresses of these on the page, out.

`spots(shown, book)` goes into `report_pages`, and `Places(pages, book)` tells then where each `Ref` stands: at its
statement (`#2.3.words`), or at the stretch of words that it is (`#2.a7.words`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from whoseword.across import Ref, Told
from whoseword.dossier.anchors import Spots
from whoseword.dossier.entries import ReportPage
from whoseword.dossier.marks import Back
from whoseword.dossier.shown import Shown
from whoseword.dossier.svg import plain
from whoseword.ledger.book import Book
from whoseword.model import Span


def spots(shown: Shown, book: Book) -> dict[str, Spots]:
    """By report: the words that something shown stands on, each with the signs that lead back to it."""
    known = _Known(book, shown)
    spans: dict[str, dict[Span, dict[str, Back]]] = {}
    statements: dict[str, dict[str, dict[str, Back]]] = {}
    for ref, span, back in _used(shown):
        whole, words = known.place(ref, span)
        kept = (
            statements.setdefault(ref.report, {}).setdefault(whole, {})
            if whole
            else spans.setdefault(ref.report, {}).setdefault(words, {})
            if words
            else {}
        )
        if back:
            kept[back.label] = back
    return {
        report: Spots(
            {span: tuple(backs.values()) for span, backs in spans.get(report, {}).items()},
            {one: tuple(backs.values()) for one, backs in statements.get(report, {}).items()},
        )
        for report in {**spans, **statements}
    }


def _used(shown: Shown) -> Iterator[tuple[Ref, Span | None, Back | None]]:
    """Every place that something shown rests on, with what leads back from there."""
    for number, (claim, _) in enumerate(shown.claims, start=1):
        yield from ((ref, None, Back(f"C{number}", f"#c{number}", f"Claim {number}")) for ref in claim.members)
    for claim, _ in shown.single:
        yield from ((ref, None, None) for ref in claim.members)
    for number, owed in enumerate(shown.owed, start=1):
        back = Back(f"P{number}", f"#p{number}", f"Promise {number}")
        yield from ((step.ref, step.span, back) for step in owed.steps)
    for number, series in enumerate(shown.series, start=1):
        back = Back(f"F{number}", f"#f{number}", f"Figures {number}")
        yield from ((point.ref, point.span, back) for point in series.points)
    for number, changed in enumerate(shown.changes, start=1):
        back = Back(f"X{number}", f"#x{number}", f"Change {number}")
        sides = (changed.before, changed.after, *changed.before_units, *changed.after_units)
        yield from ((ref, None, back) for ref in sides if ref)
    for number, entry in enumerate(shown.timeline, start=1):
        back = Back(f"T{number}", f"#t-{plain(entry.id)}", f"Timeline, entry {number}")
        yield from ((ref, None, back) for ref in entry.units)


class _Known:
    """Units, statements and the spans of whatever else is referred to."""

    def __init__(self, book: Book, shown: Shown) -> None:
        self.units: Mapping[Ref, Told] = {unit.ref: unit for unit in book.compared.units}
        self.statements = {Ref(r.report.id, one.id) for r in book.records for one in r.statements}
        self.lengths = {record.report.id: len(record.report.text) for record in book.records}
        self.spans: dict[Ref, Span] = {}
        for owed in shown.owed:
            self._keep((step.ref, step.span) for step in owed.steps)
        for series in book.series:
            self._keep((point.ref, point.span) for point in series.points)
        for entry in shown.timeline:
            self._keep(zip(entry.units, entry.spans, strict=False))

    def _keep(self, pairs: Iterator[tuple[Ref, Span]]) -> None:
        for ref, span in pairs:
            self.spans.setdefault(ref, span)

    def place(self, ref: Ref, span: Span | None = None) -> tuple[str, Span | None]:
        """The id of the statement that a place is, or its words; neither where it has none."""
        if span is None and ref in self.statements:
            return ref.part, None
        unit = self.units.get(ref)
        # Words with others between them are led to as one stretch.
        told = (unit.spans[0][0], unit.spans[-1][1]) if unit and unit.spans else self.spans.get(ref)
        found = span or told
        # A span that is not of this text leads nowhere.
        inside = found is not None and 0 <= found[0] < found[1] <= self.lengths.get(ref.report, 0)
        return "", found if inside else None


class Places:
    """Where the words of a place stand on the page."""

    def __init__(self, pages: Sequence[ReportPage], book: Book, shown: Shown) -> None:
        self._known = _Known(book, shown)
        self._pages: dict[str, ReportPage] = {}
        for page in pages:
            self._pages.setdefault(page.record.report.id, page)
        self._words = {
            Ref(page.record.report.id, entry.statement.id): next(iter(entry.places), entry.tag.anchor)
            for page in self._pages.values()
            for entry in page.entries
        }

    def where(self, ref: Ref, span: Span | None = None) -> str | None:
        """The address of a place's words (`#…`), or of `span` in its report; None where they are not on the page."""
        page = self._pages.get(ref.report)
        if page is None:
            return None
        whole, words = self._known.place(ref, span)
        at = self._words.get(Ref(ref.report, whole)) if whole else page.words.get(words) if words else None
        return f"#{at}" if at else None

    def page(self, report: str) -> ReportPage | None:
        """The page of a report."""
        return self._pages.get(report)
