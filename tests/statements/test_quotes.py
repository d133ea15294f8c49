"""Where quotation marks open and close, and what that makes of a content."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readings import span_of
from whoseword.reports.words import paragraphs
from whoseword.statements.quotes import Quotation, quotations, quote_kind, with_marks

MARKS = "“”„«»\"＂‘’'"
TEXTS = st.one_of(
    st.text(alphabet="ab 6.,\n" + MARKS + "`", max_size=60),
    st.lists(st.sampled_from(["``", "''", "’s", "don't ", "6\"", " “", "” ", ' "', "a ", "\n", " ‘90s"])).map("".join),
    st.text(max_size=60),
)  # fmt: skip


def found_in(text: str) -> list[str]:
    """The words of each quotation of `text`."""
    return [text[slice(*quotation.span)] for quotation in quotations(text, paragraphs(text))[0]]


def problems_in(text: str) -> list[tuple[str, str | None]]:
    """Code and words of each Problem."""
    problems = quotations(text, paragraphs(text))[1]
    return [(problem.code, text[slice(*problem.span)] if problem.span else None) for problem in problems]


def kind(text: str, content: str | None = None) -> str:
    """The kind of a content, which is the whole text unless it is given."""
    return quote_kind(text, [span_of(text, content or text)], quotations(text, paragraphs(text))[0])


class TestPairing:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("He said: “We go.”", ["“We go.”"]),
            ('He said: "We go."', ['"We go."']),
            ("He said: ‘We go.’", ["‘We go.’"]),
            ("He said: 'We go.'", ["'We go.'"]),
            ("He said: «We go.»", ["«We go.»"]),
            ("He said: „We go.“", ["„We go.“"]),
            ("He said: „We go.”", ["„We go.”"]),
            ("He said: ``We go.''", ["``We go.''"]),
            ("He said: ''We go.''", ["''We go.''"]),
            ("He said: ＂We go.＂", ["＂We go.＂"]),
            ("“We go,” he said, “and soon.”", ["“We go,”", "“and soon.”"]),
            ("No marks at all.", []),
            ("", []),
        ],
    )
    def test_each_make(self, text, expected):
        """Quotation marks of every make pair with their own kind, and without a Problem."""
        assert found_in(text) == expected
        assert problems_in(text) == []

    @pytest.mark.parametrize(
        "text",
        [
            "“She told me ‘no’ twice,”",
            '“She told me "no" twice,”',
            "\"She told me 'no' twice,\"",
            "‘She told me “no” twice,’",
            "“A “plan” is no plan,”",
        ],
    )
    def test_nested(self, text):
        """Only the outermost of nested quotations counts."""
        assert found_in(f"{text} he said.") == [text]
        assert problems_in(f"{text} he said.") == []

    @pytest.mark.parametrize(
        "text",
        [
            "The minister’s envoys’ plane isn’t here.",
            "The minister's envoys' plane isn't here.",
            "It was in the ‘90s and the '80s.",
            "Rock ’n’ roll",
        ],
    )
    def test_apostrophes(self, text):
        """An apostrophe quotes nothing, and is no Problem."""
        assert found_in(text) == []
        assert problems_in(text) == []

    @pytest.mark.parametrize(
        "text",
        ["``We don't know,''", "“We don’t know,”", "\"We don't know the envoys' plan,\"", "‘We don’t,’", "'We don't,'"],
    )  # fmt: skip
    def test_apostrophe_inside(self, text):
        """An apostrophe inside a quotation does not close it."""
        assert found_in(f"{text} he said.") == [text]
        assert problems_in(f"{text} he said.") == []

    def test_inches(self):
        """A straight mark behind a number is a measure, not a quotation."""
        assert found_in('A 6" pipe and a 12" one.') == []
        assert problems_in('A 6" pipe and a 12" one.') == []

    def test_closing_mark_behind_a_number(self):
        """A quotation may end with a number."""
        assert found_in('He said "it was 2003" and left.') == ['"it was 2003"']


class TestProblems:
    @pytest.mark.parametrize("mark", ["“", '"', "«", "``"])
    def test_unclosed(self, mark):
        """A quotation that nothing closes ends with its paragraph, and is a Problem at its mark."""
        text = f"He said: {mark}We go.\nIt rained."
        assert found_in(text) == [f"{mark}We go."]
        assert problems_in(text) == [("unclosed-quotation", mark)]
        assert not quotations(text, paragraphs(text))[0][0].closed

    @pytest.mark.parametrize("mark", ["”", "»"])
    def test_unopened(self, mark):
        """A closing mark that closes nothing is a Problem, and the rest goes on."""
        text = f"We go,{mark} he said, “and soon.”"
        assert found_in(text) == ["“and soon.”"]
        assert problems_in(text) == [("unopened-quotation", mark)]

    @pytest.mark.parametrize("newline", ["\n", "\n\n", "\r\n", "\n  ", "\n\t"])
    def test_several_paragraphs(self, newline):
        """A quotation that is opened anew in each paragraph and closed in the last is no Problem, indented or not."""
        text = f"He said: “We go.{newline}“We go now.{newline}“We are gone.”"
        assert found_in(text) == ["“We go.", "“We go now.", "“We are gone.”"]
        assert problems_in(text) == []

    def test_last_paragraph_unclosed(self):
        """A quotation of several paragraphs that is never closed is one Problem, in its last."""
        text = "He said: “We go.\n“We go now.\nIt rained."
        assert problems_in(text) == [("unclosed-quotation", "“")]
        assert quotations(text, paragraphs(text))[1][0].span == (17, 18)

    def test_one_slip_does_not_spoil_the_next_paragraph(self):
        """Pairing begins anew in every paragraph."""
        assert found_in('He said: "We go.\nShe said: "We stay."') == ['"We go.', '"We stay."']


@given(TEXTS)
def test_quotations_lie_inside_one_paragraph(text):
    """Every quotation begins with a mark, lies inside one paragraph, and they are in text order."""
    spans = paragraphs(text)
    found, problems = quotations(text, spans)
    assert [q.span for q in found] == sorted(q.span for q in found)
    for quotation in found:
        start, end = quotation.span
        assert text[start] in MARKS + "`"
        assert sum(a <= start < end <= b for a, b in spans) == 1
    for problem in problems:
        assert problem.span is not None
        assert 0 <= problem.span[0] < problem.span[1] <= len(text)


@given(TEXTS)
def test_quotations_hold_no_other(text):
    """No quotation lies inside one that is closed."""
    found, _ = quotations(text, paragraphs(text))
    for outer in found:
        inside = [q for q in found if q is not outer and outer.span[0] <= q.span[0] and q.span[1] <= outer.span[1]]
        assert not (outer.closed and inside)


def test_many_quotations_take_no_squared_time():
    """20,000 quotations in one paragraph are read in passing: squared time would make this test run for minutes."""
    assert len(found_in("“a” b " * 20_000)) == 20_000


class TestKind:
    @pytest.mark.parametrize(
        "text",
        ["“We go.”", '"We go."', "‘We go.’", "``We go.''", "that “we go now”", "“We go” … “and soon”", "“2003”", "“no"],
    )
    def test_direct(self, text):
        """A content that stands wholly inside marks is direct, a leading "that" forgiven."""
        assert kind(text) == "direct"

    @pytest.mark.parametrize("text", ["it was “a very bad deal” for all", 'to "go now" if they could'])
    def test_mixed(self, text):
        """Two words or more inside marks make a content mixed."""
        assert kind(text) == "mixed"

    @pytest.mark.parametrize(
        "text",
        ["that it rained", "that “combat” troops would leave", "that 'friends' had come", "it isn’t so", "…", ""],
    )
    def test_indirect(self, text):
        """Without marks, or with a scare quote of one word, a content is indirect."""
        assert quote_kind(text, [(0, len(text))], quotations(text, paragraphs(text))[0]) == "indirect"

    def test_content_inside_a_quotation(self):
        """A content whose marks lie outside its span is direct all the same."""
        assert kind("He said: “We go now.”", "We go now") == "direct"

    def test_split_content(self):
        """The stretches of a split quotation are taken together."""
        text = "“We go,” he said, “and soon.”"
        found, _ = quotations(text, paragraphs(text))
        assert quote_kind(text, [(0, 8), (18, 29)], found) == "direct"
        assert quote_kind(text, [(0, 8), (9, 16)], found) == "mixed"

    def test_only_the_overlap_counts(self):
        """Of a quotation that reaches beyond the content, the words inside it count."""
        text = "that it “was bad and worse” still"
        found, _ = quotations(text, paragraphs(text))
        assert quote_kind(text, [(0, 12)], found) == "indirect"

    def test_letters_count_once(self):
        """Letters inside a closed quotation that an unclosed one holds are counted once."""
        text = "sixteen letters go “eight ‘sixteen letters go’"
        assert kind(text) == "mixed"


class TestWithMarks:
    @pytest.mark.parametrize(
        ("text", "content", "expected"),
        [
            ("He said: “We go now.”", "We go now", "“We go now.”"),
            ("He said: “We go now.”", "We go now.", "“We go now.”"),
            ("He said: “We go now.”", "“We go now", "“We go now.”"),
            ('"We go now," he said.', "We go now", '"We go now,"'),
            ("``We go now,'' he said.", "We go now", "``We go now,''"),
            ("“‘Go’ was the word,” he said.", "Go’ was the word", "“‘Go’ was the word,”"),
            ("He said: “We go now.", "We go now.", "“We go now."),
            ("He said that we go now.", "that we go now", "that we go now"),
            ("He said: “We go now and soon.”", "go now", "go now"),
            ("He said: “We go now.” It rained.", "He said: “We go now.”", "He said: “We go now.”"),
        ],
    )
    def test_widening(self, text, content, expected):
        """A content just inside its marks is widened to take them in; words are never added."""
        found, _ = quotations(text, paragraphs(text))
        assert text[slice(*with_marks(text, span_of(text, content), found))] == expected

    def test_unclosed_quotation_lends_no_end(self):
        """A quotation without a closing mark widens a content at its beginning only."""
        assert with_marks("“We go. ", (1, 6), [Quotation((0, 8), closed=False)]) == (0, 6)

    @given(TEXTS, st.data())
    def test_only_marks_are_added(self, text, data):
        """Whatever the span, it only grows, and no letter or digit comes in."""
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        found, _ = quotations(text, paragraphs(text))
        a, b = with_marks(text, (start, end), found)
        assert 0 <= a <= start <= end <= b <= len(text)
        assert not any(c.isalnum() for c in text[a:start] + text[end:b])
