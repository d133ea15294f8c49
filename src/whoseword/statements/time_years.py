"""Years and what is named by them: a matched shape and its scene in, a `Meaning` out.

"2003", "the 1990s", "the summer of 2014", "the third quarter", "fiscal 2022": a number of four digits is a year only
where nothing is counted or numbered by it. Seasons and quarters without a year lie where the tense of the verb says.

>>> quarter(found, scene).value
'2021-Q3'
"""

from __future__ import annotations

import re
from datetime import date

from whoseword.statements.time_dates import DATED_BY, mod_of, ordinal_number_of, relative_year, year_of
from whoseword.statements.time_scene import Found, Scene
from whoseword.statements.time_tense import Direction
from whoseword.statements.time_values import Meaning
from whoseword.statements.time_words import CLASSES, DECADES, SEASONS, Token

# A quarter that begins more months ahead than this is that of last year, where no verb looks ahead.
LONG_AHEAD = 6
_REPORTED = frozenset(
    "results result profit profits earnings sales revenue revenues loss losses figures net income growth output orders"
    " deliveries".split()
)
LIKELY_YEARS = range(1900, 2101)
_COUNTED = frozenset(
    "people troops soldiers homes km kilometers kilometres miles meters metres feet dollars euros pounds percent per"
    " tons tonnes jobs workers men women children points votes seats acres hectares mph words years days hours weeks"
    " months minutes degrees million billion units copies barrels members fighters police officers".split()
)
_COUNTING = frozenset(
    "$ € £ # no number flight room route highway page article resolution section boeing windows model unit channel"
    " psalm line gate version nearly about some over than only least another approximately roughly almost around"
    " interstate chapter apartment pub p".split()
)
_JOINED = frozenset("mid early late post pre since by until of in for from".split())


def bare_year(found: Found, scene: Scene) -> Meaning | None:
    """2003, early 2022, the year 2008; a flight's number or a count of homes is none."""
    year = found.one("year")
    unit = found.one("unit")
    if year is None or (unit and unit.form != "year") or not _is_year(found, int(year.form), scene):
        return None
    return Meaning("DATE", year.form, rule="times:written-out", mod=mod_of(found))


def short_year(found: Found, scene: Scene) -> Meaning | None:
    """'82, where a word like "since" says that it is a year."""
    year = year_of(found)
    licensed = scene.form_before(found) in DATED_BY | {"the", "summer", "spring", "fall", "winter"}
    return Meaning("DATE", str(year), rule="times:written-out") if licensed else None


def year_range(found: Found, scene: Scene) -> Meaning | None:
    """2014-15, 2003–2011; not a score or a telephone number."""
    if not found.tokens[-1].form.isdecimal():
        return None
    first, last = int(found.tokens[0].form), int(found.tokens[-1].form)
    if last < 100:
        last += first - first % 100
    if first not in LIKELY_YEARS or not first < last <= first + 60 or scene.form_before(found) in _COUNTING:
        return None
    return Meaning("DATE", f"{first}/{last}", rule="times:range")


def decade(found: Found, scene: Scene) -> Meaning | None:
    """The 1990s, the '90s, the nineties; people "in their thirties" are none."""
    named = found.one("decade")
    if named is None or scene.form_before(found) in {"his", "her", "their", "my", "your", "our", "its"}:
        return None
    digits = re.sub(r"\D", "", named.form)
    if not digits:
        digits = str(DECADES[named.form])
    if len(digits) == 2:
        if not found.one("the") and not found.one("early", "late", "mid") and scene.form_before(found) != "and":
            return None
        digits = "19" + digits
    return Meaning("DATE", digits[:3], rule="times:written-out", mod=mod_of(found))


def century(found: Found, _scene: Scene) -> Meaning | None:
    """The 19th century, which TIMEX3 writes as "18"."""
    number = ordinal_number_of(found)
    unit = found.one("unit", "units")
    if unit is None or unit.form != "century" or not number or number > 40:
        return None
    return Meaning("DATE", f"{number - 1:02}", rule="times:written-out", mod=mod_of(found))


def season(found: Found, scene: Scene) -> Meaning | None:
    """The summer of 2014, last winter, in the spring."""
    named = found.one("season")
    if named is None or (found.tokens[-1] is named and scene.form_after(found) == "of"):
        return None  # "the fall of the fort"
    short, mod = SEASONS[named.form], mod_of(found)
    year = year_of(found) or relative_year(found, scene)
    if year is not None:
        return Meaning("DATE", f"{year:04}-{short}", rule="times:written-out", mod=mod)
    today = scene.today("month")
    if today is None:
        return Meaning("DATE", None, rule="times:season-by-tense", mod=mod, needs=True)
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[short]
    direction: Direction | None = "future" if found.one("next") else "past" if found.one("last") else None
    direction = direction or (None if found.one("this") else scene.direction(named.span))
    year = today.year
    if direction == "past" and (begins > today.month or (found.one("last") and begins <= today.month < begins + 3)):
        year -= 1
    if direction == "future" and begins + 2 < today.month + (2 if found.one("next") else 0):
        year += 1
    return Meaning("DATE", f"{year:04}-{short}", rule="times:season-by-tense", mod=mod)


