"""What the words round a person's name tell: offices, countries and whether it is a man or a woman.

In: a phrase like "Vellan Prime Minister Ann Roe, a former judge". Out: its offices and countries.

>>> offices_in("Spanish Prime Minister", load_lexicon())
(('minister prime',), ('Spain',))
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from whoseword.lexicon import Lexicon
from whoseword.sources.spelling import words_of

_PIECE = re.compile(r"\s*[,;–—]\s*|\s+and\s+(?:the\s+)?")
# Behind these a phrase speaks of something else: "a judge in Vell", "a pilot who fell".
_END = re.compile(
    r"\b(?:who|whom|which|that|where|when|whose|in|at|with|from|on|by|said|says|told|is|was|has|had)\b", re.IGNORECASE
)
_SMALL = frozenset(
    "the a an of for to and or his her its their top senior while despite when as but after before if since although "
    "though because like unlike under with from by then so yet meanwhile n".split()
)
LONGEST = 10  # words of a phrase that is still an office
_MEN = frozenset("mr sir lord king prince spokesman chairman congressman businessman".split())
_WOMEN = frozenset("mrs ms miss dame lady queen princess spokeswoman chairwoman congresswoman".split())


def offices_in(phrase: str, lexicon: Lexicon) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The offices in a phrase, each as its words in alphabetical order, and the countries that it names."""
    offices: list[str] = []
    places: list[str] = []
    for piece in _PIECE.split(phrase):
        office, lands = _office(_END.split(piece)[0], lexicon)
        places += lands
        if office:
            offices.append(office)
    return tuple(dict.fromkeys(offices)), tuple(dict.fromkeys(places))


def _office(piece: str, lexicon: Lexicon) -> tuple[str, list[str]]:
    bare, lands = without_countries(piece, lexicon)
    known = lexicon.names
    words = [word for part in words_of(bare) for word in part.split("-") if word not in _SMALL]
    words = [known.spelled.get(word, word) for word in words if word not in known.passing]
    if not 0 < len(words) <= LONGEST or not known.offices.intersection(words):
        return "", lands
    return " ".join(sorted(set(words))), lands


def is_sole(office: str, lexicon: Lexicon) -> bool:
    """Whether an office is held by one at a time: "minister prime", "secretary state", but not "senator"."""
    words = set(office.split())
    return words.isdisjoint(lexicon.names.many) and not lexicon.names.some.issuperset(words)


def without_countries(words: str, lexicon: Lexicon) -> tuple[str, list[str]]:
    """The words without those that name a country ("US", "Vellan", "Vell’s"), and the names of these countries."""
    parts = words.split()
    kept: list[str] = []
    lands: list[str] = []
    place = 0
    while place < len(parts):
        found, size = _country(parts, place, lexicon)
        if found and parts[place - 1 : place] != ["New"]:
            lands.append(found)
        else:
            kept.append(parts[place])
        place += size
    return " ".join(kept), lands


def _country(parts: list[str], place: int, lexicon: Lexicon) -> tuple[str, int]:
    for size in (3, 2, 1):
        run = " ".join(parts[place : place + size])
        bare = re.sub(r"(?:[’']s|[’'])$", "", run.strip(',;()“”"')).removeprefix("then-").removeprefix("ex-")
        land = lexicon.country(bare) if len(parts) >= place + size and bare[:1].isupper() else None
        if land and land.capital != bare:
            return land.name, size
    return "", 1


def gender_in(words: str) -> str:
    """Whether the words round a name say that it is a man's ("m") or a woman's ("f"); empty where they do not."""
    found = set(words_of(words))
    if bool(found & _MEN) == bool(found & _WOMEN):
        return ""
    return "m" if found & _MEN else "f"


def round_name(mention: str, name: str) -> Iterator[str]:
    """What stands in a mention before the name, and what between commas behind it.

    Where two are named, "President Ann Roe and Bel Roe", only what follows the "and" is said of the second.
    """
    last = name.rpartition(" ")[2]
    known = name if name in mention else last if mention.count(last) == 1 else None
    if known is None:
        return
    before, _, behind = mention.partition(known)
    yield re.split(r"\band\b|&", before)[-1]
    if behind.startswith(","):
        yield behind.strip(" ,")
