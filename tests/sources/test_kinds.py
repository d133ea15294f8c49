"""What a mention is called and what it is, in the light of the whole report."""

from __future__ import annotations

import pytest

from tests.sources.staging import staged
from whoseword.model import NameKind


def told(words: str, **more) -> tuple[str | None, str]:
    """Name and kind of the one who is told: "A stoker told …"."""
    found = staged(f"{{S:A stoker}} {{C:told}} {{T:{words}}} {{Q:that it rained}}.", **more)
    entity = next(e for e in found.entities if e.id == found.statements[0].told_to[0])
    return entity.name, entity.kind


def source(words: str, cue: str = "said", **more) -> tuple[str | None, str]:
    """Name and kind of the source: "… said that it rained"."""
    found = staged(f"{{S:{words}}} {{C:{cue}}} {{Q:that it rained}}.", verbs={cue}, **more)
    return found.entity(1).name, found.entity(1).kind


class TestOutlets:
    @pytest.mark.parametrize(
        ("words", "name"),
        [
            ("the Saudi-owned Al Arabiya", "Al Arabiya"),
            ("the London-based magazine Tin Lamp", "Tin Lamp"),
            ("Lebanon’s pro-Orsel Al-Manar television", "Al-Manar"),
            ("the Tin Lamp newspaper", "Tin Lamp"),
            ("the Evening Bell", "Evening Bell"),
            ("the Sun", "The Sun"),
            ("Time", "Time"),
            ("the Post", "Post"),
            ("ABC", "ABC"),
        ],
    )
    def test_told(self, words, name):
        """One who is told is an outlet by list, noun, shared name, or article and capitals."""
        assert told(words, names={"Time": "organisation", "ABC": "organisation", "Tin Lamp": "misc"}) == (
            name,
            "outlet",
        )

    @pytest.mark.parametrize("words", ["the Harbour Council", "the guild", "reporters", "a Vellan newspaper"])
    def test_told_and_no_outlet(self, words):
        """A body, a noun or people are none."""
        assert told(words, names={"Harbour Council": "organisation"})[1] != "outlet"

    @pytest.mark.parametrize(
        ("words", "cue", "kind"),
        [
            ("The Evening Bell", "reported", "outlet"),
            ("The Evening Bell", "said", "unknown"),
            ("The Sun", "reported", "outlet"),
            ("The Times", "reported", "outlet"),
            ("The Harbour Council", "reported", "unknown"),
        ],
    )
    def test_reports(self, words, cue, kind):
        """A name that no list knows is an outlet where it reports, not where it says."""
        assert source(words, cue)[1] == kind

    def test_doubtful_name_that_the_reader_takes_for_an_organisation(self):
        """Of a doubtful name the reader's word is enough; a person of this name stays one."""
        assert source("Bloomberg", names={"Bloomberg": "organisation"}) == ("Bloomberg News", "outlet")
        assert source("Bloomberg", names={"Bloomberg": "person"}) == ("Bloomberg", "person")

    def test_person_of_an_outlet(self):
        """Somebody who works for an outlet is a person."""
        assert source("CNN’s Ann Roe") == ("Ann Roe", "person")
        assert source("Harbour News reporter Ann Roe", names={"Harbour News": "organisation"})[1] == "person"

    def test_somebody_of_an_outlet_whom_the_reader_does_not_see(self):
        """Capitals before "of" and an outlet are no outlet; an outlet with "of" in its name is one."""
        names: dict[str, NameKind] = {"Ivo Quarrel of the Financial Times": "misc", "Voice of Orsel News": "misc"}
        assert source("Ivo Quarrel of the Financial Times", names=names)[1] == "unknown"
        assert source("Voice of Orsel News", names=names)[1] == "outlet"

    def test_title_of_an_outlet(self):
        """A name that ends like an outlet's is one, whatever it does."""
        assert source("Orsel Gazette", names={"Orsel Gazette": "organisation"}) == ("Orsel Gazette", "outlet")
        assert source("Orsel Guild", names={"Orsel Guild": "organisation"})[1] == "organisation"


class TestOthers:
    def test_what_a_name_belongs_to(self):
        """An administration is no person, whoever's it is; a person with words behind the name is one."""
        assert source("The Roe administration") == ("Roe administration", "organisation")
        assert source("Ann Roe")[1] == "person"

    def test_capital(self):
        """A place that speaks is its government; one who is told stays what it was."""
        assert source("Velland")[1] == "organisation"
        assert told("Velland")[1] == "place"

    def test_name_behind_a_title(self):
        """A person named behind an organisation is the one who speaks; in "a spokesman for Ann Roe" nobody is named."""
        assert source("Former envoy to the Harbour Board Ann Roe")[0] == "Ann Roe"
        assert source("a spokesman for Ann Roe")[0] is None

    def test_owner_of_a_document(self):
        """A report's owner keeps the capitalised words that the reader left out."""
        assert source("An Evening Bell report", names={"Bell": "organisation"}) == ("Evening Bell", "document")
        assert source("A new Bell report", names={"Bell": "organisation"}) == ("Bell", "document")
