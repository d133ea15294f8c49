"""The dossier as one page: whole, safe, the same every time, and every link leads somewhere."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dossier.records import Page, chain, named, record_of, unnamed
from whoseword.dossier.html import render_dossier
from whoseword.model import Part, Problem, Published

CSS = Path(__file__).parents[2] / "src" / "whoseword" / "dossier" / "templates" / "dossier.css"
DESIGN = Path(__file__).parents[2] / "docs" / "design.md"
PIER = (
    "Pier to Close, {S1:Office} {C1:Says}\n\n"
    "{S2:A pilot} {C2:told} {T2:the Skerry Post} {Q2:that {S3:the engineer} had {C3:warned} {Q3:“it may go”}}.\n\n"
    "{Q4:“Nobody was in danger,”} {S4:Ada Brandt} {C4:said}. {Q4:“We closed it.”} {S5:She} {C5:denied} {Q5:the rest}."
)
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><script>alert(1)</script>",
    "</title></textarea><!--",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;script&gt; &amp;#60;",
    "\u202egnp.exe\u202c",
    "w\u200bord\ufeff",
    "nul\x00 esc\x1b",
    "lone\ud800",
    "x" * 10_000,
]


def pier():
    """A report with most of what a page can show."""
    return record_of(
        PIER,
        entities=[
            named(1, "Harbour Office", "organisation"),
            unnamed(2, "A pilot"),
            unnamed(3, "the engineer"),
            named(4, "Ada Brandt"),
            named(5, "Skerry Post", "outlet"),
            named(6, "Orne Courier", "outlet"),
        ],
        statements={
            1: {"entity": "e1"},
            2: {
                "entity": "e2",
                "told_to": ("e5",),
                "chain": chain(("e6", "stated"), ("e5", "stated"), ("e2", "stated")),
            },
            3: {
                "entity": "e3",
                "quote": "direct",
                "chain": chain(("e6", "stated"), ("e5", "carried"), (None, "unknown")),
            },
            4: {"entity": "e4", "quote": "direct"},
            5: {"entity": "e4", "act": "denial", "confidence": 0.4},
        },
        problems=[Problem("odd-mark", "A mark is odd", (0, 4)), Problem("no-bio", "There is no bio")],
        title="Pier to Close, Office Says",
        outlet="Orne Courier",
        byline=("Jon Reve",),
        published=Published("2031-03-18", "url"),
        url="https://courier.example/2031/03/18/pier",
        parts=(Part("title", (0, 26)), Part("body", (28, 400))),
    )


HOSTILE_CHAIN = chain(("e1", "stated"), ("e2", "carried"), (None, "unknown"))


def hostile(text):
    """A report in which every string that a stranger can write is `text`."""
    entities = [named(1, text), unnamed(2, text)]
    facts = {"entity": "e1", "told_to": ("e2",), "rule": text, "chain": HOSTILE_CHAIN}
    made = record_of(
        "{S1:MARK} {C1:said} {Q1:MARK}. {S2:MARK} {C2:said} {Q2:MARK}".replace("MARK", escaped(text)),
        entities=entities,
        statements={1: facts | {"id": text}, 2: {"entity": "e2", "within": text}},
    )
    report = record_of(
        "x",
        problems=[Problem(text, text)],
        title=text,
        outlet=text,
        byline=(text,),
        url=text,
        path=text,
        language=text,
        published=Published(text, "metadata"),
    )
    return [made, report]


def escaped(text):
    return re.sub(r"[\\{}]", r"\\\g<0>", text)


def page_of(*records, **options):
    return Page(render_dossier(records, **options))


def test_page_says_what_it_is():
    """The head says in a sentence what the file holds, in numbers, and that it does not judge."""
    text = page_of(pier(), pier()).text
    expected = (
        "2 reports from 1 outlet; 10 statements on the word of 2 named and 4 unnamed sources. "
        "It records who said what and on whose word; it does not say what is true."
    )
    assert expected in text


def test_title_heads_the_page():
    """The title given is the heading and the title of the page."""
    page = page_of(pier(), title="The pier")
    assert [data for _, data in page.pieces if data == "The pier"] == ["The pier"] * 2


@pytest.mark.parametrize(
    ("published", "told"),
    [
        (Published("2031-03-18", "given"), "Date 18 March 2031, given with the report"),
        (Published("2031-03-18", "url"), "Date 18 March 2031, from the address"),
        (Published("2031-03-18", "metadata"), "Date 18 March 2031, from the page’s metadata"),
        (Published("2031-03", "text"), "Date March 2031, from the text"),
        (Published(), "Date not known"),
    ],
)
def test_date_comes_with_its_provenance(published, told):
    """A report's date says in words where it came from."""
    assert told in page_of(record_of("x", published=published)).text


def test_chain_and_its_links_are_told_in_words():
    """A chain runs from the publisher outwards, and each link says whether it is stated, carried or unknown."""
    text = page_of(pier()).text
    assert "Chain Orne Courier ← Skerry Post (stated) ← A pilot (stated)" in text
    assert "Chain Orne Courier ← Skerry Post (carried) ← not stated (unknown)" in text


