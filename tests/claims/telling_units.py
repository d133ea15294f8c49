"""Deeds and units made by hand, for tests of what compares them: invented people, places and days.

>>> unit(done("close", whom=[thing("pier")]), words="closed pier").deeds[0].lemma
'close'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from whoseword.across import Argument, Deed, Ref, Told
from whoseword.lexicon import load_lexicon
from whoseword.model import hashed_id

NOWHERE = (0, 1)


def thing(head: str, name: str | None = None, **others: Any) -> Argument:
    """An argument with this head; its groups of like words as the word lists have them."""
    meanings = tuple(m.name for m in load_lexicon().meaning_of_noun.get(head, ()))
    return Argument(NOWHERE, head, name, meanings=meanings, **others)


def done(lemma: str, who: Sequence[Argument] = (), whom: Sequence[Argument] = (), **others: Any) -> Deed:
    """A deed that happened, with the groups that its verb stands in."""
    known = load_lexicon().meaning_of_verb.get(lemma, ())
    sort = "side" if any(m.sort == "side" for m in known) else "act"
    made = Deed(NOWHERE, lemma, None, "actual", tuple(who), tuple(whom), meanings=tuple(m.name for m in known))
    return replace(made, **{"sort": sort, **others})


def unit(*deeds: Deed, words: str = "", report: str = "one", **others: Any) -> Told:
    """A unit that tells these deeds; each of `words` is a telling word of middling rarity."""
    stems = tuple(words.split())
    made = Told(
        Ref(hashed_id(report), hashed_id(report, words)),
        "author",
        (NOWHERE,),
        words,
        stems,
        deeds=deeds,
        weights=(0.6,) * len(stems),
        meanings=("",) * len(stems),
        day="2031-05-08",
        terms=stems,
        term_weights=(1.0,) * len(stems),
    )
    return replace(made, **others)
