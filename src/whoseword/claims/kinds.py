"""What two reports share -> what kind of copy that is and the rule that tells it, or None where it is too little.

Decided by whose words they are: words outside quotations that two outlets print alike come from one text; words that
both quote come from the speaker.

>>> _plain_outlet("Vell Courier (Online)")
'Vell Courier'
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from whoseword.claims.copies import CopyKind
from whoseword.claims.pairs import Pair, Side, mostly
from whoseword.model import Span

# Found on the even half of the judged pairs (docs/copies.md): copies share 150 narrated words and more, pairs that only
# quote the same 60 and fewer; a copied lead alone is 25 to 40.
LEAST_NARRATED = 25
# One run of so many narrated words, in one place, must be among them: reports of one event share many short ones.
LEAST_RUN = 9
LEAST_QUOTED, LEAST_FURNITURE = 25, 15
# Where so much of the shared words lies in runs of `VERBATIM_RUN` words and more, nothing was rewritten. Where not,
# more words are asked for: two reports of one announcement share its terms.
VERBATIM_RUN, VERBATIM_SHARE, LEAST_WORKED_OVER = 12, 0.6, 45
# One outlet's own words again are a version of a report where so much is the same and the day is near, or so much more
# on any day; less is a paragraph that stands in every report on a subject.
LEAST_VERSION, LEAST_RERUN = 0.3, 0.5
# A block quotation without marks: exact, of whole paragraphs, in few blocks, in a report that has a frame of its own.
LEAST_BLOCK, MOST_BLOCKS, LARGEST_QUOTED_SHARE, CHANCE = 40, 3, 0.8, 2
# How far from a passage an outlet may be named as the one that is quoted, in code points.
NEAR_BEFORE, NEAR_BEHIND = 320, 160
# A rewrite: so many sentences, so large a share of the shorter report's, and of its words. In 350 reports on six
# stories, independent ones share 0.22 of their sentences at most; two short ones on one event share more, but few
# words.
LEAST_SENTENCES, LEAST_SENTENCE_SHARE, LEAST_WORD_SHARE = 3, 0.35, 0.3

Kind = tuple[CopyKind, str]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many shared words are narrated, quoted and furniture; how many stand in long runs, and the longest run."""

    words: int
    narrated: int
    quoted: int
    furniture: int
    verbatim: int
    longest: int


def kind_of(pair: Pair) -> Kind | None:
    """The kind of what two reports share word for word."""
    tally = _tally(pair)
    same_outlet = pair.is_same_outlet()
    if tally.narrated >= LEAST_NARRATED and tally.longest >= LEAST_RUN:
        kind = _of_outlet(pair, tally) if same_outlet else _of_narration(pair, tally)
        if kind is not None:
            return kind
    if same_outlet and tally.furniture >= LEAST_NARRATED and pair.is_same_headline() and pair.is_near():
        return _kind("same-outlet", rule="copies:gallery-of-story")
    if tally.quoted >= LEAST_QUOTED:
        return _kind("quotation", rule="copies:both-quote")
    if tally.furniture >= LEAST_FURNITURE:
        return _kind("boilerplate", rule="copies:furniture")
    return None


def kind_of_reworded(pair: Pair) -> Kind | None:
    """The kind of what two reports share in other words: `pair.shared` are sentences with their likenesses."""
    narrated = [s for s in pair.shared if not (_is_spoken(pair.a, s.a) or _is_spoken(pair.b, s.b))]
    fewest = min(pair.a.telling, pair.b.telling)
    words = sum(aligned.shared for aligned in narrated) / min(len(pair.a.words), len(pair.b.words))
    is_whole = len(narrated) >= LEAST_SENTENCE_SHARE * fewest and words >= LEAST_WORD_SHARE
    if len(narrated) < LEAST_SENTENCES or not is_whole:
        return None
    if pair.is_same_outlet():
        return _kind("same-outlet", rule="copies:reworded") if pair.is_near() else None
    return _kind("rewrite", rule="copies:reworded")


def _kind(kind: CopyKind, *, rule: str) -> Kind:
    return kind, rule


def _of_outlet(pair: Pair, tally: Tally) -> Kind | None:
    """Of one outlet's own words in two of its reports."""
    share = tally.words / min(len(pair.a.words), len(pair.b.words))
    is_version = pair.is_near() and (pair.is_same_headline() or share >= LEAST_VERSION)
    if is_version or share >= LEAST_RERUN:
        return _kind("same-outlet", rule="copies:own-words-again")
    return _kind("boilerplate", rule="copies:standing-text")


