"""Headlines."""

from __future__ import annotations

import pytest

from whoseword.reports.pages.headline import headline_of, without_outlet
from whoseword.reports.pages.page import gather
from whoseword.reports.pages.subject import place_of
from whoseword.reports.pages.tree import parse

SITES = ("The Aldmoor Courier", "aldmoorcourier.example")


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Gate opens | The Aldmoor Courier", "Gate opens"),
        ("Gate opens - Aldmoor Courier", "Gate opens"),
        ("Gate opens – News – Aldmoor Courier", "Gate opens – News"),
        ("Aldmoor Courier | Gate opens", "Gate opens"),
        ("Aldmoor Courier: Gate opens", "Aldmoor Courier: Gate opens"),
        ("Gate opens - after nine years", "Gate opens - after nine years"),
        ("Gate opens | Quellin Observer", "Gate opens | Quellin Observer"),
        ("Half-open gate", "Half-open gate"),
        ("The Aldmoor Courier", "The Aldmoor Courier"),
    ],
)
def test_only_the_outlet_is_cut_from_a_title(title, bare):
    """A piece at the end or the start goes only if it is the outlet's name."""
    assert without_outlet(title, SITES) == bare


def found(html: str):
    page = gather(parse(html).root, "https://aldmoorcourier.example/a")
    return headline_of(page, None, place_of(page).region, SITES)


@pytest.mark.parametrize(
    ("html", "value", "by"),
    [
        ("<title>Gate opens | Aldmoor Courier</title><h1>The gate opens</h1>", "The gate opens", "h1"),
        ("<title>Gate opens | Aldmoor Courier</title>", "Gate opens", "title element"),
        ('<meta property="og:title" content="Gate opens"><h1>Aldmoor Courier</h1>', "Gate opens", "og:title"),
        ("<title>Gate opens</title><aside><h1>Most read today</h1></aside>", "Gate opens", "title element"),
        ("<title>Gate opens</title><h1><span class='kicker'>Live</span> Gate opens</h1>", "Gate opens", "h1"),
        ('<meta property="og:title" content="Gate opens"><h1>Something else entirely</h1>', "Gate opens", "og:title"),
        ("<title>Aldmoor Courier</title><h1>Gate opens</h1>", "Gate opens", "h1"),
    ],
)
def test_the_headline_on_the_page_goes_first(html, value, by):
    """The h1 that agrees with what machines are told; else what they are told; never the outlet's name."""
    headline = found(html)
    assert headline is not None
    assert (headline.value, headline.by) == (value, by)


def test_a_page_may_have_no_headline():
    """Nothing is made up where only the outlet's name stands."""
    assert found("<title>The Aldmoor Courier</title><p>x</p>") is None


def test_the_outlet_before_a_colon_goes_from_the_title_element_only():
    """Systems of old write "Aldmoor Courier: Gate opens" there; in a headline a name before a colon is who speaks."""
    headline = found("<title>Aldmoor Courier: Gate opens</title><p>x</p>")
    assert headline is not None
    assert (headline.value, headline.by) == ("Gate opens", "title element")
