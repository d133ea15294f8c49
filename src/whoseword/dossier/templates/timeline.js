// Shows one stretch of a timeline at a time. Without this script all stretches stand one below the other.
(() => {
  "use strict";
  for (const box of document.querySelectorAll(".timeline-of")) {
    const parts = [...box.querySelectorAll(".stretch-of-time")];
    if (parts.length < 2) continue;
    const bar = document.createElement("div");
    bar.className = "zoom";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "Which part of the story is shown");
    const choices = [];
    const count = (part) => part.querySelectorAll("li").length;
    const whole = box.querySelector(".timeline-whole");
    const bands = [...box.querySelectorAll(".band")];
    // On a narrow screen the drawing is wider than its box: bring a stretch into view.
    const turn = (part) => {
      const band = bands.find((one) => one.getAttribute("href") === `#${part.id}`);
      if (band) whole.scrollLeft += band.getBoundingClientRect().left - whole.getBoundingClientRect().left - 8;
    };
    const show = (chosen) => {
      for (const part of parts) part.hidden = chosen !== null && part !== chosen;
      for (const [button, part] of choices) button.setAttribute("aria-pressed", String(part === chosen));
      for (const band of bands) {
        band.classList.toggle("chosen", chosen !== null && band.getAttribute("href") === `#${chosen.id}`);
      }
      if (chosen !== null) turn(chosen);
    };
    const offer = (name, part) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.addEventListener("click", () => show(part));
      choices.push([button, part]);
      bar.append(button);
    };
    offer("Whole story", null);
    for (const part of parts) offer(part.querySelector("h3").firstChild.textContent.trim(), part);
    parts[0].before(bar);
    // A link to a stretch shows it alone; a link to an entry brings its stretch back if it was hidden.
    const follow = () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const part = target && target.closest(".stretch-of-time");
      if (!part || !box.contains(part)) return;
      if (target === part || part.hidden) show(part);
      target.scrollIntoView();
    };
    window.addEventListener("hashchange", follow);
    show(null);
    turn(parts.reduce((most, part) => (count(part) > count(most) ? part : most)));
    follow();
  }
})();
