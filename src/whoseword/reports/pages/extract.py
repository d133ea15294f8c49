"""The bytes of a web page -> the reports in it, each field with where it was found, and what was wrong with the page.

Bytes become text, text a tree, the tree a page taken apart; then the page says what it is, and gives one Article, or
one for each entry of a live blog. Nothing is fetched, no script is run, and the same bytes give the same Articles.

>>> from whoseword.reports.given import Given
>>> read_page(Given("a.html", b"<p>Too short.</p>"))[1][0].code
'no-article'
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from importlib import import_module

from whoseword.model import Problem
from whoseword.reports.given import Article, Found, Given
from whoseword.reports.pages.address import own_address, web_address
from whoseword.reports.pages.body import Body, body_of
from whoseword.reports.pages.byline import byline_of, is_person
from whoseword.reports.pages.dates import days_of, is_day_line
from whoseword.reports.pages.decoding import page_text
from whoseword.reports.pages.furniture import is_furniture_line
from whoseword.reports.pages.headline import headline_of
from whoseword.reports.pages.json_ld import Thing, string_of
from whoseword.reports.pages.kinds import paywall, says_paywall, why_no_article
from whoseword.reports.pages.live import Entry, entries_of, entry_elements
from whoseword.reports.pages.outlet import outlet_of, site_names
from whoseword.reports.pages.page import Page, gather
from whoseword.reports.pages.standfirst import standfirst_of
from whoseword.reports.pages.subject import bare, own_thing, place_of, same_words
from whoseword.reports.pages.tree import Element, parse, without

# The largest live blogs with all their entries stay below 5 MiB.
LARGEST_PAGE = 8 << 20
FEWEST_LEAD_WORDS = 8
LONGEST_LIFE = 800
_SAVED = re.compile(r"<!-- saved from url=\(\d+\)(https?://[^\s<>]{1,2000}) -->")
_FROM_WHERE = re.compile(r"^[^.,;]{3,60}\breport(?:ed|s|ing) from\b")
_LIFE = re.compile(
    r",? (?:is|was|are|covers?|writes?|reports?|edits?|leads?|works?|teaches|joined|chairs|"
    r"has (?:been|written|covered|reported|worked))\b"
)
Read = tuple[tuple[Article, ...], tuple[Problem, ...]]


def read_page(given: Given) -> Read:
    """The reports of a page: none where it holds none, which a Problem then says; several for a live blog."""
    if missing := _missing():
        return (), (Problem("needs-intake", f"{given.name}: {missing}"),)
    if len(given.data) > LARGEST_PAGE:
        message = f"{given.name}: larger than {LARGEST_PAGE >> 20} MiB, which no report is; save its text as plain text"
        return (), (*given.problems, Problem("too-large", message))
    decoded = page_text(given.data, given.charset)
    parsed = parse(decoded.text) if decoded.text is not None else None
    problems = (*given.problems, *_placed(given.name, decoded.problems))
    if parsed is None or parsed.root is None:
        return (), problems if parsed is None else (*problems, _no_words(given.name))
    url = given.url or _saved_from(decoded.text or "")
    articles, found = _from_page(gather(parsed.root, url), given.name)
    if given.url is None:
        articles = tuple(_told_by_browser(article) for article in articles)
    return articles, (*problems, *_placed(given.name, parsed.problems), *found)


@dataclass(frozen=True, slots=True)
class _About:
    """A page's report without its text, with its JSON-LD object and the element that it stands in."""

    article: Article
    thing: Thing | None
    region: Element


def _from_page(page: Page, name: str) -> Read:
    thing, thing_problems = own_thing(page)
    url, address_problems = own_address(page, thing)
    told = _placed(name, (*page.problems, *thing_problems, *address_problems))
    entries, entry_problems = entries_of(page, thing, url.value if url else None)
    if entries:
        # What stands in an entry is told of that entry, not of the blog.
        blog = gather(without(page.root, entry_elements(page, entries)), page.url)
        return _live(blog, _about(blog, thing, url), entries), (*told, *_placed(name, entry_problems))
    return _single(page, _about(page, thing, url), name, told)


def _about(page: Page, thing: Thing | None, url: Found | None) -> _About:
    place = place_of(page)
    outlet = outlet_of(page, thing)
    sites = site_names(page, outlet)
    published, modified = days_of(page, thing, place)
    article = Article(
        text="",
        extractor="",
        title=headline_of(page, thing, place.region, sites),
        byline=byline_of(page, thing, place, sites),
        outlet=outlet,
        url=url,
        language=_language(page, thing),
        published=published,
        modified=modified,
    )
    return _About(article, thing, place.region)


def _single(page: Page, about: _About, name: str, told: tuple[Problem, ...]) -> Read:
    body = body_of(page.root, about.region, about.thing)
    article = about.article
    paragraphs = tuple(paragraph for paragraph in body.paragraphs if not _is_gate(paragraph))
    if problem := why_no_article(page, about.thing, article.title, paragraphs, name):
        return (), (*told, problem)
    problem = paywall(page, about.thing, paragraphs, name)
    whole = _written(page, about, replace(body, paragraphs=paragraphs))
    return (replace(whole, problems=(problem,) if problem else ()),), told


