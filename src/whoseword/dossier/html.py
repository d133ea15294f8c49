"""Records in; the dossier out: one HTML file that needs no network and no script, and is the same for the same records.

`render_dossier([record], title="The pier at Hallsund")` starts with `<!doctype html>`.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from whoseword.dossier.accounts import figures, promises
from whoseword.dossier.characters import visible
from whoseword.dossier.drawing import draw
from whoseword.dossier.entries import ReportPage, report_pages
from whoseword.dossier.index import SourceIndex, index_of
from whoseword.dossier.marks import characters
from whoseword.model import Record

DEFAULT_TITLE = "Who said what, and on whose word"


def render_dossier(records: Sequence[Record], *, title: str | None = None) -> str:
    """The dossier of `records`, in their order, as one HTML page to be written as UTF-8.

    Every string of a report is escaped, and what is hidden in it made visible. `title` heads the page.
    """
    pages = report_pages(records)
    index = index_of(pages)
    style = _style()
    template = _templates().get_template("dossier.html.j2")
    return template.render(
        title=title or DEFAULT_TITLE,
        pages=pages,
        index=index,
        counts=_counts(pages, index),
        style=style,
        policy=_policy(style),
    )


def _counts(pages: Sequence[ReportPage], index: SourceIndex) -> dict[str, int]:
    return {
        "reports": len(pages),
        "outlets": len({page.record.report.outlet for page in pages} - {None}),
        "statements": sum(len(page.entries) for page in pages),
        "named": len(index.named),
        "unnamed": index.unnamed_count,
        "open": len(index.open),
    }


def _policy(style: str) -> str:
    """Nothing may be loaded or run; only the style of this very page, known by its hash, may apply."""
    digest = b64encode(sha256(style.encode()).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def _style() -> str:
    css = files("whoseword.dossier").joinpath("templates", "dossier.css").read_text(encoding="utf-8")
    # A browser reads CRLF as one newline before it takes the hash.
    return css.replace("\r\n", "\n")


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
    environment.filters["promises"] = promises
    environment.filters["figures"] = figures
    return environment


def _finalize(value: object) -> object:
    """Every string that a template prints passes here, so that none can be forgotten; escaping comes after."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def counted(number: int, one: str, more: str | None = None) -> str:
    """`counted(1, "report")` is "1 report", `counted(2, "report")` "2 reports"."""
    return f"{number} {one if number == 1 else more or one + 's'}"
