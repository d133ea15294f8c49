"""The terminal that answers are printed on: as wide as it is, and of a fixed width where the output is no terminal.

>>> console(40).width
40
"""

from __future__ import annotations

import os
import sys

from rich.console import Console


def console(elsewhere: int) -> Console:
    """The terminal; `elsewhere` columns wide where the output is none and nothing says how wide it is."""
    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else elsewhere
    return Console(width=width, markup=False, emoji=False, highlight=False)
