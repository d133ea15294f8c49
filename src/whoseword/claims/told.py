"""A record -> its units of telling: the contents of statements, and what the author tells in no one else's name.

In: a Record, the Lexicon. Out: `Told`s, those of statements in their order and then those of the author in text order.
Both are told clause by clause; the main clause of a statement has the statement's id.
Bylines, captions and calls to subscribe are no telling; neither is a clause that says nothing of anybody.

>>> [unit.words for unit in units(record, load_lexicon())]
['the pier would close in May', 'The crew left the isle in April']
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from whoseword.across import Amount, Deed, Ref, Told
from whoseword.claims.deeds import deed, is_deed, lost_subject
from whoseword.claims.ends import with_ends
from whoseword.claims.foremost import told_in
from whoseword.claims.furniture import furniture, is_form
from whoseword.claims.splitting import Piece, pieces
from whoseword.claims.telling import Telling, folded
from whoseword.claims.terms import terms
from whoseword.lexicon import Lexicon
from whoseword.model import Act, Quantity, Record, Span, Statement, hashed_id

# A unit with fewer telling words ("He left") says too little to be found again elsewhere.
FEWEST_STEMS = 3
# Predicates of one unit that are compared; what comes after them in a long sentence is detail.
MOST_DEEDS = 10
_CLAUSES = frozenset({"root", "parataxis", "conj", "advcl", "acl"})
_SUBJECTS = ("nsubj", "nsubj:pass", "expl", "csubj")
# What was done with the words of a statement frames them like a word inside them would.
_FRAMED_BY: dict[Act, tuple[str, ...]] = {
    "demand": ("want",),
    "agreement": ("agree",),
    "promise": ("promise",),
    "prediction": ("plan",),
}
_FRAMED = frozenset({"xcomp", "ccomp", "obj", "acl", "nmod", "obl", "nsubj", "advcl", "conj"})
_DEEPEST = 8
_SPEAKING = frozenset({"i", "me"})


def units(record: Record, lexicon: Lexicon) -> tuple[Told, ...]:
    """The units of one report; each has a ref of its own."""
    telling = Telling(record, lexicon)
    # Where a tree runs in a circle, two clauses can have the same words.
    once = {unit.ref: unit for unit in (*_of_statements(telling), *_of_author(telling))}
    return with_ends(tuple(once.values()), record)


def sentence_at(telling: Telling, k: int) -> Told:
    """The whole sentence around the word at `k` as one unit, whoever says it: what a deed is seen with."""
    indices = range(*telling.tree.sentence(k))
    return _told(telling, indices, (telling.tree.span(indices),), None)


# Statements


def _of_statements(telling: Telling) -> Iterable[Told]:
    told: list[Told] = []
    for statement in telling.record.statements:
        if statement.quote == "none" or not statement.content:
            continue
        indices = [k for span in statement.content for k in telling.tree.inside(span)]
        main, *others = pieces(telling, statement, indices)
        spans = _runs(telling, main.indices) if others else statement.content
        made = _told(telling, main.indices, spans, statement)
        if made.stems and (made.deeds or len(made.stems) >= FEWEST_STEMS):
            told.append(made)
        told += [_told(telling, piece.indices, _runs(telling, piece.indices), statement, piece) for piece in others]
    return _once(told, telling.record.statements)


def _once(told: Sequence[Told], statements: Sequence[Statement]) -> Iterable[Told]:
    """Without the clauses of a statement that one nested in it tells as well."""
    within = {statement.id: statement.within for statement in statements}
    inner = {(unit.spans, within.get(unit.statement or "")) for unit in told}
    return (unit for unit in told if unit.ref.part == unit.statement or (unit.spans, unit.statement) not in inner)


# The author's own voice


def _of_author(telling: Telling) -> Iterable[Told]:
    record, tree = telling.record, telling.tree
    silent = furniture(record.report.text, record.report.parts)
    taken = _inside(telling, (*silent, *_spoken_for(record.statements)))
    taken |= {k for k, word in enumerate(tree.words) if tree.form(k) == "?"}
    for first, end in tree.sentences():
        if tree.form(end - 1) == "?":
            continue
        free = [k for k in range(first, end) if k not in taken]
        heads = [k for k in free if _is_clause(telling, k)]
        for head in heads:
            own = [k for k in _own(telling, head, heads) if k not in taken]
            spans = _runs(telling, own)
            made = _told(telling, own, spans, None)
            if made.deeds and len(made.stems) >= FEWEST_STEMS and not is_form(made.words):
                yield made


def _spoken_for(statements: Sequence[Statement]) -> Iterable[Span]:
    for statement in statements:
        if statement.quote != "none":
            yield from (*statement.content, *statement.cue, *((statement.source,) if statement.source else ()))


def _inside(telling: Telling, spans: Iterable[Span]) -> set[int]:
    return {k for span in spans for k in telling.tree.inside(span)}


def _is_clause(telling: Telling, k: int) -> bool:
    """A predicate that can be told alone: the first of a sentence, or one with a subject of its own."""
    tree, word = telling.tree, telling.tree.words[k]
    if word.deprel == "root":
        return is_deed(telling, k) or any(is_deed(telling, c) for c in tree.children(k))
    subject = bool(tree.children(k, *_SUBJECTS)) or bool(lost_subject(telling, k))
    # "where troops are stationed" does not say where.
    loose = word.deprel == "acl" and any(tree.form(c) in {"where", "when"} for c in tree.children(k))
    return word.deprel in _CLAUSES and is_deed(telling, k) and subject and not loose


def _own(telling: Telling, head: int, heads: Collection[int]) -> list[int]:
    """What hangs on a clause's head without the clauses below that are told on their own."""
    others = {n for other in heads if other != head for n in _below(telling, other, head)}
    own = {k for k in telling.tree.below(head) if k not in others}
    lost = lost_subject(telling, head)
    return sorted(own | set(range(min(lost), head) if lost else ()))


