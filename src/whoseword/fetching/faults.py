"""What stops a fetch: a problem on its way up to whoever tells it. It never leaves this package.

>>> StoppedError(Problem("page-gone", "https://aldmoor.example/dam: gone")).problem.code
'page-gone'
"""

from __future__ import annotations

import re

from whoseword.model import Problem

# A hostile address is not printed at whatever length it has.
LONGEST_SHOWN = 300
_USER = re.compile(r"(?<=://)[^/?#\\\s]*@")


class StoppedError(Exception):
    """Carries the problem that ended a fetch."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def shown(text: str) -> str:
    r"""What somebody else wrote, on one line and of bounded length: nothing in it moves the cursor.

    >>> shown("http://a.example/" + chr(27) + "[2J")
    'http://a.example/\\x1b[2J'
    """
    text = without_password(text)
    cut = text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…"
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in cut)


def without_password(text: str) -> str:
    """Addresses with what stands before their host made unreadable: it is neither shown nor kept.

    >>> without_password("https://ada:rook@aldmoor.example/dam")
    'https://***@aldmoor.example/dam'
    """
    return _USER.sub("***@", text)
