"""Sources without a name and documents that speak, looked up: the words of a source -> what they tell of it.

>>> load_lexicon().unnamed("two of the lawyers").count
2
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from whoseword.entries import Noun, Phrase, Unnamed

# With these, a noun phrase has had its head.
_COMPLEMENTS = frozenset({"of", "for", "from", "by", "who", "which", "that"})
_DETERMINERS = frozenset("the a an its their his her our more nearly about some".split())
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:[’'.-][^\W_]+)*|,")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Sources:
    """The nouns for people without a name and for documents, the words around them, and the look-ups on both."""

    heads: tuple[Noun, ...]
    complements: tuple[Phrase, ...]
    partitives: tuple[Phrase, ...]
    numbers: tuple[Phrase, ...]
    anonymity: tuple[Phrase, ...]
    followers: frozenset[str]
    documents: tuple[Noun, ...]
    grants: tuple[Phrase, ...] = ()
    affiliations: tuple[Phrase, ...] = ()
    belonging: frozenset[str] = frozenset()

    def is_unnamed(self, words: str) -> bool:
        """Whether a source with these words has no name: "a US official", "people familiar with the sale"."""
        return self.unnamed(words) is not None

    def unnamed(self, words: str) -> Unnamed | None:
        """What the words of a source without a name tell; None where a name stands in them or no head is found."""
        parts = _WORD.findall(words)
        opening = " ".join(parts).casefold() + " "
        partitive = next((p for p in self.partitives if opening.startswith(p.words + " ")), None)
        skipped = len(partitive.words.split()) if partitive else 0
        counted = {phrase.words: phrase.count for phrase in self.numbers}
        if not partitive and len(parts) > 2 and parts[1] == "of" and parts[0].casefold() in counted:
            skipped = 2  # "two of the people"
        place = self._place(parts[skipped:], self._heads, named_after=False)
        if place is None:
            return None
        place += skipped
        form = parts[place].casefold()
        head = self._heads[form]
        before = [part.casefold() for part in parts[skipped:place]]
        if skipped and not partitive:
            count = counted[parts[0].casefold()]
        else:
            count = partitive.count if partitive else self._count(before, one=form in head.singular)
        several = form in head.plural and count != 1
        anonymous = any(phrase.words in before for phrase in self.anonymity)
        return Unnamed(head, "group" if several else head.kind, count, anonymous)

    def document(self, words: str) -> Noun | None:
        """The document that these words speak of: "a statement on the talks", "The Politico report".

        None where people come first: "critics of the deal", "a person familiar with the report".
        """
        parts = _WORD.findall(words)
        place = self._place(parts, self._documents, named_after=True)
        people = self._place(parts, self._heads, named_after=False)
        if place is None or (people is not None and people < place):
            return None
        return self._documents[parts[place].casefold()]

    @cached_property
    def _heads(self) -> Mapping[str, Noun]:
        return {form: head for head in self.heads for form in head.singular + head.plural}

    @cached_property
    def _documents(self) -> Mapping[str, Noun]:
        return {form: document for document in self.documents for form in document.singular + document.plural}

    def _place(self, parts: Sequence[str], heads: Mapping[str, object], *, named_after: bool) -> int | None:
        """Where the first head stands that is not part of a longer noun; None where a name follows it."""
        for place, part in enumerate(parts):
            if part == ",":
                return None  # "Rolf Anders, a minister" is named: what stands before the comma is no head
            rest = parts[place + 1 :]
            if not named_after and _opens_complement(parts, place):
                return None  # "Ann Roe of the harbour police", "the mother of the family"
            if part.casefold() in heads and (not rest or self._may_follow(rest[0], named=named_after)):
                apposed = len(rest) > 1 and rest[0] == "," and rest[1][0].isupper()  # "a minister, Rolf Anders"
                return place if named_after or not apposed else None
        return None

    def _may_follow(self, part: str, *, named: bool) -> bool:
        complements = {phrase.words.split()[0] for phrase in self.complements}
        known = part == "," or part in self.followers or part in complements or part.endswith(("ing", "ed"))
        return known or (named and part[0].isupper())

    def _count(self, before: Sequence[str], *, one: bool) -> int | None:
        known = {phrase.words: phrase.count for phrase in self.numbers}
        known |= {part: int(part.replace(",", "")) for part in before if part.replace(",", "").isdecimal()}
        counts = [known[part] for part in before if part in known]
        return counts[-1] if counts else (1 if one else None)


def _opens_complement(parts: Sequence[str], place: int) -> bool:
    """Whether the rest hangs on a noun before, so that no head can come: "of the", but not "Bank of Velland"."""
    if place == 0 or place + 1 == len(parts):
        return False
    following = parts[place + 1].casefold()
    if parts[place].endswith("ing") and (following in _DETERMINERS or following[0].isdigit()):
        return True  # "the union representing the teachers"
    if parts[place].casefold() not in _COMPLEMENTS:
        return False
    inside_name = parts[place] == "of" and parts[place - 1][0].isupper() and parts[place + 1][0].isupper()
    return not inside_name or parts[-1][0].isupper()
