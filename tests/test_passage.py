"""The passages: each file parses, covers what it must, and a difference in sources or chains is told in words."""

from __future__ import annotations

import doctest
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests import passage as passage_module
from tests import passage_differences as differences_module
from tests.marks import parse
from tests.passage import Passage, PassageError, load_passages, passage_report, read_passages
from tests.passage_differences import passage_differences, source_differences
from whoseword.model import Entity, Link, Reading, Record, Statement

PASSAGES = load_passages()
# The hard cases of the seeds' record that concern statements, sources, chains, coreference or acts. The others are
# about times, numbers and events.
HARD = {*range(1, 17), 20}
PAGE = (Path(__file__).parents[1] / "docs" / "phenomena.md").read_text("utf-8")
ONE = "[[passage]]\ntext = '{S:Ode} {C:sang} {Q:a song}'\nabout = 'A line.'\n"
OF_ONE = "[[passage.statement]]\n"
RELAY = """
[[passage]]
about = "A relay."
outlet = "Harbour News"
text = '{S1:A stoker} {C1:told} {T1:the Bell} {Q1:it leaked}. {Q2:“Twice,”} {S2:he} {C2:said}.'
[[passage.statement]]
index = 1
source = "a stoker"
named = false
kind = "person"
told_to = ["Bell"]
quote = "indirect"
act = "statement"
chain = ["Bell", "a stoker"]
[[passage.statement]]
index = 2
source = "a stoker"
chain = ["Bell", "a stoker"]
links = ["carried", "stated"]
"""


def entity(key: str, name: str | None, *mentions: tuple[int, int], description: str | None = None) -> Entity:
    kind = "person" if description else "outlet"
    return Entity(key, name, kind, name is not None, description, mentions)  # type: ignore[arg-type]


def relay() -> tuple[Passage, Record]:
    """The passage RELAY and a record that is right in everything."""
    (passage,) = read_passages(RELAY, "relays")
    news, bell = entity("news", "Harbour News"), entity("bell", "the Bell", (14, 22))
    stoker = entity("stoker", None, (0, 8), (43, 45), description="A stoker")
    statements = []
    for marked, link in zip(passage.marked.statements, ("stated", "carried"), strict=True):
        chain = (Link("news", "stated", "r"), Link("bell", link, "r"), Link("stoker", "stated", "r"))  # type: ignore[arg-type]
        told = ("bell",) if marked.told_to else ()
        quote = "direct" if marked.index == 2 else "indirect"
        statements.append(
            Statement(
                id=f"s{marked.index}",
                source=marked.source,
                entity="stoker",
                cue=marked.cue,
                content=marked.content,
                quote=quote,  # type: ignore[arg-type]
                told_to=told,
                within=None,
                chain=chain,
                act="statement",
                modality=(),
                confidence=1.0,
                rule="by hand",
            )
        )
    record = Record(
        passage_report(passage), Reading((), (), (), ()), (news, bell, stoker), (statements[0], statements[1]), ()
    )
    return passage, record


def changed(record: Record, place: int, **values: object) -> Record:
    """The record with one of its statements changed."""
    statements = list(record.statements)
    statements[place] = replace(statements[place], **values)  # type: ignore[arg-type]
    return replace(record, statements=tuple(statements))


def test_module_examples() -> None:
    """The examples in the docstrings of both modules hold."""
    assert doctest.testmod(passage_module).failed == 0
    assert doctest.testmod(differences_module).failed == 0


def test_enough_passages() -> None:
    """There are sixty passages and more, and none stands twice."""
    told = [(passage.marked.text, passage.outlet) for passage in PASSAGES]
    assert len(told) >= 60
    assert len(set(told)) == len(told)


