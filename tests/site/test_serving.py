"""The test site as it is served."""

from __future__ import annotations

import urllib.error
import urllib.request

from tests.site.pages import STYLES
from tests.site.serving import MODIFIED, served


def ask(url: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    request = urllib.request.Request(url, headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, dict(error.headers), error.read()


def test_every_page_is_served_with_its_bytes():
    """Each page comes under its address with its charset, or none, in the header."""
    with served() as site:
        for style in STYLES:
            status, headers, data = ask(site.address(style.name))
            assert (status, data) == (200, style.data)
            assert ("charset" in headers["Content-Type"]) is (style.charset is not None)


def test_what_has_not_changed_is_not_sent_again():
    """ETag and Last-Modified lead to 304 without a body."""
    with served() as site:
        address = site.address("amp")
        tag = ask(address)[1]["ETag"]
        assert [ask(address, If_None_Match=tag)[0], ask(address, If_Modified_Since=MODIFIED)[0]] == [304, 304]
        assert ask(address, If_None_Match='"other"')[0] == 200
        assert [status for _, _, status in site.asked] == [200, 304, 304, 200]


def test_robots_feed_and_sitemap():
    """The feed lists every report, the sitemap every page, robots.txt leads to it; what is not there is a 404."""
    with served() as site:
        assert b"Sitemap: http://127.0.0.1" in ask(f"{site.url}/robots.txt")[2]
        assert ask(f"{site.url}/feed.xml")[2].count(b"<item>") == sum(1 for style in STYLES if style.golds)
        assert ask(f"{site.url}/sitemap.xml")[2].count(b"<url>") == len(STYLES)
        assert ask(f"{site.url}/nothing")[0] == 404


def test_the_twelve_styles_are_there():
    """The site holds each style of page that reading must master."""
    wanted = {
        "json-ld-only",
        "meta-only",
        "live-json-ld",
        "paywall-stub",
        "amp",
        "no-date",
        "future-date",
        "two-bylines",
        "standfirst-outside",
        "undeclared-latin-1",
        "huge",
        "malformed",
    }
    assert wanted <= {style.name for style in STYLES}
