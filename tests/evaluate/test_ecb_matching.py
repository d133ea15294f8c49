"""Mentions of a miniature folder of ECB+, and what each way of matching makes of them."""

from __future__ import annotations

import pytest

from tests.evaluate.miniature_ecb import write_folder
from tests.whole import record_of, shipped_reader
from whoseword.evaluate.ecb_matching import METHODS, Method, Scope, head_of, measure
from whoseword.evaluate.ecb_table import read_mentions
from whoseword.lexicon import load_lexicon
from whoseword.statements.trees import Tree


@pytest.fixture(scope="module")
def mentions(tmp_path_factory):
    """The mentions of the miniature folder, as the shipped reader reads them."""
    return read_mentions(write_folder(tmp_path_factory.mktemp("ecb")), "val", shipped_reader(), load_lexicon())


@pytest.mark.parametrize(
    ("text", "words", "head"),
    [
        ("The guild was taken by surprise in May.", "taken by surprise", "taken"),
        ("The court of Vell will open its fraud inquiry.", "fraud inquiry", "inquiry"),
    ],
)
def test_the_head_of_a_mention(text, words, head):
    """Of several words, the one that the others hang on."""
    tree = Tree(text, record_of(text).reading)
    assert tree.form(head_of(tree, [(text.index(words), text.index(words) + len(words))])) == head


def test_a_mention_that_no_word_touches_is_a_fault():
    """A place outside the text cannot be matched."""
    with pytest.raises(ValueError, match="no word"):
        head_of(Tree("It rained.", record_of("It rained.").reading), [(90, 95)])


def test_the_lemma_joins_what_says_the_same_word(mentions):
    """Inside one happening "killed" is not "slain"; inside the topic the two who were killed are one by mistake."""
    lemma = METHODS[0]
    near, far = measure(mentions, "subtopic", lemma), measure(mentions, "topic", lemma)
    assert (near.pairs.right, near.pairs.found, near.pairs.marked) == (2, 2, 3)
    assert far.pairs.found > far.pairs.right == 2
    assert near.clusters.b3.precision == 1


def test_deeds_join_what_means_the_same(mentions):
    """The miller "killed" and "slain" is one deed, and the pilot's death is another."""
    for method in METHODS[1:]:
        found = measure(mentions, "topic", method)
        assert found.pairs.recall == 1, method.name
        assert found.clusters.conll > measure(mentions, "topic", METHODS[0]).clusters.conll


def test_a_scope_bounds_what_is_joined(mentions):
    """One name for all joins all inside each part of the scope, and nothing beyond it."""
    everything = Method("all", lambda part: [0] * len(part))
    found = [measure(mentions, scope, everything).pairs.found for scope in ("subtopic", "topic", "corpus")]
    assert found == [3 * 2 + 2 * 1, 23, 23]


@pytest.mark.slow
@pytest.mark.shared
def test_ecb_keeps_its_score(shared):
    """On the validation topics, deeds beat the same lemma by 1 CoNLL F1 or more, by 7 among all reports."""
    mentions = read_mentions(shared / "corpora" / "ecbplus", "val", shipped_reader(), load_lexicon())
    assert len(mentions) == 1245
    lemma, deeds, reports = METHODS
    bars: tuple[tuple[Scope, Method, float], ...] = (
        ("subtopic", deeds, 0.01),
        ("topic", reports, 0.02),
        ("corpus", reports, 0.07),
    )
    for scope, method, least in bars:
        ours, baseline = (measure(mentions, scope, each).clusters.conll for each in (method, lemma))
        assert ours >= baseline + least, scope
