"""Where a report says that it keeps a name back, whose name that is, and what it is not."""

from __future__ import annotations

import pytest

from tests.sources.describing import described

SPOKE = "spoke on condition of anonymity"
SPEAKING = "speaking on condition of anonymity"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{S:A clerk}, who spoke on condition of anonymity, {C:said} {Q:so}.", f"who {SPOKE}"),
        (
            "{S:A clerk}, who spoke on condition of anonymity because he feared for his post, {C:said} {Q:so}.",
            f"who {SPOKE} because he feared for his post",
        ),
        ("{S:A clerk who asked not to be named} {C:said} {Q:so}.", "who asked not to be named"),
        (
            "{Q:So}, {C:according to} {S:a clerk} who asked not to be named, citing the heat of the talks.",
            "who asked not to be named, citing the heat of the talks",
        ),
        ("{Q:So}, {S:a clerk} {C:said}, speaking on condition of anonymity.", SPEAKING),
        (
            "{Q:So}, {S:a clerk} {C:said}, speaking on condition of anonymity to describe a sealed file.",
            f"{SPEAKING} to describe a sealed file",
        ),
        ("{S:Two clerks}, speaking on condition of anonymity, {C:said} {Q:so}.", SPEAKING),
        (
            "{S:A clerk}, who was not authorized to speak publicly, {C:said} {Q:so}.",
            "who was not authorized to speak publicly",
        ),
        (
            "{S:A clerk}, who wasn’t authorised to talk to reporters, {C:said} {Q:so}.",
            "who wasn’t authorised to talk to reporters",
        ),
        (
            "{S:A clerk} who declined to be identified for fear of reprisal {C:said} {Q:so}.",
            "who declined to be identified for fear of reprisal",
        ),
        ("{S:A clerk} who did not want to be named {C:said} {Q:so}.", "who did not want to be named"),
        (
            "{S:A clerk} who was granted anonymity to speak freely {C:said} {Q:so}.",
            "who was granted anonymity to speak freely",
        ),
        (
            "{S:A clerk} {C:said} {Q:so}.\n\nThe clerk spoke on condition of anonymity to discuss a sealed file.",
            f"{SPOKE} to discuss a sealed file",
        ),
        (
            "{S:A clerk} {C:said} {Q:so}.\n\nHe spoke on condition of anonymity, fearing for his post.",
            f"{SPOKE}, fearing for his post",
        ),
        (
            "{S:A clerk} {C:said} {Q:so}.\n\nThe clerk was not authorized to discuss the file publicly.",
            "was not authorized to discuss the file publicly",
        ),
        ("{S:Bargemen who asked not to be named} {C:said} {Q:so}.", "who asked not to be named"),
    ],
)
def test_reason(marked: str, expected: str) -> None:
    """The reason stands beside the source, in its sentence, or in a sentence of its own."""
    assert described(marked).anonymity() == expected


@pytest.mark.parametrize(
    "marked",
    [
        "{S:A clerk} {C:said} {Q:so}.",
        "{S:A clerk who asked not to be named in the lawsuit} {C:said} {Q:so}.",
        "{S:A clerk} {C:said} {Q:so}.\n\nThe clerk was not authorized to talk to the Danish envoy.",
        "{S:A clerk}, who was not allowed to keep the key, {C:said} {Q:so}.",
        "{S:A clerk} {C:said} {Q:so}.\n\nAnonymity is a shield.",
        "{S:A clerk} {C:said} {Q:“I spoke on condition of anonymity in those days.”}",
        "{S:A clerk} {C:said} {Q:so}.\n\nThe baker spoke on condition of anonymity.",
    ],
)
def test_no_reason(marked: str) -> None:
    """What sounds alike, or is said of somebody else, is no reason."""
    assert described(marked).anonymity() is None


def test_somebody_named_keeps_no_name_back() -> None:
    """A name that stands in the report was not kept back."""
    found = described(
        "{S:Ann Roe} {C:said} {Q:so}.\n\nRoe asked not to be named.", names={"Ann Roe": "person", "Roe": "person"}
    )
    assert all(entity.anonymity is None for entity in found.entities)


def test_all() -> None:
    """All are the unnamed people above, and nobody who is named."""
    marked = (
        "{S1:Ann Roe} {C1:said} {Q1:never}.\n\n{S2:Two clerks} {C2:said} {Q2:so}.\n\n"
        "{S3:A guard} {C3:said} {Q3:no}.\n\nAll spoke on condition of anonymity."
    )
    found = described(marked, names={"Ann Roe": "person"})
    assert [found.anonymity(1), found.anonymity(2), found.anonymity(3)] == [None, SPOKE, SPOKE]
    rules = [entity.anonymity.rule for entity in found.entities if entity.anonymity]
    assert rules == ["anonymity:all-before"] * 2


def test_both_of_three() -> None:
    """Where three spoke, "both" tells nothing."""
    marked = (
        "{S1:A clerk} {C1:said} {Q1:so} and {S2:a guard} {C2:said} {Q2:no}.\n\n{S3:A nurse} {C3:said} {Q3:never}.\n\n"
        "Both spoke on condition of anonymity."
    )
    found = described(marked)
    assert [found.anonymity(number) for number in (1, 2, 3)] == [None] * 3


def test_no_statement() -> None:
    """The reader took the granting for telling: it is none, and what was told stays."""
    marked = "{S1:A clerk}, {S2:who} {C2:asked} {Q2:not to be named}, {C1:said} {Q1:so}."
    found = described(marked)
    assert (found.cues(), found.anonymity()) == (["said"], "who asked not to be named")


def test_no_statement_of_its_own() -> None:
    """A sentence that only grants anonymity holds no statement, and its subject is nobody new."""
    marked = "{S1:A clerk} {C1:said} {Q1:so}.\n\n{S2:He} {C2:spoke about} {Q2:the sale on condition of anonymity}."
    found = described(marked)
    assert found.cues() == ["said"]
    assert found.anonymity() == "spoke about the sale on condition of anonymity"
    assert len(found.entities) == 1


def test_content_ends_before_the_reason() -> None:
    """A reason that the reader put into the content is cut off it."""
    found = described("{S:A clerk} {C:said} {Q:the bell was cracked, speaking on condition of anonymity}.")
    assert [found.text[slice(*span)] for span in found.statements[0].content] == ["the bell was cracked"]
