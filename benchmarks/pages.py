"""What a page of `whoseword serve` costs: `python -m benchmarks.pages STORE [--pages 500]`.

Walks the pages of a store by their links, as a reader would, without a network, when all stories are put together. Of
each kind of page: how many, the median and the 95th percentile of the time that the answer takes, and of the processor
time in it, which does not depend on what else the machine does. The bar is 150 ms for the 95th of all.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from html import unescape

from starlette.testclient import TestClient

from whoseword.web.app import make_app
from whoseword.web.desk import Settings

BASE = "http://127.0.0.1:8765"
BAR_MS = 150
# Of each kind of page no more than this share: links to judge are on every page, and nobody follows them all.
SHARE = 0.25
_ID = re.compile(r"/[0-9a-f]{12}")


def kind_of(address: str) -> str:
    """The address with every id left out."""
    return _ID.sub("/ID", address.partition("?")[0])


def walk(client: TestClient, most: int) -> dict[str, list[tuple[float, float]]]:
    """Seconds, and seconds of the processor, of each answer, by the kind of page."""
    found: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    chosen, seen, todo = random.Random(7), set(), ["/"]  # noqa: S311  (the same walk each time)
    while todo and sum(map(len, found.values())) < most:
        address = todo.pop(chosen.randrange(len(todo)))
        if address in seen or len(found[kind_of(address)]) > most * SHARE:
            continue
        seen.add(address)
        wall, cpu = time.perf_counter(), time.process_time()
        answer = client.get(address)
        found[kind_of(address)].append((time.perf_counter() - wall, time.process_time() - cpu))
        if answer.headers["content-type"].startswith("text/html"):
            links = re.findall(r'href="(/[^"]*)"', answer.text)
            todo += [unescape(link).partition("#")[0] for link in links]
    return found


def at(values: Sequence[float], share: float) -> float:
    """The value below which that share of the values lie, in milliseconds."""
    return 1000 * sorted(values)[min(int(len(values) * share), len(values) - 1)]


def main() -> None:
    """Prints a line for each kind of page and one for all; ends with 1 where all are slower than the bar."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages")
    parser.add_argument("store")
    parser.add_argument("--pages", type=int, default=500)
    given = parser.parse_args()
    app = make_app(Settings(given.store, patience=None, background=False))
    with TestClient(app, base_url=BASE) as client:
        desk = app.app.state.desk  # type: ignore[attr-defined]
        begun = time.perf_counter()
        with desk.reading() as connection:
            stories = desk.stories(connection)
            for story in stories:
                desk.book(connection, story, patience=None)
        reports = sum(len(story.reports) for story in stories)
        print(f"{reports} reports, {len(stories)} stories, put together in {time.perf_counter() - begun:.0f} s")
        found = walk(client, given.pages)
    print(f"{'page':36} {'pages':>5} {'median':>8} {'p95':>8} {'cpu p95':>8}  ms")
    every = [pair for pairs in found.values() for pair in pairs]
    for kind, pairs in [*sorted(found.items()), ("all", every)]:
        if pairs:
            walls, cpus = zip(*pairs, strict=True)
            print(f"{kind:36} {len(pairs):5} {at(walls, 0.5):8.1f} {at(walls, 0.95):8.1f} {at(cpus, 0.95):8.1f}")
    sys.exit(at([wall for wall, _ in every], 0.95) > BAR_MS)


if __name__ == "__main__":
    main()
