// A browser that translates a page puts elements of its own in the place of every text, again whenever a text changes.
// The console goes on as if nothing had happened: what it shows is what it shows without a translator.
import { expect, test } from "./harness.mjs";
import { detail } from "./console.mjs";
import { askWhy, edit, goTo, openSettings, table } from "./settings.mjs";
import { walkAcronis, walkIonos } from "./screens.mjs";

/** Wraps every text of the page as translators do, now and whenever one comes. `obeys` is whether translate="no" counts. */
function translate(obeys) {
  const own = new WeakSet();
  const wrap = (text) => {
    const parent = text.parentElement;
    if (!text.data.trim() || !parent || own.has(text) || parent.closest("script, style, svg, option, textarea")) return;
    if (obeys && parent.closest("[translate=no]")) return;
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    const said = document.createTextNode(text.data);
    own.add(said);
    inner.append(said);
    outer.append(inner);
    text.replaceWith(outer);
  };
  const wrapAll = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return wrap(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    found.forEach(wrap);
  };
  const seen = (records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === "characterData") wrapAll(target);
      addedNodes.forEach((node) => node.isConnected && wrapAll(node));
    }
  };
  new MutationObserver(seen).observe(document, { childList: true, characterData: true, subtree: true });
  addEventListener("DOMContentLoaded", () => wrapAll(document.body));
}

/** What can be read on the page, without what differs from moment to moment. */
const readable = (page) =>
  page.evaluate(() => {
    const text = document.body.innerText.replace(/\s+/g, " ");
    return text.replace(/just now|\d+ (s|min) ago/g, "(age)").replace(/\d+ of 600 requests left/g, "(rate)");
  });

/** The same, once nothing comes any more: badges of the rows in sight are read a moment later. */
async function settled(page) {
  for (let before = ""; ; ) {
    const now = await readable(page);
    if (now === before) return now;
    before = now;
    await page.waitForTimeout(500);
  }
}

async function record(page, walk) {
  const seen = [];
  await walk(page, async (name) => seen.push({ name, text: await settled(page) }));
  return seen;
}

for (const [vendor, walk] of [["Acronis", walkAcronis], ["IONOS", walkIonos]]) {
  for (const obeys of [true, false]) {
    test(`${vendor}, by a translator that ${obeys ? "leaves names alone" : "takes every text"}`, async ({ page, browser }) => {
      test.setTimeout(120_000);
      // In a context of its own: tabs of one context share their session.
      const context = await browser.newContext();
      const plain = await record(await context.newPage(), walk);
      await context.close();
      await page.addInitScript(translate, obeys);
      let at = 0;
      await walk(page, async (name) => {
        const wanted = plain[at++];
        expect(name).toBe(wanted.name);
        await expect.poll(() => readable(page), { message: name }).toBe(wanted.text);
      });
      expect(at).toBe(plain.length);
      expect(await page.locator("font").count()).toBeGreaterThan(10);
    });
  }
}

/** Texts with one of these words in them that a browser may translate. */
const translatable = (page, words) =>
  page.evaluate((words) => {
    // Texts of drawings and what is only read out are texts too.
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode;
      if (words.some((word) => data.includes(word)) && !parentElement.closest("[translate=no]")) found.push(data);
    }
    return found;
  }, words);

test("names, ids and values say that they are not to be translated", async ({ page }) => {
  test.setTimeout(90_000);
  const words = ["Kassen01", "ErpProduktion", "31884391-Kassen01"];
  await walkIonos(page, async (name) => expect(await translatable(page, words), name).toEqual([]));
});

test("nor are the tenants that an explanation names", async ({ page }) => {
  const words = ["Umbrella", "Iberia", "Norte", "Café Orquídea", "Oficina"];
  await openSettings(page);
  const names = await table(page).getByRole("link", { name: /^Why\?/ }).evaluateAll((links) => links.map((link) => link.getAttribute("aria-label").replace("Why? ", "")));
  for (const name of names.slice(0, 12)) {
    await askWhy(page, name);
    expect(await translatable(page, words), name).toEqual([]);
  }
  // The editor of one with a large subtree: preview, map and table, and what is read out of them.
  await goTo(page, "Umbrella Partners");
  await edit(page, "retention_days");
  await page.getByRole("dialog").getByLabel("Value", { exact: true }).fill("21");
  const preview = page.getByRole("dialog").getByRole("region", { name: "What would change" });
  await expect(preview.getByRole("img")).toBeVisible();
  await expect(preview.getByRole("rowheader").nth(20)).toBeVisible();
  await expect(preview.getByRole("status")).toContainText("21 from Umbrella Partners");
  expect(await translatable(page, words), "the editor").toEqual([]);
  page.once("dialog", (question) => question.accept());
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await detail(page).getByRole("link", { name: "List", exact: true }).click();
  await expect(page.getByRole("region", { name: "Tenant list" }).getByRole("link").first()).toBeVisible();
  expect(await translatable(page, words)).toEqual([]);
});
