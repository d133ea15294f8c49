"""A statement that tells two things -> its pieces, one a clause, so that each can be found again elsewhere.

In: a `Telling`, a statement and the words of its content. Out: `Piece`s; the first holds the main clause. A clause is
told for itself if it is joined ("… but the crew will stay"), conceded ("although no day is set"), follows as a sentence
of its own, or is added behind a comma ("allowing for …", "with the day to be fixed later"). What is under a condition,
in a relative clause, or joined inside one noun phrase is not.

>>> [piece.top for piece in pieces(telling, statement, range(14))]
[None, 9]
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from whoseword.claims.deeds import is_deed
from whoseword.claims.telling import Telling
from whoseword.model import Statement
from whoseword.statements.predicates import RELATIVES, cases, is_negated, phrase
from whoseword.statements.trees import Tree

# A piece with fewer words, or fewer telling ones, is not found again by itself. What is quoted in so many words is
# seldom printed in other words, and is parted less.
FEWEST_WORDS, FEWEST_STEMS, FEWEST_QUOTED = 4, 1, 3
_SUBJECTS = ("nsubj", "nsubj:pass", "expl", "csubj")
_CONCEDING = frozenset("although though whereas albeit while".split())
# What a clause of the past behind these tells is told as having happened; "when" may stand for "if".
_PAST = frozenset("after since because".split())
# Clauses below these stand as firmly as what is above them; not those below "if" or in a relative clause.
_FIRM = frozenset({"ccomp", "xcomp", "conj", "parataxis", "root"})
_BELOW_NOUN = frozenset({"obj", "obl", "nmod", "nsubj", "nsubj:pass", "appos"})
_AUX = ("aux", "aux:pass")
# What looks like a clause behind a comma and only names a part, a source or a time.
_IDLE = frozenset("including according following regarding concerning citing starting beginning depending".split())
_OPENING, _CLOSING = frozenset("“‘«„"), frozenset("”’»")
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one clause, by index, in order. `top` is its predicate, None where that is the main one's.

    `added`: it hangs loosely on the main clause, and what frames that does not frame it.
    """

    indices: tuple[int, ...]
    top: int | None = None
    added: bool = False


def pieces(telling: Telling, statement: Statement, indices: Sequence[int]) -> list[Piece]:
    """The clauses of a statement's content, the main one first; one piece where it tells one thing."""
    inside = set(indices)
    if statement.act == "question":
        return [Piece(tuple(indices))]
    starts = _Starts(telling, inside, statement.quote == "direct")
    kept: list[Piece] = []
    taken: set[int] = set()
    # The last first: what hangs on a later clause goes with it.
    for top in reversed(indices):
        root = starts.root(top)
        if root is None:
            continue
        own = [k for k in starts.span(root) if k in inside and k not in taken]
        whole = starts.is_sentence(root)
        if not all(starts.is_told(part, is_sentence=whole) for part in (own, inside - taken - {*own})):
            continue
        taken |= {*own}
        words = sorted({*_bare(telling.tree, root, own), *starts.lent(top)})
        added = root != top or telling.tree.words[top].deprel in {"advcl", "acl"}
        kept.append(Piece(tuple(words), top, added))
    left = [k for k in indices if k not in taken]
    return [Piece(tuple(_balanced(telling.tree, left) if kept else left)), *reversed(kept)]


