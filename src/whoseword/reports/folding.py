"""Words of a report -> the words that are searched, the same in every database.

Both databases cut and fold words in their own way (accents, hyphens, "3.5"), so it is done here and both index the
result: words of letters and digits, without case and accents, parted by single blanks.

>>> folded("The négociateur’s “state-run” 2.5%")
'the negociateur s state run 2 5'
"""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
# PostgreSQL leaves out longer words, and no index needs them.
LONGEST_WORD = 200
# A statement of this length is a document; its beginning is searched. Both databases take so much in one row.
LONGEST = 200_000


def folded(text: str) -> str:
    """The searched words of `text`, parted by blanks."""
    return " ".join(words(text))[:LONGEST]


def words(text: str) -> list[str]:
    """The searched words of `text`."""
    # Marks are taken off before and after: ß and İ fold into more than one character.
    bare = _bare(_bare(text).casefold())
    return [word[:LONGEST_WORD] for word in _WORD.findall(bare)]


def _bare(text: str) -> str:
    return "".join(
        character for character in unicodedata.normalize("NFKD", text) if not unicodedata.combining(character)
    )
