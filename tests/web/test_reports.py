"""The reader of reports: layers, and links to exact words."""

from __future__ import annotations

import pytest

from tests.web.client import Browser, report_of


@pytest.fixture
def report(shown: Browser) -> str:
    """The first report of the examples."""
    return report_of(shown.open(f"{shown.open('/').link('^/story/')}/reports").link("^/report/"))


def test_a_report_is_shown_with_who_said_what(shown: Browser, report: str):
    """The text with its marks, the list of statements, the drawing of chains, what was promised."""
    page = shown.open(f"/report/{report}")
    for words in ("Through whom it came", "Who said what", "Promised", "Outlet", "Byline"):
        assert words in page.text
    assert any(given.get("class", "").startswith("content direct") for _, given in page.tags)


def test_a_link_to_words_lights_exactly_these(shown: Browser, report: str):
    """The words between two offsets are marked out, whatever marks cross them."""
    text = str(shown.json(f"/api/reports/{report}")["record"]["text"])  # type: ignore[index]
    start = text.index("Kestria and Morvane")
    page = shown.open(f"/report/{report}?at={start}-{start + 19}")
    assert '<span class="sought" id="at.words">' in page.source
    lit = page.source.split('<span class="sought" id="at.words">')[1]
    assert "Kestria" in lit[:200]


@pytest.mark.parametrize("at", ["9-3", "0-99999999", "x-y", "5", "-", "1-2-3", "99999999999999999999-3", ","])
def test_a_link_to_no_words_says_so(shown: Browser, report: str, at: str):
    """Offsets that lead nowhere leave the report as it is, and the page says why nothing is lit."""
    page = shown.open(f"/report/{report}?at={at}")
    assert "sought" not in page.source
    assert "The words that the link meant are not in this text" in page.text


@pytest.mark.parametrize(
    ("query", "hidden"),
    [
        ("", set()),
        ("?layers=none&layers=times", {"statements", "chains", "figures"}),
        ("?layers=times,figures", {"statements", "chains"}),
        ("?layers=none", {"statements", "chains", "times", "figures"}),
    ],
)
def test_layers_are_switched_by_the_address(shown: Browser, report: str, query: str, hidden: set[str]):
    """Without scripts as well: the boxes and the page are as the address says."""
    page = shown.open(f"/report/{report}{query}")
    (article,) = (given for tag, given in page.tags if tag == "article")
    assert {name.removeprefix("no-") for name in article["class"].split() if name.startswith("no-")} == hidden
    boxes = {given["value"]: "checked" in given for _, given in page.tags if "data-layer" in given}
    assert {name for name, checked in boxes.items() if not checked} == hidden


def test_statements_lead_to_their_source_and_to_judging(shown: Browser, report: str):
    """Each entry has a link to the source across reports and one to judge it."""
    page = shown.open(f"/report/{report}")
    assert page.link(f"^/source/{report}/")
    assert page.link(f"^/judge\\?about={report}/")
