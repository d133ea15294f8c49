"""Which of a page's objects tells of its own article."""

from __future__ import annotations

import pytest

from whoseword.reports.pages.page import gather
from whoseword.reports.pages.subject import alike, bare_address, own_thing, place_of, same_words
from whoseword.reports.pages.tree import parse


def found(*scripts: str, head: str = "", url: str | None = "https://aldmoor.example/gate"):
    made = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    thing, problems = own_thing(gather(parse(f"<head>{head}{made}</head><h1>Gate opens at Kell</h1>").root, url))
    return (thing or {}).get("headline"), [problem.code for problem in problems]


OWN = '{"@type": "NewsArticle", "headline": "Gate opens", "url": "https://www.aldmoor.example/gate/"}'
UNPLACED = '{"@type": "NewsArticle", "headline": "Gate opens at Kell"}'
OTHER = '{"@type": "NewsArticle", "headline": "Bells ring", "url": "https://aldmoor.example/bells"}'
PLAIN = '{"@type": "NewsArticle", "headline": "A night in June"}'


@pytest.mark.parametrize(
    ("scripts", "headline", "codes"),
    [
        ((OTHER, OWN), "Gate opens", []),
        ((OTHER, UNPLACED), "Gate opens at Kell", []),
        ((PLAIN,), "A night in June", []),
        ((OTHER,), None, ["metadata-not-read"]),
        ((OTHER, PLAIN), None, ["metadata-not-read"]),
        (('{"@type": "WebSite", "name": "x"}',), None, []),
    ],
)
def test_only_the_pages_own_article_is_taken(scripts, headline, codes):
    """By address, else by headline, else as the only one that could be meant; a neighbour's is refused and told."""
    assert found(*scripts) == (headline, codes)


@pytest.mark.parametrize(
    "url",
    ["http://www.aldmoor.example/gate", "https://aldmoor.example/gate/", "https://aldmoor.example/gate?x=1#top"],
)
def test_copies_of_one_address(url):
    """Scheme, www, query, fragment and a closing slash make no other page."""
    assert bare_address(url) == "aldmoor.example/gate"


def test_words_are_compared_without_marks():
    """Capitals and marks make no difference, other words do."""
    assert same_words("“Gate” opens!", "gate opens")
    assert not same_words("", "")
    assert alike("gate opens", "gate opens at last") == 1


def test_lines_below_the_headline():
    """The short lines up to the first paragraph, without those of menus."""
    prose = "The gate at Kell opened after nine years, the water guild said in a letter to all."
    html = f"<body><h1>Gate</h1><nav>Menu</nav><p>By Ada Rook</p><i>3 June</i><p>{prose}</p><p>Below</p></body>"
    assert place_of(gather(parse(html).root, None)).lines == ("By Ada Rook", "3 June")


def test_lines_below_a_headline_that_is_no_heading():
    """A headline in bold type is known by the title element."""
    html = "<title>Kell Mail: Gate opens at Kell</title><body><font><b>Gate opens at Kell</b></font><i>By Ada Rook</i>"
    page = gather(parse(f"{html}<p>{'Words of the body. ' * 9}</p></body>").root, None)
    assert place_of(page).lines == ("By Ada Rook",)
