"""Who was told: taken out of a cue ("told Reuters") or of the head of a content ("told Reuters that …").

The reader marks most of those told by itself; where it runs them into a neighbour, the borders are set right here.

>>> relation = tell_apart(text, reading, relation, load_lexicon())
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from whoseword.lexicon import Lexicon
from whoseword.model import Reading, Relation, Span, Word
from whoseword.statements.trees import BE

# "told the two visiting envoys from the north that": longer than this before "that" is no longer just the one told.
LONGEST_RECIPIENT = 9
_NOMINAL = frozenset({"PROPN", "NOUN", "PRON", "DET", "ADJ", "ADP", "NUM", "PART", "CCONJ", "PUNCT"})
BEGINS = frozenset({"PROPN", "NOUN", "PRON", "DET", "ADJ"})
_OBJECT = frozenset({"PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM"})
_INSIDE = frozenset({"of", "’s", "'s", "’", "'", "and", "&", "-"})
_MARKS = frozenset("“\"‘'«„:")
_NOT_TOLD = frozenset("it there this what who how why when where whether which he she they we i".split())
# "told reporters Orme would stay": the tagger is at a loss with a bare audience before a clause without "that".
_AUDIENCE = re.compile(
    r"((?:reporters|journalists|lawmakers|senators|investors|supporters|viewers|staff|employees|residents))\s+"
    r"(?=[A-Z]|(?:he|she|they|it|there|the|that|his|her|their|a|no)\b)"
)
# What is heard, and hears nothing: "said to cheers from the crowd".
_HEARD = frozenset({"cheers", "applause", "laughter", "boos", "jeers"})


# What stands behind the one told and is not: "told troops Friday", "asked Orme to".
BEHIND = re.compile(
    r"\s+(?:to|on|that|today|yesterday|earlier|later|recently|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$"
)
# Posts are written there; nobody is told.
_NETWORKS = frozenset({"twitter", "facebook", "instagram", "telegram", "youtube", "x"})

_DEAF = _NETWORKS | _HEARD


def tell_apart(text: str, reading: Reading, relation: Relation, lexicon: Lexicon) -> Relation:
    """`relation` with the one told as its recipient, where its cue's verb takes one and none was found."""
    found = _told(text, reading, relation, lexicon)
    kept = [_bare(text, span) for span in found.recipient if not _meets(span, found.source)]
    kept = [span for span in kept if not _DEAF.intersection(text[slice(*span)].lower().split()[:1])]
    return found if tuple(kept) == found.recipient else replace(found, recipient=tuple(kept))


def _bare(text: str, span: Span) -> Span:
    """The span without a weekday or a "to" at its end."""
    behind = BEHIND.search(text, *span)
    return _bare(text, (span[0], behind.start())) if behind else span


def _meets(span: Span, others: Sequence[Span]) -> bool:
    return any(a < span[1] and span[0] < b for a, b in others)


def _told(text: str, reading: Reading, relation: Relation, lexicon: Lexicon) -> Relation:
    if relation.recipient or not relation.cue:
        return relation
    known = lexicon.cue_within(text[slice(*relation.cue[-1])])
    if known is None:
        return relation
    after = next((span for span in relation.content if span[0] >= relation.cue[-1][1]), None)
    if known.lemma.endswith(" to"):
        return relation  # "according to" is the cue itself
    if not known.takes_recipient:
        return _after_to(text, reading, relation, after) or relation
    found = _in_cue(text, reading, relation, known.forms) or _before_passive(text, reading, relation)
    if found is None and after and not text[relation.cue[-1][1] : after[0]].strip():
        found = _in_content(text, reading, relation, after)
    elif found is None:
        found = _behind(text, reading, relation, after)
    return found or relation


def _in_cue(text: str, reading: Reading, relation: Relation, forms: Sequence[str]) -> Relation | None:
    cue = relation.cue[-1]
    told = _span(_after_verb(_words(reading, cue), text, forms))
    if told is None:
        return None
    return replace(relation, cue=(*relation.cue[:-1], (cue[0], _end_before(text, told[0]))), recipient=(told,))


def _in_content(text: str, reading: Reading, relation: Relation, content: Span) -> Relation | None:
    words = _words(reading, content)
    audience = _AUDIENCE.match(text, *content)
    told = audience.span(1) if audience else None
    told = told or _span(_before_clause(words, text) or _object_at_head(reading, relation, words))
    if told is None:
        return None
    rest = (_start_after(text, told[1]), content[1])
    return replace(relation, content=tuple(rest if s == content else s for s in relation.content), recipient=(told,))


def _before_passive(text: str, reading: Reading, relation: Relation) -> Relation | None:
    """In "The tenants were told by a clerk that …" the subject, which the reader takes for content, is told."""
    cue = relation.cue[0]
    before = [span for span in relation.content if span[1] <= cue[0]]
    if len(before) != 1 or len(relation.content) < 2:
        return None
    verb = _words(reading, cue)
    between = _words(reading, (before[0][1], cue[1]))
    passive = any(text[slice(*word.span)].lower() in BE for word in between if word.upos == "AUX")
    if not passive or not verb or any(word.upos == "VERB" for word in _words(reading, before[0])):
        return None
    rest = tuple(span for span in relation.content if span != before[0])
    return replace(relation, content=rest, recipient=(before[0],))


