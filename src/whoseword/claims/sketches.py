"""A record -> its sketch: what its story is told by, small enough to be kept with each report; and blocking keys.

>>> sketch_from_json(sketch_to_json(Sketch("r1", "2031-05-08"))) == Sketch("r1", "2031-05-08")
True
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import blake2b
from typing import Any

from whoseword.claims.furniture import furniture
from whoseword.lexicon import Lexicon
from whoseword.model import Name, Record, Span
from whoseword.stems import stem, stems

# Found on the half of the reports of docs/stories.md whose ids hash to an even number.
WORDS = 60
NAMES = 30
PLACES = 12
# A word that stands in more than every third report tells no story from another.
LEAST_RARITY = 0.12
# Code points after the title that count as the lead, and what title and lead add to a word's and a name's weight.
LEAD = 500
IN_TITLE = 3.0
IN_LEAD = 1.0
NAME_IN_LEAD = 2
# Nobody has more names than these.
LONGEST_NAME = 4
# Of the heaviest words so many make keys: with fewer, reports of one story miss each other.
KEYED = 10

_TITLES = frozenset("mr mrs ms dr sir gen general president minister sen senator rep gov lt col maj sgt judge".split())
_ARTICLES = frozenset({"the", "a", "an"})
_GENITIVE = re.compile(r"[’']s?\Z")
_AL = re.compile(r"\A(?:al|el)[-‑]")


@dataclass(frozen=True, slots=True)
class Weight:
    """A word or name of a sketch: how it is compared, how it is shown, and its share; squares of shares sum to 1."""

    key: str
    words: str
    share: float


@dataclass(frozen=True, slots=True)
class Sketch:
    """What one report is about, as far as its story needs it: the heaviest first.

    `words` are stems; `names` people and bodies, keyed by surname and the initial before it, or by all words; `places`
    countries and other places. `day` is the day of publication (ISO, to the precision known).
    """

    report: str
    day: str | None = None
    outlet: str | None = None
    title: str | None = None
    words: tuple[Weight, ...] = ()
    names: tuple[Weight, ...] = ()
    places: tuple[Weight, ...] = ()


def sketch(record: Record, lexicon: Lexicon) -> Sketch:
    """The sketch of a report; captions, credits and newsletter calls are left out."""
    report = record.report
    outside = furniture(report.text, report.parts)
    body = _without(report.text, outside)
    names = [name for name in record.reading.names if not any(start <= name.span[0] < end for start, end in outside)]
    people, places = _named(report.text, names, lexicon)
    return Sketch(
        report.id,
        report.published.value,
        report.outlet,
        report.title,
        _words(report.title or "", body, lexicon),
        _shares(people, NAMES),
        _shares(places, PLACES),
    )


def sketch_to_json(sketch: Sketch) -> dict[str, Any]:
    """The sketch as plain JSON values."""
    plain: dict[str, Any] = asdict(sketch)
    for kind in ("words", "names", "places"):
        plain[kind] = [[each.key, each.share, each.words] for each in getattr(sketch, kind)]
    return plain


def sketch_from_json(plain: Mapping[str, Any]) -> Sketch:
    """The sketch that `sketch_to_json` made these values of."""
    kinds = {
        kind: tuple(Weight(key, words, share) for key, share, words in plain[kind])
        for kind in ("words", "names", "places")
    }
    return Sketch(plain["report"], plain["day"], plain["outlet"], plain["title"], **kinds)


def keys(sketch: Sketch) -> tuple[int, ...]:
    """Blocking keys, sorted, each of 63 bits: two reports of one story mostly share one; most others share none.

    A key is one of the words that weigh most in the report, so none of those that most reports have.
    """
    return tuple(sorted(_hashed(each.key) for each in sketch.words[:KEYED]))


def _hashed(words: str) -> int:
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest()) >> 1


def _without(text: str, spans: Sequence[Span]) -> str:
    cut = list(text)
    for start, end in spans:
        cut[start:end] = " " * (end - start)
    return "".join(cut)


def _words(title: str, body: str, lexicon: Lexicon) -> tuple[Weight, ...]:
    counts = Counter(stems(body))
    in_title, in_lead = frozenset(stems(title)), frozenset(stems(body[: len(title) + LEAD]))
    weights = {}
    for word, count in counts.items():
        rarity = lexicon.rarity(word)
        if len(word) > 2 and rarity > LEAST_RARITY:
            weight = 1 + math.log(count) + IN_TITLE * (word in in_title) + IN_LEAD * (word in in_lead)
            weights[word, word] = weight * rarity
    return _shares(weights, WORDS)


def _shares(weights: Mapping[tuple[str, str], float], most: int) -> tuple[Weight, ...]:
    """The heaviest, scaled so that the squares of their shares sum to 1."""
    heavy = sorted(weights.items(), key=lambda item: (-round(item[1], 9), item[0]))[:most]
    length = math.sqrt(math.fsum(weight * weight for _, weight in heavy)) or 1.0
    return tuple(Weight(key, words, round(weight / length, 4)) for (key, words), weight in heavy)


Weights = dict[tuple[str, str], float]


def _named(text: str, names: Iterable[Name], lexicon: Lexicon) -> tuple[Weights, Weights]:
    """The weights of people and bodies, and of places, by key and the words that show them."""
    people: dict[str, Counter[str]] = defaultdict(Counter)
    bodies: dict[str, Counter[str]] = defaultdict(Counter)
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        words = " ".join(text[slice(*name.span)].split())
        weight = 1 + NAME_IN_LEAD * (name.span[0] < LEAD)
        country = lexicon.country(words)
        if country or name.kind == "place":
            shown = country.name if country else words
            places[shown.casefold().replace(".", "")][shown] += weight
        elif name.kind == "person":
            parts = _parts(words)
            # "Roe Ann Bel RoeOdo Vance" is what a page made of its links, and nobody's name.
            if len(parts) <= LONGEST_NAME:
                people[_surname(parts)][" ".join(parts)] += weight
        elif lexicon.outlet(words) is None:
            bodies[" ".join(_parts(words)).casefold()][" ".join(_parts(words))] += weight
    for surname in bodies.keys() & people.keys():
        people[surname].update(bodies.pop(surname))  # "Roe" was once taken for a body
    by_surname = {_by_initial(surname, forms): forms for surname, forms in people.items() if surname}
    return _weights({**bodies, **by_surname}, lexicon), _weights(places, lexicon)


def _parts(words: str) -> list[str]:
    """The words of a name without articles, titles and genitives."""
    parts = [_GENITIVE.sub("", part).replace(".", "") for part in words.split()]
    return [part for part in parts if part and part.casefold() not in _ARTICLES | _TITLES]


def _surname(parts: Sequence[str]) -> str:
    return _AL.sub("", parts[-1].casefold()) if parts else ""


def _by_initial(surname: str, forms: Counter[str]) -> str:
    """The surname behind the initial that stands before it most often, so that two Barrs are two."""
    initials: Counter[str] = Counter()
    for form, count in forms.items():
        if " " in form:
            initials[form.split()[-2][0].casefold()] += count
    return f"{min(initials, key=lambda each: (-initials[each], each))} {surname}" if initials else surname


def _weights(found: Mapping[str, Counter[str]], lexicon: Lexicon) -> Weights:
    weights = {}
    for key, forms in found.items():
        if not any(letter.isalpha() for letter in key):
            continue
        # "Tallow" rather than the "TALLOW" of a dateline.
        shown = min(forms, key=lambda form: (-len(form.split()), form.isupper() and len(form) > 4, -forms[form], form))
        rarity = max((lexicon.rarity(stem(word)) for word in key.split()), default=0.0)
        weights[key, shown] = (1 + math.log(forms.total())) * rarity
    return weights
