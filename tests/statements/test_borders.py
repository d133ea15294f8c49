"""The rules that move the borders of the reader's relations."""

from __future__ import annotations

import pytest

from tests.readings import reading_of
from whoseword.model import Reading, Relation
from whoseword.statements.borders import moved
from whoseword.statements.clauses import Draft
from whoseword.statements.trees import Tree


def of(text: str, *, source: str = "", cue: str, content: str) -> tuple[Tree, Relation]:
    """A relation over the first place where each of its words stands."""

    def spans(words: str) -> tuple[tuple[int, int], ...]:
        return ((text.index(words), text.index(words) + len(words)),) if words else ()

    relation = Relation(spans(source), spans(cue), spans(content), (), 0.9)
    return Tree(text, Reading((), (), (), ())), relation


def words(tree: Tree, draft: Draft | None) -> tuple[list[str], list[str], list[str]] | None:
    """Source, cue and content of a draft in words."""
    if draft is None:
        return None
    roles = (draft.relation.source, draft.relation.cue, draft.relation.content)
    source, cue, content = ([tree.text[a:b] for a, b in role] for role in roles)
    return source, cue, content


MOVED = [
    (
        of("The Bell quotes harbour hands as saying the crates were wet.", source="The Bell", cue="quotes",
           content="harbour hands as saying the crates were wet"),
        "borders:quoted-as-saying",
        (["harbour hands"], ["saying"], ["the crates were wet"]),
    ),
    (
        of("It quoted the reeve as telling friends that he was done.", source="It", cue="quoted",
           content="the reeve as telling friends that he was done"),
        "borders:quoted-as-saying",
        (["the reeve"], ["telling"], ["friends that he was done"]),
    ),
    (
        of("Six boats sank, according to a letter written by Orme.", source="Orme",
           cue="according to a letter written by", content="Six boats sank"),
        "borders:according-to",
        (["a letter written by Orme"], ["according to"], ["Six boats sank"]),
    ),
    (
        of("Six boats sank, according to the guild.", cue="according to the guild", content="Six boats sank"),
        "borders:according-to",
        (["the guild"], ["according to"], ["Six boats sank"]),
    ),
    (
        of("Orme said “the lake is foul” – a harsh word for a small leak.", source="Orme", cue="said",
           content="“the lake is foul” – a harsh word for a small leak"),
        "borders:comment-behind-quotation",
        (["Orme"], ["said"], ["“the lake is foul”"]),
    ),
    (
        of("Orme said that the mast fell, but that nobody was hurt by it. It rained.", source="Orme", cue="said",
           content="that the mast fell"),
        "borders:clause-goes-on",
        (["Orme"], ["said"], ["that the mast fell, but that nobody was hurt by it"]),
    ),
]  # fmt: skip

KEPT = [
    of("The Bell quotes a letter from the guild.", source="The Bell", cue="quotes", content="a letter from the guild"),
    of("The Bell quotes the rules. He was seen as saying so.", source="The Bell", cue="quotes", content="the rules"),
    of("Six boats sank, according to Orme.", source="Orme", cue="according to", content="Six boats sank"),
    of("Orme said the lake – the largest – was foul.", source="Orme", cue="said",
       content="the lake – the largest – was foul"),
    of("“The lake is foul – the air too,” said Orme.", source="Orme", cue="said",
       content="“The lake is foul – the air too,”"),
    of("Orme said that the mast fell. But that is not all.", source="Orme", cue="said", content="that the mast fell"),
    of("Orme said the mast fell, and that was all.", source="Orme", cue="said", content="the mast fell"),
]  # fmt: skip


@pytest.mark.parametrize(("found", "rule", "wanted"), MOVED)
def test_a_border_that_the_words_show_is_moved(found, rule, wanted):
    """Each rule gives the relation the spans that a reader of the sentence would."""
    tree, relation = found
    draft = moved(tree, relation)
    assert words(tree, draft) == wanted
    assert draft is not None
    assert draft.rule == rule


@pytest.mark.parametrize("found", KEPT)
def test_a_border_that_is_right_stays(found):
    """Words that look alike move nothing."""
    assert moved(*found) is None


def test_speaker_in_front_of_what_is_told():
    """A noun phrase before the word of telling speaks, where a clause follows behind."""
    text = "A clerk close by said Orme stressed the debt."
    grammar = {"A": "DET", "clerk": "NOUN", "close": "ADV", "by": "ADV", "said": "VERB", "Orme": "PROPN",
               "stressed": "VERB", "the": "DET", "debt": "NOUN"}  # fmt: skip
    clean, reading = reading_of(text, grammar=grammar)
    tree, found = Tree(clean, reading), of(text, source="Orme", cue="said", content="A clerk close by")[1]
    draft = moved(tree, found)
    assert words(tree, draft) == (["A clerk close by"], ["said"], ["Orme stressed the debt"])
    quiet = of("A fine day, said Orme.", source="Orme", cue="said", content="A fine day")
    assert moved(*quiet) is None
