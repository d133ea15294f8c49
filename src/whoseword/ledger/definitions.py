"""What makes one quantity another: the thing counted, whose it is, its kind, and what a word says happens to it.

In: the trees of a report and the head word of what is counted. Out: the `Thing`, and words of the definition by
`lexicons/en/figures.toml`.

>>> thing_of(wording, head).name
'troops'
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from whoseword.claims.lemmas import lemma_of
from whoseword.lexicon import Lexicon, Place
from whoseword.model import Figure, Quantity, Record, Span
from whoseword.statements.predicates import subject_of
from whoseword.statements.trees import Tree

_SENDING = frozenset({"be", "have", "deploy", "send", "keep", "leave", "maintain", "station", "withdraw", "add"})
_NEAR = 2  # sentences before, in which "US guards" tells whose "the guards" are


@dataclass(frozen=True, slots=True)
class Thing:
    """What is counted: one name for all its words, whether it is people, and what the noun says happened to it."""

    name: str
    people: bool
    act: str


@dataclass(frozen=True)
class Wording:
    """One report with its trees, as the questions below need it."""

    record: Record
    tree: Tree
    lexicon: Lexicon

    def head(self, span: Span) -> int | None:
        """The noun that all others of a phrase hang on."""
        inside = self.tree.inside(span)
        members = set(inside)
        tops = [k for k in inside if self.tree.words[k].head not in members]
        nouns = [k for k in tops if self.tree.words[k].upos in {"NOUN", "PROPN", "ADJ", "VERB"}]
        return nouns[-1] if nouns else None

    def lemma(self, k: int) -> str:
        """The lemma of a word, as a verb or as a noun."""
        return lemma_of(
            self.tree.form(k), "verb" if self.tree.words[k].upos in {"VERB", "AUX"} else "noun", self.lexicon
        )

    def country(self, words: Iterable[int]) -> Place | None:
        """The country that a run of words names."""
        run = [self.tree.words[k].span for k in words]
        return self.lexicon.country(self.record.report.text[run[0][0] : run[-1][1]]) if run else None


def make_wording(record: Record, lexicon: Lexicon) -> Wording:
    """The wording of one report."""
    return Wording(record, Tree(record.report.text, record.reading), lexicon)


def thing_of(w: Wording, head: int) -> Thing:
    """What is counted, by its head noun; "service members" by both words, "Danes" as people."""
    lemma = w.lemma(head)
    if lemma == "member" and any(w.tree.form(c) == "service" for c in w.tree.children(head, "compound")):
        lemma = "servicemember"
    entry = w.lexicon.counted_noun.get(lemma) or w.lexicon.counted_noun.get(w.tree.form(head))
    if entry is not None:
        return Thing(entry.name, people=entry.people, act="" if entry.sense == "none" else entry.sense)
    if demonym(w, head) is not None:
        return Thing("people", people=True, act="")
    return Thing(w.tree.form(head), people=False, act="")


def demonym(w: Wording, head: int) -> Place | None:
    """The country of "Danes" or "Belgians": its adjective, with the ending of many."""
    text = w.record.report.text[slice(*w.tree.words[head].span)]
    return w.lexicon.country(text.removesuffix("s")) if text.endswith("s") and text[:1].isupper() else None


def nation_of(w: Wording, head: int, figure: Figure) -> str | None:
    """Whose it is: the country beside the noun, or who has or sends it; else the only one told of the like nearby."""
    beside, _ = nation_beside(w, head)
    own = beside or demonym(w, head) or _owner(w, head)
    if own is not None:
        return own.name
    if thing_of(w, head).name != "troops":
        return None
    where = w.lexicon.country(w.record.report.text[slice(*figure.where)]) if figure.where else None
    first, end = w.tree.sentence(head)
    before = first
    for _ in range(_NEAR):
        before = w.tree.sentence_start(before - 1) if before else 0
    for scope in (range(first, end), range(before, end), range(len(w.tree.words))):
        named = {place.name for k in scope if _is_like(w, k) and (place := nation_beside(w, k)[0]) is not None}
        named -= {where.name} if where is not None else set()  # whom "troops in Belgium" help may well be Belgian
        if named:
            return next(iter(named)) if len(named) == 1 else None
    return None


def _is_like(w: Wording, k: int) -> bool:
    """Whether a word is another word for troops, and no part of a name ("Belgian Land Forces")."""
    entry = w.lexicon.counted_noun.get(w.lemma(k))
    return w.tree.words[k].upos == "NOUN" and entry is not None and entry.name == "troops"


def nation_beside(w: Wording, head: int) -> tuple[Place | None, frozenset[int]]:
    """The country whose name or adjective stands right before a noun, and its words."""
    first = max(w.tree.sentence_start(head), head - 5)
    for begin in range(first, head):
        for end in range(head, begin, -1):
            place = w.country(range(begin, end))
            if place is not None and _hangs_on(w, end - 1, head):
                return place, frozenset(range(begin, end))
    return None, frozenset()


def _hangs_on(w: Wording, k: int, head: int) -> bool:
    for _ in range(3):
        if w.tree.words[k].deprel not in {"amod", "compound", "nmod", "nmod:poss", "flat", "nummod", "conj"}:
            return False
        k = w.tree.words[k].head
        if k == head:
            return True
        if k < 0:
            return False
    return False


def _owner(w: Wording, head: int) -> Place | None:
    """The country that has, keeps or sends them: "Belgium has 40 soldiers in"."""
    verb = w.tree.words[head].head
    if verb < 0 or w.tree.words[head].deprel != "obj":
        return None
    subject = subject_of(w.tree, verb)
    return w.country([subject]) if subject is not None and w.lemma(verb) in _SENDING else None


def traits_of(w: Wording, head: int, quantity: Quantity) -> tuple[str, ...]:
    """The words beside a noun that make another quantity of it ("combat", "ballistic"), and a change ("by", "from")."""
    _, nation = nation_beside(w, head)
    words, inside = w.lexicon.figures, set(w.tree.inside(quantity.span))
    found = {str(quantity.change)} if quantity.change in {"by", "from"} else set()
    for k in w.tree.children(head, "amod", "compound", "nmod:poss", "nmod", "advmod"):
        form, upos = w.tree.form(k), w.tree.words[k].upos
        plain = form in words.plain or not form[:1].isalpha()
        if k > head or k in nation or plain or (upos in {"ADJ", "VERB"} and known_sense(w, k)):
            continue
        if form in words.additional:
            found.update(["additional"] if w.tree.form(k + 1) != "than" else [])
        elif upos in {"ADJ", "NOUN", "PROPN", "VERB"} and not (k in inside and form in words.few):
            found.add(form)
    return tuple(sorted(found))


def known_sense(w: Wording, k: int) -> str | None:
    """What a word says happens, "" where it says that nothing does; None where no list has it.

    A verb with an object or particle goes before the verb alone: "lost their homes", "driven out".
    """
    form, lemma = w.tree.form(k), w.lemma(k)
    if w.tree.words[k].upos in {"VERB", "AUX"}:
        phrases = w.lexicon.sense_phrases.get(lemma)
        found = next((phrases[word] for word in _beside(w, k) if word in phrases), None) if phrases else None
        found = found or w.lexicon.sense_of_verb.get(lemma) or w.lexicon.sense_of_noun.get(form)
    else:
        found = w.lexicon.sense_of_noun.get(form) or w.lexicon.sense_of_noun.get(lemma)
        noun = w.lexicon.counted_noun.get(lemma)
        found = found or (noun.sense if noun is not None and noun.sense != "none" else None)
    return "" if found == "none" else found


def _beside(w: Wording, k: int) -> list[str]:
    """The objects, particles and prepositions of a verb, reduced to lemmas."""
    below = w.tree.children(k, "obj", "compound:prt", "compound", "advmod", "xcomp", "obl", "ccomp")
    below += [c for o in w.tree.children(k, "obl") for c in w.tree.children(o, "case")]
    return [w.lemma(c) for c in below if c > k]
