"""Records in; the dossier out: one HTML file that needs no network and no script, and is the same for the same records.

`render_dossier([record], title="The pier at Hallsund")` starts with `<!doctype html>`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from whoseword.dossier.accounts import figures, promises
from whoseword.dossier.assets import policy, shipped
from whoseword.dossier.characters import visible
from whoseword.dossier.drawing import draw
from whoseword.dossier.entries import ReportPage, report_pages
from whoseword.dossier.marks import characters
from whoseword.dossier.overview import overview
from whoseword.dossier.people import People, people
from whoseword.dossier.places import Places, spots
from whoseword.dossier.shown import Shown, shown
from whoseword.dossier.spoken import spoken_day
from whoseword.dossier.story import StoryPage, story_page
from whoseword.dossier.svg import cut
from whoseword.ledger.book import Book
from whoseword.model import Record

DEFAULT_TITLE = "Who said what, and on whose word"
STYLES = ("dossier.css", "drawings.css", "panels.css")
SCRIPT = "timeline.js"
_SHORT = 60


def render_dossier(
    records: Sequence[Record], *, title: str | None = None, book: Book | None = None, as_of: str | None = None
) -> str:
    """The dossier of `records`, in their order, as one HTML page to be written as UTF-8.

    `book` is what stands across them; without it the page has the reports alone. `as_of` is the ISO day that it was
    opened with. Every string of a report is escaped, and what is hidden in it made visible. `title` heads the page.
    """
    seen = shown(book) if book else None
    pages = report_pages(records, spots(seen, book) if book and seen else None)
    cited = people(pages, book.identities if book else ())
    style = "".join(shipped(name) for name in STYLES)
    told: dict[str, object] = {"story": None, "front": None, "shown": seen, "sections": [], "as_of": None}
    script = None
    if book and seen:
        places = Places(pages, book, seen)
        story = story_page(seen, book, places)
        script = shipped(SCRIPT) if story.timeline and story.timeline.many else None
        told |= {
            "story": story,
            "front": overview(seen, book, places),
            "sections": _sections(seen, story, pages),
            "as_of": (spoken_day(as_of) or as_of) if as_of else None,
        }
    return (
        _templates()
        .get_template("dossier.html.j2")
        .render(
            title=title or DEFAULT_TITLE,
            pages=pages,
            people=cited,
            counts=_counts(pages, cited),
            style=style,
            script=script,
            policy=policy(style, script),
            **told,
        )
    )


def _sections(seen: Shown, story: StoryPage, pages: Sequence[ReportPage]) -> list[tuple[str, str, int]]:
    """The sections that are there, each with its anchor, its name, and how many entries it has."""
    found = [
        ("timeline", "Timeline", len(seen.timeline)),
        ("claims", "Claims", len(story.claims)),
        ("ledger", "Promises", len(story.ledger)),
        ("figures", "Figures", len(story.figures)),
        ("changes", "Changes", len(story.changes)),
    ]
    kept = [each for each in found if each[2]]
    return [*kept, ("sources", "Sources", 0), ("contents", "Reports", len(pages))] if pages else []


def _counts(pages: Sequence[ReportPage], cited: People) -> dict[str, int]:
    return {
        "reports": len(pages),
        "outlets": len({page.record.report.outlet for page in pages} - {None}),
        "statements": sum(len(page.entries) for page in pages),
        "named": len(cited.named),
        "unnamed": cited.unnamed_count,
        "open": len(cited.open),
    }


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("whoseword.dossier", "templates"),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["counted"] = counted
    environment.filters["characters"] = characters
    environment.filters["drawing"] = draw
    environment.filters["is_relayed"] = is_relayed
    environment.filters["promises"] = promises
    environment.filters["figures"] = figures
    environment.filters["short"] = lambda text: cut(text, _SHORT)
    return environment


def is_relayed(page: ReportPage) -> bool:
    """Whether somebody stands between the publisher and a source: else a drawing says no more than the list."""
    return any(len(entry.chain) > 2 for entry in page.entries)


def _finalize(value: object) -> object:
    """Every string that a template prints passes here, so that none can be forgotten; escaping comes after."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def counted(number: int, one: str, more: str | None = None) -> str:
    """`counted(1, "report")` is "1 report", `counted(2, "report")` "2 reports"."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"
