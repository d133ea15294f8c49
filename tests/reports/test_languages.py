"""Languages: English is never taken for another, other languages are told by their names, mixed reports are told."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from whoseword.reports import languages
from whoseword.reports.languages import language_of

HERE = Path(__file__).parent
TEXTS = {text["code"]: text["text"] for text in tomllib.loads((HERE / "languages.toml").read_text("utf-8"))["text"]}
NEWS = HERE.parents[2] / "shared" / "corpora" / "news"
ENGLISH = (
    "The ferry to Cape Rook will not sail from Monday, the harbour master, Tom Vane, said yesterday. According to him"
    " the hull of the ship is too old, and the repair cannot be finished before the winter. The fishermen of the town"
    " are angry because they now have to go to the market in small boats. The mayor wants to talk to the company later"
    " this week, but she did not say what she will ask for. Two officials who did not want to be named added that there"
    " is no money for a new ship."
)
SCOTS = (
    "The ferry tae Cape Rook winna sail frae Monanday, the harbour maister Tom Vane said yestreen. He telt the folk"
    " that the hull o the ship is ower auld and the mendin canna be done afore the winter. The provost wants tae speak"
    " wi the company, but she didna say whit she wad ask."
)
TABLE = "\n".join(
    ["Northline Rovers 2-1 Eastbrook Town", "Saltmarsh United 0-0 Harrow Vale", "Millgate 3-2 Dunmere"] * 10
)
PRICES = "\n".join(["Courier Media 23.10 +0.40 120,000", "Northline Rail 101.20 -2.20 88,000"] * 20)
PROGRAM = "def sail(boat, harbour):\n    for wave in harbour.waves:\n        if wave.height > boat.limit:\n" * 10
NAMES = "Ada Rook, Ibrahim al-Hassan, Björn Sørensen, Giulia Bianchi, Zoltán Nagy, Mei-Ling Chen, João Pereira, " * 8
HEADLINES = (
    "Ferry Cancelled\nMayor Demands Answers\nStorm Hits Coast\nHarbour Master Resigns\nCourt Rejects Appeal\n" * 6
)


def cut(code: str, words: int) -> str:
    """The beginning of a text; Chinese and Japanese have no blanks, and there a word is three characters."""
    return TEXTS[code][: words * 3] if code in {"ja", "zh"} else " ".join(TEXTS[code].split()[:words])


def codes(text: str, told: str | None = None) -> tuple[str, list[str]]:
    language, problems = language_of(text, told)
    return language, [problem.code for problem in problems]


@pytest.fixture
def without_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where the extra `intake` is not installed."""
    monkeypatch.setattr(languages, "_identifier", lambda: None)


def test_there_are_many_languages() -> None:
    """The tests have 39 languages, those near English among them."""
    assert len(TEXTS) == 39
    assert {"af", "da", "de", "fr", "nl", "no", "pcm", "sv"} <= TEXTS.keys()


@pytest.mark.parametrize("code", TEXTS)
@pytest.mark.parametrize("words", [12, 25, 100])
def test_another_language_is_told(code: str, words: int) -> None:
    """A text of a dozen words and more has its code, and the problem names it."""
    language, (problem,) = language_of(cut(code, words))
    assert (language, problem.code) == (code, "language-not-supported")
    told = r"whoseword reads English only; the report is kept and nothing in it is read"
    assert re.fullmatch(rf"the text is in [A-Z][\w ]+ \({code}\); {told}", problem.message)


@pytest.mark.parametrize("code", ["de", "no", "zh"])
def test_a_long_text_is_told_as_well(code: str) -> None:
    """More of the same changes nothing, and neither does what stands behind the part that is looked at."""
    assert codes(f"{TEXTS[code]}\n\n" * 60)[0] == code
    assert codes(f"{TEXTS[code]}\n\n" * 60 + ENGLISH * 50)[0] == code


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        SCOTS,
        TABLE,
        PRICES,
        PROGRAM,
        NAMES,
        HEADLINES,
        "Dam Gate Opens",
        "Rook: “Nein”",
        "OK.",
        ENGLISH.upper(),
    ],
    ids=["report", "scots", "results", "prices", "program", "names", "headlines", "title", "quote", "word", "capitals"],
)
def test_english_and_what_is_hardly_language_is_read(text: str) -> None:
    """Reports, and lists in which nothing speaks against English, are English."""
    assert codes(text) == ("en", [])


@pytest.mark.parametrize("text", ["", "12 34 56\n78 90", "— * — * —"])
def test_no_words_are_no_language(text: str) -> None:
    """A text without a letter is undetermined; that there are no words is told elsewhere."""
    assert codes(text) == ("und", [])


# What came along