def _live(page: Page, about: _About, entries: tuple[Entry, ...]) -> tuple[Article, ...]:
    """The blog's own text first, where it has any, then its entries in the page's order."""
    lead = body_of(page.root, about.region, None)
    articles = []
    if any(len(paragraph.split()) >= FEWEST_LEAD_WORDS for paragraph in lead.paragraphs):
        articles.append(_written(page, about, lead))
    for entry in entries:
        text = [entry.title.value] if entry.title else []
        shared = replace(about.article, title=entry.title, byline=entry.byline, url=entry.url)
        articles.append(
            replace(
                shared,
                text="\n\n".join([*text, *entry.paragraphs]),
                extractor=entry.extractor,
                published=entry.published,
                modified=entry.modified,
            )
        )
    return tuple(articles)


def _written(page: Page, about: _About, body: Body) -> Article:
    """The article with its text: headline, standfirst, body."""
    article = about.article
    paragraphs = _without_head(body.paragraphs, article)
    dek = standfirst_of(page, about.thing, article.title, paragraphs)
    head = [found.value for found in (article.title, dek) if found is not None]
    if dek is not None and paragraphs[:1] and same_words(paragraphs[0], dek.value):
        paragraphs = _without_head(paragraphs[1:], article)
    paragraphs = _without_lives(paragraphs, article.byline)
    return replace(article, text="\n\n".join([*head, *paragraphs]), extractor=body.extractor, dek=dek)


def _without_head(paragraphs: tuple[str, ...], article: Article) -> tuple[str, ...]:
    """The body without what stands above it on the page: the headline again, the byline."""
    title = bare(article.title.value) if article.title is not None else []
    first = 0
    for paragraph in paragraphs[:4]:
        words = bare(paragraph)
        # The kicker stands in front of the headline: "Courts Judge halts …".
        is_title = bool(title) and words[-len(title) :] == title and len(words) <= len(title) + 4
        if not is_title and not _is_byline(paragraph, article) and not is_day_line(paragraph):
            break
        first += 1
    return paragraphs[first:]


def _is_byline(paragraph: str, article: Article) -> bool:
    """The whole byline with a few other words, some of its names or the outlet's alone, or from where one reported."""
    names = tuple(found.value for found in article.byline)
    words, people = bare(paragraph), {word for name in names for word in bare(name)}
    is_whole = bool(people) and len(words) <= len(people) + 6 and people <= set(words)
    left = paragraph.casefold()
    for name in (*names, *([article.outlet.value] if article.outlet else [])):
        left = left.replace(name.casefold(), " ")
    is_names = len(words) > 1 and left != paragraph.casefold() and set(bare(left)) <= {"by", "and"}
    return is_whole or is_names or (bool(names) and paragraph.startswith(names) and bool(_FROM_WHERE.match(paragraph)))


def _without_lives(paragraphs: tuple[str, ...], byline: tuple[Found, ...]) -> tuple[str, ...]:
    """The body without what is told at its end of those who wrote it: "Ada Rook covers courts."."""
    names = [found.value for found in byline if is_person(found.value)]
    last = len(paragraphs)
    while last > 1 and any(_is_life(paragraphs[last - 1], name) for name in names):
        last -= 1
    return paragraphs[:last]


def _is_life(paragraph: str, name: str) -> bool:
    is_short = len(paragraph) <= LONGEST_LIFE and paragraph.startswith(name)
    return is_short and _LIFE.match(paragraph.removeprefix(name)) is not None


def _language(page: Page, thing: Thing | None) -> Found | None:
    """What the page calls its language, as it says it."""
    html = page.root if page.root.tag == "html" else None
    said = [
        (
            html.get("lang") or html.get("{http://www.w3.org/XML/1998/namespace}lang") if html is not None else None,
            "html lang",
        ),
        (string_of(thing.get("inLanguage")) if thing else None, "json-ld inLanguage"),
        *((page.metas[name][0], name) for name in ("og:locale", "content-language", "language") if name in page.metas),
    ]
    return next((Found(value.strip(), by) for value, by in said if value and value.strip() and len(value) < 36), None)


def _is_gate(paragraph: str) -> bool:
    return len(paragraph) <= 300 and (says_paywall(paragraph) or is_furniture_line(paragraph))


def _saved_from(text: str) -> str | None:
    """The address that browsers write at the top of a page they save."""
    found = _SAVED.search(text[:3000])
    return web_address(found[1]) if found else None


def _told_by_browser(article: Article) -> Article:
    is_so = article.url is not None and article.url.by == "address"
    return replace(article, url=Found(article.url.value, "saved by a browser")) if is_so and article.url else article


def _placed(name: str, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(replace(problem, message=f"{name}: {problem.message}") for problem in problems)


def _no_words(name: str) -> Problem:
    return Problem("no-article", f"{name}: there is nothing in this page; fetch or save it again")


def _missing() -> str | None:
    for package in ("lxml.html", "resiliparse.extract.html2text", "trafilatura.core"):
        try:
            import_module(package)
        except ImportError as error:
            named = error.name or package.partition(".")[0]
            return f"reading web pages needs {named}; install it with pip install 'whoseword[intake]'"
    return None
