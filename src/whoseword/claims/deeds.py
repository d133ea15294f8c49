"""The predicates of a record as deeds: who did what to whom, where, when, and whether it happened.

In: a `Telling` and the index of a word, a verb or a noun. Out: a `Deed`. Sides follow PropBank's numbered roles, as in
`statements/events.py`; of a noun the phrase behind "of" and the nouns before it are what it is done to.

>>> deed_at(record, 2, load_lexicon()).lemma
'withdraw'
"""

from __future__ import annotations

from collections.abc import Iterable

from whoseword.across import Argument, Deed, DeedSort
from whoseword.claims.carrying import brought, carrier
from whoseword.claims.phrasal import done_to
from whoseword.claims.telling import Telling, folded
from whoseword.lexicon import Lexicon, Meaning
from whoseword.model import EventMode, Record, Span, Time
from whoseword.statements.predicates import (
    RELATIVES,
    agent_of,
    cases,
    is_passive,
    mode_of,
    object_of,
    phrase,
    subject_of,
)

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_INSIDE_NOUN = frozenset({"amod", "compound", "flat", "fixed", "case", "mark", "aux", "aux:pass", "cop"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "obj", "acl"})
_PARTIES = frozenset("between with among".split())
_PLACES = frozenset("in at near outside inside across over around from to".split())
_QUANTITIES = frozenset(
    "number group series majority dozen hundred thousand lot handful rest part half some all".split()
)
_ASPECTS = frozenset({"begin", "end", "continue"})
_GOING = frozenset("withdraw death resignation departure retreat arrival exit collapse pullout".split())


def deed_at(record: Record, word_index: int, lexicon: Lexicon) -> Deed:
    """The deed of the predicate at an index of `Reading.words`; for many of one record, make one `Telling`."""
    return deed(Telling(record, lexicon), word_index)


def deed(telling: Telling, k: int, *, main: bool = True, frames: tuple[str, ...] = ()) -> Deed:
    """The deed of the predicate at `k`, whatever its sort of word."""
    event, time = telling.events.get(k), telling.times_of.get(k) or _begun(telling, k)
    meanings = tuple(m for m in telling.meanings_at(k) if m.sort != "thing")
    who, whom = _verbal(telling, k) if telling.sort_at(k) == "verb" else _nominal(telling, k)
    places, also = _around(telling, k, {*who, *whom})
    return Deed(
        predicate=telling.tree.words[k].span,
        lemma=telling.lemma_at(k),
        category=event.category if event else None,
        mode=_mode(telling, k),
        who=_arguments(telling, who),
        whom=_arguments(telling, whom),
        places=places,
        begin=time.begin if time else None,
        end=time.end if time else None,
        event=event.id if event else None,
        also=_arguments(telling, also),
        meanings=tuple(m.name for m in meanings),
        sort=_sort(telling, k, meanings),
        main=main,
        frames=frames,
    )


def _begun(telling: Telling, k: int) -> Time | None:
    """When it began or ended, of "began on Monday to withdraw"."""
    word = telling.tree.words[k]
    if word.deprel != "xcomp" or word.head < 0:
        return None
    begun = any(m.name in _ASPECTS for m in telling.meanings_at(word.head))
    return telling.times_of.get(word.head) if begun else None


def is_deed(telling: Telling, k: int) -> bool:
    """Whether the word at `k` is a predicate: a verb, what "is" says of something, or a noun for what happens."""
    tree, word = telling.tree, telling.tree.words[k]
    if word.deprel in _INSIDE_NOUN:
        return False
    if word.upos == "VERB" or tree.children(k, "cop"):
        return True
    if word.upos == "AUX":
        return word.deprel in {"root", "ccomp", "conj", "advcl", "parataxis"}
    if word.upos != "NOUN":
        return False
    return k in telling.events or any(m.sort != "thing" for m in telling.meanings_at(k))


def _mode(telling: Telling, k: int) -> EventMode:
    """As for events; also to come is a headline's "Mission to Shift", and "with the day to be fixed"."""
    tree = telling.tree
    by = carrier(telling, k)
    found = mode_of(tree, k if by is None else by)
    objects = tree.children(k, "obj") if tree.words[k].upos == "VERB" else []
    if found == "actual" and any(tree.form(d) == "no" for c in objects for d in tree.children(c, "det")):
        return "negated"  # "suffered no losses"
    above = tree.words[k].head
    if found == "hypothetical" and tree.words[k].deprel == "acl" and "with" in cases(tree, above):
        return "planned" if any(tree.form(c) == "to" for c in tree.children(k, "mark")) else found
    coming = any(tree.form(c) == "to" for c in tree.children(k, "mark")) and bool(
        tree.children(k, "nsubj", "nsubj:pass")
    )
    return "planned" if coming and found == "actual" else found


