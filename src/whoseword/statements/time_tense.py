"""Does a weekday lie ahead or behind? The words around a time in, "past", "present", "future" or None out.

"met on Thursday" is behind, "is expected on Monday" ahead: the verb that governs the time decides, with its
auxiliaries; without a verb, a preposition may ("by September"). English has no other sign of it.

>>> Tenses("The sides will meet on Monday.", reading).direction((23, 29))
'future'
"""

from __future__ import annotations

import bisect
import re
from typing import Literal

from whoseword.model import Reading, Span

Direction = Literal["past", "present", "future"]

# How far up a tree a governing verb is looked for: "on the eve of Monday's vote on the budget" is four steps.
HIGHEST = 8

_AHEAD = frozenset("will would shall 'll wo may might can could should must 'd".split())
_TOLD_AHEAD = frozenset("would could might should 'd".split())
_BEHIND = frozenset("was were did had has have 've been".split())
_WAS = frozenset({"was", "were"})
_BE = frozenset("is are am be 's 're 'm being".split())
_PLANNED = frozenset(
    "expected scheduled due set slated planned planning poised anticipated likely ready meant supposed bound hoping"
    " preparing plans hopes intends wants aims expects".split()
)
# An infinitive after these happened: "managed to leave on Monday". After others it is still to come.
_DID = frozenset(
    "managed began started continued failed used went came helped forced able seemed appeared refused had got"
    " tried rushed returned happened forcing causing prompting leading allowing enabling helping".split()
)
_SEEMS = frozenset("seem seems appear appears tend tends continue continues".split())
_PAST = frozenset(
    "said told met took made came went saw gave got found knew thought left held began broke brought built bought"
    " caught chose cut did drew drove fell felt fled flew fought froze grew had heard hid hit hurt kept laid led lent"
    " let lit lost meant paid put quit ran read rode rose sang sank sat sent set shook shot shut sold spent spoke"
    " spread stood stole struck swore swept swam taught threw understood woke won wore wrote was were became beat"
    " bent bid bound burst cast clung crept dealt dug fed forgot hung knelt leapt overcame overthrew rang sought shed"
    " slid slept sprang stuck stung strove tore undertook upheld withdrew wound withheld born been given seen taken"
    " driven shown known written done gone fallen risen broken chosen spoken sworn worn begun drawn thrown"
    " grown".split()
)
# What is made known may be still to come: "announced cuts in October".
_ANNOUNCED = frozenset("announced unveiled proposed approved outlined presented promised revealed".split())
_PLANS = frozenset("plan plans deadline deadlines schedule".split())
_TO_COME = frozenset("expected planned scheduled upcoming forthcoming".split())
# In the present tense these are of the calendar: "the pact expires in November".
_BY_PLAN = frozenset("expires expire ends begins starts opens matures premieres arrives".split())


