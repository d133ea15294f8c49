"""Numbers that stand for an account of something, and those that only name an earlier one.

In: a report with its trees. Out: what "the death toll rose to 42" counts, and the numbers that a report names as those
that no longer hold: "the earlier figure of 1,200", "up from 1,200".

>>> [(account.of, account.act) for account in accounts(wording)]
[('people', 'killed')]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from whoseword.ledger.definitions import Wording, known_sense, nation_beside
from whoseword.model import Quantity
from whoseword.statements.numerals import numeral

_REACH = 8  # words between "toll" and its number
LEAST = 10  # smaller numbers without a noun are mostly places in a row


@dataclass(frozen=True, slots=True)
class Account:
    """What a bare number counts: the word that says so, the thing, what happened to it, whose and of what kind."""

    quantity: Quantity
    head: int
    of: str
    act: str
    nation: str | None
    traits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """A number that a report names as an earlier one: its first word and its value."""

    word: int
    value: float


def accounts(w: Wording) -> Iterator[Account]:
    """The numbers without a noun that a toll, a count or a figure is said to be, in text order."""
    before = {earlier.word for earlier in earlier_figures(w)}
    for k in _account_words(w):
        found = _number_behind(w, k)
        what = _said_of(w, k, found[0]) if found is not None else None
        if found is not None and what is not None and not before & set(w.tree.inside(found[1].span)):
            nation, words = nation_beside(w, k)
            yield Account(found[1], *what, nation.name if nation else None, _kinds(w, k, {*words, what[0]}))


def earlier_figures(w: Wording) -> tuple[Earlier, ...]:
    """The numbers that a report names as earlier ones."""
    return tuple(Earlier(k, value) for k, value in _numbers(w, range(len(w.tree.words))) if _is_of_before(w, k))


def _account_words(w: Wording) -> Iterator[int]:
    listed = w.lexicon.figures.accounts
    return (k for k, word in enumerate(w.tree.words) if word.upos in {"NOUN", "PROPN"} and w.lemma(k) in listed)


def _numbers(w: Wording, words: range) -> Iterator[tuple[int, float]]:
    """The numbers among some words that are large enough and no times."""
    times = {k for time in w.record.times for k in w.tree.inside(time.span)}
    for k in words:
        number = numeral(w.tree, k) if k not in times else None
        if number is not None and number.low >= LEAST and not (number.share or number.glued or number.in_words):
            yield k, number.low


def _number_behind(w: Wording, account: int) -> tuple[int, Quantity] | None:
    """The first number behind a word for one, as a quantity, where it counts nothing else."""
    end = min(account + 1 + _REACH, w.tree.sentence_end(account))
    found = next(_numbers(w, range(account + 1, end)), None)
    if found is None:
        return None
    span = w.tree.words[found[0]].span
    around = next((q for q in w.record.quantities if q.span[0] <= span[0] < q.span[1]), None)
    if around is not None:
        return (found[0], around) if around.of is None and around.unit is None else None
    following = w.tree.words[found[0] + 1].upos if found[0] + 1 < w.tree.sentence_end(account) else "PUNCT"
    bare = following not in {"NOUN", "PROPN", "ADJ", "SYM", "NUM"} or found[0] + 1 == len(w.tree.words)
    return (found[0], Quantity(span, found[1], rule="quantities:number")) if bare else None


def _said_of(w: Wording, account: int, number: int) -> tuple[int, str, str] | None:
    """What an account is of: the word before it ("death toll"), or those behind it ("count of the displaced")."""
    behind = range(account + 1, number) if w.tree.form(account + 1) == "of" else range(0)
    for k in (*w.tree.children(account, "compound", "amod"), *reversed(behind)):
        noun = w.lexicon.counted_noun.get(w.tree.form(k)) or w.lexicon.counted_noun.get(w.lemma(k))
        if noun is not None and noun.sense != "none":
            return k, noun.name, noun.sense
        if noun is not None:
            acts = [act for n in w.tree.children(k, "acl", "amod") if (act := known_sense(w, n))]
            return k, noun.name, acts[0] if acts else ""
    return None


def _kinds(w: Wording, account: int, told: set[int]) -> tuple[str, ...]:
    """The words beside a toll that make another of it: "worldwide", "civilian"."""
    plain = w.lexicon.figures.plain | w.lexicon.figures.earlier | {"final", "official", "latest", "overall"}
    beside = [k for k in w.tree.children(account, "amod", "compound") if k < account and k not in told]
    return tuple(sorted({w.tree.form(k) for k in beside} - plain))


def _is_of_before(w: Wording, number: int) -> bool:
    """Whether a number stands behind "up from" or "previously", or in "the earlier figure of at least"."""
    first, begin = _past_bounds(w, number), w.tree.sentence_start(number)
    before = " ".join(w.tree.form(k) for k in range(max(begin, first - 4), first))
    if any(before == words or before.endswith(f" {words}") for words in w.lexicon.figures.revising):
        return True
    account = first - 2
    if w.tree.form(first - 1) != "of" or account < begin or w.lemma(account) not in w.lexicon.figures.accounts:
        return False
    return any(w.tree.form(k) in w.lexicon.figures.earlier for k in w.tree.below(account) if k < account)


def _past_bounds(w: Wording, number: int) -> int:
    """The first word of an amount: "at least 1,500" begins with "at"."""
    span = w.tree.words[number].span
    around = next((q for q in w.record.quantities if q.span[0] <= span[0] < q.span[1]), None)
    return w.tree.inside(around.span)[0] if around is not None else number
