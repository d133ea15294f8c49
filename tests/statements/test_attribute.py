"""Attribution relations -> statements and the entities behind them, with Readings made by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dossier.records import report_of
from tests.marks import differences, parse
from tests.readings import reading_of, span_of
from whoseword.lexicon import load_lexicon
from whoseword.model import NameKind, Part, Reading, Relation
from whoseword.reports.words import paragraphs, words
from whoseword.statements.attribute import Attributed, attribute

LEXICON = load_lexicon()
ANN: Mapping[str, NameKind] = {"Ann Roe": "person"}


def attributed(marked: str, names: Mapping[str, NameKind] | None = None) -> tuple[str, Attributed]:
    """The text of `marked` and what attribution makes of its Reading."""
    text, reading = reading_of(marked, names=names)
    return text, attribute(report_of(text), reading, LEXICON)[0]


@pytest.mark.parametrize(
    ("marked", "quote", "act"),
    [
        ("{S:Ann Roe} {C:said} {Q:that it rained}.", "indirect", "statement"),
        ("{Q:“It rained all day,”} {S:Ann Roe} {C:said}.", "direct", "statement"),
        ("{Q:“It rained,”} {S:Ann Roe} {C:said}, {Q:“and then it snowed.”}", "direct", "statement"),
        ("{S:Ann Roe} {C:said} {Q:it was “a very bad day” for all}.", "mixed", "statement"),
        ("{S:Ann Roe} {C:said} {Q:the “summer” was over}.", "indirect", "statement"),
        ("{S:Ann Roe} {C:denied} {Q:that it rained}.", "indirect", "denial"),
        ("{S:Ann Roe} {C:told} {T:Reuters} {Q:that it rained}.", "indirect", "statement"),
    ],
)
def test_one_relation_is_one_statement(marked, quote, act):
    """Each relation becomes the statement that was marked, with the kind of its marks and the act of its cue."""
    text, found = attributed(marked, ANN)
    (statement,) = found.statements
    assert differences(parse(marked), found.statements, found.entities) == ()
    assert (statement.quote, statement.act, statement.rule) == (quote, act, "reader:roles")
    assert text == parse(marked).text


def test_statement_is_complete():
    """A statement carries the reader's score, its source's entity, and nothing that later stages find."""
    _, found = attributed("{S:Ann Roe} {C:told} {T:Reuters} {Q:that it rained}.", ANN)
    (statement,) = found.statements
    ann, reuters = found.entities
    assert (statement.entity, statement.told_to, statement.confidence) == (ann.id, (reuters.id,), 0.9)
    assert (statement.within, statement.chain, statement.modality) == (None, (), ())
    assert (ann.name, ann.kind, reuters.name, reuters.kind) == ("Ann Roe", "person", "Reuters", "outlet")


def test_marks_belong_to_the_content():
    """A content that the reader stopped inside its marks takes them in."""
    text, found = attributed("“{Q:It rained all day},” {S:Ann Roe} {C:said}.", ANN)
    assert [text[slice(*span)] for span in found.statements[0].content] == ["“It rained all day,”"]


def test_adjacent_contents_are_joined():
    """Two stretches of a content with only blanks between them are one."""
    text, found = attributed("{S:Ann Roe} {C:said}: {Q:“It rained.”} {Q:“It snowed.”}", ANN)
    assert [text[slice(*span)] for span in found.statements[0].content] == ["“It rained.” “It snowed.”"]


def test_cue_without_a_content_is_no_statement():
    """A cue alone says nothing, and its source is no entity."""
    _, found = attributed("{S:Ann Roe} {C:spoke}.", ANN)
    assert found == Attributed((), ())


def test_statement_without_a_source():
    """A statement may have no source: it has no entity either."""
    _, found = attributed("It was {C:said} {Q:that it rained}.")
    assert (found.statements[0].source, found.statements[0].entity, found.entities) == (None, None, ())


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{Q:“It has rained all day long.”}", ["reader:quotation-without-cue"]),
        ("{Q:“It rained.”}", []),
        ("{Q:It has rained all day long}.", []),
        ("{Q:It has rained “all the long day” in Vella}.", []),
    ],
)
def test_content_without_a_cue(marked, expected):
    """Without a cue only a direct quotation of a whole sentence is a statement."""
    assert [statement.rule for statement in attributed(marked)[1].statements] == expected


def test_unknown_cue_is_a_plain_statement():
    """A cue that the lexicon does not know makes a plain statement."""
    assert attributed("{S:Ann Roe} {C:harrumphed} {Q:that it rained}.", ANN)[1].statements[0].act == "statement"


class TestEntities:
    def test_same_name_is_one_entity(self):
        """The same name twice is one entity with two mentions, in text order."""
        marked = "{S1:Ann Roe} {C1:said} {Q1:it rained}. {Q2:It snowed}, {C2:said} {S2:Ann Roe}."
        text, reading = reading_of(marked)
        second = text.rindex("Ann Roe")
        names = tuple(replace_name(span) for span in (span_of(text, "Ann Roe"), (second, second + 7)))
        found = attribute(report_of(text), replace(reading, names=names), LEXICON)[0]
        (entity,) = found.entities
        assert entity.mentions == (span_of(text, "Ann Roe"), (second, second + 7))
        assert {statement.entity for statement in found.statements} == {entity.id}

    def test_pronouns_are_entities_of_their_own(self):
        """Nothing is resolved that the words at the place do not say: two pronouns are two entities."""
        _, found = attributed("{S1:He} {C1:said} {Q1:it rained}. {S2:He} {C2:said} {Q2:it snowed}.")
        assert [(e.name, e.named, e.description) for e in found.entities] == [(None, False, "He")] * 2

    def test_order_of_first_mention(self):
        """Entities come in the order of their first mention, whether as a source or as the one told."""
        _, found = attributed(
            "{C1:Told} by {T1:Reuters} {Q1:it rained}, {S1:Ann Roe} left. {S2:Officials} {C2:said} {Q2:it snowed}.", ANN
        )
        assert [e.name or e.description for e in found.entities] == ["Reuters", "Ann Roe", "Officials"]

    def test_ids_are_the_reports_own(self):
        """The same words in another report are another entity and another statement."""
        marked = "{S:Ann Roe} {C:said} {Q:that it rained}."
        (_, one), (_, other) = attributed(marked, ANN), attributed(f"{marked} It did.", ANN)
        assert one.entities[0].id != other.entities[0].id
        assert one.statements[0].id != other.statements[0].id


def replace_name(span):
    """A person's name at `span`."""
    from whoseword.model import Name

    return Name(span, "person")


