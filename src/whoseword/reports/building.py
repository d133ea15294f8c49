"""An Article with what came along -> a Report, and what is wrong with it.

>>> report, _ = build(Article("The gate opened.", ""), Given("dam.txt", b""), ReadOptions(outlet="Courier"))
>>> report.outlet, report.published.origin, report.told_by
('Courier', 'none', (('outlet', 'option outlet'),))
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from whoseword.errors import UsageError
from whoseword.model import Problem, PublishedFrom, Report, hashed_id
from whoseword.reports.dates import parse_date
from whoseword.reports.decode import oddities
from whoseword.reports.given import Article, Found, Given, Unread
from whoseword.reports.kinds import place_of
from whoseword.reports.languages import language_of
from whoseword.reports.layout import Layout, lay_out
from whoseword.reports.mapping import Mapping
from whoseword.reports.publication import Clue, Clues, Dated, modified_when, published_when
from whoseword.reports.words import paragraphs

Received = tuple[Report, tuple[Problem, ...]] | Unread


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the caller knows of the reports; a report's own outlet and date go first.

    `mapping` says how the rows of a data set call their fields.

    Raises:
        UsageError: `published` is no date.
    """

    outlet: str | None = None
    published: str | None = None
    mapping: Mapping | None = None

    def __post_init__(self) -> None:
        """Refuses a date that could not be used."""
        if self.published is not None and (problem := parse_date(self.published).problem) is not None:
            raise UsageError(f"the date of publication {problem.message}")


def build(article: Article, given: Given, options: ReadOptions) -> Received:
    """The report that `article` is; `given` says where it comes from."""
    text = article.text
    if not any(character.isalnum() for character in text):
        message = f"{where(given)}: no words in the text; nothing to read"
        return Unread(given.name, given.row, (Problem("empty-text", message),))
    title, dek, url = _value(article.title), _value(article.dek), _value(article.url) or given.url
    outlet = article.outlet or (Found(options.outlet, "option outlet") if options.outlet else None)
    spans = paragraphs(text)
    people = tuple(person.value for person in article.byline)
    layout = lay_out(text, title=title, dek=dek, byline=people, spans=spans)
    # A row says what somebody said of the report; a page, what its publisher says of it.
    origin: PublishedFrom = "metadata" if article.extractor else "given"
    published = (*article.published, *([given.published] if given.published else []))
    dated = published_when(Clues(_clues(published, origin, options.published), url, text, spans, given.captured))
    changed = modified_when(
        [Clue(each.value, each.by, origin) for each in article.modified], dated.published, given.captured
    )
    language, language_problems = language_of(text, _value(article.language))
    report = Report(
        id=hashed_id(text_sha256(text), _value(outlet), url, dated.published.value),
        path=given.name,
        row=given.row,
        text=text,
        title=layout.title,
        dek=layout.dek,
        byline=layout.byline,
        outlet=_value(outlet),
        url=url,
        language=language,
        published=dated.published,
        parts=layout.parts,
        modified=changed.published.value,
        captured=given.captured,
        extracted_by=article.extractor or None,
        told_by=_told_by(article, layout, outlet, (dated, changed), url),
    )
    odd = oddities(text)
    return report, (*given.problems, *article.problems, *odd, *dated.problems, *changed.problems, *language_problems)


def where(given: Given) -> str:
    """The place of a document in words: "dam.jsonl, line 3", "dam.warc.gz, record 3"."""
    return place_of(given.name, given.row)


def text_sha256(text: str) -> str:
    """SHA-256 of `text` in UTF-8; half characters from JSON escapes count as the three bytes of their code."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _clues(found: tuple[Found, ...], origin: PublishedFrom, option: str | None) -> tuple[Clue, ...]:
    """Each date once, with what the caller says at the end where none of them can be used."""
    clues = {each.value: Clue(each.value, each.by, origin) for each in reversed(found)}
    clues = {each.value: clues[each.value] for each in found}
    if option and all(parse_date(words).value is None for words in clues):
        clues.setdefault(option, Clue(option, "option published"))
    return tuple(clues.values())


def _told_by(
    article: Article, layout: Layout, outlet: Found | None, days: tuple[Dated, Dated], url: str | None
) -> tuple[tuple[str, str], ...]:
    """Of each field that the report has, where it was found."""
    byline = ", ".join(dict.fromkeys(person.by for person in article.byline))
    told = {
        "title": layout.title and (article.title.by if article.title else "text"),
        "dek": layout.dek and (article.dek.by if article.dek else "text"),
        "byline": byline or (layout.byline and "text"),
        "outlet": outlet and outlet.by,
        "url": url and (article.url.by if article.url else "address"),
        "published": days[0].by,
        "modified": days[1].by,
    }
    return tuple((name, by) for name, by in told.items() if by)


def _value(found: Found | None) -> str | None:
    return found.value if found else None
