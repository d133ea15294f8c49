"""Words of modality with what they bear on, read by the reader that ships; and words that only look like them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from tests.dossier.records import report_of
from whoseword.lexicon import load_lexicon
from whoseword.model import Statement
from whoseword.reports.reader import Reader, load_reader
from whoseword.statements.modality import Modality, find_modality
from whoseword.statements.polarity import polarity
from whoseword.statements.trees import Tree

pytestmark = pytest.mark.model

# The sentence, and each word of modality: its words | kind | the predicate that it bears on | what becomes of that.
CASES = [
    ("The quarry might reopen in spring.", "might | possible | reopen | unclear"),
    ("The tug can pull four barges.", "can | possible | pull | unclear"),
    ("Hunters must register their dogs.", "must | necessary | register | unclear"),
    ("The abbot should resign.", "should | necessary | resign | unclear"),
    ("The ferry will sail at dusk.", "will | future | sail | unclear"),
    ("The ferry won't sail at dusk.", "wo | future | sail | did-not; n't | negated | sail | did-not"),
    ("A lower toll would help the carters.", "would | conditional | help | unclear"),
    ("Roe said the toll would rise.", "would | future | rise | unclear"),
    ("The miller did not answer.", "not | negated | answer | did-not"),
    ("The lighthouse was never lit.", "never | negated | lit | did-not"),
    ("The school no longer teaches Latin.", "no longer | negated | teaches | did-not"),
    ("The inquest heard no witness.", "no | negated | heard | did-not"),
    ("Nobody saw the fire.", "Nobody | negated | saw | did-not"),
    ("The crew left without paying.", "without | negated | paying | did-not"),
    ("If the river rises, the fair moves uphill.", "If | conditional | rises | unclear"),
    ("The strike begins unless the owners yield.", "unless | conditional | yield | unclear"),
    (
        "Nobody knows whether the vault was opened.",
        "Nobody | negated | knows | did-not; whether | possible | opened | unclear",
    ),
    ("The bailiff reportedly fled.", "reportedly | hedge | fled | happened"),
    (
        "The treaty would technically end the feud.",
        "would | conditional | end | unclear; technically | hedge | end | unclear",
    ),
    ("The barn was almost certainly set alight.", "almost certainly | hedge | set | happened"),
    ("The letter was perhaps forged.", "perhaps | possible | forged | unclear"),
    ("The guild is likely to split.", "likely | possible | split | unclear"),
    ("The bishop is unlikely to attend.", "unlikely | possible | attend | unclear"),
    ("The paper hinted at a possible merger.", "possible | possible | merger | unclear"),
    ("It is unclear who owns the islet.", "unclear | hedge | owns | unclear"),
    ("The date of the sale is not clear.", "not clear | hedge | date | unclear"),
    ("Guards held the alleged forger.", "alleged | hedge | forger | happened"),
    ("Farmers oppose the planned canal.", "planned | future | canal | unclear"),
    ("The clerk was unable to find the deed.", "unable | negated | find | did-not"),
    ("The tanners are ready to leave the guild.", "ready | future | leave | unclear"),
    ("The choir is due to sing on the quay.", "due | future | sing | unclear"),
    ("The captain seemed to doze.", "seemed | hedge | doze | happened"),
    ("The roof appears to leak.", "appears | hedge | leak | happened"),
    ("The tenants claim that the roof was rotten.", "claim | hedge | rotten | happened"),
    ("The auditor doubts that the vault was full.", "doubts | hedge | full | did-not"),
    ("The groom denied that he had fled.", "denied | negated | fled | did-not"),
    ("The steward refused to open the cellar.", "refused | negated | open | did-not"),
    ("The watchman failed to ring the bell.", "failed | negated | ring | did-not"),
    ("The mayor ruled out selling the park.", "ruled out | negated | selling | did-not"),
    ("The society cancelled the regatta.", "cancelled | negated | regatta | did-not"),
    ("The smelter is expected to close.", "expected | future | close | unclear"),
    ("The colony plans to build a kiln.", "plans | future | build | unclear"),
    ("The islanders hope to buy the reef.", "hope | future | buy | unclear"),
    ("The monks tried to save the books.", "tried | future | save | unclear"),
    ("The envoys agreed to lift the blockade.", "agreed | future | lift | unclear"),
    ("The inspector recommended closing the pit.", "recommended | necessary | closing | unclear"),
    ("The pilots have to wait for the tide.", "have to | necessary | wait | unclear"),
    ("The decree allows shepherds to graze there.", "allows | possible | graze | unclear"),
    ("The orchestra is going to move.", "going to | future | move | unclear"),
    ("A sale is not being seriously discussed.", "not | negated | discussed | did-not"),
    ("The date is to be set later.", "to | future | set | unclear"),
    ("The envoys agreed to change the toll and denied a rift.", "agreed | future | change | unclear"),
    ("The duke appeared at the gate.", ""),
    ("The can of oil fell.", ""),
    ("In May the ferry sank.", ""),
    ("Not only did he sign, he smiled.", ""),
    ("There is no doubt that they left.", ""),
    ("The will was read on Monday.", ""),
    ("He likes the sea.", ""),
    ("The free market closed.", ""),
]
STATEMENT = Statement(
    "s1", (0, 3), "e1", ((4, 8),), ((9, 12),), "indirect", (), None, (), "statement", (), 0.9, "reader:roles"
)


@cache
def shipped_reader() -> Reader:
    """The reader that ships, loaded once."""
    return load_reader()


def shown(text: str) -> str:
    """The modality of a sentence as the table writes it."""
    reading, _ = shipped_reader().read(text)
    modality = Modality(Tree(text, reading), load_lexicon())
    found = []
    for bearing in modality.bearings:
        assert bearing.scope is not None
        scope = text[slice(*reading.words[bearing.scope].span)]
        found.append(f"{text[slice(*bearing.span)]} | {bearing.kind} | {scope} | {polarity(modality, bearing.scope)}")
    return "; ".join(found)


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_modality(text, wanted):
    """Each word of modality is found with its kind, its predicate and what becomes of it, and no other."""
    assert shown(text) == wanted


def told(text: str, cue: str, content: str, **fields) -> Statement:
    """A statement with the first place of each of these words as its cue and content."""
    spans = [(text.index(part), text.index(part) + len(part)) for part in (cue, content)]
    return replace(STATEMENT, cue=(spans[0],), content=(spans[1],), **fields)


def modals(text: str, *statements: Statement) -> list[list[str]]:
    reading, _ = shipped_reader().read(text)
    found = find_modality(report_of(text), reading, statements, load_lexicon())
    return [[f"{text[slice(*modal.span)]} {modal.kind}" for modal in statement.modality] for statement in found]


def test_a_statement_has_the_modality_of_its_content():
    """What stands outside the content bears on somebody else's words."""
    text = "If it rains, Roe said the toll might rise."
    assert modals(text, told(text, "said", "the toll might rise")) == [["might possible"]]


def test_a_statement_has_the_modality_of_its_telling():
    """A negated act of telling is told to be none."""
    text = "Roe did not say that the toll rose."
    assert modals(text, told(text, "say", "that the toll rose")) == [["not negated"]]


def test_modality_of_a_statement_inside_is_that_of_the_inner_one():
    """The one who tells that another may leave is not in doubt himself."""
    text = "Roe said the guild announced that it might leave."
    outer = told(text, "said", "the guild announced that it might leave", id="s1")
    inner = told(text, "announced", "that it might leave", id="s2", within="s1")
    assert modals(text, outer, inner) == [[], ["might possible"]]


def test_scope_is_the_predicate():
    """The record has the words of the predicate, not the index."""
    text = "Roe said the toll might rise."
    reading, _ = shipped_reader().read(text)
    (statement,) = find_modality(report_of(text), reading, (told(text, "said", "the toll might rise"),), load_lexicon())
    assert [text[slice(*modal.scope)] for modal in statement.modality if modal.scope] == ["rise"]
