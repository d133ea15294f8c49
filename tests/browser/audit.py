"""What is wrong with an open page: for those who hear it, see it badly or have no mouse; and on a narrow screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

_AUDIT = Path(__file__).with_name("audit.js").read_text("utf-8")
# Who has one of these roles is met by its name.
_NAMED = frozenset(
    "button checkbox combobox textbox searchbox link radio region navigation img image "
    "DisclosureTriangle spinbutton listbox option dialog alertdialog tab menuitem switch slider".split()
)
# A page that leaves out what is not near the screen must be whole before it is measured; rules added by
# a script to a sheet that is there already are no matter of the page's policy.
_WHOLE = """document.styleSheets[0].insertRule(
  "* { content-visibility: visible !important; }", document.styleSheets[0].cssRules.length)"""
_WIDE = """(() => {
  const width = document.documentElement.clientWidth;
  const within = (element) => {
    for (let above = element.parentElement; above; above = above.parentElement)
      if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(above).overflowX)) return true;
    return false;
  };
  const found = [];
  if (document.documentElement.scrollWidth > width) found.push(`the page: ${document.documentElement.scrollWidth}`);
  for (const each of document.querySelectorAll("body *")) {
    const box = each.getBoundingClientRect();
    const beyond = box.width && box.right > width + 1 && each.checkVisibility() && !each.closest(".spoken, .skip");
    const called = `${each.localName}.${each.getAttribute("class")}`;
    if (beyond && !within(each)) found.push(`${called} to ${Math.round(box.right)}`);
  }
  return found.slice(0, 5);
})()"""


def findings(page: Page) -> list[str]:
    """All that is wrong with the page as it is shown now, in words; nothing of the order of severity is left out."""
    page.evaluate(_WHOLE)
    told: list[str] = page.evaluate(_AUDIT)
    return [*told, *nameless(page)]


def nameless(page: Page) -> list[str]:
    """Controls, landmarks and pictures that the browser itself finds no name for."""
    session = page.context.new_cdp_session(page)
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    found = []
    for node in nodes:
        role = node.get("role", {}).get("value")
        if node["ignored"] or role not in _NAMED or str(node.get("name", {}).get("value", "")).strip():
            continue
        found.append(f"without a name: {role} {node.get('description', {}).get('value', '')}")
    return found


def overflow(page: Page) -> list[str]:
    """What is wider than the screen."""
    page.evaluate(_WHOLE)
    told: list[str] = page.evaluate(_WIDE)
    return told
