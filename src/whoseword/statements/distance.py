"""How the writer stands to what is told, by the words of telling: "said" and "claimed" do not say it alike.

In: statements with their cues, the Lexicon. Out: the same with `distance`, None where the cue is in no word list or
there is none. The names are those of `lexicons/en/cues.toml`, which explains them; docs/record.md tells where they come
from. "Is said to" and "reportedly" are hearsay: somebody says it, and the writer does not say who.

>>> distance_of("has long claimed", load_lexicon(), has_source=True)
'claim'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whoseword.lexicon import Lexicon
from whoseword.model import Distance, Statement

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "’s", "'s"})
# Verbs that, with a form of "be" and nobody named, pass on what one hears. "Was announced" is none of them.
_HEARD = frozenset({"say", "report", "believe", "think", "allege", "rumor", "rumour", "suppose", "claim", "understand"})


def with_distances(text: str, statements: Sequence[Statement], lexicon: Lexicon) -> tuple[Statement, ...]:
    """The statements with the distance that their cues tell."""
    found = []
    for statement in statements:
        cue = " ".join(text[slice(*span)] for span in statement.cue)
        before = text[: statement.cue[0][0]].split()[-1:] if statement.cue else []
        whole = " ".join([*before, cue]) if _BE.intersection(before) else cue
        told = distance_of(whole, lexicon, has_source=statement.source is not None)
        found.append(replace(statement, distance=told))
    return tuple(found)


def distance_of(cue: str, lexicon: Lexicon, *, has_source: bool) -> Distance | None:
    """The distance of one cue; `has_source` tells whether anybody is said to be the one who tells."""
    words = cue.casefold().split()
    each = [lexicon.cue(word.strip(",.:;")) for word in words]
    if any(known and known.distance == "hearsay" for known in each):
        return "hearsay"
    known = lexicon.cue_within(cue)
    if known is None:
        return None
    return "hearsay" if not has_source and known.lemma in _HEARD and _BE & set(words) else known.distance
