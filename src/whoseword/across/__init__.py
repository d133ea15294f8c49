"""Every noun that stands across reports, frozen: what is matched, counted and followed. Facts are in `model/`.

All of these are views: computed from facts and judgements, disposable, the same for the same input. A place in a report
is a `Ref`, so that every entry leads to the exact words.

>>> str(Ref("3f2a90c41b77", "09ab12cd34ef"))
'3f2a90c41b77/09ab12cd34ef'
"""

from __future__ import annotations

from whoseword.across.intake import Feed, Notice, NoticeKind, Visit, Watch
from whoseword.across.ledger import Changed, ChangeGrade, ChangeKind, Happened, Owed, OwedStatus, Point, Series, Step
from whoseword.across.matches import Claim, Difference, DifferenceKind, Match, MatchGrade
from whoseword.across.origins import Echo, EchoKind, Origin, OriginCount
from whoseword.across.places import Judged, Reason, Ref
from whoseword.across.stories import Story
from whoseword.across.units import Amount, Argument, Deed, DeedSort, End, EndKind, Party, Told, Voice
from whoseword.across.who import Appearance, Identity, IdentityGrade, Likeness

__all__ = [
    "Amount",
    "Appearance",
    "Argument",
    "ChangeGrade",
    "ChangeKind",
    "Changed",
    "Claim",
    "Deed",
    "DeedSort",
    "Difference",
    "DifferenceKind",
    "Echo",
    "EchoKind",
    "End",
    "EndKind",
    "Feed",
    "Happened",
    "Identity",
    "IdentityGrade",
    "Judged",
    "Likeness",
    "Match",
    "MatchGrade",
    "Notice",
    "NoticeKind",
    "Origin",
    "OriginCount",
    "Owed",
    "OwedStatus",
    "Party",
    "Point",
    "Reason",
    "Ref",
    "Series",
    "Step",
    "Story",
    "Told",
    "Visit",
    "Voice",
    "Watch",
]
