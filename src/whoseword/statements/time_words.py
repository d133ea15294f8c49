"""The words of time: text in, tokens out, each with the one class that the shapes of time expressions are written in.

A class is one character, so that a text is also a short string of classes and a shape ("the last 20 years") is a
regular expression over that string: what is no word of time costs one character.

>>> [token.form for token in read_tokens("two weeks ago") if token.kind == CLASSES["units"]]
['weeks']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from whoseword.model import Span

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS_OF_DAY = {
    "morning": "MO", "dawn": "MO", "daybreak": "MO", "afternoon": "AF", "evening": "EV", "dusk": "EV", "night": "NI",
    "nighttime": "NI", "daytime": "DT", "midday": "MI",
}  # fmt: skip
UNITS = "second minute hour day week fortnight month quarter year decade century weekend".split()
NUMBERS = (
    {
        word: number
        for number, word in enumerate(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
            " seventeen eighteen nineteen".split()
        )
    }
    | {
        word: 10 * tens
        for tens, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety hundred".split(), start=2)
    }
    | {"single": 1}
)
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30}
DECADES = {word: 10 * tens for tens, word in enumerate("fifties sixties seventies eighties nineties".split(), start=5)}
# Those that fall on the same day every year; `time_feasts.py` has those that move.
HOLIDAYS = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new year's day": (1, 1), "new year's eve": (12, 31), "valentine's day": (2, 14), "halloween": (10, 31),
    "may day": (5, 1), "bastille day": (7, 14), "juneteenth": (6, 19), "st. patrick's day": (3, 17),
    "fourth of july": (7, 4), "july fourth": (7, 4), "epiphany": (1, 6), "st patrick's day": (3, 17),
    "all saints' day": (11, 1), "armistice day": (11, 11), "anzac day": (4, 25),
}  # fmt: skip

_NAMES = (
    "month weekday weekdays season part parts unit units deictic number day year ordinal decade short_year quarter"
    " fiscal holiday iso slashed clock oclock zone the a of comma hyphen s in on at by from to between and or"
    " since before after for within last next this that same early late mid start end earlier later ago every each"
    " all few half other rest often adverb adjective per old hence now period time then latest recent final slash so"
    " word mark line"
).split()
CLASSES: dict[str, str] = {name: chr(0x100 + place) for place, name in enumerate(_NAMES)}
WORD, MARK, LINE = CLASSES["word"], CLASSES["mark"], CLASSES["line"]

_BY_CLASS = {
    "part": tuple(PARTS_OF_DAY),
    "parts": ("mornings", "afternoons", "evenings", "nights"),
    "units": ("seconds", "minutes", "hours", "days", "weeks", "fortnights", "months", "quarters", "years", "decades",
              "centuries", "weekends"),
    "unit": tuple(unit for unit in UNITS if unit != "second"),
    "season": tuple(SEASONS),
    "deictic": ("today", "yesterday", "tomorrow", "tonight"),
    "number": tuple(NUMBERS),
    "ordinal": tuple(ORDINALS),
    "decade": tuple(DECADES),
    "fiscal": ("fiscal", "financial"),
    "period": ("period",), "time": ("time",), "then": ("then",), "latest": ("latest",), "recent": ("recent",),
    "final": ("final", "closing", "opening"),
    "the": ("the",), "a": ("a", "an", "another"), "of": ("of",), "in": ("in", "during"), "on": ("on",), "at": ("at",),
    "by": ("by",), "from": ("from",), "to": ("to", "through", "thru", "till", "until"), "between": ("between",),
    "and": ("and",), "or": ("or",), "since": ("since",), "before": ("before",), "after": ("after", "following"),
    "for": ("for",), "within": ("within",),
    "last": ("last", "past", "previous", "preceding", "prior"), "next": ("next", "coming", "upcoming", "ensuing"),
    "this": ("this", "current", "these"), "that": ("that",),
    "same": ("same", "corresponding", "comparable", "equivalent"),
    "early": ("early",), "late": ("late",), "mid": ("mid", "middle", "midway"),
    "start": ("start", "beginning", "outset"), "end": ("end", "close"), "earlier": ("earlier",),
    "later": ("later",), "ago": ("ago",), "every": ("every", "each"), "all": ("all", "whole", "entire"),
    "few": ("few", "several", "couple", "dozen", "dozens", "many"), "half": ("half",), "other": ("other",),
    "rest": ("rest", "remainder", "course"), "often": ("once", "twice", "thrice", "times"),
    "clock": ("noon", "midnight"),
    "adverb": ("daily", "weekly", "monthly", "quarterly", "yearly", "annually", "annual", "nightly", "hourly",
               "fortnightly", "everyday"),
    "adjective": ("trading", "consecutive", "straight", "successive", "business", "calendar", "working", "full",
                  "solid", "long", "more", "additional", "whole"),
    "so": ("so",), "per": ("per",), "old": ("old", "olds"), "hence": ("hence",), "now": ("now",),
}  # fmt: skip
_CLASS_OF = {word: CLASSES[name] for name, words in _BY_CLASS.items() for word in words}
_MONTH_OF = {name: place for place, name in enumerate(MONTHS, start=1)}
_SHORT_MONTH_OF = {name[:3]: place for place, name in enumerate(MONTHS, start=1) if name != "may"} | {"sept": 9}
_WEEKDAY_OF = {name: place for place, name in enumerate(WEEKDAYS)}
_SHORT_WEEKDAY_OF = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4}

_TOKEN = re.compile(
    r"[^\S\n]*(?:(?P<line>\n)"
    r"|(?P<holiday>(?i:Christmas(?: Day| Eve)?|Fourth of July|July Fourth|New Year[’']s (?:Day|Eve)|Boxing Day"
    r"|Valentine[’']s Day|Halloween|Bastille Day|Juneteenth|St\.? Patrick[’']s Day|All Saints[’'] Day|Armistice Day"
    r"|Anzac Day)(?!\w)|May Day(?!\w)|9/11(?![/\d])|Thanksgiving(?: Day)?(?!\w)|Easter(?: Sunday| Monday)?(?!\w)"
    r"|(?:Good Friday|Palm Sunday|Ash Wednesday|(?:Holy|Maundy) Thursday|Shrove Tuesday|Whit Monday|Whit Sunday"
    r"|Pentecost|Ascension Day|Labor Day|Memorial Day|Presidents[’'] Day|Columbus Day"
    r"|Martin Luther King(?:,? Jr\.?)? Day)(?!\w))"
    r"|(?P<quarter>(?:[QH][1-4]|[1-4]Q|[12]H)(?!\w))"
    r"|(?P<fiscal>FY ?(?:\d{4}|\d\d)(?!\d))"
    r"|(?P<zone>(?:GMT|UTC|BST|CET|CEST|EET|EEST|EST|EDT|CST|CDT|MDT|MST|PST|PDT|ET|PT|CT|MSK|JST|AEST|AEDT"
    r"|NZST|NZDT|local time|(?:Eastern|Pacific)(?: [Tt]ime)?)(?!\w))"
    r"|(?P<oclock>o[’']clock)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<s>[’']s(?!\w))"
    r"|(?P<iso>\d{4}-\d\d-\d\d(?!\d))"
    r"|(?P<slashed>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?!\d))"
    r"|(?P<clock>\d{1,2}(?:[:.]\d\d){0,2}[ \u00a0]?[apAP](?:\.[ \u00a0]?[mM]\.?|[mM]\b)"
    r"|\d{1,2}:\d\d(?::\d\d)?(?![\d%:])|\d{1,2}\.\d\d(?= (?:GMT|UTC|BST|CET|CEST|local time)\b))"
    # "The 1990's" is a decade, "2020's budget" that of a year.
    r"|(?P<decade>(?:\d{3}0|(?:(?<=the )|(?<=early )|(?<=late )|(?<=mid[ -]))\d{3}0[’']|[’'‘]?\d0)s(?!\w))"
    r"|(?P<short_year>[’'‘]\d\d(?!\w))"
    r"|(?P<ordinal>\d{1,2}(?:st|nd|rd|th)(?!\w))"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<comma>,)"
    r"|(?P<slash>(?<=\d)/(?=\d))"
    r"|(?P<hyphen>[-–])"
    r"|(?P<mark>\S))"
)
_OWN = frozenset(
    "holiday quarter fiscal zone oclock s iso slashed clock decade short_year ordinal comma slash line mark".split()
)


class Token(NamedTuple):
    """A word, number or mark. `form` is in lower case with straight apostrophes; `kind` one of `CLASSES`."""

    span: Span
    form: str
    kind: str


def read_tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text, spaces left out; the dot of "Sept." belongs to it."""
    return tuple(_tokens(text))


