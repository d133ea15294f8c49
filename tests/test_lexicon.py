"""The word lists as a whole: they are read once, any word may be looked up, and a wrong entry is refused."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoseword.errors import LexiconError
from whoseword.lexicon import FILES, Cue, Noun, Outlet, load_lexicon, parse_lexicon

LEXICON = load_lexicon()
PHRASES = (
    *LEXICON.complements,
    *LEXICON.grants,
    *LEXICON.affiliations,
    *LEXICON.partitives,
    *LEXICON.numbers,
    *LEXICON.anonymity,
)
TEXTS = {path: (files("whoseword") / "lexicons" / path).read_text(encoding="utf-8") for path in FILES}


def test_examples_differ() -> None:
    """No example stands for two entries."""
    examples = [noun.example for noun in (*LEXICON.heads, *LEXICON.documents)]
    examples += [cue.example for cue in LEXICON.cues] + [phrase.example for phrase in PHRASES]
    assert len(set(examples)) == len(examples)


@given(st.text())
def test_any_words(words: str) -> None:
    """Every lookup answers on any string."""
    assert LEXICON.is_unnamed(words) == (LEXICON.unnamed(words) is not None)
    for answer in (LEXICON.document(words), LEXICON.outlet(words), LEXICON.cue(words), LEXICON.cue_within(words)):
        assert answer is None or isinstance(answer, Noun | Outlet | Cue)


class TestWrongEntries:
    """A wrong entry is refused with its file and what to do."""

    @pytest.mark.parametrize(
        ("path", "old", "new", "message"),
        [
            ("en/cues.toml", 'act = "statement"', 'act = "speech"', "cue 1 .say.: act is 'speech'"),
            ("en/cues.toml", 'distance = "neutral"', "", "distance is None"),
            ("en/cues.toml", "takes_recipient = false", "takes_recipient = 0", "takes_recipient is 0"),
            ("en/cues.toml", '"says", ', '"says ", ', "forms is"),
            ("en/cues.toml", '"says", ', '"told", ', "stand twice: told"),
            ("en/cues.toml", 'act = "statement"', 'act = "statement"\nmood = "calm"', "unknown fields .'mood'"),
            ("en/cues.toml", "[[cue]]", "[[clue]]", "unknown tables .'clue'"),
            ("en/cues.toml", "[[cue]]", "[[cue", "en/cues.toml: "),
            ("en/unnamed.toml", "count = 1", "count = -1", "count is -1"),
            ("en/unnamed.toml", 'plural = ["authorities"]', "plural = []", "neither a singular nor a plural"),
            ("en/documents.toml", '"report"]', '"report", "study"]', "stand twice: study"),
            ("outlets.csv", "name,aliases", "aliases,name", "the columns are"),
            ("outlets.csv", "newspaper", "gazette", "line 2: 'gazette'"),
            ("outlets.csv", "nytimes.com,", "", "line 2 has 5 cells"),
            ("outlets.csv", "NYT|NY Times", "NYT||NY Times", "line 2 needs a name"),
            ("wires.csv", "Reuters,", "Politico,", "stand twice: Politico"),
            ("en/frequencies.csv", "* reports", "reports", "the first two lines"),
            ("en/frequencies.csv", "the,", "the;", "line 4 is not a stem and a count"),
            ("en/frequencies.csv", "\nto,", "\nthe,", "stand twice: the"),
            ("en/frequencies.csv", "* least,8", "* least,9", "a count is below the least"),
        ],
    )
    def test_refused(self, path: str, old: str, new: str, message: str) -> None:
        """One damaged entry in one file raises a LexiconError that names it."""
        changed = TEXTS[path].replace(old, new, 1)
        assert changed != TEXTS[path]
        with pytest.raises(LexiconError, match=message):
            parse_lexicon(TEXTS | {path: changed})

    def test_read_once(self) -> None:
        """The lexicon is read once and the files give the same again."""
        assert load_lexicon() is LEXICON
        assert parse_lexicon(TEXTS) == LEXICON
