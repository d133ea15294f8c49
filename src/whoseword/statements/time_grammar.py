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
from whoseword.statements import time_feasts as feasts
from whoseword.statements import time_lengths as lengths
from whoseword.statements import time_periods as periods
from whoseword.statements import time_relative as relative
from whoseword.statements import time_weekdays as weekdays
from whoseword.statements import time_years as years
from whoseword.statements.time_scene import Found, Scene
from whoseword.statements.time_values import Meaning
from whoseword.statements.time_words import CLASSES

Resolve = Callable[[Found, Scene], Meaning | None]

_NAMES = {
    # "early", "the end of the", "later in the"
    "edge": "((the? (early|late|mid) hyphen? (in the|of the?)?)|(the? (start|end|mid|rest) of the?)"
    "|((start|end) hyphen)"
    "|((earlier|later) ((in|on) the?)?)|((early|late) on))",
    # "the opening months of"
    "phase": "(the? (early|late|final) units of the?)",
    "which": "(ordinal|final)",
    "pastyear": "((of|in|from)? ((the? rel unit)|(the? year)|(count unit (ago|earlier|before))))",
    "dated": "((the? rel)? weekday comma?)",
    "anyday": "(day|ordinal|(number hyphen ordinal))",
    "anyyear": "(year|short_year)",
    "rel": "(last|next|this)",
    "andhalf": "(hyphen? and hyphen? a hyphen? half)",
    "count": "((a? few of?)|(a half)|(half of? a)|((number|day|year) (hyphen? (number|day))? andhalf? few?)|a)",
    "relyear": "(the? (last|next|this) unit)",
    "much": "((a? few of?)|((number|day) hyphen? (number|day) slash (number|day))"
    "|((number|day|year) (hyphen? (number|day)){0,3} andhalf? few?))",
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
    ("(dated|rel)? month the? anyday", dates.month_day),
    ("dated? the? anyday of? month", dates.month_day),
    ("edge? month (of|comma)? anyyear", dates.month_year),
    ("the? month anyyear? hyphen? unit", periods.month_quarter),
    ("edge? (the? rel)? month", dates.bare_month),
    ("(edge|phase)? (the? unit of?)? year", years.bare_year),
    ("the? adjective unit year", years.bare_year),
    ("short_year", years.short_year),
    ("year (hyphen|slash) (year|day|number)", years.year_range),
    ("edge? the? decade", years.decade),
    ("edge? the? ((number hyphen)? ordinal) hyphen? unit", years.century),
    ("edge? (the? rel)? the? season (of|comma)? the? anyyear", years.season),
    ("edge? the? season (of|comma)? relyear", years.season),
    ("edge? (the? rel) season", years.season),
    ("(in|by|since|to|from|before|after) the? season (of|comma)? the? anyyear", years.season),
    ("(in|by|since|to|from|before|after) the? season (of|comma)? relyear", years.season),
    ("(in|by|since|edge) the? season", years.season),
    ("(to|from|before|after) the season", years.season),
    ("the? ordinal unit of (the? anyyear|relyear)", years.month_by_number),
    ("edge? quarter ((of|comma)? anyyear)?", years.quarter),
    ("year quarter", years.quarter),
    ("edge? the? (which|last) hyphen? (unit|half) ((of|in)? the? (unit of?)? rel? year)?", years.quarter),
    ("edge? the? (which|last) hyphen? (unit|half) (of|in)? (relyear|(the unit))", years.quarter),
    ("edge? the? year s? which hyphen? (unit|half)", years.quarter),
    ("edge? relyear s which hyphen? (unit|half)", years.quarter),
    ("edge? the? fiscal ordinal hyphen? (unit|half) ((of|comma)? anyyear)?", years.fiscal_quarter),
    ("edge? the? ordinal hyphen? fiscal (unit|half) ((of|comma)? anyyear)?", years.fiscal_quarter),
    ("edge? the? ordinal hyphen? (unit|half) (of|in)? the? ((fiscal unit? year?)|(year fiscal unit))",
     years.fiscal_quarter),
    ("edge? the? fiscal unit? year", years.fiscal_year),
    ("edge? the? (year|rel)? fiscal unit?", years.fiscal_year),
    ("(the? rel)? holiday ((of|comma)? year)?", feasts.holiday),
    # Counted from the day of publication
    ("edge? deictic (early|late)? part?", relative.deictic),
    ("the unit (before|after) deictic", relative.deictic),
    ("edge? rel part", relative.part_of_today),
    ("the (last|after) weekday", weekdays.weekday_by_anchor),
    ("weekday (early|late)? (of|comma)? the? rel unit", weekdays.weekday_in_week),
    ("edge? the? (rel|(this (last|next)))? weekday", weekdays.weekday),
    ("edge? the? (rel|(this (last|next)))? weekday (early|late)? part", weekdays.part_of_weekday),
    ("the ordinal of (the? rel unit)", periods.day_of_month),
    ("the ordinal", periods.day_of_month),
    ("the unit of dated? the? ((month the? anyday)|(anyday month)) (comma? year)?", periods.week_of),
    ("edge? the? rel unit", relative.unit_by_reference),
    ("edge unit", relative.unit_by_reference),
    ("the unit", periods.the_unit),
    ("the? (latest|(often? recent)) unit", periods.latest),
    ("(the|a)? ordinal adjective{0,2} unit", periods.running),
    ("the? unit s? hyphen? end", relative.unit_ends),
    ("count adjective{0,3} hyphen? anyunit (and a half)? (ago|hence)", counts.counted),
    ("count adjective{0,3} anyunit from now", counts.counted),
    ("count adjective{0,3} anyunit or so ago", counts.counted),
    ("units ago", counts.counted),
    ("units (earlier|later)", counts.counted_by_anchor),
    ("the? (last|next) much adjective{0,3} hyphen? anyunit", counts.past_or_coming),
    ("the? much (last|next) units", counts.past_or_coming),
    ("the? (last|next) units", counts.past_or_coming),
    ("in count adjective{0,3} anyunit (and a half)?", counts.ahead),
    # Counted from a time told before, or right after
    ("(the|a)? same (period|unit) pastyear?", periods.same_period),
    ("(the|a)? unit hyphen (ago|earlier) ((ordinal hyphen?)? unit|period)?", periods.year_ago),
    ("the year (unit|period)", periods.period_of_year),
    ("(since|by|to|before|after|from) then", periods.then),
    ("(at|since|by|to|before|after) (the|that) time", periods.then),
    ("edge? the (last|next|after) (unit|part)", relative.unit_by_anchor),
    ("edge? ((the? same)|that) (unit|part)", relative.unit_by_anchor),
    ("the unit (before|after|earlier)", relative.unit_by_anchor),
    ("count adjective{0,3} anyunit (and a half)? (earlier|later|before|after)", counts.counted_by_anchor),
    ("count adjective{0,3} anyunit (and a half)? (before|after|since|from)", counts.counted_by_next),
    ("the unit (before|after)", counts.counted_by_next),
    ("(in|by|to|before|after|since) the? ((early|late) hyphen?)? part", relative.other_part),
    ("the? mid hyphen? part", relative.other_part),
    ("at part", relative.other_part),
    # How long, how often
    ("count hyphen? anyunit hyphen? old", relative.age),
    ("much (to|or|hyphen) much adjective{0,3} units", lengths.between_two),
    ("much adjective{0,3} hyphen? anyunit (and a half)?", lengths.duration),
    ("much units (comma|and|(comma and)) much units", lengths.added),
    ("((half of? a)|(a half)|half) (hyphen? unit)", lengths.duration),
    ("the? adjective hyphen? unit", lengths.full_unit),
    ("a? unit hyphen adjective", lengths.unit_long),
    ("a adjective{0,3} unit (and a half)?", lengths.one_unit),
    ("units (hyphen adjective)?", lengths.vague_length),
    ("the units", lengths.over_units),
    ("((all the? unit)|(the all unit))", lengths.whole),
    ("every (other|number|day|few)? adjective? (anyunit|weekday|season|month|part)", lengths.every),
    ("every weekday part", lengths.every),
    ("weekdays parts?", lengths.weekdays),
    ("weekday parts", lengths.weekdays),
    ("adverb", lengths.adverb),
    ("((number|day) often|often) (a|per|every) unit", lengths.often),
    ("per unit", lengths.often),
    # The hours
    ("clock zone?", clocks.clock),
    ("(number|day) oclock zone?", clocks.clock),
    ("(year|number) zone", clocks.clock),
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