def _sort(telling: Telling, k: int, meanings: Iterable[Meaning]) -> DeedSort:
    """A word that can frame does so where something hangs on it: "agreed to close", but not "agreed on Monday"."""
    sorts = [m.sort for m in meanings]
    below = telling.tree.children(k, *_COMPLEMENTS)
    if "frame" in sorts and any(is_deed(telling, c) for c in below):
        return "frame"
    rest = [sort for sort in sorts if sort not in {"frame", "thing"}]
    return "side" if "side" in rest else "state" if "state" in rest else "act"


def _verbal(telling: Telling, k: int) -> tuple[list[int], list[int]]:
    tree = telling.tree
    caused = brought(telling, k)
    if caused is not None:
        done = tree.form(k).endswith(("ed", "en"))
        return ([], [caused]) if done else ([caused], _listed(object_of(tree, k)))
    subject = subject_of(tree, k)
    if subject is None and (lost := lost_subject(telling, k)):
        return ([], lost) if is_passive(tree, k) else (lost, _listed(object_of(tree, k)))
    if not is_passive(tree, k):
        target = object_of(tree, k)
        phrase = telling.phrase_at(k)
        if phrase and tree.words[phrase[1]].upos == "NOUN":
            target = done_to(tree, k, phrase[1])
        return _listed(subject), _listed(target)
    if subject is None and tree.words[k].deprel == "acl":
        subject = tree.words[k].head
    return _listed(agent_of(tree, k)), _listed(subject)


def lost_subject(telling: Telling, k: int) -> list[int]:
    """The nouns between "that" or "after" and the verb of its clause, where the tree has tied them to another word."""
    tree = telling.tree
    marks = [c for c in tree.children(k, "mark") if c < k and tree.form(c) != "to"]
    helped = [c for c in tree.children(k, "aux", "aux:pass", "cop") if c < k]
    if not marks or not helped:
        return []
    between = [n for n in range(marks[-1] + 1, helped[0]) if tree.words[n].upos in {"NOUN", "PROPN"}]
    names = [n for n in between if telling.name_at(n) and telling.name_at(n) != telling.name_at(n - 1)]
    plain = [n for n in between if tree.words[n].deprel in {"nsubj", "nsubj:pass", "appos"}]
    return list(dict.fromkeys([*plain[:1], *(n for n in names if tree.words[n].deprel not in _INSIDE_NOUN)]))


def _nominal(telling: Telling, k: int) -> tuple[list[int], list[int]]:
    tree = telling.tree
    if tree.children(k, "cop"):
        return _listed(subject_of(tree, k)), []
    below = [c for c in tree.children(k, "nmod", "obl") if c > k]
    before = [c for c in tree.children(k, "nmod", "nmod:poss", "compound", "amod") if c < k]
    owners = [c for c in before if telling.name_at(c) or tree.words[c].deprel == "nmod:poss"]
    owners += [c for c in before if tree.words[c].upos == "ADJ" and telling.names_in([c])]
    kinds = [c for c in before if c not in owners and tree.words[c].upos == "NOUN"]
    agents = _listed(agent_of(tree, k)) or owners or [c for c in below if cases(tree, c) & _PARTIES]
    within = [c for c in below if "in" in cases(tree, c) and telling.name_at(c) is None]  # "a shift in the mission"
    objects = [c for c in below if cases(tree, c) & {"of", "on", "against"}] or within or kinds
    if not agents and telling.lemma_at(k) in _GOING:
        return objects, []
    return agents, objects


def _listed(k: int | None) -> list[int]:
    return [] if k is None else [k]