def test_every_statement_has_entry_and_words_that_lead_to_each_other():
    """From the list to the exact words and from the words back to the list, for each statement."""
    record = pier()
    page = page_of(record)
    for number, _ in enumerate(record.statements, start=1):
        entry, words = f"1.{number}", f"1.{number}.words"
        assert {entry, words} <= set(page.ids)
        assert {f"#{entry}", f"#{words}"} <= set(page.links)


def test_every_link_leads_somewhere():
    """Every link within the page has a target, and every anchor is there once."""
    page = page_of(pier(), record_of("No statement here."), pier())
    inside = {link.removeprefix("#") for link in page.links if link.startswith("#")}
    assert inside - set(page.ids) == set()
    assert len(page.ids) == len(set(page.ids))
    names = [one.get("aria-labelledby") or "" for _, one in page.elements]
    labels = {label for name in names for label in name.split()}
    assert labels <= set(page.ids)


def test_title_is_shown_once():
    """A title that opens the text is the heading of its report, marks and all, and does not stand there twice."""
    assert page_of(pier()).text.count("Pier to Close, Office Says") == 2  # contents, heading


def test_title_from_elsewhere_is_the_heading():
    """A title that the text itself lacks heads the report; without any it is said to be untitled."""
    assert "Rain again" in page_of(record_of("It rained.", title="Rain again")).text
    assert "Untitled report" in page_of(record_of("It rained.")).text


def test_problems_are_told():
    """Each problem stands with its report, in words, by its code, and with a link where it has a place."""
    page = page_of(pier())
    assert "2 problems with this report A mark is odd odd-mark see it in the text There is no bio no-bio" in page.text


def test_page_is_well_formed():
    """Every tag that opens is closed in its order, and headings do not skip a level."""
    page = page_of(pier(), record_of(""), record_of("One.\n\nTwo."))
    assert page.faults == []
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("records", [[], [record_of("")], [record_of(" \n\n ")]])
def test_nothing_is_a_page_too(records):
    """No report, or one without text, still gives a whole page that says so."""
    page = page_of(*records)
    assert page.faults == []
    assert ("This report has no text." if records else "No report was given.") in page.text


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(text):
    """Whatever a report says, no element, attribute or style of it comes into the page, and nothing hidden stays."""
    html = render_dossier(hostile(text), title=text)
    page = Page(html)
    assert page.faults == []
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "img", "iframe", "object", "form", "foreignobject", "textarea", "base", "link"}
    names = {name for _, attributes in page.elements for name in attributes}
    assert not {name for name in names if name.startswith("on")} | (names & {"style", "src", "srcset", "action"})
    assert not re.search("[\x00\x1b\u200b\u202a-\u202e\ufeff]", html)
    assert html.encode("utf-8")
    assert [tag for tag, _ in page.elements].count("svg") == 1
    assert all(link.startswith("#") for link in page.links)
    assert len(page.ids) == len(set(page.ids))
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+", anchor) for anchor in page.ids)


@given(st.text(alphabet=st.characters(codec=None), max_size=60))
def test_any_text_gives_a_whole_page(text):
    """No string, wherever it stands, breaks the page."""
    page = Page(render_dossier(hostile(text or "x"), title=text))
    assert page.faults == []
    assert len(page.ids) == len(set(page.ids))


def test_nothing_is_asked_of_the_network():
    """No element loads anything; an address outside stands only in a link that a reader may follow."""
    page = page_of(pier())
    loading = {"src", "srcset", "data", "poster", "action", "formaction", "background", "ping", "manifest"}
    for tag, attributes in page.elements:
        assert not loading & set(attributes)
        assert tag not in {"link", "script", "iframe", "img", "object", "embed", "base"}
    outside = [(tag, one) for tag, one in page.elements if "//" in (one.get("href") or "")]
    assert [(tag, one["rel"]) for tag, one in outside] == [("a", "noopener noreferrer external")]
    css = CSS.read_text("utf-8")
    assert not re.search(r"url\(|@import|image-set|//", css)


def test_policy_allows_this_style_alone():
    """The content security policy forbids all loading and scripts, and knows the style by its hash."""
    html = render_dossier([pier()])
    found = re.search(r"<style>(.*)</style>", html, re.DOTALL)
    assert found
    digest = b64encode(sha256(found[1].encode()).digest()).decode()
    policy = next(one["content"] for _, one in Page(html).elements if one.get("http-equiv"))
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_same_records_give_the_same_bytes():
    """Rendering twice, from records made twice, gives one and the same page."""
    assert render_dossier([pier(), pier()]) == render_dossier([pier(), pier()])


def colours():
    """The colours of the light theme and those of the dark one, by name."""
    light, dark = (
        dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", each)) for each in CSS.read_text("utf-8").split("@media")[:2]
    )
    return light, dark


def contrast(one, other):
    """The contrast ratio of WCAG 2.2 between two colours."""

    def luminance(colour):
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_colours_can_be_read(theme):
    """Text has 4.5 to 1 on paper and on a lit entry, lines have 3 to 1 (WCAG AA); the design note gives the numbers."""
    colour = colours()[theme]
    note = DESIGN.read_text("utf-8")
    for ground in ("paper", "lit"):
        for name, least in [("ink", 4.5), ("quiet", 4.5), ("source", 4.5), ("link", 4.5), ("line", 3.0)]:
            ratio = contrast(colour[name], colour[ground])
            assert ratio >= least
            assert re.search(rf"{colour[name]}.*{ratio:.1f}", note)
