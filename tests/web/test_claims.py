"""The page of a claim."""

from __future__ import annotations

from tests.web.client import Browser


def test_each_telling_of_a_claim_stands_once(shown: Browser):
    """What only repeats an origin stands below and not beside it; the origin says how many do."""
    listed = shown.open(f"{shown.open('/').link('^/story/')}/claims")
    links = [link for link in listed.links if link.startswith("/claim/")]
    found = {link: shown.json(f"/api{link.replace('/claim/', '/claims/')}")["claim"] for link in links}
    address, row = next((link, row) for link, row in found.items() if row["echoes"])  # type: ignore[index]
    tellings = {(unit["report"], unit["part"]) for origin in row["origins"] for unit in origin["units"]}  # type: ignore[index]
    tellings |= {(echo["report"], echo["part"]) for echo in row["echoes"]}  # type: ignore[index]
    page = shown.open(address)
    assert len([given for _, given in page.tags if given.get("class") == "said-at"]) == len(tellings)
    assert "1 telling more only repeats it." in page.text
