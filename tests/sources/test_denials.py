"""What a denial denies, and when that cannot be told."""

from __future__ import annotations

import pytest

from tests.sources.describing import described
from whoseword.model import NameKind

CLAIM = "{S1:Ann Roe} {C1:said} {Q1:the mayor had sold the bell tower}.\n\n"
ACCUSED = "{S1:Ann Roe} {C1:accused} {Q1:the mayor of selling the bell tower}.\n\n"
REPORT = "{S1:Reuters} {C1:reported} {Q1:that the bell tower was sold}.\n\n"
NAMES: dict[str, NameKind] = {"Ann Roe": "person", "Reuters": "organisation"}


def denied(marked: str, number: int = 2) -> tuple[int, str] | None:
    """What the statement of this number denies."""
    return described(marked, names={name: NAMES[name] for name in NAMES if name in marked}).denied(number)


@pytest.mark.parametrize(
    ("marked", "rule"),
    [
        (CLAIM + "{S2:The guild} {C2:denied} {Q2:the claim}.", "denial:claim-before"),
        (CLAIM + "{S2:The guild} {C2:denied} {Q2:it}.", "denial:claim-before"),
        (CLAIM + "{S2:The guild} {C2:rejected} {Q2:that suggestion}.", "denial:claim-before"),
        (ACCUSED + "{S2:The guild} {C2:dismissed} {Q2:the allegation as a fairy tale}.", "denial:claim-before"),
        (REPORT + "{S2:The guild} {C2:denied} {Q2:the report}.", "denial:claim-before"),
        (REPORT + "{S2:The guild} {C2:dismissed} {Q2:the reports on Monday}.", "denial:claim-before"),
        (CLAIM + "{S2:The mayor} {C2:denied} {Q2:selling the bell tower}.", "denial:same-matter"),
        (CLAIM + "{S2:The guild} {C2:denied} {Q2:that the mayor sold the bell tower}.", "denial:same-matter"),
    ],
)
def test_denied(marked: str, rule: str) -> None:
    """A word for what was told, or the same matter, leads to the one statement above."""
    assert denied(marked) == (1, rule)


def test_inside() -> None:
    """The claim stands inside the denial."""
    marked = "{S1:The guild} {C1:denied} {Q1:that {S2:Ann Roe} {C2:said} {Q2:the bell tower was sold}}."
    assert denied(marked, 1) == (2, "denial:inside")


@pytest.mark.parametrize(
    "marked",
    [
        CLAIM + "{S2:The guild} {C2:denied} {Q2:owning a boat}.",
        CLAIM + "{S2:The guild} {C2:rejected} {Q2:it}.",
        CLAIM + "{S2:The guild} {C2:rejected} {Q2:the offer}.",
        CLAIM + "{S2:The guild} {C2:did not deny} {Q2:the claim}.",
        CLAIM + "{S2:The guild} {C2:denied} {Q2:the report}.",
        CLAIM + "{S2:The guild} {C2:denied} {Q2:the allegation}.",
        CLAIM + "{S2:The guild} {C2:denied} {Q2:the claim that the well was dry}.",
        CLAIM + "{S2:Ann Roe} {C2:denied} {Q2:it}.",
        CLAIM + "It rained.\n\nIt rained on.\n\n{S2:The guild} {C2:denied} {Q2:it}.",
        CLAIM + "{S2:The guild} {C2:countered} {Q2:that the mayor sold the bell tower}.",
        "{S1:Ann Roe} {C1:said} {Q1:{S2:the guild} {C2:denied} {Q2:the claim}}.",
    ],
)
def test_not_denied(marked: str) -> None:
    """Another matter, an offer, a word that fits nothing above, one’s own words: nothing is pointed to."""
    assert denied(marked) is None


def test_two_claims() -> None:
    """Two statements of one sentence could be meant: neither is."""
    marked = (
        "{S1:Ann Roe} {C1:said} {Q1:the tower was sold} and {S2:a clerk} {C2:said} {Q2:the well was dry}.\n\n"
        "{S3:The guild} {C3:denied} {Q3:the claim}."
    )
    assert denied(marked, 3) is None


def test_a_claim_that_is_called_so() -> None:
    """One asserted, another said: "that assertion" may be either."""
    marked = (
        "{S1:A clerk} {C1:asserted} {Q1:the well was dry}.\n\n{S2:Ann Roe} {C2:said} {Q2:the tower was sold}.\n\n"
        "{S3:The guild} {C3:disputed} {Q3:that assertion}."
    )
    assert denied(marked, 3) is None


def test_two_reports() -> None:
    """Two reports above: neither is meant for certain."""
    marked = (
        REPORT
        + "{S2:Politico} {C2:reported} {Q2:that the well was dry}.\n\n{S3:The guild} {C3:denied} {Q3:the report}."
    )
    assert denied(marked, 3) is None
