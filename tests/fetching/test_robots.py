"""Rules of robots.txt."""

from __future__ import annotations

import tracemalloc

import pytest

from whoseword.fetching.robots import read_robots

DAM, DESK = "https://aldmoor.example/dam", "https://aldmoor.example/desk/1?a=b"


@pytest.mark.parametrize(
    ("text", "dam", "desk"),
    [
        ("", True, True),
        ("User-agent: *\nDisallow: /", False, False),
        ("User-agent: *\nDisallow:", True, True),
        ("User-agent: *\nDisallow: /desk", True, False),
        ("User-agent: *\nDisallow: /*?a=", True, False),
        ("User-agent: *\nDisallow: /dam$", False, True),
        ("User-agent: *\nDisallow: /\nAllow: /dam", True, False),
        ("user-agent: WhoseWord\ndisallow: /dam\n\nuser-agent: *\ndisallow: /desk", False, True),
        ("User-agent: otherbot\nUser-agent: whoseword\nDisallow: /dam", False, True),
        ("User-agent: otherbot\nDisallow: /", True, True),
        ("User-agent otherbot\nDisallow: /", True, True),
        ("Disallow: /", True, True),
        ("\ufeffUser-agent: *\r\nDisallow: /desk # ours", True, False),
        ("\x00\x01User-agent\nnonsense: : :\n" * 9, True, True),
    ],
)
def test_rules_are_read(text, dam, desk):
    """The group that names us counts, else that for all; the longer rule wins."""
    rules = read_robots(text.encode(), "whoseword")
    assert (rules.allows(DAM), rules.allows(DESK)) == (dam, desk)


def test_thousands_of_groups_do_not_fill_the_memory():
    """Names of others times rules for them would be many millions of rules."""
    text = "".join(f"User-agent: b{n}\n" for n in range(5_000)) + "".join(f"Disallow: /{n}\n" for n in range(5_000))
    tracemalloc.start()
    try:
        rules = read_robots(text.encode(), "whoseword")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert rules.allows(DAM)
    assert peak < 32 * 2**20


def test_patterns_with_many_stars_take_no_time():
    """A pattern is matched step by step, without trying all the ways."""
    rules = read_robots(b"User-agent: *\nDisallow: /" + b"*a" * 3000 + b"$", "whoseword")
    assert rules.allows("https://aldmoor.example/" + "a" * 2000 + "b")
