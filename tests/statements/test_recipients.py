"""Who was told: taken out of a cue or of the head of a content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.readings import reading_of
from whoseword.lexicon import load_lexicon
from whoseword.model import NameKind, Relation, Span
from whoseword.statements.recipients import tell_apart

LEXICON = load_lexicon()
REUTERS: Mapping[str, NameKind] = {"Reuters": "organisation"}


def apart(
    marked: str, names: Mapping[str, NameKind] | None = None, grammar: Mapping[str, str] | None = None
) -> tuple[str, Relation, Relation]:
    """The text, the relation as it was marked, and as it is with the one told."""
    text, reading = reading_of(marked, names=names, grammar=grammar)
    (relation,) = reading.relations
    return text, relation, tell_apart(text, reading, relation, LEXICON)


def parts(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[slice(*span)] for span in spans]


def test_inside_the_cue():
    """The one told is taken out of the end of a cue, which keeps its verb."""
    text, _, found = apart("{S:Officials} {C:told Reuters} {Q:that it rained}.", REUTERS, {"told": "VERB"})
    assert parts(text, found.cue) == ["told"]
    assert parts(text, found.recipient) == ["Reuters"]
    assert parts(text, found.content) == ["that it rained"]


def test_at_the_head_of_the_content():
    """The one told is taken out of the head of a content, which then begins behind."""
    text, _, found = apart("{S:Officials} {C:told} {Q:Reuters that it rained}.", REUTERS, {"that": "SCONJ"})
    assert parts(text, found.cue) == ["told"]
    assert parts(text, found.recipient) == ["Reuters"]
    assert parts(text, found.content) == ["that it rained"]


@pytest.mark.parametrize("join", [": ", " ", ", "])
def test_before_a_quotation(join):
    """Before an opening mark stands the one told; neither colon nor comma is left to the content."""
    text, _, found = apart(f"{{S:She}} {{C:told}} {{Q:reporters{join}“We go now.”}}")
    if join == ", ":
        assert found.recipient == () or parts(text, found.content) == ["“We go now.”"]
    else:
        assert parts(text, found.recipient) == ["reporters"]
        assert parts(text, found.content) == ["“We go now.”"]


def test_several_words():
    """The one told may be several words long, with an "and" between."""
    grammar = {"told": "VERB", "the": "DET", "and": "CCONJ", "that": "SCONJ"}
    text, _, found = apart("{S:She} {C:told} {Q:the envoys and reporters that it rained}.", None, grammar)
    assert parts(text, found.recipient) == ["the envoys and reporters"]


def test_words_behind_the_one_told_stay_out():
    """What is no part of the one told ends it, and a trailing preposition goes."""
    grammar = {"told": "VERB", "Reuters": "PROPN", "in": "ADP", "here": "ADV"}
    text, _, found = apart("{S:She} {C:told Reuters in here} {Q:that it rained}.", None, grammar)
    assert parts(text, found.recipient) == ["Reuters"]


@pytest.mark.parametrize(
    ("marked", "grammar"),
    [
        ("{S:Officials} {C:said} {Q:Reuters that day had been wrong}.", {}),
        ("{S:Officials} {C:told} {T:Reuters} {Q:that it rained}.", {}),
        ("{Q:“Reuters that day was wrong.”}", {}),
        ("{S:Officials} {C:told} {Q:that it rained}.", {"that": "SCONJ"}),
        ("{S:She} {C:warned} {Q:there was no deal that held}.", {"there": "PRON", "was": "AUX"}),
        ("{S:She} {C:warned} {Q:it would rain}.", {"it": "PRON", "would": "AUX", "rain": "VERB"}),
        ("{Q:It rained}, {S:she} {C:told} on Monday.", {"on": "ADP"}),
        ("{S:She} {C:told} all the world {Q:that it rained}.", {}),
        ("{S:She} {C:told on Monday} {Q:that it rained}.", {"on": "ADP", "that": "SCONJ"}),
    ],
    ids=["no telling verb", "known", "no cue", "nobody", "there", "it", "nobody behind", "not adjacent", "preposition"],
)
def test_nobody_is_told(marked, grammar):
    """Where nothing shows who was told, or it is known, the relation stays as it is."""
    _, before, found = apart(marked, None, grammar)
    assert found == before


def test_relative_that_parts_nobody_off():
    """The noun before a relative "that" is no one told: the deal was not warned."""
    grammar = {"the": "DET", "that": "PRON", "signed": "VERB", "was": "AUX"}
    _, before, found = apart("{S:She} {C:warned} {Q:the deal that ministers signed was dead}.", None, grammar)
    assert found == before


@pytest.mark.parametrize("told", ["Reuters", "the Evening Bell", "Ann and Boris’s envoys"])
def test_behind_a_cue_that_ends_the_sentence(told):
    """Where the content stands before the cue, the one told stands right behind the cue."""
    grammar = {"on": "ADP", "and": "CCONJ", "’s": "PART"}
    text, before, found = apart(f"{{Q:It rained}}, {{S:she}} {{C:told}} {told} on Monday.", None, grammar)
    assert parts(text, found.recipient) == [told]
    assert replace(found, recipient=()) == before


def test_the_source_behind_the_cue_is_not_told():
    """A source that follows its cue told, and was not told."""
    _, before, found = apart("{Q:“It rained,”} {C:warned} {S:Boris Nord}.")
    assert found == before


def test_a_long_stretch_is_no_one_told():
    """More words than somebody told ever has before "that" are left to the content."""
    grammar = {"that": "SCONJ"}
    _, before, found = apart("{S:She} {C:told} {Q:a b c d e f g h i j k that it rained}.", None, grammar)
    assert found == before


def test_blanks_between():
    """Line breaks and many blanks between cue, one told and content belong to none of them."""
    text, _, found = apart("{S:Officials} {C:told   \n Reuters}\n  {Q:that it rained}.", REUTERS, {"told": "VERB"})
    assert parts(text, found.cue) == ["told"]
    text, _, found = apart("{S:Officials} {C:told}  {Q:Reuters  \n that it rained}.", REUTERS, {"that": "SCONJ"})
    assert parts(text, found.content) == ["that it rained"]


def test_split_content_keeps_its_other_half():
    """Only the stretch that follows the cue gives up the one told."""
    text, _, found = apart(
        "{Q:“We go,”} {S:she} {C:told} {Q:Reuters “and soon.”}", {"Reuters": "organisation"}, {"told": "VERB"}
    )
    assert parts(text, found.content) == ["“We go,”", "“and soon.”"]
    assert parts(text, found.recipient) == ["Reuters"]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("{S:Finch} {C:told} {T:troops Friday} {Q:that it was over}.", ["troops"]),
        ("{S:Finch} {C:asked} {T:Orme to} {Q:send a boat}.", ["Orme"]),
        ("{S:Finch} {C:took to} {T:Twitter} {Q:to deny it}.", []),
    ],
)
def test_what_the_reader_took_along_is_left_behind(marked, wanted):
    """A weekday, a "to" and a network are not told anything."""
    text, _, found = apart(marked)
    assert parts(text, found.recipient) == wanted
