"""How surely things are said: "might", "reportedly", "refused to", each with the predicate that it bears on.

In: a Report, its Reading, the statements and the Lexicon. Out: the statements with their `modality`. Only the
dependency tree and the word list are asked. `statements/polarity.py` makes of it whether a predicate happened.

>>> [modal.kind for modal in find_modality(report, reading, statements, load_lexicon())[0].modality]
['future', 'negated']
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from whoseword.lexicon import Lexicon, ModalSort, Outcome
from whoseword.lexicon import Modality as Entry
from whoseword.model import Modal, ModalKind, Reading, Report, Span, Statement
from whoseword.statements.trees import Tree

LONGEST = 4  # words of the longest form in the word list
_PREDICATES = frozenset({"VERB", "AUX", "ADJ"})
_CLAUSES = ("xcomp", "ccomp", "csubj", "csubj:pass", "advcl", "acl")
_COMPLEMENTS = ("xcomp", "ccomp", "csubj", "csubj:pass")
_SAID_OF = ("nsubj", "nsubj:pass", "obj", "obl", "nmod")
_ATTRIBUTIVE = frozenset({"likely", "unlikely", "possible", "probable", "alleged", "planned", "false"})
_CALLED_OFF = frozenset({"cancel", "rule out"})
_PREDICATIVE = frozenset({"likely", "unlikely", "possible", "impossible", "probable", "unclear", "false"})
# Words that look like a negation and say that it is so: "not only did he sign", "no doubt they left".
_NO_NEGATION = frozenset({"not only", "not just", "not merely", "not least", "nothing but", "no doubt", "nothing to"})


@dataclass(frozen=True, slots=True)
class Bearing:
    """One word of modality, the index of the predicate that it bears on, and what it leaves of its happening."""

    span: Span
    kind: ModalKind
    scope: int | None
    outcome: Outcome
    sort: ModalSort


def find_modality(
    report: Report, reading: Reading, statements: tuple[Statement, ...], lexicon: Lexicon
) -> tuple[Statement, ...]:
    """The statements, each with the words of modality of its own: those in a statement inside it are that one's."""
    modality = Modality(Tree(report.text, reading), lexicon)
    modals = [modality.modal(bearing) for bearing in modality.bearings]
    return tuple(replace(s, modality=tuple(_own(s, statements, modals))) for s in statements)


def _own(statement: Statement, statements: tuple[Statement, ...], modals: list[Modal]) -> Iterator[Modal]:
    nested = [span for s in statements if s.within == statement.id for span in (*s.cue, *s.content)]
    for modal in modals:
        told = any(_inside(modal.span, span) for span in statement.content)
        of_telling = modal.scope is not None and any(_inside(modal.scope, cue) for cue in statement.cue)
        if of_telling or (told and not any(_inside(modal.scope or modal.span, span) for span in nested)):
            yield modal


def _inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


