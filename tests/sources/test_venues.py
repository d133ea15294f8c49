"""Where a source spoke or was quoted: the words before an outlet that make it the middle link, and near misses."""

from __future__ import annotations

import pytest

from tests.sources.staging import staged
from whoseword.model import NameKind

OUTLET = "Harbour News"


def way(marked: str, **more) -> tuple[str, str]:
    """The chain of the first statement, and the rule of its second link."""
    found = staged(marked, outlet=OUTLET, **more)
    return found.chain(1), found.links(1)[1]


def spoken(rest: str, **more) -> tuple[str, str]:
    """The same for "“…,” Ann Roe said …"."""
    return way(f"{{Q:“It rained a week,”}} {{S:Ann Roe}} {{C:said}} {rest}.", **more)


PLAIN = (f"{OUTLET} <- Ann Roe", "chain:source")


class TestSpokeToOutlet:
    @pytest.mark.parametrize(
        "words",
        [
            "in an interview with Politico",
            "in a telephone interview with Politico",
            "in an exclusive interview to Politico",
            "when she spoke to Politico",
            "while talking to Politico",
            "in an email to Politico",
            "in comments to Politico",
            "in an interview with the Vell-owned Politico",
            "in an interview with the news site Politico",
            "in an interview with Velland’s Politico",
            "in an interview with the conservative website Politico",
        ],
    )
    def test_fires(self, words):
        """A conversation or a letter names the outlet, whatever stands before its name."""
        assert spoken(words) == (f"{OUTLET} <- Politico <- Ann Roe", "chain:spoke-to-outlet")

    @pytest.mark.parametrize(
        "words",
        [
            "after an interview about Politico",
            "in a letter from Politico",
            "before a walk with Politico",
            "in an interview with the Harbour Board",
        ],
    )
    def test_near_miss(self, words):
        """About an outlet, from it, beside it, or with somebody else, nobody speaks through it."""
        assert spoken(words) == PLAIN

    def test_longer_name(self):
        """A council whose name begins like an outlet's is none."""
        names: dict[str, NameKind] = {"Guardian Council": "organisation"}
        assert spoken("in an interview with the Guardian Council", names=names) == PLAIN
        short: dict[str, NameKind] = {"Guardian": "organisation"}
        assert spoken("in an interview with the Guardian", names=short)[1] == "chain:spoke-to-outlet"

    @pytest.mark.parametrize(
        ("words", "name"),
        [
            ("the Evening Bell", "Evening Bell"),
            ("Tin Lamp magazine", "Tin Lamp"),
            ("the newspaper Lamp", "Lamp"),
            ("Time", "Time"),
            ("the Sun", "The Sun"),
        ],
    )
    def test_outlets_that_the_interview_makes(self, words, name):
        """An interview makes an outlet of a doubtful name, and of one that no list knows."""
        names = {"Tin Lamp": "misc", "Evening Bell": "misc", "Lamp": "misc", "Time": "misc", "Sun": "misc"}
        assert spoken(f"in an interview with {words}", names=names) == (
            f"{OUTLET} <- {name} <- Ann Roe",
            "chain:spoke-to-outlet",
        )

    @pytest.mark.parametrize("words", ["Bel Marsh", "the Prime Minister", "the Harbour Board", "the Lamp", "Tin Lamp"])
    def test_interviews_that_make_none(self, words):
        """A person, an office, a body, one word or a bare capital do not become outlets."""
        assert spoken(f"in an interview with {words}") == PLAIN


class TestQuotedByOutlet:
    @pytest.mark.parametrize(
        "words", ["quoted by Politico", "as cited by Politico", "in remarks published by Politico"]
    )
    def test_fires(self, words):
        """An outlet that quotes or carries the words is the middle link."""
        assert spoken(words) == (f"{OUTLET} <- Politico <- Ann Roe", "chain:quoted-by-outlet")

    @pytest.mark.parametrize("words", ["owned by Politico", "quoted against Politico", "beside Politico"])
    def test_near_miss(self, words):
        """Other participles, and other prepositions, are no quoting."""
        assert spoken(words) == PLAIN


class TestSpokeOnAir:
    @pytest.mark.parametrize("name", ["CNN", "Al Jazeera"])
    def test_fires(self, name):
        """What is said on a broadcaster came through it."""
        assert spoken(f"on {name}") == (f"{OUTLET} <- {name} <- Ann Roe", "chain:spoke-on-air")

    @pytest.mark.parametrize("words", ["on Politico", "on Reuters", "about CNN", "upon CNN"])
    def test_near_miss(self, words):
        """On a newspaper or an agency is about it, and other prepositions are no air."""
        assert spoken(words) == PLAIN


class TestPlaces:
    def test_other_sentence(self):
        """An outlet of the next sentence is no venue."""
        assert way("{S:Ann Roe} {C:said} {Q:so}. She spoke to Politico.") == PLAIN

    def test_inside_what_is_told(self):
        """Nor is one inside the content."""
        assert way("{S:Ann Roe} {C:said} {Q:that she spoke to Politico}.") == PLAIN


class TestAgency:
    @pytest.mark.parametrize("head", ["VELL (Reuters) - ", "VELL, May 3 (AP) — ", "(AFP) – "])
    def test_dateline(self, head):
        """An agency in brackets at the head of a paragraph stands before all."""
        found = staged(f"{head}{{S:Ann Roe}} {{C:said}} {{Q:so}}.", outlet=OUTLET)
        assert found.links(1)[1] == "chain:dateline"

    @pytest.mark.parametrize("head", ["VELL (Harbour Board) - ", "VELL (Reuters) ", "It was cold (Reuters) there - "])
    def test_no_dateline(self, head):
        """Other brackets, or no dash behind them, are no dateline."""
        found = staged(f"{head}{{S:Ann Roe}} {{C:said}} {{Q:so}}.", outlet=OUTLET)
        assert "chain:dateline" not in found.links(1)

    @pytest.mark.parametrize(("author", "fires"), [("Reuters", True), ("AP", True), ("Ann Roe", False), ("CNN", False)])
    def test_byline(self, author, fires):
        """An agency as the author stands before all; another outlet or a person does not."""
        found = staged("{S:Bel Marsh} {C:said} {Q:so}.", outlet=OUTLET, byline=(author,))
        assert ("chain:byline-agency" in found.links(1)) is fires
