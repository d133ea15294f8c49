"""The drawing of a report's chains: what it shows, in more ways than by colour, and that no report can break it."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from tests.dossier.records import Page, chain, named, record_of, unnamed
from tests.dossier.test_html import CSS, HOSTILE, escaped
from whoseword.dossier.drawing import draw
from whoseword.dossier.entries import report_pages
from whoseword.dossier.html import render_dossier

SVG = "{http://www.w3.org/2000/svg}"
ENTITIES = (named(1, "Skerry Post", "outlet"), unnamed(2, "a pilot"), named(3, "Ada Brandt"))
MARKED = "{C1:It said} {Q1:so}. {C2:It added} {Q2:this}. {C3:It told} {Q3:that}. {C4:It wrote} {Q4:more}."
HERE = ("e9", "stated")


def record(**facts):
    """Four statements: two through an outlet from a pilot, one that it has from nobody named, one from Ada Brandt."""
    return record_of(
        MARKED,
        entities=ENTITIES,
        statements={
            1: {"chain": chain(HERE, ("e1", "stated"), ("e2", "stated"))},
            2: {"chain": chain(HERE, ("e1", "carried"), ("e2", "stated"))},
            3: {"chain": chain(HERE, ("e1", "stated"), (None, "unknown"))},
            4: {"chain": chain(HERE, ("e3", "stated"))},
        },
        outlet="Orne Courier",
        **facts,
    )


def drawing(of):
    return draw(report_pages([of])[0])


def parsed(of):
    """The drawing as XML, which is stricter than a browser."""
    found = drawing(of)
    return ET.fromstring(str(found.svg).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def texts(element):
    return [" ".join("".join(one.itertext()).split()) for one in element.iter(f"{SVG}text")]


def test_every_line_says_how_it_is_known_and_how_often():
    """The kind of link stands at each line as a word beside its number, its class sets the dashes, an arrow the way."""
    picture = next(parsed(record()).iter(f"{SVG}g"))
    lines = [(one.get("class"), *texts(one), len(one.findall(f"{SVG}path[@class='head']"))) for one in picture]
    assert lines == [
        ("link-stated", "2", "stated", 1),
        ("link-carried", "1", "carried", 1),
        ("link-stated", "2", "stated", 1),
        ("link-unknown", "1", "unknown", 0),
        ("link-stated", "1", "stated", 1),
    ]


def test_kinds_of_links_differ_without_colour():
    """The style gives the three kinds of links dashes of their own, and no colour of their own."""
    css = CSS.read_text("utf-8")
    rules = {kind: re.findall(rf"\.link-{kind} \.way {{(.*?)}}", css) for kind in ("stated", "carried", "unknown")}
    assert rules == {
        "stated": [],
        "carried": [" stroke-dasharray: 6 4; "],
        "unknown": [" stroke-dasharray: 1.5 4; "],
    }


def test_drawing_stands_on_the_page_where_there_is_one():
    """A report with chains has one drawing, beside the text or, with four columns, above it; one without has none."""
    wide = record_of(
        "{C:It said} {Q:so}.",
        entities=ENTITIES,
        statements={0: {"chain": chain(HERE, ("e1", "stated"), ("e2", "stated"), ("e3", "stated"))}},
    )
    beside, above, bare = (render_dossier([of]) for of in (record(), wide, record_of("It rained.")))
    assert (beside.count("<svg"), above.count("<svg"), bare.count("<svg")) == (1, 1, 0)
    assert beside.index('class="text"') < beside.index("<svg")
    assert above.index("<svg") < above.index('class="text"')
    assert "Through whom it came" not in bare


def test_lines_grow_with_their_statements():
    """A line for one statement is thin, for two thicker, for five thick; the number is exact."""
    for count, name in [(1, "thin"), (2, "middling"), (5, "thick")]:
        marked = " ".join(f"{{C{at}:It said}} {{Q{at}:so}}." for at in range(1, count + 1))
        facts = {at: {"chain": chain(HERE, ("e3", "stated"))} for at in range(1, count + 1)}
        svg = parsed(record_of(marked, entities=ENTITIES, statements=facts))
        assert next(svg.iter(f"{SVG}path")).get("class") == f"way {name}"


def test_every_name_is_a_link_with_its_whole_name():
    """Each node leads somewhere on the page, says what it is, and names the statements that stand on it."""
    told = [(one.get("class"), one.findtext(f"{SVG}title")) for one in parsed(record()).iter(f"{SVG}a")]
    assert told == [
        ("node publisher", "Orne Courier, publisher: 4 statements"),
        ("node named", "Skerry Post: statements 1.1, 1.2, 1.3"),
        ("node unnamed", "a pilot, unnamed: statements 1.1, 1.2"),
        ("node open", "not stated: statement 1.3"),
        ("node named", "Ada Brandt: statement 1.4"),
    ]
    page = Page(render_dossier([record()]))
    targets = [one.get("href") for one in parsed(record()).iter(f"{SVG}a")]
    assert {target.removeprefix("#") for target in targets} <= set(page.ids)


def test_a_long_name_is_cut_and_told_whole():
    """What has no room in the drawing stands in its title."""
    name = "a second official of the harbour office who would not be named for fear of losing the post"
    of = record_of(
        "{C:It said} {Q:so}.",
        entities=[unnamed(1, name)],
        statements={0: {"chain": chain(HERE, ("e1", "stated"))}},
    )
    (node,) = [one for one in parsed(of).iter(f"{SVG}a") if one.get("class") == "node unnamed"]
    lines = texts(node)[0]
    assert lines.endswith("…")
    assert len(lines) < len(name)
    assert node.findtext(f"{SVG}title") == f"{name}, unnamed: statement 1.1"


def test_those_who_hear_it_are_told_the_same():
    """The picture has a title and says every line in words."""
    svg = parsed(record())
    picture = next(svg.iter(f"{SVG}g"))
    assert picture.get("role") == "img"
    told = {one.get("id"): "".join(one.itertext()) for one in svg if one.tag in {f"{SVG}title", f"{SVG}desc"}}
    title, sentences = (told[each] for each in picture.get("aria-labelledby").split())
    assert title == "Chains of report 1, from Orne Courier to its sources"
    assert sentences == (
        "Orne Courier has it from Skerry Post (2 stated, 1 carried). Skerry Post has it from a pilot (2 stated). "
        "Skerry Post does not say from whom (1 unknown). Orne Courier has it from Ada Brandt (1 stated)."
    )


def test_no_statement_no_drawing():
    """A report that says nothing on anybody's word has no drawing."""
    assert drawing(record_of("It rained.")) is None


