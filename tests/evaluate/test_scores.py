"""What counts as right, measure by measure; and the same numbers as the scorer that the reader is trained by."""

from __future__ import annotations

import importlib.util
import random
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoseword.evaluate.comparison import reader_scores
from whoseword.evaluate.polnear import Attribution, read_folder
from whoseword.evaluate.scores import MEASURES, Count, compare, interval, prepare, total

TEXT = "Rook said that it rained,\nhard. She left.\n"
THEIRS = {
    "attribution": "attrib.all",
    "attribution-without-source": "attrib_nosrc.all",
    **{measure: measure for measure in MEASURES if "." in measure},
}


def span(words):
    start = TEXT.index(words)
    return start, start + len(words)


def attribution(source="Rook", cue="said", content="that it rained,\nhard"):
    def one(words):
        return (span(words),) if words else ()

    return Attribution(one(source), one(cue), one(content))


def scored(found, marked):
    return compare(prepare(found, TEXT), prepare(marked, TEXT))


def test_equal_marks_are_right_in_every_measure():
    """Whoever finds exactly what was marked has an F1 of 1 throughout."""
    counts = scored([attribution()], [attribution()])
    assert set(counts) == set(MEASURES)
    assert {count.f1 for count in counts.values()} == {1.0}


def test_nothing_found_counts_what_was_to_find():
    """What was not found lowers recall; precision, of nothing, is 0."""
    count = scored([], [attribution()])["attribution"]
    assert count == Count(right=0, found=0, marked=1)
    assert (count.precision, count.recall, count.f1) == (0.0, 0.0, 0.0)


def test_tokens_count_words_and_marks():
    """Of the content's five tokens, one of them a comma, two are found."""
    assert scored([attribution(content="that it")], [attribution()])["token.content"] == Count(2, 2, 5)


def test_runs_are_cut_at_line_breaks():
    """Content over two lines is two runs, of which one is found; as a whole it is not exact."""
    counts = scored([attribution(content="that it rained,")], [attribution()])
    assert counts["run.content"] == Count(1, 1, 2)
    assert counts["exact.content"] == Count(0, 1, 1)


def test_exact_looks_past_white_space():
    """White space at the edges, and fragments with nothing else between them, make no difference."""
    loose = Attribution((), (span("said"),), (span(" that it "), span("rained,\n"), span("hard")))
    assert scored([loose], [attribution()])["exact.content"] == Count(1, 1, 1)


def test_a_shared_source_counts_once():
    """Two attributions of one source have one source."""
    twice = [attribution(), attribution(cue="that", content="hard")]
    assert scored(twice, twice)["exact.source"] == Count(1, 1, 1)
    assert scored(twice, twice)["attribution"] == Count(2, 2, 2)


@pytest.mark.parametrize(("content", "right"), [("that it rained", 1), ("that", 0)])
def test_overlap_needs_half(content, right):
    """12 of 17 characters are enough, 4 are not."""
    counts = scored([attribution(content=content)], [attribution()])
    assert counts["overlap.content"] == Count(right, 1, 1)
    assert counts["attribution"] == Count(right, 1, 1)


def test_the_source_may_be_left_out():
    """A wrong source is wrong in `attribution` alone; two empty sources are the same."""
    wrong = scored([attribution(source="She")], [attribution()])
    assert (wrong["attribution"].right, wrong["attribution-without-source"].right) == (0, 1)
    assert scored([attribution(source="")], [attribution(source="")])["attribution"].right == 1
    assert scored([attribution(source="")], [attribution()])["attribution"].right == 0


def test_another_cue_is_another_attribution():
    """The same content under a cue elsewhere is not the same act of telling."""
    assert scored([attribution(cue="left")], [attribution()])["attribution"].right == 0


def test_each_is_matched_once():
    """Found twice is right once."""
    assert scored([attribution()] * 2, [attribution()])["attribution"] == Count(1, 2, 1)


def test_an_attribution_without_content_counts_by_its_spans_only():
    """A cue alone is a cue, and no attribution."""
    counts = scored([attribution(content="")], [attribution()])
    assert counts["attribution"] == Count(0, 0, 1)
    assert counts["exact.cue"] == Count(1, 1, 1)


def test_counts_add_up_over_texts():
    """The total of several texts is the sum of their counts."""
    one = scored([attribution()], [attribution()])
    assert total([one, one])["run.content"] == Count(4, 4, 4)
    assert total([])["attribution"] == Count()


