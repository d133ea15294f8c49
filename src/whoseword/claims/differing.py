"""Where two units that tell of the same differ: what a reader should see before taking one for the other.

In: the two deeds that were matched and their units. Out: `Difference`s with the words and spans of both sides.

>>> [d.kind for d in differences(killed, assassinated, a, b)]
['wording']
"""

from __future__ import annotations

from collections.abc import Iterator

from whoseword.across import Deed, Difference, Told
from whoseword.claims.features import meets


def differences(x: Deed, y: Deed, a: Told, b: Told) -> tuple[Difference, ...]:
    """The differences of two matched deeds and their units, in the order of their kinds."""
    return tuple(_found(x, y, a, b))


def _found(x: Deed, y: Deed, a: Told, b: Told) -> Iterator[Difference]:
    spans = (x.predicate, y.predicate)
    for amount in a.amounts:
        like = [other for other in b.amounts if other.of == amount.of and other.unit == amount.unit]
        if like and not any(meets(amount, other) for other in like):
            yield Difference("number", f"{amount.value}", f"{like[0].value}", (amount.span, like[0].span))
    if x.begin != y.begin and (x.begin or y.begin):
        yield Difference("date", x.begin or "", y.begin or "", spans)
    if (x.mode == "negated") != (y.mode == "negated"):
        yield Difference("polarity", x.mode, y.mode, spans)
    elif x.mode != y.mode or bool(a.modal) != bool(b.modal):
        yield Difference("modality", x.mode, y.mode, spans)
    if x.lemma != y.lemma:
        yield Difference("wording", x.lemma, y.lemma, spans)
    if x.places and y.places and not set(x.places) & set(y.places):
        yield Difference("place", ", ".join(x.places), ", ".join(y.places), spans)
