"""The command line in a process of its own for each command, with bounds on its memory and time.

Reads a JSON object a line, `{"arguments": […], "memory": bytes, "seconds": …, "folder": "…"}`; answers with a line that
says how the command ended, what it took, and leaves what it printed in the files `out` and `err` of the folder.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import time
from importlib import import_module

from tests.plain_reader import PlainReader
from whoseword import cli, pipeline
from whoseword.fetching import fetch
from whoseword.fetching.limits import Limits

# What a fetch waits for is not what is looked at here.
LOADED = "trafilatura.core resiliparse.extract.html2text lxml.html docx feedparser fastwarc sqlalchemy.dialects.sqlite"


def obey(asked: dict[str, object]) -> None:
    """One command, as this process."""
    folder = str(asked["folder"])
    for number, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(f"{folder}/{name}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
    memory = int(str(asked["memory"]))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(int(str(asked["seconds"])))
    cli.app(asked["arguments"])


def serve() -> None:
    """Command after command, until there are no more."""
    pipeline._load_reader = PlainReader
    quick = Limits(seconds=3.0, pause=0.0)
    made = fetch.Fetcher.__init__
    setattr(fetch.Fetcher, "__init__", lambda self, *given, **named: made(self, *given, **{"limits": quick, **named}))  # noqa: B010
    for name in LOADED.split():
        import_module(name)
    for line in sys.stdin:
        begun = time.monotonic()
        child = os.fork()
        if not child:
            obey(json.loads(line))
        _, status, used = os.wait4(child, 0)
        told = {"code": os.waitstatus_to_exitcode(status), "peak": used.ru_maxrss << 10}
        sys.stdout.write(json.dumps({**told, "seconds": time.monotonic() - begun}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve()
