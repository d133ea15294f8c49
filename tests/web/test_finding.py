"""Search by words, by who said it and by day."""

from __future__ import annotations

from tests.web.client import Browser


def test_words_find_claims_and_statements(shown: Browser):
    """The best claims come first, with their origins; then every statement that has all the words."""
    page = shown.open("/search?words=gate")
    assert "Claims that say so" in page.text
    assert page.link("^/claim/")
    assert page.link(r"^/report/\w+#r-\w+-\w+\.words$")


def test_a_hit_leads_to_a_place_that_is_there(shown: Browser):
    """The anchor behind a hit is on the page of its report."""
    for link in [link for link in shown.open("/search?words=gate").links if "#r-" in link][:5]:
        address, _, anchor = link.partition("#")
        assert any(given.get("id") == anchor for _, given in shown.open(address).tags)


def test_source_and_days_narrow_the_search(shown: Browser):
    """Words, source and days must all hold; a source alone finds all that it said."""

    def found(query: str) -> int:
        return sum("#r-" in link for link in shown.open(f"/search?{query}").links)

    assert found("source=Tormak") > 0
    assert 0 < found("words=gate&until=2023-04") < found("words=gate")
    assert found("words=gate&source=nobody+of+that+name") == 0


def test_nothing_found_and_nothing_asked_are_told_apart(shown: Browser):
    """Without a question there is only the form; without an answer the page says so."""
    assert "No statement has all these words" in shown.open("/search?words=zeppelin").text
    assert "No statement" not in shown.open("/search").text


def test_what_cannot_be_searched_keeps_the_form(shown: Browser):
    """A question that makes no sense is told above the form, which keeps what was typed."""
    page = shown.open("/search?words=gate&since=soonish", 400)
    assert any(given.get("value") == "soonish" for _, given in page.tags)
