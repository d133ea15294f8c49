"""The marks in a text: they nest, and every character of the report is printed exactly once."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.dossier.records import Page, record_of, report_of
from whoseword.dossier.characters import visible
from whoseword.dossier.marks import Back, MarkedText, Note, Tag, depth, mark_text, paragraph_spans
from whoseword.model import Part, Problem, Record, Statement

BLANK = Statement("s1", None, None, (), (), "indirect", (), None, (), "statement", (), confidence=1.0, rule="by hand")


def tags_of(record: Record) -> list[Tag]:
    return [Tag(at, f"1.{at}", f"r-{one.id}", f"Statement 1.{at}") for at, one in enumerate(record.statements, start=1)]


def marked_of(record: Record) -> MarkedText:
    notes = [
        Note(problem.span, "problem", f"r-p{at}")
        for at, problem in enumerate(record.problems, start=1)
        if problem.span is not None
    ]
    return mark_text(record.report, record.statements, tags_of(record), notes)


def page_of(record: Record) -> Page:
    return Page("".join(f"<p>{paragraph.html}</p>" for paragraph in marked_of(record).paragraphs))


def test_roles_are_marked_apart():
    """Source, cue and content of a statement stand in elements of their own."""
    page = page_of(record_of("{S:The mayor} {C:told} {T:Radio Nine} {Q:that it rained}."))
    assert page.text_in("source") == ["The mayor"]
    assert page.text_in("cue") == ["told"]
    assert page.text_in("content") == ["that it rained"]
    assert page.faults == []


def test_number_follows_the_last_word_of_a_statement():
    """The number of a statement stands once, right behind its last word, and leads to its entry."""
    html = str(marked_of(record_of("{S:She} {C:said} {Q:yes}, quietly.")).paragraphs[0].html)
    assert '</u></span><a class="number" href="#r-s0" aria-label="Statement 1.1">1</a>, quietly.' in html
    assert html.count("<a ") == 1


def test_shared_source_is_marked_once():
    """A source of two statements is one mark that lights up with either."""
    page = page_of(record_of("{S1,2:She} {C1:said} {Q1:yes} and {C2:denied} {Q2:no}."))
    assert page.text_in("source") == ["She"]
    assert [one["class"] for _, one in page.elements if "source" in (one.get("class") or "")] == ["source n1 n2"]


def test_nested_statement_has_a_lower_line():
    """A statement inside a content is marked inside that mark, with the line of its depth."""
    page = page_of(record_of("{S1:She} {C1:said} {Q1:that {S2:he} {C2:knew} {Q2:all}}."))
    inner = [classes for classes, data in page.pieces if data == "all"]
    assert [each for each in inner[0] if each.startswith("content")] == [
        "content indirect line1 n1",
        "content indirect line2 n2",
    ]


def test_discontinuous_content_is_one_stretch():
    """A content in two pieces is marked twice, inside one stretch with one anchor."""
    marked = marked_of(record_of("{Q:“Yes,”} {S:she} {C:said}, {Q:“and no.”}"))
    assert marked.places == {"r-s0": ("r-s0.words",)}
    assert str(marked.paragraphs[0].html).count("<u ") == 2


def test_statement_over_two_paragraphs_has_two_anchors():
    """Where a content runs over a paragraph's end each piece has an anchor, and the number stands at the last."""
    marked = marked_of(record_of("{S:She} {C:said} {Q:“Yes.\n\n“And no.”} Then rain."))
    assert marked.places == {"r-s0": ("r-s0.words", "r-s0.words2")}
    assert ["number" in paragraph.html for paragraph in marked.paragraphs] == [False, True]


def test_crossing_statements_stay_well_formed():
    """Two contents that cross are closed and opened again; both keep an anchor and a number."""
    record = record_of("one two three four")
    crossing = (replace(BLANK, id="s1", content=((0, 9),)), replace(BLANK, id="s2", content=((4, 18),)))
    page = page_of(replace(record, statements=crossing))
    assert page.faults == []
    assert {"r-s1.words", "r-s2.words"} <= set(page.ids)
    assert sorted(page.text_in("number")) == ["1", "2"]


def test_statements_in_a_circle_end():
    """Two statements that claim to be inside one another are no endless loop."""
    one, two = replace(BLANK, id="s1", within="s2"), replace(BLANK, id="s2", within="s1")
    assert depth(one, {"s1": one, "s2": two}) == 2


