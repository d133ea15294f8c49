"""The chart of figures: bounds by shape, words as told, on whose word, and nothing that a report can break."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from tests.dossier.records import Page
from tests.dossier.test_figures_layout import REPORTS, SAID, point, series
from tests.dossier.test_html import HOSTILE
from whoseword.across import Reason
from whoseword.dossier.figures_drawn import draw_figures, key_of_figures

SVG = "{http://www.w3.org/2000/svg}"
BOATS = series(
    point(12, words="12 boats"),
    point(20, "2031-05-02", "r2", bound="range", high=25, words="20 to 25 boats"),
    point(18, None, bound="at-least", words="at least 18 boats", on_word_of="an unnamed pilot"),
    point("unchanged", "2031-05-03", words="the number of boats"),
)


def drawn(told=BOATS, **options):
    return draw_figures(told, REPORTS, where=lambda ref, span: f"#{ref.report}-{span[0]}", **options)


def chart(made):
    """The chart as XML, which is stricter than a browser."""
    return ET.fromstring(str(made.svg).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def test_one_figure_is_no_chart():
    """What has nothing to be compared with is not drawn."""
    assert drawn(series(point(1))) is None


@pytest.mark.parametrize(
    ("bound", "sign"),
    [
        ("exact", '<circle class="mark-actual"'),
        ("about", '<circle class="mark-ring"'),
        ("at-least", "v-16"),
        ("at-most", "v16"),
    ],
)
def test_bounds_differ_in_shape(bound, sign):
    """Exact, about, at least and at most have marks of their own, and a key that names them."""
    assert sign in drawn(series(point(1, bound=bound), point(2, bound=bound))).svg
    assert sign in key_of_figures()
    assert bound.replace("-", " ") in Page(key_of_figures()).text


def test_figures_are_told_as_they_stand():
    """Each figure has its words, its day or that there is none, and on whose word it stands."""
    labels = [" ".join(one.itertext()) for one in chart(drawn()).iter(f"{SVG}text")]
    assert "12 boats" in labels
    assert "1 May 2031 Ada Rook" in labels
    assert "unchanged" in labels
    assert "no date an unnamed pilot" in labels
    assert "no date" in labels


def test_every_figure_leads_to_its_words():
    """Each point of the chart and each line of the list is a link to the exact words."""
    made = drawn()
    assert len(list(chart(made).iter(f"{SVG}a"))) == 4
    assert Page(made.listed).links == ["#r1-0", "#r2-0", "#r1-0", "#r1-0"]


def test_the_list_tells_the_same():
    """The list has every figure with how exact it is, on whose word, from which outlet and when."""
    text = Page(drawn().__html__()).text
    assert text.startswith("boats in Skerry · definition: licensed")
    assert "at least 18 boats · at least · on the word of an unnamed pilot · outlet not known, no date" in text
    assert "the number of boats · no number: unchanged" in text


def test_a_correction_is_told_and_drawn():
    """The sentence that corrects an earlier figure stands below the chart, and an arrow in it."""
    made = drawn(series(point(1200), point(1500, "2031-05-02", "r2"), reasons=(SAID,)))
    assert made.svg.count("revision-line") == 1
    assert "Told as a correction: “The earlier figure of 1,200 had left out tenants.”" in Page(made.__html__()).text


def test_those_who_hear_it_are_told_the_same():
    """The chart has a title and tells every figure in a sentence."""
    svg = chart(drawn())
    told = {one.get("id"): one.text for one in svg if one.tag in {f"{SVG}title", f"{SVG}desc"}}
    title, sentences = (told[one] for one in svg.get("aria-labelledby").split())
    assert title == "Figures: boats in Skerry"
    assert "20 to 25 boats (a range), 2 May 2031, on the word of Ada Rook." in sentences


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_stay_text(text):
    """Whatever a figure says, it is text, with nothing hidden, and small."""
    facts = {"words": text, "on_word_of": text, "of_day": text}
    told = series(
        point(1, text, text, **facts),
        point(text, text, text, **facts),
        of=text,
        where=text,
        unit=text,
        definition=text,
        reasons=(Reason(text, 1.0, text),),
    )
    made = draw_figures(told, {})
    assert made is not None
    html = made.__html__()
    page = Page(html)
    assert page.faults == []
    assert {tag for tag, _ in page.elements} <= set(
        "figure figcaption b bdi div svg title desc g path text circle tspan ol li p".split()
    )
    assert not {name for _, one in page.elements for name in one if name.startswith("on") or name in {"style", "src"}}
    assert not re.search("[\x00\x1b\u200b\u202a-\u202e\ufeff\ud800]", html)
    assert len(html) < 12_000


def test_same_figures_give_the_same_bytes():
    """Drawn twice it is the same to the byte."""
    assert drawn().__html__() == drawn().__html__()