def test_every_hard_case_is_covered() -> None:
    """Each hard case about words, sources, chains and acts has a passage."""
    assert {number for passage in PASSAGES for number in passage.hard} == HARD


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.name)
def test_passage_is_clean(passage: Passage) -> None:
    """A passage says what it shows in a sentence, no mark begins or ends with a blank, and its parts hold all words."""
    assert passage.about.endswith(".")
    text = passage.marked.text
    assert all(text[slice(*mark.span)] == text[slice(*mark.span)].strip() for mark in passage.marked.marks)
    inside = {place for part in passage_report(passage).parts for place in range(*part.span)}
    assert inside >= {place for place, character in enumerate(text) if not character.isspace()}


def test_the_page_of_phenomena_has_a_file_for_each_heading() -> None:
    """Every heading of docs/phenomena.md with examples has its passages."""
    groups = {passage.name.rsplit("-", 1)[0] for passage in PASSAGES}
    of_page = {"telling", "whose_word", "relays", "nesting", "acts", "page"}
    assert groups >= of_page
    assert len(re.findall(r"^## ", PAGE, re.MULTILINE)) == len(of_page) + 1


def test_examples_on_the_page_of_phenomena_are_marked_rightly() -> None:
    """Every example with a cue in docs/phenomena.md parses."""
    examples = [words for words in re.findall(r"`([^`]+)`", PAGE) if "{C" in words and ("{S" in words or "{Q" in words)]
    assert len(examples) > 30
    for words in examples:
        parse(words)


def test_report_of_a_passage() -> None:
    """Paragraphs become parts by their kinds, the last of which holds for the rest; the publisher is the outlet."""
    text = ONE.replace("{S:Ode} {C:sang} {Q:a song}", "Head\\n\\n{C:sang} {Q:a song}\\n\\nRest").replace("'", '"')
    (passage,) = read_passages(text + 'parts = ["title", "body"]\noutlet = "Harbour News"', "page")
    report = passage_report(passage)
    assert (report.title, report.outlet) == ("Head", "Harbour News")
    assert [(part.kind, part.span) for part in report.parts] == [("title", (0, 4)), ("body", (6, 23))]


def test_a_right_record_has_no_differences() -> None:
    """Nothing is told of a record that has the words, sources, kinds and chains of its passage."""
    passage, record = relay()
    assert passage_differences(passage, record) == ()


@pytest.mark.parametrize(
    ("place", "values", "told"),
    [
        (0, {"entity": "bell"}, "statement 1: its source is “the Bell”, expected “a stoker”"),
        (0, {"entity": None}, "statement 1: its source is nobody, expected “a stoker”"),
        (0, {"told_to": ()}, "statement 1: told to nobody, expected “Bell”"),
        (0, {"act": "denial"}, "statement 1: act is denial, expected statement"),
        (0, {"quote": "mixed"}, "statement 1: quote is mixed, expected indirect"),
        (1, {"chain": ()}, "statement 2: it has no chain"),
        (1, {"entity": "news"}, "statements 1 and 2 have two entities, expected one"),
    ],
)
def test_differences_are_told(place, values, told) -> None:
    """Each kind of difference is told in words, with the statement's number."""
    passage, record = relay()
    assert told in source_differences(passage, changed(record, place, **values))


def test_a_wrong_chain_is_told() -> None:
    """A link that is missing, of another kind, or of another publisher is told with what was expected."""
    passage, record = relay()
    news, bell, stoker = record.statements[0].chain
    wanted = "expected “Bell” (stated) <- “a stoker” (stated)"
    (line,) = source_differences(passage, changed(record, 0, chain=(news, stoker)))
    assert line == f"statement 1: its chain goes on with “A stoker” (stated), {wanted}"
    (line,) = source_differences(passage, changed(record, 0, chain=(news, replace(bell, link="carried"), stoker)))
    assert "“the Bell” (carried)" in line
    (line,) = source_differences(passage, changed(record, 0, chain=(bell, bell, stoker)))
    assert line == "statement 1: its chain begins with “the Bell”, expected “Harbour News”"


