"""The JSON of a record keeps the names of the contract, the same bytes, and every character."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from tests.dossier.records import record_of
from whoseword.dossier.export import dump_line, record_to_json, unread_to_json
from whoseword.model import Anonymity, Denied, Entity, Link, Modal, Number, Problem, Published, Record
from whoseword.reports.building import text_sha256
from whoseword.reports.given import Unread

MARKED = "{S:Ada Rook} {C:told} {T:Northline} {Q:that it “rained.”}"


def record() -> Record:
    """One statement with all that one can have."""
    people = [
        Entity("e1", "Ada Rook", "person", True, None, ((0, 8),)),
        Entity("e2", "Northline", "outlet", True, None, ((14, 23),)),
    ]
    facts = {
        "entity": "e1",
        "quote": "mixed",
        "told_to": ("e2",),
        "chain": (
            Link(None, "stated", "publisher"),
            Link("e2", "stated", "addressee", (14, 23)),
            Link("e1", "carried", "x"),
        ),
        "modality": (Modal((24, 28), "hedge", (35, 40)),),
    }
    return record_of(
        MARKED,
        entities=people,
        statements={0: facts},
        problems=[Problem("no-break-space", "told", (3, 4))],
        outlet="Courier",
        title="Rain",
        byline=("Tom Bell",),
        published=Published("2021-07", "url"),
    )


def test_a_record_has_the_names_of_the_contract() -> None:
    """Report, entities, statements and problems come out under the agreed names, in the agreed order."""
    found = json.loads(dump_line(record()))
    assert list(found) == [
        "report",
        "entities",
        "statements",
        "times",
        "quantities",
        "events",
        "commitments",
        "figures",
        "problems",
    ]
    text = record().report.text
    assert found["report"] == {
        "id": record().report.id,
        "path": "report.txt",
        "row": None,
        "url": None,
        "outlet": "Courier",
        "title": "Rain",
        "dek": None,
        "byline": ["Tom Bell"],
        "language": "en",
        "text_sha256": text_sha256(text),
        "published": {"value": "2021-07", "from": "url"},
        "parts": [{"kind": "body", "span": [0, len(text)]}],
        "modified": None,
        "captured": None,
        "extracted_by": None,
        "told_by": {},
    }
    assert found["entities"][1] == {
        "id": "e2",
        "name": "Northline",
        "kind": "outlet",
        "named": True,
        "description": None,
        "mentions": [[14, 23]],
        "candidates": [],
        "resolved": [],
        "affiliation": None,
        "number": None,
        "nearness": None,
        "anonymity": None,
        "anonymity_rule": None,
    }
    assert found["problems"] == [{"code": "no-break-space", "message": "told", "span": [3, 4]}]
    assert (found["times"], found["quantities"], found["commitments"]) == ([], [], [])


def test_a_statement_has_the_names_of_the_contract() -> None:
    """Source, cue, content, chain and the rest of a statement, with spans that lead to the words."""
    (statement,) = json.loads(dump_line(record()))["statements"]
    text = record().report.text
    assert statement == {
        "id": record().statements[0].id,
        "source": {"span": [0, 8], "entity": "e1"},
        "cue": [[9, 13]],
        "content": [[24, 41]],
        "quote": "mixed",
        "told_to": ["e2"],
        "within": None,
        "chain": [
            {"entity": None, "link": "stated", "rule": "publisher", "span": None},
            {"entity": "e2", "link": "stated", "rule": "addressee", "span": [14, 23]},
            {"entity": "e1", "link": "carried", "rule": "x", "span": None},
        ],
        "act": "statement",
        "modality": [{"span": [24, 28], "kind": "hedge", "scope": [35, 40]}],
        "confidence": 0.9,
        "rule": "by hand",
        "denies": None,
        "denies_rule": None,
        "denies_evidence": None,
        "distance": None,
    }
    assert text[slice(*statement["content"][0])] == "that it “rained.”"


def test_an_unnamed_source_has_all_that_is_told_of_it() -> None:
    """Affiliation, number, nearness and the reason for the anonymity are spans, the number with what it is."""
    number = Number(2, many=True, words=(0, 3), bound="about")
    anonymity = Anonymity((30, 50), rule="anonymity:beside")
    official = Entity(
        "e1",
        None,
        "group",
        named=False,
        description="Two clerks",
        mentions=((0, 10),),
        affiliation=(4, 7),
        number=number,
        nearness=(11, 29),
        anonymity=anonymity,
    )
    (found,) = json.loads(dump_line(record_of("It rained.", entities=[official])))["entities"]
    assert {name: found[name] for name in ("affiliation", "number", "nearness", "anonymity", "anonymity_rule")} == {
        "affiliation": [4, 7],
        "number": {"value": 2, "many": True, "words": [0, 3], "bound": "about"},
        "nearness": [11, 29],
        "anonymity": [30, 50],
        "anonymity_rule": "anonymity:beside",
    }


def test_a_denial_has_what_it_denies() -> None:
    """The statement denied comes out by its id, with the rule and the words that show it, and the distance."""
    denied = Denied("s9", "denial:claim-before", (20, 22))
    facts = {"act": "denial", "denies": denied, "distance": "neutral"}
    (found,) = json.loads(dump_line(record_of("{S:Ann} {C:denied} {Q:it}.", statements={0: facts})))["statements"]
    told = [found[name] for name in ("denies", "denies_rule", "denies_evidence", "distance")]
    assert told == ["s9", "denial:claim-before", [20, 22], "neutral"]


def test_an_unread_input_has_the_same_shape() -> None:
    """What gave no report keeps its place and its reasons, and all lists are empty."""
    unread = Unread("a.jsonl", 7, (Problem("row-not-json", "a.jsonl, line 7: …"),))
    shape, full = unread_to_json(unread), record_to_json(record())
    assert list(shape) == list(full)
    report, full_report = shape["report"], full["report"]
    assert isinstance(report, dict)
    assert isinstance(full_report, dict)
    assert list(report) == list(full_report)
    assert (report["id"], report["path"], report["row"]) == (None, "a.jsonl", 7)
    assert shape["problems"] == [{"code": "row-not-json", "message": "a.jsonl, line 7: …", "span": None}]


@given(st.text(max_size=60))
def test_any_string_survives_on_one_line(text: str) -> None:
    """Whatever stands in a title: one line of UTF-8 that gives it back and holds nothing a terminal obeys."""
    line = dump_line(record_of("It rained.", title=text))
    assert len(line.splitlines()) == 1
    assert json.loads(line.encode("utf-8"))["report"]["title"] == text
    assert not set(line) & {"\x1b", "\x7f", "\x9b", "\u202e", "\u2028", "\ufeff"}


def test_half_a_character_survives() -> None:
    """A lone surrogate is written as the escape it came from."""
    line = dump_line(record_of("It \ud83d rained.", title="Rain \ud83d"))
    assert "Rain \\ud83d" in line
    assert json.loads(line)["report"]["title"] == "Rain \ud83d"


def test_a_record_gives_the_same_bytes() -> None:
    """Two records made alike are written alike."""
    assert dump_line(record()) == dump_line(record())
