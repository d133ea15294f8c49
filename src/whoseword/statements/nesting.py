"""Statements inside statements: "the ministry said that the two valleys had agreed to share the plough".

In: the content of a statement and the trees. Out: the relations that are told inside it, to any depth. The reader is
flat, so these come from the grammar: a cue of the lexicon with a subject and a complement of its own.

>>> [tree.text[slice(*d.relation.cue[0])] for d in nested(tree, content, load_lexicon())]
['agreed']
"""

from __future__ import annotations

from collections.abc import Sequence

from whoseword.lexicon import Cue, Lexicon
from whoseword.model import Relation, Span
from whoseword.statements.clauses import TOLD, Draft, can_tell, cue_at
from whoseword.statements.trees import BE, Tree

# What a nested relation is worth: parses are right for about 85 of 100 words, and a nested statement needs several.
CONFIDENCE = 0.6
_SUPPOSING = frozenset({"if", "unless", "until", "whether"})
_CAN = frozenset({"can", "could", "ca"})
_NOT = frozenset({"not", "n't", "n’t"})
_PAST = frozenset({"said", "told", "made", "wrote", "gave"})
PARTED = 6  # words of a cue that others part: "made it very clear"
FAR = 12  # words between a cue and its "that": "had told people at a meeting of ministers in Velland that"
_OBJECT_CASES = frozenset({"to", "for", "with", "of", "against"})
# Acts whose object alone is a content ("denied the report", "demanded an answer"); "said a word" is none.
NOMINAL_ACTS = frozenset({"agreement", "demand", "denial", "promise", "no-comment"})
# "We agreed to wait", "we told them" are told of by one of us; "I say", "you say" inside a quotation are its own voice.
_SPEAKER = frozenset({"i", "we"})


def nested(tree: Tree, content: Sequence[Span], lexicon: Lexicon) -> list[Draft]:
    """The relations told inside these words, in text order."""
    inside = {k for span in content for k in tree.inside(span)}
    drafts = []
    for k in sorted(inside):
        if tree.words[k].upos != "VERB":
            continue
        found = cue_at(tree, k, lexicon) or _parted_cue(tree, k, lexicon)
        if found is None or found[0].act not in TOLD or not inside.issuperset(found[1]) or _is_supposed(tree, k):
            continue
        relation = _ahead(tree, k, found, inside, lexicon) or _relation(tree, k, found, inside, lexicon)
        if relation:
            drafts.append(Draft(relation, rule="nesting:subject-and-complement"))
    return drafts


def _parted_cue(tree: Tree, k: int, lexicon: Lexicon) -> tuple[Cue, list[int]] | None:
    """A cue of two words with others between them: "made it very clear"."""
    for last in range(k + 2, min(k + PARTED, tree.sentence_end(k))):
        between = [tree.words[n].upos in {"PRON", "ADV"} for n in range(k + 1, last)]
        known = lexicon.cue(f"{tree.form(k)} {tree.form(last)}") if all(between) else None
        if known and tree.words[last].upos == "ADJ":
            return known, list(range(k, last + 1))
    return None


def _is_supposed(tree: Tree, verb: int) -> bool:
    """Whether the telling is only supposed, or cannot be: "if they agree", "they cannot agree"."""
    marks = {tree.form(c) for c in tree.children(verb, "mark", "advmod")}
    helpers = {tree.form(c) for c in tree.children(verb, "aux")}
    return bool(marks & _SUPPOSING) or bool(helpers & _CAN and marks & _NOT) or "cannot" in helpers


def _ahead(tree: Tree, verb: int, found: tuple[Cue, list[int]], inside: set[int], lexicon: Lexicon) -> Relation | None:
    """What is told follows behind a comma: "As the mayor has made clear, the town will leave"."""
    end = min(tree.sentence_end(verb), max(inside) + 1)
    comma, subject = found[1][-1] + 1, _subject(tree, verb)
    if subject is None or subject not in inside or comma + 1 >= end or tree.form(comma) != ",":
        return None
    source = tree.unbroken(_phrase(tree, subject, inside, verb), subject)
    before = source[0] - 1
    if before < 0 or tree.form(before) != "as" or not (before - 1 not in inside or _ends(tree, before - 1)):
        return None
    if not can_tell(tree, subject, lexicon) and tree.words[subject].upos != "NOUN":
        return None
    content = tree.span(range(comma + 1, end))
    return Relation((tree.span(source),), (tree.span(found[1]),), (content,), (), CONFIDENCE)


def _ends(tree: Tree, k: int) -> bool:
    return tree.words[k].upos == "PUNCT" or tree.sentence_end(k) == k + 1


