"""A name in; how wide it is and the lines it is set in out, without asking any font: the reader's is not known here.

>>> fold("an unnamed harbour pilot", 80, 2)
('an unnamed', 'harbour pilot')
"""

from __future__ import annotations

# The letter size of the names in a drawing, in its own units.
LETTER = 12.0
# Widths of letters in shares of their size, on the wide side of the fonts that systems bring.
_THIN, _WIDE, _CAPITAL, _OTHER, _FULL = 0.31, 0.93, 0.69, 0.58, 1.05
_THIN_LETTERS, _WIDE_LETTERS = frozenset(" .,:;'’|!ijltfI()[]"), frozenset("mwMW@—…%")
_FIRST_FULL = 0x1100  # from here on the scripts of East Asia and picture signs, but for marks and arrows


def text_width(text: str) -> float:
    """About how wide a text is; fonts differ, so this stays on the wide side."""
    return LETTER * sum(map(_letter_width, text))


def _letter_width(letter: str) -> float:
    if letter in _THIN_LETTERS:
        return _THIN
    if letter in _WIDE_LETTERS:
        return _WIDE
    if ord(letter) >= _FIRST_FULL and not 0x2000 <= ord(letter) < 0x2600:
        return _FULL
    return _CAPITAL if letter.isupper() else _OTHER


def fold(name: str, width: float, most: int) -> tuple[str, ...]:
    """`name` in lines of `width`, at most `most`; "…" where it was cut, in a word that is too long or at the end."""
    lines: list[str] = []
    for word in name.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer) <= width:
            lines[-1] = longer
        elif len(lines) == most:
            lines[-1] = _cut(f"{longer}…", width)
            break
        else:
            lines.append(_cut(word, width))
    return tuple(lines) or ("",)


def _cut(text: str, width: float) -> str:
    """`text` if it fits, else as much of it as fits with "…" behind it."""
    if text_width(text) <= width:
        return text
    kept, room = "", width - text_width("…")
    for letter in text.rstrip("…"):
        room -= text_width(letter)
        if room < 0:
            break
        kept += letter
    return f"{kept.rstrip()}…"
