"""Whom a source brings in by citing or quoting, and what only looks like it."""

from __future__ import annotations

import pytest

from tests.sources.staging import scene_of, staged
from whoseword.lexicon import load_lexicon
from whoseword.model import Statement
from whoseword.sources.citations import find_citations
from whoseword.statements.trees import Tree

OUTLET = "Harbour News"


def attributed(marked: str, *verbs: str) -> tuple[Tree, tuple[Statement, ...]]:
    """The trees and the statements of a marked text."""
    scene = scene_of(marked, verbs=verbs)
    return scene.tree, tuple(scene.statements)


def end(marked: str, number: int = 1, **more) -> tuple[str, str]:
    """The chain of a statement, and the rule of its last link."""
    found = staged(marked, outlet=OUTLET, **more)
    return found.chain(number), found.links(number)[-1]


class TestCited:
    @pytest.mark.parametrize(
        ("words", "who"),
        [
            ("citing two clerks", "two clerks"),
            ("quoting a clerk", "a clerk"),
            ("citing a clerk of the guild", "a clerk of the guild"),
            ("citing a clerk who saw it", "a clerk"),
        ],
    )
    def test_fires(self, words, who):
        """The one behind "citing" is the origin, without the clause that hangs on it."""
        marked = f"{{S:Politico}} {{C:reported}}, {words}, that {{Q:it rained}}."
        assert end(marked, verbs={"saw"}) == (f"{OUTLET} <- Politico <- {who}", "chain:cited")

    @pytest.mark.parametrize("words", ["citing the weather", "exciting two clerks", "beside two clerks"])
    def test_near_miss(self, words):
        """A thing is nobody's word, and other words cite nobody."""
        marked = f"{{S:Politico}} {{C:reported}}, {words}, that {{Q:it rained}}."
        assert end(marked)[1] == "chain:origin-not-stated"


class TestPlace:
    def test_nearby(self):
        """In the same paragraph the outlet goes on from the same source."""
        marked = (
            "{S1:Politico} {C1:reported}, citing two clerks, that {Q1:it rained}. {S2:It} {C2:said} {Q2:it snowed}."
        )
        assert end(marked, 2) == (f"{OUTLET} <- Politico <- two clerks*", "chain:cited-nearby")

    def test_not_so_near(self):
        """In the next paragraph that is not known."""
        marked = (
            "{S1:Politico} {C1:reported}, citing two clerks, that {Q1:it rained}.\n\n{S2:It} {C2:said} {Q2:it snowed}."
        )
        assert end(marked, 2)[1] == "chain:origin-not-stated"

    def test_two_cited(self):
        """Where two are cited, the rest stands on neither."""
        marked = (
            "{S1:Politico} {C1:reported}, citing two officials, that {Q1:it rained}. {S2:It} {C2:reported}, "
            "citing a clerk, that {Q2:it froze}. {S3:It} {C3:said} {Q3:it snowed}."
        )
        assert end(marked, 3)[1] == "chain:origin-not-stated"

    def test_inside_a_quotation(self):
        """What somebody says word for word about citing brings nobody into the report."""
        found = staged("{S:Ann Roe} {C:said}, {Q:“I was citing two clerks.”}", outlet=OUTLET)
        assert found.chain(1) == f"{OUTLET} <- Ann Roe"
        assert all(entity.description != "two clerks" for entity in found.entities)


def test_order_and_owner():
    """Citations come in text order, each with the statement whose source cites."""
    marked = (
        "{S1:Politico} {C1:reported}, citing two clerks, that {Q1:it rained}. "
        "{S2:CNN} {C2:reported}, quoting a cook, that {Q2:it froze}."
    )
    tree, statements = attributed(marked)
    citations = find_citations(tree, statements, load_lexicon())
    assert [tree.text[slice(*citation.span)] for citation in citations] == ["two clerks", "a cook"]
    assert [citation.by for citation in citations] == [statement.id for statement in statements]


@pytest.mark.parametrize("form", ["citing", "cited", "quoting", "quoted"])
def test_each_form_of_the_cues_introduces(form):
    """Every form of "cite" and "quote" in the list of cues brings in the one behind it."""
    tree, statements = attributed(f"{{S:Politico}} {{C:reported}} and {form} two clerks that {{Q:it rained}}.", form)
    citations = find_citations(tree, statements, load_lexicon())
    assert [tree.text[slice(*citation.span)] for citation in citations] == ["two clerks"]
