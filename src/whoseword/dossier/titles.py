"""Records in; what a dossier of them is called out: the title of the report that stands at the centre of the story.

>>> title_of((), load_lexicon()) is None
True
"""

from __future__ import annotations

from collections.abc import Sequence

from whoseword.across import Judged
from whoseword.claims.stories import keys, kinship, sketch, stories
from whoseword.dossier.svg import plain
from whoseword.ledger.book import pairs
from whoseword.lexicon import Lexicon
from whoseword.model import Record


def title_of(records: Sequence[Record], lexicon: Lexicon) -> str | None:
    """The title of the story that most of these reports tell, and how many others there are; None where it has none."""
    sketches = [sketch(record, lexicon) for record in records]
    found = stories(sketches, (kinship(a, b) for a, b in pairs(sketches, keys)), Judged())
    largest = max(found, key=lambda story: len(story.reports), default=None)
    if largest is None or not largest.title:
        return None
    others = len(found) - 1
    more = f", and {others} other {'story' if others == 1 else 'stories'}" if others else ""
    return f"{plain(largest.title)}{more}"
