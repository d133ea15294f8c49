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
from whoseword.statements.predicates import agent_of, cases, is_negated, is_passive, mode_of, subject_of

_DOUBTING = ("doubt", "question")
_ABIDING = ("abid", "stick", "stuck", "adher", "deliver", "follow", "complied", "comply", "stood", "stand", "renege")
_WISHING = (
    "talk",
    "negotiat",
    "hope",
    "effort",
    "work",
    "push",
    "call",
    "chance",
    "prospect",
    "seek",
    "sought",
    "near",
    "use",
    "using",
)


def of_noun(m: Material, k: int) -> Iterator[Undertaking]:
    """What the noun at `k` says is undertaken, made, kept or broken."""
    tree, word = m.tree, m.tree.words[k]
    entry = m.lexicon.undertaking[tree.form(k)]["noun"]
    if tree.form(k) == "word" and not tree.children(k, "nmod:poss", "nmod"):
        return  # "the word to go was given"
    head = m.clause_after(k)
    if head is not None and entry.status == "agreed" and _is_of_its_own(m, k, head):
        head = None
    head = _behind_participle(m, k) if head is None else head
    if head is not None and any("to" in cases(tree, c) and k < c < head for c in tree.children(k, "nmod")):
        head = None  # "its commitment to the deal, to press the others": why, not what
    above = word.head if word.head >= 0 and word.deprel in {"obj", "obl", "nsubj", "nsubj:pass"} else -1
    outcome = m.lexicon.undertaking.get(tree.form(above), {}).get("outcome") if above >= 0 else None
    making = m.sorts(above) & {"maker", "maker-of-deals"} if above >= 0 else frozenset()
    head = _behind_aside(m, k, above) if head is None and making else head
    made = Undertaking(k, k if head is None else head, (), None, "promised", "", nominal=head is None)
    called = _called(m, k, above) if above >= 0 and entry.status == "promised" else None
    if called is not None:
        yield replace(made, doers=_owners(m, k), status=called, rule="commitments:outcome")
    elif outcome is not None and outcome.status != "none":
        yield from _outcome(m, made, above, outcome.status)
    elif making and entry.status != "none":
        yield from _making(m, replace(made, status=entry.status), above)
    elif head is not None and entry.status == "promised" and m.can_be_kept(head, finite=m.is_finite(head), doer=None):
        owner = next((c for c in tree.children(k, "nmod", "nmod:poss") if c < k), None)
        doubted = word.head >= 0 and tree.form(word.head).startswith(_DOUBTING)
        if (owner is not None or _is_stood_by(m, k)) and not doubted and not is_negated(tree, k):
            yield replace(made, doers=all_of(owner), rule="commitments:noun")
    elif head is not None and entry.status == "agreed" and _is_there(m, k, head) and not m.is_harm(head):
        yield replace(made, status="agreed", rule="commitments:noun")


def _called(m: Material, k: int, verb: int) -> CommitmentStatus | None:
    """What a promise is said to be: "regards the promise as broken", "called it a broken promise"."""
    if "calling" not in m.sorts(verb) or mode_of(m.tree, verb) != "actual":
        return None
    found: tuple[int, CommitmentStatus] | None = None
    for c in [*m.tree.children(verb, "advcl", "xcomp", "ccomp", "obl", "acl"), *m.tree.children(k, "amod", "acl")]:
        entry = m.lexicon.undertaking.get(m.tree.form(c), {}).get("outcome")
        if entry is not None and entry.status != "none" and found is None:
            found = (c, entry.status)
    if found is None:
        return None
    if any(m.tree.form(n) == "not" for n in m.tree.below(found[0])):
        return "broken" if found[1] == "done" else None
    return found[1]


def _owners(m: Material, k: int) -> tuple[int, ...]:
    """Whose promise it is: "Tasken's pledge"; a pronoun is left open."""
    owners = [c for c in m.tree.children(k, "nmod", "nmod:poss") if c < k and m.tree.words[c].upos != "PRON"]
    return tuple(owners[:1])


