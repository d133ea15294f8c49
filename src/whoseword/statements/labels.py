"""Numbers that count nothing: dates and durations, years, names with numbers, scores, lists.

In: a tree and a Numeral. Out: whether it is one of these. Times have a stage of their own; what stands here holds where
that stage was not asked.

>>> is_label(tree, found, load_lexicon())  # "Article 5"
True
"""

from __future__ import annotations

from whoseword.lexicon import Lexicon
from whoseword.model import Reading
from whoseword.statements.numerals import HYPHENS, Numeral, are_joined
from whoseword.statements.phrases import NOUNS, form_before, forms_after, noun_phrase
from whoseword.statements.trees import Tree

_MONTHS = frozenset(
    "january february march april may june july august september october november december jan. feb. mar. apr. jun. "
    "jul. aug. sep. sept. oct. nov. dec. jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
TIME_UNITS = frozenset(
    "second seconds minute minutes hour hours day days week weeks weekend weekends month months year years decade "
    "decades century centuries fortnight fortnights night nights evening evenings morning mornings quarter quarters "
    "a.m. p.m. am pm o'clock gmt bst est edt et pt utc afternoon summers winters hrs hr mins min yrs yr".split()
)
_BEFORE_UNIT = frozenset(
    "more consecutive straight full additional whole school working business calendar further".split()
)
_CLOCK = frozenset({"am", "pm", "s", "st", "nd", "rd", "th", "h", "hr", "hrs", "min"})
# Counts of things rarely hit the years that news is about: "2020 candidates" are those of 2020.
_FIRST_ODD = 1900
_STREETS = frozenset("street avenue road lane drive boulevard square st. ave.".split())
_CALLED = frozenset({"911", "999"})
_BARE = frozenset("nsubj nsubj:pass obj iobj obl nmod conj root ccomp xcomp appos dep".split())
_BARE_CASES = frozenset("to from by with than for among between including of as at".split())
_NOT_BARE = frozenset({"the", ",", "all", "these", "those", "or", "(", "at", "of"})
_MOST_APART = 400  # votes between the two sides of "the motion passed, 612 to 230"


def counts_nothing(tree: Tree, found: Numeral, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether it is part of a name or of a chain of numbers."""
    return is_label(tree, found, lexicon) or _is_in_name(tree, found, reading) or _is_chain(tree, found)


def is_time(tree: Tree, found: Numeral) -> bool:
    """Whether it belongs to a date, a clock time or a duration."""
    forms = [form for form in forms_after(tree, found.last, 3) if form not in HYPHENS]
    first, second = (*forms, "", "")[:2]
    if found.glued in _CLOCK or first in TIME_UNITS or (first in _BEFORE_UNIT and second in TIME_UNITS):
        return True
    if found.low != int(found.low) or found.low > 31:
        return False
    before = form_before(tree, found.first)
    if "may" in {before, first}:
        return tree.words[found.first - 1 if before == "may" else found.last + 1].upos == "PROPN"
    return before in _MONTHS or first in _MONTHS


def is_year(tree: Tree, found: Numeral, lexicon: Lexicon) -> bool:
    """A bare number from 1500 to 2100, unless what is counted follows at once ("2000 soldiers"); or a call for help."""
    if found.high is not None and 1500 <= found.low < found.high <= 2100 and tree.form(found.last).isdecimal():
        return True  # "between 1976 and 2012"
    form = tree.form(found.first)
    if form in _CALLED:
        return True
    if found.first != found.last or not form.isdecimal() or len(form) != 4 or not 1500 <= int(form) <= 2100:
        return False
    after = forms_after(tree, found.last, 1)
    unit = lexicon.unit.get(after[0]) if after else None
    before = form_before(tree, found.first)
    if unit and unit.sort in {"counted", "measure", "money"}:
        return before in {"the", "in", "since", "of", "his", "her"}
    phrase = noun_phrase(tree, found.last + 1)
    return not (int(form) < _FIRST_ODD and phrase and phrase[0] == tree.words[found.first].head)


def is_label(tree: Tree, found: Numeral, lexicon: Lexicon) -> bool:
    """Article 5, Flight 81, Channel 9, No. 12, F-16, Boeing 737, 12 Mill Street."""
    k = found.first
    if k and are_joined(tree, k - 1) and tree.form(k - 1) in {*HYPHENS, "/", ".", ":", "#", "'", "’", "+"}:
        return tree.form(k - 1) in {"#", "/", ":", "+"} or (k > 1 and are_joined(tree, k - 2))
    if k and tree.words[k].span[0] - tree.words[k - 1].span[1] <= 1 and _names(tree, found, lexicon):
        return True
    is_street = any(form in _STREETS for form in forms_after(tree, found.last, 3))
    return is_street and tree.words[found.last + 1].upos == "PROPN"


def _names(tree: Tree, found: Numeral, lexicon: Lexicon) -> bool:
    """Whether the word before makes a name of it: "Boeing 737", "chapter 7"."""
    before, word, k = tree.words[found.first - 1], tree.words[found.first], found.first
    unit = lexicon.unit.get(tree.form(k - 1))
    if unit and unit.sort == "label" and before.upos in NOUNS | {"X", "ADJ", "VERB", "SYM"}:
        return True
    if before.upos == "PROPN" and tree.form(k - 1) not in _MONTHS and not found.in_words:
        return word.head < k or word.deprel in {"flat", "compound"}
    return before.upos == "NOUN" and word.head == k - 1 and word.deprel in {"nummod", "dep", "flat"}


def _is_in_name(tree: Tree, found: Numeral, reading: Reading) -> bool:
    begin, end = tree.words[found.first].span[0], tree.words[found.last].span[1]
    return any(
        n.span[0] <= begin and end <= n.span[1] and not (n.span[0] == begin and found.low > 100) for n in reading.names
    )


def _is_chain(tree: Tree, found: Numeral) -> bool:
    """A score, a telephone number, the number of a list: "3-2", "54 to 46", "555-0142"."""
    joint, other = (*forms_after(tree, found.last, 2), "", "")[:2]
    before = form_before(tree, found.first)
    if joint in {*HYPHENS, "/", ":"} and other[:1].isdigit():
        return True
    if joint == "to" and other.isdecimal() and found.low >= float(other):
        return found.low - float(other) < _MOST_APART and before not in {"from", "by"}
    if before in {"(", "["} and joint in {")", "]"}:
        return True
    begin = tree.words[found.first - 1].span[1] if found.first else 0
    opens = found.first == 0 or "\n" in tree.text[begin : tree.words[found.first].span[0]]
    return opens and joint in {".", ")", ":"} and not found.in_words


def stands_alone(tree: Tree, found: Numeral) -> bool:
    """A number that is somebody's whole phrase: "killed 30", "rose to 2,500"; not "Tom Roe, 42,", not "at three"."""
    inside = range(found.first, found.last + 1)
    outer = next((k for k in inside if tree.words[k].head not in inside), found.first)
    word, after = tree.words[outer], forms_after(tree, found.last, 2)
    small = found.low < 13 and found.in_words
    if found.low in {0, 1} or form_before(tree, found.first) in _NOT_BARE or "." in tree.form(found.first):
        return False
    if word.deprel not in _BARE or word.upos not in {"NUM", "NOUN"} or (small and word.deprel == "conj"):
        return False
    # "she is 28", "a repainted 737"; "2, 3 or 4 percent" is read from its last number.
    if tree.children(outer, "cop", "amod", "compound", "nmod:poss") or not (word.head >= 0 or tree.children(outer)):
        return False
    if after[1:] == ["or"] or (after[:1] == [","] and after[1:] and after[1][0].isdigit()):
        return False
    cases = {tree.form(c) for c in tree.children(outer, "case")}
    return cases <= _BARE_CASES and not (small and cases and not cases & {"to", "from", "than"})