@pytest.mark.parametrize("told", ["de", "de-DE", "de_AT", "DE", "deu", "ger", "German", " german ", "Deutsch"])
def test_a_short_text_is_what_it_is_told_to_be(told: str) -> None:
    """Few words decide nothing; then the code or the name that came along does."""
    assert codes(cut("de", 6)) == ("en", [])
    assert codes(cut("de", 6), told) == ("de", ["language-not-supported"])


@pytest.mark.parametrize("told", ["de", "fr-FR", "Norwegian Bokmål", "xx", "", "en-GB"])
def test_what_is_told_does_not_go_before_the_words(told: str) -> None:
    """English stays English on a page that says otherwise, and German is German on a page that calls it English."""
    assert codes(ENGLISH, told) == ("en", [])
    assert codes(TABLE, told) == ("en", [])
    assert codes(TEXTS["de"], told)[0] == "de"


# Mixed reports


@pytest.mark.parametrize("code", ["de", "no", "ar", "zh"])
def test_the_larger_part_decides(code: str) -> None:
    """An English headline or summary changes nothing of a foreign body; a foreign quotation nothing of English."""
    assert codes(f"Ferry cancelled, harbour master says\n\n{TEXTS[code]}")[0] == code
    assert codes(f"{ENGLISH[:200]}\n\n{TEXTS[code]}") == (code, ["language-not-supported"])
    assert codes(f"{ENGLISH}\n\n“{cut(code, 20)}”\n\n{ENGLISH}") == ("en", [])


@pytest.mark.parametrize("code", ["de", "no", "ar", "zh"])
def test_a_large_part_in_another_language_is_told(code: str) -> None:
    """English with a third in another language is read, and the problem says how much not to rely on."""
    language, (problem,) = language_of(f"{ENGLISH}\n\n{ENGLISH}\n\n{TEXTS[code]}")
    assert (language, problem.code) == ("en", "language-mixed")
    assert re.fullmatch(
        rf"about [234]\d% of the text is in \w+ \({code}\); do not rely on what is found there", problem.message
    )


def test_the_order_of_the_parts_changes_nothing() -> None:
    """Which language stands first does not matter."""
    parts = (ENGLISH[:150], TEXTS["fr"])
    assert language_of("\n\n".join(parts)) == language_of("\n\n".join(reversed(parts)))


# Without the library


@pytest.mark.usefixtures("without_library")
@pytest.mark.parametrize("code", sorted(TEXTS.keys() - {"pcm"}))
def test_without_the_library_another_language_has_no_name(code: str) -> None:
    """Where the extra is missing, a text without English words is undetermined; the problem says what to install."""
    language, (problem,) = language_of(f"{TEXTS[code]}\n\n{TEXTS[code]}")
    assert (language, problem.code) == ("und", "language-not-supported")
    assert "pip install 'whoseword[intake]'" in problem.message
    assert codes(TEXTS[code], code)[0] == code


@pytest.mark.usefixtures("without_library")
@pytest.mark.parametrize("text", [ENGLISH, SCOTS, "Dam Gate Opens", f"{ENGLISH} {cut('de', 20)}", f"{NAMES} {ENGLISH}"])
def test_without_the_library_english_is_english(text: str) -> None:
    """The share of English words is enough for it, also with other words among them."""
    assert codes(text) == ("en", [])


# What it costs


def test_english_needs_no_library() -> None:
    """The library is not loaded for an English report."""
    code = (
        "import sys; from whoseword.reports.languages import language_of;"
        f"assert language_of({ENGLISH!r}) == ('en', ()); print('py3langid' in sys.modules, 'numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "False"]


@pytest.mark.shared
@pytest.mark.skipif(not NEWS.exists(), reason="../shared is absent")
def test_no_english_report_is_taken_for_another() -> None:
    """Of thousands of English reports and documents, none is taken for another language or for a mixed one."""
    lines = gzip.decompress((NEWS / "sample_3000.jsonl.gz").read_bytes()).decode("utf-8").splitlines()
    for path in sorted(NEWS.glob("*/*.jsonl")):
        lines += path.read_text("utf-8").splitlines()
    texts = [text for line in lines if (text := json.loads(line).get("text"))]
    assert len(texts) > 3500
    assert [text[:80] for text in texts if language_of(text) != ("en", ())] == []


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH, NAMES, TABLE, PRICES, PROGRAM, "", "“It’s shut,” he said — twice… for €5 or £4½.", "a_b 3rd 4x x9y",
        "caf\u00e9 cafe\u0301 na\u00efve", "\u30fb the gate", "the \u6c34 gate", "\u0663 gates", "gate \ud800 shut",
        "²nd \u00aa", *TEXTS.values(),
    ],
)  # fmt: skip
def test_words_in_letters_from_a_to_z_are_found_as_all_others(text):
    """The short way through a text in plain letters gives the same words as the long one."""
    assert languages._words(text.casefold()) == languages._WORD.findall(text.casefold())
