"""The mark-up of the cases: offsets, escapes, errors that help, and differences in words."""

from __future__ import annotations

import doctest
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import marks as marks_module
from tests.marks import Mark, Marked, MarkError, differences, parse, parse_marks, render
from whoseword.model import Entity, Span, Statement, hashed_id

if TYPE_CHECKING:
    from collections.abc import Sequence

RELAY = "{S:Two ferrymen} {C:told} {T:the Harbour News} that {Q:“the quay will close.”}"


def words(marked: Marked, spans: Sequence[Span]) -> list[str]:
    """The words that the spans cut out of the clean text."""
    return [marked.text[start:end] for start, end in spans]


def predicted(marked: Marked) -> tuple[list[Statement], list[Entity]]:
    """What a perfect reader would give for a marked text."""
    told = sorted({span for statement in marked.statements for span in statement.told_to})
    entities = [
        Entity(f"e{place}", marked.text[s:e], "outlet", True, None, ((s, e),)) for place, (s, e) in enumerate(told)
    ]
    statements = [
        Statement(
            id=hashed_id(expected.index),
            source=expected.source,
            entity=None,
            cue=expected.cue,
            content=expected.content,
            told_to=tuple(entities[told.index(span)].id for span in expected.told_to),
            quote="direct",
            within=None if expected.within is None else hashed_id(expected.within),
            chain=(),
            act="statement",
            modality=(),
            confidence=1.0,
            rule="by hand",
        )
        for expected in marked.statements
    ]
    return statements, entities


# A text in marks as a tree: a leaf is plain text, a branch is a mark with what lies inside.
Tree = str | tuple[str, tuple[int, ...], list["Tree"]]
leaves = st.text(st.characters() | st.sampled_from("{}\\:,1SQ"), min_size=1)
indexes = st.lists(st.integers(1, 99), max_size=3).map(tuple)
trees = st.recursive(
    leaves, lambda inner: st.tuples(st.sampled_from("SCTQ"), indexes, st.lists(inner, min_size=1, max_size=4))
)


def flatten(tree: Tree, start: int, found: list[Mark]) -> str:
    """The text of a tree; its marks are added to `found` in the order in which they open."""
    if isinstance(tree, str):
        return tree
    role, numbers, inner = tree
    place = len(found)
    found.append(Mark(role, numbers, (start, start)))
    text = ""
    for part in inner:
        text += flatten(part, start + len(text), found)
    found[place] = Mark(role, numbers, (start, start + len(text)))
    return text


class TestParsing:
    """Marked text in, offsets and statements out."""

    def test_offsets_give_the_words(self) -> None:
        """Every span cuts exactly the marked words out of the clean text."""
        marked = parse(RELAY)
        assert marked.text == "Two ferrymen told the Harbour News that “the quay will close.”"
        (statement,) = marked.statements
        assert statement.source is not None
        assert words(marked, [statement.source]) == ["Two ferrymen"]
        assert words(marked, statement.cue) == ["told"]
        assert words(marked, statement.told_to) == ["the Harbour News"]
        assert words(marked, statement.content) == ["“the quay will close.”"]
        assert statement.within is None

    def test_module_example(self) -> None:
        """The example in the docstring of the mark-up holds."""
        assert doctest.testmod(marks_module).failed == 0

    def test_split_content(self) -> None:
        """Marks of one role without an index are parts of one statement, in text order."""
        marked = parse("{Q:“Come in,”} {S:she} {C:said}, {Q:“and wipe your boots.”}")
        assert words(marked, marked.statements[0].content) == ["“Come in,”", "“and wipe your boots.”"]

    def test_shared_source(self) -> None:
        """A mark with two indexes belongs to two statements."""
        marked = parse("{S1,2:Ode} {C1:said} {Q1:the roof leaks} and {C2:asked} {Q2:who had paid for it}.")
        assert [statement.index for statement in marked.statements] == [1, 2]
        assert marked.statements[0].source == marked.statements[1].source == (0, 3)

    def test_nesting_three_deep(self) -> None:
        """A statement lies within the smallest content that holds its cue and content."""
        marked = parse("{S1:Ana} {C1:said} {Q1:{S2:Ben} {C2:wrote} {Q2:that {S3:Cleo} {C3:knew} {Q3:the way}}}.")
        assert [statement.within for statement in marked.statements] == [None, 1, 2]

    def test_source_may_stand_outside(self) -> None:
        """A statement is nested even when its source stands outside the content, as a shared subject does."""
        marked = parse("{S1,2:Ode} {C1:said} {Q1:she had {C2:promised} {Q2:to come}}.")
        assert marked.statements[1].within == 1

    def test_one_content_of_two(self) -> None:
        """Two statements that share one content are not nested in each other."""
        marked = parse("{S1:Ana} and {S2:Ben}: {Q1,2:the well is dry}.")
        assert [statement.within for statement in marked.statements] == [None, None]

    def test_plain_text(self) -> None:
        """A text without marks is a text that holds no statement."""
        assert parse("The ‘temporary’ bridge is ten years old.").statements == ()

    def test_escapes(self) -> None:
        """Braces and backslashes of the text are written with a backslash and count one character."""
        marked = parse(r"\{draft\} {S:Ode} {C:wrote} {Q:C:\\notes}")
        assert marked.text == r"{draft} Ode wrote C:\notes"
        assert words(marked, marked.statements[0].content) == [r"C:\notes"]

    @pytest.mark.parametrize(
        ("wrong", "message"),
        [
            ("{X:who} said", "a mark opens with"),
            ("a { brace", "a plain brace is written"),
            ("closed } twice", "nothing is open here"),
            ("{S:Ode {C:said}", "the source mark is never closed"),
            ("{S:} {C:said}", "an empty source mark"),
            ("{S0:Ode} {C0:said}", "numbers from 1 on"),
            ("{S1,:Ode} {C1:said}", "numbers from 1 on"),
            ("a \\ backslash", "a backslash stands only before"),
            ("{S:Ode} {C1:said}", "some marks have an index and some have none"),
            ("{S:Ode} and {S:Ana} {C:said}", "2 sources"),
            ("{S:Ode} {T:Ana}", "neither a cue nor a content"),
            ("{Q:it {Q:rains}}", "lies inside another content"),
        ],
    )
    def test_errors_say_what_to_do(self, wrong: str, message: str) -> None:
        """Wrong mark-up is refused with a message that names the trouble."""
        with pytest.raises(MarkError, match=message):
            parse(wrong)