class Tenses:
    """The tenses in one text."""

    def __init__(self, text: str, reading: Reading) -> None:
        self._text = text
        self._words = reading.words
        self._begins = [word.span[0] for word in reading.words]
        self._sentences = [start for start, _ in reading.sentences]
        self._below: dict[int, list[int]] = {}
        for k, word in enumerate(reading.words):
            if not self._is_astray(k):
                self._below.setdefault(word.head, []).append(k)

    def direction(self, span: Span) -> Direction | None:
        """Whether the time lies behind or ahead of the telling; None where nothing around it tells."""
        verb = self.governor(span)
        found = self._tense(verb) if verb is not None else None
        before = self._text[max(0, span[0] - 32) : span[0]]
        if _SAID_ON.search(before) or _SINCE_THEN.search(before):
            return "past"  # "said on Tuesday no boats would be sent"
        if found != "future" and _WEEKDAY.match(self._text, span[0]) and _AS_OF.search(before):
            return "past"
        if self._is_of_plan(span) or _DELIVERY.search(f"{before}|{self._text[span[1] : span[1] + 12]}"):
            return "future"
        if found == "past" and verb is not None and _UP_TO.search(before):
            return "future" if self._form(verb) in _PUT_OFF else None
        if found == "past" and verb is not None and self._is_not_of(verb, span):
            found = None
        return found or self._of_preposition(span)

    def is_told_ahead(self, span: Span) -> bool:
        """Whether it lies ahead of somebody's telling, as in "said that it would reopen on Friday"."""
        verb = self.governor(span)
        return verb is not None and any(self._form(k) in _TOLD_AHEAD for k in self._auxiliaries(verb))

    def was_ahead(self, span: Span) -> bool:
        """Whether it lay ahead at a time that is over: "the council was to meet on Friday"."""
        verb = self.governor(span)
        if verb is None:
            return False
        head = self._words[verb].head
        told = self._is_infinitive(verb) and head >= 0 and self._tense(head) == "past"  # "agreed to meet on Friday"
        return told or any(self._form(k) in _WAS | {"would"} for k in self._auxiliaries(verb))

    def tag(self, span: Span) -> str:
        """The UPOS tag of the word that begins there, or an empty string."""
        k = self.word_at(span)
        return self._words[k].upos if k is not None else ""

    def relation(self, span: Span) -> str:
        """How the word that begins there hangs in its tree, or an empty string."""
        k = self.word_at(span)
        return self._words[k].deprel if k is not None else ""

    def word_at(self, span: Span) -> int | None:
        """The word that the span begins in."""
        k = bisect.bisect_right(self._begins, span[0]) - 1
        return k if k >= 0 and self._words[k].span[1] > span[0] else None

    def governor(self, span: Span) -> int | None:
        """The verb above a time: the first on the way up that tells when, else the head of its clause."""
        k = self.word_at(span)
        seen: set[int] = set()
        while k is not None and k >= 0 and k not in seen and len(seen) < HIGHEST:
            seen.add(k)
            word = self._words[k]
            if word.span[0] < span[0] or word.span[0] >= span[1]:
                finite = word.upos in {"VERB", "AUX"} and self._tense(k) is not None
                copular = any(self._words[c].deprel == "cop" for c in self._below.get(k, []))
                if finite or copular or (self._form(k) in _PLANNED and word.upos == "ADJ"):
                    return k
            elif any(self._words[c].deprel == "cop" for c in self._below.get(k, [])):
                return k
            if self._is_astray(k):
                return self._beside(k, infinitive=span[0] <= word.span[0] < span[1])
            k = word.head
        return None

    def _is_astray(self, k: int) -> bool:
        """Whether the head of the word lies in another sentence, where the reader's tree went wrong."""
        head = self._words[k].head
        return head >= 0 and bisect.bisect_right(self._sentences, k) != bisect.bisect_right(self._sentences, head)

    def _beside(self, k: int, *, infinitive: bool) -> int | None:
        """The last verb before the word in its sentence that has a tense, else the first behind it."""
        place = bisect.bisect_right(self._sentences, k)
        start = self._sentences[place - 1]
        end = self._sentences[place] if place < len(self._sentences) else len(self._words)
        verbs = (v for v in (*range(k - 1, start - 1, -1), *range(k + 1, end)) if self._words[v].upos == "VERB")
        fit = (v for v in verbs if infinitive or not self._is_infinitive(v))
        return next((v for v in fit if self._tense(v) is not None), None)

    def _is_of_plan(self, span: Span) -> bool:
        """Whether it hangs from a noun with "expected" or its like, or from "plan": "plans for a dock in May"."""
        head, steps = self._outer_head(span), 0
        while head is not None and head >= 0 and self._words[head].upos == "NOUN" and steps < HIGHEST:
            if self._form(head) in _PLANS and (steps or _FOR.search(self._text[max(0, span[0] - 12) : span[0]])):
                return True  # not "released a plan on Monday"
            if any(self._form(k) in _TO_COME and self._words[k].deprel == "amod" for k in self._below.get(head, [])):
                return True
            head, steps = self._words[head].head, steps + 1
        return False

    def _is_not_of(self, verb: int, span: Span) -> bool:
        """Whether the tense of the verb says nothing: "announced cuts in October", "if it was not over by June 1"."""
        below = self._below.get(verb, [])
        if any(self._form(k) in {"if", "unless"} and self._words[k].deprel == "mark" for k in below):
            return True
        if self._form(verb) not in _ANNOUNCED:
            return False
        objects = (k for k in below if self._words[k].deprel == "obj")
        between = any(self._words[verb].span[0] < self._words[k].span[0] < span[0] for k in objects)
        return between or self._outer_head(span) != verb

    def _outer_head(self, span: Span) -> int | None:
        """The word that the words of the time hang from."""
        k, seen = self.word_at(span), 0
        while k is not None and k >= 0 and span[0] <= self._words[k].span[0] < span[1] and seen < HIGHEST:
            k, seen = (None if self._is_astray(k) else self._words[k].head), seen + 1
        return k if k is not None and k >= 0 else None

    def _tense(self, k: int, depth: int = 0) -> Direction | None:
        form, helpers = self._form(k), {self._form(c) for c in self._auxiliaries(k)}
        if form in _PLANNED and (helpers & (_BE | _BEHIND) or self._words[k].deprel.startswith("acl")):
            return "future"
        to_come = helpers & (_BE | _WAS) and self._is_infinitive(k)  # "was to end in May"
        if to_come or helpers & _AHEAD:
            return "past" if helpers & {"have", "'ve"} and not helpers & {"will", "'ll"} else "future"
        if helpers & _BEHIND:
            return "past"
        if self._is_infinitive(k):
            return self._of_infinitive(k, depth)
        if helpers & _BE:
            return "present"
        return self._of_form(k, form)

    def _of_form(self, k: int, form: str) -> Direction | None:
        if form in _BY_PLAN and self._words[k].upos == "VERB":
            return "future"
        if form in _PAST or (form.endswith("ed") and form not in {"need", "feed", "proceed", "succeed", "exceed"}):
            return "past"
        if form.endswith("ing"):
            return None
        return "present" if self._words[k].upos == "VERB" else None

    def _of_infinitive(self, k: int, depth: int) -> Direction | None:
        head = self._words[k].head
        if head < 0 or depth > 3 or self._words[k].deprel in {"acl", "advcl", "csubj"}:
            return "future"
        if self._form(head) in _SEEMS:
            return None  # "appears to back up the remarks on Wednesday"
        if self._form(head) in _DID:
            return self._tense(head, depth + 1)
        return "future"

    def _is_infinitive(self, k: int) -> bool:
        return any(self._words[c].deprel == "mark" and self._form(c) == "to" for c in self._below.get(k, []))

    def _auxiliaries(self, k: int) -> list[int]:
        return [c for c in self._below.get(k, []) if self._words[c].deprel in {"aux", "aux:pass", "cop"}]

    def _of_preposition(self, span: Span) -> Direction | None:
        before = self._text[max(0, span[0] - 24) : span[0]]
        if _SINCE.search(before):
            return "past"
        return "future" if _UNTIL.search(before) else None

    def _form(self, k: int) -> str:
        return self._text[slice(*self._words[k].span)].lower().replace("’", "'")


