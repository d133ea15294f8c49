"""Can a report make a page run something, load something or look like something else?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.audit import overflow
from tests.browser.site import Site
from tests.browser.visit import PHONE, Visits
from tests.whole import record_of
from whoseword.dossier.html import render_dossier

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Every way into a page, as a script of the page would try it. Each sets window.hit where it gets through.
_WAYS_IN = """async () => {
  const blocked = [];
  document.addEventListener("securitypolicyviolation", (event) => blocked.push(event.effectiveDirective));
  const add = (name, given, words = "") => {
    const element = Object.assign(document.createElement(name), { textContent: words });
    for (const [key, value] of Object.entries(given)) element.setAttribute(key, value);
    document.body.append(element);
    return element;
  };
  add("script", {}, "window.hit = 'inline'");
  add("script", { src: "data:text/javascript,window.hit='data'" });
  add("script", { src: URL.createObjectURL(new Blob(["window.hit='blob'"], { type: "text/javascript" })) });
  add("script", { src: "https://elsewhere.example/a.js" });
  add("img", { src: "x:", onerror: "window.hit = 'handler'" });
  add("img", { src: "https://elsewhere.example/a.png" });
  add("iframe", { srcdoc: "<script>parent.hit = 'frame'</script>" });
  add("a", { href: "javascript:void (window.hit = 'link')" }).click();
  add("style", {}, "body { display: none }");
  add("p", { style: "position: fixed; inset: 0" });
  add("link", { rel: "stylesheet", href: "https://elsewhere.example/a.css" });
  const form = add("form", { action: "https://elsewhere.example/", method: "post" });
  form.requestSubmit();
  // Not at once: what a debugger runs may use eval, until it returns.
  setTimeout(() => { try { eval("window.hit = 'eval'"); } catch { blocked.push("eval"); } }, 50);
  try { await fetch("https://elsewhere.example/"); } catch { blocked.push("fetch"); }
  await new Promise((done) => setTimeout(done, 300));
  return [window.hit ?? null, [...new Set(blocked)].sort(), getComputedStyle(document.body).display];
}"""
_BLOCKED = {
    "script-src-elem",
    "script-src-attr",
    "img-src",
    "style-src-elem",
    "style-src-attr",
    "form-action",
    "connect-src",
    "eval",
}
HOSTILE = (
    'Mayor Ada Brandt said: "<script>window.hit = 1</script><img src=x: onerror=window.hit=2>" on Monday. '
    "A clerk told the <b onclick=window.hit=3>Skerry Post</b> that \u202eeht reip\u202c would stay shut, </p></article>"
    f"and {'a' * 10_000} said the harbour\u200b master's {'b' * 3_000}."
)


def tried(visits: Visits, page: Page) -> tuple[str | None, set[str], str]:
    """What got through, what was held back, and whether the page is still to be seen."""
    hit, blocked, display = page.evaluate(_WAYS_IN)
    # The browser writes on the console what it held back, and that is what is asked for here.
    assert visits.complaints
    visits.complaints.clear()
    return hit, set(blocked), display


def test_nothing_put_into_a_page_runs_or_loads(visits: Visits, site: Site):
    """Of fourteen ways to run or load something from inside a served page none gets through the page's policy."""
    hit, blocked, display = tried(visits, visits.open(site.base, site.paths["claim"]))
    assert hit is None
    assert display == "block"
    assert blocked >= _BLOCKED, _BLOCKED - blocked


def test_nothing_put_into_the_dossier_runs_or_loads(visits: Visits, dossier: Path):
    """Nor does any get through that of the dossier, which has no server."""
    hit, blocked, display = tried(visits, visits.open(dossier.as_uri(), ""))
    assert hit is None
    assert display == "block"
    assert blocked >= _BLOCKED, _BLOCKED - blocked


def test_without_a_policy_all_of_it_runs_and_loads(visits: Visits, tmp_path: Path):
    """The ways in are real ones: a page without a policy is run over by them, and asks others for what they name."""
    path = tmp_path / "page.html"
    path.write_text("<!doctype html><title>t</title><p>a</p>", "utf-8")
    page = visits.open(path.as_uri(), "")
    # A form that is sent leaves the page, and with it what we ask it.
    hit, blocked, display = page.evaluate(_WAYS_IN.replace("form.requestSubmit();", ""))
    assert (hit is not None, blocked, display) == (True, ["fetch"], "none")
    assert {each.rpartition("/")[2] for each in visits.strays} == {"a.js", "a.png", "a.css", ""}
    visits.strays.clear()
    visits.complaints.clear()


def test_a_hostile_report_is_text(visits: Visits, desk: str):
    """Scripts, handlers, closing tags, turned letters and words of 10,000 letters are shown, wherever they reach."""
    page = visits.open(desk, "/add", width=PHONE)
    page.fill("#title", "<script>window.hit = 4</script> \u202egnip\u202c")
    page.fill("#text", HOSTILE)
    page.fill("#outlet", "<i>Skerry</i> Post")
    page.fill("#published", "2031-05-06")
    page.click("main form button")
    page.wait_for_selector("text=Reports added", timeout=60_000)
    with page.expect_navigation():
        page.click(".item-words a")
    report = page.url.rpartition("/")[2]
    paths = [f"/report/{report}", "/", "/search?words=skerry", f"/compare?a={report}", f"/judge?about={report}"]
    for path in paths:
        page.goto(desk + path)
        assert page.evaluate("window.hit ?? null") is None
        assert overflow(page) == [], path
    page.goto(f"{desk}/report/{report}")
    assert "<script>window.hit = 4</script> [U+202E]gnip" in page.inner_text("h1")
    assert "onerror=window.hit=2" in page.inner_text(".text")
    assert json.loads(page.evaluate("JSON.stringify(document.querySelectorAll('.text script, .text img').length)")) == 0


def test_a_hostile_report_is_text_in_the_dossier(visits: Visits, tmp_path: Path):
    """Alone, without a server: it is shown letter by letter, and fits a phone."""
    path = tmp_path / "dossier.html"
    path.write_bytes(render_dossier([record_of(HOSTILE)]).encode("utf-8", "backslashreplace"))
    page = visits.open(path.as_uri(), "", width=PHONE)
    assert page.evaluate("window.hit ?? null") is None
    assert "onerror=window.hit=2" in page.inner_text("main")
    assert overflow(page) == []
