"""Numbers as they are written: "2,500", "forty-two", "a few hundred", "two-thirds", "30 to 40", "2.5 million".

In: a tree and the index of a word. Out: the `Numeral` that begins there, or None. Whether it counts anything is not
asked here. Numbers in words that leave it open are ranges: "dozens" is 24 to 99, "hundreds" 200 to 999, and so on;
"a few" of them is 3 to 5, "several" 3 to 9, "a couple" about 2.

>>> numeral(tree, 4)
Numeral(first=4, last=5, low=2500000.0, high=None)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from whoseword.statements.trees import Tree

_ONES = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen "
         "fourteen fifteen sixteen seventeen eighteen nineteen".split())}  # fmt: skip
_TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
SCALES = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "bn": 10**9,
    "mn": 10**6, "tn": 10**12, "dozen": 12, "mln": 10**6, "bln": 10**9, "crore": 10**7, "lakh": 10**5,
}  # fmt: skip
GLUED = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, "t": 10**12}
# "Dozens" are two dozen at least and stay below a hundred; the others reach as far as the next word would begin.
_OPEN = {"dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2000, 9999),
         "millions": (2 * 10**6, 10**7 - 1), "billions": (2 * 10**9, 10**10 - 1),
         "trillions": (2 * 10**12, 10**13 - 1)}  # fmt: skip
_MULTIPLES = {"tens": 10, "hundreds": 100}
_PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
          "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
          "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10}  # fmt: skip
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_FEW = {"few": (3, 5), "several": (3, 9)}
HYPHENS = frozenset("-–‑")
_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)([^\W\d_]*)")


@dataclass(frozen=True, slots=True)
class Numeral:
    """The number that the words `first` to `last` write.

    `high` is the upper end of a range; `glued` what is written behind the digits without a blank ("10km"); `share` is
    true for a fraction; `about` where the words round.
    """

    first: int
    last: int
    low: float
    high: float | None = None
    glued: str = ""
    share: bool = False
    about: bool = False
    in_words: bool = False


def numeral(tree: Tree, k: int) -> Numeral | None:
    """The number that begins with the word at `k`, the longest reading of it."""
    form = tree.form(k)
    if not (form[0].isdigit() or form in _OPENING):
        return None
    return _share(tree, k) or _open(tree, k) or _cardinal(tree, k)


def with_range(tree: Tree, found: Numeral) -> Numeral:
    """The same with its upper end, where one follows: "30-40", "30 to 40", "two or three", "$2bn to $3bn"."""
    joint = found.last + 1
    if found.high is not None or joint + 1 >= len(tree.words) or found.share:
        return found
    sign = tree.form(joint)
    start = joint + 1 + (tree.form(joint + 1) in {"$", "€", "£", "¥"})
    upper = numeral(tree, start) if start < len(tree.words) and sign in {*HYPHENS, "to", "or"} else None
    if upper is None or upper.high is not None or upper.share or upper.in_words != found.in_words:
        return found
    low = found.low
    scale = last_scale(tree, upper)
    if scale and low < upper.low / scale and not last_scale(tree, found):
        low *= scale
    if not low < upper.low or (sign == "or" and upper.low > 3 * low) or found.glued not in {"", upper.glued}:
        return found
    return replace(found, last=upper.last, low=low, high=upper.low, glued=upper.glued)


def are_joined(tree: Tree, k: int) -> bool:
    """Whether no blank stands between the word at `k` and the next one."""
    return k + 1 < len(tree.words) and tree.words[k].span[1] == tree.words[k + 1].span[0]


def _at(tree: Tree, k: int, end: int) -> str:
    return tree.form(k) if 0 <= k < end else ""


def last_scale(tree: Tree, found: Numeral) -> int:
    """The scale that a number ends with ("million"), 0 where it ends with none."""
    if found.glued in GLUED and found.glued:
        return GLUED[found.glued]
    return SCALES.get(tree.form(found.last), 0) if found.last > found.first else 0


def _cardinal(tree: Tree, k: int) -> Numeral | None:
    end = tree.sentence_end(k)
    if tree.form(k) in {"a", "an"}:
        return _with_article(tree, k, end)
    digits = _DIGITS.fullmatch(tree.form(k))
    if digits is None:
        return _in_words(tree, k, end)
    value, half = float(digits[1].replace(",", "")), _at(tree, k + 1, end)
    if digits[2]:
        return Numeral(k, k, value, glued=digits[2])
    return Numeral(k, k + 1, value + _SIGNS[half]) if half in _SIGNS else _scaled(tree, k, k + 1, value, end)


def _with_article(tree: Tree, k: int, end: int) -> Numeral | None:
    """A hundred, a dozen, a couple."""
    after = _at(tree, k + 1, end)
    if after == "couple":
        return _couple(tree, k, end)
    if after not in SCALES or after in {"bn", "mn"}:
        return None
    return _scaled(tree, k, k + 1, 1.0, end, in_words=True)


def _in_words(tree: Tree, k: int, end: int) -> Numeral | None:
    """A number below a hundred in words, and what follows it: "forty-two thousand"."""
    form, at = tree.form(k), k + 1
    if form in _TENS:
        value = float(_TENS[form])
        skip = at + (_at(tree, at, end) in HYPHENS)
        if 1 <= _ONES.get(_at(tree, skip, end), 0) <= 9:
            value, at = value + _ONES[tree.form(skip)], skip + 1
    elif form in _ONES:
        value = float(_ONES[form])
    else:
        return None
    if [_at(tree, at + n, end) for n in range(3)] == ["and", "a", "half"]:
        value, at = value + 0.5, at + 3
    return _scaled(tree, k, at, value, end, in_words=True)


def _scaled(tree: Tree, first: int, at: int, value: float, end: int, *, in_words: bool = False) -> Numeral:
    """`value` times the scales that follow, and in words what is added to them: "two hundred and five"."""
    scale, total = 0, value
    while True:
        skip = at + (_at(tree, at, end) in HYPHENS)
        step = SCALES.get(_at(tree, skip, end), 0)
        if not step or (scale and step < scale):
            break
        total, scale, at = total * step, step, skip + 1
    if in_words and scale >= 100:
        follows = at + (_at(tree, at, end) == "and")
        rest = _in_words(tree, follows, end) if follows < end else None
        if rest and rest.low < scale:
            total, at = total + rest.low, rest.last + 1
    return Numeral(first, at - 1, round(total, 6), in_words=in_words)


def _couple(tree: Tree, k: int, end: int) -> Numeral:
    """About 200 for "a couple of hundred", about 2 for "a couple" alone."""
    at = k + 2 + (_at(tree, k + 2, end) == "of")
    scale = SCALES.get(_at(tree, at, end), 0)
    if scale:
        return Numeral(k, at, 2.0 * scale, about=True, in_words=True)
    return Numeral(k, k + 1, 2.0, about=True, in_words=True)


def _open(tree: Tree, k: int) -> Numeral | None:
    """Dozens, hundreds of thousands, a few hundred, several thousand."""
    end, form = tree.sentence_end(k), tree.form(k)
    further = _at(tree, k + 2, end)
    if form in _MULTIPLES and _at(tree, k + 1, end) == "of" and further in _OPEN:
        step = _MULTIPLES[form]
        low, high = _OPEN[further]
        return Numeral(k, k + 2, low * step, (high + 1) * step - 1, in_words=True)
    if form in _OPEN:
        low, high = _OPEN[form]
        return Numeral(k, k, low, high, in_words=True)
    skip = k + (form == "a")
    if _at(tree, skip, end) in _FEW and _at(tree, skip + 1, end) in SCALES:
        scale = SCALES[tree.form(skip + 1)]
        low, high = _FEW[tree.form(skip)]
        last = skip + 1
        if _at(tree, last + 1, end) in SCALES:
            scale, last = scale * SCALES[tree.form(last + 1)], last + 1
        return Numeral(k, last, low * scale, high * scale, in_words=True)
    return None


def _share(tree: Tree, k: int) -> Numeral | None:
    """Two-thirds, half of, a third of, one in five, nine out of ten, half a million."""
    end, form = tree.sentence_end(k), tree.form(k)
    if form == "half":
        return _half(tree, k, end)
    if form in {"a", "an", "one"} and _at(tree, k + 1, end) in _PARTS and _at(tree, k + 2, end) == "of":
        part = _PARTS[tree.form(k + 1)]
        article, scale = _at(tree, k + 3, end), SCALES.get(_at(tree, k + 4, end), 0)
        if article == "a" and scale > 12:
            return Numeral(k, k + 4, scale / part, in_words=True)
        return Numeral(k, k + 1, round(1 / part, 4), share=True, in_words=True)
    above = _ONES.get(form) or (int(form) if form.isascii() and form.isdecimal() and len(form) < 3 else 0)
    return (_fraction(tree, k, end, above) or _out_of(tree, k, end, above)) if above else None


def _fraction(tree: Tree, k: int, end: int, above: int) -> Numeral | None:
    """Two-thirds, three quarters."""
    skip = k + 1 + (_at(tree, k + 1, end) in HYPHENS)
    part = _PARTS.get(_at(tree, skip, end), 0)
    if part > above and (above > 1 or skip > k + 1 or _at(tree, k + 2, end) == "of"):
        return Numeral(k, skip, round(above / part, 4), share=True, in_words=True)
    return None


def _out_of(tree: Tree, k: int, end: int, above: int) -> Numeral | None:
    """One in five, nine out of ten."""
    out = [_at(tree, k + 1, end), _at(tree, k + 2, end)] == ["out", "of"]
    at = k + 3 if out else k + 2 if _at(tree, k + 1, end) == "in" and above == 1 else end
    whole = _cardinal(tree, at) if at < end else None
    if whole is None or whole.glued or not above < whole.low <= (1000 if out else 100):
        return None
    return Numeral(k, whole.last, round(above / whole.low, 4), share=True, in_words=True)


def _half(tree: Tree, k: int, end: int) -> Numeral | None:
    after = _at(tree, k + 1, end)
    scale = SCALES.get(_at(tree, k + 2, end), 0) if after in {"a", "-"} else 0
    if scale:
        return Numeral(k, k + 2, scale / 2, in_words=True)
    if after in {"of", "the", "its", "their", "his", "her", "our", "those", "these", "all"}:
        return Numeral(k, k, 0.5, share=True, in_words=True)
    is_object = tree.words[k].deprel in {"obj", "obl"} and _at(tree, k - 1, end) in {
        "by",
        "to",
        "in",
        "nearly",
        "about",
    }
    return Numeral(k, k, 0.5, share=True, in_words=True) if is_object else None


_OPENING = frozenset({*_ONES, *_TENS, *_OPEN, *_MULTIPLES, "half", "a", "an", "several"})
