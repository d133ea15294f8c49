// What the pages do besides, where scripts run; without them all works by links and forms.
"use strict";

// Layers of the reader: shown and hidden at once, and kept in the address.
for (const box of document.querySelectorAll("[data-layer]")) {
  box.addEventListener("change", () => {
    const boxes = [...document.querySelectorAll("[data-layer]")];
    const layered = document.querySelector("[data-layered]");
    for (const each of boxes) layered.classList.toggle(`no-${each.dataset.layer}`, !each.checked);
    const address = new URL(location.href);
    address.searchParams.delete("layers");
    if (!boxes.every((each) => each.checked)) {
      const shown = boxes.filter((each) => each.checked).map((each) => each.dataset.layer);
      address.searchParams.set("layers", shown.join(",") || "none");
    }
    history.replaceState(null, "", address);
  });
}
for (const button of document.querySelectorAll(".layers button")) button.hidden = true;

// Long work: how far it is, as it goes on.
for (const status of document.querySelectorAll("[data-events]")) {
  const source = new EventSource(status.dataset.events);
  const tell = (event) => {
    const told = JSON.parse(event.data);
    const counts = Object.entries(told.counts).map(([state, count]) => `${count} ${state}`).join(", ");
    status.textContent = `${told.read} ${told.read === 1 ? "report" : "reports"} done${counts ? ` (${counts})` : ""}; ${told.stage} …`;
  };
  source.addEventListener("news", tell);
  source.addEventListener("end", () => {
    source.close();
    location.reload();
  });
}
