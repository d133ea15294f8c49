"""Reports on one running story.

>>> Story("09ab12cd34ef", "The ferry to Orsel", ("3f2a90c41b77",)).reports
('3f2a90c41b77',)
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """Reports on one running story. `id` stays while reports come and go; `names` are those it turns on."""

    id: str
    title: str
    reports: tuple[str, ...]
    names: tuple[str, ...] = ()
    begin: str | None = None
    end: str | None = None
