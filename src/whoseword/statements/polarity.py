"""Did it happen? What a text's grammar and its words of modality leave of a predicate.

In: the `Modality` of a text and the index of a predicate (a verb, an adjective or a noun that is said of something).
Out: "happened" as the text tells it (or is so), "did-not", or "unclear": planned, possible, asked for, conditional. It
is the text's word and nobody else's: "denied that he had fled" is "did-not" because the text says so.

>>> polarity(Modality(tree, load_lexicon()), index)
'unclear'
"""

from __future__ import annotations

from typing import Literal

from whoseword.model import ModalKind
from whoseword.statements.modality import Modality

Polarity = Literal["happened", "did-not", "unclear"]

_DEEPEST = 8  # clauses above a predicate that are looked at
_OPEN: frozenset[ModalKind] = frozenset({"possible", "necessary", "conditional"})
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")
_AUXILIARIES = ("aux", "aux:pass", "cop")
_ABLE = frozenset({"can", "ca", "could"})
_QUESTION_WORDS = frozenset("who whom whose what which when where why how".split())
# With these a clause stands on its own feet; "when", "before" and the like happen only if the clause above does.
_FACTUAL_MARKS = frozenset("because since as although though while after whereas that given".split())


def polarity(modality: Modality, index: int) -> Polarity:
    """Whether the predicate at `index` happened (or is so), did not, or is left open, as the text tells it."""
    return _Clauses(modality).polarity(index, _DEEPEST)


class _Clauses:
    """The clauses of one text, seen from a predicate upwards."""

    def __init__(self, modality: Modality) -> None:
        self._modality = modality
        self._tree = modality.tree

    def polarity(self, k: int, depth: int) -> Polarity:
        own = self._by_words(k)
        if own or depth == 0:
            return own or "happened"
        if self._is_asked(k) or self._is_told_to(k) or self._is_coming(k):
            return "unclear"
        return self._by_place(k, depth)

    def _by_words(self, k: int) -> Polarity | None:
        """What the words of modality say that bear on it; None where they leave it as it is."""
        bearings = [b for b in self._modality.on(k) if b.outcome != "same"]
        if not bearings:
            return None
        negated = any(b.outcome == "did-not" for b in bearings)
        left_open = any(b.outcome == "unclear" and b.kind in _OPEN for b in bearings)
        # "could not" and "cannot" say that it did not happen, "might not" does not.
        able = all(self._tree.text[slice(*b.span)].lower() in _ABLE for b in bearings if b.outcome == "unclear")
        if negated and (not left_open or able):
            return "did-not" if sum(b.outcome == "did-not" for b in bearings) % 2 else "happened"
        return "unclear"

    def _is_asked(self, k: int) -> bool:
        """The predicate of a question that can be answered with yes or no."""
        tree = self._tree
        top = self._first_joined(k)
        if tree.words[top].deprel not in {"root", "parataxis", "ccomp"}:
            return False
        end = tree.sentence_end(top) - 1
        if "?" not in {tree.form(n) for n in (end, max(end - 1, 0))}:
            return False
        children = tree.children(top)
        if any(tree.form(c) in _QUESTION_WORDS for c in children if c < top) or tree.form(top) in _QUESTION_WORDS:
            return False
        verbs = [c for c in children if tree.words[c].deprel in _AUXILIARIES]
        subjects = [c for c in children if tree.words[c].deprel in _SUBJECTS]
        return bool(verbs and subjects and verbs[0] < subjects[0])

    def _first_joined(self, k: int) -> int:
        """The first of the predicates that "and" joins; a tree in a circle ends the search."""
        for _ in range(_DEEPEST):
            if self._tree.words[k].deprel != "conj" or self._tree.words[k].head < 0:
                break
            k = self._tree.words[k].head
        return k

    def _is_told_to(self, k: int) -> bool:
        """An imperative: a bare verb without a subject that opens its clause."""
        tree, word = self._tree, self._tree.words[k]
        if word.upos != "VERB" or word.deprel not in {"root", "parataxis", "ccomp", "conj"}:
            return False
        children = tree.children(k)
        if any(tree.words[c].deprel in {*_SUBJECTS, *_AUXILIARIES, "mark"} for c in children if tree.form(c) != "do"):
            return False
        if any(tree.form(c) == "please" for c in children):
            return True
        if word.deprel == "conj":
            first = self._first_joined(k)
            return tree.words[first].deprel != "conj" and self._is_told_to(first)
        before = [c for c in children if c < k and tree.words[c].upos not in {"PUNCT", "ADV", "INTJ", "CCONJ", "PART"}]
        bare = not tree.form(k).endswith(("ed", "ing", "s")) or tree.form(k).endswith(("ss", "eed"))
        return bare and word.deprel == "root" and all(tree.words[c].deprel in {"advcl", "vocative"} for c in before)

    def _is_coming(self, k: int) -> bool:
        """A present that is meant for a day to come: "is starting next week", "leaves tomorrow"."""
        tree = self._tree
        if tree.form(k).endswith("ed"):
            return False
        return any(
            tree.form(c) == "tomorrow" or any(tree.form(g) == "next" for g in tree.children(c, "amod"))
            for c in tree.children(k)
            if tree.words[c].upos in {"NOUN", "PROPN"} and tree.words[c].deprel not in {*_SUBJECTS, "obj", "conj"}
        )

    def _by_place(self, k: int, depth: int) -> Polarity:
        """What the clause that it stands in makes of it."""
        word, tree = self._tree.words[k], self._tree
        if word.head < 0:
            return "happened"
        marks = {tree.form(c) for c in tree.children(k, "mark", "advmod", "case")}
        is_free = bool(tree.children(k, *_SUBJECTS)) or bool(tree.children(k, *_AUXILIARIES))
        relation = word.deprel.split(":")[0]
        if relation == "xcomp":
            return self._complement(k, word.head, depth)
        if "to" in marks and relation in {"advcl", "acl", "csubj", "ccomp", "parataxis"}:
            return "unclear"
        if relation == "csubj" and tree.form(k).endswith("ing"):
            return "unclear"
        hangs = (relation == "conj" and not is_free) or (relation == "advcl" and not marks & _FACTUAL_MARKS)
        return self.polarity(word.head, depth - 1) if hangs else "happened"

    def _complement(self, k: int, head: int, depth: int) -> Polarity:
        """An infinitive happened only where the verb above says so, "managed to sign"; else it shares its lot."""
        tree = self._tree
        infinitive = any(tree.form(c) == "to" for c in tree.children(k, "mark"))
        # Whatever stands here leaves it as it is: "appears to leak".
        told = bool(self._modality.on(k))
        if infinitive and not told and tree.form(head) not in self._modality.lexicon.implying:
            return "unclear"
        return self.polarity(head, depth - 1)
