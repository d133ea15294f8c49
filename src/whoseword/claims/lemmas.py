"""A form of an English word -> its lemma, and the stem under which its kin are compared.

In: a form in lower case, its sort, and the irregular forms of the Lexicon. Out: a lemma by the rules of spelling, after
Minnen, Carroll and Pearce 2001, Applied morphological processing of English, as far as news needs them. The stem of an
irregular form is that of its lemma.

>>> lemma_of("withdrew", "verb", load_lexicon()), lemma_of("parties", "noun", load_lexicon())
('withdraw', 'party')
>>> stem_of("withdrew", load_lexicon()) == stem_of("withdrawing", load_lexicon())
True
"""

from __future__ import annotations

import re
from typing import Literal

from whoseword.lexicon import Lexicon
from whoseword.stems import stem

WordSort = Literal["verb", "noun"]

_VOWEL = re.compile(r"[aeiouy]")
_DOUBLED = re.compile(r"([bdgkmnprtv])\1\Z")
_HISSING = re.compile(r"(?:ss|sh|ch|x|zz)es\Z")
# "unit" hides no "e" and "unite" does: what ends so nearly always does.
_SILENT_END = re.compile(
    r"(?:[^aeiou][aeiouy][bcdgkmpt]|[^eo]at|[aeiou]?[cvuz]|[^s]s|[rd]g|[^aeiou][iu]d|[^aeiou]ut|[bcdfgkptz]l|[uy]r"
    r"|[^ae]ir|[^eo]ar|um)\Z"
)


def lemma_of(form: str, sort: WordSort, lexicon: Lexicon) -> str:
    """The lemma of a form in lower case, read as a verb or as a noun; the form itself where it is one."""
    if sort == "verb":
        return _verb(form, lexicon)
    return _noun(form, lexicon)


def stem_of(form: str, lexicon: Lexicon) -> str:
    """What a word in lower case is compared by, whatever its sort; a number stays whole."""
    if form[:1].isdigit():
        return form
    spelling = lexicon.spelling
    return stem(spelling.verbs.get(form) or spelling.nouns.get(form) or form)


def _verb(form: str, lexicon: Lexicon) -> str:
    spelling = lexicon.spelling
    if form in spelling.verbs:
        return spelling.verbs[form]
    if form in spelling.whole or form in lexicon.meaning_of_verb or len(form) < 4:
        return form
    if form.endswith(("ies", "ied")):
        return form[:-3] + "y"
    return _without_tense(form, lexicon) if form.endswith(("ing", "ed")) else _without_s(form)


def _without_tense(form: str, lexicon: Lexicon) -> str:
    if form.endswith("eed"):
        known = form[:-1] in lexicon.meaning_of_verb or form[:-1] in lexicon.spelling.silent
        return form[:-1] if known else form
    return _restored(form, form.removesuffix("ing").removesuffix("ed"), lexicon)


def _noun(form: str, lexicon: Lexicon) -> str:
    spelling = lexicon.spelling
    if form in spelling.nouns:
        return spelling.nouns[form]
    if form in spelling.whole or form in lexicon.meaning_of_noun or len(form) < 4:
        return form
    return form[:-3] + "y" if form.endswith("ies") else _without_s(form)


def _without_s(form: str) -> str:
    if form.endswith(("ss", "us", "is")) or not form.endswith("s"):
        return form
    return form[:-2] if _HISSING.search(form) else form[:-1]


def _restored(form: str, base: str, lexicon: Lexicon) -> str:
    """The verb whose ending has been cut: with its "e" again, or with one of two like letters."""
    if len(base) < 2 or not _VOWEL.search(base):
        return form
    known = lexicon.meaning_of_verb
    for candidate in (base + "e", base):
        if candidate in known or (candidate in lexicon.spelling.silent and candidate.endswith("e")):
            return candidate
    if _DOUBLED.search(base) or (base[-1] == base[-2] and base[:-1] in known):
        return base[:-1]
    one_syllable = len(_VOWEL.findall(base)) == 1
    if one_syllable:
        closed = len(base) > 1 and base[-1] not in "aeiouywx" and base[-2] in "aeiouy"
        return base + "e" if closed or _SILENT_END.search(base) else base
    return base + "e" if _SILENT_END.search(base) and not base.endswith(("it", "et", "op")) else base
