"""Bodies."""

from __future__ import annotations

import pytest
from trafilatura import core

from tests.site.blind import STYLES_BLIND
from tests.site.pages import STYLES
from whoseword.reports.given import Given
from whoseword.reports.pages import body as bodies
from whoseword.reports.pages.body import Body, body_of, coverage, paragraphs_in, split_paragraphs
from whoseword.reports.pages.extract import read_page
from whoseword.reports.pages.tree import parse

TEXTS = tuple(
    f"The guild of gate {number} said on Monday that “nobody has the key” and would not say more."
    for number in range(8)
)
PROSE = "".join(f"<p>{text}</p>" for text in TEXTS)


def found(html: str, thing: dict[str, object] | None = None) -> Body:
    root = parse(f"<body>{html}</body>").root
    return body_of(root, next(root.iter("article"), root), thing)


@pytest.mark.parametrize(
    "html",
    [
        f"<article><h1>Gate</h1>{PROSE}</article>",
        f"<div><div><div>{PROSE}</div></div></div>",
        "<article>" + "".join(f"<div class='x'><p>{text}</p></div>" for text in TEXTS) + "</article>",
        f"<article>{'<br><br>'.join(TEXTS)}</article>",
        f"<table><tr><td>{PROSE}</td></tr></table>",
        f"<article>{PROSE}<aside><p>Beside it all stands a line of some words.</p></aside></article>",
    ],
)
def test_all_paragraphs_come_through_in_order(html):
    """Paragraphs come in the page's order with their curly quotes, whatever boxes they stand in."""
    assert [text for text in found(html).paragraphs if text != "Gate"] == list(TEXTS)


def test_paragraphs_that_repeat_stay():
    """A sentence that stands twice, as a refrain does, is not lost where the page has it twice."""
    refrain = "“We do not know,” the guild said once more."
    html = (
        f"<article>{PROSE}<p>{refrain}</p><p>The gate stood open and the water went out.</p><p>{refrain}</p></article>"
    )
    assert found(html).paragraphs.count(refrain) >= 1


@pytest.mark.parametrize("style", [*STYLES, *STYLES_BLIND], ids=lambda style: style.name)
def test_one_reading_gives_what_all_of_them_give(style, monkeypatch):
    """Where trafilatura's first reading is taken alone, its further ones would change nothing in the report."""
    given = Given(style.name, style.data, url=style.url, charset=style.charset)
    once = read_page(given)
    monkeypatch.setattr(bodies, "_is_beyond_doubt", lambda *_: False)
    assert read_page(given) == once


@pytest.mark.parametrize(
    ("html", "readings"),
    [
        (f"<article><h1>Gate</h1>{PROSE}</article>", [True]),
        ("<article><h1>Gate</h1><p>The guild of the gate said that nobody has the key.</p></article>", [True, False]),
        (f"<article>{PROSE}</article><div>{'The other gate is shut. ' * 60}</div>", [True]),
        (f"<div>{PROSE}</div><section>{'<p>The other <a>gate</a> is shut.</p>' * 60}</section>", [True, False]),
        ("<table><tr><th>Gate</th><th>Litres that went out</th></tr>" + "<tr><td>Three</td><td>40</td></tr>" * 40
         + "</table>", [True, False]),
    ],
)  # fmt: skip
def test_what_trafilatura_reads_again(html, readings, monkeypatch):
    """A body that is short, holds too little of the page or is no prose is read a second time, by all its rules."""
    asked: list[bool] = []
    read = core.bare_extraction

    def noted(tree, options):
        asked.append(options.fast)
        return read(tree, options=options)

    monkeypatch.setattr(core, "bare_extraction", noted)
    found(html)
    assert asked == readings


def test_the_other_program_is_asked_where_much_is_lost(monkeypatch):
    """Where less than nine tenths came through, resiliparse reads the page, and is named."""
    monkeypatch.setattr(bodies, "_with_trafilatura", lambda *_: Body((), "trafilatura 0", 0.0))
    body = found(f"<article><h1>Gate</h1>{PROSE}</article>")
    assert body.extractor.startswith("resiliparse ")
    assert body.coverage == 1
    assert set(TEXTS) <= set(body.paragraphs)


def test_the_other_program_is_not_asked_without_need(monkeypatch):
    """A page that came through is read once."""

    def refused(root: object, wanted: object) -> Body:
        raise AssertionError

    monkeypatch.setattr(bodies, "_with_resiliparse", refused)
    assert found(f"<article><h1>Gate</h1>{PROSE}</article>").coverage == 1


def test_the_text_of_json_ld_stands_in():
    """Where a script would fill the page, the text of JSON-LD is taken, and said to be."""
    body = found("<div id='root'></div>", {"articleBody": "\n\n".join(TEXTS)})
    assert (body.paragraphs, body.extractor) == (TEXTS, "json-ld articleBody")


@pytest.mark.parametrize("value", [7, None, [], {}, True])
def test_a_body_of_a_wrong_type_is_none(value):
    """JSON-LD with an articleBody that is no string changes nothing."""
    assert found("<p>x</p>", {"articleBody": value}).extractor != "json-ld articleBody"


def test_tables_of_figures_become_rows():
    """Each row is a paragraph, its cells parted."""
    html = (
        f"<article>{PROSE}<table><tr><th>Gate</th><th>Keys</th></tr><tr><td>Kell</td><td>2</td></tr></table></article>"
    )
    assert found(html).paragraphs[-2:] == ("Gate | Keys", "Kell | 2")


def test_coverage_counts_words_of_whole_paragraphs():
    """A paragraph counts by its words, and only whole."""
    assert coverage(("a b c",), ("a b c", "d e f")) == 0.5
    assert coverage((), ()) == 1
    assert coverage(("a b",), ("a b c",)) == 0


def test_paragraphs_of_a_small_box():
    """The paragraphs of an entry come as they stand, without its share line."""
    root = parse('<div><h3>Now</h3><p>One.</p><div class="share"><p>Share</p></div><ul><li>Two.</li></ul></div>').root
    assert paragraphs_in(root) == ("Now", "One.", "Two.")


def test_empty_lines_part_paragraphs():
    """Single line breaks are spaces."""
    assert split_paragraphs("a\nb\n\n c \n \n") == ("a b", "c")


def test_a_paragraph_that_comes_twice_stays_where_it_stands():
    """An answer can be given twice, and can stand inside an earlier paragraph: the order of the page holds."""
    asked = [f"Yes. The gate number {n} at Kell opened after nine years, and nobody there was glad." for n in range(6)]
    told = [asked[0], asked[1], "Yes.", asked[2], asked[3], "Yes.", asked[4], asked[5]]
    html = "".join(f"<p>{text}</p>" for text in told)
    root = parse(f"<body><article><h1>Gate</h1>{html}</article></body>").root
    assert list(body_of(root, root.find(".//article"), None).paragraphs)[1:] == told
