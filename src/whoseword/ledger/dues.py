"""By when something is owed, and on what condition.

In: the Material of one report and one undertaking in it. Out: its `Due` and the span of its condition.

>>> due_of(material, undertaking)[0].state
'date'
"""

from __future__ import annotations

from whoseword.ledger.material import Material
from whoseword.ledger.undertakings import Undertaking
from whoseword.model import Due, Span, Time, Word
from whoseword.statements.predicates import cases

UNSTATED = Due("unstated")
_BY = frozenset(["by", "before", "on", "in", "until", "till", "at", "from", "within", "for"])
_DUE_WORDS = frozenset(["by", "before", "until", "till", "within"])
_SINCE = frozenset(["since", "during", "after", "over"])
_IF = frozenset(["if", "unless", "provided", "providing", "assuming"])
_ONCE = frozenset(["once", "when", "after", "until", "before", "as"])
# The day of "is due on Monday to sign" hangs on "due".
_ARRANGED = frozenset({"commitments:scheduled", "commitments:gathering"})
_AS_LONG = frozenset({"long", "soon"})  # "as long as", "as soon as"
_IN_EXCHANGE = frozenset({"exchange", "return"})


def due_of(m: Material, made: Undertaking) -> tuple[Due, Span | None]:
    """The due date of one undertaking as its sentence tells it, and its condition."""
    condition = _clause(m, made, _IF) or _in_exchange(m, made)
    for time in m.times:
        if _dates(m, made, time):
            return Due("date", time.value, time.span), condition
    if condition:
        return Due("condition", None, condition), condition
    once = _clause(m, made, _ONCE)
    return (Due("condition", None, once), None) if once else (UNSTATED, None)


def _dates(m: Material, made: Undertaking, time: Time) -> bool:
    """Whether a time says when the undertaking is due, not when it was made or since when it lasts."""
    inside = m.tree.inside(time.span)
    k = next((n for n in inside if m.tree.words[n].head not in inside), -1)
    if k < 0 or k not in m.sentence(made.trigger) or time.value in {"PAST_REF", "PRESENT_REF", "FUTURE_REF"}:
        return False
    opened = cases(m.tree, k) or _word_before(m, inside[0])
    if not _can_date(m, made, time, opened, m.tree.words[max(inside[0] - 1, 0)]):
        return False
    by = bool(opened & _DUE_WORDS)
    if m.tree.words[k].deprel in {"compound", "nummod", "amod", "nmod:poss"}:
        return by and _hangs_on(m, m.tree.words[k].head, made)
    return _hangs_on(m, k, made) or (by and _is_behind(m, k, made))


def _can_date(m: Material, made: Undertaking, time: Time, opened: set[str], before: Word) -> bool:
    """Whether a time with this preposition can say when something is due."""
    lasting = time.kind == "DURATION"
    if time.kind == "SET" or (lasting and not opened & {"within", "in", "over"}):
        return False
    if opened & (_SINCE - {"over"}) or (not lasting and "over" in opened):
        return False
    if before.upos == "ADP" and not opened & (_BY | {"of"}):
        return False  # "below 2005 levels"
    past = m.is_past(time) or made.status in {"done", "broken"}
    return bool(opened & _DUE_WORDS) or not past  # "signed a deal to curb fishing in 2015"


def _word_before(m: Material, k: int) -> set[str]:
    return {m.tree.form(k - 1)} if k else set()


def _hangs_on(m: Material, k: int, made: Undertaking) -> bool:
    """Whether the tree leads from here to what is undertaken without another verb in between."""
    for step in range(6):
        word = m.tree.words[k]
        if word.head < 0:
            return False
        dated_noun = step > 0 and word.deprel in {"nmod", "compound"} and made.nominal is False
        k = word.head
        if k == made.head == made.trigger and made.nominal:
            return False  # "signed a pact on Sunday"
        if k == made.head:
            return not dated_noun or step < 2
        if k == made.trigger:
            return made.status == "postponed" or made.rule in _ARRANGED
        whether = made.rule in _ARRANGED and any(m.tree.form(t) == "whether" for t in m.tree.children(k, "mark"))
        if m.tree.words[k].upos == "VERB" and m.tree.words[k].deprel not in {"xcomp", "conj"} and not whether:
            return False
    return False


def _is_behind(m: Material, k: int, made: Undertaking) -> bool:
    """Whether "by May" stands behind what is undertaken with no other verb between, whatever the tree says."""
    first = max(made.head, made.trigger)
    between = range(first + 1, k)
    return k > first and not any(
        (m.tree.words[n].upos in {"VERB", "AUX", "SCONJ"} and m.tree.words[n].deprel != "amod")
        or m.tree.form(n) in {";", "which", "who", "”", '"'}
        for n in between
    )


def _clause(m: Material, made: Undertaking, marks: frozenset[str]) -> Span | None:
    for above in dict.fromkeys((made.head, made.trigger)):
        for c in m.tree.children(above, "advcl", "obl"):
            opened = {m.tree.form(t): t for t in m.tree.children(c, "mark", "advmod", "case") if t < c}
            known = [t for form, t in opened.items() if form in marks]
            clausal = m.tree.words[c].deprel == "advcl" or not m.is_time(c)
            ahead = c > made.trigger or (marks is _IF and c < made.head)
            even = bool(known) and "even" in _word_before(m, known[0])
            if known and not even and clausal and ahead and _is_later(m, c, marks):
                run = m.tree.unbroken([n for n in m.tree.below(c) if n >= known[0]], c)
                long = bool(_AS_LONG & _word_before(m, known[0]))
                return m.tree.span([known[0] - 2 * long, *run]) if known[0] in run else None
    return None


def _is_later(m: Material, c: int, marks: frozenset[str]) -> bool:
    """Whether a clause lies ahead: "once the talks begin" does; "after they met", "when he took office" do not."""
    if marks is _IF:
        return True
    past = m.tree.form(c).endswith("ed") or any(m.tree.form(a) in {"was", "were", "had"} for a in m.tree.children(c))
    return m.tree.words[c].upos == "VERB" and not past and m.tree.words[c].deprel == "advcl"


def _in_exchange(m: Material, made: Undertaking) -> Span | None:
    for k in m.sentence(made.trigger):
        if made.head < k and m.tree.form(k) in _IN_EXCHANGE and "in" in _word_before(m, k):
            end = m.tree.sentence_end(k)
            after = next((n for n in range(k, end) if m.tree.words[n].upos == "PUNCT"), end)
            return (m.tree.words[k - 1].span[0], m.tree.words[after - 1].span[1])
    return None
