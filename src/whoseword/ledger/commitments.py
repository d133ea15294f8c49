"""What one report says somebody has undertaken: who, to whom, what, by when, and on whose word.

In: a Report, its Reading, statements, entities and times, and the Lexicon. Out: `Commitment`s in text order. Mentions
of one undertaking make one commitment where their predicate is the same, most of their words are, and nothing speaks
against the same doers. Threats, demands, hopes, offers, predictions and the author's own plans are none.

>>> [found.due.state for found in find_commitments(report, reading, statements, entities, times, lexicon=lexicon)]
['not-set']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from whoseword.ledger.arrangements import arranged
from whoseword.ledger.dues import due_of
from whoseword.ledger.material import Material, make_material, overlaps
from whoseword.ledger.parties import is_of_land, land_of
from whoseword.ledger.plans import planned
from whoseword.ledger.promises import undertaken
from whoseword.ledger.remarks import Remark, remarks
from whoseword.ledger.spoken import spoken
from whoseword.ledger.terms import agreed_terms
from whoseword.ledger.undertakings import Undertaking
from whoseword.ledger.wording import what_of
from whoseword.lexicon import Lexicon
from whoseword.model import (
    Commitment,
    CommitmentStatus,
    Due,
    Entity,
    Reading,
    Report,
    Span,
    Statement,
    Time,
    hashed_id,
)
from whoseword.statements.predicates import is_negated, phrase, subject_of

# Two mentions of one predicate are the same undertaking when this share of the shorter one's words is in both. Half:
# "withdraw combat forces" and "all foreign combat troops will withdraw" share combat and the verb.
SAME = 0.5
STEM = 6  # letters by which "withdrawal" and "withdraw" are the same
_STAGES = (arranged, planned, spoken, agreed_terms, undertaken)
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_ENDINGS = ("ments", "ment", "ings", "ing", "ies", "ed", "es", "s")
# What is told last of an undertaking outweighs what was told before: a broken promise was once made.
_WEIGHT: dict[CommitmentStatus, int] = {
    "broken": 6, "done": 5, "postponed": 4, "agreed": 3, "promised": 2, "denied": 1, "expected": 0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Draft:
    made: Undertaking
    what: Span
    due: Due
    condition: Span | None
    stem: str
    words: frozenset[str]
    statements: tuple[str, ...]


def find_commitments(
    report: Report,
    reading: Reading,
    statements: Sequence[Statement],
    entities: Sequence[Entity],
    times: Sequence[Time],
    *,
    lexicon: Lexicon,
) -> tuple[Commitment, ...]:
    """The commitments of one report in text order."""
    m = make_material(report, reading, statements, entities, times=times, lexicon=lexicon)
    # What comes later says more of the same deed: "agreed to" more than "will".
    found = {made.head: made for stage in _STAGES for made in stage(m)}
    drafts = [_draft(m, made) for made in sorted(found.values(), key=lambda made: (made.trigger, made.head))]
    drafts = [draft for draft in drafts if _says_something(m, draft)]
    drafts, left_open = _with_remarks(m, drafts)
    drafts = _with_days(m, [*drafts, *left_open])
    groups = _merged(m, sorted(drafts, key=lambda draft: draft.what))
    return tuple(sorted((_commitment(m, group) for group in groups), key=lambda c: (c.what, c.id)))


def _says_something(m: Material, draft: _Draft) -> bool:
    """Whether the words tell what is undertaken: "improve" alone does not, "resign" does."""
    made = draft.made
    return (
        bool(draft.words) or made.nominal or made.status == "denied" or bool(m.sorts(made.head) & {"deed", "announce"})
    )


def _draft(m: Material, made: Undertaking) -> _Draft:
    due, condition = due_of(m, made)
    what = what_of(m, made, due, condition)
    words = frozenset(_stem_at(m, k) for k in m.tree.inside(what) if m.tree.words[k].upos in _CONTENT)
    stem = _stem_at(m, made.head)
    return _Draft(made, what, due, condition, stem, words - {stem}, _carriers(m, made.trigger))


def _stem_at(m: Material, k: int) -> str:
    """The stem of a word, of an irregular one that of its lemma: "paid" and "payments" are one."""
    spelling = m.lexicon.spelling
    form = m.tree.form(k)
    return _stem(spelling.verbs.get(form) or spelling.nouns.get(form) or form)


def _stem(form: str) -> str:
    ending = next((e for e in _ENDINGS if form.endswith(e) and len(form) > len(e) + 2), "")
    return form.removesuffix(ending)[:STEM].removesuffix("e").removesuffix("y")


def _carriers(m: Material, trigger: int) -> tuple[str, ...]:
    """The statement in which it is told, and the one that it is itself: "the ministry said the sides agreed"."""
    span, inner = m.tree.words[trigger].span, m.told(trigger)
    acts = [s.id for s in m.statements if any(overlaps(cue, span) for cue in s.cue)]
    return tuple(dict.fromkeys([*([inner.id] if inner else []), *acts]))


# Remarks on dates


def _with_remarks(m: Material, drafts: list[_Draft]) -> tuple[list[_Draft], list[_Draft]]:
    """Gives each "no date was set" to the undertaking that it is said of, and finds those known by it alone."""
    left_open: list[_Draft] = []
    for remark in remarks(m):
        place = _place(m, remark, drafts)
        if place is not None:
            if drafts[place].due.state == "unstated":
                carried = dict.fromkeys((*drafts[place].statements, *_carriers(m, remark.word)))
                due = Due("not-set", None, remark.span)
                drafts[place] = replace(drafts[place], due=due, statements=tuple(carried))
        elif not remark.of:
            left_open.extend(_left_open(m, remark))
    return drafts, left_open


def _place(m: Material, remark: Remark, drafts: list[_Draft]) -> int | None:
    about = {_stem_at(m, k) for k in remark.of if m.tree.words[k].upos in _CONTENT}
    sentence = m.sentence(remark.word)
    named = [n for n, d in enumerate(drafts) if d.stem in about and d.made.trigger < sentence.stop]
    if named:
        return named[0]
    if about:
        return None
    here = [n for n, d in enumerate(drafts) if d.made.trigger in sentence]
    before = [n for n in here if drafts[n].made.trigger < remark.word]
    if here:
        return (before or here)[-1 if before else 0]
    close = [n for n, d in enumerate(drafts) if sentence.start - 1 in m.sentence(d.made.trigger)]
    between = m.report.text[m.tree.words[sentence.start - 1].span[1] : m.tree.words[sentence.start].span[0]]
    return close[-1] if sentence.start and close and "\n" not in between else None


def _left_open(m: Material, remark: Remark) -> list[_Draft]:
    """What is only known by its open date: "allowing for the withdrawal, with the timing to be settled"."""
    for k in range(remark.word - 1, max(m.sentence(remark.word).start, remark.word - 14) - 1, -1):
        word = m.tree.words[k]
        if word.upos == "VERB" and word.deprel not in {"amod", "compound"}:
            return []
        entry = m.lexicon.event_noun.get(m.tree.form(k))
        known = entry is not None and entry.category in {"YIELD", "MOBILIZE"}
        if word.upos == "NOUN" and ("matter" in m.sorts(k) or known) and m.told(k) is not None:
            made = Undertaking(k, k, (), None, "expected", rule="commitments:timing-left-open", nominal=True)
            what, stem = phrase(m.tree, k), _stem_at(m, k)
            words = frozenset(_stem_at(m, n) for n in m.tree.inside(what) if m.tree.words[n].upos in _CONTENT)
            due = Due("not-set", None, remark.span)
            return [_Draft(made, what, due, None, stem, words - {stem}, _carriers(m, k))]
    return []


def _with_days(m: Material, drafts: list[_Draft]) -> list[_Draft]:
    """Gives a day named later, "the announcement is expected on Monday", to what was said to be announced."""
    for k in range(len(m.tree.words)):
        subject = subject_of(m.tree, k) if "foreseen" in m.sorts(k) else None
        if subject is None or m.tree.words[subject].upos != "NOUN" or m.infinitive_after(k) is not None:
            continue
        due, _ = due_of(m, Undertaking(k, k, (), None, "expected", rule="commitments:foreseen"))
        stem = _stem_at(m, subject)
        place = next((n for n, d in enumerate(drafts) if d.stem == stem and d.due.state != "date"), None)
        if place is not None and due.state == "date":
            carried = dict.fromkeys((*drafts[place].statements, *_carriers(m, k)))
            drafts[place] = replace(drafts[place], due=due, statements=tuple(carried))
    return drafts


# Merging


def _merged(m: Material, drafts: list[_Draft]) -> list[list[_Draft]]:
    groups: list[list[_Draft]] = []
    for draft in drafts:
        home = next((group for group in groups if any(_is_same(m, draft, other) for other in group)), None)
        if home is None:
            groups.append([draft])
        else:
            home.append(draft)
    return groups


def _is_same(m: Material, one: _Draft, other: _Draft) -> bool:
    if one.made.trigger == other.made.trigger:
        return False  # "calls for Tasken to free forty and Norvik to free ten"
    if one.stem != other.stem or (one.made.status == "denied") != (other.made.status == "denied"):
        return False
    if is_negated(m.tree, one.made.head) != is_negated(m.tree, other.made.head):
        return False
    if one.due.state == other.due.state == "date" and one.due.value != other.due.value:
        return False
    fewer = min(len(one.words), len(other.words))
    alike = len(one.words & other.words) >= SAME * fewer if fewer else one.words == other.words
    return alike and _may_be_the_same_doers(m, one.made, other.made)


def _may_be_the_same_doers(m: Material, one: Undertaking, other: Undertaking) -> bool:
    names = [_doer_words(m, made) for made in (one, other)]
    if not names[0] or not names[1] or names[0] & names[1]:
        return True
    held = [{e.id: e for e in m.entities if e.id in _who(m, made)}.values() for made in (one, other)]
    lands = [{land for e in each if (land := land_of(m.report.text, e, m.lexicon))} for each in held]
    # "Tasken pledges" in the headline, "Tasken's President Roe pledged" below it.
    return any(is_of_land(land, " ".join(sorted(names[1 - n]))) for n in (0, 1) for land in lands[n])


def _doer_words(m: Material, made: Undertaking) -> set[str]:
    """The names of the doers: of their entities where these are known, else as they stand."""
    ids = set(_who(m, made))
    found = " ".join(e.name for e in m.entities if e.id in ids and e.name).split()
    if not found:
        inside = [k for d in made.doers for k in m.tree.inside(phrase(m.tree, d))]
        found = [m.tree.form(k) for k in inside if m.tree.words[k].upos == "PROPN"]
    return {w.lower() for w in found if w[:1].isalnum()} - {"the", "a", "an", "and", "of"}


def _who(m: Material, made: Undertaking) -> tuple[str, ...]:
    """The entities of the doers: the speaker's own, else those with a mention in the doers' words."""
    if made.speaker is not None:
        return (made.speaker,)
    found: list[str] = []
    for doer in made.doers:
        span = phrase(m.tree, doer)
        held = [
            (min(end, span[1]) - max(start, span[0]), e.id)
            for e in m.entities
            for start, end in e.mentions
            if overlaps((start, end), m.tree.words[doer].span)
        ]
        found.extend([max(held, key=lambda h: h[0])[1]] if held else [])
    return tuple(dict.fromkeys(found))


def _commitment(m: Material, group: list[_Draft]) -> Commitment:
    ranked = sorted(group, key=lambda d: (m.is_heading(d.made.head), -len(d.words)))
    best = ranked[0]
    status = max((d.made.status for d in group), key=_WEIGHT.__getitem__)
    who = tuple(dict.fromkeys(i for d in ranked for i in _who(m, d.made))) if not _who(m, best.made) else ()
    dated = next((d.due for kind in ("date", "not-set", "condition") for d in ranked if d.due.state == kind), best.due)
    whom = [d.made for d in ranked if d.made.whom is not None]
    carried = dict.fromkeys(i for d in sorted(group, key=lambda d: d.made.trigger) for i in d.statements)
    doers = next((d.made.doers for d in ranked if d.made.doers), ())
    return Commitment(
        id=hashed_id("commitment", m.report.id, best.what),
        who=_who(m, best.made) or who,
        to_whom=_to_whom(m, whom[0]) if whom else (),
        what=best.what,
        due=dated,
        condition=next((d.condition for d in ranked if d.condition), None),
        statements=tuple(carried),
        status=status,
        rule=best.made.rule,
        doers=tuple(phrase(m.tree, doer) for doer in doers),
    )


def _to_whom(m: Material, made: Undertaking) -> tuple[str, ...]:
    told = replace(made, doers=(made.whom,) if made.whom is not None else (), speaker=None)
    return _who(m, told)
