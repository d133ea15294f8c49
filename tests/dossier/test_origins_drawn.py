"""The drawn origins of a claim: who printed it, through whom, on whose word, and what may be one."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from tests.dossier.counts import BELL, COUNT, UNITS, origin, unit
from tests.dossier.records import Page
from tests.dossier.test_html import HOSTILE
from whoseword.across import Echo, OriginCount, Ref
from whoseword.dossier.origins_drawn import draw_origins, headline
from whoseword.dossier.origins_graph import brackets, origin_graph

SVG = "{http://www.w3.org/2000/svg}"


def where(ref):
    return f"#r-{ref.report}" if ref in UNITS else None


def drawn(count=COUNT):
    return draw_origins(count, UNITS, where=where)


def graph(count=COUNT):
    return origin_graph(count, UNITS, where, "o")


def picture(made):
    """The drawing as XML, which is stricter than a browser."""
    return ET.fromstring(str(made.svg).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def texts(element):
    return [" ".join("".join(one.itertext()).split()) for one in element.iter(f"{SVG}text")]


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [(1, 1, "1 independent origin"), (2, 2, "2 independent origins"), (1, 2, "1 to 2 independent origins")],
)
def test_the_range_is_the_headline(low, high, told):
    """How many origins there are is said first."""
    assert headline(replace(COUNT, low=low, high=high)) == told


def test_what_cannot_be_measured_says_why():
    """Without a count the reason stands in its place."""
    count = OriginCount("c1", None, None, (), unmeasured=("no report says on whose word it stands",))
    made = drawn(count)
    assert made.headline == "Cannot be measured: no report says on whose word it stands"
    assert (made.svg, made.listed) == ("", "")


def test_columns_run_from_publisher_to_source():
    """Publishers, the outlets between, and the origins, each in a column of its own."""
    columns: dict[int, list[str]] = {}
    for node in graph().graph.nodes:
        columns.setdefault(node.column, []).append(node.name)
    assert columns == {
        0: [""],
        1: ["Orne Courier", "+2 that repeat it", "Skerry Post", "Fenn Gazette"],
        2: ["the Bell"],
        3: ["Ada Rook", "a pilot", "an aide", "not stated"],
    }
    assert texts(picture(drawn()))[-20:].count("") == 0
    assert {"Printed by", "Through", "On the word of"} <= set(texts(picture(drawn())))


def test_links_are_told_by_line_and_word():
    """Stated, carried and unknown links keep the lines of the chains, with how many places have them."""
    lines = [one for one in picture(drawn()).iter(f"{SVG}g") if (one.get("class") or "").startswith("link-")]
    assert [(one.get("class"), *texts(one)) for one in lines] == [
        ("link-stated", "1", "stated"),
        ("link-stated", "1", "stated"),
        ("link-carried", "1", "carried"),
        ("link-stated", "1", "stated"),
        ("link-carried", "1", "carried"),
        ("link-stated", "1", "stated"),
        ("link-unknown", "1", "unknown"),
    ]


def test_the_claim_itself_is_not_drawn():
    """The root that ties the publishers together is cut away, and nothing stands left of the edge."""
    svg = picture(drawn())
    assert len(list(svg.iter(f"{SVG}a"))) == len(graph().graph.nodes) - 1
    assert min(float(one.get("x")) for one in svg.iter(f"{SVG}rect")) == 3
    assert float(svg.get("viewBox").split()[2]) < 900


def test_the_place_with_a_source_is_drawn():
    """Where the author told it first without a source, the chain is that of the place that names one."""
    count = replace(COUNT, origins=(origin(1, "Ada Rook", "r4", "r1", named=True),), echoes=())
    assert [node.name for node in graph(count).graph.nodes] == ["", "Orne Courier", "Ada Rook", "+1 that repeats it"]


def test_those_that_may_be_one_are_tied():
    """A dotted bracket has a stub for each, and says "may be one" only where any two of them may be."""
    assert list(brackets(COUNT)) == [(("o1", "o2", "o3", "o4"), False)]
    pair = replace(COUNT, origins=tuple(replace(one, possibly=one.possibly[:1]) for one in COUNT.origins[1:3]))
    assert list(brackets(pair)) == [(("o2", "o3"), True)]
    tie = next(one for one in picture(drawn(pair)).iter(f"{SVG}path") if one.get("class") == "tie")
    assert tie.get("d").count("H") == 2
    assert texts(picture(drawn(pair))).count("may") == 1
    assert "some may" in texts(picture(drawn()))


def test_echoes_are_folded_without_a_script():
    """What repeats an origin stands in an element that opens by itself, each place with its reason."""
    page = Page(drawn().__html__())
    assert [tag for tag, _ in page.elements].count("details") == 2
    assert "+2 that repeat it Fenn Gazette, 2 May 2031: both end in Ada Rook" in page.text.replace("itFenn", "it Fenn")
    assert "1 place speaks of it without saying so" in page.text


def test_every_link_leads_somewhere():
    """Names lead to words on the page, and what is folded to its list."""
    page = Page(drawn().__html__())
    inside = {link for link in page.links if not link.startswith("#r-")}
    assert inside == {"#o-c1-o1-again"}
    assert {"o-c1-o1-again", "o-c1-o2"} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert page.faults == []


def test_the_list_tells_the_same():
    """Each origin says what it is, who told it first, through whom, and which other it may be, and why."""
    text = Page(drawn().listed).text
    assert "Ada Rook named, on the record" in text
    assert "through the Bell" in text
    assert "may be one with an aide: both are unnamed" in text
    assert text.count("may come from one of the others") == 1
    assert "Fenn Gazette, without a source no source told" in text


def test_those_who_hear_it_are_told_the_same():
    """The drawing has a title and says every line in words."""
    svg = picture(drawn())
    told = {one.get("id"): one.text for one in svg if one.tag in {f"{SVG}title", f"{SVG}desc"}}
    title, sentences = (told[one] for one in svg.get("aria-labelledby").split())
    assert title == "Origins of the claim: 2 to 4 independent origins"
    assert "the Bell has it from a pilot (1 carried)." in sentences
    assert "Fenn Gazette does not say from whom (1 unknown)." in sentences


def test_an_outlet_whose_source_is_not_told_is_so_called():
    """Where the chain ends in an outlet that has it from somebody, the list says so."""
    bell = unit("r1", "Orne Courier", "outlet", BELL, links=("stated", "unknown"))
    count = replace(COUNT, origins=(origin(1, "the Bell", "r1"),), echoes=())
    assert (
        "the Bell an outlet; from whom it has it is not told" in Page(draw_origins(count, {bell.ref: bell}).listed).text
    )


def test_a_claim_of_very_many_origins_is_a_list():
    """What no drawing could show is told in the list alone."""
    many = replace(COUNT, origins=tuple(origin(at, f"source {at}", "r1") for at in range(30)), echoes=())
    assert drawn(many).svg == ""
    assert drawn(many).listed.count("<li ") == 30


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_stay_text(text):
    """Whatever somebody is called, it is text, with nothing hidden, and small."""
    units = {one.ref: one for one in (unit("r1", text, "author"), unit("r2", text, "author"))}
    first = origin(1, text, "r1", "r2", via=(text,), possibly=(("o2", text),))
    count = OriginCount(
        "c1", 1, 2, (first, origin(2, text, "r2")), (Echo(Ref("r2", "s1"), "o1", "copy", text),), None, (text,), (text,)
    )
    html = draw_origins(count, units).__html__()
    page = Page(html)
    assert page.faults == []
    assert {tag for tag, _ in page.elements} <= set(
        "p div svg title desc g path text tspan a rect ol li bdi span details summary ul".split()
    )
    assert not {name for _, one in page.elements for name in one if name.startswith("on") or name in {"style", "src"}}
    assert not re.search("[\x00\x1b\u200b\u202a-\u202e\ufeff\ud800]", html)
    assert len(html) < 12_000


def test_same_count_gives_the_same_bytes():
    """Drawn twice it is the same to the byte."""
    assert drawn().__html__() == drawn().__html__()
