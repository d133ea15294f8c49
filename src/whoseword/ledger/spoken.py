"""What somebody says will be done, by those who say it or for those who do: "we will publish every contract".

In: the Material of one report. Out: `Undertaking`s in text order. The one who will do it must be the speaker, or the
speaker must speak for those who will ("officials said"), or an outlet must report it. Whoever looks on only predicts.

>>> [undertaking.status for undertaking in spoken(material)]
['promised']
"""

from __future__ import annotations

from collections.abc import Iterator

from whoseword.ledger.material import Material, overlaps
from whoseword.ledger.undertakings import Undertaking
from whoseword.model import Entity, Statement
from whoseword.statements.predicates import agent_of, cases, is_passive, mode_of, phrase, subject_of

_OWN = frozenset({"we", "i"})
_THIRD = frozenset({"he", "she", "they", "it"})
_WISHES = frozenset({"attitude", "prediction", "question", "demand", "no-comment"})
_FUTURE = frozenset(["will", "would", "shall", "'ll", "’ll", "wo"])
_REMAINING = frozenset({"remain", "stay"})


def spoken(m: Material) -> Iterator[Undertaking]:
    """All that is said to be going to be done, and what is announced by it."""
    tree = m.tree
    for k, word in enumerate(tree.words):
        if word.upos != "VERB" or m.is_silent(k):
            continue
        sorts = m.sorts(k)
        if sorts & {"deed", "announce"}:
            for made in _will(m, k):
                yield made
                yield from _announced(m, made)
        if "foreseen" in sorts:
            yield from _foreseen(m, k)


def _will(m: Material, k: int) -> Iterator[Undertaking]:
    statement, subject = m.told(k), subject_of(m.tree, k)
    if statement is None or subject is None or not _is_said_to_come(m, k, statement):
        return
    passive = is_passive(m.tree, k)
    doer = agent_of(m.tree, k) if passive else subject
    relative = m.tree.words[k].deprel == "acl"
    if doer is None:
        if _will_be_done(m, k, subject, statement):
            yield Undertaking(k, k, (), None, "expected", rule="commitments:will-be-done")
    elif _is_speaker(m, statement, doer):
        yield Undertaking(k, k, (doer,), None, "promised", rule="commitments:own-will", speaker=statement.entity)
    elif not relative and _can_act(m, doer) and _speaks_for(m, statement, doer):
        yield Undertaking(k, k, (doer,), None, "expected", rule="commitments:will-of-others")


def _is_said_to_come(m: Material, k: int, statement: Statement) -> bool:
    """Whether the deed at `k` is told as one to come: no wish, no harm, no condition, by a word of telling."""
    if statement.act in _WISHES or not _is_future(m, k) or m.is_harm(k) or _is_conditional(m, k):
        return False
    if m.tree.form(k) in _REMAINING and any(m.tree.words[c].upos == "ADJ" for c in m.tree.children(k, "xcomp")):
        return False  # "will not remain silent"
    # What others take his words to mean is no word of his.
    return any(m.lexicon.cue_within(m.report.text[slice(*cue)]) for cue in statement.cue)


def _will_be_done(m: Material, k: int, subject: int, statement: Statement) -> bool:
    """What has no doer, on the word of an insider: "ten clinics will be built"."""
    if any("if" in cases(m.tree, c) for c in m.tree.children(k, "advcl")):
        return False
    plain = m.tree.words[subject].upos != "PRON" and not m.tree.children(k, "xcomp")  # "would be held liable"
    place = m.tree.words[k].deprel in {"acl", "ccomp", "root", "conj"}
    return plain and place and "timing" not in m.sorts(subject) and _speaks_for(m, statement, None)


def _is_future(m: Material, k: int) -> bool:
    tree = m.tree
    for _ in range(3):
        aux = {tree.form(c) for c in tree.children(k, "aux")}
        if aux & _FUTURE:
            return mode_of(tree, k) in {"planned", "negated"}
        head = tree.words[k].head
        if tree.children(k, "nsubj", "aux", "mark") or tree.words[k].deprel != "conj" or not 0 <= head < k:
            return False
        if any(tree.form(n) == "to" and tree.words[n].upos == "PART" for n in range(head, k)):
            return False  # "will have a way to end the war and bring the troops home"
        k = head
    return False


def _is_conditional(m: Material, k: int) -> bool:
    """Whether the clause stands in a condition or is no clause of its own: "said that if they will leave"."""
    tree, above = m.tree, m.tree.words[k].head
    marks = {tree.form(c) for c in tree.children(k, "mark", "advmod")}
    if tree.words[k].deprel in {"ccomp", "csubj", "xcomp"} and above >= 0:
        told = m.told(k)
        inside = told is not None and any(start <= tree.words[above].span[0] < end for start, end in told.content)
        # "it is possible that she will", "that is like saying that she will".
        if tree.words[above].upos == "ADJ" or (inside and m.lexicon.cue(tree.form(above))):
            return True
    return bool(marks & {"if", "unless", "whether", "when", "once", "how", "why"})


