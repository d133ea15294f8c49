"""What is shown of a book in; the sections between the front and the reports out, drawn and in words.

>>> story_page(shown(book), book, places).claims[0][0]
'The control room had been warned twice'
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from whoseword.dossier.figures_drawn import FiguresDrawn, draw_figures, key_of_figures
from whoseword.dossier.ledgered import ChangeLine, LedgerLine, change_line, ledger_lines
from whoseword.dossier.origins_drawn import OriginsDrawn, draw_origins
from whoseword.dossier.overview import front_words
from whoseword.dossier.places import Places
from whoseword.dossier.shown import Shown
from whoseword.dossier.timeline_drawn import Timeline, draw_timeline
from whoseword.ledger.book import Book


@dataclass(frozen=True, slots=True)
class StoryPage:
    """The sections; empty where there is nothing to say. `claims` are (words, drawing, number of reports)."""

    timeline: Timeline | None
    claims: tuple[tuple[str, OriginsDrawn, int], ...]
    ledger: tuple[LedgerLine, ...]
    figures: tuple[FiguresDrawn, ...]
    figures_key: Markup
    changes: tuple[ChangeLine, ...]


def story_page(seen: Shown, book: Book, places: Places) -> StoryPage:
    """All sections of a book, numbered as `seen` has them."""
    units = {unit.ref: unit for unit in book.compared.units}
    reports = {record.report.id: record.report for record in book.records}
    named = frozenset(identity.name for identity in book.identities if identity.named and identity.name)
    charts = (
        draw_figures(series, reports, at=f"f{number}.", where=places.where, named=named)
        for number, series in enumerate(seen.series, start=1)
    )
    return StoryPage(
        timeline=draw_timeline(seen.timeline, reports, where=places.where),
        claims=tuple(
            (
                front_words(claim.words),
                draw_origins(count, units, at=f"o{number}", where=places.where),
                len({ref.report for ref in claim.members}),
            )
            for number, (claim, count) in enumerate(seen.claims, start=1)
        ),
        ledger=ledger_lines(seen.owed, places),
        figures=tuple(chart for chart in charts if chart),
        figures_key=key_of_figures(),
        changes=tuple(change_line(each, places) for each in seen.changes),
    )