def _behind(text: str, reading: Reading, relation: Relation, content: Span | None) -> Relation | None:
    told = _span(_object_after(reading, relation.cue[-1], text))
    return replace(relation, recipient=(told,)) if told and _is_free(told, relation, content) else None


def _after_to(text: str, reading: Reading, relation: Relation, content: Span | None) -> Relation | None:
    """The one told behind "to", inside the cue or right after it: "said to the jury that …"."""
    cue = relation.cue[-1]
    words = _words(reading, cue)[1:] + [word for word in reading.words if word.span[0] >= cue[1]][:1]
    mark = next((word for word in words if word.upos == "ADP" and text[slice(*word.span)] == "to"), None)
    told = _span(_object_after(reading, mark.span, text)) if mark else None
    if mark is None or told is None or not _is_free(told, relation, content):
        return None
    end = min(cue[1], _end_before(text, mark.span[0]))
    return replace(relation, cue=(*relation.cue[:-1], (cue[0], end)), recipient=(told,))


def _is_free(told: Span, relation: Relation, content: Span | None) -> bool:
    return told not in relation.source and not (content and told[1] > content[0])


def _span(words: Sequence[Word]) -> Span | None:
    return (words[0].span[0], words[-1].span[1]) if words else None


def _words(reading: Reading, span: Span) -> list[Word]:
    return [word for word in reading.words if span[0] <= word.span[0] and word.span[1] <= span[1]]


def _after_verb(words: Sequence[Word], text: str, forms: Sequence[str]) -> list[Word]:
    """The nominal words that end a cue whose verb comes first: "Reuters" of "told Reuters"."""
    verbs = {form.split()[-1] for form in forms}
    last = max((k for k, word in enumerate(words) if text[slice(*word.span)].lower() in verbs), default=len(words))
    return _nominal(words[last + 1 :], text)


def _object_after(reading: Reading, cue: Span, text: str) -> list[Word]:
    """The nominal words right behind a cue: "“No,” the guard told the Evening Bell on Monday"."""
    return _nominal([word for word in reading.words if word.span[0] >= cue[1]], text)


def _nominal(words: Sequence[Word], text: str) -> list[Word]:
    """The noun phrase at the head of these words, up to a preposition other than "of"; empty where there is none."""
    found: list[Word] = []
    for word in words:
        # "the Saudi-owned Evening Bell": the tagger takes the half behind the hyphen for a verb.
        half = bool(found) and text[slice(*found[-1].span)] == "-" and found[-1].span[1] == word.span[0]
        nominal = half or word.upos in _OBJECT or text[slice(*word.span)] in _INSIDE
        if not nominal or (not found and word.upos not in BEGINS) or len(found) == LONGEST_RECIPIENT:
            break
        found.append(word)
    while found and found[-1].upos in {"ADP", "PART", "CCONJ"}:
        found.pop()
    return found


def _before_clause(words: Sequence[Word], text: str) -> list[Word]:
    """The nominal words that stand before "that" or an opening mark at the head of a content."""
    for k, word in enumerate(words[: LONGEST_RECIPIENT + 1]):
        form = text[slice(*word.span)]
        # "warned the deal that ministers signed was dead": a relative "that" is a pronoun and parts nobody off.
        if k and ((form.lower() == "that" and word.upos != "PRON") or form in _MARKS):
            return list(words[:k])
        if word.upos not in _NOMINAL or (k == 0 and (word.upos not in BEGINS or form.lower() in _NOT_TOLD)):
            return []
    return []


def _object_at_head(reading: Reading, relation: Relation, words: Sequence[Word]) -> list[Word]:
    """The cue's own object at the head of a content without "that": "told reporters the lion was asleep"."""
    place = {id(word): k for k, word in enumerate(reading.words)}
    verbs = {place[id(word)] for span in relation.cue for word in _words(reading, span)}
    for size, word in enumerate(words[:LONGEST_RECIPIENT], start=1):
        if word.upos not in _NOMINAL:
            return []
        follows = words[size : size + 1]
        ends = not follows or follows[0].head != place[id(word)]
        if word.deprel in {"obj", "iobj"} and word.head in verbs and ends:
            clause = any(w.upos in {"VERB", "AUX"} for w in words[size:])
            return list(words[:size]) if clause else []
    return []


def _end_before(text: str, place: int) -> int:
    return len(text[max(0, place - 50) : place].rstrip()) + max(0, place - 50)


def _start_after(text: str, place: int) -> int:
    ahead = text[place : place + 50]
    # "told reporters: “We go.”": the colon belongs to nobody.
    return place + len(ahead) - len(ahead.lstrip().lstrip(":,").lstrip())