def test_an_open_end_is_asked_for_only_where_it_is_written() -> None:
    """A chain may end in an unknown link where the passage does not say so, and must where it does."""
    passage, record = relay()
    news, bell, stoker = record.statements[0].chain
    end = Link(None, "unknown", "r")
    assert source_differences(passage, changed(record, 0, chain=(news, bell, stoker, end))) == ()
    text = RELAY.replace('["Bell", "a stoker"]', '["Bell", "?"]\nlinks = ["stated", "unknown"]', 1)
    (open_end,) = read_passages(text, "relays")
    assert source_differences(open_end, changed(record, 0, chain=(news, bell, end))) == ()
    assert "expected “Bell” (stated) <- “?” (unknown)" in source_differences(open_end, record)[0]


def test_a_source_may_have_to_stay_open() -> None:
    """Where it must stay open who speaks, a resolved source is a difference, and so is a missing candidate."""
    head, _, second = RELAY.partition("[[passage.statement]]\nindex = 2")
    text = head + '[[passage.statement]]\nindex = 2\nsource = "?"\ncandidates = ["a stoker"]'
    (passage,) = read_passages(text, "relays")
    _, record = relay()
    assert second
    assert source_differences(passage, record) == (
        "statement 2: its source is “A stoker”, expected to stay open",
        "statement 2: “a stoker” is not among its candidates",
    )
    start, end = record.statements[1].source or (0, 0)
    he = replace(entity("he", None, (start, end), description="he"), candidates=("stoker",))
    still_open = changed(replace(record, entities=(*record.entities, he)), 1, entity="he")
    assert source_differences(passage, still_open) == ()


def test_nobody_may_be_the_source() -> None:
    """Where nobody is the source, an entity is a difference."""
    (passage,) = read_passages(RELAY.replace('source = "a stoker"', 'source = ""', 1), "relays")
    _, record = relay()
    assert source_differences(passage, record) == ("statement 1: its source is “A stoker”, expected nobody",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (ONE.replace("passage", "passages"), "nothing else"),
        (ONE + "mood = 'calm'", "unknown keys .'mood'"),
        (ONE.replace("about", "why"), "about is missing"),
        (ONE.replace("text", "words"), "unknown keys .'words'"),
        (ONE + 'expected = "miss"', "says why"),
        (ONE + 'parts = ["footer"]', "parts are .'footer'"),
        (ONE + "parts = []", "parts are"),
        (ONE + "hard = [23]", "numbered from 1 to 22"),
        (ONE.replace("{S:Ode}", "{S:Ode"), "relays, passage 1: the source mark is never closed"),
        (ONE + OF_ONE + "index = 2", "no mark has the index 2; the marks have .0"),
        (ONE + OF_ONE + OF_ONE, "two .* have one index"),
        (ONE + OF_ONE + "whom = 1", "unknown keys .'whom'"),
        (ONE + OF_ONE + "named = 'yes'", "named is 'yes', which is no bool"),
        (ONE + OF_ONE + "source = 3", "source is 3, which is no str"),
        (ONE + OF_ONE + "chain = [1]", "chain holds something else than words"),
        (ONE + OF_ONE + "act = 'song'", "act is 'song', not one of statement, denial"),
        (ONE + OF_ONE + "links = ['stated']", "links need a chain"),
        (ONE + OF_ONE + "chain = ['a', 'b']\nlinks = ['stated']", "chain has 2 links and links names 1"),
        (ONE + OF_ONE + "chain = ['a']\nlinks = ['heard']", "links are .'heard'"),
        (ONE + OF_ONE + "chain = ['?']", "“.” is stated: .* go together"),
        (ONE + OF_ONE + "within = 2", "within is 2, but by the marks"),
        (ONE + OF_ONE + "told_to = ['Bo']", "whom no {T: mark shows"),
        (ONE.replace("{S:Ode}", "Ode") + OF_ONE + "source = 'Ode'", "no {S: mark shows where"),
        (ONE + OF_ONE + "candidates = ['Ode']", "only"),
        (RELAY + "within = 1", "statement 2: within is 1"),
    ],
)
def test_wrong_passage(text: str, message: str) -> None:
    """A wrong passage is refused with its file, its number and what to do."""
    with pytest.raises(PassageError, match=message):
        read_passages(text, "relays")
