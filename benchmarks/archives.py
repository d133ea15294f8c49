"""How fast archives are read: `python -m benchmarks.archives [--records 5000]`.

Reports of the mixed sample, each in a web page of our own, become a WARC file in a temporary folder. CPU seconds of one
process: our members alone, members with the report made of each page, and the plain reading of warcio beside them.
"""

from __future__ import annotations

import argparse
import gzip
import html
import io
import itertools
import json
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.gate import SHARED

SAMPLE = SHARED / "corpora" / "news" / "sample_3000.jsonl.gz"
RECORDS = 5000
# Making a report takes ten times as long as finding its page, or more, so that some of them are enough.
TEXTS = 1000
_MENU = "World Region Business Courts Sport Weather Letters Puzzles Archive Subscribe".split()
_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>{title} | {outlet}</title>
<meta property="og:title" content="{title}">
<meta property="og:site_name" content="{outlet}">
<meta name="author" content="{authors}">
<meta property="article:published_time" content="{date}">
<link rel="stylesheet" href="/static/site.css"><script>window.layer = window.layer || [];</script></head>
<body><header><a href="/">{outlet}</a><nav><ul>{menu}</ul></nav></header>
<main><article><h1>{title}</h1><p class="byline">By {authors}</p><time datetime="{date}">{date}</time>
<figure><img src="/pictures/{number}.jpg" alt=""><figcaption>A picture from the archive.</figcaption></figure>
{body}</article>
<aside><h2>Most read</h2><ol>{links}</ol></aside></main>
<footer><p>Sign up for our letter. Terms of use. Privacy. Contact the newsroom.</p></footer></body></html>
"""


def rows(count: int) -> Iterator[tuple[int, Mapping[str, str]]]:
    """So many reports of the sample with their number; it starts anew where it has fewer."""
    with gzip.open(SAMPLE, "rt", encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    yield from itertools.islice(enumerate(itertools.cycle(found)), count)


def page(number: int, row: Mapping[str, str]) -> bytes:
    """A report in a page with head, menu, picture, list of links and foot."""
    fields = {name: html.escape(str(row.get(name) or "")) for name in ("title", "outlet", "authors", "date")}
    body = "\n".join(f"<p>{html.escape(words)}</p>" for words in row["text"].split("\n") if words.strip())
    menu = "".join(f'<li><a href="/{word.lower()}">{word}</a></li>' for word in _MENU)
    links = "".join(f'<li><a href="/story/{number + step}">Story {number + step}</a></li>' for step in range(1, 8))
    return _PAGE.format(**fields, body=body, menu=menu, links=links, number=number).encode()


def write_archive(path: Path, pages: Iterator[bytes] | Sequence[bytes]) -> None:
    """A WARC file, packed record by record, with a request beside each response as crawlers write it."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    class InMemory(WARCWriter):  # type: ignore[misc]
        """Its digests are made of temporary files, which it leaves open."""

        @classmethod
        def _create_temp_file(cls) -> io.BytesIO:
            return io.BytesIO()

    with path.open("wb") as file:
        writer = InMemory(file, gzip=True)
        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "benchmark"}))
        for number, data in enumerate(pages):
            url = f"https://news.example/story/{number}"
            fields = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(data)))]
            head = StatusAndHeaders("200 OK", fields, protocol="HTTP/1.1")
            answer = writer.create_warc_record(url, "response", payload=io.BytesIO(data), http_headers=head)
            asked = StatusAndHeaders(f"GET /story/{number} HTTP/1.1", [("Host", "news.example")], is_http_request=True)
            request = writer.create_warc_record(url, "request", http_headers=asked)
            writer.write_request_response_pair(request, answer)


def measure(path: Path) -> dict[str, tuple[int, float]]:
    """How many pages each way of reading gives, and CPU seconds; the ways by turns, the best of three."""
    ways: dict[str, Callable[[Path], int]] = {
        "warcio, plain reading": _with_warcio,
        "members": _members,
        "members and their reports": _reports,
    }
    best: dict[str, tuple[int, float]] = {}
    # The libraries are loaded once in a process, and not for each page.
    _reports(path, 3)
    for _ in range(3):
        for name, way in ways.items():
            begun = time.process_time()
            count = way(path)
            spent = time.process_time() - begun
            best[name] = min(best.get(name, (count, spent)), (count, spent), key=lambda found: found[1])
    return best


def _with_warcio(path: Path) -> int:
    from warcio.archiveiterator import ArchiveIterator

    with path.open("rb") as file:
        kinds = (record.content_stream().read() and record.rec_type for record in ArchiveIterator(file))
        return sum(kind == "response" for kind in kinds)


def _members(path: Path) -> int:
    from whoseword.reports.archives.warc import members

    with path.open("rb") as file:
        return sum(1 for _ in members(file, path.name, None))


def _reports(path: Path, count: int = TEXTS) -> int:
    """All that comes before the reader: records, pages, text, what the pages tell of themselves, language."""
    from whoseword.reports.archives.warc import members
    from whoseword.reports.given import Given
    from whoseword.reports.read import ReadOptions, read_given

    with path.open("rb") as file:
        pages = (each for each in members(file, path.name, None) if isinstance(each, Given))
        return sum(1 for each in itertools.islice(pages, count) for _ in read_given(each, ReadOptions()))


def main(argv: Sequence[str] | None = None) -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archives", description="How fast archives are read.")
    parser.add_argument("--records", type=int, default=RECORDS)
    given = parser.parse_args(argv)
    if not SAMPLE.exists():
        print("SKIPPED: the sample of reports is not beside this checkout; no archive was read.")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.warc.gz"
        write_archive(path, (page(number, row) for number, row in rows(given.records)))
        print(f"{given.records} pages, {path.stat().st_size / 1e6:.0f} MB packed; CPU seconds of one process")
        found = measure(path)
    plain = found["warcio, plain reading"]
    for name, (count, seconds) in found.items():
        ratio = (count / seconds) / (plain[0] / plain[1])
        print(f"{name:34s} {count:6d} pages  {count / seconds:8.0f} a second  {ratio:5.2f} of warcio's")


if __name__ == "__main__":
    main()
