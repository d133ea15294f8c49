"""The words of what is undertaken.

In: the Material of one report, one undertaking in it, its due date and condition. Out: one span, without "to", "that",
concessions, and the condition and the due date where they stand last.

>>> report.text[slice(*what_of(material, undertaking, due, condition))]
'close the plant'
"""

from __future__ import annotations

from collections.abc import Sequence

from whoseword.ledger.material import Material
from whoseword.ledger.undertakings import Undertaking
from whoseword.model import Due, Span
from whoseword.statements.predicates import cases, is_passive, phrase, subject_of

_FURTHEST = 40
_ABOUT = frozenset(["on", "over", "for", "about", "to", "under"])
_OPENERS = frozenset(["to", "that", "on", "upon", "of", "for", "however", "also"])
_OF_OTHERS = frozenset({"commitments:own-will", "commitments:will-of-others"})
_OF_ITSELF = frozenset({"commitments:scheduled", "commitments:term"})
_CONCEDING = frozenset(
    ["although", "though", "while", "whereas", "because", "but", "since", "even", "despite", "unlike", "without"]
)
_NOT = frozenset(["not", "n't", "n’t", "’t", "'t", "never", "no", "without", "yet", "any"])


def what_of(m: Material, made: Undertaking, due: Due, condition: Span | None) -> Span:
    """The words of what is undertaken, without "to", "that", a concession, and condition and due date at the end."""
    tree, head = m.tree, made.head
    if head == made.trigger and made.nominal:
        return _bare(m, head)
    if made.rule == "commitments:gathering":
        return _held(m, made) if made.nominal else _gathering(m, made, due)
    done = head == made.trigger and is_passive(tree, head)  # "the tolls will be announced": what is done is the subject
    if made.rule in _OF_OTHERS or (made.rule in _OF_ITSELF and head == made.trigger and not done):
        first = min({head, *_negations(m, head)})
        if short := _short(m, head):
            return short
        if tree.words[head].deprel != "acl" and made.rule == "commitments:will-of-others" and not _is_they(m, made):
            first = min(tree.below(head))
    elif made.rule == "commitments:will-be-done" or (made.rule == "commitments:scheduled" and done):
        first = min(tree.below(tree.words[head].head if tree.words[head].deprel == "acl" else head))
    else:
        first = _start(m, made)
    whole = set(tree.below(tree.words[head].head) if first < min(tree.below(head)) else tree.below(head))
    content = None if made.nominal or made.rule in _OF_ITSELF else m.content_of(made.trigger)
    inside = tree.inside(content) if content else []
    if head in inside and m.is_finite(head) and first > made.trigger:
        # The tree may have lost the subject of a clause; the content of "agreed that …" has it.
        first = inside[0]
        whole |= set(inside[: inside.index(head)])
    words = [k for k in whole if first <= k and (not inside or head not in inside or k in inside)]
    words = [k for k in words if not _is_left_out(m, k, made)]
    run = tree.unbroken(words, head) if head in words else [head]
    # Where the tree hangs all of it before the trigger, its head word is left.
    run = _opened(m, [k for k in run if k >= first][:_FURTHEST], head) or [head]
    run = _with_gerund(m, _without_relative(m, run, head))
    return _trimmed(m, made, run, due, condition)


def _is_they(m: Material, made: Undertaking) -> bool:
    return any(m.tree.words[d].upos == "PRON" for d in made.doers)


def _held(m: Material, made: Undertaking) -> Span:
    """What is held, up to "scheduled": "a vote from the council"."""
    between = range(made.head + 1, made.trigger)
    own = phrase(m.tree, made.head)
    if m.tree.words[made.trigger].deprel == "acl" and all(
        m.tree.words[n].upos not in {"PUNCT", "VERB"} for n in between
    ):
        return (own[0], m.tree.words[made.trigger - 1].span[1])
    return own


def _gathering(m: Material, made: Undertaking, due: Due) -> Span:
    """From what is held to its beginning: "the talks are due to begin"."""
    subject = subject_of(m.tree, made.trigger)
    first = m.tree.words[made.head].span[0] if subject is None else phrase(m.tree, subject)[0]
    inside = m.tree.inside((first, m.tree.words[made.head].span[1]))
    behind = [n for n in m.tree.below(made.head) if n > made.head]
    run = [n for n in m.tree.unbroken({*inside, *behind}, made.head) if n >= inside[0]]
    return _trimmed(m, made, run, due, None)


def _opened(m: Material, run: list[int], head: int) -> list[int]:
    """Without the "that", the comma or the mark of a quotation at its beginning."""
    while run and run[0] != head and (m.tree.words[run[0]].upos in {"PUNCT", "SCONJ"} or _is_opener(m, run[0], head)):
        run = run[1:]
    return run


def _without_relative(m: Material, run: list[int], head: int) -> list[int]:
    """Without ", which is …": what is told of a thing, not what is undertaken."""
    for place, k in enumerate(run[:-1]):
        if k > head and m.tree.form(k) == "," and m.tree.form(k + 1) in {"which", "who", "whose"}:
            return run[:place]
    return run


