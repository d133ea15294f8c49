"""What a number counts: its unit and the noun phrase behind it.

In: a tree, a Numeral, the Lexicon. Out: a `Counted`, or None for years, dates, clock times, scores, names with numbers
("Flight 81", "Channel 9") and other numbers that are no amounts. A duration is a time and no quantity; an age is a
quantity where it is said to be one ("aged 42", "42-year-old"), and not in "Tom Roe, 42,".

>>> counted(tree, found, reading, load_lexicon())
Counted(unit='percent', last=3, of=(14, 20))
"""

from __future__ import annotations

from dataclasses import dataclass

from whoseword.lexicon import Lexicon, Unit
from whoseword.model import Reading, Span
from whoseword.statements.labels import TIME_UNITS, counts_nothing, is_label, is_time, is_year, stands_alone
from whoseword.statements.numerals import GLUED, HYPHENS, Numeral, are_joined
from whoseword.statements.phrases import (
    BEFORE_NOUN,
    NOUNS,
    counted_unit,
    form_before,
    forms_after,
    noun_phrase,
    phrase_span,
)
from whoseword.statements.trees import Tree

SIGNS = frozenset("$€£¥")
# The letters before a dollar sign that say whose dollar it is.
_DOLLARS = {"us": "USD", "u.s.": "USD", "c": "CAD", "ca": "CAD", "can": "CAD", "a": "AUD", "au": "AUD", "aus": "AUD",
            "nz": "NZD", "hk": "HKD", "s": "SGD"}  # fmt: skip
_CODES = {"usd": "USD", "eur": "EUR", "gbp": "GBP", "chf": "CHF", "cad": "CAD", "aud": "AUD"}
_THEM = frozenset("them us you whom which those".split())
_OF_REST = frozenset("the these those its their his her our them us all".split())


@dataclass(frozen=True, slots=True)
class Counted:
    """The unit (None where the words have none), the last word of the phrase, and what is counted."""

    unit: str | None
    last: int
    of: Span | None = None
    is_money: bool = False
    is_share: bool = False
    scale: int = 1
    is_age: bool = False


def counted(tree: Tree, found: Numeral, reading: Reading, lexicon: Lexicon) -> Counted | None:
    """What the number counts; None where it counts nothing."""
    money = _money(tree, found, lexicon)
    if money:
        return money
    age = _age(tree, found)
    if age or is_time(tree, found):
        return age
    measured = _measured(tree, found, lexicon)
    if measured:
        return measured
    if found.glued or counts_nothing(tree, found, reading, lexicon):
        return None
    if found.share:
        return _share_of(tree, found)
    return _counted_noun(tree, found, lexicon)


def currency(tree: Tree, k: int) -> tuple[int, str] | None:
    """The first word and the unit of a currency that stands right before the word at `k`."""
    if k and tree.form(k - 1) in SIGNS:
        sign = tree.form(k - 1)
        named = _DOLLARS.get(tree.form(k - 2)) if k > 1 and sign == "$" and are_joined(tree, k - 2) else None
        return (k - 2, named) if named else (k - 1, {"€": "EUR", "£": "GBP"}.get(sign, sign))
    return (k - 1, _CODES[tree.form(k - 1)]) if k and tree.form(k - 1) in _CODES else None


def _money(tree: Tree, found: Numeral, lexicon: Lexicon) -> Counted | None:
    before = currency(tree, found.first)
    if before:
        scale, last = GLUED.get(found.glued, 1), found.last
        last += forms_after(tree, last, 1)[:1] in (["dollars"], ["euros"])  # "$1 trillion dollars"
        return Counted(before[1], last, _of(tree, last), is_money=True, scale=scale)
    unit, last = _unit(tree, found.last, lexicon)
    if unit is None or unit.sort != "money" or (tree.words[last].upos == "VERB"):
        return None
    return Counted(unit.lemma, last, _of(tree, last), is_money=True, scale=GLUED.get(found.glued, 1))


