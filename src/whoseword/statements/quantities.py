"""Quantities: how many, how much, of what, where, and how exactly: "about 2,500 US troops in Iraq".

In: a Report, its Reading, the Lexicon and, where they are known, the spans of its times: a number in a time is no
quantity. Out: Quantities in text order. `docs/quantities.md` says what counts as one and what becomes a range.

>>> quantity, = find_quantities(report, reading, load_lexicon())
>>> quantity.value, quantity.unit, quantity.bound
(2500, 'troops', 'about')
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from whoseword.lexicon import Lexicon
from whoseword.model import Bound, Change, Quantity, Reading, Report, Span
from whoseword.statements.counted import Counted, counted, currency
from whoseword.statements.numerals import Numeral, are_joined, last_scale, numeral, with_range
from whoseword.statements.phrases import form_before, forms_after
from whoseword.statements.places import place_of
from whoseword.statements.trees import Tree
from whoseword.statements.vague import vague_quantities

LONGEST_BOUND = 4
_PHRASES: dict[Bound, str] = {
    "about": "about|around|roughly|approximately|some|nearly|almost|close to|near|estimated|an estimated|circa|"
    "more or less|just about|perhaps|virtually|somewhere around|~",
    "at-least": "at least|more than|over|above|upwards of|upward of|no fewer than|no less than|not less than|"
    "in excess of|well over|just over|a little over|slightly over|slightly more than|a little more than|well above|"
    "greater than|a minimum of|exceeding|higher than|not fewer than|just above|far more than|better than|beyond|"
    "well more than|minimum of|as few as|just more than",
    "at-most": "up to|as many as|as much as|at most|under|fewer than|less than|below|no more than|not more than|"
    "just under|well under|a maximum of|maximum of|as high as|slightly less than|a little under|slightly under|"
    "just below|just shy of|no larger than|no greater than|just less than|a little less than|lower than|well below",
}
_BEFORE: dict[str, Bound] = {phrase: bound for bound, phrases in _PHRASES.items() for phrase in phrases.split("|")}
_BEHIND: dict[str, Bound] = {"or so": "about", "or more": "at-least", "plus": "at-least", "+": "at-least",
                             "or less": "at-most", "or fewer": "at-most", "or thereabouts": "about"}  # fmt: skip
# These may as well be prepositions of the noun: "a clash over three islands", "talks about 14 villages".
_DOUBLE = frozenset({"over", "under", "above", "below", "about", "around", "near", "beyond"})
# Verbs whose object is the difference itself: "cut 2,000 jobs".
_TAKING_AWAY = frozenset("cut cuts cutting shed sheds shedding slash slashed slashing axe axed".split())
# What a writer counts to arrange a text: "three things", "on two fronts".
_POINTING = frozenset(
    "things factors issues areas ways reasons sides parties options questions words kinds types sorts aspects fronts "
    "hands levels point categories photos images slides ends halves points sentences thing".split()
)
_NEAR = 8  # words before "from" in which a word of change is looked for
_FAR = 4  # "by 3 to 5" is a range, "by 300 to 2,500" are two amounts: the second is more than so many times the first
_CHANGES: dict[str, Change] = {"by": "by", "to": "to", "from": "from", "of": "by"}


@dataclass(frozen=True, slots=True)
class _Found:
    """A number with what it counts, and the first word of its phrase once the words before it are taken in."""

    number: Numeral
    counted: Counted
    first: int
    bound: Bound
    last: int


def find_quantities(
    report: Report, reading: Reading, lexicon: Lexicon, *, times: Sequence[Span] = ()
) -> tuple[Quantity, ...]:
    """The quantities of a report. `times` are the spans of its time expressions, in which no quantity is looked for."""
    tree = Tree(report.text, reading)
    found = [_quantity(tree, one, reading, lexicon) for one in _numbers(tree, reading, lexicon, times)]
    taken = [quantity.span for quantity in found]
    found += [q for q in vague_quantities(tree, reading, lexicon) if not any(_touch(q.span, span) for span in taken)]
    return tuple(sorted(found, key=lambda quantity: quantity.span))


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _numbers(tree: Tree, reading: Reading, lexicon: Lexicon, times: Sequence[Span]) -> Iterator[_Found]:
    k = 0
    while k < len(tree.words):
        number = numeral(tree, k)
        if number is None:
            k += 1
            continue
        behind, number = _behind(tree, _between(tree, _ranged(tree, number, lexicon)))
        what = counted(tree, number, reading, lexicon)
        span = (tree.words[number.first].span[0], tree.words[number.last].span[1])
        if what and not what.is_age and any(_touch(span, time) for time in times):
            what = None
        if what is None:
            k = _behind_chain(tree, number.last)
            continue
        found = _with_bounds(tree, number, what, behind)
        if _is_amount(tree, found, lexicon):
            yield found
        k = (number.last if what.last < number.last else _last_numeral(tree, number, what)) + 1


def _last_numeral(tree: Tree, number: Numeral, what: Counted) -> int:
    """The phrase's last word, unless another number begins inside it."""
    inner = next((k for k in range(number.last + 1, what.last + 1) if numeral(tree, k)), None)
    return what.last if inner is None else inner - 1


