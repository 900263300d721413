// One setting over the tenants of a list: who has which value, and the same change on the selected ones.
import { auditBothThemes, expect, picture, test, vendorUrl } from "./harness.mjs";
import { cafe, detail, row, signInToAll, token, useAccount } from "./console.mjs";
import { asked, backup, savedCsv } from "./settings.mjs";

const list = (page) => page.getByRole("region", { name: "List", exact: true });
const table = (page) => list(page).getByRole("table");
const dialog = (page) => page.getByRole("dialog");
const chip = (page, name) => list(page).getByRole("group", { name: "Narrow the list by the setting" }).getByRole("button", { name });
const settingQuery = (name) => `?setting=${backup}/${name}`;

async function openList(page, name) {
  await row(page, name).click();
  await detail(page).getByRole("link", { name: "List", exact: true }).click();
  await expect(table(page).getByRole("rowheader").first()).toBeVisible();
  await expect(list(page).getByText(/Details read for/)).toHaveCount(0);
}

/** The tenants at and below one, as the API has them. */
async function tenantsOf(page, root, account = "demo") {
  const headers = { authorization: `Bearer ${await token(page, account)}` };
  const url = new URL(`/api/2/tenants?subtree_root_id=${root}&lod=full`, vendorUrl).href;
  return (await (await page.request.get(url, { headers })).json()).items;
}

const rootOf = (page) => new URL(page.url()).hash.match(/tenants\/([0-9a-f-]+)/)[1];

/** Ticks the first rows of the list, and gives their ids. */
async function tick(page, count) {
  const boxes = table(page).getByRole("checkbox", { name: /^Select (?!all)/ });
  const links = table(page).getByRole("rowheader").getByRole("link");
  const ids = [];
  for (let at = 0; at < count; at++) {
    await boxes.nth(at).check();
    ids.push((await links.nth(at).getAttribute("href")).match(/tenants\/([0-9a-f-]+)/)[1]);
  }
  return ids;
}

/** All that the change would do has been read. */
async function foreseen(page) {
  await expect(dialog(page).getByText(/effective value (changes|stays)/).first()).toBeVisible();
  await expect(dialog(page).getByRole("progressbar")).toHaveCount(0);
}

test("which customers under Iberia have an own retention_days, with which value, as a file", async ({ page }) => {
  await signInToAll(page);
  await openList(page, "Iberia");
  const customers = (await tenantsOf(page, rootOf(page))).filter(({ kind }) => kind === "customer");
  const settings = await Promise.all(customers.map(({ id }) => asked(page, "demo", backup, id, "retention_days")));
  const own = customers.map((one, at) => ({ ...one, own: settings[at].own })).filter((one) => one.own);
  expect(own.length).toBeGreaterThan(0);
  await list(page).getByRole("button", { name: /^customer \d/ }).click();
  await list(page).getByRole("button", { name: "Setting", exact: true }).press("Enter");
  await picture(page, "tenant list settings to choose");
  await list(page).getByRole("button", { name: "retention_days", exact: true }).press("Enter");
  await expect(list(page).getByRole("button", { name: "Setting: retention_days" })).toBeFocused();
  await chip(page, `Own value ${own.length}`).click();
  await expect(list(page).getByText(`${own.length} of `, { exact: false }).first()).toBeVisible();
  await expect(table(page).getByRole("columnheader", { name: "Own", exact: true })).toBeVisible();
  const line = table(page).getByRole("row").filter({ has: page.getByRole("link", { name: cafe.name, exact: true }) });
  await expect(line).toContainText("90");
  await auditBothThemes(page);
  await picture(page, "tenant list with a setting");
  const csv = await savedCsv(page, () => list(page).getByRole("button", { name: "CSV" }).click());
  expect(csv.name).toBe("tenants_Iberia_DAY_filtered.csv");
  expect(csv.lines[0]).toMatch(/,id,retention_days effective,retention_days locked,retention_days own,retention_days own_applies,retention_days read$/);
  const said = csv.lines.slice(1, -1).map((one) => one.match(/,([0-9a-f-]{36}),.*,([^,]+),(?:true|false),true$/)).map(([, id, value]) => `${id} ${value}`);
  expect(said.toSorted()).toEqual(own.map((one) => `${one.id} ${one.own.value}`).toSorted());
  // The address opens the same list.
  await page.reload();
  await useAccount(page);
  await expect(chip(page, `Own value ${own.length}`)).toHaveAttribute("aria-pressed", "true", { timeout: 20_000 });
});

