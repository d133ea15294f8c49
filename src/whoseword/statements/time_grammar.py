"""The grammar of time expressions in newswire English: classes of words in, what they mean out.

A shape is written in the names of `time_words.CLASSES`, with `?`, `|` and brackets as in a regular expression. Every
repetition has an end: a table of numbers must not take minutes. Where several shapes match at one place, the longest
that means something counts, and of equals the first.

>>> [shape.meaning.__name__ for shape in SHAPES if shape.pattern.fullmatch(kinds)]
['bare_month']
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from whoseword.statements import time_clock as clocks
from whoseword.statements import time_counted as counts
from whoseword.statements import time_dates as dates
from whoseword.statements import time_lengths as lengths
from whoseword.statements import time_relative as relative
from whoseword.statements import time_years as years
from whoseword.statements.time_scene import Found, Scene
from whoseword.statements.time_values import Meaning
from whoseword.statements.time_words import CLASSES

Resolve = Callable[[Found, Scene], Meaning | None]

_NAMES = {
    # "early", "the end of the", "later in the"
    "edge": "((the? (early|late|mid) hyphen? (in the|of the?)?)|(the? (start|end|mid|rest) of the?)"
    "|((earlier|later) (in the?)?))",
    "dated": "(weekday comma?)",
    "anyday": "(day|ordinal|(number hyphen ordinal))",
    "anyyear": "(year|short_year)",
    "rel": "(last|next|this)",
    "count": "((a? few of?)|(a half)|(half of? a)|((number|day|year) (hyphen? (number|day))? (and a half)? few?)|a)",
    "relyear": "(the? (last|next|this) unit)",
    "much": "((a? few of?)|((number|day|year) (hyphen? (number|day)){0,3} (and a half)? few?))",
    "anyunit": "(unit|units)",
}

_TABLE: tuple[tuple[str, Resolve], ...] = (
    # Written out
    ("iso", dates.iso_date),
    ("slashed", dates.slashed_date),
    ("dated? month the? anyday (comma|of)? anyyear", dates.full_date),
    ("dated? the? anyday of? month (comma|of)? anyyear", dates.full_date),
    ("month the? (day|ordinal) (hyphen|to) the? (day|ordinal) (comma? year)?", dates.day_range),
    ("the? (day|ordinal) (hyphen|to) the? (day|ordinal) of? month (comma? year)?", dates.day_range),
    ("dated? month the? anyday (comma|of|hyphen)? relyear", dates.full_date),
    ("dated? the? anyday of? month (comma|of)? relyear", dates.full_date),
    ("edge? month (of|comma)? relyear", dates.month_year),
    ("dated? month the? anyday", dates.month_day),
    ("dated? the? anyday of? month", dates.month_day),
    ("edge? month (of|comma)? anyyear", dates.month_year),
    ("edge? (the? rel)? month", dates.bare_month),
    ("edge? (the? unit of?)? year", years.bare_year),
    ("short_year", years.short_year),
    ("year hyphen (year|day|number)", years.year_range),
    ("edge? the? decade", years.decade),
    ("edge? the? ((number hyphen)? ordinal) hyphen? unit", years.century),
    ("edge? (the? rel)? the? season (of|comma)? the? anyyear", years.season),
    ("edge? the? season (of|comma)? relyear", years.season),
    ("edge? (the? rel) season", years.season),
    ("(in|by|since|edge) the? season", years.season),
    ("(to|from|before|after) the season", years.season),
    ("the? ordinal unit of (the? anyyear|relyear)", years.month_by_number),
    ("edge? quarter ((of|comma)? anyyear)?", years.quarter),
    ("year quarter", years.quarter),
    ("edge? the? (ordinal|last) hyphen? (unit|half) ((of|in)? the? (unit of?)? rel? year)?", years.quarter),
    ("edge? the? (ordinal|last) hyphen? (unit|half) (of|in)? (relyear|(the unit))", years.quarter),
    ("edge? the? fiscal unit? year", years.fiscal_year),
    ("edge? the? (year|rel)? fiscal unit?", years.fiscal_year),
    ("(the? rel)? holiday ((of|comma)? year)?", dates.holiday),
    # Counted from the day of publication
    ("edge? deictic (early|late)? part?", relative.deictic),
    ("the unit (before|after) deictic", relative.deictic),
    ("edge? rel part", relative.part_of_today),
    ("edge? the? (rel|(this (last|next)))? weekday", dates.weekday),
    ("edge? the? (rel|(this (last|next)))? weekday (early|late)? part", relative.part_of_weekday),
    ("edge? the? rel unit", relative.unit_by_reference),
    ("edge unit", relative.unit_by_reference),
    ("the unit", relative.weekend),
    ("for the unit", relative.unit_by_reference),
    ("the? unit s? hyphen? end", relative.unit_ends),
    ("count adjective{0,3} hyphen? anyunit (and a half)? (ago|hence)", counts.counted),
    ("count adjective{0,3} anyunit from now", counts.counted),
    ("the? (last|next) much adjective{0,3} hyphen? anyunit", counts.past_or_coming),
    ("the? much (last|next) units", counts.past_or_coming),
    ("the? (last|next) units", counts.past_or_coming),
    ("in count adjective{0,3} anyunit (and a half)?", counts.ahead),
    # Counted from a time told before, or right after
    ("edge? the (last|next|after) (unit|part)", relative.unit_by_anchor),
    ("edge? ((the? same)|that) (unit|part)", relative.unit_by_anchor),
    ("the unit (before|after|earlier)", relative.unit_by_anchor),
    ("count adjective{0,3} anyunit (and a half)? (earlier|later|before|after)", counts.counted_by_anchor),
    ("count adjective{0,3} anyunit (and a half)? (before|after|since|from)", counts.counted_by_next),
    ("the unit (before|after)", counts.counted_by_next),
    ("(in|by|to|before|after|since) the? (early|late)? part", relative.other_part),
    # How long, how often
    ("count hyphen? anyunit hyphen? old", relative.age),
    ("much (to|or|hyphen) much adjective{0,3} units", lengths.between_two),
    ("much adjective{0,3} hyphen? anyunit (and a half)?", lengths.duration),
    ("((half of? a)|(a half)) (hyphen? unit)", lengths.duration),
    ("a adjective{0,3} unit (and a half)?", lengths.one_unit),
    ("units (hyphen adjective)?", lengths.vague_length),
    ("((all the? unit)|(the all unit))", lengths.whole),
    ("every (other|number|day|few)? (anyunit|weekday|season|month|part)", lengths.every),
    ("every weekday part", lengths.every),
    ("weekdays parts?", lengths.weekdays),
    ("weekday parts", lengths.weekdays),
    ("adverb", lengths.adverb),
    ("((number|day) often|often) (a|per|every) unit", lengths.often),
    ("per unit", lengths.often),
    # The hours
    ("clock zone?", clocks.clock),
    ("(number|day) oclock zone?", clocks.clock),
    ("year zone", clocks.clock),
    ("(number|day) in the part", clocks.worded_hour),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """A pattern over classes, and what its words mean."""

    pattern: re.Pattern[str]
    meaning: Resolve


def _compiled(written: str) -> re.Pattern[str]:
    while True:
        spelled = re.sub(r"[a-z_]+", lambda word: _NAMES.get(word[0], word[0]), written)
        if spelled == written:
            break
        written = spelled
    classes = re.sub(r"[a-z_]+", lambda word: CLASSES[word[0]], written)
    return re.compile(classes.replace(" ", "").replace("(", "(?:"))


SHAPES = tuple(Shape(_compiled(written), meaning) for written, meaning in _TABLE)
