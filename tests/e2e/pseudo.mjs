// The console in the pseudo-language, in which every text of a message file stands in ⟦brackets⟧ with accents. What is
// outside of them on screen comes from no message file: it is the vendor's, or a text that cannot be translated.
import { expect } from "./harness.mjs";

/** Words that the vendors' contracts fix: the JSON types that a setting's value may have. */
const API_WORDS = new Set(["string", "number", "boolean", "object", "null", "true", "false"]);

/** What index.html says before the console runs, and no language changes. */
const PRODUCT = "Tenantry";

/** Written by the browser in its own language, not by the console. */
const DATE = /^\d{1,2} \p{L}{3,5} \d{4},? (at )?\d{2}:\d{2}:\d{2} \S+$/u;

/** Opens the console in the pseudo-language; gives the texts by their keys, and the vendors' words as they come. */
export async function speakPseudo(page) {
  await page.addInitScript(() => localStorage.setItem("tenantry.language", "qps"));
  // The built page names the languages that ship. This one never does; `cargo xtask test` serves it beside the site.
  await page.route(
    (url) => url.pathname === "/",
    async (route) => {
      const answer = await route.fetch();
      const named = '<head>\n<meta name="tenantry:languages" content="languages/languages.txt">';
      // The text has been unpacked on the way.
      const { "content-encoding": _, "content-length": __, ...headers } = answer.headers();
      await route.fulfill({ status: answer.status(), headers, body: (await answer.text()).replace("<head>", named) });
    },
  );
  const texts = new Map();
  for (const part of ["shell", "resource", "acronis", "ionos"]) {
    const answer = await page.request.get(new URL(`/languages/qps-${part}.txt`, process.env.TENANTRY_URL).href);
    expect(answer.ok(), part).toBe(true);
    for (const line of (await answer.text()).split("\n").filter((one) => one.includes(" = "))) {
      const at = line.indexOf(" = ");
      texts.set(line.slice(0, at), line.slice(at + 3));
    }
  }
  return { say: (key, values = {}) => filled(texts, key, values), vendor: watchVendor(page) };
}

function filled(texts, key, values) {
  const text = texts.get(key);
  if (text === undefined) throw new Error(`no text for ${key}`);
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** Every string in the JSON that the page gets: names, ids, values, labels of the configuration. */
function watchVendor(page) {
  const words = new Set();
  const arriving = [];
  const add = (value) => {
    if (typeof value === "string" && value.trim()) words.add(value.trim());
    else if (value && typeof value === "object") Object.values(value).forEach(add);
  };
  page.on("response", (answer) => {
    if (!/json/.test(answer.headers()["content-type"] ?? "")) return;
    // An answer that was broken off or is no JSON has no words.
    arriving.push(answer.json().then(add, () => {}));
  });
  return { words: async () => (await Promise.all(arriving), words) };
}

/** Fails with every text on screen that comes neither from a message file nor from the vendor. */
export async function expectAllTranslated(page, vendor, screen) {
  const [found, words] = [await page.evaluate(visibleTexts), await vendor.words()];
  expect(found.some(({ text }) => text.includes("⟦")), `${screen} is in the pseudo-language`).toBe(true);
  const strays = found.map((one) => ({ ...one, rest: outside(one.text) })).filter(({ rest }) => !isFine(rest, words));
  const lines = strays.map(({ where, text }) => `${where}: ${JSON.stringify(text)}`);
  expect([...new Set(lines)], `${screen}: texts from no message file`).toEqual([]);
}

/** What stands outside of the brackets; texts that were filled into texts are inside twice. */
function outside(text) {
  let depth = 0;
  let rest = "";
  for (const one of text) {
    if (one === "⟦") depth += 1;
    if (depth === 0) rest += one;
    if (one === "⟧") depth = Math.max(0, depth - 1);
  }
  return rest.trim();
}

function isFine(rest, words) {
  if (!/\p{L}/u.test(rest) || rest === PRODUCT) return true;
  if (words.has(rest) || API_WORDS.has(rest) || DATE.test(rest)) return true;
  // A long value is cut in tables.
  if (rest.endsWith("…") && [...words].some((word) => word.startsWith(rest.slice(0, -1)))) return true;
  return isJson(rest) || !/\p{L}/u.test(withoutWords(rest, words));
}

/** Values that are no text are shown as JSON, perhaps cut. */
const isJson = (text) => /^[[{"]/.test(text);

/** Takes the vendor's words out of a text that is made of several, such as first and last name: whole ones only. */
function withoutWords(text, words) {
  const inText = [...words].filter((word) => /\p{L}/u.test(word) && text.includes(word));
  inText.sort((one, other) => other.length - one.length);
  const escaped = inText.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return escaped.reduce((rest, word) => rest.replace(new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, "gu"), ""), text);
}

/** In the page: what can be read or heard there, with where it stands. Vendors' words are marked up as such. */
function visibleTexts() {
  const vendors = "code, kbd, bdi, q, [dir=auto], [translate=no], script, style, noscript";
  const attributes = ["aria-label", "aria-description", "aria-valuetext", "aria-roledescription", "title", "placeholder", "alt"];
  const isShown = (element) => (element.closest("select") ?? element).checkVisibility();
  const where = (element) => `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ""}.${element.getAttribute("class") ?? ""}`;
  const found = [{ where: "title", text: document.title }];
  for (const element of document.body.querySelectorAll("*")) {
    if (!isShown(element)) continue;
    for (const name of attributes.filter((one) => element.hasAttribute(one))) {
      found.push({ where: `${where(element)} ${name}`, text: element.getAttribute(name) });
    }
    if (element.closest(vendors)) continue;
    // A sentence with names in it is in pieces: its brackets are around all of them.
    const whole = element.parentElement;
    const isPiece = element.matches("span") && whole.querySelector(":scope > bdi") && whole.textContent.includes("⟦");
    if (isPiece) {
      found.push({ where: where(whole), text: whole.textContent });
      continue;
    }
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && node.data.trim()) found.push({ where: where(element), text: node.data });
    }
  }
  return found;
}
