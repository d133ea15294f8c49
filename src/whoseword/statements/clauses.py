"""Relations whose borders the grammar of the sentence sets right, or that hold two acts of telling.

In: one relation as the reader found it. Out: the one or more relations that its sentence says, each with the rule that
made it. Only the dependency tree and the cue lexicon are asked.

>>> [made.rule for made in split(tree, relation, load_lexicon())]
['reader:roles', 'clauses:second-predicate']
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from whoseword.lexicon import Cue, Lexicon
from whoseword.model import Relation, Span
from whoseword.statements.trees import BE, Tree

# "have been calling for a withdrawal since the killing": when it happened, not what was called for.
TIME_MARKS = frozenset({"since", "after", "before", "during", "until", "following", "amid", "ahead"})
PEOPLE = frozenset("i we you he she they who both all some many others everyone everybody nobody".split())
# What is done by telling. Attitudes (wants, believes) are seldom told of at second hand, and questions tell nothing.
TOLD = frozenset({"statement", "denial", "no-comment", "demand", "promise", "agreement", "prediction"})
TRAILING = frozenset({"acl", "parataxis", "appos", "nmod", "punct"})
LONGEST_CUE = 5  # words of the longest cue in the lexicon that is looked for in the text


@dataclass(frozen=True, slots=True)
class Draft:
    """A relation on its way to a statement. `owner` is whose document the source is, where the sentence says so."""

    relation: Relation
    rule: str
    owner: Span | None = None


def split(tree: Tree, relation: Relation, lexicon: Lexicon) -> list[Draft]:
    """What one relation of the reader says, act of telling by act of telling."""
    draft = _document_that_says(tree, relation, lexicon) or Draft(relation, rule="reader:roles")
    drafts = list(_by_predicate(tree, draft, lexicon))
    return [replace(d, relation=_without_time(tree, d.relation)) for d in drafts]


def cue_at(tree: Tree, first: int, lexicon: Lexicon) -> tuple[Cue, list[int]] | None:
    """The longest cue of the lexicon that begins with this word, and its words."""
    last = min(first + LONGEST_CUE, tree.sentence_end(first))
    for end in range(last, first, -1):
        known = lexicon.cue(" ".join(tree.form(k) for k in range(first, end)))
        if known:
            return known, list(range(first, end))
    return None


def _document_that_says(tree: Tree, relation: Relation, lexicon: Lexicon) -> Draft | None:
    """The letter says it, and it is that of the ministry: "The ministry put out a letter that said …"."""
    if not relation.cue or not relation.content or relation.content[0][0] < relation.cue[-1][1]:
        return None
    words = tree.inside((relation.cue[0][0], relation.content[0][1]))
    for place in range(1, len(words) - 2):
        if tree.form(words[place]) not in {"that", "which"}:
            continue
        verb = next((k for k in words[place + 1 :] if tree.words[k].upos not in {"AUX", "ADV"}), words[-1])
        found = cue_at(tree, verb, lexicon) if tree.words[verb].upos == "VERB" else None
        noun = _document_before(tree, words[:place], lexicon)
        if found is None or noun is None or found[1][-1] >= words[-1]:
            return None
        content = (tree.words[found[1][-1] + 1].span[0], relation.content[0][1])
        cue = (tree.span(found[1]),)
        changed = replace(relation, source=(noun,), cue=cue, content=(content, *relation.content[1:]), recipient=())
        owner = relation.source[0] if relation.source else None
        return Draft(changed, rule="clauses:document-that-says", owner=owner)
    return None


def _document_before(tree: Tree, words: list[int], lexicon: Lexicon) -> Span | None:
    """The noun phrase of a document among the words behind a verb, determiner included: "a statement on the talks"."""
    for place, k in enumerate(words):
        if place and tree.words[k].upos in {"DET", "ADJ", "NOUN", "PROPN", "NUM"}:
            span = tree.span(words[place:])
            return span if lexicon.document(tree.text[slice(*span)]) else None
    return None


def _by_predicate(tree: Tree, draft: Draft, lexicon: Lexicon) -> Iterator[Draft]:
    """Cuts a content before a second telling verb that shares the subject: "said X and hinted at Y"."""
    relation = draft.relation
    verbs = {k for span in relation.cue for k in tree.inside(span)}
    for number, content in enumerate(relation.content):
        for k in tree.inside(content)[1:]:
            word = tree.words[k]
            if word.deprel != "conj" or word.upos != "VERB" or tree.children(k, "nsubj"):
                continue
            if word.head not in verbs and not _is_beyond(tree, word.head, lexicon):
                continue
            found = None if _is_done_to(tree, k) else cue_at(tree, k, lexicon)
            if found is None or found[0].act not in TOLD or tree.words[found[1][-1]].span[1] >= content[1]:
                continue
            if tree.form(k).endswith("ing") and not any(tree.form(v).endswith("ing") for v in verbs):
                continue
            joint = min([c for c in tree.children(k, "cc", "punct", "advmod", "aux") if c < k], default=k)
            before = (content[0], _trimmed(tree.text, content[0], tree.words[joint].span[0]))
            after = (_started(tree, found[1][-1] + 1), content[1])
            yield replace(draft, relation=replace(relation, content=(*relation.content[:number], before)))
            second = replace(relation, cue=(tree.span(found[1]),), content=(after,), recipient=())
            yield from _by_predicate(tree, replace(draft, relation=second, rule="clauses:second-predicate"), lexicon)
            return
    yield draft


def _is_done_to(tree: Tree, verb: int) -> bool:
    """Whether a form of "be" makes it a passive: "will be answered by" tells nothing."""
    return any(tree.form(c) in BE for c in tree.children(verb, "aux"))


def _is_beyond(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Whether this verb's subject tells nothing: in "troops might be moved and left open …" the troops do not."""
    subjects = tree.children(verb, "nsubj")
    return bool(subjects) and not can_tell(tree, subjects[0], lexicon)