def kinds_of(tokens: Sequence[Token]) -> str:
    """The classes of the tokens, one character each."""
    return "".join(token.kind for token in tokens)


def _tokens(text: str) -> Iterator[Token]:
    place = 0
    for found in _TOKEN.finditer(text):
        group = found.lastgroup or "mark"
        start, end = found.span(group)
        if start < place:
            continue
        words = found[group]
        form = words.lower()
        if group == "word":
            kind = _class_of_word(words, form, text[end : end + 1])
            if text[end : end + 1] == "." and kind in _ABBREVIABLE and len(words) < 6 and form not in _FULL:
                end += 1
        elif group == "number":
            kind = _class_of_number(words)
        elif group == "hyphen":
            tight = text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()
            kind = CLASSES["hyphen"] if tight else MARK
        else:
            kind = CLASSES[group] if group in _OWN else WORD
            if form[0] in "’‘" or "’" in form:
                form = form.replace("’", "'").replace("‘", "'")
        place = end
        yield Token((start, end), form, kind)


_ABBREVIABLE = frozenset({CLASSES["month"], CLASSES["weekday"]})
_FULL = frozenset({*MONTHS, *WEEKDAYS})


def _class_of_word(words: str, form: str, after: str) -> str:
    if words[0].isupper():
        if form in _MONTH_OF or form in _SHORT_MONTH_OF:
            return CLASSES["month"]
        if form in _WEEKDAY_OF or (form in _SHORT_WEEKDAY_OF and after in {".", ","}):
            return CLASSES["weekday"]
        if form[-1] == "s" and form[:-1] in _WEEKDAY_OF:
            return CLASSES["weekdays"]
    elif form in _WEEKDAY_OF:
        return CLASSES["weekday"]
    return _CLASS_OF.get(form, WORD)


def _class_of_number(words: str) -> str:
    if len(words) == 4 and words.isdecimal() and "1000" <= words < "2200":
        return CLASSES["year"]
    if len(words) <= 2 and words.isdecimal() and 1 <= int(words) <= 31:
        return CLASSES["day"]
    return CLASSES["number"]


def month_of(form: str) -> int:
    """1 to 12 for the name of a month or its abbreviation."""
    return _MONTH_OF.get(form) or _SHORT_MONTH_OF[form]


def weekday_of(form: str) -> int:
    """0 for Monday to 6 for Sunday, also for a plural or an abbreviation."""
    bare = form.removesuffix("s") if form.removesuffix("s") in _WEEKDAY_OF else form
    return _WEEKDAY_OF[bare] if bare in _WEEKDAY_OF else _SHORT_WEEKDAY_OF[form]


def unit_of(form: str) -> str:
    """The singular of a unit: "century" for "centuries"."""
    return "century" if form == "centuries" else form.removesuffix("s")
