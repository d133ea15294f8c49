"""One report as its sources are looked for: its text by sentences and paragraphs, its statements, entities, citations.

>>> scene.sentence(scene.text.index("“It was dark"))
3
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from functools import cached_property

from whoseword.lexicon import Lexicon
from whoseword.model import Entity, Reading, Report, Span, Statement
from whoseword.reports.words import paragraphs
from whoseword.sources.anonymity import Grant, find_grants
from whoseword.sources.citations import Citation, find_citations
from whoseword.sources.introduced import of_report
from whoseword.statements.trees import Tree


class Scene:
    """One report as sources are looked for in it: its text by sentences and paragraphs, its statements and entities.

    Its `lexicon` knows the outlets that the report introduces as well.
    """

    def __init__(
        self,
        report: Report,
        reading: Reading,
        statements: Sequence[Statement],
        entities: Sequence[Entity],
        lexicon: Lexicon,
    ) -> None:
        self.report, self.reading = report, reading
        self.lexicon = lexicon if lexicon.here is not None else of_report(report, reading, lexicon)
        self.text = report.text
        self.statements, self.entities = statements, entities
        self.tree = Tree(self.text, reading)
        self.citations: tuple[Citation, ...] = find_citations(self.tree, statements, lexicon)
        self.paragraph_starts = [start for start, _ in paragraphs(self.text)]
        self._sentences = [reading.words[first].span[0] for first, end in reading.sentences if first < end]
        self._headings = [part.span for part in report.parts if part.kind in {"title", "dek"}]
        self._silent = [part.span for part in report.parts if part.kind in {"byline", "bio"}]

    def sentence(self, place: int) -> int:
        """The number of the sentence at this place of the text."""
        return bisect.bisect_right(self._sentences, place) - 1

    def paragraph(self, place: int) -> int:
        """The number of the paragraph at this place of the text."""
        return bisect.bisect_right(self.paragraph_starts, place) - 1

    def sentence_span(self, place: int) -> Span:
        """From the first to the last character of the sentence at this place."""
        number = self.sentence(place)
        if number < 0:
            return (0, len(self.text))
        first, end = [s for s in self.reading.sentences if s[0] < s[1]][number]
        return (self.reading.words[first].span[0], self.reading.words[end - 1].span[1])

    def is_heading(self, place: int) -> bool:
        """Whether this place is in the title or in the lines below it."""
        return any(a <= place < b for a, b in self._headings)

    def is_silent(self, place: int) -> bool:
        """Whether this place is in a byline or a note on the author."""
        return any(a <= place < b for a, b in self._silent)

    @cached_property
    def grants(self) -> tuple[Grant, ...]:
        """Where the report says that it keeps a name back."""
        return find_grants(self.tree, self.statements, self.lexicon)

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """The contents of direct statements."""
        return tuple(span for s in self.statements if s.quote == "direct" for span in s.content)

    def is_quoted(self, place: int) -> bool:
        """Whether this place is inside what somebody said word for word."""
        return any(a <= place < b for a, b in self.quoted)
