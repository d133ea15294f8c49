"""Where a report says that it keeps a name back, and why: "who spoke on condition of anonymity because …".

In: the trees and statements of one report. Out: a `Grant` for each such place, with the words before it that tell whose
name it is; and the statements without those that the reader made of the granting itself: "asked not to be named" tells
no news.

>>> [tree.text[slice(*grant.span)] for grant in find_grants(tree, statements, load_lexicon())]
['who asked not to be named']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from whoseword.lexicon import Lexicon
from whoseword.model import Reading, Report, Span, Statement
from whoseword.statements.attribute import Attributed
from whoseword.statements.trees import Tree

# Beside the one it speaks of ("an aide who asked …", "an aide, speaking …, said"), in the sentence where this one tells
# something ("…, an aide said, speaking …"), or said of a subject in a sentence of its own.
Place = Literal["beside", "sentence", "subject"]

_VERBS = frozenset(
    # Not "be": "to be named" is no clause.
    "speak speaks spoke spoken speaking talk talks talked talking ask asks asked asking request requested requesting "
    "demand demanded demanding insist insisted insisting grant granted given decline declined declining refuse refused "
    "refusing want wants wanted wanting wish wishes wished wishing prefer preferred preferring was were is are being "
    "spoke".split()
)
# Between a subject and such a verb.
_BETWEEN = frozenset("also both all each has have had was were is are do does did not n't n’t only would later".split())
_RELATIVE = frozenset({"who", "whose", "whom"})
_PRONOUNS = frozenset({"he", "she", "they", "all", "both", "i", "we"})
# What goes on with the reason after a comma.
_REASONS = frozenset("citing fearing because as since given due out for saying pending owing under to so".split())
_MARKS = frozenset(';:—–“”"()[]')
_TELLING = frozenset({"said", "says", "told", "added", "tells"})
# "Not authorized to" keeps no name back unless it is telling that is not allowed, and telling the press or the public.
_WEAK = re.compile(r"(?:n[o’']t\s+(?:authori[sz]ed|permitted|allowed)|unauthorized)\s+to$", re.IGNORECASE)
_TELL = re.compile(
    r"\s+(?:publicly\s+)?(?:speak|talk|comment|discuss|brief|disclose|be\s+(?:quoted|named|identified))\b"
)
_PRESS = re.compile(
    r"\b(?:publicly|public|openly|press|media|reporters?|journalists?|news\w*|outlets?|on the record|interviews?)\b"
)
_TO_OTHERS = re.compile(r"\s+(?:publicly\s+)?(?:speak|talk|comment|brief)\s+(?:to|with)\s+")
# "Asked not to be named in the lawsuit" is no wish for anonymity.
_NAMED = re.compile(r"(?:named|identified)$", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\s+(?:as\s+an?\b|as\s+the\b|(?:in|on)\s+(?!th(?:is|e) (?:story|article|report|piece)\b|print\b|public))"
)
# Words between the verb and those of the word list: "spoke about the exchange on condition of anonymity".
LONGEST_WAY = 12
LONGEST_SUBJECT = 14


@dataclass(frozen=True, slots=True)
class Grant:
    """`span`: from its first word to the end of the reason; `subject`: the words before it for whose name it is."""

    span: Span
    place: Place
    subject: Span | None


def find_grants(tree: Tree, statements: Sequence[Statement], lexicon: Lexicon) -> tuple[Grant, ...]:
    """All grants of one report in text order; none inside what somebody says word for word."""
    # A contraction is told from its verb, "wasn’t authorized", and so "not" may stand in both forms.
    phrases = "|".join(re.escape(p.words).replace(r"\ ", r"\s+") for p in lexicon.grants)
    pattern = re.compile(rf"(?:\b|(?<=\w)(?=n[’']t))(?:{phrases})\b".replace("not", "n(?:o|’|')t"), re.IGNORECASE)
    quoted = [span for s in statements if s.quote == "direct" for span in s.content]
    found: list[Grant] = []
    for match in pattern.finditer(tree.text):
        seen = found and match.start() < found[-1].span[1]
        if seen or any(a <= match.start() < b for a, b in quoted):
            continue
        words = _touched(tree, match.span())
        grant = _grant(tree, words, statements, lexicon) if words else None
        if grant and _keeps_back(tree, match, grant, lexicon):
            found.append(grant)
    return tuple(found)


def _touched(tree: Tree, span: Span) -> list[int]:
    """The words of `span`, a cut one at its start included: the "n’t" of "wasn’t" is a word."""
    inside = tree.inside((max(span[0] - 1, 0), span[1]))
    return [k for k in inside if tree.words[k].span[1] > span[0]]


def _grant(tree: Tree, phrase: Sequence[int], statements: Sequence[Statement], lexicon: Lexicon) -> Grant | None:
    begin = tree.sentence_start(phrase[0])
    verb_at = _verb(tree, begin, phrase)
    first, verb = _first(tree, begin, verb_at or phrase[0]), tree.form(verb_at or phrase[0])
    if tree.form(first) in _RELATIVE:
        place: Place = "beside"
        subject = _noun_before(tree, begin, first, statements, lexicon)
    elif verb in _VERBS and not verb.endswith("ing"):
        place, subject = "subject", _subject(tree, begin, first)
    else:
        subject = _noun_before(tree, begin, first, statements, lexicon)
        place = "beside" if subject else "sentence"
    if place != "sentence" and subject is None:
        return None
    return Grant((tree.words[first].span[0], _end(tree, first, phrase[-1], statements)), place, subject)


def _verb(tree: Tree, begin: int, phrase: Sequence[int]) -> int | None:
    """The verb of the grant: in the words of the word list, or before them in the same clause."""
    if found := [k for k in phrase if tree.form(k) in _VERBS]:
        return found[0]
    for k in range(phrase[0] - 1, max(begin, phrase[0] - LONGEST_WAY) - 1, -1):
        if tree.form(k) in _MARKS or tree.form(k) == ",":
            return None
        if tree.form(k) in _VERBS:
            return k
    return None


def _first(tree: Tree, begin: int, first: int) -> int:
    """The first word of the grant: before its verb all that stands between this and the subject, and "who"."""
    passed = _BETWEEN if tree.form(first) in _VERBS else {"on", "under", "the"}
    # "All spoke on condition of anonymity": the first word of a sentence is its subject.
    while first - 1 >= begin + (passed is _BETWEEN) and tree.form(first - 1) in passed:
        first -= 1
    if first > begin and tree.form(first - 1) in _RELATIVE:
        first -= 1
    return first


def _noun_before(tree: Tree, begin: int, first: int, statements: Sequence[Statement], lexicon: Lexicon) -> Span | None:
    """The source right before the grant, by the statements or by its own words; None where a verb or a name stands."""
    start = tree.words[first].span[0]
    for statement in statements:
        source = statement.source
        if source and source[0] < start and not tree.text[min(source[1], start) : start].strip(" ,"):
            return source
    last = first - 1
    while last >= begin and tree.form(last) == ",":
        last -= 1
    words: list[int] = []
    for k in range(last, max(begin, last - LONGEST_SUBJECT) - 1, -1):
        if tree.words[k].upos in {"VERB", "AUX", "PUNCT"} or tree.form(k) in _TELLING:
            break
        words.insert(0, k)
    while words and tree.words[words[0]].upos in {"ADP", "CCONJ", "SCONJ", "ADV"}:
        words.pop(0)
    span = tree.span(words) if words else None
    return span if span and lexicon.is_unnamed(tree.text[slice(*span)]) else None


def _subject(tree: Tree, begin: int, first: int) -> Span | None:
    """From the beginning of the sentence to its first verb: "These people and others who know it spoke on …"."""
    words = []
    for k in range(begin, first):
        if tree.words[k].upos in {"VERB", "AUX"} or tree.form(k) in _VERBS | _RELATIVE | {","}:
            break
        words.append(k)
    while words and tree.words[words[0]].upos in {"PUNCT", "CCONJ"}:
        words.pop(0)
    return tree.span(words) if words else None


def _end(tree: Tree, first: int, last: int, statements: Sequence[Statement]) -> int:
    """The end of the reason: of the sentence, or where the sentence goes on to what is told."""
    start = tree.words[first].span[0]
    cues = {cue[0] for s in statements if s.source and s.source[0] < start for cue in s.cue}
    kept = list(range(first, last + 1))
    for k in range(last + 1, tree.sentence_end(last)):
        form = tree.form(k)
        goes_on = k + 1 < len(tree.words) and tree.form(k + 1) in _REASONS
        after_subject = tree.form(k - 1) in _PRONOUNS
        if form in _MARKS or (form == "," and not goes_on) or (form == "that" and k == last + 1):
            break
        reason = k > 0 and tree.form(k - 1) == "," and form in _REASONS
        if (tree.words[k].span[0] in cues and not reason) or (form in _TELLING and not after_subject):
            break
        kept.append(k)
    return tree.span(kept)[1]


def _keeps_back(tree: Tree, match: re.Match[str], grant: Grant, lexicon: Lexicon) -> bool:
    """Whether a name is kept back here, and not that of somebody who has one in the report."""
    rest = tree.text[match.end() : grant.span[1]]
    if _WEAK.search(match[0]):
        others = _TO_OTHERS.match(rest)
        heard = bool(_PRESS.search(rest))
        if not _TELL.match(rest) or (others and not heard) or (grant.place == "subject" and not heard):
            return False
    elif _NAMED.search(match[0]) and _ELSEWHERE.match(rest):
        return False
    if grant.subject is None:
        return True
    words = tree.text[slice(*grant.subject)]
    proper = any(tree.words[k].upos == "PROPN" for k in tree.inside(grant.subject))
    return not proper or lexicon.is_unnamed(words)


def without_grants(report: Report, reading: Reading, attributed: Attributed, lexicon: Lexicon) -> Attributed:
    """The statements without those whose cue stands in a grant, and with the grants cut off the others' contents."""
    tree = Tree(report.text, reading)
    grants = find_grants(tree, attributed.statements, lexicon)
    if not grants:
        return attributed
    gone = {s.id: s.within for s in attributed.statements if _is_granting(tree.text, s, grants)}
    kept = []
    for statement in attributed.statements:
        within = statement.within
        for _ in gone:
            within = gone.get(within, within) if within else None
        content = tuple(_cut(tree.text, statement.content, grants))
        if statement.id not in gone and content:
            kept.append(replace(statement, within=within, content=content))
    lost = {s.source for s in attributed.statements} - {s.source for s in kept}
    entities = (replace(e, mentions=tuple(m for m in e.mentions if m not in lost)) for e in attributed.entities)
    return Attributed(tuple(kept), tuple(e for e in entities if e.mentions))


def _is_granting(text: str, statement: Statement, grants: Sequence[Grant]) -> bool:
    first = min(statement.cue, default=None)
    for grant in grants:
        if first and grant.span[0] <= first[0] < grant.span[1]:
            return True
        # "Others who know the matter spoke on condition of …": the reader ran on.
        relative = statement.source is not None and text[slice(*statement.source)].lower() in _RELATIVE
        if relative and any(a < grant.span[0] < b for a, b in statement.content):
            return True
    return False


def _cut(text: str, content: Sequence[Span], grants: Sequence[Grant]) -> Iterator[Span]:
    """The content without the grants at its ends."""
    for span in content:
        start, end = span
        for first, last in (grant.span for grant in grants):
            if first <= start and end <= last:
                break
            if start < first < end <= last + 1:
                end = len(text[:first].rstrip(" ,"))
            elif first <= start < last:
                start = len(text) - len(text[last:].lstrip(" ,"))
        else:
            yield start, end
