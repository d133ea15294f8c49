"""Attribution relations -> statements and the entities that stand behind them.

In: a Report, its Reading, the Lexicon. Out: statements in text order, entities in the order of their first mention,
Problems for marks that do not pair. Nothing is resolved here that the words at the place do not say.

>>> attributed, problems = attribute(report, reading, load_lexicon())
>>> attributed.statements[0].rule
'reader:roles'
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from whoseword.lexicon import Cue, Lexicon
from whoseword.model import Entity, Problem, Reading, Relation, Report, Span, Statement, hashed_id
from whoseword.reports.words import paragraphs
from whoseword.statements.borders import moved
from whoseword.statements.clauses import Draft, split
from whoseword.statements.mentions import Mention, key_of, mention
from whoseword.statements.nesting import nested
from whoseword.statements.outer import around, filled
from whoseword.statements.quotes import Quotation, quotations, quote_kind, with_marks
from whoseword.statements.recipients import tell_apart
from whoseword.statements.soft import soft
from whoseword.statements.trees import Tree

# A quotation that no cue introduces is a statement only when it is long enough to be somebody's sentence.
LONE_QUOTATION_WORDS = 5
# A cue that holds no word of telling from the word lists ("are looking at") must be surer by this factor. On twelve
# reports marked by hand, fewer than one in five of those that this leaves out were statements; PolNeAR, which counts
# softer words as telling, loses half a point of F1.
UNKNOWN_CUE = 2.4
# What the reader takes for telling and is none: a parliament's vote is an event, and "Pressed on the leak, Marling
# said" tells once.
DEEDS = frozenset("vote votes voted voting refer refers referred referring".split())
PRESSED = "pressed on"
# Cues whose content is a source and no claim: "The report cited a negotiator".
INTRODUCING = frozenset({"cite"})
# Relations that the reader is less sure of are left out. On PolNeAR dev the share of right ones among them is under a
# quarter, and attribution F1 was highest with a bound between 0.25 and 0.3.
LEAST_CONFIDENCE = 0.25
_ASKING = frozenset({"Who", "What", "Which", "Whoever"})
_SAYING = frozenset({"say", "tell"})
_AND_BEHIND = re.compile(r"[,\s]+(?:and|or)$")
_SILENT_PARTS = frozenset({"byline", "bio"})


@dataclass(frozen=True, slots=True)
class Attributed:
    """What attribution makes of one report."""

    statements: tuple[Statement, ...]
    entities: tuple[Entity, ...]


def attribute(
    report: Report, reading: Reading, lexicon: Lexicon, *, least: float = LEAST_CONFIDENCE
) -> tuple[Attributed, tuple[Problem, ...]]:
    """The statements of one report, each with exact spans, and who or what their sources are.

    Relations of a lower confidence than `least` are left out.
    """
    text = report.text
    found, problems = quotations(text, paragraphs(text))
    scene = _Scene(report, Tree(text, reading), reading, lexicon, found)
    statements: dict[str, Statement] = {}
    loose: list[tuple[Span, ...]] = []
    for relation in _kept(report, reading.relations, least, lexicon):
        for draft in _drafts(scene, relation):
            made = scene.statement(draft)
            if made:
                statements.setdefault(made.id, made)
            elif not relation.cue:
                loose.append(relation.content)
    covered = {k for s in statements.values() for span in s.cue for k in scene.tree.inside(span)}
    for draft in (*around(scene.tree, covered, lexicon), *soft(scene.tree, covered)):
        made = scene.statement(replace(draft, relation=tell_apart(text, reading, draft.relation, lexicon)))
        if made and made.confidence >= least and not _is_silent(report, made):
            statements.setdefault(made.id, made)
    # A whole sentence that the reader took for a content without a cue may hold both.
    for content in [*(outer.content for outer in list(statements.values())), *loose]:
        for draft in nested(scene.tree, content, lexicon):
            made = scene.statement(replace(draft, relation=tell_apart(text, reading, draft.relation, lexicon)))
            if made and made.confidence >= least and not any(_touch(made.cue, s.cue) for s in statements.values()):
                statements.setdefault(made.id, made)
    ordered = sorted(statements.values(), key=lambda s: (min((*s.cue, *s.content)), s.id))
    return Attributed(tuple(_placed(s, ordered) for s in ordered), scene.entities()), problems


def _drafts(scene: _Scene, relation: Relation) -> list[Draft]:
    """The acts of telling that one relation of the reader holds, with the borders that the words show."""
    draft = moved(scene.tree, relation) or filled(scene.tree, relation, scene.lexicon)
    if draft:
        relation = draft.relation
    drafts = split(scene.tree, tell_apart(scene.report.text, scene.reading, relation, scene.lexicon), scene.lexicon)
    return [replace(d, rule=draft.rule) if draft and d.rule == "reader:roles" else d for d in drafts]


def _bound(text: str, relation: Relation, least: float, lexicon: Lexicon) -> float:
    """The confidence that a relation needs: more, where its cue holds no word of telling."""
    cue = " ".join(text[a:b] for a, b in relation.cue)
    if least and (DEEDS.intersection(cue.lower().split()) or cue.lower() == PRESSED):
        return 1.0
    known = not any(c.isalpha() for c in cue) or lexicon.cue_within(cue)
    return least if known else min(1.0, UNKNOWN_CUE * least)


def _without_end(text: str, span: Span) -> Span:
    """The span without an "and" that what followed it, a reason for no name, has left behind."""
    return (span[0], span[0] + len(_AND_BEHIND.sub("", text[slice(*span)])))


def _is_nobodys(text: str, relation: Relation, known: Cue | None) -> bool:
    """Whether nobody of whom the report tells is behind it: a question without an asker, something that readers do."""
    if not relation.source:
        return known is not None and known.act == "question"
    source = text[slice(*relation.source[0])]
    # "Who moved the gate is an open question" names nobody.
    return source in _ASKING or (source.lower() == "you" and not (known and known.lemma in _SAYING))


def _is_silent(report: Report, statement: Statement) -> bool:
    """Whether it stands in a byline or in a note on the author."""
    place = min((*statement.cue, *statement.content))[0]
    return any(a <= place < b for a, b in (part.span for part in report.parts if part.kind in _SILENT_PARTS))


def _touch(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def _placed(statement: Statement, others: Sequence[Statement]) -> Statement:
    """The statement with the innermost other one whose content holds its cue (or, without a cue, its content)."""
    own = statement.cue or statement.content
    around = [
        (sum(b - a for a, b in other.content), other.id)
        for other in others
        if other.id != statement.id and all(any(a <= s and e <= b for a, b in other.content) for s, e in own)
    ]
    return replace(statement, within=min(around)[1]) if around else statement


def _kept(report: Report, relations: Sequence[Relation], least: float, lexicon: Lexicon) -> list[Relation]:
    """The relations sure enough, outside bylines and notes on the author, each cue once."""
    silent = [part.span for part in report.parts if part.kind in _SILENT_PARTS]
    kept: dict[tuple[Span, ...], Relation] = {}
    for relation in relations:
        first = min((*relation.cue, *relation.content))
        if relation.score < _bound(report.text, relation, least, lexicon) or any(a <= first[0] < b for a, b in silent):
            continue
        key = relation.cue or relation.content
        if key not in kept or kept[key].score < relation.score:
            kept[key] = relation
    return list(kept.values())


def _joined(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order; those that touch, overlap or have only blanks between them become one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)


@dataclass
class _Scene:
    """One report with all that statements are made from, and its entities as they come up."""

    report: Report
    tree: Tree
    reading: Reading
    lexicon: Lexicon
    quotations: Sequence[Quotation]
    _found: dict[tuple[str, str], tuple[Mention, list[Span]]] = field(default_factory=dict)

    def statement(self, draft: Draft) -> Statement | None:
        """The statement of a draft; None where it has no content, or is a mere quoted phrase without a cue."""
        text, relation, rule = self.report.text, draft.relation, draft.rule
        spans = [with_marks(text, span, self.quotations) for span in relation.content]
        content = _joined(text, [span for span in spans if text[slice(*span)].strip()])
        if not content:
            return None
        known = self.lexicon.cue_within(" ".join(text[a:b] for a, b in relation.cue))
        if _is_nobodys(text, relation, known):
            return None
        kind = quote_kind(text, content, self.quotations)
        if not relation.cue:
            words = sum(len(text[a:b].split()) for a, b in content)
            if kind != "direct" or words < LONE_QUOTATION_WORDS:
                return None
            rule = "reader:quotation-without-cue"
        source = _without_end(text, relation.source[0]) if relation.source else None
        return Statement(
            id=hashed_id("statement", self.report.id, source, relation.cue, content),
            source=source,
            entity=self.mention(source, owner=draft.owner) if source else None,
            cue=relation.cue,
            content=content,
            quote="none" if known and known.lemma in INTRODUCING else kind,
            told_to=tuple(dict.fromkeys(self.mention(span) for span in relation.recipient)),
            within=None,
            chain=(),
            act=known.act if known else "statement",
            modality=(),
            confidence=relation.score,
            rule=rule,
        )

    def mention(self, span: Span, *, owner: Span | None = None) -> str:
        """Notes a mention and gives its entity's id. The same name is the same entity; a pronoun is one of its own."""
        found = mention(self.report.text, self.reading, span, self.lexicon)
        if owner and found.kind == "document" and found.name is None:
            whose = mention(self.report.text, self.reading, owner, self.lexicon)
            found = replace(found, name=whose.name, named=whose.named)
        key = key_of(found, span)
        _, spans = self._found.setdefault(key, (found, []))
        if span not in spans:
            spans.append(span)
        return self._id(key)

    def _id(self, key: tuple[str, str]) -> str:
        return hashed_id("entity", self.report.id, *key)

    def entities(self) -> tuple[Entity, ...]:
        """All that were mentioned, in the order of their first mention."""
        made = []
        for key, (found, spans) in self._found.items():
            mentions = tuple(sorted(spans))
            made.append(Entity(self._id(key), found.name, found.kind, found.named, found.description, mentions))
        return tuple(sorted(made, key=lambda e: (e.mentions[0], e.id)))