def _relation(
    tree: Tree, verb: int, found: tuple[Cue, list[int]], inside: set[int], lexicon: Lexicon
) -> Relation | None:
    subject = _subject(tree, verb)
    if subject is None or subject not in inside or subject > verb:
        return None
    # A thing, or "it", tells nothing; a noun that no word list knows may well ("the two valleys agreed to share").
    known = can_tell(tree, subject, lexicon)
    if not known and tree.words[subject].upos != "NOUN":
        return None
    own = tree.form(subject) in _SPEAKER and found[0].act not in NOMINAL_ACTS and not _is_past(tree, verb)
    if tree.form(subject) == "you" or own:
        return None
    content = _complement(tree, verb, found, inside, nominal=known)
    if content is None:
        return None
    source = tree.span(tree.unbroken(_phrase(tree, subject, inside, verb), subject))
    return Relation((source,), (tree.span(found[1]),), (content,), (), CONFIDENCE)


def _subject(tree: Tree, verb: int) -> int | None:
    """The word that does the telling: the verb's own subject, or that of the verb it is joined to."""
    own = tree.children(verb, "nsubj")
    if own:
        return None if _is_passive(tree, verb) else own[0]
    word = tree.words[verb]
    # Only upwards to what stands before: a tree that the reader got wrong may go in circles.
    return _subject(tree, word.head) if word.deprel == "conj" and 0 <= word.head < verb else None


def _is_passive(tree: Tree, verb: int) -> bool:
    """Whether a form of "be" stands right before a participle: "was told", not "was telling", not "has told"."""
    be = [c for c in tree.children(verb, "aux") if tree.form(c) in BE and c < verb]
    between = range(be[-1] + 1, verb) if be else range(0)
    return bool(be) and not tree.form(verb).endswith("ing") and all(tree.words[k].upos == "ADV" for k in between)


def _is_past(tree: Tree, verb: int) -> bool:
    return tree.form(verb).endswith("ed") or tree.form(verb) in _PAST


def _phrase(tree: Tree, head: int, inside: set[int], verb: int) -> list[int]:
    return [k for k in tree.below(head, leave_out={"acl", "parataxis"}) if k in inside and k < verb]


def _complement(tree: Tree, verb: int, found: tuple[Cue, list[int]], inside: set[int], *, nominal: bool) -> Span | None:
    last = found[1][-1]
    clause = _after_that(tree, last, inside)
    if clause is not None:
        return tree.span(_to_the_end(tree, verb, clause, inside))
    # "said he would go", "agreed to go"; but "continued to go" and "allowed it to go" tell nothing.
    clauses = ("ccomp", "xcomp") if found[0].act in NOMINAL_ACTS else ("ccomp",)
    heads = [c for c in tree.children(verb, *clauses) if c in inside and c > verb]
    heads = [c for c in heads if tree.words[c].deprel == "xcomp" or tree.children(c, "nsubj", "expl")]
    if not heads and nominal and found[0].act in NOMINAL_ACTS:
        heads = [c for c in tree.children(verb, "obj", "obl") if c in inside and c > last and _is_object(tree, c)]
    if not heads:
        return None
    words = [k for k in tree.below(heads[0]) if k in inside and k > last]
    if not words:
        return None
    run = tree.unbroken(words, heads[0] if heads[0] in words else words[0])
    return tree.span(_while_infinitive(tree, heads[0], run))


def _after_that(tree: Tree, last: int, inside: set[int]) -> int | None:
    """The "that" of a clause that follows the cue, near or less near: "agreed on Wednesday that …"."""
    for k in range(last + 1, min(last + 1 + FAR, len(tree.words) - 1)):
        if k not in inside or tree.words[k].upos in {"VERB", "AUX", "PUNCT"}:
            return None
        if tree.form(k) == "that" and tree.words[k].upos == "SCONJ" and k + 1 in inside:
            return k
    return None


def _is_object(tree: Tree, k: int) -> bool:
    """Whether this is what is agreed or refused, not when or where: an object, or one behind "to" and the like."""
    cases = [tree.form(c) for c in tree.children(k, "case")]
    return tree.words[k].deprel == "obj" or bool(_OBJECT_CASES.intersection(cases))


def _while_infinitive(tree: Tree, head: int, run: list[int]) -> list[int]:
    """Cuts "to change the role and hinted at a withdrawal" before the verb that is no infinitive."""
    if not any(tree.form(c) == "to" for c in tree.children(head, "mark")):
        return run
    for k in run:
        finite = tree.words[k].deprel == "conj" and tree.words[k].upos == "VERB" and tree.form(k).endswith("ed")
        if finite and k > head:
            joint = min([c for c in tree.children(k, "cc") if c < k], default=k)
            return [n for n in run if n < joint]
    return run


def _to_the_end(tree: Tree, verb: int, first: int, inside: set[int]) -> list[int]:
    """A clause with "that" runs to the end of the content, or to what is joined to the telling verb itself."""
    above, k = {verb}, tree.words[verb].head
    while k >= 0 and k not in above:
        above.add(k)
        k = tree.words[k].head
    run = [k for k in tree.unbroken(inside, first) if k >= first and k < tree.sentence_end(first)]
    for k in run:
        beside = tree.words[k].head in above and tree.words[k].deprel in {"conj", "advcl", "parataxis"}
        # What begins with "that" itself is the clause, whatever the tree calls it.
        if beside and min(tree.below(k)) > first:
            return [n for n in run if n < min(tree.below(k))]
    return run
