"""A page taken apart."""

from __future__ import annotations

import pytest

from whoseword.reports.pages.page import MOST_METAS, gather, name_words
from whoseword.reports.pages.tree import parse


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("article__sub-title", ("article", "sub", "title")),
        ("articleSubTitle", ("article", "sub", "title")),
        ("ABCNews2", ("abc", "news", "2")),
        ("", ()),
    ],
)
def test_words_of_a_name(name, words):
    """Names are taken apart at marks and capitals."""
    assert name_words(name) == words


def test_metas_links_and_base():
    """Meta tags by each name in small letters, links by rel, relative addresses from the base."""
    head = '<base href="/x/"><meta property="OG:Title" name="t" content=" a  b "><link rel="Canonical" href="c">'
    page = gather(parse(f"<head>{head}</head><p>x</p>").root, "https://aldmoor.example/a")
    assert (page.metas["og:title"], page.metas["t"], page.links["canonical"]) == (("a b",), ("a b",), ("c",))
    assert page.base == "https://aldmoor.example/x/"


def test_the_number_of_metas_is_bounded():
    """A page with ten thousand meta tags has some hundreds."""
    metas = "".join(f'<meta name="m{number}" content="x">' for number in range(3 * MOST_METAS))
    assert len(gather(parse(f"<head>{metas}</head><p>x</p>").root, None).metas) <= MOST_METAS


def test_marked_elements_know_their_names():
    """An element is found by words of its class, id, itemprop, rel or test id."""
    [marked] = gather(parse('<p class="storyBy-line" rel="author" itemprop="a b">x</p>').root, None).marked
    assert marked.has("by", "line")
    assert not marked.has("story", "line")
    assert (sorted(marked.rel), sorted(marked.itemprop)) == (["author"], ["a", "b"])


@pytest.mark.parametrize("name", ["sc-f98b1ad2-0", "css-4ad1f9e", "Card_9ad3"])
def test_no_word_is_read_out_of_a_hash(name):
    """What a program put into a class to tell its builds apart is no name: there is no advertisement in "f98b1ad2"."""
    assert "ad" not in name_words(name)
    assert "ad" in name_words("ad-300x250")
