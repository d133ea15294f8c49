"""Tests of relations that the grammar divides or sets right."""

from __future__ import annotations

from tests.readings import reading_of
from whoseword.lexicon import load_lexicon
from whoseword.statements.clauses import Draft, split
from whoseword.statements.trees import Tree


def drafts_of(marked: str, grammar: dict[str, str]) -> tuple[str, list[Draft]]:
    text, reading = reading_of(marked, grammar=grammar)
    return text, split(Tree(text, reading), reading.relations[0], load_lexicon())


def words(text: str, draft: Draft) -> tuple[list[str], list[str], list[str]]:
    """Source, cue and content of a draft, in words."""
    relation = draft.relation
    source, cue, content = (
        [text[slice(*s)] for s in role] for role in (relation.source, relation.cue, relation.content)
    )
    return source, cue, content


def test_second_predicate_shares_the_source():
    """A second telling verb that is joined to the cue makes a second relation of the same source."""
    text, drafts = drafts_of(
        "{S:The warden} {C:said} {Q:the gate was shut and denied opening it}.",
        {
            "said": "VERB",
            "was": "AUX",
            "and": "CCONJ cc denied",
            "denied": "VERB conj said",
            "opening": "VERB xcomp denied",
        },
    )
    assert [words(text, d) for d in drafts] == [
        (["The warden"], ["said"], ["the gate was shut"]),
        (["The warden"], ["denied"], ["opening it"]),
    ]
    assert drafts[1].rule == "clauses:second-predicate"


def test_verb_joined_inside_the_content_stays_there():
    """What the gatekeepers denied is told by the warden; the verb is theirs."""
    _, drafts = drafts_of(
        "{S:The warden} {C:said} {Q:the officials left and denied opening it}.",
        {"said": "VERB", "officials": "NOUN nsubj left", "left": "VERB ccomp said", "denied": "VERB conj left"},
    )
    assert len(drafts) == 1


def test_subject_that_cannot_tell_leaves_the_verb_to_the_source():
    """Where the parser joins the verb to one whose subject is a thing, the source is the one who tells."""
    text, drafts = drafts_of(
        "{S:The warden} {C:said} {Q:planks might be moved and denied a delay}.",
        {"said": "VERB", "planks": "NOUN nsubj moved", "moved": "VERB ccomp said", "and": "CCONJ cc denied",
         "denied": "VERB conj moved"},
    )  # fmt: skip
    assert words(text, drafts[1]) == (["The warden"], ["denied"], ["a delay"])


def test_document_that_says_is_the_source():
    """In "put out a letter that said" the letter says it, and its owner is kept."""
    text, drafts = drafts_of(
        "{S:The abbey} {C:put out a letter} {Q:that said the bells were sold}.",
        {"put": "VERB", "out": "ADP", "a": "DET", "letter": "NOUN", "that": "PRON", "said": "VERB", "the": "DET"},
    )
    assert words(text, drafts[0]) == (["a letter"], ["said"], ["the bells were sold"])
    assert drafts[0].rule == "clauses:document-that-says"
    assert drafts[0].owner
    assert text[slice(*drafts[0].owner)] == "The abbey"


def test_complement_with_that_is_no_relative_clause():
    """A "that" before a subject of its own opens what is said."""
    text, drafts = drafts_of(
        "{S:The abbey} {C:confirmed in a letter} {Q:that monks said no}.",
        {"confirmed": "VERB", "that": "SCONJ", "monks": "NOUN", "said": "VERB"},
    )
    assert words(text, drafts[0]) == (["The abbey"], ["confirmed in a letter"], ["that monks said no"])


def test_time_of_the_telling_is_no_part_of_a_nominal_content():
    """Since when something is called for is not what is called for."""
    text, drafts = drafts_of(
        "{S:Anglers} {C:have called for} {Q:a ban since the spill}.",
        {"called": "VERB", "ban": "NOUN obl called", "since": "ADP case spill", "spill": "NOUN obl called"},
    )
    assert words(text, drafts[0])[2] == ["a ban"]
