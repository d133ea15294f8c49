"""What is arranged for a day: "is scheduled to brief the House", "talks are due to begin", "a vote set for Thursday".

In: the Material of one report. Out: `Undertaking`s in text order. What is on a calendar may be told in the author's
voice as well; what is merely expected needs a day, an appointment, or the word of somebody who can know.

>>> [undertaking.rule for undertaking in arranged(material)]
['commitments:scheduled']
"""

from __future__ import annotations

from collections.abc import Iterator

from whoseword.ledger.material import Material
from whoseword.ledger.spoken import announced
from whoseword.ledger.undertakings import Undertaking, all_of
from whoseword.ledger.voices import can_act, speaks_for
from whoseword.statements.predicates import agent_of, cases, is_negated, is_passive, mode_of, subject_of

_DONE_ON_A_DAY = frozenset({"appointment", "opening", "deed", "announce"})
_EVEN_IN_DOUBT = frozenset({"could", "may", "might", "would", "should", "can", "must"})
_SETTLED = frozenset({"scheduled", "slated", "due", "set"})
# These say in themselves that it is an appointment; the others need a day: "will meet resistance" has none.
_PLAIN = frozenset({"brief", "testify", "vote", "host", "convene", "debate"})
_ASKING = frozenset({"if", "unless", "whether", "when", "once", "how", "why", "what"})
_FEELING = frozenset({"attitude", "prediction", "question", "demand"})
_WHETHER = frozenset({"decide", "consider", "discuss"})


def arranged(m: Material) -> Iterator[Undertaking]:
    """All that is told as arranged."""
    for k, word in enumerate(m.tree.words):
        sorts = m.sorts(k)
        if not sorts or m.is_silent(k):
            continue
        if "foreseen" in sorts and word.upos in {"VERB", "ADJ"} and word.deprel not in {"amod", "compound"}:
            yield from _foreseen(m, k)
        elif word.upos == "VERB" and sorts & _DONE_ON_A_DAY and m.is_future(k):
            yield from _appointed(m, k)


def _foreseen(m: Material, k: int) -> Iterator[Undertaking]:
    """What is expected, scheduled, due: "is expected to sign", "is scheduled to meet", "a vote is set for May"."""
    tree = m.tree
    if mode_of(tree, k) != "actual" or tree.form(m.sentence(k)[-1]) == "?":
        return
    head, subject = m.infinitive_after(k), _subject(m, k)
    if subject is None or not _is_participle(m, k):
        return
    if head is None:
        yield from _set_for_a_day(m, k, subject)
    elif "gathering" in m.sorts(subject):
        if "opening" in m.sorts(head) and _is_dated(m, k, head):
            yield Undertaking(k, head, (), None, "expected", rule="commitments:gathering")
    else:
        yield from _foreseen_act(m, k, head, subject)


def _foreseen_act(m: Material, k: int, head: int, subject: int) -> Iterator[Undertaking]:
    if not m.is_act(head) or m.is_harm(head) or not _can_do(m, subject):
        return
    passive, statement = is_passive(m.tree, head), m.told(k)
    doers = all_of(agent_of(m.tree, head)) if passive else (subject,)
    if _is_scheduled(m, k, head):
        if not passive:
            yield Undertaking(k, head, doers, None, "expected", rule="commitments:scheduled")
    elif statement is not None and not passive and can_act(m, subject) and speaks_for(m, statement, subject):
        made = Undertaking(k, head, doers, None, "expected", rule="commitments:foreseen")
        yield made
        yield from announced(m, made)


def _is_scheduled(m: Material, k: int, head: int) -> bool:
    """Whether it stands on a calendar: scheduled as such, or an appointment with its day."""
    form = m.tree.form(k)
    known = bool(m.sorts(head) & {"appointment", "deed", "announce"})
    dated = _is_dated(m, k, head)
    return known and (dated or form in {"scheduled", "slated"} or (form == "due" and "appointment" in m.sorts(head)))


def _is_participle(m: Material, k: int) -> bool:
    """Whether "expected" stands with "be" or behind its noun, not as what somebody did: "they expected to win"."""
    tree, word = m.tree, m.tree.words[k]
    if word.upos == "ADJ" or tree.form(k) in {"due", "slated"} or is_passive(tree, k) or m.is_state(k):
        return True
    return word.deprel == "acl" or "with" in cases(tree, k)


def _subject(m: Material, k: int) -> int | None:
    word = m.tree.words[k]
    found = max((c for c in m.tree.children(k, "nsubj", "nsubj:pass") if c < k), default=subject_of(m.tree, k))
    if found is None and word.deprel == "acl" and 0 <= word.head < k:
        return word.head
    return found


def _can_do(m: Material, subject: int) -> bool:
    return can_act(m, subject) or m.tree.form(subject) in {"he", "she", "they", "who"} or m.is_person(subject)