# What reaches up to a day may well reach beyond today: "suspended it until October".
_PUT_OFF = frozenset(
    "postponed delayed extended deferred adjourned suspended moved prolonged pushed shelved put granted given"
    " rescheduled".split()
)
_SAID_ON = re.compile(
    r"\b(?:said|says|announced|reported|added|confirmed|told \w+)\s(?:early |late )?(?:on )?(?:early |late )?$",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"\b(?:until|till|through)\s(?:the |early |late |mid-|at least )*$", re.IGNORECASE)
_DELIVERY = re.compile(r"\bfor (?:(?:delivery|settlement) (?:in|on) \||(?:the )?\| (?:delivery|settlement))")
_FOR = re.compile(r"\b(?:for|of|in)\s(?:the |early |late |mid-?)?$", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:early |late )?[A-Z][a-z]+day\b")
_AS_OF = re.compile(r"\bas of\s(?:the |early |late |mid-?)?$", re.IGNORECASE)
_SINCE_THEN = re.compile(r"\bsince\s(?:the |early |late |mid-?|end of |start of |beginning of )*$", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|as of)\s(?:early |late |mid-?)?$", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:by|until|till|ahead of|starting|beginning|effective|no later than)\s(?:the |early |late |mid-?)*$",
    re.IGNORECASE,
)