def quarter(found: Found, scene: Scene) -> Meaning | None:
    """The third quarter of 2021, Q3 2021, the first half of the year."""
    part = _part_of_year(found)
    joint = scene.after(found)
    if part is None or (
        joint is not None and joint.kind == CLASSES["hyphen"] and scene.form_after(found, 1) == "point"
    ):
        return None  # "a third quarter-point cut"
    year, code, ordinal = year_of(found), found.one("quarter"), found.one("ordinal")
    if year is None and found.one("last", "next", "this") and (ordinal or found.one("s") or found.one("final")):
        year = relative_year(found, scene)
    if year is None and not code and not ordinal:
        return None  # "the last quarter" is counted from now
    mod = None if found.one("final") else mod_of(found)
    if year is not None:
        return Meaning("DATE", f"{year:04}-{part}", rule="times:quarter-by-tense", mod=mod)
    today = scene.today("quarter")
    if part[0] == "H" and not (found.is_any("year") or code or scene.form_after(found) in _REPORTED):
        return None  # of a match
    if today is None:
        return Meaning("DATE", None, rule="times:quarter-by-tense", needs=True)
    year = today.year - (not found.is_any("year") and _has_been(part, today, scene.direction(found.span)))
    return Meaning("DATE", f"{year:04}-{part}", rule="times:quarter-by-tense", mod=mod)


def _part_of_year(found: Found) -> str | None:
    """Q1 to Q4, H1 or H2."""
    code = found.one("quarter")
    if code:
        number, letter = sorted(code.form.upper())
        return f"{letter}{number}" if number <= {"Q": "4", "H": "2"}[letter] else None
    unit = next((token for token in found.each("unit", "half") if token.form in {"quarter", "half"}), None)
    if unit is None:
        return None
    letter, most = ("Q", 4) if unit.form == "quarter" else ("H", 2)
    count = ordinal_number_of(found) or (1 if found.is_any("opening") else most)
    return f"{letter}{count}" if count <= most else None


def _has_been(part: str, today: date, direction: Direction | None) -> bool:
    """Whether it is that of the year before: in February, nobody posts a profit of the coming fourth quarter."""
    begins = 3 * int(part[1]) - 2 if part[0] == "Q" else 6 * int(part[1]) - 5
    if direction == "past":
        return begins > today.month
    return direction != "future" and begins - today.month > LONG_AHEAD


def fiscal_quarter(found: Found, _scene: Scene) -> Meaning | None:
    """The fiscal third quarter, the third quarter of fiscal 2021: no days, and without a year told no value."""
    part, year = _part_of_year(found), year_of(found)
    fiscal = found.one("fiscal")
    digits = re.sub(r"\D", "", fiscal.form) if fiscal else ""
    if part is None:
        return None
    if year is None and digits:
        year = int(digits) + (2000 if len(digits) == 2 else 0)
    return Meaning("DATE", f"FY{year}-{part}" if year else None, rule="times:fiscal", mod=mod_of(found))


def month_by_number(found: Found, scene: Scene) -> Meaning | None:
    """The third month of 2021."""
    unit, number = found.one("unit"), ordinal_number_of(found)
    year = year_of(found) or relative_year(found, scene)
    if unit is None or unit.form != "month" or not number or number > 12 or year is None:
        return None
    return Meaning("DATE", f"{year:04}-{number:02}", rule="times:written-out")


def fiscal_year(found: Found, scene: Scene) -> Meaning | None:
    """Fiscal 2021, FY22, the current financial year: no days, for these years begin when their owner says."""
    digits = re.sub(r"\D", "", (found.one("year") or found.one("fiscal") or found.tokens[0]).form)
    if not found.is_any("year") and found.tokens[-1].form in {"fiscal", "financial"}:
        return None  # "the financial sector", "the 2008 financial crisis"
    if digits:
        year = int(digits) + (2000 if len(digits) == 2 else 0)
        return Meaning("DATE", f"FY{year}", rule="times:fiscal", mod=mod_of(found))
    unit, today = found.one("unit"), scene.today("year")
    if unit is None or unit.form != "year":
        return None  # "a financial quarter"
    if today is None:
        return Meaning("DATE", None, rule="times:fiscal", needs=True)
    shift = -1 if found.one("last") else 1 if found.one("next") else 0
    return Meaning("DATE", f"FY{today.year + shift}", rule="times:fiscal", mod=mod_of(found) or "APPROX")


def _is_year(found: Found, year: int, scene: Scene) -> bool:
    before, behind = scene.form_before(found), scene.form_after(found)
    if behind in {"men", "women"} and scene.form_after(found, 1) == "'s":
        behind = ""  # "the 1994 women's cup"
    if found.tokens[0].kind != CLASSES["year"] or (
        (before, scene.form_before(found, 2)) == ("least", "at") and scene.form_before(found, 3) in {"until", "till"}
    ):
        return year in LIKELY_YEARS or found.one("unit") is not None  # "until at least 2030"
    if before == "than" and scene.form_before(found, 2) in {"later", "earlier"}:
        return year in LIKELY_YEARS
    if before in {"around", "about"} and year % 10 and not behind.isalpha():
        return 1000 <= year <= 2100  # "born around 1875"
    if before in _COUNTING or behind in _COUNTED or behind == "%" or _is_part_of_word(found, scene):
        return False
    plural = behind.endswith("s") and not behind.endswith(("ss", "us", "is", "'s")) and behind.isalpha()
    if plural and year % 50 == 0 and before not in {"the", "'s"}:
        return False
    return year in LIKELY_YEARS or (before in DATED_BY and not plural and 1000 <= year <= 2100)


def _is_part_of_word(found: Found, scene: Scene) -> bool:
    """Whether a hyphen ties it to a word that makes it no year: "MH-2014", "2000-strong", not "mid-2021"."""
    if _joins(scene.before(found)) and scene.form_before(found, 2) not in _JOINED:
        return True
    return _joins(scene.after(found)) and scene.form_after(found, 1) not in {"era", "season", "model", "budget"}


def _joins(token: Token | None) -> bool:
    return token is not None and token.kind == CLASSES["hyphen"]
