"""Notices that a webhook has not taken -> sent, each at most so long and so many at once; what failed is told.

In: an open store, the moment, and what sends. Out: what went wrong. A notice counts as delivered when the webhook has
taken it and not before; one that is not is tried again at the next intake, and stays in the list and the feed.

    problems = deliver(store, when=now, send=send)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from whoseword.across.intake import Notice, Watch
from whoseword.model import Problem
from whoseword.store.opening import Store
from whoseword.store.watches import mark_delivered, undelivered
from whoseword.watching.places import Place, places_of

Send = Callable[[Watch, Mapping[str, object]], Problem | None]
# So many notices are sent for one watch after one intake, and none that was made longer ago.
MOST = 50
TRIED = timedelta(days=7)


def deliver(store: Store, *, when: datetime, send: Send) -> tuple[Problem, ...]:
    """Sends what is to be sent, oldest first; after a failure the webhook is left alone until the next intake."""
    with store.reading() as connection:
        waiting = undelivered(connection, when - TRIED)
        places = places_of(connection, (notice for _, notice in waiting))
    sent: Counter[int] = Counter()
    failed: dict[str, Problem] = {}
    for watch, notice in waiting:
        if watch.webhook in failed or sent[watch.number] >= MOST:
            continue
        sent[watch.number] += 1
        problem = send(watch, payload(watch, notice, places.get(notice.report or "")))
        if problem is None:
            with store.writing() as connection:
                mark_delivered(connection, notice.number or 0, when=when)
        else:
            failed[watch.webhook or ""] = replace(problem, message=f"watch {watch.number}: {problem.message}")
    return tuple(failed.values())


def payload(watch: Watch, notice: Notice, place: Place | None) -> dict[str, object]:
    """What a webhook is told: values of JSON alone."""
    return {
        "notice": notice.number,
        "watch": watch.number,
        "watched": watch.words,
        "kind": notice.kind,
        "line": notice.line,
        "words": notice.words,
        "report": notice.report,
        "span": list(notice.span) if notice.span else None,
        "outlet": place.outlet if place else None,
        "published": place.published if place else None,
        "url": place.url if place else None,
        "made": notice.made,
    }
