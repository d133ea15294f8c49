// What is wrong with a page for those who cannot see it, see it badly, or have no mouse: a list of findings in words.
// After WCAG 2.2 (https://www.w3.org/TR/WCAG22/). Names that browsers work out are asked of the browser, in audit.py.
(() => {
  const findings = [];
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const called = (element) => {
    const words = (element.textContent || element.getAttribute("name") || "").trim().slice(0, 40);
    return `<${element.localName}${element.id ? ` id=${element.id}` : ""} class="${element.getAttribute("class") ?? ""}"> "${words}"`;
  };
  const tell = (rule, element) => findings.push(`${rule}: ${called(element)}`);

  // The document
  if (!document.documentElement.lang) findings.push("no lang");
  if (!document.title.trim()) findings.push("no title");
  if (document.compatMode !== "CSS1Compat") findings.push("quirks mode");
  const ids = new Set();
  for (const each of all("[id]")) {
    if (ids.has(each.id)) tell("id twice", each);
    ids.add(each.id);
  }
  for (const name of ["for", "aria-labelledby", "aria-describedby", "headers"])
    for (const each of all(`[${name}]`))
      if (!each.getAttribute(name).split(/\s+/).every((id) => ids.has(id))) tell(`${name} leads nowhere`, each);
  for (const each of all('a[href^="#"]'))
    if (!ids.has(decodeURIComponent(each.getAttribute("href").slice(1)))) tell("link leads nowhere", each);
  const keys = all("[accesskey]").map((each) => each.accessKey);
  if (new Set(keys).size < keys.length) findings.push("access key twice");

  // Landmarks
  const top = (element) => !element.closest("main, article, section, nav, aside");
  const one = { main: all("main"), header: all("header").filter((each) => top(each.parentElement)), footer: all("footer").filter((each) => top(each.parentElement)) };
  for (const [name, found] of Object.entries(one)) if (found.length !== 1) findings.push(`${found.length} of ${name}`);
  for (const each of document.body.children)
    if (!each.matches("main, header, footer, nav, script, .skip") && shown(each)) tell("outside of all landmarks", each);
  const navigations = all("nav").map((each) => each.getAttribute("aria-label") ?? document.getElementById(each.getAttribute("aria-labelledby"))?.textContent);
  if (navigations.includes(undefined) || new Set(navigations).size < navigations.length) findings.push(`navigations not told apart: ${navigations}`);
  const first = document.querySelector("a[href]");
  if (!first.matches('[href^="#"]') || !document.querySelector(first.hash)) findings.push("no skip link");

  // Headings
  const headings = all("h1, h2, h3, h4, h5, h6").filter(shown);
  if (headings.filter((each) => each.localName === "h1").length !== 1) findings.push("not one h1");
  let before = 0;
  for (const each of headings) {
    const level = Number(each.localName[1]);
    if (level > before + 1) tell(`heading jumps from ${before} to ${level}`, each);
    if (!each.textContent.trim()) tell("heading without words", each);
    before = level;
  }

  // Structure
  for (const each of all("ul, ol")) if ([...each.children].some((child) => child.localName !== "li")) tell("list holds what is no item", each);
  for (const each of all("li")) if (!each.parentElement.matches("ul, ol")) tell("item outside of a list", each);
  for (const each of all("dt, dd")) if (!each.closest("dl")) tell("term outside of a list", each);
  for (const each of all("th")) if (!each.scope) tell("th without scope", each);
  for (const each of all("table")) if (!each.querySelector("th")) tell("table without heads", each);
  for (const each of all("svg, img")) {
    const named = each.closest("[aria-hidden=true]") || each.getAttribute("aria-label") || each.querySelector(":scope > title") || each.alt !== undefined;
    if (!named && !each.closest("[role=img][aria-label], [role=img][aria-labelledby]")) {
      // A drawing whose lines are named each is read line by line.
      if (!each.querySelector("[role=img] > title, [role=img][aria-label]")) tell("picture without a name", each);
    }
  }
  for (const each of all("[aria-hidden=true]"))
    if (all("a[href], button, input, [tabindex]", each).length) tell("focus inside of what is hidden", each);
  for (const each of all("[tabindex]")) if (each.tabIndex > 0) tell("tabindex changes the order", each);
  for (const each of all("input:not([type=hidden]), select, textarea"))
    if (!each.labels.length && !each.ariaLabel) tell("field without a label", each);
  for (const each of all("fieldset")) if (each.firstElementChild?.localName !== "legend") tell("fieldset without a legend", each);
  for (const each of all("*").filter(shown)) {
    const style = getComputedStyle(each);
    const scrolls = (style.overflowX === "auto" || style.overflowX === "scroll") && each.scrollWidth > each.clientWidth + 1;
    if (scrolls && each.tabIndex < 0 && !each.querySelector("a[href], button, input")) tell("scrolls and has no focus", each);
  }

  // Contrast. Colours are [red, green, blue, alpha]; text lies on all grounds of those that hold it.
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const colour = (text) => {
    if (!known.has(text)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      known.set(text, [r, g, b, a / 255]);
    }
    return known.get(text);
  };
  const over = (front, back) => front.slice(0, 3).map((value, at) => value * front[3] + back[at] * (1 - front[3])).concat(1);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const grounds = new Map();
  const ground = (element) => {
    if (!element) return over(colour(getComputedStyle(document.documentElement).backgroundColor), colour("Canvas"));
    if (!grounds.has(element)) grounds.set(element, over(colour(getComputedStyle(element).backgroundColor), ground(element.parentElement)));
    return grounds.get(element);
  };
  const weak = new Set();
  const measure = (element, front, least, what) => {
    const back = what === "border" ? ground(element.parentElement) : ground(element);
    const found = contrast(over(colour(front), back), back);
    const name = `${what} of contrast ${found.toFixed(2)}: ${front} on ${back.slice(0, 3).map(Math.round)} <${element.localName} class="${element.getAttribute("class") ?? ""}">`;
    if (found < least) weak.add(name);
  };
  for (const element of all("body, body *")) {
    if (element.matches("script, style, noscript, title, option") || !element.checkVisibility({ opacityProperty: true })) continue;
    if ([...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) {
      const style = getComputedStyle(element);
      measure(element, element.closest("svg") ? style.fill : style.color, 4.5, "text");
    }
    if (element.placeholder) measure(element, getComputedStyle(element, "::placeholder").color, 4.5, "placeholder");
    if (element.matches("input:not([type=checkbox], [type=radio], [type=hidden]), textarea, select, button"))
      measure(element, getComputedStyle(element).borderTopColor, 3, "border");
    // Inside of a sentence a link needs more than a colour.
    if (element.matches("p > a[href], dd > a[href]") && getComputedStyle(element).textDecorationLine === "none" && !element.querySelector("svg")) {
      const around = [...element.parentElement.childNodes].some((node) => node.nodeType === 3 && /\w/.test(node.data));
      if (around && !element.matches(".number")) tell("link told by its colour alone", element);
    }
  }
  return [...findings, ...weak];
})()