def test_drawing_grows_with_the_letters_of_the_reader():
    """Its size is told in rem, and everything inside it follows."""
    svg = parsed(record())
    assert re.fullmatch(r"[\d.]+rem", svg.get("width"))
    assert re.fullmatch(r"0 0 [\d.]+ [\d.]+", svg.get("viewBox"))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_stay_text(text):
    """Whatever somebody is called, it is text in the drawing, with nothing hidden, and small."""
    of = record_of(
        "{S:MARK} {C:said} {Q:MARK}".replace("MARK", escaped(text)),
        entities=[named(1, text, "outlet"), unnamed(2, text)],
        statements={0: {"chain": chain(HERE, ("e1", "stated"), ("e2", "carried")), "id": text}},
        outlet=text,
    )
    svg = parsed(of)
    tags = {one.tag.removeprefix(SVG) for one in svg.iter()}
    assert tags <= {"svg", "title", "desc", "g", "path", "text", "a", "rect", "tspan"}
    assert not {name for one in svg.iter() for name in one.attrib if name.startswith("on") or name == "style"}
    assert not re.search("[\x00\x1b\u200b\u202a-\u202e\ufeff\ud800]", str(drawing(of).svg))
    assert max(map(len, texts(svg))) < 100


def test_same_report_gives_the_same_drawing():
    """Drawn twice, from records made twice, it is the same to the byte."""
    assert drawing(record()).svg == drawing(record()).svg
