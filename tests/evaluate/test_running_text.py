"""Tokens, and the running text that they were cut from."""

from __future__ import annotations

import pytest

from whoseword.evaluate.running_text import running_text


def joined(sentences):
    tokens = [(word, number) for number, sentence in enumerate(sentences.split(" || ")) for word in sentence.split()]
    text, spans = running_text(tokens)
    shown = {"``": "“", "''": "”"}
    assert [text[a:b] for a, b in spans] == [shown.get(word, word) for word, _ in tokens]
    return text


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("The mill 's owner did n't pay , did she ?", "The mill's owner didn't pay, did she?"),
        ("`` We wo n't , '' she said .", "“We won't,” she said."),
        ('" We wait , " he said , " and sing . "', '"We wait," he said, "and sing."'),
        ('"The ferry " sank .', '"The ferry" sank.'),
        ("It ’ s late", "It’s late"),
        ("the millers ' guild ( of Vell )", "the millers' guild (of Vell)"),
        ("an 11 - year - old break - in", "an 11-year-old break-in"),
        ("the quay - which was shut", "the quay - which was shut"),
        ("Sunday - May 4", "Sunday - May 4"),
        ("They won 31 - 24 on I - 75", "They won 31-24 on I-75"),
        ("at 8 : 13am , $ 2 , 000 or 3 . 5 %", "at 8:13am, $2,000 or 3.5%"),
        ("at 5 p . m . in the U . S . today", "at 5 p.m. in the U.S. today"),
        ("the 9 / 11 fund", "the 9/11 fund"),
    ],
)
def test_spacing(tokens, text):
    """Marks, contractions, hyphens and figures stand as in a newspaper, and every token keeps its place."""
    assert joined(tokens) == text


def test_a_headline_is_a_paragraph():
    """What ends in no mark ends its paragraph; other sentences follow on one line."""
    assert joined("Mill burns || It burned . || It rained .") == "Mill burns\n\nIt burned. It rained."


def test_a_mark_that_opens_a_sentence_opens():
    """A quotation that runs over paragraphs opens again in each."""
    assert joined('" One . || " Two . "') == '"One. "Two."'