def _unit(tree: Tree, last: int, lexicon: Lexicon) -> tuple[Unit | None, int]:
    """The unit of the word list that follows, after a hyphen or a blank, and its last word."""
    start = last + 1 + (forms_after(tree, last, 1)[:1] in (["-"], ["‑"]))
    end = min(start + 3, tree.sentence_end(last))
    for stop in range(end, start, -1):
        unit = lexicon.unit.get(" ".join(tree.form(k) for k in range(start, stop)))
        if unit and unit.sort in {"money", "share", "measure"} and tree.form(stop - 1) not in SIGNS:
            return unit, stop - 1
    return None, last


def _measured(tree: Tree, found: Numeral, lexicon: Lexicon) -> Counted | None:
    if found.glued:
        return _glued(tree, found, lexicon)
    unit, last = _unit(tree, found.last, lexicon)
    if unit is None or unit.sort == "money" or tree.words[last].upos in {"VERB", "ADV"}:
        return None
    if tree.form(last) in {"m", "point", "points"} and is_label(tree, found, lexicon):
        return None
    hyphened = tree.form(found.last + 1) in HYPHENS
    if unit.lemma == "points" and (hyphened or found.low == 1):
        return None  # "a ten-point plan", "at one point"
    of = (phrase_span(tree, noun_phrase(tree, last + 1)) if hyphened else None) or _of(tree, last)
    return Counted(unit.lemma, last, of, is_share=unit.sort == "share")


def _glued(tree: Tree, found: Numeral, lexicon: Lexicon) -> Counted | None:
    """What is written behind the digits: "5km", and "2.5m people" where a plural follows."""
    phrase = noun_phrase(tree, found.last + 1) if found.glued in GLUED else None
    if phrase and tree.form(phrase[0]).endswith(("s", "people", "men", "women")):
        unit, of = counted_unit(tree, phrase[0], lexicon), phrase_span(tree, phrase)
        return Counted(unit, phrase[0], of, scale=GLUED[found.glued])
    measure = lexicon.unit.get(found.glued)
    if measure is None or measure.sort != "measure":
        return None
    return Counted(measure.lemma, found.last, _of(tree, found.last))


def _of(tree: Tree, last: int) -> Span | None:
    """The noun phrase behind "of", without its article: "60 percent of the voters"; or "in": "$2bn in aid"."""
    after = forms_after(tree, last, 2)
    if not after or after[0] not in {"of", "in", "worth"}:
        return None
    start = last + 2
    if after[0] == "worth":
        start += after[1:2] == ["of"]
    elif after[0] == "in" and (len(after) < 2 or tree.words[last + 2].upos != "NOUN"):
        return None  # "rose 3 percent in Vell" is a place
    while start < tree.sentence_end(last) and tree.words[start].upos in {"DET", "PRON"}:
        start += 1
    return phrase_span(tree, noun_phrase(tree, start))


def _age(tree: Tree, found: Numeral) -> Counted | None:
    after = forms_after(tree, found.last, 5)
    forms = [form for form in after if form not in HYPHENS]
    if forms[:1] in (["year"], ["years"]) and forms[1:2] == ["old"]:
        last = found.last + after.index("old") + 1
        return Counted("years", last, phrase_span(tree, noun_phrase(tree, last + 1)), is_age=True)
    if form_before(tree, found.first) == "aged" and (found.high is not None or found.low < 120):
        last = found.last + 1 if forms[:1] in (["years"], ["year"]) else found.last
        return Counted("years", last, is_age=True)
    return None


def _share_of(tree: Tree, found: Numeral) -> Counted | None:
    start = found.last + 1 + (forms_after(tree, found.last, 1) == ["of"])
    end = tree.sentence_end(found.last)
    while start < end and (tree.words[start].upos in {"DET", "PRON"} or tree.form(start) in {"all", "every"}):
        start += 1
    phrase = noun_phrase(tree, start)
    if phrase is None:
        return Counted("share", found.last, is_share=True)
    if tree.form(phrase[0]) in TIME_UNITS:
        return None
    return Counted("share", phrase[0], phrase_span(tree, phrase), is_share=True)


