"""The reports that were found on a page against its gold: one line for each field that differs.

>>> from tests.site.gold import Field, Gold
>>> gold = Gold(title=None, paragraphs=("The gate opened.",))
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.site.furniture import WORDS
from tests.site.gold import Field, Gold, Style
from whoseword.reports.given import Article, Found, Given
from whoseword.reports.pages.extract import read_page

Pair = tuple[str, object, object]
FIELDS = ("title", "dek", "outlet", "url", "language")


@dataclass(frozen=True)
class Score:
    """How many fields there are, and what differs: (page, field, wanted, found)."""

    fields: int
    misses: tuple[tuple[str, str, object, object], ...]


def given(style: Style) -> Given:
    """A page as a fetch would give it."""
    return Given(
        style.url, style.data, url=style.url, media=style.media, charset=style.charset, captured=style.captured
    )


def score(style: Style) -> Score:
    """Reads the page and compares."""
    articles, problems = read_page(given(style))
    told = (*problems, *(problem for article in articles for problem in article.problems))
    pairs: list[Pair] = [
        ("problems", sorted(style.problems), sorted(problem.code for problem in told)),
        ("articles", len(style.golds), len(articles)),
    ]
    for gold, article in zip(style.golds, articles, strict=False):
        pairs += _compared(gold, article)
    misses = tuple((style.name, *pair) for pair in pairs if pair[1] != pair[2])
    return Score(len(pairs), misses)


def _compared(gold: Gold, article: Article) -> list[Pair]:
    pairs: list[Pair] = [
        (name, wanted, _field(getattr(article, name), wanted)) for name in FIELDS for wanted in [getattr(gold, name)]
    ]
    first = gold.byline[0] if gold.byline else None
    pairs.append(("byline", gold.byline, tuple(_field(found, first) for found in article.byline)))
    for name in ("published", "modified"):
        wanted, candidates = getattr(gold, name), getattr(article, name)
        pairs.append((name, wanted, _field(candidates[0] if candidates else None, wanted)))
    found = article.text.split("\n\n")
    pairs.append(("paragraphs", [], [text for text in gold.paragraphs if text not in found]))
    pairs.append(("furniture", [], [text for text in (*WORDS, *gold.without) if text in article.text]))
    if gold.is_whole:
        head = [field.value for field in (gold.title, gold.dek) if field]
        pairs.append(("text", [*head, *gold.paragraphs], found))
    return pairs


def _field(found: Found | None, wanted: Field | None) -> Field | None:
    return Field(found.value, found.by).like(wanted) if found is not None else None