def _is_of_its_own(m: Material, k: int, head: int) -> bool:
    """Whether a clause says which deal, not what is agreed: "a deal that they would show", "the pact meant to last"."""
    to = [t for t in m.tree.children(head, "mark", "aux") if m.tree.form(t) == "to"]
    end = min(to, default=head)
    between = (m.tree.words[n].upos for n in range(k + 1, end))
    return m.is_finite(head) or any(upos in {"VERB", "AUX", "SCONJ"} for upos in between)


def _behind_aside(m: Material, k: int, verb: int) -> int | None:
    """In "reached a deal, however, to close the mine" the closing, which the tree hangs on the verb."""
    for c in m.tree.children(verb, "advcl", "xcomp"):
        to = next((t for t in m.tree.children(c, "mark") if m.tree.form(t) == "to" and k < t < c), None)
        if to is not None and all(m.tree.words[n].upos in {"PUNCT", "ADV"} for n in range(k + 1, to)):
            return c
    return None


def _behind_participle(m: Material, k: int) -> int | None:
    """In "a pledge set down in the pact to free them" the freeing, wherever the tree has hung it."""
    for c in m.tree.children(k, "acl"):
        if m.tree.children(c, "nsubj", "aux", "mark", "cop"):
            continue
        after = m.tree.below(c)[-1] + 1
        ends = [n for n in range(c + 1, min(c + 9, m.tree.sentence_end(k) - 1)) if m.tree.form(n) == "to"]
        for n in [after, *ends]:
            if n < m.tree.sentence_end(k) and m.tree.form(n) == "to" and m.tree.words[n].upos == "PART":
                return m.tree.words[n].head if m.tree.words[n].head > n else None
    return None


def _is_stood_by(m: Material, k: int) -> bool:
    """Whether the promise is there, whoever made it: "abide by a promise to", "in exchange for a pledge to"."""
    tree, above = m.tree, m.tree.words[k].head
    case = cases(tree, k)
    if above < 0 or not case:
        return False
    first = min(tree.children(k, "case"), default=k)
    exchanged = "for" in case and bool({tree.form(above), tree.form(max(first - 1, 0))} & {"exchange", "return"})
    abiding = tree.form(above).startswith(_ABIDING) and bool(case & {"by", "to", "on", "with", "through"})
    return exchanged or abiding or bool(case & {"despite", "under"})


def _is_there(m: Material, k: int, head: int) -> bool:
    """Whether the deal is there: "the February deal to free them was signed", not one that is sought or talked of."""
    tree, word = m.tree, m.tree.words[k]
    if mode_of(tree, k) != "actual" or is_negated(tree, k) or not m.is_known(k):
        return False
    before = (n for n in range(max(m.sentence(k).start, k - 8), k) if "noun" in m.sorts(n))
    if any(_behind_participle(m, n) == head for n in before):
        return False  # "a pledge set down in the pact to free them": the pledge's
    above = tree.form(word.head) if word.head >= 0 else ""
    if word.deprel in {"nmod", "nmod:poss", "appos"} or (word.deprel == "obl" and tree.words[head].head != k):
        return False  # "a part in the deal to watch": who knows what the infinitive hangs on
    wished = word.deprel in {"obj", "nmod", "obl"} and above.startswith(_WISHING)
    return not wished and not {tree.form(c) for c in tree.children(k, "amod")} & {"possible", "potential", "proposed"}


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
    promise = m.lexicon.undertaking[tree.form(k)]["noun"].status == "promised"
    unkept = promise and status == "done" and mode_of(tree, verb) == "negated"
    if unkept:
        status = "broken"  # "has not kept its promise", "failed to honour its pledge"
    if not (unkept or is_told_as_done(m, verb)) or told_of or not (direct or with_case or passive):
        return
    if (
        form in {"keep", "keeps", "kept", "keeping"}
        and made.nominal
        and not (promise and form == "kept" and tree.form(k) != "word")
    ):
        return  # "kept the deal alive"
    doer = agent_of(tree, verb) if passive else subject_of(tree, verb)
    if doer is not None and not m.can_break(doer) and not tree.children(k, "nmod:poss", "nmod"):
        return  # "the parts that violate the deal"
    yield replace(made, doers=all_of(doer), status=status, rule="commitments:outcome")
