"""The pages written without a look at the reader, each with what a person finds on it, to measure what it had not seen.

>>> len({style.name for style in STYLES_BLIND}) == len(STYLES_BLIND) == 29
True
"""

from __future__ import annotations

from tests.site.blind_again import AGAIN
from tests.site.blind_broken import BROKEN
from tests.site.blind_builders import BUILDERS
from tests.site.blind_large import LARGE
from tests.site.blind_live import LIVE
from tests.site.blind_makers import MAKERS
from tests.site.blind_offices import OFFICES
from tests.site.blind_papers import PAPERS
from tests.site.blind_systems import SYSTEMS_BLIND
from tests.site.gold import Style

STYLES_BLIND: tuple[Style, ...] = (*LARGE, *SYSTEMS_BLIND, *BUILDERS, *MAKERS, *OFFICES, *BROKEN, LIVE, *PAPERS, *AGAIN)
