"""Looking up outlets and agencies: a name leads to one, or to none where it is in doubt."""

from __future__ import annotations

import pytest

from whoseword.lexicon import load_lexicon

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("the Wall Street Journal", "The Wall Street Journal"),
        ("New York Times", "The New York Times"),
        ("the AP", "The Associated Press"),
        ("the BBC", "BBC"),
        ("the Guardian", "The Guardian"),
        ("The Hill", "The Hill"),
    ],
)
def test_article_is_ignored(written: str, name: str) -> None:
    """A leading article does not matter where the name is clear without it."""
    found = LEXICON.outlet(written)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("written", ["the Hill", "time", "politico", "the Times", "Harbour News", "the "])
def test_no_guess(written: str) -> None:
    """Common words, other cases and "the Times", which may be several papers, are not resolved."""
    assert LEXICON.outlet(written) is None
