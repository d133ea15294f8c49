"""How many an unnamed source is, by its own words: "two officials", "several people", "at least a dozen villagers".

In: the words of one mention. Out: its `Number`, or None where the words are no count of people ("the government").

>>> number(tree, (0, 13), load_lexicon())
Number(value=2, many=True, words=(0, 3), bound='exact')
"""

from __future__ import annotations

from whoseword.lexicon import Lexicon
from whoseword.model import Bound, Number, Span
from whoseword.statements.trees import Tree

_BOUNDS: dict[str, Bound] = {
    "about": "about",
    "around": "about",
    "roughly": "about",
    "nearly": "about",
    "almost": "about",
    "some": "about",
    "approximately": "about",
    "at least": "at-least",
    "more than": "at-least",
    "over": "at-least",
    "up to": "at-most",
    "at most": "at-most",
    "fewer than": "at-most",
}
_DOZEN = 12
_UNITS = frozenset("one two three four five six seven eight nine".split())
# Words that say that there are more than one, and not how many.
_OPEN = frozenset("several some many few multiple numerous various dozens scores hundreds thousands most".split())
# Nobody, or each of a number that is not told.
_NONE = frozenset("no none neither nobody every each any either".split())


def number(tree: Tree, span: Span, lexicon: Lexicon) -> Number | None:
    """How many the mention at `span` speaks of."""
    words = tree.inside(span)
    forms = [tree.form(k) for k in words]
    unnamed = lexicon.unnamed(tree.text[slice(*span)])
    if not forms or forms[0] in _NONE:
        return None
    heads = {*unnamed.head.singular, *unnamed.head.plural} if unnamed else set[str]()
    head = next((n for n, form in enumerate(forms) if form in heads), 1 if unnamed or len(forms) > 1 else 0)
    joined = forms[head + 1 : head + 2] == ["and"] or "and" in forms[:head]
    counted = None if joined else _counted(tree, words[: head + 1], lexicon)
    if counted or unnamed is None:
        return counted
    if not joined and forms[head] in unnamed.head.singular and unnamed.head.kind == "person":
        return Number(1, many=False)
    if not joined and unnamed.count and unnamed.count > 1 and "of" in forms:
        return Number(unnamed.count, many=True, words=tree.span(words[: forms.index("of")]))
    many = joined or (unnamed.kind == "group" and unnamed.head.kind == "person") or bool(_OPEN & set(forms[:head]))
    quantifier = next((words[n] for n in range(head) if forms[n] in _OPEN), None)
    spoken = tree.words[quantifier].span if quantifier is not None else None
    return Number(None, many=True, words=spoken) if many else None


def _counted(tree: Tree, words: list[int], lexicon: Lexicon) -> Number | None:
    """The number that stands before the head, with the words that bound it."""
    known = {phrase.words: phrase.count for phrase in lexicon.numbers}
    for place, k in enumerate(words[:-1] or words):
        form = tree.form(k)
        value = int(form.replace(",", "")) if form.replace(",", "").isdecimal() else known.get(form)
        if value is None or _is_no_count(tree, words, place):
            continue
        first, last = place, place
        if [tree.form(n) for n in words[place + 1 : place + 2]] == ["-"] and place + 2 < len(words):
            value, last = value + (known.get(tree.form(words[place + 2])) or 0), place + 2
        if place + 1 < len(words) and tree.form(words[place + 1]) == "dozen" and form != "dozen":
            value, last = value * _DOZEN, place + 1
        if place and form == "dozen" and tree.form(words[place - 1]) == "a":
            first = place - 1
        before = " ".join(tree.form(words[n]) for n in range(max(0, first - 2), first))
        bound: Bound = next((b for said, b in _BOUNDS.items() if before.endswith(said)), "exact")
        span = (tree.words[words[first]].span[0], tree.words[words[last]].span[1])
        return Number(value, many=value > 1, words=span, bound=bound)
    return None


def _is_no_count(tree: Tree, words: list[int], place: int) -> bool:
    """Whether the number is a share, a year or an age: "65 percent of voters", "2002 papers", "a 48-year-old"."""
    form, following = tree.form(words[place]), [tree.form(k) for k in words[place + 1 : place + 3]]
    year = len(form) == len("2002") and form.isdecimal() and form[:2] in {"19", "20"}
    age = following[:1] == ["-"] and not _UNITS.intersection(following[1:])
    return year or age or bool({"%", "percent", "per"}.intersection(following[:1]))
