"""XML from outside is bounded, and read as far as it is well formed."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from whoseword.fetching.markup import MOST_DEPTH, read_xml, tells_encoding, without, words_of

LAUGHS = "<!DOCTYPE a [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {name} '{f'&{before};' * 10}'>" for before, name in pairwise("abcdefghij")
)


def codes(data: str | bytes) -> list[str]:
    root, problems = read_xml(data if isinstance(data, bytes) else data.encode(), "a.xml")
    assert (root is None) == any(problem.code == "xml-refused" for problem in problems)
    return [problem.code for problem in problems]


def test_names_lose_their_namespaces():
    """Elements and attributes, whatever the prefix."""
    root, problems = read_xml(b'<x:a xmlns:x="urn:x" x:b="1"><c xmlns="urn:y"> d </c></x:a>', "a.xml")
    assert root is not None
    assert (root.tag, root.attrib, words_of(root, "c"), words_of(root, "d"), problems) == (
        "a",
        {"b": "1"},
        "d",
        None,
        (),
    )


@pytest.mark.parametrize(
    "data",
    [
        f"{LAUGHS}]><a>&j;</a>",
        f"{LAUGHS}]><a>&j;</a>".encode("utf-16"),
        f"<?xml version='1.0' encoding='cp1252'?>{LAUGHS}]><a>&j;</a>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
        "<!DOCTYPE a [<!ENTITY % b SYSTEM 'http://127.0.0.1/b'>%b;]><a/>",
        "<a>" * (MOST_DEPTH + 1),
        "<a>" + "<b/>" * 900_000,
    ],
    ids="laughs utf-16 cp1252 file parameter deep many".split(),
)
def test_what_could_grow_without_end_is_refused(data):
    """Entities are refused as soon as one is declared, depth and number as soon as they are passed."""
    start = time.process_time()
    assert codes(data) == ["xml-refused"]
    assert time.process_time() - start < 8


def test_a_doctype_without_entities_is_no_danger():
    """Its DTD is not fetched; an entity that it might declare is left out."""
    root, problems = read_xml(b'<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><a>b&nbsp;c</a>', "a.xml")
    assert root is not None
    assert (root.text, problems) == ("bc", ())


@pytest.mark.parametrize("data", ["<a><b>c</b><d>", "<a><b>c</b>&</a>", "<a><b>c</b></x></a>"])
def test_what_stands_before_a_fault_is_given(data):
    """The fault is told with its place."""
    root, problems = read_xml(data.encode(), "a.xml")
    assert root is not None
    assert words_of(root, "b") == "c"
    assert [problem.code for problem in problems] == ["xml-damaged"]
    assert "line 1" in problems[0].message


@pytest.mark.parametrize("data", [b"", b"words", b"\xff\xfe\0"])
def test_what_is_no_xml_has_no_root(data):
    """There is nothing before the fault."""
    root, problems = read_xml(data, "a.xml")
    assert (root, [problem.code for problem in problems]) == (None, ["xml-damaged"])


def test_a_charset_that_nobody_knows_is_damage():
    """The document is not read, and nothing is raised."""
    assert [problem.code for problem in read_xml(b"<a/>", "a.xml", "klingon")[1]] == ["xml-damaged"]


@pytest.mark.parametrize(
    ("data", "tells"),
    [(b'<?xml version="1.0" encoding="utf-8"?>', True), (b"\xff\xfe<", True),
     (b'<?xml version="1.0"?><a b="encoding="/>', False)],
)  # fmt: skip
def test_whether_a_document_tells_its_encoding(data, tells):
    """In its declaration or by its first bytes, nowhere else."""
    assert tells_encoding(data) is tells


@pytest.mark.parametrize(
    ("data", "left"),
    [
        (b"a<!--b-->c<!--d-->e", b"ace"),
        (b"a<!--b", b"a"),
        (b"a-->b", b"a-->b"),
        (b"", b""),
        (b"<!--" * 500_000, b""),
    ],
)
def test_what_stands_between_marks_is_left_out(data, left):
    """A beginning without an end takes the rest with it, at once however many there are."""
    start = time.process_time()
    assert without(data, b"<!--", b"-->") == left
    assert time.process_time() - start < 1


def test_marks_are_found_in_any_case():
    """Old pages shout."""
    assert without(b"a<SCRIPT>b</Script>c", b"<script", b"</script>") == b"ac"
