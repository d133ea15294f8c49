"""Reports that come through a form -> work that goes on in the background, with its progress.

`POST /add` takes addresses, files or a pasted text and leads to `/add/1`, which shows how far it is; `/add/1/events`
tells the same as server-sent events. One piece of work is done after the other.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from threading import Condition
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from whoseword.commands.adding import Added, Plan, add, add_given, read_by
from whoseword.commands.intake import fetching
from whoseword.errors import UsageError, WhosewordError
from whoseword.reports.given import Given
from whoseword.reports.inputs import is_address
from whoseword.reports.read import ReadOptions
from whoseword.web.desk import Desk
from whoseword.web.forms import checked
from whoseword.web.rendering import page

# A page that waits for news is told that nothing has happened, so that it can see that the program still runs.
PULSE_SECONDS = 10.0
FIELDS = ("addresses", "title", "text", "url", "outlet", "published")
# A form is for a few pages; more are for `whoseword add` and `whoseword follow`.
MOST_ADDRESSES = 20
# Work that was done is told so long as so much has not been done since.
MOST_JOBS = 50


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work. `done` are its results so far; `fault` says why it stopped, `ended` whether it is over."""

    number: int
    files: tuple[str, ...]
    done: tuple[Added, ...] = ()
    stage: str = "waiting"
    fault: str | None = None
    ended: bool = False

    @property
    def told(self) -> dict[str, Any]:
        """How far it is, for people and programs."""
        states = [added.state for added in self.done]
        return {
            "stage": self.stage,
            "ended": self.ended,
            "fault": self.fault,
            "read": len(states),
            "counts": {state: states.count(state) for state in sorted(set(states))},
        }


@dataclass(slots=True)
class Jobs:
    """What was asked for since the start. Each job is replaced by its next state, and those who wait are told."""

    desk: Desk
    _jobs: dict[int, Job] = field(default_factory=dict)
    _news: Condition = field(default_factory=Condition)
    _worker: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1))

    def start(self, given: Sequence[Given], addresses: Sequence[str], options: ReadOptions) -> Job:
        """A new job, which begins when those before it are over: documents, and pages to be fetched."""
        with self._news:
            names = (*(each.name for each in given), *addresses)
            job = Job(max(self._jobs, default=0) + 1, names)
            self._jobs[job.number] = job
            for old in sorted(self._jobs)[:-MOST_JOBS]:
                del self._jobs[old]
        self._worker.submit(self._work, job, given, addresses, options)
        return job

    def find(self, number: int) -> Job | None:
        """The job as it is now."""
        with self._news:
            return self._jobs.get(number)

    def recent(self) -> list[Job]:
        """The jobs, the newest first."""
        with self._news:
            return sorted(self._jobs.values(), key=lambda job: -job.number)

    def after(self, job: Job) -> Job:
        """The next state of a job, or the same one where there is none for a while."""
        with self._news:
            self._news.wait_for(lambda: self._jobs.get(job.number) != job, PULSE_SECONDS)
            return self._jobs.get(job.number, replace(job, ended=True))

    def close(self) -> None:
        """Begins nothing more."""
        self._worker.shutdown(wait=False, cancel_futures=True)

    def _tell(self, job: Job) -> Job:
        with self._news:
            self._jobs[job.number] = job
            self._news.notify_all()
        return job

    def _work(self, job: Job, given: Sequence[Given], addresses: Sequence[str], options: ReadOptions) -> None:
        job = self._tell(replace(job, stage="reading"))
        try:
            for added in self._added(given, addresses, options):
                job = self._tell(replace(job, done=(*job.done, added)))
            job = self._tell(replace(job, stage="comparing with the other reports"))
            self.desk.catch_up()
            self._tell(replace(job, stage="done", ended=True))
        except WhosewordError as error:
            self._tell(replace(job, stage="stopped", fault=str(error), ended=True))
        except Exception as error:  # noqa: BLE001  (nobody else would ever be told)
            message = f"{type(error).__name__}: {error}. This is a fault of whoseword; please report it."
            self._tell(replace(job, stage="stopped", fault=message, ended=True))
        self.desk.wake()

    def _added(self, given: Sequence[Given], addresses: Sequence[str], options: ReadOptions) -> Iterator[Added]:
        plan = Plan(read_by(), self.desk.now())
        yield from add_given(self.desk.store, given, options, plan)
        with fetching(addresses, allow_private=False) as fetcher:
            yield from add(self.desk.store, addresses, options, plan, fetcher=fetcher)


def form(request: Request) -> Response:
    """Where reports are added."""
    return page(request, "add.html.j2", given=dict.fromkeys(FIELDS, ""), message=None, jobs=_jobs(request).recent())


async def take(request: Request) -> Response:
    """Takes what was sent, and leads to its progress."""
    sent = await checked(request)
    try:
        given, addresses = await _given(sent), _addresses(sent)
        _refuse_nothing(given, addresses)
        options = ReadOptions(_typed(sent, "outlet"), _typed(sent, "published"))
    except UsageError as error:
        told = {name: _typed(sent, name) or "" for name in FIELDS}
        return page(request, "add.html.j2", 400, given=told, message=str(error), jobs=_jobs(request).recent())
    finally:
        await sent.close()
    job = await run_in_threadpool(_jobs(request).start, given, addresses, options)
    return RedirectResponse(f"/add/{job.number}", 303)


def progress(request: Request) -> Response:
    """How far a job is."""
    job = _job(request)
    return page(request, "job.html.j2", job=job)


async def events(request: Request) -> Response:
    """The same as server-sent events: one with every report, the last one is called `end`."""
    jobs, job = _jobs(request), _job(request)

    async def told() -> AsyncIterator[str]:
        state = job
        while True:
            yield f"event: {'end' if state.ended else 'news'}\ndata: {json.dumps(state.told)}\n\n"
            if state.ended or await request.is_disconnected():
                return
            state = await run_in_threadpool(jobs.after, state)

    return StreamingResponse(told(), media_type="text/event-stream")


async def _given(sent: FormData) -> list[Given]:
    """The files, and the pasted text as one more."""
    files = [each for each in sent.getlist("files") if isinstance(each, UploadFile) and each.filename]
    given = [Given(str(each.filename), await each.read()) for each in files]
    if text := _typed(sent, "text"):
        title, url = _typed(sent, "title"), _typed(sent, "url")
        fields = {"text": text, **({"title": title} if title else {}), **({"url": url} if url else {})}
        given.append(Given("pasted.json", json.dumps(fields).encode("ascii"), None))
    return given


def _refuse_nothing(given: Sequence[Given], addresses: Sequence[str]) -> None:
    if not given and not addresses:
        raise UsageError("nothing was sent: give an address, choose a file or paste a text")


def _addresses(sent: FormData) -> list[str]:
    found = list(dict.fromkeys((_typed(sent, "addresses") or "").split()))
    for each in found:
        if not is_address(each):
            raise UsageError(f"{each} is no address of a page; it must begin with https:// or http://")
    if len(found) > MOST_ADDRESSES:
        raise UsageError(f"these are {len(found)} addresses; give at most {MOST_ADDRESSES} at once")
    return found


def _typed(sent: FormData, name: str) -> str | None:
    value = sent.get(name)
    return value.strip() or None if isinstance(value, str) else None


def _jobs(request: Request) -> Jobs:
    jobs: Jobs = request.app.state.jobs
    return jobs


def _job(request: Request) -> Job:
    typed = request.path_params["job"]
    job = _jobs(request).find(int(typed)) if typed.isascii() and typed.isdecimal() and len(typed) < 9 else None
    if job is None:
        raise HTTPException(404)
    return job
