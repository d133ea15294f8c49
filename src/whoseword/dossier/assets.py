"""The styles and scripts that are shipped in `templates/` -> their text, and the policy that allows these alone.

>>> policy("p { margin: 0 }").startswith("default-src 'none'; style-src 'sha256-")
True
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files


@cache
def shipped(name: str) -> str:
    """A file of `templates/`, with newlines as a browser reads them before it takes a hash."""
    text = files("whoseword.dossier").joinpath("templates", name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


def policy(style: str, script: str | None = None) -> str:
    """Nothing may be loaded or run but this very style and this very script, both known by their hash."""
    allowed = f"default-src 'none'; style-src {_hash(style)}"
    allowed += f"; script-src {_hash(script)}" if script else ""
    return f"{allowed}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}'"
