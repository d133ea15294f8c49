"""Who is answered, whose forms are taken, and what may run on a page: proven in a real browser where there is one."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from tests.web.client import Browser
from tests.web.served import served
from whoseword.web.guard import Guard, Hosts, policy

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
# What a report would have to get into a page to run, in the ways that there are.
INJECTED = """<!doctype html><html><head><title>t</title></head><body><p id="told">nothing ran</p>
<script>document.getElementById("told").textContent += " inline";</script>
<img src="x:" onerror="document.getElementById('told').textContent += ' handler'">
<script src="/other.js"></script>
<script src="/static/pages.js"></script>
<style>#told { font-size: 77px }</style>
<iframe srcdoc="<script>parent.document.getElementById('told').textContent += ' frame'</script>"></iframe>
</body></html>"""


def names(host: str | None) -> Hosts:
    return Hosts(host)


@pytest.mark.parametrize(
    ("given", "host", "answered"),
    [
        (None, "127.0.0.1:8765", True),
        (None, "localhost:8765", True),
        (None, "[::1]:8765", True),
        (None, "LOCALHOST", True),
        (None, "rebound.example:8765", False),
        (None, "127.0.0.1.rebound.example", False),
        (None, "192.168.1.7:8765", False),
        (None, "localhost:8765@rebound.example", False),
        (None, "", False),
        ("desk.example", "desk.example:80", True),
        ("desk.example", "other.example", False),
        ("0.0.0.0", "192.168.1.7:8765", True),
        ("0.0.0.0", "rebound.example", False),
        ("::", "[fe80::1]:8765", True),
        ("fe80::1", "[fe80::1]:8765", True),
    ],
)
def test_only_names_of_this_machine_are_answered(given: str | None, host: str, answered: bool):
    """A name that somebody else made lead to this machine is none of its names."""
    assert names(given).has(host) is answered


def test_a_rebound_name_gets_nothing(shown: Browser):
    """A request under another name is refused, with no word of the store in the answer."""
    answer = shown.client.get("/", headers={"host": "rebound.example"})
    assert answer.status_code == 421
    assert "Fenn" not in answer.text


def test_every_answer_says_what_may_run(shown: Browser):
    """Pages, data, files and errors carry the same policy, and may not be framed, guessed at or kept by others."""
    for address in ("/", "/api/stories", "/static/mark.svg", "/nothing"):
        headers = shown.client.get(address).headers
        assert headers["content-security-policy"].startswith("default-src 'none'; ")
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert (headers["x-content-type-options"], headers["x-frame-options"]) == ("nosniff", "DENY")
        assert headers["referrer-policy"] == "same-origin"


def test_a_strange_host_gets_into_no_policy(shown: Browser):
    """The policy names the host only where that is one of ours."""
    answer = shown.client.get("/", headers={"host": "x; script-src *"})
    assert "*" not in answer.headers["content-security-policy"]
    assert "script-src 'self'" in policy("[::1]:8765")


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_forms_of_other_pages_are_refused(browser: Browser, headers: dict[str, str]):
    """A form that another page sent is not taken, whatever it holds."""
    browser.open("/add")
    answer = browser.client.post("/add", data={"token": browser.token, "text": "A pier closed."}, headers=headers)
    assert answer.status_code == 403
    assert browser.client.get("/add/1").status_code == 404


@pytest.mark.parametrize("token", ["", "0" * 64, "é"])
def test_forms_without_the_token_are_refused(browser: Browser, token: str):
    """A form must have the token of a page that was shown in this browser."""
    browser.open("/add")
    browser.token = token
    assert "open the page again" in browser.send("/add", 403, text="A pier closed.")


def test_the_token_of_another_browser_is_refused(browser: Browser):
    """A token goes with the cookie of the browser that it was made for."""
    browser.open("/add")
    browser.client.cookies.clear()
    assert "open the page again" in browser.send("/add", 403, text="A pier closed.")


def test_too_large_is_told(browser: Browser):
    """What is larger than can be taken is refused before it is read."""
    answer = browser.client.post("/add", content=b"x", headers={"content-length": str(2**30)})
    assert answer.status_code == 413


async def _page(request: Request) -> Response:
    return HTMLResponse(INJECTED)


async def _other(request: Request) -> Response:
    return Response("document.getElementById('told').textContent += ' other'", media_type="text/javascript")


async def _ours(request: Request) -> Response:
    return Response("document.getElementById('told').textContent += ' ours'", media_type="text/javascript")


def seen(address: str) -> str:
    """The page after a real browser has run all that it may."""
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=2000", "--dump-dom"]
    done = subprocess.run([str(CHROMIUM), *options, address], check=True, capture_output=True, text=True, timeout=60)
    return done.stdout


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on PATH; on Debian: apt-get install chromium")
def test_an_injected_script_does_not_run_in_a_real_browser():
    """Of five ways in, none runs behind the guard but our own file; without the guard all do."""
    app = Starlette(routes=[Route("/", _page), Route("/other.js", _other), Route("/static/pages.js", _ours)])
    with served(app) as address:
        bare = seen(address)
    assert all(word in bare for word in (" inline", " handler", " other", " ours", " frame"))
    with served(Guard(app, Hosts())) as address:
        guarded = seen(address)
    assert '<p id="told">nothing ran ours</p>' in guarded
