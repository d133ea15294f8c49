"""Judging in the browser: it shows at once, it is kept under a name, it can be taken back."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from tests.web.client import Browser, report_of


@pytest.fixture
def claim(browser: Browser) -> str:
    """A claim that several reports tell: the first in the list."""
    return browser.open(f"{browser.open('/').link('^/story/')}/claims").link("^/claim/")


def tellings(browser: Browser, claim: str) -> list[str]:
    """REPORT/PART of all who tell a claim."""
    row = browser.json(f"/api{claim.replace('/claim/', '/claims/')}")["claim"]
    units = [unit for origin in row["origins"] for unit in origin["units"]] + row["echoes"]  # type: ignore[index]
    return [f"{unit['report']}/{unit['part']}" for unit in units]


def test_tellings_judged_apart_come_apart_and_together_again(browser: Browser, claim: str):
    """Not the same claim: the telling has gone from the page; undone: it is back."""
    first, *others = tellings(browser, claim)
    assert others
    browser.judge(verdict="not-same-claim", about=first, other=others[-1], back=claim)
    assert others[-1] not in tellings(browser, claim)
    page = browser.open("/judgements")
    assert "not same claim" in page.text
    assert "R. Holt" in page.text
    browser.judge(verdict="undo", number="1")
    assert tellings(browser, claim) == [first, *others]
    assert "no longer stands" in browser.open("/judgements").text


def test_the_form_of_a_claim_judges_several_at_once(browser: Browser, claim: str):
    """Each of the tellings that are ticked is judged with the first one."""
    first, *others = tellings(browser, claim)
    page = browser.open(claim)
    offered = [given["value"] for tag, given in page.tags if given.get("type") == "checkbox"]
    assert set(others) <= set(offered)
    browser.send("/judge", verdict="not-same-claim", about=first, other=others, author="L. Vane", back=claim)
    assert tellings(browser, claim) == [first]


def test_a_hidden_report_is_shown_nowhere(browser: Browser):
    """Hidden, a report has no page, is not found and counts no more; taken back, all is as before."""
    link = browser.open(f"{browser.open('/').link('^/story/')}/reports").link("^/report/")
    report = report_of(link)
    assert browser.judge(verdict="hidden", about=report, back="/") == "/"
    assert "This report is hidden" in browser.open(link, 404).text
    assert ", 7 reports" in browser.open("/").text
    assert report not in browser.open("/search?words=the").source
    browser.judge(verdict="undo", number="1")
    assert "1 story, 8 reports" in browser.open("/").text
    browser.open(link)


def test_a_correction_shows_and_goes(browser: Browser):
    """A corrected outlet stands on the page of its report until it is taken back."""
    link = browser.open(f"{browser.open('/').link('^/story/')}/reports").link("^/report/")
    browser.judge(verdict="corrected", about=report_of(link), field="outlet", value="Skerry Post")
    assert "Skerry Post" in browser.open(link).text
    browser.judge(verdict="undo", number="1")
    assert "Skerry Post" not in browser.open(link).text


def test_sources_can_be_told_apart_and_joined(browser: Browser):
    """Two that are judged the same are one source, with what both said."""
    story = browser.open("/").link("^/story/")
    named = [link for link in browser.open(f"{story}/sources").links if link.startswith("/source/")]
    one, other = (link.removeprefix("/source/") for link in named[:2])
    alone = browser.json(f"/api/sources/{one}")["source"]
    browser.judge(verdict="same-source", about=one, other=other, back=f"/source/{one}")
    both = browser.json(f"/api/sources/{one}")["source"]
    assert both["appearances"] > alone["appearances"]  # type: ignore[index]
    assert f"{other.split('/')[0]}" in browser.open(f"/source/{one}").source


def test_notes_stand_with_what_they_are_about(browser: Browser):
    """A note is shown where its part is judged."""
    link = browser.open(f"{browser.open('/').link('^/story/')}/reports").link("^/report/")
    browser.judge(verdict="note", about=report_of(link), value="Ask the <harbour>.")
    assert "Ask the <harbour>." in browser.open(f"/judge?about={report_of(link)}").text


def test_the_name_is_remembered(browser: Browser):
    """Who has judged once finds the name in the form, whatever letters it has."""
    link = browser.open(f"{browser.open('/').link('^/story/')}/reports").link("^/report/")
    browser.judge(verdict="note", about=report_of(link), value="x", author="Zoë Ørsted; a=b")
    page = browser.open(f"/judge?about={report_of(link)}")
    assert any(given.get("value") == "Zoë Ørsted; a=b" for tag, given in page.tags if given.get("name") == "author")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"verdict": "hidden", "author": " "}, "needs its author"),
        ({"verdict": "proven"}, "is no verdict"),
        ({"verdict": "same-story", "other": ""}, "say of which two"),
        ({"verdict": "corrected", "field": "text", "value": "x"}, "has no field"),
        ({"verdict": "note", "value": " "}, "the note is empty"),
        ({"verdict": "undo", "number": "x"}, "there is no judgement"),
    ],
)
def test_senseless_verdicts_are_refused(browser: Browser, fields: dict[str, str], words: str):
    """What makes no sense is told and nothing is kept."""
    report = report_of(browser.open(f"{browser.open('/').link('^/story/')}/reports").link("^/report/"))
    browser.open(f"/judge?about={report}")
    assert words in browser.send("/judge", 400, **{"about": report, "author": "R. Holt", **fields})
    assert "Nobody has judged" in browser.open("/judgements").text


@pytest.mark.parametrize(
    "back", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:x"]
)
def test_a_form_leads_to_no_other_site(browser: Browser, back: str):
    """After judging one comes back to a page of ours, whatever the form says."""
    report = report_of(browser.open(f"{browser.open('/').link('^/story/')}/reports").link("^/report/"))
    assert unquote(browser.judge(verdict="note", about=report, value="x", back=back)) == "/judgements"
    assert "elsewhere" not in browser.open(f"/judge?about={report}&back={back}").source
