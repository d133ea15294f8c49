"""All words of a unit of telling, as they are compared where every word counts and not the telling ones alone.

In: a `Telling`, the indices of the words, the names among them. Out: stems with what each counts.

>>> terms(telling, range(4), ())
{'pier': 1.0, 'clos': 0.74, 'may': 0.62}
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whoseword.claims.lemmas import stem_of
from whoseword.claims.telling import Telling

# A pronoun counts as the name that it stands for, or not at all; a mark says nothing.
_SILENT = frozenset({"PRON", "DET", "PUNCT", "SYM"})
# Of a name that is not told in words of its own, the parts that many reports have ("state") are left out.
LEAST_OF_NAME = 0.35


def terms(telling: Telling, indices: Iterable[int], names: Sequence[str]) -> dict[str, float]:
    """The stems of these words, in order and each once, and those of `names` that they lack, with their weights."""
    lexicon, tree = telling.lexicon, telling.tree
    found = [telling.stem_at(k) for k in indices if tree.words[k].upos not in _SILENT]
    known = {each: lexicon.weight(each) for each in found}
    for name in names:
        for part in (stem_of(each, lexicon) for each in ([] if name in known else name.split())):
            if part not in known and (weight := lexicon.weight(part)) >= LEAST_OF_NAME:
                known[part] = weight
    return known
