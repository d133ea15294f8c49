"""The text of a report -> the language it is in. whoseword reads English; that a text is in another is told.

English has its own words in every few ("the", "said", "with"), and a text full of them needs no library. Of any other
text, the stretches that have few of them are shown to py3langid (a naive Bayes classifier over byte sequences, after
Lui and Baldwin, "langid.py: An Off-the-shelf Language Identification Tool", 2012), which knows some 130 languages. Its
model lies in its package as plain arrays, and is loaded once, from there, when it is first needed.

>>> language_of("The gate of the dam was opened on Monday, the ministry said.")
('en', ())
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Protocol, cast

from whoseword.model import Problem, Span

# How many characters are looked at of a long text.
LOOKED_AT = 20_000
# The text is taken in stretches of so many words, so that a passage in one language does not hide another.
STRETCH = 50
# A stretch with so many of the words below among its words is English. Of 4,752 English reports, one in three hundred
# has more than a quarter of its letters in stretches below that (lists of names and of products); of a text told in 38
# other languages, no stretch comes above 0.13.
ENGLISH_SHARE = 0.18
# Of a text's letters: more than so many are in another language, and the text is; more than so many, and it is told.
MOST, MUCH = 0.5, 0.25
# How sure the library must be, and of how many words. Of 11,000 beginnings and middles of English reports, of 8 to 30
# words and with few English ones among them, it was at most 0.76 sure of another language.
SURE, FEWEST_WORDS = 0.9, 12
# Without the library: so few English words among so many words are neither English nor an English list.
FOREIGN_SHARE, ENOUGH_WORDS = 0.08, 60
# A Chinese character tells about as much as three letters of an alphabet. As no blanks part the words, each is one.
IDEOGRAPH = 3
ENGLISH = ("en", "pcm")  # Nigerian Pidgin has most of its words from English
NO_LANGUAGE = "zxx"  # what ISO 639 and the library call text that is in none
UNKNOWN = "und"

_IDEOGRAPHS = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_IDEOGRAPH = re.compile(f"[{_IDEOGRAPHS}]")
_WORD = re.compile(rf"[^\W\d_{_IDEOGRAPHS}]+|[{_IDEOGRAPHS}]")
_ASCII = bytes(range(128))
# Of bytes, small letters as they are, and of each other a blank.
_LETTERS_ALONE = bytes(byte if byte in b"abcdefghijklmnopqrstuvwxyz" else 32 for byte in range(256))
# Words of two letters or more, and none that is common in another language as well ("a" is in Hungarian, "no" in
# Spanish, "an" in Irish).
_ENGLISH = frozenset(
    "the of and to in that is was for on with as he his it at by be from had are has have not this but they were"
    " which or their said will would been who its more we you she her him after about when there if".split()
)


class Identifies(Protocol):
    """What is asked of the library."""

    def rank(self, text: str) -> list[tuple[str, float]]:
        """The languages that a text may be in, as codes of ISO 639, and how likely each is; the likeliest first."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words of a text that follow each other. `weight` is in letters, `share` that of English words among them."""

    span: Span
    words: int
    weight: int
    share: float


def language_of(text: str, told: str | None = None) -> tuple[str, tuple[Problem, ...]]:
    """The language of the larger part of `text`, and a Problem where that is not English or much of it is not.

    `told` is what came along with the text, a code or a name of a language; it decides where the words do not. The
    language is a code of ISO 639-1, of 639-3 where the first has none, or "und": no language, or another than English
    that cannot be told. Where nothing speaks clearly against English, it is "en".
    """
    if _is_plainly_english(text[:LOOKED_AT]):
        return "en", ()
    stretches = [*_stretches(text[:LOOKED_AT])]
    whole = sum(each.weight for each in stretches)
    doubtful = sum(each.weight for each in stretches if each.share < ENGLISH_SHARE)
    if not whole:
        return UNKNOWN, ()
    if doubtful <= MUCH * whole:
        return "en", ()
    found = _found(text, stretches, _code(told))
    nothing = found.pop(NO_LANGUAGE, 0)
    foreign = found.total()
    code = max(found, key=lambda code: (found[code], code), default=UNKNOWN)
    if foreign > MOST * whole:
        return code, (Problem("language-not-supported", _told(code)),)
    if foreign > MUCH * whole:
        return "en", (Problem("language-mixed", _told_in_part(code, foreign / whole)),)
    return (UNKNOWN if nothing > MOST * whole else "en"), ()


def _found(text: str, stretches: list[_Stretch], told: str | None) -> Counter[str]:
    """The letters of the text by their language, as far as it is sure that this is not English."""
    identifier = _identifier()
    if identifier is None:
        return _by_share(text, stretches, told)
    found: Counter[str] = Counter()
    for is_doubtful, group in groupby(stretches, key=lambda each: each.share < ENGLISH_SHARE):
        run = [*group]
        if is_doubtful and (code := _by_library(text[run[0].span[0] : run[-1].span[1]], run, identifier, told)):
            found[code] += sum(each.weight for each in run)
    return found


