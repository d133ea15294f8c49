"""A commitment of one report, made ready to be compared with those of others.

In: a Record and what entities are across reports. Out: a `Pledge` for each commitment, and `likeness` of two: 0 where
they are not the same promise, else how alike their words are.

>>> likeness(pledge, pledge_of_another_report) > 0
True
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from whoseword.across import Ref
from whoseword.claims.lemmas import lemma_of, stem_of
from whoseword.ledger.parties import Party, of_entities, parties
from whoseword.ledger.said import Known
from whoseword.lexicon import Lexicon
from whoseword.model import Commitment, Record, Span
from whoseword.statements.predicates import cases, is_negated, is_passive, subject_of
from whoseword.statements.trees import Tree
from whoseword.stems import stems

# Words that both must share, of the shorter one's: found by eye on three stories of the corpus. Where nobody is told
# who undertakes it, the wording alone has to say that it is the same.
SHARED = 0.6
SHARED_WITHOUT_DOER = 0.8
LEAST_WITHOUT_DOER = 4
BOTH = 0.3  # of all the words of the two together
# Days between two reports that have few words in common: "reached a historic deal" is said of every deal.
AGAIN = 0.85  # of the words of the shorter sentence: it is the other one, printed again
FEW, FEW_WITHOUT_DOER, NEAR = 3, 5, 60
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_MADE = frozenset({"promised", "agreed", "postponed"})
_DEADLINE = frozenset({"by", "before", "until", "within"})
_EMPTY = frozenset("new last first next year day week month time thing such same other more".split())


@dataclass(frozen=True, slots=True)
class Pledge:
    """One commitment. `head` is what its predicate can mean, `words` the concepts of what is undertaken without it.

    `patient` are those among `words` for whom or what it befalls ("pay the families", "the families will be paid"),
    `names` those that are proper names, `numbers` the numbers in them; `day` is that of the report,
    `due_end` the first day on which it is overdue, None where no date is stated, `due_begin` the first day of the date.
    """

    ref: Ref
    record: Record
    commitment: Commitment
    day: str | None
    who: tuple[Party, ...]
    whom: tuple[Party, ...]
    head: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    patient: frozenset[str]
    negated: bool
    sentence: Span
    due_begin: str | None
    due_end: str | None

    @property
    def is_verdict(self) -> bool:
        """Whether it says only what became of a promise told elsewhere: "the promise was broken"."""
        made = self.commitment
        return made.rule == "commitments:outcome" and made.status in {"done", "broken"} and not self.words

    @property
    def is_of_any(self) -> bool:
        """Whether it speaks of "the promise" and says nothing of whose it is."""
        words = self.record.report.text[slice(*self.commitment.what)].casefold().split()
        return self.is_verdict and not self.commitment.doers and words[:1] == ["the"] and "promise" in self.head

    @property
    def is_deadline(self) -> bool:
        """Whether its date is the last on which it can be kept, and not the day of an appointment."""
        span = self.commitment.due.span
        before = self.record.report.text[: span[0]].split()[-1:] if span else []
        return self.commitment.status in _MADE and bool(before) and before[0].casefold() in _DEADLINE


def pledges(record: Record, known: Known, lexicon: Lexicon) -> tuple[Pledge, ...]:
    """The commitments of one report, in text order."""
    if not record.commitments:
        return ()
    tree = Tree(record.report.text, record.reading)
    made = (_pledge(record, commitment, tree, known, lexicon) for commitment in record.commitments)
    return tuple(pledge for pledge in made if pledge is not None)


def concepts(form: str, upos: str, lexicon: Lexicon) -> frozenset[str]:
    """What a word can mean: the groups of like words that it stands in, or its stem where it stands in none."""
    if upos == "VERB":
        groups = lexicon.meaning_of_verb.get(lemma_of(form, "verb", lexicon), ())
    else:
        groups = lexicon.meaning_of_noun.get(lemma_of(form, "noun", lexicon), ()) if upos == "NOUN" else ()
    return frozenset(group.name for group in groups) or frozenset({stem_of(form, lexicon)})


def act_concepts(tree: Tree, k: int, lexicon: Lexicon) -> frozenset[str]:
    """What a predicate can mean; of one that only brings something, also what it brings: "received money" is paid."""
    found = concepts(tree.form(k), tree.words[k].upos, lexicon)
    return found | frozenset(lexicon.undertaking[tree.form(c)]["carried"].lemma for c in carried(tree, k, lexicon))


def carried(tree: Tree, k: int, lexicon: Lexicon) -> list[int]:
    """What a verb that only says that something comes brings: the money of "received no money"."""
    if "carrier" not in lexicon.undertaking.get(tree.form(k), {}):
        return []
    below = tree.children(k, "obj", "nsubj", "nsubj:pass")
    return [c for c in below if "carried" in lexicon.undertaking.get(tree.form(c), {})]


def patients(tree: Tree, k: int, brought: Collection[int]) -> set[int]:
    """Whom or what an act befalls: those of "the families are paid", "families got money", "payments to families"."""
    to = {c for c in tree.children(k, "obl", "iobj", "nmod") if cases(tree, c) & {"to"}}
    subjects = set(tree.children(k, "nsubj", "nsubj:pass"))
    things = set(tree.children(k, "obj"))
    if brought:
        return (to | (subjects if things & set(brought) else set())) - set(brought)
    if is_passive(tree, k):
        own = subject_of(tree, k)
        return subjects | ({own} if own is not None else set()) | to
    return things | to


def _pledge(record: Record, commitment: Commitment, tree: Tree, known: Known, lexicon: Lexicon) -> Pledge | None:
    inside = tree.inside(commitment.what)
    if not inside:
        return None
    head = head_of(tree, inside)
    brought = carried(tree, head, lexicon)
    told = [k for k in inside if tree.words[k].upos in _CONTENT and k != head and k not in brought]
    telling = [k for k in told if tree.form(k) not in _EMPTY and len(tree.form(k)) > 1]
    by_word = {k: min(concepts(tree.form(k), tree.words[k].upos, lexicon)) for k in telling}
    meant = act_concepts(tree, head, lexicon)
    due = next((time for time in record.times if time.span == commitment.due.span), None)
    dates = {k for time in record.times for k in tree.inside(time.span)}
    first, end = tree.sentence(head)
    return Pledge(
        ref=Ref(record.report.id, commitment.id),
        record=record,
        commitment=commitment,
        day=record.report.published.value,
        who=parties(record, commitment, known, lexicon),
        whom=of_entities(record, commitment.to_whom, known, lexicon),
        head=meant,
        words=frozenset(by_word.values()) - meant,
        names=frozenset(w for k, w in by_word.items() if tree.words[k].upos == "PROPN" and k not in dates),
        numbers=frozenset(tree.form(k) for k in told if tree.words[k].upos == "NUM"),
        patient=frozenset(by_word[k] for k in patients(tree, head, brought) if k in by_word),
        negated=is_negated(tree, head),
        sentence=tree.span(range(first, end)),
        due_begin=due.begin if due is not None and commitment.due.state == "date" else None,
        due_end=due.end if due is not None and commitment.due.state == "date" else None,
    )


def head_of(tree: Tree, inside: list[int]) -> int:
    """The word of a stretch that all others hang on; the first of several."""
    members = set(inside)
    tops = [k for k in inside if tree.words[k].head not in members and tree.words[k].upos != "PUNCT"]
    verbs = [k for k in tops if tree.words[k].upos in {"VERB", "NOUN", "ADJ", "PROPN"}]
    return (verbs or tops or inside)[0]


def likeness(one: Pledge, other: Pledge) -> float:
    """How alike two promises of different reports are told, 0..1; 0 where they are not the same promise."""
    if one.ref.report == other.ref.report or not one.head & other.head or one.negated != other.negated:
        return 0.0
    if not _may_be_same(one, other):
        return 0.0
    shared, fewer = len(one.words & other.words), min(len(one.words), len(other.words))
    told = bool(one.who and other.who)
    least, part = (1, SHARED) if told else (LEAST_WITHOUT_DOER, SHARED_WITHOUT_DOER)
    few = shared < (FEW if told else FEW_WITHOUT_DOER) and not (told and one.names & other.names)
    if few and not is_near(one.day, other.day):
        return 0.0
    if shared < least or shared < part * fewer or shared < BOTH * len(one.words | other.words):
        return 0.0
    return shared / len(one.words | other.words)


def _may_be_same(one: Pledge, other: Pledge) -> bool:
    """Whether nothing speaks against it: who, to whom, names, numbers, and a day that was over before."""
    if one.who and other.who and not is_same_parties(one.who, other.who):
        return False
    if one.whom and other.whom and not any(a.is_same(b) for a in one.whom for b in other.whom):
        return False
    if one.names and other.names and not one.names & other.names:
        return False
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        return False
    return not _is_over(one, other) and not _is_over(other, one)


def is_near(one: str | None, other: str | None) -> bool:
    """Whether two reports came out within weeks of each other, as far as their days are known."""
    days = days_between(one, other)
    return days is None or days <= NEAR


def days_between(one: str | None, other: str | None) -> int | None:
    """The days between two ISO dates, None where one of them is not known to the day."""
    if not one or not other or len(one) < 10 or len(other) < 10:
        return None
    return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)


def _is_over(one: Pledge, other: Pledge) -> bool:
    """Whether one was due before the other was told with another day: the next round, and not the same."""
    if one.is_deadline and other.is_deadline:
        return False  # a new day for what was to be done by an old one
    dates = one.commitment.due.value, other.commitment.due.value
    told_after = one.due_end is not None and other.day is not None and one.due_end <= other.day
    return told_after and other.commitment.due.state == "date" and dates[0] != dates[1]


def is_told_again(one: Pledge, other: Pledge) -> bool:
    """Whether a sentence is that of another report, printed again, with the same words for the day."""
    texts = [(p.record.report.text, p) for p in (one, other)]
    dues = [text[slice(*p.commitment.due.span)].casefold() if p.commitment.due.span else "" for text, p in texts]
    first, second = (set(stems(text[slice(*p.sentence)])) for text, p in texts)
    return dues[0] == dues[1] and len(first & second) >= AGAIN * min(len(first), len(second))


def is_same_parties(one: Iterable[Party], other: Iterable[Party]) -> bool:
    """Whether the same ones undertake it, all of them: what two have agreed is not what one of them has."""
    first, second = tuple(one), tuple(other)
    return all(any(a.is_same(b) for b in second) for a in first) and all(
        any(b.is_same(a) for a in first) for b in second
    )
