"""Files with marked times, by format, and how ours are scored against them."""

import pytest

from whoseword.errors import NoInputError, UsageError
from whoseword.evaluate.scores import Count
from whoseword.evaluate.timex import MarkedReport, MarkedTime, half_of, read_marked, score
from whoseword.model import Time

TIMEML = (
    '<TimeML><DCT><TIMEX3 tid="t0" functionInDocument="CREATION_TIME" value="2021-07-22T10:00">July 22</TIMEX3></DCT>'
    '<TEXT>Ferries ran <TIMEX3 tid="t1" type="DATE" value="2021-07-21">on Wednesday</TIMEX3> again.</TEXT></TimeML>'
)
WORDS = [
    (0, "Ferry"),
    (0, "sinks"),
    (1, "July"),
    (1, "22"),
    (2, "It"),
    (2, "sank"),
    (2, "Monday"),
    (2, "."),
    (9, "1999"),
]
TOKENS = "".join(f'<token sentence="{line}" t_id="{place}">{word}</token>' for place, (line, word) in enumerate(WORDS))
MEANTIME = (
    f"<Document>{TOKENS}"
    '<Markables><TIMEX3 functionInDocument="CREATION_TIME" value="2021-07-22"><token_anchor t_id="2"/>'
    '<token_anchor t_id="3"/></TIMEX3><TIMEX3 value="2021-07-19"><token_anchor t_id="6"/></TIMEX3></Markables>'
    "</Document>"
)
GUM = """<text id="GUM_x" type="news" dateCreated="2021-07-22">
<p>
<date when="2021-07-22" rend="bold">
Thursday\tNP
</date>
</p>
<p>
It\tPP
ran\tVB
<date from="2021-07-12" to="2021-07-18">
last\tJJ
week\tNN
</date>
.\t.
<date notAfter="2021-07-22">
once\tRB
</date>
</p>
"""


def read(tmp_path, name, content):
    (tmp_path / name).write_text(content, "utf-8")
    return read_marked(tmp_path)[0]


def test_timeml_is_read(tmp_path):
    """The text without its tags, the day of creation, and each marked time."""
    report = read(tmp_path, "a.tml", TIMEML)
    assert (report.text, report.published) == ("Ferries ran on Wednesday again.", "2021-07-22")
    assert [report.text[slice(*time.span)] for time in report.times] == ["on Wednesday"]


def test_meantime_is_read_without_its_line_of_date_and_what_nobody_marked(tmp_path):
    """The date line and everything behind the sixth line are no part of what is scored."""
    report = read(tmp_path, "a.xml", MEANTIME)
    assert report.text == "Ferry sinks\n\nJuly 22\n\nIt sank Monday. 1999"
    assert [(report.text[slice(*time.span)], time.value) for time in report.times] == [("Monday", "2021-07-19")]
    assert {report.text[slice(*span)] for span in report.scored} == {"Ferry", "sinks", "It", "sank", "Monday", "."}


def test_gum_is_read_with_its_intervals(tmp_path):
    """`from` and `to` are days, the last one included; bounds without a value are loose; the date line is left out."""
    report = read(tmp_path, "a.xml", GUM)
    assert report.text == "Thursday\n\nIt ran last week. once"
    assert [(time.days, time.loose) for time in report.times] == [(("2021-07-12", "2021-07-19"), False), (None, True)]


@pytest.mark.parametrize("content", ["<Document><token", '<TimeML><TEXT value="', "no xml"])
def test_a_damaged_file_is_named(tmp_path, content):
    """The message names the file."""
    with pytest.raises(NoInputError, match=r"a\.xml"):
        read(tmp_path, "a.xml", content)


def test_a_folder_without_files_is_refused(tmp_path):
    """There is nothing to score."""
    with pytest.raises(UsageError):
        read_marked(tmp_path)


def test_the_half_of_a_file_depends_on_its_bytes_alone():
    """The same bytes are always of the same half, and both halves occur."""
    assert {half_of(bytes([k])) for k in range(20)} == {"read", "measured"}


def test_spans_that_touch_are_pairs_and_values_must_be_the_same():
    """One of two marks is found, its value right; what is found beyond the marks counts against precision."""
    text = "on Monday in 2003 and 2004"
    marks = (MarkedTime((0, 9), "2021-07-19"), MarkedTime((13, 17), "2003"))
    report = MarkedReport("a", "read", text, None, marks, ((0, len(text)),))
    found = [Time((3, 9), "DATE", "2021-07-19"), Time((22, 26), "DATE", "2004")]
    outcome = score(report, found)
    assert (outcome.spans, outcome.values) == (Count(1, 2, 2), Count(1, 2, 2))
    assert len(outcome.misses) == 2


def test_a_scheme_of_dates_alone_leaves_lengths_and_vague_times_aside():
    """Neither a length nor "now" is wrong where the scheme does not mark them; part of a day is its day."""
    marks = (MarkedTime((0, 12), "2021-07-20"),)
    report = MarkedReport("a", "read", "Tuesday nighttwo days now", None, marks, ((0, 30),), calendar_only=True)
    found = [
        Time((0, 13), "TIME", "2021-07-20TNI"),
        Time((13, 21), "DURATION", "P2D"),
        Time((22, 25), "DATE", "PRESENT_REF"),
    ]
    assert score(report, found).values == Count(1, 1, 1)
