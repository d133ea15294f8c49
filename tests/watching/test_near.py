"""Where the words of a phrase stand near each other."""

from __future__ import annotations

import pytest

from whoseword.watching.near import stretch


@pytest.mark.parametrize(
    ("asked", "text", "found"),
    [
        (["crack", "gate"], "Two cracks in the upper gate were seen.", "cracks in the upper gate"),
        (["crack", "gate"], "The gate was shut, as cracks in a gate are.", "cracks in a gate"),
        (["gate", "crack"], "Cracks run through gates.", "Cracks run through gates"),
        (["crack", "gate"], "The cracks that the council spoke of are not in the gate.", None),
        (["crack", "vell"], "Cracks were seen by the council of the upper valley.", "Cracks"),
    ],
)
def test_words_stand_near_each_other(asked, text, found):
    """At most three others stand between two of them, in either order; what the text has in no form is not asked."""
    span = stretch([{each} for each in asked], text)
    assert (span and text[slice(*span)]) == found


def test_where_none_is_found_nothing_is_asked():
    """A text that has none of the words in a known form is not refused."""
    assert stretch([{"vell"}], "Rain fell.") == (0, 0)
