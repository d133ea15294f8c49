"""JSON-LD as pages have it."""

from __future__ import annotations

import pytest

from whoseword.reports.pages.json_ld import (
    LARGEST_SCRIPT,
    address_of,
    is_article,
    objects_in,
    read_json_ld,
    string_of,
    types_of,
)

HEADLINE = '{"@type": "NewsArticle", "headline": "Gate opens"}'


@pytest.mark.parametrize(
    "script",
    [
        HEADLINE,
        f"[{HEADLINE}]",
        f"<!-- {HEADLINE} -->",
        f"//<![CDATA[\n{HEADLINE}\n//]]>",
        f"{HEADLINE};",
        '{"@type": "NewsArticle", "headline": "Gate opens",}',
        '{"@type": "NewsArticle", "tags": ["a", ], "headline": "Gate opens"}',
        '{"@type": "NewsArticle", "text": "a\nb, }", "headline": "Gate opens"}',
        f'{{"@context": "x", "@graph": [{HEADLINE}]}}',
        f'{{"@type": "WebPage", "mainEntity": {HEADLINE}}}',
    ],
)
def test_what_is_meant_beyond_doubt_is_read(script):
    """Comments, marks, trailing commas, line breaks in strings, lists and graphs do not hide the article."""
    things, problems = read_json_ld([script])
    assert [thing["headline"] for thing in things if is_article(thing)] == ["Gate opens"]
    assert problems == ()


@pytest.mark.parametrize("script", ["", "{", '{"headline": }', "{'headline': 'x'}", "undefined", '{"a": "b" "c": 1}'])
def test_broken_json_is_told_and_not_guessed(script):
    """A script that is no JSON gives nothing but a Problem with its number."""
    things, [problem] = read_json_ld([script])
    assert (things, problem.code) == ((), "metadata-not-read")
    assert "script 1" in problem.message


def test_a_broken_script_does_not_hide_the_next():
    """Each script stands for itself."""
    things, problems = read_json_ld(["{", HEADLINE])
    assert (len(things), len(problems)) == (1, 1)


def test_references_are_put_in_place():
    """An author that is only referred to is found in the same graph."""
    graph = (
        '{"@graph": [{"@type": "Article", "author": {"@id": "#a"}}, {"@type": "Person", "@id": "#a", "name": "Jo"}]}'
    )
    things, _ = read_json_ld([graph])
    assert objects_in(things[0]["author"])[0]["name"] == "Jo"


def test_a_script_too_large_is_told():
    """What is above the limit is left out, and told."""
    things, [problem] = read_json_ld([" " * (LARGEST_SCRIPT + 1)])
    assert (things, problem.code) == ((), "page-not-all-read")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Gate&#8217;s end", "Gate’s end"),
        ("Gate&amp;#8217;s end", "Gate’s end"),
        ("<p>Gate  opens</p>", "Gate opens"),
        ({"@value": "Gate"}, "Gate"),
        (["Gate"], "Gate"),
        (7, None),
        (None, None),
        ({}, None),
        ("  ", None),
        (True, None),
    ],
)
def test_strings_come_out_plain(value, text):
    """Markup and entities are gone; what is no string is nothing."""
    assert string_of(value) == text


def test_types_lose_their_vocabulary():
    """A type with the address of schema.org is the same type."""
    assert types_of({"@type": ["http://schema.org/NewsArticle", "schema:Article"]}) == {"NewsArticle", "Article"}


@pytest.mark.parametrize("value", [{"@id": "/a"}, {"url": "/a"}, "/a", [{"@id": "/a"}]])
def test_an_address_is_found_in_each_form(value):
    """An address is a string, or an object that has one."""
    assert address_of(value) == "/a"
