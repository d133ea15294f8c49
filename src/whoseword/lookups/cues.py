"""The words with which a report says that somebody says something, looked up: "had earlier told" -> the cue "tell".

>>> load_lexicon().cue_within("had earlier told").lemma
'tell'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from whoseword.entries import Cue


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Cues:
    """The reporting cues, and the look-ups on them."""

    cues: tuple[Cue, ...]

    def cue(self, words: str) -> Cue | None:
        """The cue with exactly this lemma or form, whatever its case ("Said", "according to")."""
        return self._cues.get(" ".join(words.casefold().split()))

    def cue_within(self, words: str) -> Cue | None:
        """The cue whose form is the longest run of words inside these, the last of equals ("had earlier told")."""
        parts = words.casefold().split()
        runs = sorted(((e - s, s) for s in range(len(parts)) for e in range(s + 1, len(parts) + 1)), reverse=True)
        matches = (self._cues.get(" ".join(parts[start : start + size]).strip(",.:;")) for size, start in runs)
        return next((match for match in matches if match), None)

    @cached_property
    def _cues(self) -> Mapping[str, Cue]:
        return {form.casefold(): cue for cue in self.cues for form in cue.forms}
