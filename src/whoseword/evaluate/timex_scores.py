"""Marked times and a reader -> how many of its times are right: by folder of marked files, and by cases of Recognizers.

>>> timeml_scores(reader, lexicon, reports)["measured"].values.f1
0.8
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from whoseword.evaluate.recognizers import Case, is_right
from whoseword.evaluate.scores import Count
from whoseword.evaluate.timex import MarkedReport, Outcome, score
from whoseword.lexicon import Lexicon
from whoseword.model import Part, Published, Report, Time, hashed_id
from whoseword.pipeline import ReadsText
from whoseword.statements.attribute import attribute
from whoseword.statements.times import find_times


@dataclass(frozen=True, slots=True)
class CaseScores:
    """How many of the expected times of some cases have the right value, and what was wrong, in words."""

    right: int
    expected: int
    misses: tuple[str, ...]

    @property
    def accuracy(self) -> float:
        """The part that is right; 0 where nothing is expected."""
        return self.right / self.expected if self.expected else 0.0


def times_of(reader: ReadsText, lexicon: Lexicon, text: str, published: str | None) -> tuple[Time, ...]:
    """The times of a text that was published on that day."""
    origin = Published(published, "given") if published else Published()
    parts = (Part("body", (0, len(text))),)
    report = Report(hashed_id(text), "", None, text, None, None, (), None, None, "en", origin, parts)
    reading, _ = reader.read(text)
    attributed, _ = attribute(report, reading, lexicon)
    return find_times(report, reading, attributed.statements)[0]


def timeml_scores(reader: ReadsText, lexicon: Lexicon, reports: Iterable[MarkedReport]) -> Mapping[str, Outcome]:
    """What was found in marked files: "read", those that the rules were written with, and "measured", the others."""
    outcomes = {"read": Outcome(Count(), Count()), "measured": Outcome(Count(), Count())}
    for report in reports:
        outcomes[report.half] += score(report, times_of(reader, lexicon, report.text, report.published))
    return outcomes


def case_scores(reader: ReadsText, lexicon: Lexicon, cases: Sequence[Case]) -> CaseScores:
    """How many times of the cases have the value that is expected of them."""
    right, misses = 0, []
    for case in cases:
        times = times_of(reader, lexicon, case.text, case.reference)
        for expected in case.expected:
            if is_right(expected, times, case.reference):
                right += 1
            else:
                found = ", ".join(f"{case.text[slice(*time.span)]} = {time.value}" for time in times) or "nothing"
                words = case.text[slice(*expected.span)]
                misses.append(
                    f"{case.reference} {case.text}: {words} is {' or '.join(expected.timexes)}; found {found}"
                )
    return CaseScores(right, sum(len(case.expected) for case in cases), tuple(misses))