def _with_gerund(m: Material, run: list[int]) -> list[int]:
    """The word "stop" with "abiding by the limits" that follows it, wherever the tree has hung that."""
    if len(run) != 1:
        return run
    after = run[0] + 1
    if after >= m.tree.sentence_end(run[0]) or not m.tree.form(after).endswith("ing"):
        return run
    return [*run, *(k for k in m.tree.unbroken(m.tree.below(after), after) if k >= after)]


def _is_opener(m: Material, k: int, head: int) -> bool:
    case = m.tree.words[k].deprel in {"case", "mark"} and m.tree.words[k].head != k
    return m.tree.form(k) in _OPENERS or (case and m.tree.words[k].upos in {"ADP", "PART"} and k < head)


def _start(m: Material, made: Undertaking) -> int:
    """The first word of what is undertaken: behind the trigger, "to" or "that"."""
    tree = m.tree
    below = [k for k in tree.below(made.head) if k > made.trigger or made.trigger > made.head]
    opening = {
        c for c in tree.children(made.head, "mark", "case") if tree.form(c) in {"to", "that", "on", "upon", "of"}
    }
    first = min(opening, default=None)
    if first is not None and not m.is_finite(made.head) and not made.nominal:
        below = [k for k in below if k > first or k in _negations(m, made.head)]
    kept = [k for k in below if k not in opening]
    return min(kept, default=made.head)


def _negations(m: Material, k: int) -> set[int]:
    below = [c for c in m.tree.children(k, "advmod") if c < k]
    if any(m.tree.form(c) in {"n't", "n’t", "’t", "'t"} for c in below):
        return {c for c in m.tree.children(k, "aux", "advmod") if c < k}  # "won't sign"
    return {n for c in below for n in m.tree.below(c) if {m.tree.form(n) for n in m.tree.below(c)} & _NOT}


def _short(m: Material, head: int) -> Span | None:
    """The verb and its bare object, "announce a shift": what is announced is a matter of its own."""
    objects = m.tree.children(head, "obj") if "announce" in m.sorts(head) else []
    found = next((c for c in objects if c > head and m.tree.children(c, "nmod", "acl")), None)
    return None if found is None or "matter" not in m.sorts(found) else m.tree.span(range(head, found + 1))


def _bare(m: Material, k: int) -> Span:
    """The noun with what it is about, not with whom alone: "a deal with the union on night shifts"."""
    tree = m.tree
    before = [c for c in tree.children(k) if c < k and tree.words[c].deprel not in {"case", "mark", "cc", "punct"}]
    about = [c for c in tree.children(k, "nmod", "obl") if c > k and cases(tree, c) & _ABOUT]
    last = max((n for c in about[:1] for n in tree.below(c)), default=k)
    first = min(tree.unbroken({n for c in before for n in tree.below(c)} | {k}, k))
    return tree.span(range(first, last + 1))


def _is_left_out(m: Material, k: int, made: Undertaking) -> bool:
    """Whether the word stands in a concession, a reason or a clause of its own that hangs on what is undertaken."""
    tree, n = m.tree, k
    for _ in range(12):
        word = tree.words[n]
        if n == made.head or word.head < 0:
            return False
        opened = {tree.form(c) for c in tree.children(n, "mark", "case", "cc", "advmod") if c <= n}
        aside = word.deprel in {"advcl", "parataxis"} and word.head in {made.head, made.trigger}
        if aside and (opened & _CONCEDING or word.deprel == "parataxis"):
            return True
        joined = word.deprel == "conj" and word.head == made.head and word.upos == "VERB"
        if joined and (tree.children(n, "nsubj") or (not m.is_finite(made.head) and tree.form(n).endswith("ed"))):
            return True
        if word.deprel == "cc" and any(c > n and _is_left_out(m, c, made) for c in [word.head] if c != made.head):
            return True
        n = word.head
    return False


def _trimmed(m: Material, made: Undertaking, run: Sequence[int], due: Due, condition: Span | None) -> Span:
    """Without the due date and the condition where they stand last, and with "by" goes the date."""
    words = list(run)
    for _ in range(2):
        for span in (condition, due.span):
            if span is None or not words:
                continue
            kept = [k for k in words if m.tree.words[k].span[0] < span[0]]
            last = [k for k in words if m.tree.words[k].span[0] >= span[1] and m.tree.words[k].upos != "PUNCT"]
            if kept and not last and len(kept) < len(words):
                words = kept
                while len(words) > 1 and m.tree.words[words[-1]].upos in {"ADP", "PUNCT", "SCONJ", "DET"}:
                    words.pop()
    start, end = m.tree.span(words)
    first = words[0]
    before = [k for k in (first - 1, first - 2) if k > made.trigger and m.tree.form(k) in {"not", "never"}]
    if before and all(m.tree.form(k) in {"not", "never", "to"} for k in range(before[-1], first)):
        start = m.tree.words[before[-1]].span[0]  # "agreed not to add": the tree often hangs "not" elsewhere
    return _without_lone_quote(m.report.text, start, end)


def _without_lone_quote(text: str, start: int, end: int) -> Span:
    while end - start > 1 and text[end - 1] in "”\",.;’'" and not set(text[start : end - 1]) & set("“\"‘'"):
        end -= 1
    return (start, end)