def test_problem_is_marked_at_its_place():
    """A problem with a span has an anchor in the text; one without has none."""
    record = record_of("four hundred peopleâ€™s boats", problems=[Problem("mojibake", "Odd letters", (13, 23))])
    assert marked_of(record).places == {"r-p1": ("r-p1.words",)}
    assert marked_of(replace(record, problems=(Problem("no-date", "No date"),))).places == {}


def test_words_of_a_link_have_an_anchor():
    """The words that a link is known from can be led to, inside other marks and across them."""
    record = record_of("{S:Sources} {C:told} Politico {Q:that it rained}.")
    marked = mark_text(record.report, record.statements, tags_of(record), [Note((8, 21), "link", "r-at8-21")])
    assert marked.places == {"r-s0": ("r-s0.words",), "r-at8-21": ("r-at8-21.words",)}
    assert '<span class="link" id="r-at8-21.words"><i class="cue n1">told</i> Politico</span>' in str(
        marked.paragraphs[0].html
    )


def test_what_a_note_tells_is_escaped():
    """What a pointer held over a note is told is text, whatever it holds."""
    record = record_of("two days later")
    marked = mark_text(record.report, (), (), [Note((0, 8), "time", told='"><b>\u202e')])
    assert '<span class="time" title="&#34;&gt;&lt;b&gt;[U+202E]">two days</span>' in str(marked.paragraphs[0].html)


def test_paragraphs_follow_the_parts():
    """Each part is split at blank lines; words outside all parts are shown as body."""
    text = "Title\n\nA dek\r\n\r\nOne.\n\n\nTwo\nlines.\n\nLost words"
    parts = (Part("title", (0, 5)), Part("dek", (7, 12)), Part("body", (16, 34)))
    found = [(kind, text[slice(*span)]) for kind, span in paragraph_spans(text, parts)]
    expected = [("title", "Title"), ("dek", "A dek"), ("body", "One."), ("body", "Two\nlines."), ("body", "Lost words")]
    assert found == expected


def test_long_lines_are_paragraphs():
    """A text that never has a blank line and has long lines has a paragraph a line; a hard-wrapped one is one."""
    long, short = "word " * 40, "word " * 10
    assert len(list(paragraph_spans(f"{long}\n{long}", ()))) == 2
    assert len(list(paragraph_spans(f"{short}\n{short}", ()))) == 1


SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: (min(pair), max(pair) + 1))
STATEMENTS = st.builds(
    lambda source, cue, content: replace(BLANK, source=source, cue=tuple(cue), content=tuple(content)),
    st.none() | SPANS,
    st.lists(SPANS, max_size=2),
    st.lists(SPANS, max_size=3),
)


@given(st.text(alphabet="ab \n<&\u202e\x00", max_size=45), st.lists(STATEMENTS, max_size=6))
def test_any_spans_give_whole_text_once(text, drawn):
    """However spans nest, cross or leave the text: tags balance, anchors differ, no letter is lost or doubled."""
    statements = tuple(replace(one, id=f"s{at}") for at, one in enumerate(drawn))
    record = Record(report_of(text), record_of("x").reading, (), statements, ())
    page = page_of(record)
    assert page.faults == []
    assert len(set(page.ids)) == len(page.ids)
    words = "".join(data for classes, data in page.pieces if not any(c.startswith("number") for c in classes))
    assert "".join(words.split()) == "".join(visible(text).split())


def test_signs_that_lead_back_follow_their_words():
    """A sign for what was made of words stands behind them, after the number of the statement where it is one."""
    record = record_of("{S:Ada} {C:said} {Q:so}. Rain fell.")
    back = Back("C3", "#c3", "Claim 3")
    (tag,) = tags_of(record)
    notes = [Note((13, 17), "link", "a1", backs=(back,))]
    marked = mark_text(record.report, record.statements, [replace(tag, backs=(back,))], notes)
    sign = '<a class="number back" href="#c3" aria-label="Claim 3">C3</a>'
    html = str(marked.paragraphs[0].html)
    assert f'>1</a>{sign}. <span class="link" id="a1.words">Rain</span>{sign} fell.' in html


def test_words_that_are_marked_already_can_be_led_to():
    """What a link leads to needs no element of its own where a source, content or amount has the same words."""
    record = record_of("{S:Ada} {C:said} {Q:so}.")
    marked = mark_text(record.report, record.statements, tags_of(record), [Note((0, 3), "link", "a1")])
    assert '<b class="source n1 link" id="a1.words">Ada</b>' in str(marked.paragraphs[0].html)
    assert marked.places["a1"] == ("a1.words",)
