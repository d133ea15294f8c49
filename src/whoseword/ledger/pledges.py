"""Nouns for what is undertaken: "a pledge to", "reached a deal on", "broke its promise", each with its matter.

In: the Material of one report and the index of a noun. Out: `Undertaking`s.

>>> [undertaking.status for undertaking in of_noun(material, 4)]
['broken']
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whoseword.ledger.material import Material
from whoseword.ledger.undertakings import NOBODY, Undertaking, all_of, is_told_as_done
from whoseword.model import CommitmentStatus
from whoseword.statements.predicates import agent_of, cases, is_negated, is_passive, subject_of

_DOUBTING = ("doubt", "question")


def of_noun(m: Material, k: int) -> Iterator[Undertaking]:
    """What the noun at `k` says is undertaken, made, kept or broken."""
    tree, word = m.tree, m.tree.words[k]
    entry = m.lexicon.undertaking[tree.form(k)]["noun"]
    head = m.clause_after(k)
    if head is not None and any("to" in cases(tree, c) and k < c < head for c in tree.children(k, "nmod")):
        head = None  # "its commitment to the deal, to press the others": why, not what
    above = word.head if word.head >= 0 and word.deprel in {"obj", "obl", "nsubj", "nsubj:pass"} else -1
    outcome = m.lexicon.undertaking.get(tree.form(above), {}).get("outcome") if above >= 0 else None
    making = m.sorts(above) & {"maker", "maker-of-deals"} if above >= 0 else frozenset()
    made = Undertaking(k, k if head is None else head, (), None, "promised", "", nominal=head is None)
    if outcome is not None and outcome.status != "none":
        yield from _outcome(m, made, above, outcome.status)
    elif making and entry.status != "none":
        yield from _making(m, replace(made, status=entry.status), above)
    elif head is not None and entry.status == "promised" and m.can_be_kept(head, finite=m.is_finite(head), doer=None):
        owner = next((c for c in tree.children(k, "nmod", "nmod:poss") if c < k), None)
        doubted = word.head >= 0 and tree.form(word.head).startswith(_DOUBTING)
        if owner is not None and not doubted and not is_negated(tree, k):
            yield replace(made, doers=(owner,), rule="commitments:noun")


def _making(m: Material, made: Undertaking, verb: int) -> Iterator[Undertaking]:
    """What is made in so many words, "reached an agreement with the union", "gave a pledge to", and by whom."""
    tree, k = m.tree, made.trigger
    deals = "maker-of-deals" in m.sorts(verb)
    passive = is_passive(tree, verb)
    right = made.status == "agreed" if deals else made.status == "promised" or tree.form(verb).startswith("ma")
    told_of = tree.form(verb).endswith("ing") and bool(tree.children(verb, "mark", "case"))
    if not right or told_of or not is_told_as_done(m, verb) or is_negated(tree, k):
        return
    if tree.words[k].deprel not in ({"nsubj", "nsubj:pass"} if passive else {"obj"}):
        return
    if made.nominal and (made.status == "promised" or m.is_known(k)):
        return  # "made a promise" alone: nothing is said of what; "signed the treaty" is one told of before
    doer = agent_of(tree, verb) if passive else subject_of(tree, verb)
    below = [*tree.children(k, "nmod", "obl"), *tree.children(verb, "obl")]
    parties = tuple(c for c in below if c > k and "with" in cases(tree, c))[:1]
    between = tuple(c for c in below if c > k and cases(tree, c) & {"between", "among"})[:1]
    doers = (*(all_of(doer) or between), *parties)
    if made.nominal and not [c for c in tree.children(k) if c < k]:
        return  # "making deals"
    if made.nominal and (not doers or tree.form(doers[0]) in NOBODY - {"it"}):
        return
    if not made.nominal and not m.can_be_kept(made.head, finite=m.is_finite(made.head), doer=doer):
        return
    yield replace(made, doers=doers, rule="commitments:noun")


def _outcome(m: Material, made: Undertaking, verb: int, status: CommitmentStatus) -> Iterator[Undertaking]:
    """What became of it: "broke its promise", "reneged on the deal", "withdrew from the pact"."""
    tree, k = m.tree, made.trigger
    form, case = tree.form(verb), cases(tree, k)
    phrasal = bool(tree.children(verb, "compound", "compound:prt"))  # "the talks broke up"
    direct = tree.words[k].deprel == "obj" and not form.startswith("reneg") and not phrasal
    with_case = tree.words[k].deprel == "obl" and bool(case & {"on", "from"}) and form.startswith(("reneg", "withdr"))
    passive = tree.words[k].deprel in {"nsubj", "nsubj:pass"} and is_passive(tree, verb)
    told_of = form.endswith("ing") and not tree.children(verb, "aux")  # "the consequences of abandoning the accord"
    if not is_told_as_done(m, verb) or told_of or not (direct or with_case or passive):
        return
    if form in {"keep", "keeps", "kept", "keeping"} and made.nominal:
        return  # "kept the deal alive"
    doer = agent_of(tree, verb) if passive else subject_of(tree, verb)
    if doer is not None and not m.can_break(doer) and not tree.children(k, "nmod:poss", "nmod"):
        return  # "the parts that violate the deal"
    yield replace(made, doers=all_of(doer), status=status, rule="commitments:outcome")
