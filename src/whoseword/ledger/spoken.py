"""What somebody says will be done, by those who say it or for those who do: "we will publish every contract".

In: the Material of one report. Out: `Undertaking`s in text order. The one who will do it must be the speaker, or the
speaker must speak for those who will ("officials said"), or an outlet must report it. Whoever looks on only predicts.

>>> [undertaking.status for undertaking in spoken(material)]
['promised']
"""

from __future__ import annotations

from collections.abc import Iterator

from whoseword.ledger.material import Material
from whoseword.ledger.undertakings import Undertaking
from whoseword.ledger.voices import can_act, is_many, is_messenger, is_speaker, speaks_for
from whoseword.model import Statement
from whoseword.statements.predicates import agent_of, cases, is_negated, is_passive, subject_of

_WISHES = frozenset({"attitude", "prediction", "question", "demand", "no-comment"})
_REMAINING = frozenset({"remain", "stay"})
_ANSWERING = frozenset({"discuss", "comment", "say", "answer", "confirm", "disclose", "elaborate", "speculate", "name"})


def spoken(m: Material) -> Iterator[Undertaking]:
    """All that is said to be going to be done, and what is announced by it."""
    tree = m.tree
    for k, word in enumerate(tree.words):
        if word.upos != "VERB" or m.is_silent(k):
            continue
        if m.is_act(k) and m.is_future(k):
            for made in _will(m, k):
                yield made
                yield from announced(m, made)


def _will(m: Material, k: int) -> Iterator[Undertaking]:
    statement, subject = m.told(k), subject_of(m.tree, k)
    if statement is None or subject is None or not _is_said_to_come(m, k, statement):
        return
    # "Would not discuss the order" refuses an answer and promises nothing.
    if is_negated(m.tree, k) and m.tree.form(k) in _ANSWERING:
        return
    passive = is_passive(m.tree, k)
    doer = agent_of(m.tree, k) if passive else subject
    relative = m.tree.words[k].deprel == "acl"
    if doer is None:
        if _will_be_done(m, k, subject, statement):
            yield Undertaking(k, k, (), None, "expected", rule="commitments:will-be-done")
    elif is_speaker(m, statement, doer) and not _is_rhetoric(m, k, doer):
        yield Undertaking(k, k, (doer,), None, "promised", rule="commitments:own-will", speaker=statement.entity)
    elif not relative and _is_known_to(m, k, statement, doer):
        yield Undertaking(k, k, (doer,), None, "expected", rule="commitments:will-of-others")


def _is_known_to(m: Material, k: int, statement: Statement, doer: int) -> bool:
    """Whether the source can know what another will do: its own people, an insider's "they", an outlet."""
    if m.tree.form(doer) == "they" and statement.quote != "direct":
        return is_messenger(m, statement) and is_many(statement, m)  # "the bank's aides said they would stop"
    named = speaks_for(m, statement, doer) if can_act(m, doer) else False
    return named and (bool(m.sorts(k) & {"deed", "announce"}) or statement.quote != "direct")


def _is_said_to_come(m: Material, k: int, statement: Statement) -> bool:
    """Whether the deed at `k` is told as one to come: no wish, no harm, no condition, by a word of telling."""
    if statement.act in _WISHES or m.is_harm(k) or _is_conditional(m, k) or _is_told_already(m, k):
        return False
    if m.tree.form(k) in _REMAINING and any(m.tree.words[c].upos == "ADJ" for c in m.tree.children(k, "xcomp")):
        return False  # "will not remain silent"
    # What others take his words to mean is no word of his.
    return any(m.lexicon.cue_within(m.report.text[slice(*cue)]) for cue in statement.cue)


def _is_rhetoric(m: Material, k: int, doer: int) -> bool:
    """What speakers say of themselves without end: "we will not allow them to forget"."""
    return m.tree.form(doer) in {"we", "i"} and m.tree.form(k) in {"allow", "permit", "remind", "let", "continue"}


def _is_told_already(m: Material, k: int) -> bool:
    """Whether the verb before has it in its words, "will stop selling and prohibit", or it never came: "would have"."""
    tree, above = m.tree, m.tree.words[k].head
    joined = tree.words[k].deprel == "conj" and not tree.children(k, "aux", "nsubj")
    return (joined and (m.is_act(above) or tree.form(k).endswith("ing"))) or any(
        tree.form(c) == "have" for c in tree.children(k, "aux")
    )


def _will_be_done(m: Material, k: int, subject: int, statement: Statement) -> bool:
    """What has no doer, on the word of an insider: "ten clinics will be built"."""
    if any("if" in cases(m.tree, c) for c in m.tree.children(k, "advcl")):
        return False
    known = bool(m.sorts(k) & {"deed", "announce"})
    plain = known and m.tree.words[subject].upos != "PRON" and not m.tree.children(k, "xcomp")  # "would be held liable"
    place = m.tree.words[k].deprel in {"acl", "ccomp", "root", "conj"}
    return plain and place and "timing" not in m.sorts(subject) and speaks_for(m, statement, None)


def _is_conditional(m: Material, k: int) -> bool:
    """Whether the clause stands in a condition or is no clause of its own: "said that if they will leave"."""
    tree, above = m.tree, m.tree.words[k].head
    marks = {tree.form(c) for c in tree.children(k, "mark", "advmod")}
    if tree.words[k].deprel in {"ccomp", "csubj", "xcomp"} and above >= 0:
        told = m.told(k)
        inside = told is not None and any(start <= tree.words[above].span[0] < end for start, end in told.content)
        # "it is possible that she will", "that is like saying that she will".
        if tree.words[above].upos == "ADJ" or (inside and m.lexicon.cue(tree.form(above))):
            return True
    threat = any(tree.form(c) in {"or", "otherwise"} for c in tree.children(k, "cc"))  # "pay, or the gate will close"
    return threat or bool(marks & {"if", "unless", "whether", "when", "once", "how", "why"})


def announced(m: Material, made: Undertaking) -> Iterator[Undertaking]:
    """What is announced is undertaken as well: "will announce a cut in tolls"."""
    if "announce" not in m.sorts(made.head):
        return
    for c in m.tree.children(made.head, "obj"):
        if c > made.head and "matter" in m.sorts(c) and m.tree.children(c, "nmod", "acl"):
            yield Undertaking(made.trigger, c, made.doers, None, "expected", rule="commitments:announced", nominal=True)
