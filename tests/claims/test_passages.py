"""Which reports share passages, and what that makes them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.pairs_by_kind import CASES, OTHER_STORY, PARAGRAPHS, RULED, UNRELATED
from tests.claims.reporting import CAPTION, FRAME, SPEECH, SWAPPED, WIRE, between, kind, report
from whoseword.claims.passages import find_copies


@pytest.mark.parametrize("name", CASES)
def test_kind(name):
    """Copies, and what only looks like one, are told apart."""
    first, second, expected = CASES[name]
    assert kind(first, second) == expected


@pytest.mark.parametrize("name", CASES)
def test_the_order_of_the_reports_changes_nothing(name):
    """Given the other way round, two reports are still of the same kind."""
    first, second, expected = CASES[name]
    assert kind(second, first) == expected


def test_unmarked_block_is_a_quotation():
    """Whole paragraphs taken over exactly into a text of one's own, without any agency, are a block quotation."""
    first = report(WIRE, "Vell Courier")
    second = report(f"{UNRELATED}\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}\n\n{OTHER_STORY}", "Brome Post")
    found = between(first, second)
    assert found is not None
    assert (found.kind, found.rule) == ("quotation", "copies:block-quotation")


def test_block_with_an_agencys_credit_is_a_copy():
    """The same paragraphs in a report that names the agency as author are the agency's text."""
    first = report(WIRE, "Vell Courier")
    text = f"{UNRELATED}\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}\n\n{OTHER_STORY}\n\nReuters contributed to this report."
    assert kind(first, report(text, "Brome Post")) == "wire"


def test_spans_are_the_passages():
    """A passage's spans cut the shared words out of both texts."""
    first, second = report(WIRE), report(FRAME.format(WIRE), "Brome Post")
    found = between(first, second)
    assert found is not None
    (passage,) = found.passages
    assert first.text[slice(*passage.a)] == WIRE.rstrip(".")
    assert second.text[slice(*passage.b)] == WIRE.rstrip(".")
    assert found.containment == 1.0


def test_containment_is_of_the_shorter_report():
    """A short report that is wholly in a long one has a containment of 1, whichever comes first."""
    short, long = report(PARAGRAPHS[0] + " " + PARAGRAPHS[1], "Post"), report(WIRE + "\n\n" + UNRELATED)
    for pair in ((short, long), (long, short)):
        found = between(*pair)
        assert found is not None
        assert found.containment == 1.0


def test_passages_that_changed_places_are_apart():
    """Reordered paragraphs are passages of their own, each where it went."""
    first, second = report(WIRE), report("\n\n".join(reversed(PARAGRAPHS)), "Brome Post")
    found = between(first, second)
    assert found is not None
    assert len(found.passages) == 4
    assert [passage.b[0] for passage in found.passages] == sorted((p.b[0] for p in found.passages), reverse=True)


@pytest.mark.parametrize(
    ("old", "new"),
    [("340", "430"), ("two of its", "three of its"), ("Ilse Tarn", "Ole Brandt"), ("found no crack", "found a crack")],
)
def test_changed_numbers_names_and_negations_are_listed(old, new):
    """A copy with another number, name or "no" says where."""
    first, second = report(WIRE), report(WIRE.replace(old, new), "Brome Post")
    found = between(first, second)
    assert found is not None
    assert found.kind == "wire"
    changed = [each for passage in found.passages for each in passage.differences]
    assert len(changed) == 1
    words = first.text[slice(*changed[0].a)], second.text[slice(*changed[0].b)]
    assert words[0] in old
    assert words[1] in new


def test_changed_words_that_tell_nothing_new_are_not_listed():
    """Another word for the same is no difference."""
    found = between(report(WIRE), report(WIRE.replace("belongings", "things"), "Brome Post"))
    assert found is not None
    assert [each for passage in found.passages for each in passage.differences] == []


def test_a_report_given_twice_is_no_pair():
    """One report in two files is still one report."""
    first = report(WIRE)
    assert find_copies([first, replace(first, path="again.jsonl")]) == ()


def test_outlets_furniture_makes_no_pairs():
    """A line in eight reports of one outlet, whatever it says, pairs none of them."""
    line = (
        "The Courier keeps its presses in the cellar of the old salt house, where they have run since the "
        "canal came, by"
        " night and by day."
    )
    number = "one two three four five six seven eight nine ten".split()
    texts = [f"{' '.join(f'{word}{k}' for k in range(40))}.\n\n{line}" for word in number]
    assert find_copies([report(text) for text in texts]) == ()
    assert len(find_copies([report(text) for text in texts[:3]])) == 3


def test_one_text_at_many_outlets_pairs_them_all():
    """Twelve outlets that print one text are sixty-six pairs."""
    found = find_copies([report(WIRE, f"Outlet {number}") for number in range(12)])
    assert len(found) == 66
    assert {copy.kind for copy in found} == {"wire"}


def test_same_input_same_copies():
    """Two runs over the same reports give the same pairs, in the order of the reports."""
    reports = [report(text, outlet) for text, outlet in ((WIRE, "A"), (UNRELATED, "B"), (FRAME.format(WIRE), "C"))]
    assert find_copies(reports) == find_copies(list(reports))
    assert [(copy.a, copy.b) for copy in find_copies(reports)] == [(reports[0].id, reports[2].id)]


@pytest.mark.parametrize("text", ["x", "¿?x", "1 2 3", "a\n" * 50, "“" * 40 + "x", "word " * 400])
def test_odd_texts_stop_nothing(text):
    """Texts of hardly any words, or of one word only, are compared like others."""
    find_copies([report(text, "A"), report(text, "B"), report(WIRE, "C")])


@given(
    st.lists(st.sampled_from(PARAGRAPHS + SWAPPED.split("\n\n") + [SPEECH, CAPTION, UNRELATED]), min_size=1, max_size=5)
)
def test_every_span_is_inside_its_text(blocks):
    """Whatever two texts are made of, passages and differences lie inside them and are in order."""
    first, second = report(WIRE + "\n\n" + UNRELATED), report("\n\n".join(blocks), "Brome Post")
    for copy in find_copies([first, second]):
        assert 0 < copy.containment <= 1
        for passage in copy.passages:
            for (start, end), text in ((passage.a, first.text), (passage.b, second.text)):
                assert 0 <= start < end <= len(text)
            for each in passage.differences:
                assert passage.a[0] <= each.a[0] <= each.a[1] <= passage.a[1]
                assert passage.b[0] <= each.b[0] <= each.b[1] <= passage.b[1]


@pytest.mark.parametrize("rule", RULED)
def test_rule(rule):
    """Each rule has a pair that it decides."""
    found = between(*RULED[rule])
    assert found is not None
    assert found.rule == rule
