"""Countries, looked up by name, alias, adjective or capital: words in -> the country.

>>> load_lexicon().country("Iraqi").name
'Iraq'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from whoseword.entries import Place


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Places:
    """The countries, and the look-up on them."""

    places: tuple[Place, ...]

    def country(self, words: str) -> Place | None:
        """The country that these words name: by name, alias, adjective or, as a metonym, by its capital."""
        return self._places.get(words.strip()) or self._places.get(words.strip().removeprefix("the "))

    @cached_property
    def _places(self) -> Mapping[str, Place]:
        return {name: p for p in self.places for name in (p.name, *p.aliases, *p.adjectives, p.capital) if name}