def _below(telling: Telling, other: int, head: int) -> list[int]:
    inner = telling.tree.below(other)
    return [] if head in inner else inner


def _runs(telling: Telling, indices: Sequence[int]) -> tuple[Span, ...]:
    """The spans of neighbouring words, without marks at their ends."""
    runs: list[list[int]] = []
    for k in indices:
        if runs and runs[-1][-1] + 1 == k:
            runs[-1].append(k)
        else:
            runs.append([k])
    words = telling.tree.words
    kept = [run for run in runs if any(words[k].upos not in {"PUNCT", "CCONJ"} for k in run)]
    return tuple(telling.tree.span(run) for run in kept)


# One unit


def _told(
    telling: Telling,
    indices: Sequence[int],
    spans: tuple[Span, ...],
    statement: Statement | None,
    piece: Piece | None = None,
) -> Told:
    report = telling.record.report
    text = report.text
    weights, groups = telling.stems(indices), telling.groups(indices)
    modal = [m.kind for m in statement.modality if _holds(spans, m.span)] if statement else []
    deeds, names = _deeds(telling, indices, statement, piece), telling.names_in(indices)
    counted = terms(telling, indices, names)
    return Told(
        ref=Ref(report.id, _part(report.id, spans, statement, piece)),
        voice="statement" if statement else "author",
        spans=spans,
        words=" ".join(text[slice(*span)] for span in spans),
        stems=tuple(weights),
        names=names,
        deeds=deeds,
        amounts=tuple(_amount(telling, q) for q in telling.record.quantities if _holds(spans, q.span)),
        act=statement.act if statement else "statement",
        modal=tuple(dict.fromkeys(modal)),
        negated=any(each.main and each.mode == "negated" for each in deeds),
        day=report.published.value[:10] if report.published.value else None,
        weights=tuple(weights.values()),
        meanings=tuple(groups.get(stem, "") for stem in weights),
        statement=statement.id if statement else None,
        terms=tuple(counted),
        term_weights=tuple(counted.values()),
    )


def _part(report: str, spans: tuple[Span, ...], statement: Statement | None, piece: Piece | None) -> str:
    if statement is None:
        return hashed_id("told", report, spans)
    return hashed_id("told", report, statement.id, spans) if piece else statement.id


def _holds(spans: Iterable[Span], span: Span) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def _amount(telling: Telling, quantity: Quantity) -> Amount:
    of = None
    if quantity.of is not None and (inside := telling.tree.inside(quantity.of)):
        of = telling.lemma_at(inside[-1])
    unit = quantity.unit.lower() if quantity.unit else None
    return Amount(quantity.span, quantity.value, unit, of, quantity.bound, quantity.high)


def _deeds(
    telling: Telling, indices: Sequence[int], statement: Statement | None, piece: Piece | None
) -> tuple[Deed, ...]:
    inside = set(indices)
    added, top = piece is not None and piece.added, piece.top if piece else None
    frames = _FRAMED_BY.get(statement.act, ()) if statement and not added else ()
    # What frames the main clause frames what is joined to it as well.
    framing = inside if added or not statement else _inside(telling, statement.content)
    found = [k for k in indices if is_deed(telling, k)]
    mains = set(told_in(telling, found, inside, statement, top))
    made = [deed(telling, k, main=k in mains, frames=(*_frames(telling, k, framing), *frames)) for k in found]
    first = sorted(range(len(made)), key=lambda n: (not made[n].main, n))[:MOST_DEEDS]
    speaker = _speaker(telling, statement)
    return tuple(_spoken_by(speaker, made[n]) if speaker else made[n] for n in sorted(first))


def _speaker(telling: Telling, statement: Statement | None) -> str | None:
    """The folded name of the one whose own words "I" stands in."""
    if statement is None or statement.quote not in {"direct", "mixed"}:
        return None
    source = next((each for each in telling.record.entities if each.id == statement.entity), None)
    return folded(source.name) if source and source.named and source.name and source.kind == "person" else None


def _spoken_by(speaker: str, each: Deed) -> Deed:
    """A deed with the speaker's name for "I" and "me"."""
    who, whom = (
        tuple(replace(side, name=speaker) if side.head in _SPEAKING and not side.name else side for side in sides)
        for sides in (each.who, each.whom)
    )
    return replace(each, who=who, whom=whom)


def _frames(telling: Telling, k: int, inside: Collection[int]) -> tuple[str, ...]:
    """The groups of the framing words above a predicate in its unit: the outermost last."""
    tree = telling.tree
    found: dict[str, None] = {}
    for _ in range(_DEEPEST):
        word = tree.words[k]
        if word.head not in inside or word.deprel.split(":")[0] not in _FRAMED:
            break
        k = word.head
        if word.deprel != "conj":
            found |= dict.fromkeys(sorted(m.name for m in telling.meanings_at(k) if m.sort == "frame"))
    return tuple(found)
