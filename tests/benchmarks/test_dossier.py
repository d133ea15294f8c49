"""The measuring of the dossier: what is not there is said, and a page is measured in a real browser."""

from __future__ import annotations

import pytest

from benchmarks import dossier
from benchmarks.browser import chromium


def test_a_missing_story_is_skipped_and_said_so(capsys, tmp_path):
    """Without the reports nothing is measured, and a line says so."""
    dossier.main([str(tmp_path / "none.jsonl")])
    assert capsys.readouterr().out.startswith("SKIPPED: ")


@pytest.mark.skipif(chromium() is None, reason="Chromium is not on PATH")
def test_a_page_is_opened_clicked_and_measured(tmp_path):
    """The times are more than nothing, and a page that is too wide for a phone shows in its width."""
    page = tmp_path / "page.html"
    head = '<!doctype html><meta name="viewport" content="width=device-width"><nav><a href="#contents">on</a></nav>'
    page.write_text(f'{head}<p id="contents">there</p>')
    usable, clicked = dossier.opened(str(chromium()), page)
    assert 0 < usable < 60
    assert 0 < clicked < 60
    assert dossier.wide(str(chromium()), page) == 360
    page.write_text(f"{head}<pre>{'x' * 500}</pre>")
    assert dossier.wide(str(chromium()), page) > 360
