"""Full text over what was said, the same on both databases."""

from __future__ import annotations

import pytest

from tests.dossier.records import named, record_of
from tests.store.kept import put
from whoseword.errors import UsageError
from whoseword.model import Published
from whoseword.reports.folding import folded
from whoseword.store.opening import Store
from whoseword.store.searching import Bounds, search

SAID = {
    "a": ("{S:Ada Rook} {C:said} {Q:the state-run ferry to Çelmar was delayed by 2.5 hours}.", "2026-01-05"),
    "b": ("{S:Ben Marsh} {C:said} {Q:delays of the ferry “won’t” end}.", "2026-02-05"),
    "c": ("{S:A clerk} {C:said} {Q:the bridge stays shut}.", None),
}


@pytest.fixture
def desk(store: Store) -> Store:
    """A store with three reports; in one, the source has another name than its words."""
    for place, (marked, day) in SAID.items():
        published = Published(day, "given") if day else Published()
        entities = [named(1, "Governor Rook")] if place == "a" else []
        given = {0: {"entity": "e1"}} if place == "a" else {}
        record = record_of(marked, published=published, outlet="Courier", entities=entities, statements=given)
        put(store, record, place=f"/desk/{place}")
    return store


def found(store: Store, typed: str, **bounds: str) -> list[str]:
    with store.reading() as connection:
        return [hit.content.split()[1] for hit in search(connection, typed, Bounds(**bounds))]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("ferry", ["of", "state-run"]),
        ("FERRY", ["of", "state-run"]),
        ("ferry delayed", ["state-run"]),
        ("ferry delay", []),
        ("delay*", ["of", "state-run"]),
        ("celmar", ["state-run"]),
        ("state-run", ["state-run"]),
        ("2.5", ["state-run"]),
        ("won't", ["of"]),
        ("bridge OR ferry", []),
        ("NOT ferry", []),
        ("nothing", []),
    ],
)
def test_all_words_must_be_there(desk, typed, told):
    """Case, accents and hyphens do not count, a star takes longer words, the newest report comes first."""
    assert found(desk, typed) == told


@pytest.mark.parametrize("typed", ['ferry"', "'ferry", "ferry)", "col:ferry", "-ferry", "ferry:*", "^ferry", "a\\b"])
def test_no_sign_is_an_operator(desk, typed):
    """Whatever is typed is looked for, never obeyed."""
    assert set(found(desk, typed)) <= {"of", "state-run"}


def test_without_a_word_there_is_nothing_to_search(desk):
    """Signs alone are refused."""
    with pytest.raises(UsageError, match="give a word"):
        found(desk, '" * -')


def test_the_source_can_be_asked_for(desk):
    """By the name of the one who is meant, and by the words that stand there."""
    assert found(desk, "ferry", source="governor") == ["state-run"]
    assert found(desk, "ferry", source="marsh") == ["of"]
    assert found(desk, "ferry", source="%") == []


def test_days_bound_the_search(desk):
    """From a day on, to a day or a month; a report without a day lies in no period."""
    assert found(desk, "ferry", since="2026-02") == ["of"]
    assert found(desk, "ferry", until="2026-01") == ["state-run"]
    assert found(desk, "bridge", since="2000") == []


def test_only_the_newest_version_is_searched(store):
    """Words that a new version took back are found no more."""
    put(store, record_of("{S:A clerk} {C:said} {Q:the ferry sank}.", url="https://courier.example/1"))
    put(store, record_of("{S:A clerk} {C:said} {Q:the ferry sailed}.", url="https://courier.example/1"))
    assert found(store, "sank") == []
    assert found(store, "sailed") == ["ferry"]


def test_a_statement_as_long_as_a_book_is_kept_and_found(store):
    """No database refuses a statement for its length."""
    words = " ".join(f"w{n}çß" for n in range(60_000)) + " " + "x" * 5000
    put(store, record_of(f"{{S:A clerk}} {{C:said}} {{Q:the {words}}}."))
    assert found(store, "w17css") == ["w0çß"]


def test_folding_keeps_letters_and_digits():
    """Words are parted at every other sign, and Greek and Arabic letters are letters."""
    assert folded("Ο Γιώργος—“İyi” 12%, snake_case ٣") == "ο γιωργοσ iyi 12 snake case ٣"
