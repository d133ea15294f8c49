"""Five thousand records made of real reports: all of them, exactly, and nothing lost where some are damaged."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from benchmarks.archives import page, rows, write_archive
from whoseword.reports.archives.warc import members
from whoseword.reports.given import Given, Unread

RECORDS = 5000


pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def archive(shared, tmp_path_factory):
    """The file, and the pages in it."""
    pages = [page(number, row) for number, row in rows(RECORDS)]
    path = tmp_path_factory.mktemp("archives") / "news.warc.gz"
    write_archive(path, pages)
    return path, pages


def read(path: Path):
    """All that comes out, and what was left out."""
    ends = []

    def run():
        with path.open("rb") as file:
            ends.append((yield from members(file, path.name, str(path))))

    return list(run()), ends[0]


def test_every_page_comes_exactly_and_fast_enough(archive):
    """5,000 payloads, byte by byte, at 200 a second or more; requests and the head of the file are counted."""
    path, pages = archive
    begun = time.process_time()
    found, skipped = read(path)
    assert RECORDS / (time.process_time() - begun) >= 200
    assert [each.data for each in found] == pages
    assert {each.problems for each in found} == {()}
    assert [each.url for each in found] == [f"https://news.example/story/{number}" for number in range(RECORDS)]
    assert (skipped.records, skipped.kinds) == (2 * RECORDS + 1, (("request", RECORDS), ("warcinfo", 1)))


def test_a_cut_file_loses_its_last_page_alone(archive, tmp_path):
    """And says so."""
    path, pages = archive
    cut = tmp_path / "cut.warc.gz"
    data = path.read_bytes()
    # Behind the last answer stands its request.
    cut.write_bytes(data[:-1200])
    found, _ = read(cut)
    assert [each.data for each in found[: RECORDS - 1]] == pages[:-1]
    assert [problem.code for problem in found[-1].problems] == ["archive-damaged"]


def test_damaged_places_cost_their_own_pages_alone(archive, tmp_path):
    """Ten wrong bytes over the file: ten places are told, and no more pages than that are not exact."""
    path, pages = archive
    data = bytearray(path.read_bytes())
    for place in range(1, 11):
        data[place * len(data) // 11] ^= 0xFF
    broken = tmp_path / "broken.warc.gz"
    broken.write_bytes(data)
    found, _ = read(broken)
    exact = {each.data for each in found if isinstance(each, Given)} & set(pages)
    assert len(set(pages) - exact) <= 10
    told = [each for each in found if isinstance(each, Unread) or each.problems]
    assert len(told) == 10
    assert {problem.code for each in told for problem in each.problems} == {"archive-damaged"}