def _behind_chain(tree: Tree, last: int) -> int:
    """The word behind a number that counts nothing, and behind what hangs on it: the 2 of "3-2"."""
    k = last + 1
    while k + 1 < len(tree.words) and tree.form(k) in {"-", "–", "/", ":"} and tree.form(k + 1)[0].isdigit():
        k += 2
    return k


def _ranged(tree: Tree, number: Numeral, lexicon: Lexicon) -> Numeral:
    """With its upper end; but in "fell from 300 to 200" and "by 300 to 2,500" there are two amounts."""
    ranged = with_range(tree, number)
    before = (currency(tree, number.first) or (number.first, ""))[0] - 1
    if ranged is number or tree.form(number.last + 1) != "to" or before < 0:
        return ranged
    if tree.form(before) == "by":
        return ranged if (ranged.high or 0) <= _FAR * ranged.low else number
    if tree.form(before) == "from":
        units = [lexicon.unit.get(tree.form(k)) for k in range(max(before - _NEAR, 0), before)]
        return number if any(unit and unit.sort in {"more", "less"} for unit in units) else ranged
    return ranged


def _between(tree: Tree, number: Numeral) -> Numeral:
    """Between 30 and 40: the upper end of a range that "and" joins."""
    begin = (currency(tree, number.first) or (number.first, ""))[0]
    if form_before(tree, begin) == "between":
        start = number.last + 2
        start += start < len(tree.words) and tree.form(start) in {"$", "€", "£"}
        upper = numeral(tree, start) if start < len(tree.words) and tree.form(number.last + 1) == "and" else None
        if upper and upper.high is None and number.high is None and number.low < upper.low:
            last = last_scale(tree, upper)
            scale = last if last and not last_scale(tree, number) and number.low < upper.low / last else 1
            return replace(number, last=upper.last, low=number.low * scale, high=upper.low, glued=upper.glued)
    return number


def _with_bounds(tree: Tree, number: Numeral, what: Counted, behind: Bound | None) -> _Found:
    first, last = number.first, what.last
    if what.is_money and (before := currency(tree, first)):
        first = before[0]
    bound: Bound = "range" if number.high is not None else "about" if number.about else behind or "exact"
    if number.high is not None and form_before(tree, first) == "between":
        return _Found(number, what, first - 1, bound, last)
    said = _bound_before(tree, first, number)
    if said:
        first, bound = said[0], said[1] if bound != "range" else bound
    return _Found(number, what, first, bound, last)


def _behind(tree: Tree, number: Numeral) -> tuple[Bound | None, Numeral]:
    """The bound that stands behind a number, and the number with it: "300 or so", "40 or more", "200+"."""
    after = forms_after(tree, number.last, 2)
    for size in (2, 1):
        bound = _BEHIND.get(" ".join(after[:size])) if len(after) >= size else None
        if bound and number.high is None and (after[0] != "+" or are_joined(tree, number.last)):
            return bound, replace(number, last=number.last + size)
    return None, number


