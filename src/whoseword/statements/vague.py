"""Amounts without a number: "all foreign troops", "how many of the hostages", "the number of beds would not change".

In: a tree, the names and the Lexicon. Out: Quantities whose value is a word (`model.Vague`). Only nouns that reports
count (`sort = "counted"` in the word list) make one, since "any doubt" and "all options" are no amounts.

>>> [quantity.value for quantity in vague_quantities(tree, reading, load_lexicon())]
['all']
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from whoseword.lexicon import Lexicon
from whoseword.model import Quantity, Reading, Span, Vague
from whoseword.statements.phrases import counted_unit, form_before, noun_phrase
from whoseword.statements.places import place_of
from whoseword.statements.trees import Tree

_UNSTATED: Vague = "some (unstated)"
_WORDS: dict[tuple[str, ...], float | Vague] = {
    ("all",): "all",
    ("any",): "any",
    ("any", "remaining"): "unknown, possibly none",
    ("whatever", "remaining"): "unknown, possibly none",
    ("no",): 0,
    ("zero",): 0,
    ("how", "many"): "unknown",
    ("a", "number", "of"): _UNSTATED,
    ("an", "unknown", "number", "of"): "unknown",
    ("an", "unspecified", "number", "of"): _UNSTATED,
    ("an", "undisclosed", "number", "of"): _UNSTATED,
}
_LONGEST = max(map(len, _WORDS))
_OPENING = frozenset(words[0] for words in _WORDS)
_STAYING = frozenset("unchanged remain remains remained stay stays stayed same constant steady".split())
_CHANGING = frozenset("change changes changed alter alters altered affect affected".split())
_SINGULAR_TOO = frozenset({"no", "any", "all"})


def vague_quantities(tree: Tree, reading: Reading, lexicon: Lexicon) -> Iterator[Quantity]:
    """The amounts of a text that are told without a number, in text order."""
    for k in range(len(tree.words)):
        form = tree.form(k)
        if form in _OPENING:
            yield from _determined(tree, k, reading, lexicon)
        if form == "number":
            yield from _number_of(tree, k, reading, lexicon)
        unit = lexicon.unit.get(form)
        if unit and unit.sort in {"more", "less"} and tree.words[k].upos == "NOUN":
            yield from _difference(tree, k, reading, lexicon, word="increase" if unit.sort == "more" else "decrease")


def _determined(tree: Tree, k: int, reading: Reading, lexicon: Lexicon) -> Iterator[Quantity]:
    end = tree.sentence_end(k)
    for size in range(min(_LONGEST, end - k), 0, -1):
        value = _WORDS.get(tuple(tree.form(n) for n in range(k, k + size)))
        if value is None:
            continue
        start = k + size
        if start < end and tree.form(start) == "of":
            start += 1
        while start < end and tree.words[start].upos in {"DET", "PRON"}:
            start += 1
        phrase = noun_phrase(tree, start) if start < end else None
        if phrase and _is_counted(tree, phrase[0], lexicon) and _is_plural(tree.form(phrase[0])):
            yield _made(tree, (k, phrase[0]), (phrase[1], phrase[0]), value, reading, lexicon)
        return


def _number_of(tree: Tree, k: int, reading: Reading, lexicon: Lexicon) -> Iterator[Quantity]:
    """The number of troops "would not change", "stayed the same"."""
    end = tree.sentence_end(k)
    if k + 2 >= end or tree.form(k + 1) != "of" or form_before(tree, k) != "the":
        return
    phrase = noun_phrase(tree, k + 2 + (tree.words[k + 2].upos in {"DET", "PRON"}))
    verb = tree.words[k].head
    if phrase is None or verb < 0 or not _is_counted(tree, phrase[0], lexicon):
        return
    words = {tree.form(verb)} | {tree.form(c) for c in tree.children(verb)}
    negated = words & {"not", "n't", "n’t", "never"}
    if (words & _STAYING and not negated) or (tree.form(verb) in _CHANGING and negated):
        yield _made(tree, (k - 1, phrase[0]), (phrase[1], phrase[0]), "unchanged", reading, lexicon)


def _difference(tree: Tree, k: int, reading: Reading, lexicon: Lexicon, *, word: str) -> Iterator[Quantity]:
    """A troop drawdown, job cuts: a difference whose size nobody says."""
    compounds = [c for c in tree.children(k, "compound", "nmod:poss") if c < k and _is_counted(tree, c, lexicon)]
    sized = [c for c in tree.below(k) if tree.words[c].upos == "NUM" or tree.form(c) in {"%", "percent"}]
    if not compounds or sized:
        return
    first = min([*compounds, *(c for c in tree.children(k, "det", "amod") if c < k)])
    value = cast("Vague", f"{word}, size unstated")
    yield _made(tree, (first, k), (compounds[0], compounds[0]), value, reading, lexicon)


def _is_counted(tree: Tree, k: int, lexicon: Lexicon) -> bool:
    unit = lexicon.unit.get(tree.form(k)) or (lexicon.unit.get(f"{tree.form(k - 1)} {tree.form(k)}") if k else None)
    return unit is not None and unit.sort == "counted"


def _is_plural(form: str) -> bool:
    return form.endswith("s") or form in {
        "people",
        "men",
        "women",
        "children",
        "personnel",
        "staff",
        "dead",
        "aircraft",
    }


def _made(tree: Tree, span: Span, of: Span, value: float | Vague, reading: Reading, lexicon: Lexicon) -> Quantity:
    """`span` and `of` are the first and last word of the whole and of what is counted."""
    return Quantity(
        span=(tree.words[span[0]].span[0], tree.words[span[1]].span[1]),
        value=value,
        unit=counted_unit(tree, of[1], lexicon),
        of=(tree.words[of[0]].span[0], tree.words[of[1]].span[1]),
        where=place_of(tree, span[0], span[1], reading, lexicon),
        rule="quantities:no-number",
    )
