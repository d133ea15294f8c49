"""The words of names: every entry can match, and a wrong one is refused."""

from __future__ import annotations

from importlib.resources import files

import pytest

from whoseword.entries import Body
from whoseword.errors import LexiconError
from whoseword.lexicon import FILES, load_lexicon, parse_lexicon
from whoseword.sources.bodies import body_name
from whoseword.sources.spelling import words_of

LEXICON = load_lexicon()
NAMES = LEXICON.names
PATH = "en/names.toml"
TEXTS = {path: (files("whoseword") / "lexicons" / path).read_text(encoding="utf-8") for path in FILES}


@pytest.mark.parametrize("body", NAMES.bodies, ids=lambda body: body.name)
def test_body(body: Body) -> None:
    """Each of its names leads to the body, where what it needs beside it is there."""
    text = body.beside[0] if body.beside else ""
    assert {body_name(form, text, LEXICON).listed for form in (body.name, *body.forms)} == {body.name}
    assert {body_name(f"{body.country}’s {form}", "", LEXICON).listed for form in body.owned} <= {body.name}


def test_words_can_match() -> None:
    """Words are compared folded, and so they stand here; abbreviations are spelled out before they are looked up."""
    words = NAMES.titles | NAMES.offices | NAMES.many | NAMES.some | NAMES.passing | NAMES.general | NAMES.compound
    assert [word for word in sorted(words) if "".join(words_of(word)) not in {word, "center"}] == []
    assert NAMES.offices.isdisjoint(NAMES.spelled)
    assert set(NAMES.spelled.values()) <= NAMES.offices | NAMES.titles


def test_lists_fit_each_other() -> None:
    """Vague words are among the general ones, and no office is both many's and, with a word more, one's."""
    assert NAMES.vague <= NAMES.general
    assert NAMES.many.isdisjoint(NAMES.some)


def test_nicknames_are_short_for_others() -> None:
    """No first name is its own nickname."""
    assert [name for name, formal in NAMES.nicknames.items() if name in formal or not formal] == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[spelled]", "[spelt]", "spelled"),
        ('"Pentagon"', '"Pentagon", "Pentagon"', "stand twice: Pentagon"),
        ('country = "Iran"', 'country = "Velland"', "Velland"),
        ('mike = ["michael"]', 'mike = [""]', "nicknames"),
        ("owned = []", "owns = []", "must have the fields"),
        ("many = [", 'many = [\n    "adviser",', "many holds something twice"),
    ],
)
def test_refused(old: str, new: str, message: str) -> None:
    """A wrong entry is refused with the file and what is wrong."""
    changed = TEXTS[PATH].replace(old, new, 1)
    assert changed != TEXTS[PATH]
    with pytest.raises(LexiconError, match=message):
        parse_lexicon(TEXTS | {PATH: changed})