def _counted_noun(tree: Tree, found: Numeral, lexicon: Lexicon) -> Counted | None:
    start = found.last + 1
    after = (*forms_after(tree, found.last, 1), "")[0]
    if is_year(tree, found, lexicon):
        return None
    if after == "of":
        return _part_of(tree, start + 1, lexicon)
    if after in HYPHENS:
        return _hyphened(tree, found, lexicon)
    phrase = _joined_nouns(tree, found, noun_phrase(tree, start))
    if phrase and _belongs(tree, found, phrase[0]):
        return _noun(tree, phrase, start, lexicon)
    start += after.endswith("ed") and tree.words[start].upos == "VERB"  # "33 confirmed cases"
    unit = lexicon.unit.get(tree.form(start)) if start < tree.sentence_end(found.last) else None
    if unit and unit.sort == "counted":
        return Counted(tree.form(start), start, tree.words[start].span)
    return Counted(None, found.last) if stands_alone(tree, found) else None


def _part_of(tree: Tree, start: int, lexicon: Lexicon) -> Counted | None:
    """What stands behind "of": "five of the hostages", "1.7 million of them"."""
    end = tree.sentence_end(start - 1)
    is_last = start + 1 >= end or tree.words[start + 1].upos not in BEFORE_NOUN
    if start < end and tree.form(start) in _THEM and is_last:
        return Counted(None, start)
    while start < end and tree.form(start) in _OF_REST:
        start += 1
    phrase = noun_phrase(tree, start)
    return _noun(tree, phrase, start, lexicon) if phrase else None


def _noun(tree: Tree, phrase: tuple[int, int], start: int, lexicon: Lexicon) -> Counted | None:
    if tree.form(phrase[0]) in TIME_UNITS:
        return None
    measure = lexicon.unit.get(tree.form(phrase[0])) if phrase[0] == start else None
    if measure and measure.sort in {"money", "measure"}:  # "billions of dollars"
        return Counted(measure.lemma, phrase[0], _of(tree, phrase[0]), is_money=measure.sort == "money")
    return Counted(counted_unit(tree, phrase[0], lexicon), phrase[0], phrase_span(tree, phrase))


def _joined_nouns(tree: Tree, found: Numeral, phrase: tuple[int, int] | None) -> tuple[int, int] | None:
    """The whole of "9,000 state and local offices", and the first noun alone of "400 tenants' safety"."""
    head = tree.words[found.last].head
    if phrase and phrase[1] <= head < phrase[0] and tree.words[head].upos in NOUNS:
        return (head, phrase[1]) if tree.form(head + 1) in {"'", "’", "'s", "’s"} else phrase
    if phrase is None or not phrase[0] < head <= phrase[0] + 3 or tree.words[head].upos not in NOUNS:
        return phrase
    return (head, phrase[1]) if tree.words[phrase[0] + 1].upos == "CCONJ" else phrase


def _belongs(tree: Tree, found: Numeral, head: int) -> bool:
    """Whether the noun is what the number counts, and not the next phrase: "killed 30 Monday"."""
    heads = {tree.words[k].head for k in range(found.first, found.last + 1)}
    inner = set(range(found.last + 1, head + 1))
    adjective = tree.words[found.last + 1].deprel == "amod" and tree.words[found.last + 1].upos == "ADJ"
    # The words of "10-15" hang on each other in every way, and then the noun on neither.
    if found.high is not None:
        return True
    return bool(heads & inner) or adjective or tree.words[head].head in range(found.first, found.last + 1)


def _hyphened(tree: Tree, found: Numeral, lexicon: Lexicon) -> Counted | None:
    """A 500-strong crowd, a 12-member panel; but a two-state solution is no amount."""
    after = forms_after(tree, found.last, 2)
    unit = lexicon.unit.get(after[1]) if len(after) > 1 else None
    strong = len(after) > 1 and after[1] == "strong"
    if not strong and not (unit and unit.sort == "counted"):
        return None
    phrase = noun_phrase(tree, found.last + 3)
    of = phrase_span(tree, phrase)
    return Counted(None if strong else after[1], phrase[0] if phrase else found.last + 2, of)
