"""Relations whose spans were cut in the wrong place -> the same with the borders that the words at the place show.

In: one relation as the reader found it. Out: a Draft with the rule that moved a border, or None where none was moved.
Each rule reads plain words and marks, so that it holds whatever the trees say.

>>> moved(tree, relation).relation.source  # "The Bell quotes harbour hands as saying the crates were wet"
((16, 29),)
"""

from __future__ import annotations

import re
from dataclasses import replace

from whoseword.model import Relation, Span
from whoseword.statements.clauses import Draft
from whoseword.statements.trees import Tree

_QUOTES = frozenset({"quote", "quotes", "quoted", "quoting"})
_AS_SAYING = re.compile(
    r"\bas\s+(saying|telling|writing|stating|warning|adding|insisting)\b(?:\s+that\b)?[:,]?\s*", re.IGNORECASE
)
_DECLINED = re.compile(r"((?:\w+\s+){0,3}(?:declin|refus)(?:e|es|ed|ing))\s+(to\s+\w+)", re.IGNORECASE)
_FARTHEST = 120  # characters between "quotes" and "as saying"
_ACCORDING = re.compile(r"according\s+to\b\s*", re.IGNORECASE)
# What follows a quotation behind a dash is the writer's again: "“It is foul” – a harsh word for a small leak".
_COMMENT = re.compile(r"[”\"]\s*(?:[–—]|--?\s)\s*(?:an?|the|words|language|this|one)\s", re.IGNORECASE)
_OPENING = ("“", '"')
# ", but that splinters went through a crowd" is still what is reported.
_GOES_ON = re.compile(r",?\s+(?:and|but)\s+that\s+")
_STOP = re.compile(r"[.!?](?=\s|$|[”\"])|[\n\r]|[“\"”]")


def moved(tree: Tree, relation: Relation) -> Draft | None:
    """The relation with its borders set right, or None where nothing is wrong with them."""
    for rule in (
        _infinitive_in_cue,
        _speaker_before,
        _quoted_as_saying,
        _long_according_to,
        _comment_behind,
        _clause_goes_on,
    ):
        draft = rule(tree, relation)
        if draft:
            return draft
    return None


def _infinitive_in_cue(tree: Tree, relation: Relation) -> Draft | None:
    """Of "declined to comment on" one word is the cue; what is declined is the content."""
    found = _DECLINED.match(tree.text, *relation.cue[0]) if len(relation.cue) == 1 else None
    if found is None:
        return None
    cue, start = (relation.cue[0][0], found.end(1)), found.start(2)
    behind = [b for a, b in relation.content if a >= relation.cue[0][1]]
    before = tuple(span for span in relation.content if span[1] <= relation.cue[0][0])
    content = (*before, (start, max([relation.cue[0][1], *behind])))
    return Draft(replace(relation, cue=(cue,), content=content), rule="borders:infinitive-in-cue")


def _speaker_before(tree: Tree, relation: Relation) -> Draft | None:
    """Source and content are the wrong way round: "A clerk close to the talks said Orme stressed the need to pay".

    A bare noun phrase before the word of telling, and a subject with a verb of its own behind it, are the speaker and
    what is told.
    """
    if len(relation.content) != 1 or len(relation.source) != 1 or len(relation.cue) != 1:
        return None
    told, cue, source = relation.content[0], relation.cue[0], relation.source[0]
    if not (told[1] <= cue[0] and cue[1] <= source[0]) or tree.text[cue[1] : source[0]].strip():
        return None
    words, verb = tree.inside(told), tree.inside(cue)
    if not words or not verb or any(tree.words[k].upos in {"VERB", "AUX", "PUNCT"} for k in words):
        return None
    if tree.words[words[0]].upos not in {"DET", "PROPN", "NOUN", "ADJ", "NUM"}:
        return None
    end = tree.sentence_end(verb[-1])
    behind = [k for k in range(verb[-1] + 1, end) if tree.words[k].span[0] >= source[1]]
    if not behind or tree.words[behind[0]].upos not in {"VERB", "AUX"}:
        return None
    content = tree.span(k for k in range(verb[-1] + 1, end) if tree.form(k) not in {".", "!"})
    return Draft(replace(relation, source=(told,), content=(content,), recipient=()), rule="borders:speaker-before")


def _quoted_as_saying(tree: Tree, relation: Relation) -> Draft | None:
    """The one quoted tells it, through the one who quotes: "The Bell quotes a clerk as saying …"."""
    if not relation.cue or tree.text[slice(*relation.cue[0])].split(None, 1)[0].lower() not in _QUOTES:
        return None
    start = relation.cue[0][0] + len(tree.text[relation.cue[0][0] :].split(None, 1)[0])
    found = _AS_SAYING.search(tree.text, start, start + _FARTHEST)
    end = max((b for _, b in relation.content), default=0)
    if found is None or end <= found.end() or _STOP.search(tree.text, start, found.start()):
        return None
    source = _stripped(tree.text, (start, found.start()))
    if source is None:
        return None
    changed = replace(relation, source=(source,), cue=(found.span(1),), content=((found.end(), end),), recipient=())
    return Draft(changed, rule="borders:quoted-as-saying")


def _long_according_to(tree: Tree, relation: Relation) -> Draft | None:
    """Of "according to a statement issued by Quarrie" two words are the cue, whatever the reader took for it."""
    for number, cue in enumerate(relation.cue):
        found = _ACCORDING.match(tree.text, cue[0], cue[1])
        whose = _stripped(tree.text, (found.end(), cue[1])) if found else None
        if found is None or whose is None:
            continue
        near = [s for s in relation.source if not tree.text[whose[1] : s[0]].strip() and s[0] >= whose[1]]
        source = (whose[0], near[0][1]) if near else whose
        kept = (cue[0], cue[0] + len(found[0].rstrip()))
        cues = (*relation.cue[:number], kept, *relation.cue[number + 1 :])
        return Draft(replace(relation, cue=cues, source=(source,)), rule="borders:according-to")
    return None


def _comment_behind(tree: Tree, relation: Relation) -> Draft | None:
    """A content that opens with a mark ends where its quotation does, if the writer comments on it behind a dash."""
    for number, (start, end) in enumerate(relation.content):
        if not tree.text.startswith(_OPENING, start):
            continue
        found = _COMMENT.search(tree.text, start + 1, end)
        if found:
            contents = (*relation.content[:number], (start, found.start() + 1), *relation.content[number + 1 :])
            return Draft(replace(relation, content=contents), rule="borders:comment-behind-quotation")
    return None


def _clause_goes_on(tree: Tree, relation: Relation) -> Draft | None:
    """A that-clause that is told goes on with a second one: "that the mast fell, but that nobody was hurt"."""
    if len(relation.content) != 1 or not relation.cue or relation.content[0][0] < relation.cue[-1][1]:
        return None
    start, end = relation.content[0]
    if not tree.text[start:end].lower().startswith("that "):
        return None
    found = _GOES_ON.match(tree.text, end)
    stop = _STOP.search(tree.text, found.end()) if found else None
    if stop is None:
        return None
    return Draft(replace(relation, content=((start, stop.start()),)), rule="borders:clause-goes-on")


def _stripped(text: str, span: Span) -> Span | None:
    """The span without the blanks and commas at its ends; None where nothing is left."""
    words = text[slice(*span)]
    bare = words.strip(" \t\n\r\u00a0,")
    start = span[0] + words.find(bare) if bare else 0
    return (start, start + len(bare)) if bare else None
