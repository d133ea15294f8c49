"""Outlets and agencies, looked up by name: words in -> the outlet that they name, None where that is in doubt.

>>> load_lexicon().outlet("the AP").name
'The Associated Press'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from whoseword.entries import Outlet, OutletWords
from whoseword.wordlists import outlet_key

NO_OUTLET_WORDS = OutletWords()
# What rests on the outlets of one report, and is computed anew for each.
OF_REPORT = ("_here", "_starts")

_FIRST = re.compile(r"\w+")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Outlets:
    """The outlets, the words about them, and those that one report introduces (`here`)."""

    outlets: tuple[Outlet, ...]
    outlet_words: OutletWords = NO_OUTLET_WORDS
    here: tuple[Outlet, ...] | None = None

    def outlet(self, name: str) -> Outlet | None:
        """The outlet or agency of this name or alias. Case counts, since "time" is no magazine.

        A leading article is ignored where two words or more remain; "The Hill" needs its own, "the Hill" is a place.
        None for a doubtful name ("Time"), unless this lexicon is one report's, and that makes an outlet of it.
        """
        key = outlet_key(name.strip())
        bare = key.removeprefix("the ")
        here = self._here.get(key) or (self._here.get(bare) or self._here.get(f"The {bare}") if bare != key else None)
        return here or (None if key in self.outlet_words.doubtful else self._listed(name))

    def outlet_in_context(self, name: str) -> Outlet | None:
        """The same beside words that make an outlet of it: "Time", and "the Sun" for "The Sun"."""
        bare = re.sub(r"^[Tt]he ", "", name.strip())
        return self.outlet(name) or self._listed(name) or (self._listed(f"The {bare}") if bare != name else None)

    def listed_names(self) -> frozenset[str]:
        """Every name and alias of the two lists, as they are compared."""
        return frozenset(self._outlets)

    def may_begin_outlet(self, word: str) -> bool:
        """Whether the name of an outlet begins with this word, its article left out."""
        found = _FIRST.match(word)
        return found is not None and found[0].casefold() in self._starts

    @cached_property
    def _starts(self) -> frozenset[str]:
        firsts = (_FIRST.match(name.removeprefix("The ")) for name in (*self._outlets, *self._here))
        return frozenset(found[0].casefold() for found in firsts if found)

    def _listed(self, name: str) -> Outlet | None:
        key = outlet_key(name.strip())
        return self._outlets.get(key) or self._outlets.get(outlet_key(key.removeprefix("the ")))

    @cached_property
    def _here(self) -> Mapping[str, Outlet]:
        return {outlet_key(name): outlet for outlet in self.here or () for name in (outlet.name, *outlet.aliases)}

    @cached_property
    def _outlets(self) -> Mapping[str, Outlet]:
        return {outlet_key(name): outlet for outlet in self.outlets for name in (outlet.name, *outlet.aliases)}
