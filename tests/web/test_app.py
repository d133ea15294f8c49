"""The whole application: every link leads somewhere, every page is sound, nothing of a report gets out of its place."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from tests.plain_reader import TaggingReader
from tests.web.client import BASE, Browser, Page
from whoseword import pipeline
from whoseword.web.app import make_app
from whoseword.web.desk import Desk, Settings

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "image": '"><img src=x onerror=alert(1)>',
    "handler": "' onmouseover='alert(1)",
    "end": "</style></title></textarea></script><!--",
    "template": "{{ 7 * 7 }}{% raw %}",
    "bidi": "\u202egnp.exe\u202c",
    "zero-width": "w\u200bord\ufeff",
    "control": "nul\x00 esc\x1b",
    "long": "x" * 10_000,
}


def test_every_link_leads_to_a_sound_page(shown: Browser):
    """From the first page on, each link answers, each element closes where it should, no id is there twice."""
    pages = shown.walk()
    kinds = {address.split("/")[1].partition("?")[0] for address in pages}
    assert kinds == {
        "",
        "story",
        "claim",
        "source",
        "report",
        "compare",
        "search",
        "add",
        "judge",
        "judgements",
        "keys",
        "api",
    }
    assert len(pages) > 100


def test_every_page_has_what_all_need(shown: Browser):
    """A language, a title, one first heading, a main part, a link past the head; a label for each field."""
    for address, page in shown.walk(most=120).items():
        tags = [tag for tag, _ in page.tags]
        # A drawing has titles of its own.
        assert (tags.count("h1"), tags.count("main"), tags[: tags.index("body")].count("title")) == (1, 1, 1), address
        assert page.tags[0] == ("html", {"lang": "en"})
        assert ("a", {"class": "skip", "href": "#main"}) in page.tags
        labelled = {given.get("for") for tag, given in page.tags if tag == "label"}
        fields = [
            given
            for tag, given in page.tags
            if tag in {"input", "textarea", "select"} and given.get("type") not in {"hidden", "checkbox", "radio"}
        ]
        assert [given for given in fields if given["id"] not in labelled] == [], address


def test_same_store_same_page(shown: Browser):
    """A page is the same each time, but for nothing."""
    assert shown.open("/").source == shown.open("/").source


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_report_stays_in_its_place(empty: Browser, monkeypatch: pytest.MonkeyPatch, name: str):
    """Added by the form, shown on every page: no element, handler or hidden sign of the report gets into a page."""
    monkeypatch.setattr(pipeline, "_load_reader", TaggingReader)
    bad = HOSTILE[name]
    rows = [
        {
            "text": f"Ada Rook said that the harbour pier {bad} closed in May {day}. A sailor said that {bad} sailed.",
            "title": f"Pier {bad}",
            "outlet": f"Courier {bad}",
            "authors": [f"Jon {bad}"],
            "url": f"https://courier.example/{day}{bad}",
            "published": f"2031-05-0{day}",
        }
        for day in (1, 2)
    ]
    empty.open("/add")
    lines = "\n".join(map(json.dumps, rows)).encode()
    job = empty.send("/add", files={"files": (f"bad{bad[:50]}.jsonl", lines)})
    assert empty.client.get(f"{job}/events").text.count("event: end") == 1
    assert "2 reports done; done" in empty.open(job).text
    pages = empty.walk(most=60) | {
        job: empty.open(job),
        "search": empty.open(f"/search?words=pier&source={quote(bad[:60])}"),
    }
    assert {address.split("/")[1].partition("?")[0] for address in pages if address.startswith("/")} >= {
        "report",
        "story",
    }
    for address, page in pages.items():
        assert {tag for tag, _ in page.tags} & {"img", "iframe", "style", "object", "base"} == set(), address
        assert [given for tag, given in page.tags if any(each.startswith("on") for each in given)] == [], address
        assert sum(tag == "script" for tag, _ in page.tags) == 1, address
        assert not any(sign in page.source for sign in "\u202e\u202c\u200b\ufeff\x00\x1b"), address
        assert "49" not in page.text or "{{" not in bad


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/nothing", 404, "There is no page at this address."),
        ("/story/ffffffffffff", 404, "no story has an id that begins with"),
        ("/claim/ffffffffffff", 404, "no claim has an id that begins with"),
        ("/report/ffffffffffff", 404, "no report 'ffffffffffff' in the store"),
        ("/source/ffffffffffff/eeeeeeeeeeee", 404, "nobody in the store is called"),
        ("/add/9", 404, "There is no page at this address."),
        ("/?page=-1", 400, "page is a number from 1 on"),
        ("/search?words=pier&since=<b>soon", 400, "since"),
        ("/judge?about=ffffffffffff", 404, "nothing in the store is called"),
        ("/static/../app.py", 404, "There is no page at this address."),
    ],
)
def test_errors_are_pages(shown: Browser, address: str, status: int, words: str):
    """What is not there, or makes no sense, is told on a page like all others."""
    assert words in shown.open(address, status).text


def test_a_fault_of_ours_is_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """What breaks inside is told, without the place in the code."""
    app = make_app(Settings(str(tmp_path / "new.db"), patience=None, background=False))
    monkeypatch.setattr(Desk, "stories", lambda *_: 1 / 0)
    with TestClient(app, base_url=BASE, raise_server_exceptions=False) as client:
        answer = client.get("/")
        assert answer.status_code == 500
        assert "ZeroDivisionError: division by zero. This is a fault of whoseword" in Page(answer.text).text
        assert "Traceback" not in answer.text
        assert "content-security-policy" in answer.headers


def test_files_of_the_pages_are_kept_for_ever_and_change_their_address(shown: Browser):
    """The style and the script are at addresses with a hash of their bytes."""
    page = shown.open("/")
    (style,) = (given["href"] for tag, given in page.tags if given.get("rel") == "stylesheet")
    (script,) = (given["src"] for tag, given in page.tags if tag == "script")
    for address, kind in ((style, "text/css"), (script, "text/javascript")):
        answer = shown.client.get(address)
        assert answer.headers["content-type"].startswith(kind)
        assert "immutable" in answer.headers["cache-control"]
        assert "?v=" in address
    assert shown.client.get("/").headers["cache-control"] == "no-store"
