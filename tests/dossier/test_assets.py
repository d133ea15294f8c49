"""The styles and scripts that are shipped, and the policy that allows nothing else."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

from whoseword.dossier.assets import policy, shipped


def test_policy_knows_style_and_script_by_their_hashes():
    """Nothing may be loaded or run but what the page itself holds."""
    digests = [b64encode(sha256(text.encode()).digest()).decode() for text in ("p {}", "go()")]
    assert policy("p {}", "go()") == (
        f"default-src 'none'; style-src 'sha256-{digests[0]}'; script-src 'sha256-{digests[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert "script-src" not in policy("p {}")


def test_drawings_take_their_colours_from_the_dossier():
    """The style of the drawings names no colour of its own, loads nothing, and knows every colour that it uses."""
    css, base = shipped("drawings.css"), shipped("dossier.css")
    assert not re.search(r"#[0-9a-f]{3,6}\b|rgb|url\(|@import|//", css)
    assert set(re.findall(r"var\((--\w+)\)", css)) <= set(re.findall(r"(--\w+):", base))
