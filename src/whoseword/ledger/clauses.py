"""The words that tell one event: its clause as a short sentence, who or what it is said of first.

In: the tree of a report and the place of a predicate. Out: the report's words without what joins them to the rest, what
stands before the subject, clauses that say more of a noun, and the words of the one who tells it. Of "the raid that
closed the pier" the noun is the subject; words are left out, none is put in but a name for its pronoun.

>>> clause(tree, record.events[0].predicate)
'the guild closed the lock'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from whoseword.model import Span
from whoseword.statements.predicates import RELATIVES, cases, subject_of
from whoseword.statements.trees import Tree

MOST = 170  # letters: one line of a list
_UP = 4
_LEAST = 4  # words; a noun with fewer says too little without the clause that it stands in
_OUTSIDE_SUBJECT = frozenset({"acl", "parataxis", "advcl", "appos", "ccomp"})
_OUTSIDE = frozenset({"parataxis", "cc"})
_CLAUSES = frozenset({"root", "ccomp", "xcomp", "advcl", "conj", "parataxis", "csubj", "acl"})
_BEFORE_VERB = frozenset({"aux", "cop", "advmod", "expl", "mark"})
_KEPT = frozenset({"to", "of"})
_LOOSE = frozenset({"PUNCT", "CCONJ", "SCONJ"})
_SINGLE = re.compile(r"(?<!\w)'|(?<!s)'(?!\w)")
_PAIRS = (("“", "”"), ("‘", "’"), ("(", ")"), ("[", "]"))
_OPENERS = frozenset({"since", "when", "while", "as", "because", "although", "though", "who", "which", "where"})


def clause(
    tree: Tree,
    predicate: Span,
    called: Mapping[Span, str] | None = None,
    most: int = MOST,
    *,
    who: Span | None = None,
) -> str:
    """The clause of a predicate, cut after `most` letters.

    `called` has the name behind a pronoun, by its span; `who` is told where the tree has lost the subject.
    """
    inside = tree.inside(predicate)
    if not inside:
        return on_one_line(tree.text[slice(*predicate)], most)
    k = _told_in(tree, inside[-1])
    subject = _subject(tree, k)
    told = _predicate(tree, k, subject)
    said = _subject_words(tree, subject, k, called or {})
    if not said and who is not None and tree.words[k].upos == "VERB":
        said = [tree.text[slice(*who)]]
    words = " ".join([*said, *_pieces(tree, told)])
    return on_one_line(_bare(words), most)


def on_one_line(words: str, most: int = MOST) -> str:
    """Words on one line, cut between two of them where they are more than `most` letters."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"


def _told_in(tree: Tree, k: int) -> int:
    """The predicate whose clause tells the event: of an infinitive or a bare noun the one above it."""
    seen: set[int] = set()
    while k not in seen and 0 <= tree.words[k].head < len(tree.words):
        seen.add(k)
        word = tree.words[k]
        to = any(tree.form(c) == "to" for c in tree.children(k, "mark")) and not tree.children(k, "nsubj")
        if word.upos in {"VERB", "AUX"} or tree.children(k, "cop"):
            if not (to or (word.deprel == "xcomp" and not tree.children(k, "aux"))):
                return k
        elif len(tree.below(k, leave_out=_OUTSIDE_SUBJECT)) >= _LEAST or word.deprel == "root":
            return k
        k = word.head
    return k


def _subject(tree: Tree, k: int) -> int | None:
    """Who or what the clause is said of; of a participle behind its noun that noun; of a noun nobody."""
    if tree.words[k].upos == "NOUN" and not tree.children(k, "cop"):
        return None
    found = subject_of(tree, k)
    word = tree.words[k]
    behind = word.deprel == "acl" and 0 <= word.head < k
    if behind and (found is None or tree.form(found) in RELATIVES):
        return word.head
    if found is not None and tree.form(found) in RELATIVES:
        return _noun_before(tree, found)
    return found