def _of_narration(pair: Pair, tally: Tally) -> Kind | None:
    """Of words that two outlets tell alike."""
    if not pair.is_same_work():
        for one, other, spans in (
            (pair.a, pair.b, [aligned.a for aligned in pair.shared]),
            (pair.b, pair.a, [aligned.b for aligned in pair.shared]),
        ):
            if _names_as_quoted(one, other, spans):
                return _kind("quotation", rule="copies:quotes-the-other")
        if _is_block(pair, tally):
            return _kind("quotation", rule="copies:block-quotation")
    if tally.verbatim >= VERBATIM_SHARE * tally.words:
        return _kind("wire", rule="copies:verbatim")
    return _kind("rewrite", rule="copies:worked-over") if tally.narrated >= LEAST_WORKED_OVER else None


def _tally(pair: Pair) -> Tally:
    a, b, same_outlet = pair.a, pair.b, pair.is_same_outlet()
    words = narrated = quoted = fixed = verbatim = longest = 0
    for start_a, start_b, length in pair.runs():
        here_a, here_b = slice(start_a, start_a + length), slice(start_b, start_b + length)
        frequent = a.often[here_a] & b.often[here_b] & same_outlet
        fittings = (a.furniture[here_a] | b.furniture[here_b]) & ~frequent
        # An outlet that quotes itself at length prints its own words again; two that quote one speaker do not.
        in_a, in_b = a.spoken[here_a], b.spoken[here_b]
        speech = (in_a & in_b if same_outlet else in_a | in_b) & ~frequent & ~fittings
        own = int((~(speech | fittings | frequent)).sum())
        words, narrated, quoted = words + length, narrated + own, quoted + int(speech.sum())
        fixed += int(fittings.sum())
        verbatim += length if length >= VERBATIM_RUN else 0
        longest = max(longest, own)
    return Tally(words, narrated, quoted, fixed, verbatim, longest)


def _names_as_quoted(one: Side, other: Side, shared: list[Span]) -> bool:
    """Whether `one` names the outlet of `other` in its own words beside a passage, as whom it quotes."""
    name = _plain_outlet(other.report.outlet)
    if name is None or one.credited:
        return False
    named = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    text = list(one.report.text)
    taken = [one.place(places) for places in shared]
    for start, end in taken:
        text[start:end] = "\0" * (end - start)
    own = "".join(text)
    return any(named.search(own[max(0, start - NEAR_BEFORE) : end + NEAR_BEHIND]) for start, end in taken)


def _plain_outlet(outlet: str | None) -> str | None:
    """An outlet's name as reports cite it: without "(Online)"."""
    name = re.sub(r"\s*\([^)]*\)|\s+Online\b", "", outlet or "").strip()
    return name if len(name) > 2 else None


def _is_block(pair: Pair, tally: Tally) -> bool:
    """Whether the shared words look like a block quotation: exact whole paragraphs in few blocks, no agency credit."""
    if pair.a.credited or pair.b.credited:
        return False
    blocks = [aligned for aligned in pair.shared if aligned.shared >= LEAST_RUN]
    share = tally.words / min(len(pair.a.words), len(pair.b.words))
    if not blocks or len(blocks) > MOST_BLOCKS or share > LARGEST_QUOTED_SHARE:
        return False
    return all(
        len(aligned.runs) == 1
        and aligned.shared >= LEAST_BLOCK
        and _is_whole(pair.a, aligned.a)
        and _is_whole(pair.b, aligned.b)
        for aligned in blocks
    )


def _is_whole(side: Side, places: Span) -> bool:
    """Whether some words begin and end with a paragraph, but for a word or two that are alike by chance ("The …")."""
    first, last = places
    text = side.report.text
    begins = any(
        text[: side.place((k, k + 1))[0]].rstrip(" \"“'‘(")[-1:] in {"", "\n", "\r"}
        for k in range(first, min(first + CHANCE + 1, last))
    )
    return begins and any(
        re.match(r"[^\w\s]*\s*(?:[\n\r]|\Z)", text[(end := side.place((k - 1, k))[1]) : end + 8])
        for k in range(last, max(last - CHANCE - 1, first), -1)
    )


def _is_spoken(side: Side, places: Span) -> bool:
    """Whether most words are somebody's or furniture."""
    return mostly(side.spoken | side.furniture | side.often, places)