def _by_library(words: str, run: list[_Stretch], identifier: Identifies, told: str | None) -> str | None:
    (code, first), (next_code, second), *_ = identifier.rank(words)
    # Two kin share what there is to share: Indonesian and Malay, Croatian and Bosnian.
    sure = first + second if next_code not in ENGLISH else first
    is_short = sum(each.words for each in run) < FEWEST_WORDS and not _is_written_apart(words)
    if sure < SURE or is_short:
        # Too little to go by: then another language must be told of, and the words look more like any than English.
        code = told if told and code not in ENGLISH else "en"
    return None if code == "en" else _code(code) or code


def _by_share(text: str, stretches: list[_Stretch], told: str | None) -> Counter[str]:
    """The same without the library: all of the text, or nothing. A list of names and products has few words as well."""
    count = sum(each.words for each in stretches)
    if sum(each.share * each.words for each in stretches) >= FOREIGN_SHARE * count:
        return Counter()
    is_enough = count >= ENOUGH_WORDS or _is_written_apart(text)
    code = told or (UNKNOWN if is_enough else "en")
    return Counter({code: sum(each.weight for each in stretches)} if code != "en" else {})


def _is_written_apart(words: str) -> bool:
    """Whether most letters are of another script than English has, as many as a sentence takes."""
    letters = [letter for letter in words if letter.isalpha()]
    other = sum(letter > "\u024f" for letter in letters)
    return other >= ENOUGH_WORDS / IDEOGRAPH and 2 * other > len(letters)


def _is_plainly_english(text: str) -> bool:
    """Whether so few stretches are doubtful that nothing further need be asked; in a third of the time."""
    words = _words(text.casefold())
    doubtful = 0
    for start in range(0, len(words), STRETCH):
        some = words[start : start + STRETCH]
        if sum(map(_ENGLISH.__contains__, some)) < ENGLISH_SHARE * len(some):
            # As if each were of a script in which a sign is a word.
            doubtful += IDEOGRAPH * sum(map(len, some))
    return bool(words) and doubtful <= MUCH * sum(map(len, words))


def _words(folded: str) -> list[str]:
    """What `_WORD` finds; where all letters are those from a to z, in a third of its time."""
    data = folded.encode("utf-8", "surrogatepass")
    if _WORD.search(data.translate(None, _ASCII).decode("utf-8", "surrogatepass")):
        return _WORD.findall(folded)
    return data.translate(_LETTERS_ALONE).decode("ascii").split()


def _stretches(text: str) -> Iterator[_Stretch]:
    words = [*_WORD.finditer(text)]
    for start in range(0, len(words), STRETCH):
        some = words[start : start + STRETCH]
        span = (some[0].start(), some[-1].end())
        known = sum(word[0].casefold() in _ENGLISH for word in some)
        weight = sum(word.end() - word.start() for word in some)
        within = text[slice(*span)]
        if not within.isascii():
            weight += (IDEOGRAPH - 1) * len(_IDEOGRAPH.findall(within))
        yield _Stretch(span, len(some), weight, known / len(some))


def _told(code: str) -> str:
    language = _named(code)
    unknown = "" if language else "; pip install 'whoseword[intake]' to be told which"
    return (
        f"the text is in {language or 'another language than English'}; whoseword reads English only; the report is "
        f"kept and nothing in it is read{unknown}"
    )


def _told_in_part(code: str, share: float) -> str:
    language = _named(code) or "another language than English"
    return f"about {share:.0%} of the text is in {language}; do not rely on what is found there"


def _named(code: str) -> str | None:
    name = _languages().get(code, (code, None))[1]
    return f"{name} ({code})" if name else None if code == UNKNOWN else f"the language with the code {code}"


def _code(told: str | None) -> str | None:
    """The code that is meant by "en-GB", "eng" or "English"; None where none is known."""
    whole = " ".join((told or "").casefold().split())
    for form in (whole, re.split(r"[-_ (,;]", whole)[0]):
        if form in _languages():
            return _languages()[form][0]
    return None


@cache
def _languages() -> Mapping[str, tuple[str, str]]:
    """Code and name of each language, by its code, its name and what else it is called."""
    listed = (files("whoseword") / "lexicons" / "languages.csv").read_text("utf-8")
    known = {}
    for row in csv.DictReader(io.StringIO(listed)):
        forms = (row["code"], row["name"], *filter(None, row["others"].split("|")))
        known.update({form.casefold(): (row["code"], row["name"]) for form in forms})
    return known


@cache
def _identifier() -> Identifies | None:
    """The library with its model; None where the extra `intake` is not installed."""
    try:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  (half a second, seldom needed)
    except ImportError:
        return None
    return cast("Identifies", LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True))