class Modality:
    """The words of modality of one text, and what they make of its predicates."""

    def __init__(self, tree: Tree, lexicon: Lexicon) -> None:
        self.tree = tree
        self.lexicon = lexicon

    def modal(self, bearing: Bearing) -> Modal:
        """The bearing as the record has it."""
        scope = None if bearing.scope is None else self.tree.words[bearing.scope].span
        return Modal(bearing.span, bearing.kind, scope)

    @cached_property
    def bearings(self) -> tuple[Bearing, ...]:
        """All words of modality in text order. A word without anything to bear on is none: "appeared at the door"."""
        found: list[Bearing] = []
        k, tree = 0, self.tree
        while k < len(tree.words):
            here = list(self._at(k))
            found.extend(here)
            k = max([k + 1, *(self._after(bearing.span, k) for bearing in here)])
        return tuple(found)

    def on(self, index: int) -> tuple[Bearing, ...]:
        """The words of modality that bear on the predicate at `index`."""
        return tuple(self._by_scope.get(index, ()))

    @cached_property
    def _by_scope(self) -> dict[int, list[Bearing]]:
        found: dict[int, list[Bearing]] = {}
        for bearing in self.bearings:
            if bearing.scope is not None:
                found.setdefault(bearing.scope, []).append(bearing)
        return found

    def _after(self, span: Span, k: int) -> int:
        while k < len(self.tree.words) and self.tree.words[k].span[0] < span[1]:
            k += 1
        return k

    def _at(self, k: int) -> Iterator[Bearing]:
        """What the longest form at `k` that bears on something says."""
        tree, known = self.tree, self.lexicon.modality
        form = tree.form(k)
        if form not in self._openings:
            if form == "to":
                yield from self._infinitive(k)
            return
        for size in range(min(LONGEST, tree.sentence_end(k) - k), 0, -1):
            phrase = " ".join(tree.form(n) for n in range(k, k + size)) if size > 1 else form
            for sort, entry in known.get(phrase, {}).items():
                scopes = [
                    s for s in self._scopes(entry, k, k + size - 1) if sort == "adjective" or not 0 <= s - k < size
                ]
                scopes = list(dict.fromkeys(scopes))
                span = (tree.words[k].span[0], tree.words[k + size - 1].span[1])
                kind = self._would(scopes[0]) if scopes and entry.lemma == "would" else entry.kind
                for scope in scopes:
                    yield Bearing(span, kind, scope, entry.outcome, sort)
                if scopes:
                    return

    @cached_property
    def _openings(self) -> frozenset[str]:
        return frozenset(form.split()[0] for form in self.lexicon.modality)

    def _scopes(self, entry: Entry, first: int, last: int) -> Iterator[int]:
        """The predicates that a word of modality bears on, from `first` to `last`; none where it is another word."""
        tree, word, sort = self.tree, self.tree.words[first], entry.sort
        outside = next((n for n in range(first, last + 1) if not first <= tree.words[n].head <= last), first)
        head = tree.words[outside].head
        if sort == "auxiliary":
            if word.upos == "AUX" and head >= 0 and word.deprel in {"aux", "aux:pass", "cop"}:
                yield head
            yield from tree.children(first, "xcomp")[:1] if word.upos == "VERB" and entry.lemma == "ought" else ()
        elif sort == "negator":
            yield from self._negated(outside, head)
        elif sort == "mark":
            if head >= 0 and (word.deprel in {"mark", "advmod", "case"} or last > first):
                yield head
        elif sort == "adverb":
            if head >= 0 and (word.upos == "ADV" or last > first or word.deprel == "advmod"):
                yield head
        elif sort == "adjective":
            yield from self._of_adjective(entry.lemma, first, last)
        else:
            yield from self._of_verb(entry.lemma, first, last)

    def _negated(self, k: int, head: int) -> Iterator[int]:
        tree, word = self.tree, self.tree.words[k]
        if head < 0 or " ".join(tree.form(n) for n in (k, k + 1) if n < len(tree.words)) in _NO_NEGATION:
            return
        if word.deprel in {"det", *_SAID_OF} and word.upos in {"DET", "PRON", "NOUN", "ADV"}:
            noun = head if word.deprel == "det" else k
            verb = self._governor(noun)
            yield verb if verb is not None else noun
        elif word.deprel in {"case", "mark", "advmod", "cc", "cc:preconj", "advmod:neg"} or word.upos in {
            "PART",
            "ADV",
        }:
            if tree.form(k) in {"almost", "nearly"} and tree.words[head].upos != "VERB":
                return
            yield head

    def _governor(self, k: int) -> int | None:
        """The predicate that the noun phrase of `k` is said of, one step up and no more."""
        word = self.tree.words[k]
        if word.head < 0 or word.deprel.split(":")[0] not in {"nsubj", "obj", "iobj", "obl", "csubj"}:
            return None
        head = self.tree.words[word.head]
        return word.head if head.upos in _PREDICATES or self.tree.children(word.head, "cop") else None

    def _of_adjective(self, lemma: str, first: int, last: int) -> Iterator[int]:
        tree, word = self.tree, self.tree.words[last]
        if word.deprel == "amod" and last == first and word.head > last and word.upos in {"ADJ", "VERB"}:
            if lemma in _ATTRIBUTIVE:
                yield word.head
        elif word.upos in {"ADJ", "VERB", "NOUN"} or last > first:
            clauses = [c for c in tree.children(last, *_CLAUSES) if c > last] or tree.children(last, *_COMPLEMENTS)
            if lemma not in _PREDICATIVE:  # "set alight" is no plan, "set to burn" is
                clauses = [c for c in clauses if tree.children(c, "mark")]
            elif not clauses and word.deprel != "amod":  # "a deal is unlikely"
                clauses = [c for c in tree.children(last, "nsubj") if tree.words[c].upos in {"NOUN", "PROPN"}] or [last]
            yield from clauses[:1]

    def _of_verb(self, lemma: str, first: int, last: int) -> Iterator[int]:
        tree, word = self.tree, self.tree.words[first]
        if last > first and tree.form(last) == "to":
            head = tree.words[last].head
            if head >= 0 and tree.words[head].upos in _PREDICATES | {"NOUN"}:
                yield head
            return
        no_doubt = word.upos == "NOUN" and any(tree.form(c) == "no" for c in tree.children(first, "det"))
        if word.upos not in {"VERB", "AUX", "NOUN", "ADJ"} or no_doubt:
            return
        clauses = tree.children(first, "xcomp", "ccomp", "csubj:pass", *(("acl",) if word.upos == "NOUN" else ()))
        if last > first:  # "ruled out selling the park"
            clauses += [c for c in tree.children(first, "advcl") if tree.form(c).endswith("ing")]
        clauses = [c for c in clauses if c > last] or clauses
        if not clauses and word.upos == "VERB":  # "rejected the offer", "cancelled the regatta": the noun is the deed
            objects = [c for c in tree.children(first, "obj") if tree.words[c].upos == "NOUN"]
            clauses = [c for c in objects if lemma in _CALLED_OFF or self._is_deed(c)]
        for clause in clauses:
            yield clause
            ended = tree.form(clause).endswith("ed")  # "agreed to change the role and hinted": the second is no aim
            joined = (c for c in tree.children(clause, "conj") if tree.form(c).endswith("ed") == ended)
            yield from (c for c in joined if not tree.children(c, "nsubj", "mark"))

    def _is_deed(self, k: int) -> bool:
        return self.tree.form(k).endswith(("ion", "ment", "ing", "al", "meeting", "talks", "deal", "ban", "attack"))

    def _would(self, scope: int) -> ModalKind:
        """In what was said, "would" is the future of that day; with a condition, or untold, it is conditional."""
        tree = self.tree
        if any(
            tree.form(m) in {"if", "unless"} for c in tree.children(scope, "advcl") for m in tree.children(c, "mark")
        ):
            return "conditional"
        for _ in range(4):
            word = tree.words[scope]
            if word.deprel == "ccomp" and word.head < scope:
                return "future"
            if word.deprel not in {"conj", "xcomp", "acl:relcl", "advcl"} or word.head < 0:
                return "conditional"
            scope = word.head
        return "conditional"

    def _infinitive(self, k: int) -> Iterator[Bearing]:
        """A headline's future, "Guild to Strike", and "the date is to be set"."""
        tree, head = self.tree, self.tree.words[k].head
        if head < 0 or tree.words[k].deprel != "mark" or tree.words[k].upos != "PART":
            return
        before = [c for c in tree.children(head) if c < k]
        subject = any(tree.words[c].deprel in {"nsubj", "nsubj:pass"} for c in before)
        copula = tree.words[head].deprel == "xcomp" and tree.form(tree.words[head].head) in {"is", "are", "was", "were"}
        if copula or (subject and not any(tree.form(c) == "for" for c in before)):
            yield Bearing(tree.words[k].span, "future", head, "unclear", "auxiliary")
