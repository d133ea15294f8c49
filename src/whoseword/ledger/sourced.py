"""Whether a number only counts the sources that a report cites: "three people who work at the dam told the Bell".

In: a report with its trees, a counted noun and its Quantity. Out: a yes or no.

>>> counts_sources(wording, head, quantity)
True
"""

from __future__ import annotations

from whoseword.ledger.definitions import Wording
from whoseword.model import Quantity, Span
from whoseword.statements.predicates import subject_of

# More than these are a crowd that says something, and no sources: "200 economists wrote that".
MOST = 20
_CITING = ("cite", "cites", "cited", "citing", "quote", "quotes", "quoted", "quoting")


def counts_sources(w: Wording, head: int, quantity: Quantity) -> bool:
    """Whether who is counted is who told it, few and without names."""
    value = quantity.value
    if isinstance(value, str) or value > MOST or quantity.bound != "exact":
        return False
    span = quantity.span
    if any(s.source is not None and _touch(s.source, span) for s in w.record.statements):
        return True
    cited = (c for s in w.record.statements for c in s.content if _is_citing(w, s.cue))
    if any(_touch(c, span) for c in cited):
        return True
    telling = {link.entity for s in w.record.statements for link in s.chain}
    told = (m for e in w.record.entities if not e.named and e.id in telling for m in e.mentions)
    return any(_touch(mention, span) for mention in told) or _tells(w, head)


def _is_citing(w: Wording, cue: tuple[Span, ...]) -> bool:
    words = " ".join(w.record.report.text[slice(*span)] for span in cue).casefold().split()
    return any(word in _CITING for word in words)


def _tells(w: Wording, head: int) -> bool:
    """Whether the noun is the subject of a word of telling, or cited."""
    verb = w.tree.words[head].head
    if verb >= 0 and w.tree.form(verb) in _CITING:
        return w.tree.words[head].deprel == "obj"
    if verb < 0 or w.tree.words[verb].upos != "VERB" or subject_of(w.tree, verb) != head:
        return False
    cue = w.lexicon.cue(w.tree.form(verb))
    return cue is not None and cue.act == "statement"


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
