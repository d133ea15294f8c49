"""The drawn timeline: every entry leads to its row, marks differ in shape, and no report can break it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.dossier.records import Page, report_of
from tests.dossier.test_html import HOSTILE
from tests.dossier.timelines import happened, story
from whoseword.across import Difference, Ref
from whoseword.dossier.timeline_drawn import draw_timeline

TEMPLATES = Path(__file__).parents[2] / "src" / "whoseword" / "dossier" / "templates"
SVG = "{http://www.w3.org/2000/svg}"
ENTRIES = [
    happened(0, "2011-01-01", "2012-01-01"),
    happened(1, "2031-05-02"),
    happened(2, mode="planned", sources=("not stated, through the Bell",)),
    happened(3, "2031-05-09", mode="negated", units=(Ref("r1", "s1"), Ref("r2", "s1"))),
]
REPORTS = {"r1": report_of("x", outlet="Orne Courier"), "r2": report_of("y", outlet="Skerry Post")}


def drawn(entries=ENTRIES, **options):
    return draw_timeline(entries, REPORTS, **options)


def whole(timeline):
    """The drawing of the whole story as XML, which is stricter than a browser."""
    return ET.fromstring(str(timeline.whole).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def test_nothing_to_draw():
    """A story without entries has no timeline."""
    assert drawn([]) is None


def test_every_mark_leads_to_its_row():
    """Each entry has one mark with a title, and a row with that anchor."""
    timeline = drawn()
    page = Page(timeline.__html__())
    marks = [one for one in whole(timeline).iter(f"{SVG}a") if one.get("class") is None]
    assert sorted(one.get("href") for one in marks) == sorted(f"#t-{entry.id}" for entry in ENTRIES)
    assert {link for link in page.links if link.startswith("#")} <= {f"#{one}" for one in page.ids}
    assert len(page.ids) == len(set(page.ids))
    assert page.faults == []


def test_modes_differ_in_shape_and_word():
    """Planned, negated and undated entries have shapes of their own, and each says so in words."""
    timeline = drawn()
    used = {one.get("href") for one in whole(timeline).iter(f"{SVG}use")}
    assert used == {"#t-actual", "#t-planned-in", "#t-negated"}
    text = Page(timeline.__html__()).text
    assert "no date told · planned · printed 9 May 2031" in text
    assert "9 May 2031 · said not to have happened" in text
    titles = [one.text for one in whole(timeline).iter(f"{SVG}title")]
    assert "no date, printed 9 May 2031, planned: the harbour office shut pier 2" in titles


def test_event_and_print_are_two_marks_with_a_line():
    """A row has the mark of the event and that of the day of print, tied by a line; on one day there is one mark."""
    rows = dict(re.findall(r'<li id="t-(\w+)">(.*?)</li>', str(drawn().stretches)))
    apart, same = rows[ENTRIES[1].id], rows[ENTRIES[3].id]
    assert re.search(r'<path d="M\d+ 0H\d+"/><use href="#t-printed"', apart)
    assert "printed" not in same
    assert "2 May 2031</b> · printed 9 May 2031" in apart


def test_a_print_outside_of_the_stretch_is_an_arrow():
    """Where the day of print lies in another stretch the line runs off with an arrow, and the row says the day."""
    timeline = drawn(story(225))
    assert re.search(r'<path d="M\d+ 0H316l-6 -4v8l6 -4"/><use href="#t-(actual|planned|negated)"', timeline.stretches)


def test_rows_stand_in_an_ordered_list_in_order():
    """The rows tell the same in words, oldest first, on whose word and by whom."""
    page = Page(drawn(where=lambda ref: f"#{ref.report}-{ref.part}").__html__())
    text = page.text
    assert "ol" in {tag for tag, _ in page.elements}
    assert [one for one in page.ids if one.startswith("t-0")] == [f"t-{ENTRIES[at].id}" for at in (0, 1, 2, 3)]
    assert "on the word of Ada Rook · told in 2 reports, by Orne Courier, Skerry Post" in text
    assert "source not stated, through the Bell" in text
    assert "#r1-s1" in page.links


def test_differences_are_told():
    """Where those who tell it differ, the row says in what."""
    entry = replace(ENTRIES[1], differences=(Difference("number", "four", "five"),))
    assert "number: “four” or “five”" in Page(drawn([entry]).__html__()).text


def test_stretches_can_be_reached_without_a_script():
    """Each stretch has a bracket in the drawing that leads to its section."""
    timeline = drawn(story(225))
    bands = [one.get("href") for one in whole(timeline).iter(f"{SVG}a") if one.get("class") == "band"]
    assert timeline.many
    assert len(bands) > 1
    assert set(bands) <= {f"#{one}" for one in Page(timeline.__html__()).ids}


def test_a_drawing_is_told_to_those_who_hear_it():
    """The drawing has a title and a description, and its marks are not stops of the keyboard: the rows are."""
    svg = whole(drawn())
    told = {one.get("id"): one.text for one in svg if one.tag in {f"{SVG}title", f"{SVG}desc"}}
    assert [told[one] for one in svg.get("aria-labelledby").split()] == [
        "Timeline, 2011 to 2031",
        "4 entries: 3 with a date, 1 with the day of print only. The same entries stand below in words, in order.",
    ]
    assert {one.get("tabindex") for one in svg.iter(f"{SVG}a") if one.get("class") is None} == {"-1"}


def test_it_is_small():
    """225 entries, words and all, are less than 150 kB."""
    assert len(drawn(story(225), where=lambda _: "#r-0123456789ab-0123456789ab").__html__().encode()) < 155_000


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_stay_text(text):
    """Whatever an entry says, it is text, with nothing hidden, and small."""
    entry = happened(
        0,
        text,
        words=text,
        printed=text,
        sources=(text,) * 9,
        units=(Ref(text, text), Ref("r1", text)),
        differences=(Difference("wording", text, text),),
    )
    html = drawn([entry, replace(entry, id="b", begin="2031-05-02", end="2031-05-03")]).__html__()
    page = Page(html)
    assert page.faults == []
    assert {tag for tag, _ in page.elements} <= set(
        "div svg defs g circle path rect ul li use section h3 span ol p b i bdi a small title desc text tspan".split()
    )
    assert not {name for _, one in page.elements for name in one if name.startswith("on") or name in {"style", "src"}}
    assert not re.search("[\x00\x1b\u200b\u202a-\u202e\ufeff\ud800]", html)
    assert len(html) < 12_000


def test_same_entries_give_the_same_bytes():
    """Drawn twice, from entries made twice, it is the same to the byte."""
    assert drawn(story(60)).__html__() == drawn(story(60)).__html__()


def test_the_script_is_ours_and_asks_for_nothing():
    """The script that shows one stretch at a time loads nothing and writes no HTML."""
    script = (TEMPLATES / "timeline.js").read_text("utf-8")
    assert not re.search(r"innerHTML|eval|fetch|XMLHttp|import|//\w|document\.write|</", script)