class TestRoundTrip:
    """Rendering and parsing undo each other."""

    @given(st.lists(trees, max_size=5))
    def test_render_and_parse(self, listed: list[Tree]) -> None:
        """Rendering any nest of marks and parsing it again gives the same text and the same marks."""
        found: list[Mark] = []
        text = ""
        for tree in listed:
            text += flatten(tree, len(text), found)
        assert parse_marks(render(text, found)) == (text, tuple(found))

    @given(st.text())
    def test_any_text_is_told_or_parsed(self, text: str) -> None:
        """Any string either parses or is refused with a MarkError."""
        try:
            clean, found = parse_marks(text)
        except MarkError:
            return
        assert all(0 <= mark.span[0] < mark.span[1] <= len(clean) for mark in found)

    @given(st.sets(st.integers(0, 30), min_size=4, max_size=4))
    def test_crossing_marks_are_refused(self, places: set[int]) -> None:
        """Two marks that cross cannot be written in this mark-up."""
        text = "The harbour master rang a bell"
        a, b, c, d = sorted(places)
        with pytest.raises(MarkError, match="crosses"):
            render(text, [Mark("S", (), (a, c)), Mark("Q", (), (b, d))])


class TestDifferences:
    """What differs between the expected and the found is told in words."""

    def test_none_for_a_perfect_reader(self) -> None:
        """Statements that are as marked give no difference."""
        marked = parse(RELAY)
        assert differences(marked, *predicted(marked)) == ()

    def test_missing_and_unexpected(self) -> None:
        """A statement that was not found is told, and so is one that is not there."""
        marked, plain = parse("{S:Ode} {C:said} {Q:it rains}."), parse("Ode said it rains.")
        statements, _ = predicted(marked)
        assert differences(marked, []) == ("not found: source “Ode”, cue “said”, content “it rains”",)
        assert differences(plain, statements) == ("not expected: source “Ode”, cue “said”, content “it rains”",)

    def test_wrong_source(self) -> None:
        """A statement given to the wrong speaker is told with both speakers' words."""
        marked = parse("{S:Ode} met Ana. {C:Said} {Q:it rains}.")
        statement = predicted(marked)[0][0]
        told = differences(marked, [replace(statement, source=(8, 11))])
        assert told == ("source is “Ana”, expected “Ode”",)
        assert differences(marked, [replace(statement, source=None)]) == ("source is nothing, expected “Ode”",)

    def test_wrong_content_and_cue(self) -> None:
        """Too short a content and another cue are told."""
        marked = parse("{S:Ode} {C:said} {Q:the long rain has come and gone} again.")
        statement = predicted(marked)[0][0]
        told = differences(marked, [replace(statement, content=((9, 22),))])
        assert told == ("content is “the long rain”, expected “the long rain has come and gone”",)
        assert differences(marked, [replace(statement, cue=())]) == ("cue is nothing, expected “said”",)

    @pytest.mark.parametrize("content", ["{Q:that it rains again}.", "that {Q:it rains again.}"])
    def test_leading_that_and_edges_are_forgiven(self, content: str) -> None:
        """A leading "that" and a final stop count neither for nor against a content."""
        marked = parse(f"{{S:Ode}} {{C:said}} {content}")
        other = parse("{S:Ode} {C:said} that {Q:it rains again}.")
        assert differences(marked, predicted(other)[0]) == ()

    def test_told_to(self) -> None:
        """A person or outlet told that was missed, or that is not marked, is told."""
        marked, unmarked = parse(RELAY), parse(RELAY.replace("{T:the Harbour News}", "the Harbour News"))
        statements, entities = predicted(marked)
        assert differences(marked, predicted(unmarked)[0]) == ("told to “the Harbour News” was missed",)
        assert differences(unmarked, statements, entities) == ("told to “the Harbour News” was not expected",)

    def test_nesting(self) -> None:
        """A nesting that was missed or made up is told, with the number of the statement."""
        marked = parse("{S1:Ana} {C1:said} {Q1:{S2:Ben} {C2:wrote} {Q2:the song}}.")
        outer, inner = predicted(marked)[0]
        assert differences(marked, [outer, inner]) == ()
        flat = [outer, replace(inner, within=None)]
        assert differences(marked, flat) == ("statement 2: should be nested in statement 1",)
        upside = [replace(outer, within=inner.id), inner]
        assert differences(marked, upside) == ("statement 1: is nested in another statement, which was not expected",)

    def test_order_does_not_matter(self) -> None:
        """Statements are matched by their words, in whatever order they come."""
        marked = parse("{S1:Ana} {C1:said} {Q1:yes}. {S2:Ben} {C2:said} {Q2:no}.")
        assert differences(marked, predicted(marked)[0][::-1]) == ()