def _around(telling: Telling, k: int, taken: set[int]) -> tuple[tuple[str, ...], list[int]]:
    """The places that hang on a predicate, folded, and its other arguments with prepositions."""
    tree = telling.tree
    places: list[str] = []
    also: list[int] = []
    dated = {n for time in telling.record.times for n in tree.inside(time.span)} if tree.children(k, "obl") else set()
    for c in tree.children(k, "obl", "nmod", "iobj"):
        if c in taken or c in dated or tree.words[c].upos not in _NOMINAL:
            continue
        name = telling.name_at(c)
        is_place = name is not None and any(start <= tree.words[c].span[0] < end for start, end in telling.place_names)
        country = telling.lexicon.country(tree.text[slice(*tree.words[c].span)])
        if name and (is_place or country) and cases(tree, c) & _PLACES:
            # A capital lies in its country: "in Oslo" and "in Norway" are no two places.
            places += [name, folded(country.name)] if country else [name]
        else:
            also.append(c)
    return tuple(sorted(set(places))), also


def _arguments(telling: Telling, heads: Iterable[int]) -> tuple[Argument, ...]:
    """Each head with those that "and" joins to it."""
    found: list[Argument] = []
    for head in heads:
        first = _owned(telling, _counted(telling, head))
        joined = [first, *(c for c in telling.tree.children(first, "conj") if telling.tree.words[c].upos in _NOMINAL)]
        found += [_argument(telling, k, name) for k in joined for name in telling.actors_at(_meant(telling, k))]
    return tuple(found)


def _counted(telling: Telling, k: int) -> int:
    """Of "a number of members" the members."""
    below = [c for c in telling.tree.children(k, "nmod") if c > k and "of" in cases(telling.tree, c)]
    return below[0] if below and telling.lemma_at(k) in _QUANTITIES else k


def _owned(telling: Telling, k: int) -> int:
    """Of "Velland's Gen. Ann Roe", where the tree has Velland for the one, the name behind."""
    tree = telling.tree
    after = k + 1
    if after >= tree.sentence_end(k) or tree.form(after) not in {"'s", "’s"} or tree.words[after].deprel != "case":
        return k
    end = tree.sentence_end(k)
    if tree.words[after].head <= k:
        return k
    person = next((n for n in range(after + 1, end) if tree.words[n].upos != "PROPN"), end) - 1
    return person if person > after and telling.name_at(person) else k


def _meant(telling: Telling, k: int) -> int:
    """Of "who" and "that" the word that they stand for."""
    tree = telling.tree
    if tree.form(k) in RELATIVES and (above := tree.words[k].head) >= 0:
        above_word = tree.words[above]
        if above_word.deprel == "acl" and above_word.head >= 0:
            return above_word.head
    return k


def _phrase(telling: Telling, k: int) -> Span:
    """The phrase of a noun; where a tree runs in a circle, the words right before it that hang on it."""
    tree = telling.tree
    span = phrase(tree, k)
    first = k
    while (
        first > 0
        and tree.words[first - 1].head == k
        and tree.words[first - 1].deprel in _INSIDE_NOUN | {"det", "nummod"}
    ):
        if tree.words[first - 1].deprel in {"case", "mark"}:
            break
        first -= 1
    return (min(span[0], tree.words[first].span[0]), span[1])


def _apposed(telling: Telling, k: int) -> str | None:
    """The name that stands beside a description: "the general, Ann Roe", "the mayor Ann Roe", "Maj. Ann Roe"."""
    tree = telling.tree
    beside = tree.children(k, "appos")
    if beside:
        return telling.name_at(beside[0])
    follows = tree.words[k].upos in {"NOUN", "PROPN"} and k + 1 < tree.sentence_end(k)
    return telling.name_at(k + 1) if follows and tree.words[k + 1].upos == "PROPN" else None


def _argument(telling: Telling, k: int, name: str | None) -> Argument:
    tree = telling.tree
    k = _meant(telling, k)
    span = _phrase(telling, k)
    others = [n for n in tree.inside(span) if n != k]
    country = telling.stem_at(k)
    beside = _apposed(telling, k)
    # "A miller, Rolf Anders": of the two, the one with a capital names him.
    name = beside if beside and tree.text[tree.words[k].span[0]].islower() else name or beside
    if any(tree.form(c) in {"a", "an"} for c in tree.children(k, "det")) and name == telling.stem_at(k):
        name = None  # "an American" is nobody by name
    names = tuple(each for each in telling.names_in(others) if each != name)
    return Argument(
        span=span,
        head=country if telling.names_in([k]) == (country,) else telling.lemma_at(k),
        name=name,
        words=tuple(stem for stem in telling.stems(others) if stem not in names),
        names=names,
        meanings=tuple(m.name for m in telling.meanings_at(k)),
    )


__all__ = ["deed", "deed_at", "folded", "is_deed"]
