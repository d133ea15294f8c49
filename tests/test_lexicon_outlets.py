"""The lists of outlets and agencies: every row has its shape, no two rows meet, and no name can never match."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from importlib.resources import files
from typing import get_args

import pytest

from whoseword.errors import LexiconError
from whoseword.lexicon import FILES, Outlet, OutletKind, load_lexicon, parse_lexicon

LEXICON = load_lexicon()
WORDS = LEXICON.outlet_words
TEXTS = {path: (files("whoseword") / "lexicons" / path).read_text(encoding="utf-8") for path in FILES}
NAMES = [name for outlet in LEXICON.outlets for name in (outlet.name, *outlet.aliases)]
# Names that are written without any capital.
SMALL = {"taz", "dpa", "i newspaper", "i24", "euronews", "franceinfo", "swissinfo.ch", "eldiario.es", "bdnews24.com"}
SMALL |= {"bdnews24", "antiwar.com", "444.hu", "14ymedio"}


def rows(path: str) -> list[list[str]]:
    """The rows of a list, without its header."""
    return list(csv.reader(io.StringIO(TEXTS[path])))[1:]


@pytest.mark.parametrize("outlet", LEXICON.outlets, ids=lambda outlet: outlet.name)
class TestRows:
    def test_shape(self, outlet: Outlet) -> None:
        """A row has a kind of the closed list, and a domain and a country in their forms or none."""
        assert outlet.kind in get_args(OutletKind)
        assert re.fullmatch(r"([a-z0-9-]+(\.[a-z0-9-]+)+)?", outlet.domain)
        assert re.fullmatch(r"([A-Z]{2})?", outlet.country)
        assert outlet.country != "UK"

    def test_names(self, outlet: Outlet) -> None:
        """Each name is one that a report prints: long enough, with a capital or a figure, without odd characters."""
        for name in (outlet.name, *outlet.aliases):
            assert re.fullmatch(r"[\w’&./! +-]{2,}", name)
            assert name in SMALL or any(letter.isupper() for letter in name)
            assert "  " not in name
            assert name.casefold() not in {"the", "news"}

    def test_found(self, outlet: Outlet) -> None:
        """Each name leads to its row, with a straight apostrophe and with a small article as well."""
        for name in (outlet.name, *outlet.aliases):
            small = "the " + name.removeprefix("The ") if name.startswith("The ") else name
            forms = {name, name.replace("’", "'"), small}
            assert {LEXICON.outlet_in_context(form) for form in forms} == {outlet}


class TestLists:
    def test_enough(self) -> None:
        """The lists are long enough to be of use."""
        assert len(rows("outlets.csv")) >= 350
        assert len(rows("wires.csv")) >= 60

    def test_nothing_twice(self) -> None:
        """No name, alias or domain stands twice in the two files."""
        domains = [outlet.domain for outlet in LEXICON.outlets if outlet.domain]
        assert [value for value, count in Counter(domains).items() if count > 1] == []
        assert [value for value, count in Counter(NAMES).items() if count > 1] == []

    def test_agencies_stand_in_their_own_file(self) -> None:
        """wires.csv holds agencies and outlets.csv none."""
        assert {row[3] for row in rows("wires.csv")} == {"agency"}
        assert "agency" not in {row[3] for row in rows("outlets.csv")}

    def test_doubles_are_refused_however_they_are_spelt(self) -> None:
        """An alias that would only match what another name matches is refused."""
        changed = TEXTS | {"wires.csv": TEXTS["wires.csv"] + "Orsel Wire,al-Jazeera,,agency,,\n"}
        with pytest.raises(LexiconError, match="stand twice: Al-Jazeera"):
            parse_lexicon(changed)

    def test_owners_are_spelt_alike(self) -> None:
        """No two owners differ in case, article or dots only."""
        owners = {outlet.owner for outlet in LEXICON.outlets if outlet.owner}
        plain = Counter(re.sub(r"^the |[.’']", "", owner.casefold()) for owner in owners)
        assert [owner for owner, count in plain.items() if count > 1] == []


class TestDoubtful:
    @pytest.mark.parametrize("name", sorted(WORDS.doubtful))
    def test_only_in_context(self, name: str) -> None:
        """A doubtful name is one of the lists, is no outlet alone, and is one beside words that make it one."""
        assert LEXICON.outlet(name) is None
        found = LEXICON.outlet_in_context(name)
        assert found is not None
        assert LEXICON.knowing([found]).outlet(name) == found

    @pytest.mark.parametrize("name", sorted(WORDS.shared))
    def test_shared(self, name: str) -> None:
        """A name that several outlets share is that of none in the lists."""
        assert LEXICON.outlet(name) is None

    @pytest.mark.parametrize(
        ("written", "name"),
        [
            ("the Guardian", "The Guardian"),
            ("The Hill", "The Hill"),
            ("Time magazine", "Time"),
            ("al-Hayat", "Al-Hayat"),
            ("Barron's", "Barron’s"),
        ],
    )
    def test_no_doubt(self, written: str, name: str) -> None:
        """An article of its own, a noun or a full name leaves no doubt."""
        found = LEXICON.outlet(written)
        assert found is not None
        assert found.name == name

    @pytest.mark.parametrize("written", ["Guardian", "Time", "The Sun", "Bloomberg", "the Sun", "the Hill", "sun"])
    def test_doubt(self, written: str) -> None:
        """Alone these are anything: a word, a body, a person."""
        assert LEXICON.outlet(written) is None

    def test_one_report_knows_more(self) -> None:
        """What one report introduces is known in that report and nowhere else."""
        lamp = Outlet("Tin Lamp", (), "", None, "", "")
        assert LEXICON.knowing([lamp]).outlet("the Tin Lamp") == lamp
        assert LEXICON.outlet("the Tin Lamp") is None
        assert LEXICON.knowing([]).here == ()


class TestWrongWords:
    @pytest.mark.parametrize(
        ("old", "new", "message"),
        [
            ("in_names = [", "in_name = [", "must each stand there"),
            ('"tribune"', '"times"', "in_names holds something twice"),
            ('"tribune"', '" tribune"', "something else than words"),
            ('"newspaper" = "newspaper"', '"newspaper" = "gazette"', "neither open nor one of"),
            ('"Vogue"', '"Vogues"', "Vogues"),
        ],
    )
    def test_refused(self, old: str, new: str, message: str) -> None:
        """A damaged entry, or a doubtful name that no list has, raises a LexiconError that names it."""
        changed = TEXTS["en/outlets.toml"].replace(old, new, 1)
        assert changed != TEXTS["en/outlets.toml"]
        with pytest.raises(LexiconError, match=message):
            parse_lexicon(TEXTS | {"en/outlets.toml": changed})
