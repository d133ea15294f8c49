"""What the stages of the ledger ask of one report: its trees, statements, times and the words of promises.

In: what the stages before found. Out: answers about single words: is this a clause, a thing that can be kept, a time.

>>> material.sorts(4)
frozenset({'verb'})
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from whoseword.lexicon import Lexicon
from whoseword.model import Entity, Reading, Report, Span, Statement, Time
from whoseword.statements.events import innermost
from whoseword.statements.predicates import cases, mode_of
from whoseword.statements.trees import Tree

CLAUSES = ("xcomp", "ccomp", "advcl", "acl", "obl", "nmod", "csubj", "parataxis", "obj")
NEAR = 6  # words between an undertaking word and its "to" or "that", where the tree does not tie them
_SILENT = frozenset({"byline", "bio"})
_SPEECH_RELATIONS = ("ccomp", "acl", "advcl", "parataxis", "xcomp")
_NOMINAL_ENDINGS = ("tion", "sion", "ment", "ing", "al", "ure")
HARM = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN", "PROTEST"})
_BE = frozenset(["be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "’re", "'m", "’m"])
_DEALING = frozenset("impose launch carry seek take unleash mount begin start wage exact".split())
_ASIDE = frozenset({"advcl", "acl"})  # "halt the work while bracing for revenge" is no revenge
_FUTURE = frozenset(["will", "would", "shall", "'ll", "’ll", "wo"])
_NOT_THINGS = frozenset("need idea fact view point issue question importance demand demands terms thing things".split())


@dataclass(frozen=True)
class Material:
    """One report with all that was found in it before."""

    report: Report
    reading: Reading
    statements: tuple[Statement, ...]
    entities: tuple[Entity, ...]
    times: tuple[Time, ...]
    lexicon: Lexicon

    @cached_property
    def tree(self) -> Tree:
        """The trees of the report."""
        return Tree(self.report.text, self.reading)

    def sorts(self, k: int) -> frozenset[str]:
        """In which sorts of lexicons/en/commitments.toml the word stands."""
        return self._sorts[k]

    @cached_property
    def _sorts(self) -> list[frozenset[str]]:
        known, none = self.lexicon.undertaking, frozenset[str]()
        forms = (self.tree.form(k) for k in range(len(self.tree.words)))
        return [frozenset(known[form]) if form in known else none for form in forms]

    def is_silent(self, k: int) -> bool:
        """Whether the word stands in the byline or in the line about the author."""
        at = self.tree.words[k].span[0]
        return any(start <= at < end for start, end in self._silent)

    @cached_property
    def _silent(self) -> tuple[Span, ...]:
        return tuple(part.span for part in self.report.parts if part.kind in _SILENT)

    def is_heading(self, k: int) -> bool:
        """Whether the word stands in the headline or the line below it."""
        at = self.tree.words[k].span[0]
        return any(part.span[0] <= at < part.span[1] for part in self.report.parts if part.kind in {"title", "dek"})

    def told(self, k: int) -> Statement | None:
        """The innermost statement that the word stands in."""
        return innermost(self.statements, self.tree.words[k].span)

    def sentence(self, k: int) -> range:
        """The words of the sentence that the word stands in."""
        return self._sentences[k]

    @cached_property
    def _sentences(self) -> list[range]:
        return [range(first, end) for first, end in self.reading.sentences for _ in range(first, end)]

    def content_of(self, trigger: int) -> Span | None:
        """The content of the statement that the word is the cue of: where what was agreed begins and ends."""
        span = self.tree.words[trigger].span
        own = (s for s in self.statements if any(overlaps(cue, span) for cue in s.cue))
        behind = (c for s in own for c in s.content if c[0] >= span[1])
        return min(behind, key=lambda c: c[1] - c[0], default=None)

    @cached_property
    def _time_words(self) -> frozenset[int]:
        return frozenset(k for time in self.times for k in self.tree.inside(time.span))

    def is_time(self, k: int) -> bool:
        """Whether the word is part of a time."""
        return k in self._time_words

    def is_past(self, time: Time) -> bool:
        """Whether a time was over when the report came out."""
        published, end = self.report.published.value, time.end or time.value
        return bool(published and end and end[:4].isdigit() and end < published[: len(end)])

    # Clauses

    def infinitive_after(self, k: int) -> int | None:
        """The verb of the first "to do" that hangs on a word."""
        tree = self.tree
        for c in tree.children(k, *CLAUSES):
            if c > k and any(tree.form(t) == "to" and k < t < c for t in tree.children(c, "mark", "aux")):
                return c if tree.words[c].upos in {"VERB", "AUX"} or tree.children(c, "cop") else None
        return self._near_infinitive(k)

    def _near_infinitive(self, k: int) -> int | None:
        for t in range(k + 1, min(k + 1 + NEAR, self.tree.sentence_end(k))):
            word = self.tree.words[t]
            if self.tree.form(t) == "to" and word.upos == "PART":
                return word.head if word.head > t and word.deprel == "mark" else None
            if word.upos in {"VERB", "AUX", "PUNCT", "SCONJ", "CCONJ", "NOUN"}:
                return None
        return None

    def clause_after(self, k: int) -> int | None:
        """The predicate of what follows a word of undertaking: "to do", "to doing", "that … will"."""
        found = self.infinitive_after(k)
        if found is not None:
            return found
        tree = self.tree
        # "promised commuters that …": trees often hang the clause on the one who was promised.
        people = [c for c in tree.children(k, "obj", "iobj") if c > k]
        for c in [*tree.children(k, *CLAUSES), *(n for p in people for n in tree.children(p, "acl"))]:
            if c < k or tree.words[c].upos not in {"VERB", "AUX", "ADJ", "NOUN"}:
                continue
            opened = {tree.form(t) for t in tree.children(c, "mark", "case") if k < t < c}
            if "to" in opened and tree.form(c).endswith("ing") and tree.words[c].upos == "VERB":
                return c
            future = mode_of(tree, c) in {"planned", "negated"} or self.is_finite(c)
            if tree.words[c].deprel in _SPEECH_RELATIONS and future and self.is_finite(c):
                return c
        return None

    def is_finite(self, k: int) -> bool:
        """Whether a word is the predicate of a clause with "will" or "would"."""
        aux = {self.tree.form(c) for c in self.tree.children(k, "aux")}
        return bool(aux & {"will", "would", "shall", "'ll", "’ll", "’", "wo"})

    def is_future(self, k: int) -> bool:
        """Whether "will" or "would" stands with a verb, or with the one that it is joined to."""
        tree = self.tree
        for _ in range(3):
            aux = {tree.form(c) for c in tree.children(k, "aux")}
            if aux & _FUTURE:
                return mode_of(tree, k) in {"planned", "negated"} or self._is_promised_if(k, aux)
            head = tree.words[k].head
            if tree.children(k, "nsubj", "aux", "mark") or tree.words[k].deprel != "conj" or not 0 <= head < k:
                return False
            if any(tree.form(n) == "to" and tree.words[n].upos == "PART" for n in range(head, k)):
                return False  # "will have a way to end the war and bring the troops home"
            k = head
        return False

    def _is_promised_if(self, k: int, aux: set[str]) -> bool:
        """Whether a "would" with a condition is a "will" that was told: "he said he would leave if he lost"."""
        told = self.told(k)
        conditions = [c for c in self.tree.children(k, "advcl") if "if" in cases(self.tree, c) and c > k]
        plain = not self.tree.children(k, "mark", "advmod") or self.tree.words[k].deprel == "ccomp"
        return aux == {"would"} and told is not None and told.quote != "direct" and bool(conditions) and plain

    def is_act(self, k: int) -> bool:
        """Whether a verb names what one can do or leave, not what comes about, is felt or is only said."""
        sorts = self.sorts(k)
        if "weak" in sorts or "state" not in sorts or sorts & {"deed", "announce"}:
            return "weak" not in sorts
        return any(self.is_matter(c) for c in self.tree.children(k, "obj"))  # "take a vote", "make a payment"

    def is_clause_head(self, k: int) -> bool:
        """Whether the word is the predicate of a clause and no thing."""
        return self.tree.words[k].upos in {"VERB", "AUX", "ADJ"} or self.is_clause(k)

    def is_clause(self, k: int) -> bool:
        """Whether a noun is the predicate of a clause: "to be a partner"."""
        return bool(self.tree.children(k, "cop"))

    # What can be kept

    def is_harm(self, k: int) -> bool:
        """Whether to do this is to do harm: whoever promises it threatens."""
        joined = [k, *self.tree.children(k, "conj")]
        objects = [n for c in self.tree.children(k, "obj") for n in (c, *self.tree.children(c, "nmod"))]
        things = [c for c in objects if self._is_sanction(c)]
        harmful = bool(things) and (self.tree.form(k) in _DEALING or not self.sorts(k) & {"deed"})
        revenge = any("revenge" in self.sorts(n) for n in self.tree.below(k, leave_out=_ASIDE) if n > k)
        return harmful or revenge or any("threat" in self.sorts(n) for n in joined if self.tree.words[n].upos == "VERB")

    def is_matter(self, k: int) -> bool:
        """Whether a noun names something that is done and not only spoken of: a withdrawal, a truce, the opening."""
        form = self.tree.form(k)
        if self.tree.words[k].upos not in {"NOUN", "VERB"} or form in _NOT_THINGS:
            return False
        entry = self.lexicon.event_noun.get(form)
        if entry is not None:
            return entry.category not in {"CONSULT", "ASSAULT", "ACCUSE", "THREATEN", "REQUEST", "PROTEST"}
        return bool(self.sorts(k) & {"matter", "noun"}) or form.endswith(_NOMINAL_ENDINGS)

    def is_harmful_thing(self, k: int) -> bool:
        """Whether a noun names harm: "vowed revenge", "promised new sanctions"."""
        entry = self.lexicon.event_noun.get(self.tree.form(k))
        return "revenge" in self.sorts(k) or (entry is not None and entry.category in HARM)

    def _is_sanction(self, k: int) -> bool:
        entry = self.lexicon.event_noun.get(self.tree.form(k))
        return entry is not None and entry.category == "SANCTION"

    def is_state(self, k: int) -> bool:
        """Whether "committed" stands with "be" as an adjective does."""
        return any(self.tree.form(c) in _BE for c in self.tree.children(k, "aux", "cop", "aux:pass"))

    def is_dated(self, k: int) -> bool:
        """Whether a time stands in what hangs on the word."""
        return any(self._is_under(time, k) for time in self.times)

    def can_be_kept(self, k: int, *, finite: bool, doer: int | None) -> bool:
        """Whether somebody can be held to it: no harm, nothing vague, and the doer's own act where it is a clause.

        "Promised that the fair would succeed" foretells; "that the trains would return", or come by a day, undertakes.
        """
        if self.is_harm(k):
            return False
        vague = [c for c in self.tree.children(k, "obj") if self.tree.form(c) in {"it", "so", "that", "this"}]
        if "weak" in self.sorts(k) or (vague and vague[0] == k + 1):
            return False
        # "to be carbon neutral" can be kept where a day is named.
        if self.tree.children(k, "cop") and not self.is_dated(k):
            return False
        if not finite or self.sorts(k) & {"deed", "announce"}:
            return True
        subject = next(iter(self.tree.children(k, "nsubj")), None)
        own = subject is not None and (
            subject == doer or self.tree.form(subject) in {"he", "she", "it", "they", "we", "i"}
        )
        return (own or self._is_due_by(k)) and mode_of(self.tree, k) != "negated"

    def _is_due_by(self, k: int) -> bool:
        """Whether what hangs on the word is to be done by a day: "that the money would arrive by June 1"."""
        firsts = (self.tree.inside(time.span)[0] for time in self.times if self._is_under(time, k))
        return any(n > k + 1 and self.tree.form(n - 1) == "by" for n in firsts)

    def _is_under(self, time: Time, k: int) -> bool:
        inside = self.tree.inside(time.span)
        return bool(inside) and inside[-1] in self.tree.below(k)

    def is_thing(self, k: int) -> bool:
        """Whether a noun names an act or a paper, which promises nothing: "a deal that promises much"."""
        if self.tree.words[k].upos != "NOUN" or "actor" in self.sorts(k):
            return False
        form = self.tree.form(k)
        act = form in self.lexicon.event_noun or form.endswith(("through", "ment", "tion"))
        return act or bool(self.sorts(k) & {"noun", "matter"})

    def can_break(self, k: int) -> bool:
        """Whether this is somebody: a name, a pronoun, people or a body."""
        return self.tree.words[k].upos in {"PROPN", "PRON"} or "actor" in self.sorts(k) or self.is_person(k)

    def is_person(self, k: int) -> bool:
        """Whether a noun names people: a word for those who tell or act, or a person's name."""
        at, form = self.tree.words[k].span, self.tree.form(k)
        named = any(n.span[0] <= at[0] and at[1] <= n.span[1] and n.kind == "person" for n in self.reading.names)
        people = bool(self.sorts(k) & {"actor", "insider", "outsider"}) or self.lexicon.is_unnamed(form)
        return named or people or form.endswith(("ers", "ors", "ists", "ents", "ans"))

    def is_named_body(self, k: int) -> bool:
        """Whether the word is part of a name, and not of a person's."""
        at = self.tree.words[k].span
        return any(n.span[0] <= at[0] and at[1] <= n.span[1] and n.kind != "person" for n in self.reading.names)

    def is_known(self, k: int) -> bool:
        """Whether a noun stands with "the" or the like: spoken of before, or known to all."""
        tree = self.tree
        named = any(tree.children(c, "case") for c in tree.children(k, "nmod", "nmod:poss") if c < k)  # "Sunday's deal"
        return named or any(tree.form(c) in {"the", "that", "this", "its", "their"} for c in tree.children(k, "det"))


def make_material(
    report: Report,
    reading: Reading,
    statements: Sequence[Statement],
    entities: Sequence[Entity],
    *,
    times: Sequence[Time],
    lexicon: Lexicon,
) -> Material:
    """The material of one report."""
    return Material(report, reading, tuple(statements), tuple(entities), tuple(times), lexicon)


def overlaps(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]