def _noun_before(tree: Tree, relative: int) -> int:
    """The noun right before "who", where the tree has tied its clause to another word."""
    k = relative - 1
    while k > tree.sentence_start(relative) and tree.words[k].upos == "PUNCT":
        k -= 1
    for _ in range(_UP):
        if tree.words[k].deprel not in {"flat", "compound", "nmod", "appos"} or not 0 <= tree.words[k].head < relative:
            break
        k = tree.words[k].head
    return k if tree.words[k].upos in {"NOUN", "PROPN"} else relative


def _subject_words(tree: Tree, subject: int | None, k: int, called: Mapping[Span, str]) -> list[str]:
    """The noun phrase, without the clause that it is the subject of, or the name behind a pronoun."""
    if subject is None or subject > k:
        return []
    if tree.words[subject].span in called:
        return [called[tree.words[subject].span]]
    clauses = {n for c in tree.children(subject) if tree.words[c].deprel in _OUTSIDE_SUBJECT for n in tree.below(c)}
    own = set(tree.below(k)) if k in tree.below(subject) else set()
    kept = [n for n in tree.below(subject, leave_out=_OUTSIDE_SUBJECT) if n not in own and n not in clauses]
    while len(kept) > 1 and tree.words[kept[0]].deprel in {"case", "mark", "cc"} and kept[0] < subject:
        kept.pop(0)
    return _pieces(tree, tree.unbroken(kept, subject))


def _predicate(tree: Tree, k: int, subject: int | None) -> list[int]:
    """The verb with its helpers and all behind it that belongs to it; a subject behind it stays where it is."""
    subject = subject if subject is None or subject < k else None
    out: set[int] = set()
    for c in tree.children(k):
        word = tree.words[c]
        helps = word.deprel in _BEFORE_VERB and (subject is None or subject < c)
        joins = word.deprel == "mark" and (subject is None or c < subject or tree.form(c) not in _KEPT)
        fronted = c < k and subject is not None and not helps
        if c == subject or joins or fronted or word.deprel in _OUTSIDE or (c > k and _is_another(tree, c)):
            out.update(tree.below(c))
    if subject is not None and k not in tree.below(subject):
        out.update(tree.below(subject))
    kept = [n for n in tree.below(k) if n not in out]
    while kept and kept[0] < k and (tree.words[kept[0]].upos in _LOOSE or tree.words[kept[0]].deprel == "case"):
        kept.pop(0)
    while kept and kept[-1] > k and tree.words[kept[-1]].deprel == "punct":
        kept.pop()
    return kept


def _is_another(tree: Tree, c: int) -> bool:
    """Whether what hangs behind the verb is told for itself: a further clause, or on whose word it stands."""
    word = tree.words[c]
    if word.deprel in {"conj", "advcl"}:
        marks = {tree.form(n) for n in tree.children(c, "mark", "advmod")}
        return bool(tree.children(c, "nsubj")) or bool(marks & _OPENERS)
    return word.deprel == "obl" and "according" in cases(tree, c)


def _pieces(tree: Tree, indices: Iterable[int]) -> list[str]:
    """The words at these places, neighbours as they stand in the text; no piece begins or ends in a comma."""
    runs: list[list[int]] = []
    for n in sorted(indices):
        if runs and runs[-1][-1] + 1 == n:
            runs[-1].append(n)
        else:
            runs.append([n])
    pieces = [tree.text[tree.words[run[0]].span[0] : tree.words[run[-1]].span[1]] for run in runs]
    return [piece for piece in (piece.strip(" ,;:–—") for piece in pieces) if piece]


def _bare(words: str) -> str:
    """Without marks that have lost their other half, and without those around the whole."""
    for opening, closing in _PAIRS:
        if words.count(opening) != words.count(closing) and not (closing == "’" and "’" in words):
            words = words.replace(opening, "").replace(closing, "")
        if opening == "‘" and "’" in words and "‘" not in words and words.endswith("’"):
            words = words.removesuffix("’")
    if len(_SINGLE.findall(words)) % 2:
        words = _SINGLE.sub("", words)
    if words.count('"') % 2:
        words = words.replace('"', "")
    return words.strip(" ,;:.–—")