test("a setting on 14 chosen tenants at once, and back again, by keyboard", async ({ page }) => {
  // A second try finds what the first one wrote.
  const wanted = test.info().retry === 0 ? "pt-PT" : "pt-BR";
  await signInToAll(page, "own-12");
  await openList(page, "DACH");
  await page.evaluate((query) => (location.hash += query), settingQuery("notify_language"));
  await expect(table(page).getByRole("columnheader", { name: "Own", exact: true })).toBeVisible();
  const ids = await tick(page, 14);
  await expect(list(page).getByRole("group", { name: "Selected rows" })).toContainText("14 selected");
  await picture(page, "tenant list selected");
  const change = list(page).getByRole("button", { name: "Change the setting…" });
  await change.press("Enter");
  await expect(dialog(page).getByRole("heading", { name: "notify_language on 14 tenants" })).toBeVisible();
  await dialog(page).getByLabel("Value", { exact: true }).fill(wanted);
  await foreseen(page);
  await auditBothThemes(page, { include: "dialog" });
  await picture(page, "bulk change");
  await dialog(page).getByRole("button", { name: "Save (14)" }).press("Enter");
  await expect(dialog(page).getByText("14 accepted, 0 refused, 0 unknown, 0 waiting.")).toBeVisible();
  await expect(dialog(page).getByText(/^Verified: \d+ tenants? match/)).toBeVisible();
  await picture(page, "bulk change done");
  for (const id of ids) expect((await asked(page, "own-12", backup, id, "notify_language")).own.value).toBe(wanted);
  await dialog(page).getByRole("button", { name: "Close" }).last().press("Enter");
  await expect(chip(page, /^Own value \d/)).toBeVisible();

  // Lock what they have, then take it away again.
  await change.press("Enter");
  await dialog(page).getByRole("radio", { name: "Lock" , exact: true }).check();
  await foreseen(page);
  await dialog(page).getByRole("button", { name: "Save (14)" }).click();
  await expect(dialog(page).getByText("14 accepted, 0 refused, 0 unknown, 0 waiting.")).toBeVisible();
  expect((await asked(page, "own-12", backup, ids[3], "notify_language")).own).toMatchObject({ value: wanted, lock: true });
  await dialog(page).getByRole("button", { name: "Close" }).last().click();
  await change.press("Enter");
  await dialog(page).getByRole("radio", { name: "Reset to inherited" }).check();
  await foreseen(page);
  await dialog(page).getByRole("button", { name: "Save (14)" }).click();
  await expect(dialog(page).getByText("14 accepted, 0 refused, 0 unknown, 0 waiting.")).toBeVisible();
  for (const id of ids) expect((await asked(page, "own-12", backup, id, "notify_language")).own ?? null).toBeNull();
});

test("200 tenants, 7 refusals, 3 lost answers: each is told, and a retry sends exactly the refused ones", async ({ page }) => {
  test.setTimeout(240_000);
  await signInToAll(page, "own-13");
  await openList(page, "Umbrella Partners");
  await page.evaluate((query) => (location.hash += query), `${settingQuery("notify_language")}&facets=without:billing`);
  await expect(chip(page, /^No own value \d/)).toBeVisible();
  const writes = [];
  await page.route(/\/settings\/tenants\/[0-9a-f-]+\/notify_language$/, async (route) => {
    if (route.request().method() !== "PUT") return route.continue();
    writes.push(route.request().url());
    if (writes.length <= 196 && writes.length % 28 === 0) {
      return route.fulfill({ status: 403, json: { error: { code: "forbidden", message: "No write today" } } });
    }
    if (writes.length < 200 && writes.length % 60 === 0) {
      await route.fetch();
      return route.abort();
    }
    return route.continue();
  });
  await list(page).getByRole("checkbox", { name: "Select all rows that match" }).check();
  const selected = Number((await list(page).getByRole("group", { name: "Selected rows" }).innerText()).match(/\d+/)[0]);
  expect(selected).toBeGreaterThanOrEqual(200);
  await list(page).getByRole("button", { name: "Change the setting…" }).click();
  await dialog(page).getByLabel("Value", { exact: true }).fill("nl-BE");
  await foreseen(page);
  const number = dialog(page).getByLabel(/^This (changes|can change) /);
  const [label] = await dialog(page).locator("label").filter({ hasText: /^This (changes|can change) / }).allInnerTexts();
  await number.fill(label.match(/[\d,]+/)[0]);
  await dialog(page).getByRole("button", { name: `Save (${selected})` }).click();
  const told = dialog(page).getByText(`${selected - 7} accepted, 7 refused, 0 unknown, 0 waiting.`);
  await expect(told).toBeVisible({ timeout: 180_000 });
  expect(writes).toHaveLength(selected);
  await expect(dialog(page).getByText("No write today").first()).toBeVisible();
  await picture(page, "bulk change refused");
  const refused = writes.filter((_, at) => at < 196 && (at + 1) % 28 === 0);
  writes.length = 0;
  await page.unroute(/\/settings\/tenants\/[0-9a-f-]+\/notify_language$/);
  page.on("request", (request) => request.method() === "PUT" && writes.push(request.url()));
  await dialog(page).getByRole("button", { name: "Retry the refused ones" }).click();
  await expect(dialog(page).getByText(`${selected} accepted, 0 refused, 0 unknown, 0 waiting.`)).toBeVisible();
  expect(writes.toSorted()).toEqual(refused.toSorted());
});
