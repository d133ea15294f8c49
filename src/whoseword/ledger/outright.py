"""A difference in how two predicates stand -> whether the side that denies does so outright.

In: a `Differing`, and what was gathered. Out: yes or no. "Do not sign it" and "asked them to not sign it" deny nothing.

>>> is_order.__name__
'is_order'
"""

from __future__ import annotations

from whoseword.ledger.differing import Differing
from whoseword.ledger.gathered import Gathered


def is_order(gathered: Gathered, found: Differing) -> bool:
    """Whether one side only tells somebody what not to do: "do not open it"."""
    for ref, deed in zip((found.before, found.after), found.deeds, strict=True):
        tree, inside = gathered.trees[ref.report], gathered.trees[ref.report].inside(deed.predicate)
        do = [tree.form(c) for k in inside for c in tree.children(k, "aux")] == ["do"]
        if do and not any(tree.children(k, "nsubj") for k in inside):
            return True
    return False


def is_outright(gathered: Gathered, found: Differing) -> bool:
    """Whether what is not so is said not to be so: not asked ("to not sign it"), and not under a condition."""
    for ref, deed, mode in zip((found.before, found.after), found.deeds, found.modes, strict=True):
        if mode != "negated":
            continue
        unit, tree = gathered.units[ref], gathered.trees[ref.report]
        if (unit.end is not None and not unit.end.asserts) or not {"conditional", "possible"}.isdisjoint(unit.modal):
            return False
        if any(tree.form(c) == "to" for k in tree.inside(deed.predicate) for c in tree.children(k, "mark")):
            return False
    return True