@pytest.mark.parametrize("kind", ["byline", "bio"])
def test_bylines_and_bios_are_silent(kind):
    """What stands in a byline or in a note on the author is no statement of the report."""
    text, reading = reading_of("It rained.\n{S:Ann Roe} {C:says} {Q:that she lives in Vella}.")
    parts = (Part("body", (0, 10)), Part(kind, (11, len(text))))
    assert attribute(report_of(text, parts=parts), reading, LEXICON)[0] == Attributed((), ())
    parts = (Part("title", (0, 10)), Part("body", (11, len(text))))
    assert len(attribute(report_of(text, parts=parts), reading, LEXICON)[0].statements) == 1


def test_each_cue_makes_one_statement():
    """Of two relations with the same cue the surer one stays."""
    text, reading = reading_of("{S:Ann Roe} {C:said} {Q:that it rained} in Vella.")
    (relation,) = reading.relations
    surer = replace(relation, content=(span_of(text, "that it rained in Vella"),), score=0.95)
    for both in ((relation, surer), (surer, relation)):
        found = attribute(report_of(text), replace(reading, relations=both), LEXICON)[0]
        assert [statement.confidence for statement in found.statements] == [0.95]


def test_unsure_relations_are_left_out():
    """A relation below the bound makes no statement; at the bound it does."""
    text, reading = reading_of("{S:Ann Roe} {C:said} {Q:that it rained}.")
    report = report_of(text)
    assert attribute(report, reading, LEXICON, least=0.91)[0] == Attributed((), ())
    assert len(attribute(report, reading, LEXICON, least=0.9)[0].statements) == 1


def test_text_order():
    """Statements are in text order, whatever the order of the relations."""
    marked = "{S1:Ann Roe} {C1:said} {Q1:it rained}. {S2:Boris Nord} {C2:said} {Q2:it snowed}."
    text, reading = reading_of(marked)
    turned = replace(reading, relations=reading.relations[::-1])
    assert [s.cue for s in attribute(report_of(text), turned, LEXICON)[0].statements] == [((8, 12),), ((35, 39),)]