def can_tell(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    """Whether the noun phrase of `head` is one that tells: a name, a pronoun for people, a known kind of source."""
    if tree.words[head].upos == "PRON":
        return tree.form(head) in PEOPLE
    if tree.words[head].upos == "PROPN":
        return True
    words = tree.text[slice(*tree.span(tree.unbroken(tree.below(head, leave_out=TRAILING), head)))]
    return lexicon.is_unnamed(words) or lexicon.document(words) is not None


def _without_time(tree: Tree, relation: Relation) -> Relation:
    """Takes off the end of a nominal content what only tells when the telling was done."""
    if len(relation.content) != 1 or not relation.cue or relation.content[0][0] < relation.cue[-1][1]:
        return relation
    verbs = {k for span in relation.cue for k in tree.inside(span)}
    words = tree.inside(relation.content[0])
    for k in words[1:]:
        marks = [c for c in tree.children(k, "case", "mark") if tree.form(c) in TIME_MARKS and c in words[1:]]
        if not marks or tree.words[k].head not in verbs:
            continue
        if any(tree.words[n].upos in {"VERB", "AUX"} for n in words if n < marks[0]):
            continue
        end = _trimmed(tree.text, relation.content[0][0], tree.words[marks[0]].span[0])
        return replace(relation, content=((relation.content[0][0], end),))
    return relation


def _started(tree: Tree, k: int) -> int:
    """Where the word `k` begins, or the next one where `k` is a comma or the like."""
    while k + 1 < len(tree.words) and tree.form(k) in {",", ";", ":"}:
        k += 1
    return tree.words[k].span[0]


def _trimmed(text: str, start: int, end: int) -> int:
    """The end of `text[start:end]` without the blanks, commas and conjunctions that stand there."""
    return start + len(text[start:end].rstrip(" \t\r\n\u00a0,;–—-"))
