"""What joins the two seed reports is found, and nothing else is joined."""

from __future__ import annotations

import pytest

from benchmarks.across import measured, read_gold, seeds_book, wrong_joins
from benchmarks.gate import SHARED

SEEDS = SHARED / "seeds"
# Of the links that a person marked.
LEAST = 0.8


@pytest.mark.skipif(not (SEEDS / "gold.json").is_file(), reason="the seeds are not beside this checkout")
def test_most_links_between_the_seeds_are_found_and_none_is_wrong():
    """Four in five of what a person joined or set against each other, and no claim that should be two."""
    book = seeds_book(SEEDS)
    gold = read_gold(SEEDS / "gold.json", book)
    found = {name: hit for name, hit, _ in measured(book, gold)}
    assert sum(found.values()) >= LEAST * len(found), sorted(name for name, hit in found.items() if not hit)
    assert wrong_joins(book, gold) == []