def test_problems_of_the_marks():
    """Marks that do not pair are told as Problems, and the statements stay."""
    text, reading = reading_of("{S:Ann Roe} {C:said}: {Q:“It rained all day.}")
    found, problems = attribute(report_of(text), reading, LEXICON)
    assert [problem.code for problem in problems] == ["unclosed-quotation"]
    assert [statement.quote for statement in found.statements] == ["direct"]


def test_nothing_read_nothing_found():
    """An empty report has no statements, no entities and no Problems."""
    assert attribute(report_of(""), Reading((), (), (), ()), LEXICON) == (Attributed((), ()), ())


SENTENCES = [
    "Ann Roe told Reuters that it rained",
    "“We go,”",
    "he said",
    "‘90s",
    "a Reuters report",
    "\n",
    '6"',
    "“",
    "that",
]


@st.composite
def readings(draw):
    """A text and a Reading with relations laid over its words at random."""
    text = " ".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8)))
    spans = [span for paragraph in paragraphs(text) for span in words(text, paragraph)]
    _, reading = reading_of(text)
    if not spans:
        return text, reading

    def stretch(low, high):
        made = draw(st.lists(st.tuples(st.sampled_from(spans), st.sampled_from(spans)), min_size=low, max_size=high))
        return tuple(sorted((min(a, b)[0], max(a, b)[1]) for a, b in made))

    relations = tuple(
        Relation(stretch(0, 1), stretch(0, 1), stretch(1, 2), stretch(0, 1), draw(st.floats(0, 1)))
        for _ in range(draw(st.integers(0, 3)))
    )
    return text, replace(reading, relations=relations)


@given(readings())
def test_statements_lie_inside_the_text(drawn):
    """Whatever the reader gives: spans inside the text, ids once each, and every entity that is named exists."""
    text, reading = drawn
    found, _ = attribute(report_of(text), reading, LEXICON)
    spans = [s for x in found.statements for s in (*x.cue, *x.content, *([x.source] if x.source else []))]
    spans += [span for entity in found.entities for span in entity.mentions]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    known = {entity.id for entity in found.entities}
    assert len(known) == len(found.entities)
    assert len({statement.id for statement in found.statements}) == len(found.statements)
    assert {x.entity for x in found.statements if x.entity} | {t for x in found.statements for t in x.told_to} == known


@given(readings())
def test_same_input_same_output(drawn):
    """Attribution is a pure function of report, reading and lexicon."""
    text, reading = drawn
    assert attribute(report_of(text), reading, LEXICON) == attribute(report_of(text), reading, LEXICON)


def test_cue_without_a_word_of_telling_needs_more_confidence():
    """A cue that no word list knows for telling stays out where "said" of the same confidence stays in."""
    for cue, count in (("said", 1), ("looked at", 0)):
        text, reading = reading_of(f"{{S:Ann Roe}} {{C:{cue}}} {{Q:the long bridge}}.", names=ANN)
        relation = replace(reading.relations[0], score=0.4)
        statements = attribute(report_of(text), replace(reading, relations=(relation,)), LEXICON)[0].statements
        assert len(statements) == count


def test_vote_is_a_deed():
    """A parliament that votes does something, however sure the reader is that it tells."""
    assert not attributed("{S:Parliament} {C:voted} {Q:to sell the bridge}.")[1].statements


def test_whole_sentence_taken_for_a_content_is_looked_into():
    """Where the reader marked a sentence as a content without a cue, the cue and the source inside it are found."""
    text, reading = reading_of(
        "{Q:Officials told Reuters that boats sail at noon}",
        grammar={
            "Officials": "NOUN nsubj told", "told": "VERB", "Reuters": "PROPN obj told", "that": "SCONJ mark sail",
            "boats": "NOUN nsubj sail", "sail": "VERB ccomp told",
        },
    )  # fmt: skip
    found = attribute(report_of(text), reading, LEXICON)[0]
    assert [text[slice(*s.source)] for s in found.statements if s.source] == ["Officials"]
    assert found.statements[0].told_to


def test_content_of_nothing_is_left_out():
    """An empty span among the contents, as is left when all of it was the one told, is no content."""
    text, reading = reading_of("{S:Ann Roe} {C:said} {Q:that it rained}.", names=ANN)
    relation = replace(reading.relations[0], content=((0, 0), *reading.relations[0].content))
    found = attribute(report_of(text), replace(reading, relations=(relation,)), LEXICON)[0]
    assert found.statements[0].content == reading.relations[0].content