@dataclass(frozen=True)
class _Starts:
    """Where clauses of their own begin in the content of one statement."""

    telling: Telling
    inside: Collection[int]
    is_direct: bool

    @property
    def tree(self) -> Tree:
        return self.telling.tree

    def root(self, k: int) -> int | None:
        """The word on which all of the clause hangs whose predicate is `k`; None where `k` begins none."""
        word = self.tree.words[k]
        if not is_deed(self.telling, k) and not self.is_sentence(k):
            return None
        if word.head not in self.inside:
            return k if self.is_sentence(k) else None
        if word.deprel == "acl":
            return k if self._is_related(k) else word.head if self._is_added_by_with(k) else None
        starts = {"conj": self._is_joined, "parataxis": self._has_subject, "advcl": self._is_added}.get(word.deprel)
        return k if starts and starts(k) and self._stands(k) else None

    def is_told(self, indices: Collection[int], *, is_sentence: bool) -> bool:
        """Whether these words say enough to be a unit."""
        stems = self.telling.stems(sorted(indices))
        enough = len(stems) >= (FEWEST_QUOTED if self.is_direct and not is_sentence else FEWEST_STEMS)
        return enough and len(indices) >= FEWEST_WORDS and any(is_deed(self.telling, k) for k in indices)

    def span(self, root: int) -> list[int]:
        """The words of a clause; of one that is a sentence of its own, all in the sentence."""
        if self.is_sentence(root):
            return list(range(*self.tree.sentence(root)))
        return self.tree.below(root)

    def is_sentence(self, k: int) -> bool:
        """Whether it is at the top of a sentence that is not the first of the content."""
        if self.tree.words[k].head in self.inside:
            return False
        first, end = self.tree.sentence(k)
        tops = [n for n in range(first, end) if n in self.inside and self.tree.words[n].head not in self.inside]
        asked = any(self.tree.form(n) == "?" for n in range(first, end))
        return k == tops[0] and first > self._first and not asked

    @cached_property
    def _first(self) -> int:
        return min((k for k in self.inside if self.tree.words[k].upos != "PUNCT"), default=-1)

    def _has_subject(self, k: int) -> bool:
        return any(c < k for c in self.tree.children(k, *_SUBJECTS)) and not self._is_infinitive(k)

    def _is_infinitive(self, k: int) -> bool:
        return any(self.tree.form(c) == "to" for c in self.tree.children(k, "mark"))

    def _is_joined(self, k: int) -> bool:
        if {self.tree.form(c) for c in self.tree.children(k, "mark")} - {"that"} or self._may_hang_lower(k):
            return False
        return self._has_subject(k) or (not self.is_direct and bool(self.lent(k)))

    def _may_hang_lower(self, k: int) -> bool:
        """Whether it may be joined to a lower clause right before it: "closes if it rains and freezes"."""
        tree, first = self.tree, self.tree.words[k].head
        joining = [c for c in tree.children(k, "cc") if c < k]
        lower = [c for c in tree.children(first, "advcl") if first < c < k and tree.children(c, "mark")]
        return bool(joining and lower) and tree.form(joining[0] - 1) != ","

    def lent(self, k: int) -> list[int]:
        """The words of the subject and the auxiliaries that a predicate shares with the one that it is joined to."""
        tree = self.tree
        if tree.words[k].deprel == "acl":
            noun = tree.words[k].head
            before = [c for c in tree.children(noun, "compound", "amod", "nummod", "flat") if c < noun]
            return [n for n in (*before, noun) if n in self.inside]
        if tree.words[k].deprel != "conj" or self._has_subject(k) or self._is_infinitive(k):
            return []
        first = self._joined_to(k)
        joining = {tree.form(c) for c in tree.children(k, "cc")}
        subjects = [c for c in tree.children(first, *_SUBJECTS) if c < first and c in self.inside]
        if not subjects or not joining & {"and", "but"} or is_negated(tree, first) or tree.form(k).endswith("ing"):
            return []
        if tree.words[k].upos not in {"VERB", "AUX"} or not self._goes_on(first, k) or self._quote_ends(first, k):
            return []
        helping = [] if tree.children(k, *_AUX) or first != tree.words[k].head else tree.children(first, *_AUX)
        return [n for n in (*tree.inside(phrase(tree, subjects[0])), *helping) if n in self.inside]

    def _goes_on(self, first: int, k: int) -> bool:
        """Whether "and" stands right before `k`, but for what belongs to it, and both have the form of one tense."""
        tree, between = self.tree, k - 1
        while tree.words[between].head == k and tree.words[between].deprel in {"advmod", *_AUX}:
            between -= 1
        bent = [bool(tree.children(n, *_AUX)) or tree.form(n) != self.telling.lemma_at(n) for n in (first, k)]
        helped = bool(tree.children(first, *_AUX))
        return tree.words[between].deprel == "cc" and (helped or bent[0] == bent[1])

    def _quote_ends(self, first: int, k: int) -> bool:
        """Whether a quotation ends between the two: said “it will be shown”, and hinted that …."""
        between = [self.tree.form(n) for n in range(first, k)]
        # "’" may be a genitive.
        return sum(form in _CLOSING - {"’"} for form in between) > sum(form in _OPENING - {"‘"} for form in between)

    def _joined_to(self, k: int) -> int:
        """The predicate that `k` is joined to; of "agreed to change it and hinted" the tree names the wrong one."""
        first = self.tree.words[k].head
        while self._is_infinitive(first) and self.tree.form(k).endswith("ed") and self.tree.words[first].head >= 0:
            above = self.tree.words[first].head
            if above not in self.inside:
                break
            first = above
        return first

    def _is_added(self, k: int) -> bool:
        tree = self.tree
        marks = {tree.form(c) for c in tree.children(k, "mark")}
        begins = tree.below(k)[0]
        behind_comma = (begins > 0 and tree.form(begins - 1) == ",") or tree.form(begins) == ","
        if marks & _PAST:
            return not self.is_direct and self._has_subject(k) and self._is_past(k)
        if marks & _CONCEDING:
            return self._has_subject(k) and (behind_comma or "while" not in marks)
        loose = tree.form(k).endswith("ing") and not tree.children(k, "aux", "case", *_SUBJECTS)
        return loose and not marks and behind_comma and k > tree.words[k].head and tree.form(k) not in _IDLE

    def _is_related(self, k: int) -> bool:
        """Whether it says what was done by one who is named, or by what happened: "a blast that shook the mill"."""
        tree, noun = self.tree, self.tree.words[k].head
        if self.is_direct or not any(tree.form(c) in RELATIVES for c in tree.children(k, *_SUBJECTS)):
            return False
        known = tree.words[noun].upos == "PROPN" or (tree.words[noun].upos == "NOUN" and is_deed(self.telling, noun))
        return known and k > noun and self._is_past(k) and not is_negated(tree, k) and self._stands(noun)

    def _is_past(self, k: int) -> bool:
        """Whether the verb, or what helps it, has a past form."""
        tree = self.tree
        helping = {tree.form(c) for c in tree.children(k, *_AUX, "cop")}
        if helping:
            return bool(helping & {"had", "was", "were", "did"})
        form = tree.form(k)
        return tree.words[k].upos == "VERB" and form != self.telling.lemma_at(k) and form[-1] not in "gs"

    def _is_added_by_with(self, k: int) -> bool:
        tree, noun = self.tree, self.tree.words[k].head
        if "with" not in cases(tree, noun) or tree.words[noun].head not in self.inside:
            return False
        begins = min(c for c in tree.children(noun, "case", "mark") if tree.form(c) == "with")
        comma = begins > 0 and tree.form(begins - 1) == ","
        due = self._is_infinitive(k) or tree.form(k).endswith("ing")
        return comma and due and self._stands(noun)

    def _stands(self, k: int) -> bool:
        """Whether nothing above puts it under a condition, in a relative clause, or below a negation."""
        tree = self.tree
        for _ in range(_DEEPEST):
            word = tree.words[k]
            if word.head not in self.inside:
                return True
            marks = {tree.form(c) for c in tree.children(k, "mark")}
            loose = word.deprel == "advcl" and (not marks or bool(marks & (_CONCEDING | _PAST)))
            if word.deprel not in _FIRM and not loose and not (word.deprel in _BELOW_NOUN and word.upos != "VERB"):
                return False
            if word.deprel in {"ccomp", "xcomp"} and is_negated(tree, word.head):
                return False
            k = word.head
        return False


