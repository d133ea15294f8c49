"""What a report says was promised, and its figures: in words, on whose word, each with its place in the text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.dossier.records import Page, named, record_of
from whoseword.dossier.accounts import figures, promises
from whoseword.dossier.entries import Who, report_pages
from whoseword.dossier.html import render_dossier
from whoseword.model import Commitment, Due, Figure, Quantity, Time

MARKED = "{S:The ferry line} {C:promised} {Q:to pay 40 crews by May 1 if it rains}. It had 55 crews."
TEXT = "The ferry line promised to pay 40 crews by May 1 if it rains. It had 55 crews."


def span(words):
    return TEXT.index(words), TEXT.index(words) + len(words)


WHAT, COUNT, MAY, RAIN, LATER = map(span, ["pay 40 crews", "40 crews", "by May 1", "if it rains", "55 crews"])


def record(commitment=None, **facts):
    """One statement of the ferry line's, with a commitment, two amounts and a time."""
    owed = Commitment("c1", ("e1",), ("e2",), WHAT, Due("date", "2031-05-01", MAY), RAIN, ("s0",), "promised")
    made = record_of(
        MARKED,
        entities=[named(1, "Northern Ferries", "organisation"), named(2, "Vell")],
        statements={0: {"entity": "e1"}},
        title="Crews to be paid",
    )
    given = {
        "times": (Time(MAY, "DATE", "2031-05-01"),),
        "quantities": (Quantity(COUNT, 40.0, of=span("crews")), Quantity(LATER, 55.0, of=span("crews"), bound="about")),
        "commitments": (commitment or owed,),
        "figures": (Figure(LATER, None, None, None, None), Figure(COUNT, None, None, MAY, "s0")),
    }
    return replace(made, **(given | facts))


def page_of(of):
    return report_pages([of])[0]


def test_a_promise_says_who_what_when_and_on_whose_word():
    """Every part of a commitment stands on the page, with the anchor of its words."""
    page = page_of(record())
    (promise,) = promises(page)
    assert promise.who == (Who("Northern Ferries", named=True),)
    assert (promise.what, promise.to_whom, promise.status) == ("pay 40 crews", ("Vell",), "promised")
    assert (promise.due, promise.condition) == ("“by May 1” (1 May 2031)", "if it rains")
    assert promise.place == page.words[WHAT] == "1.a1.words"
    assert promise.word == (("Northern Ferries", page.entries[0].tag),)


@pytest.mark.parametrize(
    ("due", "told"),
    [
        (Due("date", None, MAY), "“by May 1” (date not known)"),
        (Due("date", "2031-05"), "May 2031"),
        (Due("condition", None, RAIN), "on a condition: “if it rains”"),
        (Due("not-set"), "no date set"),
        (Due("unstated"), "not said"),
    ],
)
def test_each_state_of_a_due_date_is_told_apart(due, told):
    """No date set is an answer of the report; that it says nothing is another; neither is a gap."""
    owed = Commitment("c1", ("e1",), (), WHAT, due, None, (), "agreed")
    assert promises(page_of(record(owed)))[0].due == told


def test_one_without_an_entity_is_called_by_the_words():
    """Who undertakes something goes by the report's words where nobody was identified, and else is nobody named."""
    owed = Commitment("c1", (), (), WHAT, Due("unstated"), None, (), "expected", doers=((0, 14),))
    assert promises(page_of(record(owed)))[0].who == (Who("The ferry line", None),)
    assert promises(page_of(record(replace(owed, doers=()))))[0].who == (Who("Nobody named", None),)


def test_figures_stand_in_the_order_of_the_text():
    """A figure has the report's words, what they come to, its time, and who gives it or that the report does."""
    page = page_of(record())
    first, second = figures(page)
    assert (first.words, first.amount, first.time) == ("40 crews", "40 crews", "“by May 1” (1 May 2031)")
    assert first.word == (("Northern Ferries", page.entries[0].tag),)
    assert (second.words, second.amount, second.time, second.word) == ("55 crews", "about 55 crews", None, ())


def test_the_page_shows_both_and_marks_times_and_amounts():
    """Boxes for promises and figures, marks with what they mean, and links that lead to the words."""
    html = render_dossier([record()])
    page = Page(html)
    assert page.faults == []
    assert "Promised 1 commitment Northern Ferries promised pay 40 crews due “by May 1” (1 May 2031)" in page.text
    assert "on the word of Northern Ferries 1.1" in page.text
    assert "Figures 2 figures" in page.text
    assert "1 statement · 1 promise" in page.text
    assert '<span class="time" title="1 May 2031">by May 1</span>' in html
    assert 'title="about 55 crews">55 crews</span>' in html
    assert {link.removeprefix("#") for link in page.links if link.startswith("#")} <= set(page.ids)


def test_nothing_is_shown_where_there_is_nothing():
    """A report without commitments and figures has no box for them, and the key no row."""
    bare = record(times=(), quantities=(), commitments=(), figures=())
    text = Page(render_dossier([bare])).text
    assert not [word for word in ("Promised", "Figures", "Dots above", "promise ") if word in text]


def test_hostile_values_stay_text():
    """A value of a time or a unit that is no such thing is text."""
    hostile = record(
        times=(Time(MAY, "DATE", '"><script>'),), quantities=(Quantity(COUNT, float("inf"), unit="<b onclick=x>"),)
    )
    page = Page(render_dossier([hostile]))
    assert page.faults == []
    assert "script" not in {tag for tag, _ in page.elements}
    assert "onclick" not in {name for _, attributes in page.elements for name in attributes}
