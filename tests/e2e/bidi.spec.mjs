// Whatever the vendors' texts hold, nothing on screen turns the writing round, hides, or takes no room: every text,
// title and label of every screen is looked at, with such letters in every text field of every answer.
import { expect, test } from "./harness.mjs";
import { cafe, detail, signInToAll, tree } from "./console.mjs";
import { dialog, panel, signInToIonos } from "./ionos.mjs";
import { backup, table, why } from "./settings.mjs";

/** Direction, joiners between Latin letters, line ends, blanks of no width, fillers, tags, and a control character. */
const HOSTILE = "\u202e\u2066\u200f\u061c\u200b\u200dx\u2060\ufeff\u2028\u3164\u{e0041}\u0007";

const HIDDEN = "[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff0-\\ufffb]|[\\u{e0000}-\\u{e0fff}]|[a-z]\\u200d|\\u200dx";

/** Texts that people have written, as the vendors' answers name them. */
const TEXTS = new Set([
  "name", "description", "firstname", "lastname", "firstName", "lastName", "createdBy", "lastModifiedBy", "title", "phone", "internal_tag",
  "customer_id", "address1", "address2", "city", "state", "country", "zipcode", "website", "value", "login", "message", "s3CanonicalUserId", "path",
]);

/** Puts the letters into every such text on its way to the page, but for settings' names, which requests are made of. */
async function poison(page) {
  const bad = (value, key, url) => {
    if (Array.isArray(value)) return value.map((one) => bad(one, key, url));
    if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, bad(one, name, url)]));
    if (typeof value !== "string" || !TEXTS.has(key) || !value) return value;
    return /\/settings/.test(url) && key === "name" ? value : `${value.slice(0, 2)}${HOSTILE}${value.slice(2)}`;
  };
  await page.route(/\/proxy\//, async (route) => {
    const answer = await route.fetch();
    if (!/json/.test(answer.headers()["content-type"] ?? "") || /token/.test(route.request().url())) return route.fulfill({ response: answer });
    const { "content-encoding": _, "content-length": __, ...headers } = answer.headers();
    // The page may have gone elsewhere meanwhile.
    const text = await answer.text().catch(() => "");
    const json = text ? JSON.stringify(bad(JSON.parse(text), "", route.request().url())) : text;
    await route.fulfill({ status: answer.status(), headers, body: json });
  });
}

/** Every text, title and label of the page that holds such a letter, with where it stands. */
const hidden = (page) =>
  page.evaluate((pattern) => {
    const bad = new RegExp(pattern, "u");
    const where = (one) => `${one.tagName.toLowerCase()}.${one.getAttribute("class") ?? ""}`;
    const found = bad.test(document.title) ? [`document.title: ${JSON.stringify(document.title)}`] : [];
    for (const element of document.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        const isRead = /^(title|alt|placeholder|label|aria-(label|description|valuetext|roledescription))$/.test(name);
        if (isRead && bad.test(value)) found.push(`${where(element)} ${name}: ${JSON.stringify(value)}`);
      }
      if (/^(SCRIPT|STYLE|TEXTAREA)$/.test(element.tagName)) continue;
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE && bad.test(node.data.replace(/\n/g, " "))) found.push(`${where(element)}: ${JSON.stringify(node.data)}`);
      }
    }
    return found;
  }, HIDDEN);

const clean = async (page, screen) => {
  await page.waitForLoadState("networkidle");
  expect(await hidden(page), screen).toEqual([]);
};

