"""The words of a watched claim -> the unit of telling that they are, as if a report had them as its only sentence.

In: words as they were typed, and the reader. Out: a `Told` that `claims/match.py` compares with others; None of words
in which the reader finds no predicate.

>>> read_words("the Orsel dam will be emptied", load_reader(), load_lexicon()).deeds[0].lemma
'empty'
"""

from __future__ import annotations

from whoseword.across import Told
from whoseword.claims.telling import Telling
from whoseword.claims.told import sentence_at
from whoseword.lexicon import Lexicon
from whoseword.model import Part, Published, Report, hashed_id
from whoseword.pipeline import read_report
from whoseword.reports.reader import Reader


def read_words(words: str, reader: Reader, lexicon: Lexicon) -> Told | None:
    """The whole of these words as one unit, whoever says them."""
    text = f"{words[:1].upper()}{words[1:]}".rstrip(" .!?") + "."
    report = Report(
        id=hashed_id("watch", text),
        path="watch",
        row=None,
        text=text,
        title=None,
        dek=None,
        byline=(),
        outlet=None,
        url=None,
        language="en",
        published=Published(),
        parts=(Part("body", (0, len(text))),),
    )
    telling = Telling(read_report(report, reader, lexicon), lexicon)
    if not telling.tree.words:
        return None
    unit = sentence_at(telling, 0)
    return unit if any(deed.main for deed in unit.deeds) else None
