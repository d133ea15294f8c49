"""Whole pages: the test site, what holds for every page, and pages made to break readers."""

from __future__ import annotations

import sys

import pytest

from tests.site.blind import STYLES_BLIND
from tests.site.pages import STYLES
from tests.site.scoring import given, score
from whoseword.reports.given import Given
from whoseword.reports.pages import extract
from whoseword.reports.pages.extract import read_page
from whoseword.reports.publication import Clue, Clues, published_when
from whoseword.reports.words import paragraphs

ENOUGH = 0.95
REPORTS = [style for style in (*STYLES, *STYLES_BLIND) if style.golds]
# The day of this one stands in its masthead alone, where others have the day of the visit: it is not believed.
DATED = [style for style in REPORTS if style.name != "blind tables for layout"]
SENTENCE = (
    "The council met at night and said that wall {} would be built, and nobody in the town was content with that."
)
PROSE = "".join(f"<p>{SENTENCE.format(number)}</p>" for number in range(6))


def codes(data: bytes) -> list[str]:
    articles, problems = read_page(Given("a.html", data))
    return [problem.code for problem in (*problems, *(one for article in articles for one in article.problems))]


@pytest.mark.parametrize("styles", [STYLES, STYLES_BLIND], ids=["site", "blind"])
def test_fields_of_the_site_are_exact(capsys, styles):
    """At least 95 of 100 fields of all pages are exact, with the place where each was found."""
    scores = [score(style) for style in styles]
    misses = [miss for one in scores for miss in one.misses]
    total = sum(one.fields for one in scores)
    table = [f"{page:20} {field:10} wanted {wanted!r}, found {found!r}" for page, field, wanted, found in misses]
    with capsys.disabled():
        sys.stdout.writelines(f"\n  {line}" for line in table)
    assert total > 300
    assert 1 - len(misses) / total >= ENOUGH


@pytest.mark.parametrize("style", DATED, ids=lambda style: style.name)
def test_the_day_is_among_the_candidates(style):
    """From what a page tells, and the moment of the fetch, comes the day on which the report was published."""
    articles, _ = read_page(given(style))
    for gold, article in zip(style.golds, articles, strict=True):
        clues = tuple(Clue(found.value, found.by) for found in article.published)
        text = article.text
        dated = published_when(Clues(clues, None, text, paragraphs(text), style.captured))
        assert dated.published.value == gold.day


@pytest.mark.parametrize("style", REPORTS, ids=lambda style: style.name)
def test_text_begins_with_headline_and_standfirst(style):
    """The headline and the standfirst stand at the start of the text, with the very words of their fields."""
    for article in read_page(given(style))[0]:
        head = [found.value for found in (article.title, article.dek) if found is not None]
        assert article.text.split("\n\n")[: len(head)] == head


@pytest.mark.parametrize("style", REPORTS, ids=lambda style: style.name)
def test_paragraphs_are_parted_by_one_empty_line(style):
    """No paragraph is empty, begins or ends with a space, or holds a line break."""
    for article in read_page(given(style))[0]:
        assert all(text and text == " ".join(text.split()) for text in article.text.split("\n\n"))


def test_same_bytes_same_articles():
    """A page read twice gives equal Articles and Problems."""
    assert [read_page(given(style)) for style in REPORTS] == [read_page(given(style)) for style in REPORTS]


def test_the_program_that_found_the_text_is_named_with_its_version():
    """The extractor is a name and a version, or the place in JSON-LD."""
    [article], _ = read_page(Given("a.html", f"<article><h1>Wall to be built</h1>{PROSE}</article>".encode()))
    assert article.extractor.split()[0] == "trafilatura"
    assert article.extractor.split()[1][0].isdecimal()


def test_a_page_too_large_is_told():
    """A page above the limit is not read, and told with its name."""
    _, [problem] = read_page(Given("big.html", b"x" * (extract.LARGEST_PAGE + 1)))
    assert (problem.code, problem.message.startswith("big.html: ")) == ("too-large", True)


def test_a_missing_extra_is_told(monkeypatch):
    """Without the packages of the extra no page is read, and the Problem says what to install."""

    def missing(name: str) -> None:
        raise ImportError(name, name="trafilatura")

    monkeypatch.setattr(extract, "import_module", missing)
    _, [problem] = read_page(Given("a.html", b"<p>Words.</p>"))
    assert problem.code == "needs-intake"
    assert "pip install 'whoseword[intake]'" in problem.message


def test_problems_on_the_way_here_are_kept():
    """What was wrong with the bytes before they came here stays in front."""
    earlier = read_page(Given("a.html", b""))[1]
    assert read_page(Given("b.html", b"", problems=earlier))[1][0] == earlier[0]


def test_a_page_saved_by_a_browser_knows_its_address():
    """The comment of a browser that saved a page gives the address."""
    data = f"<!-- saved from url=(0035)https://aldmoor.example/walls/news --><article><h1>Walls</h1>{PROSE}</article>"
    [article], _ = read_page(Given("saved.html", data.encode()))
    assert article.url is not None
    assert (article.url.value, article.url.by) == ("https://aldmoor.example/walls/news", "saved by a browser")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", ["no-article"]),
        (b"\x89PNG\r\n\x1a\n" + bytes(400), ["binary-file"]),
        (b"<" * 100_000, ["no-article"]),
        (b"<script>" * 20_000, ["no-article"]),
        (b"<!--" * 50_000, ["no-article"]),
        (f"<script type='application/ld+json'>{'[' * 50_000}</script>{PROSE}".encode(), ["metadata-not-read"]),
        (("<div>" * 100_000 + PROSE + "</div>" * 100_000).encode(), ["page-not-all-read"]),
        (f"<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><p>&a;</p>{PROSE}".encode(), []),
        (("<p " + " ".join(f"a{n}=''" for n in range(60_000)) + f">x</p>{PROSE}").encode(), []),
    ],
    ids=["empty", "picture", "brackets", "scripts", "comments", "deep-json", "deep", "entity", "attributes"],
)
def test_hostile_pages_end_with_a_problem_or_the_text(data, found):
    """Pages made to break readers are read within their bounds, and what is lost is told."""
    assert codes(data) == found


def test_text_below_deep_nesting_is_kept():
    """Nothing is lost of a text that stands below 100,000 open elements."""
    [article], _ = read_page(Given("deep.html", ("<div>" * 100_000 + PROSE).encode()))
    assert [SENTENCE.format(number) in article.text for number in range(6)] == [True] * 6


def test_lives_and_lines_of_those_who_wrote_are_no_text():
    """From where they reported, above the text, and who they are, below it, goes; what they did in the text stays."""
    thing = '{"@type": "NewsArticle", "headline": "Walls", "author": [{"@type": "Person", "name": "Ada Rook"}]}'
    where = "<p>Ada Rook reported from Kell and Tom Bell from the hills behind it, over the course of two weeks.</p>"
    prose = f"{PROSE}<p>Ada Rook was at the gate and heard it too.</p>{PROSE}"
    html = f"<article><h1>Walls</h1>{where}{prose}<p>Ada Rook covers walls for the paper.</p></article>"
    [article], _ = read_page(Given("a.html", f'<script type="application/ld+json">{thing}</script>{html}'.encode()))
    assert "reported from" not in article.text
    assert "covers walls" not in article.text
    assert "was at the gate" in article.text