test("Acronis", async ({ page }) => {
  test.setTimeout(120_000);
  await poison(page);
  await signInToAll(page);
  await page.getByRole("button", { name: "Expand all" }).click();
  await clean(page, "the tree");
  await page.getByRole("searchbox", { name: "Filter tenants" }).fill("Ca");
  await clean(page, "the tree, filtered");
  await page.getByRole("searchbox", { name: "Filter tenants" }).fill("");
  await page.getByRole("combobox", { name: "Search all connections" }).fill("Ca");
  await expect(page.getByRole("option").first()).toBeVisible();
  await clean(page, "the search");
  await page.keyboard.press("Escape");
  await page.getByRole("searchbox", { name: "Filter tenants" }).fill("Orqu");
  await tree(page).getByRole("row").filter({ hasText: "rquídea" }).click();
  await expect(detail(page).getByRole("heading", { level: 1 })).toContainText("rquídea");
  await expect(detail(page).getByRole("region", { name: "Contact" }).or(detail(page).getByRole("region").nth(3))).toBeVisible();
  await clean(page, "the overview");
  const life = detail(page).getByRole("group", { name: "Change this tenant" });
  for (const name of ["Edit", "Create tenant below", "Disable", "Move", "Delete", "Deleted tenants"]) {
    await life.getByRole("button", { name, exact: true }).click();
    await expect(dialog(page)).toBeVisible();
    await expect(dialog(page).locator(".tn-skeleton")).toHaveCount(0);
    if (name === "Move") {
      await dialog(page).getByRole("searchbox").fill("nelux");
      await dialog(page).getByRole("button", { name: /nelux/ }).first().click();
      await expect(dialog(page).getByText(/^Settings of this tenant: /)).toBeVisible();
    }
    await clean(page, `${name} a tenant`);
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toHaveCount(0);
  }
  await detail(page).getByRole("link", { name: "Settings", exact: true }).click();
  await expect(table(page).getByRole("rowheader").nth(1)).toBeVisible();
  await clean(page, "the settings");
  for (const name of ["retention_days", "storage_region", "notify_language"]) {
    await page.getByRole("link", { name: `Why? ${name}`, exact: true }).click();
    await expect(why(page).getByRole("listitem").first()).toBeVisible();
    await clean(page, `why ${name}`);
    await why(page).getByRole("button", { name: /own value$/ }).click();
    await expect(dialog(page)).toBeVisible();
    await clean(page, `the editor of ${name}`);
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toHaveCount(0);
  }
  const go = (to) => page.evaluate((hash) => (location.hash = hash), to);
  const list = page.getByRole("region", { name: "List", exact: true });
  await go(`#/acronis-sandbox/tenants/${cafe.id}/list?setting=${backup}/notify_language&columns=name,path,legal_contact,primary_contact,billing_contact`);
  await expect(list.getByRole("columnheader", { name: "Own", exact: true })).toBeVisible();
  await clean(page, "the list");
  await list.getByRole("checkbox", { name: "Select all rows that match" }).check();
  await list.getByRole("button", { name: "Change the setting…" }).click();
  await clean(page, "a change of several tenants");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await go(`#/acronis-sandbox/tenants/${cafe.id}/contacts`);
  await expect(detail(page).getByRole("button", { name: /^Edit / }).first()).toBeVisible();
  await detail(page).getByText("All details").first().click();
  await clean(page, "the contacts");
  for (const opener of ["Edit", "Delete"]) {
    await detail(page).getByRole("button", { name: new RegExp(`^${opener} `) }).first().click();
    await clean(page, `${opener} a contact`);
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toHaveCount(0);
  }
  await go(`#/acronis-sandbox/contacts?under=${cafe.id}&above=true`);
  await expect(page.getByRole("table").getByRole("rowheader").first()).toBeVisible();
  await clean(page, "the contacts of a subtree");
});

test("IONOS", async ({ page }) => {
  test.setTimeout(120_000);
  await poison(page);
  for (const list of ["backup-units", "users", "groups", "resources"]) {
    if (list === "backup-units") await signInToIonos(page, "ionos-demo");
    else await page.evaluate((to) => (location.hash = to), `#/ionos-sandbox/${list}`);
    const links = page.getByRole("table").first().getByRole("link");
    await expect(links.nth(1)).toBeVisible();
    await clean(page, list);
    await links.first().click();
    await expect(panel(page).getByRole("heading", { level: 2 })).toBeVisible();
    const reach = panel(page).getByRole("button", { name: "Show" });
    await page.waitForLoadState("networkidle");
    if (await reach.count()) await reach.click();
    await clean(page, `one of the ${list}`);
    for (const button of await panel(page).getByRole("button", { name: /^(Delete|Edit|Change|Replace|Share|Remove)/ }).all()) {
      if (!(await button.isVisible()) || !(await button.isEnabled())) continue;
      await button.click();
      if (!(await dialog(page).count())) continue;
      await clean(page, `${list}: ${await dialog(page).getByRole("heading").first().innerText()}`);
      await page.keyboard.press("Escape");
      await expect(dialog(page)).toHaveCount(0);
    }
    const all = page.getByRole("checkbox", { name: "Select all rows" });
    if (!(await all.count())) continue;
    await all.check();
    for (const button of await page.getByRole("group", { name: "Selected rows" }).getByRole("button", { name: /…$/ }).all()) {
      await button.click();
      await clean(page, `${list}: several`);
      await page.keyboard.press("Escape");
      await expect(dialog(page)).toHaveCount(0);
    }
  }
});

test("a name that is typed to be sure is typed as it is read, or pasted as it is", async ({ page }) => {
  await poison(page);
  await signInToIonos(page, "ionos-demo");
  await page.getByRole("table").first().getByRole("link").first().click();
  await panel(page).getByRole("button", { name: "Delete" }).click();
  const name = await dialog(page).locator("label bdi").innerText();
  await dialog(page).getByRole("textbox").fill(name);
  await expect(dialog(page).getByRole("button", { name: "Delete" })).toBeEnabled();
});
