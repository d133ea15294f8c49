"""Words -> stems, so that "strikes", "striking" and "struck by a strike" share what can be shared; how rare each is.

>>> stems("The unions' negotiators were negotiating.")
('the', 'union', 'negotiat', 'were', 'negotiat')
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_GENITIVE = re.compile(r"['’]s?\Z")
_VOWEL = re.compile(r"[aeiouy]")
# Doubled before -ed and -ing ("stopped"); "called" and "passing" keep theirs.
_DOUBLED = re.compile(r"([bdgmnprt])\1\Z")


@dataclass(frozen=True, slots=True)
class Frequencies:
    """In how many of `reports` reports each stem stood; a stem that was not counted stood in fewer than `least`."""

    reports: int = 1
    least: int = 1
    counts: Mapping[str, int] = field(default_factory=dict)

    def rarity(self, stem: str) -> float:
        """How rare a stem is, 0 (in every report) to 1 (not listed): log of N / n, by that of the rarest listed."""
        counted = self.counts.get(stem)
        if counted is None:
            return 1.0
        return math.log(self.reports / counted) / math.log(self.reports / max(1, self.least - 1))

    def weight(self, stem: str) -> float:
        """What a word counts where all words do, 0 (in every report) to 1: the smooth inverse frequency 1 / (1 + n).

        After Arora, Liang and Ma (2017), "A simple but tough-to-beat baseline for sentence embeddings". `n` is how
        often a report has it, if what is counted (the reports that have it at all) is Poisson distributed.
        """
        share = self.counts.get(stem, 0) / self.reports
        return 0.0 if share >= 1 else 1 / (1 - math.log(1 - share))


def stems(words: str) -> tuple[str, ...]:
    """The stem of each word, in text order; numbers and marks are left out."""
    return tuple(stem(found[0]) for found in _WORD.finditer(words))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The word in lower case without the endings of English that leave its sense: -s, -ed, -ing, -ion, -or, -e.

    After steps 1 and 5 of Porter (1980), "An algorithm for suffix stripping", with his steps between left out: they
    join what news keeps apart ("national", "nation"). Words of three letters stay as they are.
    """
    form = _GENITIVE.sub("", word.casefold()).replace("’", "'")
    if len(form) <= 3:
        return form
    return _without_end(_without_tense(_singular(form)))


def _singular(form: str) -> str:
    if form.endswith(("sses", "shes", "ches", "xes")):
        return form[:-2]
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    return form[:-1] if form.endswith("s") and not form.endswith(("ss", "us", "is")) else form


def _without_tense(form: str) -> str:
    for ending in ("ing", "ed"):
        left = form.removesuffix(ending)
        if left != form and len(left) >= 3 and _VOWEL.search(left):
            return left[:-1] if _DOUBLED.search(left) else left
    return form


def _without_end(form: str) -> str:
    if form.endswith(("tion", "sion", "tor", "sor")) and len(form) > 7:
        form = form.removesuffix("ion").removesuffix("or")
    if form.endswith("y") and len(form) > 4 and form[-2] not in "aeiou":
        return form[:-1] + "i"
    return form[:-1] if form.endswith("e") and len(form) > 4 else form
