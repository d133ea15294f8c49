"""Tests of statements inside statements."""

from __future__ import annotations

from tests.readings import reading_of
from whoseword.lexicon import load_lexicon
from whoseword.statements.nesting import nested
from whoseword.statements.trees import Tree

OUTER = {"She": "PRON nsubj said", "said": "VERB"}


def inner(marked: str, grammar: dict[str, str]) -> list[tuple[str, str, str]]:
    """Source, cue and content of what is told inside the marked content, in words."""
    text, reading = reading_of(marked, grammar=OUTER | grammar)
    drafts = nested(Tree(text, reading), reading.relations[0].content, load_lexicon())
    found = [(d.relation.source[0], d.relation.cue[0], d.relation.content[0]) for d in drafts]
    return [(text[slice(*a)], text[slice(*b)], text[slice(*c)]) for a, b, c in found]


def test_agreement_with_an_infinitive():
    """Parties that agree to do something make a statement inside the one that tells of it."""
    assert inner(
        "{S:She} {C:said} {Q:both parties had agreed to wait}.",
        {"both": "DET det parties", "parties": "NOUN nsubj agreed", "had": "AUX aux agreed",
         "agreed": "VERB ccomp said",
         "to": "PART mark wait", "wait": "VERB xcomp agreed"},
    ) == [("both parties", "agreed", "to wait")]  # fmt: skip


def test_passive_agreement_has_no_teller():
    """What will be agreed is not agreed by its subject."""
    assert not inner(
        "{S:She} {C:said} {Q:dates will be agreed through envoys}.",
        {
            "dates": "NOUN nsubj agreed",
            "be": "AUX aux agreed",
            "agreed": "VERB ccomp said",
            "envoys": "NOUN obl agreed",
        },
    )


def test_thing_tells_nothing():
    """A pronoun for a thing is no source."""
    assert not inner(
        "{S:She} {C:said} {Q:it denied the claim}.",
        {"it": "PRON nsubj denied", "denied": "VERB ccomp said", "claim": "NOUN obj denied"},
    )


def test_speakers_own_belief_is_her_own_voice():
    """What the speaker says of herself inside her own words is no second statement."""
    assert not inner(
        "{S:She} {C:said} {Q:I say he left}.",
        {"I": "PRON nsubj say", "say": "VERB ccomp said", "he": "PRON nsubj left", "left": "VERB ccomp say"},
    )


def test_clause_with_that_runs_to_the_end_of_the_content():
    """A parse that ends a clause too early does not cut what follows "that"."""
    assert inner(
        "{S:She} {C:said} {Q:officials confirmed that boats sail at noon}.",
        {"officials": "NOUN nsubj confirmed", "confirmed": "VERB ccomp said", "that": "SCONJ mark sail",
         "boats": "NOUN nsubj sail", "sail": "VERB ccomp confirmed"},
    ) == [("officials", "confirmed", "that boats sail at noon")]  # fmt: skip


def test_words_outside_the_content_are_not_looked_at():
    """The cue of the statement itself is not found again."""
    assert not inner("{S:She} {C:said} {Q:yes}.", {"yes": "INTJ ccomp said"})


def test_tree_that_goes_in_circles_is_walked_to_an_end():
    """Two verbs that a wrong tree joins to each other have no subject, and nothing hangs."""
    assert not inner(
        "{S:She} {C:said} {Q:denied the claim and rejected it}.",
        {"denied": "VERB conj rejected", "claim": "NOUN obj denied", "rejected": "VERB conj denied"},
    )


def test_what_is_only_supposed_is_not_told():
    """Parties that might agree, or cannot, have agreed to nothing."""
    grammar = {
        "they": "PRON nsubj agree",
        "agree": "VERB ccomp said",
        "to": "PART mark wait",
        "wait": "VERB xcomp agree",
    }
    assert inner("{S:She} {C:said} {Q:they agree to wait}.", grammar)
    assert not inner("{S:She} {C:said} {Q:if they agree to wait}.", grammar | {"if": "SCONJ mark agree"})
    grammar |= {"can": "AUX aux agree", "not": "PART advmod agree"}
    assert not inner("{S:She} {C:said} {Q:they can not agree to wait}.", grammar)


def test_cue_with_words_in_between():
    """A cue of two words may have others in between."""
    assert inner(
        "{S:She} {C:said} {Q:the board made it clear that nobody pays}.",
        {"the": "DET det board", "board": "NOUN nsubj made", "made": "VERB ccomp said", "it": "PRON obj made",
         "clear": "ADJ xcomp made", "that": "SCONJ mark pays", "nobody": "PRON nsubj pays", "pays": "VERB ccomp made"},
    ) == [("the board", "made it clear", "that nobody pays")]  # fmt: skip


def test_content_behind_as():
    """What stands behind "As the board warned," is told by the board."""
    assert inner(
        "{S:She} {C:said} {Q:as the board warned, nobody pays}.",
        {"as": "SCONJ mark warned", "the": "DET det board", "board": "NOUN nsubj warned", "warned": "VERB advcl pays",
         "nobody": "PRON nsubj pays", "pays": "VERB ccomp said"},
    ) == [("the board", "warned", "nobody pays")]  # fmt: skip
