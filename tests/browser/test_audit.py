"""Does the audit find what it looks for? Each fault is put into a page that is sound without it."""

from __future__ import annotations

import pytest

from tests.browser.audit import findings, overflow
from tests.browser.visit import DESK, HEIGHTS

SOUND = """<!doctype html><html lang="en"><head><title>Sound</title>
<style>body { background: #fff; color: #222 }</style></head>
<body><a class="skip" href="#main">Skip</a><header>Head</header><main id="main"><h1>One</h1>{}</main>
<footer>Foot</footer></body></html>"""


@pytest.fixture(scope="module")
def empty(chrome):
    """A page to be filled."""
    context = chrome.new_context(viewport={"width": DESK, "height": HEIGHTS[DESK]})
    yield context.new_page()
    context.close()


@pytest.fixture
def audited(empty):
    """What is found in the sound page with something in it."""

    def audit(inside: str, *, page: str = SOUND, look=findings) -> list[str]:
        empty.set_content(page.replace("{}", inside))
        found: list[str] = look(empty)
        return found

    return audit


def test_nothing_is_found_in_a_sound_page(audited):
    """A page with a heading, a form, a list, a table and a picture that are as they should be has no finding."""
    inside = """<h2>Two</h2><form><label for="a">Name</label><input id="a"><button>Go</button></form>
<ul><li>One</li></ul>
<table><tr><th scope="col">Head</th></tr><tr><td>Cell</td></tr></table>
<svg role="img" aria-label="A dot"><circle r="3"/></svg>
<p>See <a href="#a">the name</a>.</p>"""
    assert audited(inside) == []


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        ('<p id="a">a</p><p id="a">b</p>', "id twice"),
        ('<p aria-describedby="b">a</p>', "aria-describedby leads nowhere"),
        ('<a href="#b">a</a>', "link leads nowhere"),
        ('<a href="#main" accesskey="1">a</a><a href="#main" accesskey="1">b</a>', "access key twice"),
        ("<main>Two</main>", "2 of main"),
        ('<nav aria-label="a">x</nav><nav aria-label="a">y</nav>', "navigations not told apart"),
        ("<h3>Three</h3>", "heading jumps from 1 to 3"),
        ("<h2></h2>", "heading without words"),
        ("<h1>Again</h1>", "not one h1"),
        ("<ul><p>a</p></ul>", "list holds what is no item"),
        ("<table><tr><th>a</th></tr></table>", "th without scope"),
        ("<table><tr><td>a</td></tr></table>", "table without heads"),
        ("<svg><circle r='3'/></svg>", "picture without a name"),
        ('<p aria-hidden="true"><a href="#main">a</a></p>', "focus inside of what is hidden"),
        ('<a href="#main" tabindex="2">a</a>', "tabindex changes the order"),
        ('<input placeholder="Name">', "field without a label"),
        ("<fieldset><p>a</p></fieldset>", "fieldset without a legend"),
        (
            '<div style="overflow-x: auto; width: 5em; white-space: pre">' + "a" * 99 + "</div>",
            "scrolls and has no focus",
        ),
        ('<p style="color: #888">a</p>', "text of contrast 3.54"),
        ('<p style="background: #222">a</p>', "text of contrast 1.00"),
        ('<p style="color: rgb(0 0 0 / 40%)">a</p>', "text of contrast"),
        ('<svg role="img" aria-label="a"><text y="20" fill="#999">a</text></svg>', "text of contrast"),
        ('<label for="a">a</label><input id="a" style="border: 1px solid #ccc">', "border of contrast"),
        ('<p>a <a href="#main" style="text-decoration: none">b</a></p>', "link told by its colour alone"),
        ("<button></button>", "without a name: button"),
        ('<a href="#main"><svg aria-hidden="true"></svg></a>', "without a name: link"),
    ],
)
def test_a_fault_inside_a_page_is_found(audited, inside: str, found: str):
    """It is told with the words that say what it is, and nothing else is told."""
    told = audited(inside)
    assert told
    assert any(found in each for each in told), told


@pytest.mark.parametrize(
    ("sound", "faulty", "found"),
    [
        (' lang="en"', "", "no lang"),
        ("<title>Sound</title>", "", "no title"),
        ("<!doctype html>", "", "quirks mode"),
        ('<a class="skip" href="#main">Skip</a>', '<a href="/">a</a>', "no skip link"),
        ("<footer>Foot</footer>", "<footer>Foot</footer><p>Alone</p>", "outside of all landmarks"),
    ],
)
def test_a_fault_of_the_whole_page_is_found(audited, sound: str, faulty: str, found: str):
    """So is what the page as a whole lacks."""
    assert any(found in each for each in audited("<a href='#main'>a</a>", page=SOUND.replace(sound, faulty)))


@pytest.mark.parametrize(
    "inside", ['<p style="width: 2000px">a</p>', '<p style="position: relative; left: 1270px">word</p>']
)
def test_what_is_too_wide_is_found(audited, inside: str):
    """A box that reaches beyond the screen is told with how far."""
    assert audited(inside, look=overflow)
    assert audited(f'<div style="overflow-x: auto" tabindex="0">{inside}</div>', look=overflow) == []
