"""The address of a page."""

from __future__ import annotations

import pytest

from whoseword.reports.pages.address import own_address, site_of
from whoseword.reports.pages.page import gather
from whoseword.reports.pages.tree import parse


def address(head: str, url: str | None):
    return own_address(gather(parse(f"<head>{head}</head><p>x</p>").root, url), None)


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.aldmoor.example/a", "aldmoor.example"),
        ("https://amp.news.aldmoor.co.uk/a", "aldmoor.co.uk"),
        ("https://aldmoor.com.au", "aldmoor.com.au"),
        ("http://127.0.0.1:8080/a", "127.0.0.1"),
        ("https://[::1]/a", "::1"),
        ("nonsense", ""),
        ("https://[broken", ""),
    ],
)
def test_the_site_of_an_address(url, site):
    """The part that one owner registers, also below a country's second level; an address of numbers whole."""
    assert site_of(url) == site


@pytest.mark.parametrize(
    ("canonical", "url", "value", "by"),
    [
        (
            "https://aldmoor.example/a",
            "https://www.aldmoor.example/a?s=1",
            "https://aldmoor.example/a",
            "link canonical",
        ),
        ("/a", "https://aldmoor.example/a?x", "https://aldmoor.example/a", "link canonical"),
        ("https://aldmoor.example/", "https://aldmoor.example/a", "https://aldmoor.example/a", "address"),
        ("https://other.example/a", "https://aldmoor.example/a", "https://aldmoor.example/a", "address"),
        ("javascript:void(0)", "https://aldmoor.example/a", "https://aldmoor.example/a", "address"),
        ("https://aldmoor.example/a", None, "https://aldmoor.example/a", "link canonical"),
        (
            "https://aldmoor.example/a",
            "https://web.archive.org/web/20310501id_/https://aldmoor.example/a",
            "https://aldmoor.example/a",
            "link canonical",
        ),
        (
            "https://www.aldmoor.example/a",
            "https://www-aldmoor-example.cdn.ampproject.org/c/s/www.aldmoor.example/a",
            "https://www.aldmoor.example/a",
            "link canonical",
        ),
    ],
)
def test_a_canonical_address_of_the_same_site_is_believed(canonical, url, value, by):
    """The page's own word goes first on its own site; another site, a home page and scripts are not believed."""
    found, _ = address(f'<link rel="canonical" href="{canonical}">', url)
    assert found is not None
    assert (found.value, found.by) == (value, by)


def test_an_address_elsewhere_is_told():
    """A page that names another site keeps the address it came from, and that is told."""
    _, problems = address('<link rel="canonical" href="https://other.example/a">', "https://aldmoor.example/a")
    assert [problem.code for problem in problems] == ["address-elsewhere"]


def test_no_address_is_made_up():
    """A page without an address that came from nowhere has none."""
    assert address("", None) == (None, ())