def test_the_interval_is_the_same_every_time_and_holds_the_score():
    """The draws are seeded; with one report alone there is nothing to draw."""
    counts = [Count(right, 10, 10) for right in range(3, 9)]
    low, high = interval(counts)
    assert (low, high) == interval(counts)
    assert 0.3 < low < total([dict.fromkeys(MEASURES, count) for count in counts])["attribution"].f1 < high < 0.8
    assert interval([Count(3, 4, 6)]) == pytest.approx((0.6, 0.6))


SPANS = st.lists(
    st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 12)).map(lambda at: (at[0], min(sum(at), len(TEXT)))),
    max_size=3,
).map(tuple)
SIDES = st.lists(st.builds(Attribution, SPANS, SPANS, SPANS), max_size=4)


@given(SIDES, SIDES)
def test_no_count_is_out_of_bounds(found, marked):
    """Never is more right than was found or was marked, whatever the spans are."""
    assert all(0 <= count.right <= min(count.found, count.marked) for count in scored(found, marked).values())


# The bench scorer leaves its files to be closed by themselves.
LEAVES_FILES_OPEN = pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")


@pytest.fixture(scope="module")
def bench(shared):
    """The scorer in ../shared, a script of its own."""
    spec = importlib.util.spec_from_file_location("score_polnear", shared / "bench" / "score_polnear.py")
    assert spec
    assert spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def roles(found):
    return {"source": found.source, "cue": found.cue, "content": found.content}


def theirs(counted):
    return {measure: tuple(counted[tuple(name.split("."))]) for measure, name in THEIRS.items()}


def ours(counts):
    return {measure: (count.right, count.found, count.marked) for measure, count in counts.items()}


@pytest.mark.shared
@given(SIDES, SIDES)
def test_any_marks_are_counted_as_by_the_bench_scorer(bench, found, marked):
    """Overlapping, touching, empty and blank spans are counted alike by both scorers."""
    counted = bench.collections.defaultdict(lambda: [0, 0, 0])
    bench.score_doc([roles(one) for one in found], [roles(one) for one in marked], TEXT, counted)
    assert theirs(counted) == ours(scored(found, marked))


def blurred(marked, text, draw):
    """What a careless reader would find: marks lost, borders moved, sources swapped."""
    for one in marked:
        if draw.random() < 0.2:
            continue
        moved = {
            role: tuple(
                (start, min(len(text), max(start + 1, end + draw.choice((-9, -1, 0, 0, 0, 1, 9)))))
                for start, end in spans
            )
            for role, spans in roles(one).items()
        }
        if draw.random() < 0.2:
            moved["source"] = draw.choice(marked).source
        yield Attribution(**moved)


@pytest.mark.shared
@LEAVES_FILES_OPEN
@pytest.mark.parametrize("annotators", ["first", "all"])
def test_scores_on_polnear_dev_are_those_of_the_bench_scorer(bench, shared, annotators):
    """On the development part both scorers give the same counts and scores, to the last digit."""
    data = shared / "corpora" / "polnear"
    texts = read_folder(data / "dev")
    draw = random.Random(1)
    found = [list(blurred(marked.marked[-1], marked.text, draw)) for marked in texts]
    predicted = {marked.name: [roles(one) for one in here] for marked, here in zip(texts, found, strict=True)}
    expected = bench.score(predicted, "dev", str(data), annotators)
    counts = reader_scores(texts, found, all_annotators=annotators == "all").counts
    for measure, name in THEIRS.items():
        count, row = counts[measure], expected[name]
        assert (count.right, count.found, count.marked) == (row["tp"], row["pred"], row["gold"]), measure
        assert (count.precision, count.recall, count.f1) == (row["P"], row["R"], row["F"]), measure


@pytest.mark.shared
@LEAVES_FILES_OPEN
def test_people_on_polnear_dev_agree_as_by_the_bench_scorer(bench, shared):
    """Every ordered pair of annotators of the development part is counted alike."""
    data = shared / "corpora" / "polnear"
    pairs = [
        compare(prepare(here, marked.text), prepare(there, marked.text))
        for marked in read_folder(data / "dev")
        for here, there in permutations(marked.marked, 2)
    ]
    assert ours(total(pairs)) == theirs(bench.human("dev", str(data)))
