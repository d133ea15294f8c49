"""Work that takes long -> a bar on the standard error: how much is done, how fast, and what failed.

with Bar(len(names), shown=True) as bar:
    for result in work(bar.counted(names)):
        bar.came(failed=result.state == "unread")
"""

# What draws on the terminal is imported where it is needed: `--help` should not wait for it.

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

Each = TypeVar("Each")
# A shorter wait needs no bar.
LONG_WORK_SECONDS = 1.5


class Bar:
    """A bar that appears once the work turns out to be long. `shown` is False where nobody looks at a terminal."""

    def __init__(self, total: int | None, *, shown: bool) -> None:
        self.total = total
        self.reports = 0
        self.failed = 0
        self._shown = shown
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._start = time.monotonic()

    def __enter__(self) -> Bar:
        if self._shown:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

            columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
            self._progress = Progress(*columns, console=Console(stderr=True), transient=True)
            self._task = self._progress.add_task("", total=self.total)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._progress is not None:
            self._progress.stop()

    def counted(self, inputs: Iterable[Each]) -> Iterator[Each]:
        """The same inputs; each counts as done when the next one is asked for."""
        for each in inputs:
            yield each
            if self._progress is not None and self._task is not None:
                self._progress.advance(self._task)

    def came(self, *, failed: bool = False) -> None:
        """One more report, or one more reason for none."""
        self.reports += not failed
        self.failed += failed
        if self._progress is None or self._task is None:
            return
        seconds = time.monotonic() - self._start
        if not self._progress.live.is_started and seconds > LONG_WORK_SECONDS:
            self._progress.start()
        self._progress.update(self._task, description=self.said(seconds))

    def said(self, seconds: float) -> str:
        """What stands beside the bar: "120 reports, 3.4/s, 2 not read"."""
        parts = [f"{self.reports} reports", f"{self.reports / max(seconds, 0.1):.1f}/s"]
        return ", ".join(parts + ([f"{self.failed} not read"] if self.failed else []))
