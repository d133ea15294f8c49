"""Outlets."""

from __future__ import annotations

import pytest

from whoseword.reports.pages.outlet import is_same_outlet, outlet_of
from whoseword.reports.pages.page import gather
from whoseword.reports.pages.tree import parse


def found(head: str, thing: dict[str, object] | None = None, url: str | None = None):
    outlet = outlet_of(gather(parse(f"<head><title>Gate | Kell Mail</title>{head}</head><p>x</p>").root, url), thing)
    return (outlet.value, outlet.by) if outlet else None


SITE_NAME = '<meta property="og:site_name" content="Aldmoor Courier">'


@pytest.mark.parametrize(
    ("head", "publisher", "expected"),
    [
        ("", {"name": "Aldmoor Courier"}, ("Aldmoor Courier", "json-ld publisher")),
        ("", [{"name": "Aldmoor Courier"}], ("Aldmoor Courier", "json-ld publisher")),
        ("", "Aldmoor Courier", ("Aldmoor Courier", "json-ld publisher")),
        (SITE_NAME, {"name": "Valley Media Group Ltd"}, ("Aldmoor Courier", "og:site_name")),
        (SITE_NAME, None, ("Aldmoor Courier", "og:site_name")),
        (SITE_NAME, 7, ("Aldmoor Courier", "og:site_name")),
        ('<meta name="application-name" content="Aldmoor Courier">', None, ("Aldmoor Courier", "application-name")),
        ('<meta property="og:site_name" content="@courier">', None, None),
        ("", {"name": "https://aldmoor.example"}, None),
        ("", {}, None),
    ],
)
def test_the_outlet_by_what_the_page_says_of_its_site(head, publisher, expected):
    """The publisher, else the site's name; never a company beside a name, an address, or the title."""
    assert found(head, {"publisher": publisher}) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.aldmoorcourier.example/a", ("aldmoorcourier.example", "host name")),
        ("https://web.archive.org/web/2031/https://x.example/", None),
        ("http://127.0.0.1:80/a", None),
        (None, None),
    ],
)
def test_the_host_stands_in_last(url, expected):
    """Where nothing is said the host's name stands in, but not an archive's, nor numbers."""
    assert found("", None, url) == expected


@pytest.mark.parametrize(
    ("one", "two", "is_same"),
    [
        ("The Aldmoor Courier", "Aldmoor Courier", True),
        ("Aldmoor Courier", "www.aldmoorcourier.co.uk", True),
        ("Aldmoor Courier", "Aldmoor Mail", False),
        ("", "", False),
    ],
)
def test_names_of_one_outlet(one, two, is_same):
    """Articles, endings and spaces make no other outlet."""
    assert is_same_outlet(one, two) is is_same


@pytest.mark.parametrize(
    ("body", "url", "expected"),
    [
        ('<h1><a href="/">Kell Mail</a></h1>', None, ("Kell Mail", "home link")),
        ('<a rel="home" href="https://kell.example/">Kell Mail</a>', None, ("Kell Mail", "home link")),
        ('<a href="/"><img alt="Kell Mail"></a>', None, ("Kell Mail", "masthead")),
        ('<img alt="The Kell Mail">', "https://www.kellmail.example/a", ("The Kell Mail", "masthead")),
        ('<img alt="Gate">', "https://www.kellmail.example/a", ("kellmail.example", "host name")),
        ('<a href="/">Home</a>', "https://www.kellmail.example/a", ("kellmail.example", "host name")),
        ('<a href="/gate">Gate</a>', "https://www.kellmail.example/a", ("kellmail.example", "host name")),
    ],
)
def test_the_name_in_the_masthead(body, url, expected):
    """A link home or a picture names the outlet if the title or the host says the same; else the host's name stands."""
    page = gather(parse(f"<head><title>Gate | Kell Mail</title></head><body>{body}</body>").root, url)
    outlet = outlet_of(page, None)
    assert outlet is not None
    assert (outlet.value, outlet.by) == expected
