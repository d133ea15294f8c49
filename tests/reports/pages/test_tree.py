"""The tree of a page."""

from __future__ import annotations

import pytest

from whoseword.reports.pages.tree import DEEPEST, MOST_ELEMENTS, parse, spaced_words, without, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>The <b>g</b>ate</p>", "The gate"),
        ("The gate", "The gate"),
        ("<p>a&nbsp;b\n c<!-- no --></p>", "a b c"),
        ("<p>a\0b</p>", "ab"),
        ("<?xml version='1.0' encoding='utf-16'?><html><body><p>ä</p></body></html>", "ä"),
    ],
)
def test_words_of_a_page(text, found):
    """Words have plain single spaces; comments and NUL are gone; a declaration in the text changes nothing."""
    assert words(parse(text).root) == found


def test_nothing_has_no_root():
    """An empty page has no tree."""
    assert parse("").root is None


@pytest.mark.parametrize("tag", ["div", "b", "x-y", "h1", "table", "foo"])
def test_deep_nesting_keeps_its_text(tag):
    """Whatever is nested, the words at the bottom are read, and the loss of structure is told."""
    parsed = parse(f"<body>{f'<{tag}>' * 5000}deep words")
    assert "deep words" in words(parsed.root)
    assert [problem.code for problem in parsed.problems] in ([], ["page-not-all-read"])
    assert not parsed.root.xpath(f"boolean({'/*' * DEEPEST})")


def test_the_number_of_elements_is_bounded():
    """A page of more elements than the bound is read up to it, and told."""
    parsed = parse("<body>" + "<p>x</p>" * (2 * MOST_ELEMENTS))
    assert sum(1 for _ in parsed.root.iter()) <= MOST_ELEMENTS + 3
    assert [problem.code for problem in parsed.problems] == ["page-not-all-read"]


def test_without_keeps_the_text_behind():
    """An element is taken out, the words behind it stay, and the tree given is not changed."""
    root = parse("<body><p>a <b>no</b> c</p></body>").root
    assert words(without(root, list(root.iter("b")))) == "a c"
    assert words(root) == "a no c"


def test_boxes_are_kept_apart():
    """Names in boxes of their own do not run together."""
    assert spaced_words(parse("<div><i>Ann Ott</i><i>Bo Lind</i></div>").root) == "Ann Ott Bo Lind"