def _is_speaker(m: Material, statement: Statement, doer: int) -> bool:
    """Whether the one who will do it is the one who says so."""
    form, words = m.tree.form(doer), m.tree.words
    if form in _OWN:
        return statement.quote in {"direct", "mixed"}
    entity = _entity(m, statement.entity)
    if any(overlaps(span, words[doer].span) for span in (entity.mentions if entity else ())):
        return True
    others = [e for e in m.entities if any(overlaps(span, words[doer].span) for span in e.mentions)]
    if form not in _THIRD or others or entity is None or statement.cue == () or _is_messenger(m, statement):
        return False
    if (entity.kind == "person") != (form in {"he", "she"}) and not _is_many(statement, m):
        return False
    if form in {"he", "she", "it"} and _is_many(statement, m):
        return False
    first = [n for span in statement.content for n in m.tree.inside(span) if m.tree.form(n) != "that"]
    return bool(first) and first[0] == doer and statement.quote != "direct"


def _is_many(statement: Statement, m: Material) -> bool:
    """Whether the source is several: "officials", "Roe and Pell"."""
    inside = m.tree.inside(statement.source) if statement.source else []
    plural = bool(inside) and m.tree.words[inside[-1]].upos == "NOUN" and m.tree.form(inside[-1]).endswith("s")
    return plural or any(m.tree.form(n) == "and" for n in inside)


def _is_messenger(m: Material, statement: Statement) -> bool:
    """A spokesman's "he" is whom he speaks for, or somebody else."""
    words = _source_words(m, statement)
    return any(w.startswith(("spokes", "aide", "source", "official", "lawyer", "advis")) for w in words)


def _speaks_for(m: Material, statement: Statement, doer: int | None) -> bool:
    """Whether the source can know: an insider, the doer's own people, or an outlet or document that reports it."""
    entity = _entity(m, statement.entity)
    words = _source_words(m, statement)
    sorts = {sort for word in words for sort in m.lexicon.undertaking.get(word, ())}
    if entity is None or "outsider" in sorts:
        return False
    if doer is None:
        announced = any(m.report.text[slice(*cue)].lower().startswith("announc") for cue in statement.cue)
        person = entity.named and entity.kind == "person"
        return announced if person else "insider" in sorts or entity.kind == "organisation"
    if entity.kind in {"outlet", "document"}:
        return True
    if entity.named:
        return _is_own(m, statement, doer)
    return "insider" in sorts and not _is_foreign(m, statement, doer)


def _is_own(m: Material, statement: Statement, doer: int) -> bool:
    """Whether the source's words name the doer: "Tasken's envoy Roe said Tasken would withdraw"."""
    if statement.source is None:
        return False
    doers = {m.tree.form(k) for k in m.tree.inside(phrase(m.tree, doer))}
    names = {w for w in _source_words(m, statement) if w in doers and len(w) > 3}
    countries = {c.name for w in m.report.text[slice(*statement.source)].split() if (c := m.lexicon.country(w))}
    own = m.lexicon.country(m.report.text[slice(*m.tree.words[doer].span)])
    return bool(names) or (own is not None and own.name in countries)


def _is_foreign(m: Material, statement: Statement, doer: int) -> bool:
    """Whether source and doer are of two countries: "Belmoran officials said Tasken would halt"."""
    own = m.lexicon.country(m.report.text[slice(*m.tree.words[doer].span)])
    source = m.report.text[slice(*statement.source)].split() if statement.source else []
    countries = {found.name for word in source if (found := m.lexicon.country(word))}
    return own is not None and bool(countries) and own.name not in countries


def _can_act(m: Material, doer: int) -> bool:
    """Whether this is somebody who can undertake something: a name, or a body such as a government."""
    if "actor" in m.sorts(doer):
        return True
    if m.tree.words[doer].upos == "PROPN":
        return True
    number = [c for c in m.tree.children(doer, "nmod") if m.tree.form(doer) == "number"]
    return any(_can_act(m, c) for c in number)


def _source_words(m: Material, statement: Statement) -> list[str]:
    entity = _entity(m, statement.entity)
    own = m.report.text[slice(*statement.source)] if statement.source else ""
    described = (entity.description or entity.name or "") if entity else ""
    found = [w.strip(".,’'s").lower() if w.endswith(("’s", "'s")) else w.strip(".,").lower() for w in own.split()]
    return found + [w.strip(".,").lower() for w in described.split()] + (["people"] if "sources" in found else [])


def _entity(m: Material, key: str | None) -> Entity | None:
    return next((e for e in m.entities if e.id == key), None)


def _announced(m: Material, made: Undertaking) -> Iterator[Undertaking]:
    """What is announced is undertaken as well: "will announce a cut in tolls"."""
    if "announce" not in m.sorts(made.head):
        return
    for c in m.tree.children(made.head, "obj"):
        if c > made.head and "matter" in m.sorts(c) and m.tree.children(c, "nmod", "acl"):
            yield Undertaking(made.trigger, c, made.doers, None, "expected", rule="commitments:announced", nominal=True)


def _foreseen(m: Material, k: int) -> Iterator[Undertaking]:
    """What is expected, on the word of somebody who can know: "is expected to sign"."""
    statement, head, subject = m.told(k), m.infinitive_after(k), subject_of(m.tree, k)
    if statement is None or head is None or subject is None or mode_of(m.tree, k) != "actual":
        return
    acts = m.sorts(head) & {"deed", "announce"} and not is_passive(m.tree, head) and not m.is_harm(head)
    if acts and _can_act(m, subject) and _speaks_for(m, statement, subject) and is_passive(m.tree, k):
        made = Undertaking(k, head, (subject,), None, "expected", rule="commitments:foreseen")
        yield made
        yield from _announced(m, made)
