"""How large and how quick a dossier of many reports is: `python -m benchmarks.dossier [REPORTS …]`.

The time to open is Chromium's own: from the start of the navigation until the first picture after the whole file is
there. The time to the first click is from then until the section that the click leads to is painted. Everything comes
from the disk, so that it is the page that is measured and no network. Best of five, in a fresh profile.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path

from benchmarks.browser import Browser, chromium
from benchmarks.gate import SHARED
from whoseword.dossier.html import render_dossier
from whoseword.ledger.book import open_book
from whoseword.lexicon import load_lexicon
from whoseword.model import Record
from whoseword.pipeline import Work, read_paths
from whoseword.reports.read import ReadOptions

STORY = SHARED / "corpora" / "news" / "stories" / "iraq_2020.jsonl"
# What was promised of the dossier of this story, on a machine with two slow cores.
MOST_BYTES, MOST_SECONDS = 5_000_000, 1.0
RUNS = 5
DESK, PHONE = (1280, 800), (360, 740)
_PAINTED = "new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0)))"
_CLICK = """(async () => {
  const start = performance.now();
  document.querySelector('nav a[href="#contents"]').click();
  return (await PAINTED) - start;
})()""".replace("PAINTED", _PAINTED)
# What is not laid out yet is too wide for nobody, so all of it is laid out first.
_WIDTH = """(() => {
  for (const one of document.body.querySelectorAll("*")) {
    if (getComputedStyle(one).contentVisibility === "auto") one.style.contentVisibility = "visible";
  }
  return Math.max(document.documentElement.scrollWidth, document.body.scrollWidth);
})()"""


def made(paths: list[str]) -> tuple[bytes, float]:
    """The dossier of what is in `paths`, and the seconds that it took to write it, without the reading."""
    read = read_paths(paths, ReadOptions(outlet=None, published=None), work=Work(os.cpu_count() or 1, 0.25))
    book = open_book([each for each in read if isinstance(each, Record)], load_lexicon())
    start = time.perf_counter()
    page = render_dossier(book.records, book=book)
    return page.encode("utf-8", "backslashreplace"), time.perf_counter() - start


def opened(program: str, page: Path) -> tuple[float, float]:
    """Seconds until the page at desk width can be used, and from a first click until its answer is seen."""
    with Browser(program) as browser:
        browser.size(*DESK)
        browser.open(page.as_uri())
        return browser.ask(_PAINTED) / 1000, browser.ask(_CLICK) / 1000


def wide(program: str, page: Path) -> int:
    """How many CSS pixels the page takes on a phone; more than it has is an overflow."""
    with Browser(program) as browser:
        browser.size(*PHONE)
        browser.open(page.as_uri())
        return int(browser.ask(_WIDTH))


def main(arguments: list[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", default=[str(STORY)])
    paths = parser.parse_args(arguments).paths
    if not all(Path(path).exists() for path in paths):
        print(f"SKIPPED: {STORY.name} not found beside this checkout; no dossier was measured.")
        return
    page, seconds = made(paths)
    print(f"{'dossier, bytes':36s} {len(page):9,d}  (at most {MOST_BYTES:,})")
    print(f"{'written in, seconds':36s} {seconds:9.2f}")
    program = chromium()
    if program is None:
        print("SKIPPED: Chromium is not on PATH; how fast the dossier opens was not measured.")
        return
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder) / "dossier.html"
        at.write_bytes(page)
        runs = [opened(program, at) for _ in range(RUNS)]
        print(f"{'usable after, seconds':36s} {min(run[0] for run in runs):9.2f}  (less than {MOST_SECONDS})")
        print(f"{'first click answered in, seconds':36s} {min(run[1] for run in runs):9.2f}")
        print(f"{f'width at {PHONE[0]} pixels':36s} {wide(program, at):9d}")


if __name__ == "__main__":
    main()