def _is_dated(m: Material, *words: int) -> bool:
    """Whether a day hangs on one of these words, and not one that is gone."""
    below = {n for k in words for n in m.tree.below(k)}
    for time in m.times:
        inside = m.tree.inside(time.span)
        if inside and inside[-1] in below and time.kind in {"DATE", "TIME"} and time.value not in _VAGUE:
            return not m.is_past(time)
    return False


_VAGUE = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF", None})


def _set_for_a_day(m: Material, k: int, subject: int) -> Iterator[Undertaking]:
    """What is held on a day: "a hearing is set for Thursday", "the vote from the council scheduled for May"."""
    tree = m.tree
    behind = [c for c in tree.children(k, "obl", "nmod", "obl:tmod", "nmod:tmod") if c > k and m.is_time(c)]
    if not behind or (tree.form(k) == "set" and not any("for" in cases(tree, c) for c in behind)):
        return
    if not _is_dated(m, k):
        return
    held = subject
    if "gathering" not in m.sorts(held) and tree.words[k].deprel == "acl":
        held = _held_before(m, k)
    if held >= 0 and "gathering" in m.sorts(held) and tree.words[held].upos == "NOUN" and not is_negated(tree, held):
        yield Undertaking(k, held, (), None, "expected", rule="commitments:gathering", nominal=True)


def _held_before(m: Material, k: int) -> int:
    """In "a vote from the council scheduled for May" the vote: the tree takes the nearer noun."""
    for n in range(k - 1, max(m.sentence(k).start, k - 9) - 1, -1):
        if m.tree.words[n].upos in {"VERB", "PUNCT"}:
            return -1
        if "gathering" in m.sorts(n):
            return n
    return -1


def _appointed(m: Material, k: int) -> Iterator[Undertaking]:
    """What will be done on a day, in whosever voice: "will meet on Monday", "the talks will resume in May"."""
    tree, subject = m.tree, _subject_before_will(m, k)
    marks = {tree.form(c) for c in tree.children(k) if c < k} & _ASKING
    would = any(tree.form(c) in _EVEN_IN_DOUBT for c in tree.children(k, "aux"))
    if subject is None or marks or mode_of(tree, k) != "planned" or (would and m.told(k) is None):
        return
    if "gathering" in m.sorts(subject):
        if "opening" in m.sorts(k) and _is_dated(m, k):
            yield Undertaking(k, k, (), None, "expected", rule="commitments:gathering")
        return
    if is_passive(tree, k) and m.told(k) is None and _is_dated(m, k) and not m.is_harm(k):
        yield Undertaking(k, k, all_of(agent_of(tree, k)), None, "expected", rule="commitments:scheduled")
    if "appointment" not in m.sorts(k) or not _can_do(m, subject) or is_passive(tree, k) or m.is_harm(k):
        return
    statement = m.told(k)
    quoted = statement is not None and (statement.quote == "direct" or statement.act in _FEELING)
    plain = _is_plain(m, k) and not would and (statement is None or speaks_for(m, statement, subject))
    if not quoted and (plain or _is_dated(m, k)):
        yield Undertaking(k, k, (subject,), None, "expected", rule="commitments:scheduled")


def _is_plain(m: Material, k: int) -> bool:
    form, word = m.tree.form(k), m.tree.words[k]
    if word.deprel in {"ccomp", "csubj"} and m.tree.words[word.head].upos == "ADJ":
        return False  # "it is likely that he will vote"
    if {m.tree.form(c) for c in m.tree.children(k, "advmod")} & {"likely", "probably", "perhaps", "possibly", "never"}:
        return False
    if form == "vote":
        return not any("for" in cases(m.tree, c) or "against" in cases(m.tree, c) for c in m.tree.children(k, "obl"))
    clauses = m.tree.children(k, "ccomp", "xcomp", "advcl", "obj")
    asks = any({"whether", "if"} & {m.tree.form(t) for t in m.tree.children(c, "mark")} for c in clauses)
    return form in _PLAIN or (form in _WHETHER and asks)


def _subject_before_will(m: Material, k: int) -> int | None:
    who = next((c for c in m.tree.children(k, "nsubj") if m.tree.form(c) == "who"), None)
    if who is not None:  # "needs the leaders, who will vote": whatever noun the tree takes, they stand before "who"
        return next((n for n in range(who - 1, max(who - 3, 0), -1) if m.tree.words[n].upos != "PUNCT"), who)
    found = subject_of(m.tree, k)
    if found is not None:
        return found
    first = min(m.tree.children(k, "aux"), default=k)
    word = m.tree.words[first - 1] if first > m.sentence(k).start else None
    return first - 1 if word is not None and word.upos == "PROPN" else None  # a long list of names breaks the tree
