"""Names as they are compared across reports: one case, no accents, no titles, and one key for several transliterations.

In: a name as a report prints it. Out: its parts, or the key of one part.

>>> person_parts("Gen. Selim al-Orsani", load_lexicon().names)
('selim', 'orsani')
>>> sound("qassem") == sound("kasim")
True
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from whoseword.entries import NameWords

_WORD = re.compile(r"[^\W_]+(?:(?:\.?'|[.-])[^\W_]+)*")
# The Arabic article, with its consonant made like the next one: "al-Amin", "ash-Sharq".
_ARTICLE = re.compile(r"^(?:al|el|ul|ad|as|an|ar|ash|at|az)-(?=.)")
_LONE_ARTICLES = frozenset({"al", "el"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
# What one sound of Arabic, Persian or Russian becomes in English print, and what is compared in its stead. The order
# counts. "dh" is told from "z" still, and "a" from "i": "Hamad" and "Hamid" are two names.
_SOUNDS = (
    (re.compile(r"q"), "k"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ou|oo|o|w(?=[^aeiouy]|$)"), "u"),
    (re.compile(r"ai|ay|ei|ey|ee|ie|e|y"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_SPELLINGS = (
    (re.compile(r"isation$"), "ization"),
    (re.compile(r"^(def|off)ence$"), r"\1ense"),
    (re.compile(r"^labour$"), "labor"),
    (re.compile(r"^centre$"), "center"),
    (re.compile(r"^programme$"), "program"),
)
# So many ways to write it that no rule holds them.
_MOHAMMED = re.compile(r"^m[ou]ham+[aeo]d$")


@lru_cache(maxsize=1 << 15)
def folded(text: str) -> str:
    """The text in one case, without accents and with straight apostrophes, white space folded."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return " ".join(bare.casefold().replace("’", "'").replace("‘", "'").split())


@lru_cache(maxsize=1 << 15)
def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text, without possessive endings, dots and American or British spelling."""
    words = [re.sub(r"'s$|'$", "", word).replace(".", "") for word in _WORD.findall(folded(text))]
    return tuple(_spelt(word) for word in words if word)


def _spelt(word: str) -> str:
    for pattern, instead in _SPELLINGS:
        word = pattern.sub(instead, word)
    return word


def person_parts(name: str, known: NameWords) -> tuple[str, ...]:
    """The parts of a person's name, the family name last; empty where titles are all that there is.

    "bin Selm" and "Abu Tarn" are one part, an Arabic article is none, and what "Jr." adds is left out.
    """
    words = [_ARTICLE.sub("", word) for word in words_of(name)]
    while words and words[0] in known.titles:
        words.pop(0)
    while words and words[-1] in _SUFFIXES:
        words.pop()
    parts: list[str] = []
    joined = ""
    for place, word in enumerate(words):
        last = place + 1 == len(words)
        if word in _LONE_ARTICLES and not last:
            continue
        if word in known.compound and not last and (joined or place or word.startswith(("ab", "bin", "van", "von"))):
            joined += word
        else:
            parts.append((joined + word).replace("-", ""))
            joined = ""
    return tuple(parts)


@lru_cache(maxsize=1 << 15)
def sound(word: str) -> str:
    """The key under which transliterations of one name meet: "Qassem" and "Qasim", "Suleimani" and "Soleimani"."""
    if _MOHAMMED.match(word):
        return "muhamad"
    for pattern, instead in _SOUNDS:
        word = pattern.sub(instead, word)
    return word