def _bare(tree: Tree, root: int, indices: Sequence[int]) -> list[int]:
    """A clause without "and that", "although" or "with" before it."""
    marks = {c for c in tree.children(root, "mark") if tree.form(c) in _CONCEDING | _PAST | {"that"}}
    drop = marks | {c for c in tree.children(root, "cc", "punct", "case") if c < root}
    begins = next((place for place, k in enumerate(indices) if k not in drop), 0)
    return _balanced(tree, indices[begins:])


def _balanced(tree: Tree, indices: Sequence[int]) -> list[int]:
    """Without marks of quotation at the ends that are closed or opened elsewhere."""
    kept = list(indices)
    while kept and tree.words[kept[0]].upos in {"PUNCT", "CCONJ"} and not _is_paired(tree, kept, kept[0]):
        kept.pop(0)
    while kept and tree.words[kept[-1]].upos in {"PUNCT", "CCONJ"} and not _is_paired(tree, kept, kept[-1]):
        kept.pop()
    return kept


def _is_paired(tree: Tree, indices: Sequence[int], mark: int) -> bool:
    form = tree.form(mark)
    forms = [tree.form(k) for k in indices]
    if form in "()[]":
        return forms.count("(") + forms.count("[") == forms.count(")") + forms.count("]")
    if form in _OPENING or form in _CLOSING:
        return sum(f in _OPENING for f in forms) == sum(f in _CLOSING for f in forms)
    return form in {'"', "'"} and forms.count(form) % 2 == 0
