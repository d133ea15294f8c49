"""Books for the tests of the dossier: that of the examples as they are read, and one in which all is hostile."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.dossier.counts import origin
from tests.dossier.records import record_of
from tests.whole import shipped_reader
from whoseword.across import (
    Changed,
    Claim,
    Difference,
    End,
    Happened,
    Identity,
    OriginCount,
    Owed,
    Party,
    Point,
    Reason,
    Ref,
    Series,
    Step,
    Told,
)
from whoseword.ledger.book import Book, Compared, open_book
from whoseword.lexicon import load_lexicon
from whoseword.model import Published, Record
from whoseword.pipeline import Work, read_paths
from whoseword.reports.read import ReadOptions

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports.jsonl"
LAST_DAY = "2024-03-13"


@cache
def examples() -> Book:
    """The book of the eight example reports, as of the day of the last."""
    return book_of(str(EXAMPLES), as_of=LAST_DAY)


def book_of(path: str, *, as_of: str | None = None) -> Book:
    """The book of the reports in a file."""
    shipped_reader()
    read = read_paths([path], ReadOptions(outlet=None, published=None), work=Work(1, 0.25))
    return open_book([each for each in read if isinstance(each, Record)], load_lexicon(), as_of=as_of)


def hostile_book(text: str) -> Book:
    """Two reports, and a book in which every string that comes from reports is `text`."""
    marked = "{S1:Ada} {C1:said} {Q1:the gate is shut}."
    published = Published("2031-05-02", "given")
    records = (
        record_of(marked, title=text, outlet=text, published=published),
        record_of(f"Again: {marked}", title=text, outlet=text, published=published),
    )
    refs = tuple(Ref(record.report.id, "s1") for record in records)
    span = records[0].statements[0].content[0]
    source = Party(refs[0], text, "person", named=False)
    outlet = Party(refs[0], text, "outlet", named=True)
    end = End("source", source, (outlet,), ("stated", "carried"), outlet, text, text)
    units = tuple(Told(ref, "statement", (span,), text, (), day="2031-05-02", end=end) for ref in refs)
    why = Reason("word", 1.0, text)
    values: tuple[float | str, ...] = (text, 7.0)
    points = tuple(
        Point(ref, span, value, None, "about", text, text, "2031-05-02")
        for ref, value in zip(refs, values, strict=True)
    )
    step = Step(refs[0], "2031-05-02", "promised", "date", text, text, span, text, moved=True)
    return Book(
        records=records,
        compared=Compared(units, (), (), (), ()),
        identities=(Identity(text, text, "person", named=True, members=refs, description=text, possibly=(text,)),),
        claims=(Claim(text, text, refs, (text,)),),
        counts=(OriginCount(text, 1, 1, (origin(1, text, refs[0].report, via=(text,)),), (), refs[0], (), (text,)),),
        owed=(Owed(text, (text,), (text,), text, (step,), "promised", "date", text, True),),
        series=(Series(text, text, text, text, text, points, (why,)),),
        changes=(
            Changed("number", "conflict", text, refs[0], refs[1], text, text, text, text),
            Changed("new", "update", text, None, refs[1], "", text, text, text),
        ),
        timeline=(
            Happened(
                text,
                text,
                "2031-05-02",
                None,
                "2031-05-03",
                "actual",
                refs,
                (text,),
                (Difference("number", text, text),),
                (span, span),
            ),
        ),
    )
