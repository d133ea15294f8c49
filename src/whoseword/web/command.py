"""`whoseword serve`: the store in a browser.

whoseword serve --store desk.db
"""

# No `from __future__ import annotations`: typer reads the options' types from the functions.
import sys
from typing import Annotated

import typer

from whoseword.commands.options import DEFAULT_STORE, StoreAt
from whoseword.errors import UsageError

serving = typer.Typer()
LOOPBACK = "127.0.0.1"


@serving.command()
def serve(
    store: StoreAt = DEFAULT_STORE,
    host: Annotated[
        str | None, typer.Option("--host", metavar="ADDRESS", help="Where to listen; this machine alone if not given.")
    ] = None,
    port: Annotated[int, typer.Option("--port", metavar="N", min=1, max=65535, help="On which port.")] = 8765,
) -> None:
    """Show the store in a browser, on this machine alone."""
    try:
        import uvicorn

        from whoseword.web.app import make_app
        from whoseword.web.desk import Settings
        from whoseword.web.guard import Hosts
    except ModuleNotFoundError as error:
        message = f"serve needs {error.name}, which is not installed: pip install 'whoseword[web]'"
        raise UsageError(message) from None
    if host is not None:
        _tell(f"Warning: everybody who can reach {host} can read this store and judge in it: there is no password.")
    app = make_app(Settings(store, Hosts(host)))
    listening = f"[{host}]" if host and ":" in host else host or LOOPBACK
    _tell(f"whoseword is at http://{listening}:{port}/ (Ctrl+C ends it)")
    options = {"log_level": "warning", "server_header": False, "date_header": True, "timeout_graceful_shutdown": 3}
    uvicorn.run(app, host=host or LOOPBACK, port=port, **options)  # type: ignore[arg-type]


def _tell(message: str) -> None:
    print(message, file=sys.stderr, flush=True)
