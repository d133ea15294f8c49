"""What happens to what is counted: one name for "killed" and "died", for "fled" and "lost their homes".

In: the trees of a report, the head word of what is counted, and its Quantity. Out: the sense, with "planned",
"possible" or "not" before it; empty where the words only say that it is there, or that somebody told of it.

>>> act_of(wording, head, quantity)
'displaced'
"""

from __future__ import annotations

from whoseword.ledger.definitions import Wording, known_sense
from whoseword.model import Quantity
from whoseword.statements.predicates import is_passive, mode_of, object_of

_MODES = {"actual": "", "planned": "planned", "hypothetical": "possible", "negated": "not"}
# Who had to do it did it.
_HAVING_TO = frozenset({"have", "force", "compel", "begin", "start", "continue", "manage"})


def act_of(w: Wording, head: int, quantity: Quantity) -> str:
    """What happens to what is counted; the lemma of its verb where no list has it."""
    for k in [*w.tree.children(head, "acl", "amod", "acl:relcl"), *_right_behind(w, head)]:
        act = known_sense(w, k)
        if act:
            return act
    verb = _governor(w, head, quantity)
    if verb is None:
        return ""
    act = _act(w, verb, head)
    if act and known_sense(w, verb) is None and _is_definite(w, quantity):
        act = ""  # "protect the 5,000 guards in Orsel": how many there are, whatever is done to them
    inner = next((c for c in w.tree.children(verb, "xcomp") if c > verb and known_sense(w, c)), None)
    if inner is not None and head < verb:  # "have had to leave their homes", "were forced to flee"
        act, verb = known_sense(w, inner) or "", verb if w.lemma(verb) in _HAVING_TO else inner
    # "No one died" and "the number will not change" say it with the amount itself.
    said = quantity.value in {0, "unchanged"}
    prefix = "" if said else _MODES[mode_of(w.tree, verb)]
    return " ".join(part for part in (prefix, "" if quantity.value == "unchanged" else act) if part)


def _act(w: Wording, verb: int, head: int) -> str:
    lemma, known = w.lemma(verb), known_sense(w, verb)
    if lemma == "leave" and known != "displaced":
        return _left(w, verb, head)
    return lemma if known is None else known


def _left(w: Wording, verb: int, head: int) -> str:
    """Who left: "left 2,500 guards in Orsel" are there; those who left their town are displaced, soldiers withdrawn."""
    thing = object_of(w.tree, verb)
    if thing is None or is_passive(w.tree, verb):
        return "withdrawn"
    if head in w.tree.below(thing):
        return ""
    noun = w.lexicon.counted_noun.get(w.lemma(head))
    places = [name.span for name in w.record.reading.names if name.kind == "place"]
    named = any(start <= w.tree.words[thing].span[0] < end for start, end in places)
    country = w.country([thing]) is not None
    homes = {w.lemma(k) for k in (thing, *w.tree.children(thing, "conj"))} & w.lexicon.figures.homes
    people = noun is not None and noun.name in {"people", "civilians"}
    return "displaced" if people and not country and (named or homes) else "withdrawn"


def _right_behind(w: Wording, head: int) -> list[int]:
    """The word right behind: in "left 25 people dead" it hangs on the verb. Not the verb that the noun does itself."""
    following = head + 1
    if following >= len(w.tree.words) or head in w.tree.children(following, "nsubj"):
        return []
    return [following] if w.tree.words[following].upos in {"ADJ", "VERB"} else []


def _governor(w: Wording, head: int, quantity: Quantity) -> int | None:
    """The verb, or the word for an act, that is said of what is counted; None where it stands behind a preposition."""
    k = head
    for _ in range(6):
        relation, k = w.tree.words[k].deprel, w.tree.words[k].head
        if k < 0:
            return None
        word = w.tree.words[k]
        if word.upos in {"VERB", "AUX"}:
            return None if relation.startswith("obl") and not _is_bound(w, head, quantity) else k
        if word.upos in {"NOUN", "ADJ"} and known_sense(w, k):
            return k
        if relation != "conj":
            return None
    return None


def _is_bound(w: Wording, head: int, quantity: Quantity) -> bool:
    """Whether the preposition of a noun belongs to its amount: "killed at least 12 people"."""
    inside = set(w.tree.inside(quantity.span))
    return all(c in inside for c in w.tree.children(head, "case"))


def _is_definite(w: Wording, quantity: Quantity) -> bool:
    """Whether an amount stands with "the" or "its": "the 5,000 guards"."""
    inside = w.tree.inside(quantity.span)
    first = min(inside, default=0)
    forms = {w.tree.form(first), w.tree.form(first - 1) if first else ""}
    return bool(inside) and bool(forms & w.lexicon.figures.definite)
