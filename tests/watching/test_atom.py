"""The Atom feed of what was noticed: valid, the same for the same notices, and nothing foreign in it."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from whoseword.across.intake import Notice, Watch
from whoseword.watching.atom import MOST, clean, feed
from whoseword.watching.places import Place

WATCH = Watch(1, "the Orsel dam", "2031-05-01T08:00:00+00:00")
NOTICE = Notice(
    1, "said-again", "a1b2", "Watch 1: said again", "it shut", "3f2a90", (4, 11), 7, "2031-05-08T10:00:00+00:00"
)
PLACE = Place("Riverlands Monitor", "2031-05-08", "The gate", "https://riverlands.example/gate?a=1&b=2")
ATOM = "{http://www.w3.org/2005/Atom}"
# RFC 3339, as RFC 4287 asks for.
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def parsed(*notices: Notice, places: dict[str, Place] | None = None) -> ET.Element:
    return ET.fromstring(feed([WATCH], notices, {"3f2a90": PLACE} if places is None else places))


def texts(element: ET.Element, name: str) -> list[str]:
    return [found.text or "" for found in element.findall(f"{ATOM}{name}")]


def test_the_feed_has_all_that_the_standard_asks_for():
    """RFC 4287, 4.1.1 and 4.1.2: one id, title and updated each, an author for all, and content."""
    root = parsed(NOTICE, replace(NOTICE, number=8, about="c3d4"))
    entries = root.findall(f"{ATOM}entry")
    assert root.tag == f"{ATOM}feed"
    assert len(entries) == 2
    for element in (root, *entries):
        assert [len(texts(element, name)) for name in ("id", "title", "updated")] == [1, 1, 1]
        assert TIME.fullmatch(texts(element, "updated")[0])
        assert texts(element, "id")[0].startswith("urn:uuid:")
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    assert len({texts(element, "id")[0] for element in (root, *entries)}) == 3
    for entry in entries:
        link, content = entry.find(f"{ATOM}link"), entry.find(f"{ATOM}content")
        assert link is not None
        assert link.attrib == {"rel": "alternate", "href": PLACE.url}
        assert content is not None
        assert content.attrib == {"type": "text"}


def test_the_newest_comes_first_and_the_feed_has_its_time():
    """Entries stand in the order in which they were made, the last first."""
    later = replace(NOTICE, number=8, about="c3d4", line="later", made="2031-05-09T10:00:00+00:00")
    root = parsed(NOTICE, later)
    assert [texts(entry, "title") for entry in root.findall(f"{ATOM}entry")] == [["later"], [NOTICE.line]]
    assert texts(root, "updated") == ["2031-05-09T10:00:00+00:00"]


def test_ids_stay_when_more_is_noticed():
    """A reader of feeds knows an entry again by its id, whatever has come since and whatever its line says now."""
    both = parsed(replace(NOTICE, line="other words"), replace(NOTICE, number=8, about="c3d4"))
    alone = parsed(NOTICE)
    assert texts(alone.findall(f"{ATOM}entry")[0], "id") == texts(both.findall(f"{ATOM}entry")[1], "id")
    assert texts(alone, "id") == texts(both, "id")


def test_the_same_notices_give_the_same_bytes():
    """Nothing in the feed depends on when or where it is written."""
    assert feed([WATCH], [NOTICE], {}) == feed([WATCH], [NOTICE], {})


@pytest.mark.parametrize("special", ["\x00", "\x0b", "\x1f", "\ufffe", "\uffff", "\ud83d"])
def test_what_xml_forbids_is_not_in_it(special):
    """A character that no XML may hold, in any field, leaves a feed that can be read."""
    odd = f"a{special}b"
    place = replace(PLACE, url=f"https://riverlands.example/{odd}", title=odd)
    data = feed([replace(WATCH, words=odd)], [replace(NOTICE, line=odd, words=odd, about=odd)], {"3f2a90": place})
    assert special not in data.decode("utf-8")
    assert ET.fromstring(data).find(f"{ATOM}entry/{ATOM}title") is not None


def test_marks_of_xml_are_words_in_it():
    """What looks like markup in a report is text in the feed."""
    words = 'say "<b>&amp;</b>" ]]> <!ENTITY x "y">'
    root = parsed(replace(NOTICE, line=words))
    assert texts(root.findall(f"{ATOM}entry")[0], "title") == [words]


@pytest.mark.parametrize(
    "url", [None, "javascript:alert(1)", "file:///etc/passwd", "https://a.example/ b", 'https://a.example/"x']
)
def test_only_addresses_of_the_web_are_linked(url):
    """Another address, or none, gives an entry without a link, which still has its content."""
    entry = parsed(NOTICE, places={"3f2a90": replace(PLACE, url=url)}).findall(f"{ATOM}entry")[0]
    assert entry.find(f"{ATOM}link") is None
    assert "it shut" in texts(entry, "content")[0]


def test_the_feed_holds_the_newest_alone():
    """A long list is cut at its old end."""
    many = [replace(NOTICE, number=number, about=str(number)) for number in range(MOST + 3)]
    entries = parsed(*many).findall(f"{ATOM}entry")
    assert len(entries) == MOST


def test_a_feed_of_nothing_is_valid():
    """Without a watch there is a feed without entries, with a time."""
    root = ET.fromstring(feed([], [], {}))
    assert TIME.fullmatch(texts(root, "updated")[0])
    assert root.findall(f"{ATOM}entry") == []


def test_hidden_characters_are_shown():
    """A mark that turns text around is told, and line ends stay."""
    assert clean("a\u202eb\nc\td") == "a[U+202E]b\nc\td"
