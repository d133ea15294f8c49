"""All pages of the test site, in one order.

>>> len({style.name for style in STYLES}) == len(STYLES)
True
"""

from __future__ import annotations

from tests.site import copies, doors, live, odd, people, systems, telling, wild
from tests.site.gold import Style

STYLES: tuple[Style, ...] = (
    *telling.styles(),
    *people.styles(),
    *odd.styles(),
    *doors.styles(),
    *live.styles(),
    *wild.styles(),
    *systems.styles(),
    *copies.styles(),
)
