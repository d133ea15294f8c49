"""Adding reports through the form: files, a pasted text, progress as it goes on."""

from __future__ import annotations

import json

import pytest

from tests.plain_reader import TaggingReader
from tests.web.client import Browser
from whoseword import pipeline

FERRY = "Ada Rook said that the ferry stopped late in May. A sailor said that it always does."


@pytest.fixture(autouse=True)
def reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports are read without a model."""
    monkeypatch.setattr(pipeline, "_load_reader", TaggingReader)


def events(browser: Browser, job: str) -> list[dict[str, object]]:
    """What is told of a job until it is over."""
    answer = browser.client.get(f"{job}/events")
    assert answer.headers["content-type"].startswith("text/event-stream")
    return [json.loads(line.removeprefix("data: ")) for line in answer.text.splitlines() if line.startswith("data: ")]


def test_a_pasted_text_becomes_a_report(empty: Browser):
    """With its title, its address, and the outlet and day that it does not have itself."""
    empty.open("/add")
    job = empty.send(
        "/add", text=FERRY, title="Ferry stops", url="https://a.example/1", outlet="Courier", published="2031-05-08"
    )
    last = events(empty, job)[-1]
    assert (last["stage"], last["ended"], last["counts"]) == ("done", True, {"new": 1})
    page = empty.open(empty.open(job).link("^/report/"))
    for words in ("Ferry stops", "Outlet Courier", "8 May 2031", "https://a.example/1"):
        assert words in page.text


def test_files_become_reports_one_by_one(empty: Browser):
    """A text and rows of JSONL, in one go; what cannot be read is told with the reason."""
    rows = "\n".join([json.dumps({"text": FERRY, "outlet": "Post"}), '{"title": "No text"}'])
    empty.open("/add")
    files = [("files", ("a.txt", FERRY.encode())), ("files", ("b.jsonl", rows.encode()))]
    job = empty.send("/add", files=files)
    assert events(empty, job)[-1]["counts"] == {"new": 2, "unread": 1}
    page = empty.open(job)
    assert "row-without-text" in page.text
    assert "3 reports done" in page.text


def test_the_same_again_is_known(empty: Browser):
    """Adding what is there already changes nothing and says so."""
    for state in ("new", "known"):
        empty.open("/add")
        assert events(empty, empty.send("/add", text=FERRY))[-1]["counts"] == {state: 1}


def test_a_new_version_follows_the_one_before(empty: Browser):
    """Another text under the same address is a version of that report."""
    for text in (FERRY, FERRY.replace("late", "early")):
        empty.open("/add")
        job = empty.send("/add", text=text, url="https://a.example/1")
        events(empty, job)
    assert "new version" in empty.open(job).text


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "nothing was sent"),
        ({"addresses": "https://a.example/1\nfile:///etc/passwd"}, "file:///etc/passwd is no address"),
        ({"addresses": "\n".join(f"https://a.example/{at}" for at in range(21))}, "at most 20"),
        ({"text": FERRY, "published": "one fine day"}, "the date of publication"),
    ],
)
def test_what_makes_no_sense_is_told_and_what_was_typed_is_kept(empty: Browser, fields: dict[str, str], words: str):
    """The form comes back with the reason and with all that was typed."""
    empty.open("/add")
    text = empty.send("/add", 400, outlet="Courier", **fields)
    assert words in text
    assert 'value="Courier"' in text


def test_progress_can_be_read_without_scripts(empty: Browser):
    """Every job has a page, and the page for adding lists them."""
    empty.open("/add")
    job = empty.send("/add", text=FERRY)
    events(empty, job)
    assert "1 report done; done" in empty.open(job).text
    assert job in empty.open("/add").links


def test_a_fault_ends_the_job_and_no_other(empty: Browser, monkeypatch: pytest.MonkeyPatch):
    """What breaks is told on the job's page, and the next job is done."""
    with monkeypatch.context() as broken:
        broken.setattr("whoseword.web.adding.read_by", lambda: 1 / 0)
        empty.open("/add")
        job = empty.send("/add", text=FERRY)
        assert "ZeroDivisionError" in str(events(empty, job)[-1]["fault"])
    assert "The work stopped" in empty.open(job).text
    assert events(empty, empty.send("/add", text=FERRY))[-1]["fault"] is None


def test_an_address_of_this_machine_is_not_fetched(empty: Browser):
    """A page that is open in the browser cannot make this program look around in its network."""
    empty.open("/add")
    job = empty.send("/add", addresses="http://127.0.0.1:9/dam")
    assert events(empty, job)[-1]["counts"] == {"unread": 1}
    assert "http://127.0.0.1:9/dam" in empty.open(job).text


def test_a_page_says_where_each_fact_was_found(empty: Browser):
    """A saved page that is added shows what told its title and its day."""
    body = "".join(f"<p>{FERRY} It was so on day {day} as well.</p>" for day in range(4))
    head = '<title>Ferry stops</title><meta property="article:published_time" content="2031-05-08">'
    html = (
        f"<!doctype html><html lang='en'><head>{head}</head><body><article><h1>Ferry stops</h1>{body}</article></body>"
    )
    empty.open("/add")
    job = empty.send("/add", files=[("files", ("ferry.html", html.encode()))])
    assert events(empty, job)[-1]["counts"] == {"new": 1}
    page = empty.open(empty.open(job).link("^/report/"))
    assert "Found in text: trafilatura" in page.text
    assert "title: h1; date: meta article:published_time" in page.text