def _bound_before(tree: Tree, first: int, number: Numeral) -> tuple[int, Bound] | None:
    for size in range(min(LONGEST_BOUND, first), 0, -1):
        words = " ".join(tree.form(k) for k in range(first - size, first))
        bound = _BEFORE.get(words)
        if bound is None:
            continue
        word = tree.words[first - 1]
        if words in _DOUBLE and word.deprel == "case" and not number.first <= word.head <= number.last:
            inner = tree.words[first - 2].upos if first > 1 else ""
            if inner not in {"ADP", "VERB", "PUNCT", ""} or (inner == "VERB" and words in {"about", "near"}):
                return None
        further = _BEFORE.get(tree.form(first - size - 1)) if first > size else None
        return first - size - (further is not None), bound
    return None


def _is_amount(tree: Tree, found: _Found, lexicon: Lexicon) -> bool:
    """Whether it is no mere pointer: "one" and "the two" mostly point at somebody and count nothing."""
    number, what = found.number, found.counted
    if what.is_money or what.is_share or what.is_age or found.bound != "exact" or number.first != number.last:
        return True
    unit = lexicon.unit.get(what.unit or "")
    before = form_before(tree, number.first)
    form = tree.form(number.first)
    if number.in_words and number.low <= 10 and (what.unit or "").lower() in _POINTING:
        return False
    if form == "one":
        return (
            forms_after(tree, number.last, 1) != ["of"]
            and unit is not None
            and unit.sort in {"measure", "counted"}
            and before not in {"no", "the", "this", "that"}
        )
    return not (form == "two" and before in {"the", "these", "those", "both", "any"})


def _quantity(tree: Tree, found: _Found, reading: Reading, lexicon: Lexicon) -> Quantity:
    number, what = found.number, found.counted
    change = _change(tree, found, lexicon)
    span = (tree.words[found.first].span[0], tree.words[found.last].span[1])
    rule = "quantities:number"
    if what.is_age:
        rule = "quantities:age"
    elif what.is_money:
        rule = "quantities:money"
    elif what.is_share:
        rule = "quantities:share"
    elif _is_open(tree, number):
        rule = "quantities:open-number"
    return Quantity(
        span=span,
        value=_plain(number.low * what.scale),
        unit=what.unit,
        of=what.of,
        where=None if what.is_age else place_of(tree, found.number.first, what.last, reading, lexicon),
        bound=found.bound,
        high=None if number.high is None else _plain(number.high * what.scale),
        change=change,
        rule=rule,
    )


def _is_open(tree: Tree, number: Numeral) -> bool:
    return (
        (number.high is not None and number.first == number.last)
        or number.about
        or tree.form(number.first) in {"tens", "hundreds", "several"}
        or (number.high is not None and tree.form(number.first) == "a")
    )


def _plain(value: float) -> float:
    """A whole number without a fraction, so that the record says 2500."""
    value = round(value, 6)
    return int(value) if value == int(value) else value


def _change(tree: Tree, found: _Found, lexicon: Lexicon) -> Change | None:
    """By, to and from beside a word of change; a share that such a word takes as its object or stands before."""
    head = found.last if found.counted.last > found.number.last else found.number.last
    verb = _changing(tree, found, head, lexicon)
    if verb is None:
        return None
    before = form_before(tree, found.first)
    if before in _CHANGES and tree.words[found.first - 1].upos in {"ADP", "SCONJ", "PART"}:
        if before == "of" and tree.words[verb].upos != "NOUN":
            return None
        return _CHANGES[before]
    hung = {tree.words[k].deprel for k in range(found.first, head + 1) if tree.words[k].head == verb}
    if found.counted.is_share and abs(verb - found.first) < _NEAR:
        return None if "nsubj" in hung or "nsubj:pass" in hung else "by"
    is_object = "obj" in hung
    return "by" if is_object and tree.form(verb) in _TAKING_AWAY else None


def _changing(tree: Tree, found: _Found, head: int, lexicon: Lexicon) -> int | None:
    """The word of change that the phrase hangs on, at most three steps up."""
    inside = range(found.first, head + 1)
    for start in inside:
        if tree.words[start].head in inside:
            continue
        k = start
        for _ in range(3):
            k = tree.words[k].head
            if k < 0 or tree.words[k].deprel == "punct":
                break
            unit = lexicon.unit.get(tree.form(k))
            if unit and unit.sort in {"more", "less"}:
                return k
            if tree.words[k].upos in {"VERB", "AUX"} and tree.words[k].deprel not in {"conj", "xcomp"}:
                break
    return None
