// The tenants of a subtree as a list: which, how many, with what, and as a file.
import { auditBothThemes, expect, hold, picture, test, vendorUrl } from "./harness.mjs";
import { cafe, detail, row, signInToAll, tenantUrl, token, treePane, useAccount } from "./console.mjs";
import { asSomebodyElse } from "./contacts.mjs";
import { savedCsv } from "./settings.mjs";

const list = (page) => page.getByRole("region", { name: "List", exact: true });
const table = (page) => list(page).getByRole("table");
const facet = (page, name) => list(page).getByRole("button", { name });
const names = (page) => table(page).getByRole("rowheader").allInnerTexts();

/** All tenants at and below one, as the API has them. */
async function fromApi(page, root, account = "demo") {
  const headers = { authorization: `Bearer ${await token(page, account)}` };
  const url = new URL(`/api/2/tenants?subtree_root_id=${root}&lod=full&with_contacts=true`, vendorUrl).href;
  return (await (await page.request.get(url, { headers })).json()).items;
}

/** Opens the list of a tenant that the tree shows; everything has been read of it. */
async function openList(page, name) {
  await row(page, name).click();
  await detail(page).getByRole("link", { name: "List", exact: true }).click();
  await expect(table(page).getByRole("rowheader").first()).toBeVisible();
  await expect(list(page).getByText(/Details read for/)).toHaveCount(0);
}

const rootOf = (page) => new URL(page.url()).hash.match(/tenants\/([0-9a-f-]+)/)[1];

test("which tenants are disabled, on trial, without 2FA: how many, which, as a file", async ({ page }) => {
  await signInToAll(page);
  await openList(page, "Umbrella Partners");
  const all = await fromApi(page, rootOf(page));
  const disabled = all.filter((one) => !one.enabled);
  const trial = all.filter((one) => one.pricing_mode === "trial");
  const off = all.filter((one) => one.mfa_status === "disabled");
  const unbilled = all.filter((one) => !one.contacts.some(({ types }) => types.includes("billing")));
  await expect(facet(page, `disabled ${disabled.length}`, { exact: true })).toBeVisible();
  await expect(facet(page, `trial ${trial.length}`)).toBeVisible();
  await expect(facet(page, `off ${off.length}`)).toBeVisible();
  await expect(facet(page, `no billing ${unbilled.length}`)).toBeVisible();
  await expect(list(page).getByText("500 tenants", { exact: true })).toBeVisible();
  await auditBothThemes(page);
  await picture(page, "tenant list");

  await facet(page, /^disabled \d/).first().click();
  await expect(list(page).getByText(`${disabled.length} of 500 tenants`)).toBeVisible();
  expect((await names(page)).toSorted()).toEqual(disabled.map(({ name }) => name).toSorted());
  await expect(facet(page, /^disabled \d/).first()).toHaveAttribute("aria-pressed", "true");
  await expect(facet(page, /^disabled \d/).first()).toBeFocused();
  await facet(page, /^off \d/).click();
  const both = disabled.filter((one) => one.mfa_status === "disabled");
  await expect(list(page).getByText(`${both.length} of 500 tenants`)).toBeVisible();
  await expect(page).toHaveURL(/list\?facets=state:disabled,mfa:disabled$/);
  // The tree shows the same ones, with the way to them.
  await expect(treePane(page).getByText(`${both.length} hits`, { exact: true })).toBeVisible();
  await expect(row(page, both[0].name).first()).toBeVisible();
  await picture(page, "tenant list narrowed");

  const csv = await savedCsv(page, () => list(page).getByRole("button", { name: "CSV" }).click());
  expect(csv.name).toBe("tenants_Umbrella-Partners_DAY_filtered.csv");
  const [head, ...lines] = csv.lines;
  expect(head).toBe("name,path,kind,state,customer_type,mfa_status,pricing_mode,contacts_missing,legal_contact,primary_contact,billing_contact,technical_contact,management_contact,created_at,updated_at,id");
  expect(csv.last).toContain(`# ${both.length} tenants at and below Umbrella Partners, `);
  expect(lines.slice(0, -1).map((line) => line.slice(-36)).toSorted()).toEqual(both.map(({ id }) => id).toSorted());
});

test("the address opens the same list; Show all ends the narrowing", async ({ page }) => {
  await signInToAll(page, "demo", `${tenantUrl(cafe.id)}/list?facets=kind:unit&sort=-name&columns=name,id`);
  await expect(table(page).getByRole("columnheader")).toHaveText(["", "Tenant", "ID"]);
  await expect(table(page).getByRole("columnheader", { name: "Tenant" })).toHaveAttribute("aria-sort", "descending");
  await expect.poll(() => names(page)).toEqual(["Oficina Gijón", "Oficina Bilbao"]);
  await list(page).getByRole("button", { name: "Show all" }).click();
  await expect(list(page).getByText("3 tenants", { exact: true })).toBeVisible();
  await expect.poll(() => names(page)).toEqual(["Oficina Gijón", "Oficina Bilbao", cafe.name]);
  await expect(page).toHaveURL(/list\?sort=-name&columns=name,id$/);
  // A row leads to its tenant, and back leads to the list.
  await table(page).getByRole("link", { name: "Oficina Bilbao" }).click();
  await expect(detail(page).getByRole("heading", { level: 1, name: "Oficina Bilbao" })).toBeVisible();
  await page.goBack();
  await expect.poll(() => names(page)).toEqual(["Oficina Gijón", "Oficina Bilbao", cafe.name]);
});

test("all tenants of a subtree with their state as a file", async ({ page }) => {
  await signInToAll(page);
  await openList(page, "Iberia");
  const all = await fromApi(page, rootOf(page));
  await expect(list(page).getByText(`${all.length} tenants`, { exact: true })).toBeVisible();
  const csv = await savedCsv(page, () => list(page).getByRole("button", { name: "CSV" }).click());
  expect(csv.name).toBe("tenants_Iberia_DAY_complete.csv");
  expect(csv.lines).toHaveLength(all.length + 2);
  const line = csv.lines.find((one) => one.endsWith(cafe.id));
  expect(line).toContain("Umbrella Partners / Iberia / Norte,customer,enabled,");
  expect(line).toMatch(/,\d{4}-\d\d-\d\dT[\d:.]+Z,\d{4}-\d\d-\d\dT[\d:.]+Z,/);
});

test("whom do we call for billing at each customer under Benelux, and who has nobody", async ({ page }) => {
  await signInToAll(page);
  await openList(page, "Benelux");
  const customers = (await fromApi(page, rootOf(page))).filter(({ kind }) => kind === "customer");
  const billing = ({ contacts }) => contacts.filter(({ types }) => types.includes("billing"));
  const without = customers.filter((one) => billing(one).length === 0);
  await page.evaluate(() => (location.hash += "?facets=kind:customer&columns=name,billing_contact"));
  await expect(table(page).getByRole("columnheader")).toHaveText(["", "Tenant", "Billing contact"]);
  const drawn = await names(page);
  const called = customers.find((one) => billing(one).length > 0 && drawn.filter((name) => name === one.name).length === 1);
  const line = table(page).getByRole("row").filter({ has: page.getByRole("link", { name: called.name, exact: true }) });
  await expect(line.first()).toContainText(billing(called)[0].email);
  await expect(line.first()).toContainText(billing(called)[0].lastname);
  await picture(page, "tenant list contacts");
  const csv = await savedCsv(page, () => list(page).getByRole("button", { name: "CSV" }).click());
  expect(csv.lines.filter((one) => one.includes(billing(called)[0].email)).length).toBeGreaterThan(0);
  await facet(page, /^no billing \d/).click();
  await expect(list(page).getByText(`${without.length} of `, { exact: false }).first()).toBeVisible();
  expect(without.map(({ name }) => name)).toContain((await names(page))[0]);
  await expect(table(page).getByRole("row").nth(2)).toContainText("none");
});

test("a press on a column sorts, a second one turns it round, a third one gives the order of the tree", async ({ page }) => {
  await signInToAll(page);
  await openList(page, "Iberia");
  const before = await names(page);
  const all = (await fromApi(page, rootOf(page))).toSorted((one, other) => Date.parse(one.updated_at) - Date.parse(other.updated_at));
  const head = table(page).getByRole("columnheader", { name: "Updated" });
  const press = head.getByRole("button");
  await press.click();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await expect.poll(async () => (await names(page))[0]).toBe(all[0].name);
  await press.click();
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await expect.poll(async () => (await names(page))[0]).toBe(all.at(-1).name);
  await press.click();
  await expect(head).toHaveAttribute("aria-sort", "none");
  await expect.poll(() => names(page)).toEqual(before);
  // Columns are chosen by the keyboard, and stand in the address.
  await list(page).getByRole("button", { name: "Columns" }).press("Enter");
  await list(page).getByRole("checkbox", { name: "Path" }).press(" ");
  await expect(table(page).getByRole("columnheader", { name: "Path" })).toHaveCount(0);
  await expect(page).toHaveURL(/columns=name,kind,state,/);
});

test("rows are drawn as they are scrolled into sight, each with its place", async ({ page }) => {
  await signInToAll(page);
  await openList(page, "Umbrella Partners");
  const region = list(page).getByRole("region", { name: "Tenant list" });
  await expect(table(page)).toHaveAttribute("aria-rowcount", "501");
  await region.focus();
  await page.keyboard.press("End");
  await expect(table(page).locator('tr[aria-rowindex="501"]')).toBeInViewport();
  expect(await table(page).getByRole("row").count()).toBeLessThan(80);
  await page.keyboard.press("Home");
  await expect(table(page).getByRole("link", { name: "Umbrella Partners" })).toBeInViewport();
});

test("until details are read, the list says of how many; the reading can be stopped and goes on", async ({ page }) => {
  const held = await hold(page, /subtree_root_id=.*with_contacts=true/);
  await signInToAll(page, "demo", `${tenantUrl(cafe.id)}/list`);
  await expect(list(page).getByText("Details read for 0 of 3 tenants", { exact: false })).toBeVisible();
  await expect(table(page).getByText("not read").first()).toBeVisible();
  await expect(list(page).getByText("not told")).toHaveCount(0);
  await expect(facet(page, /^no billing/)).toHaveCount(0);
  const csv = await savedCsv(page, () => list(page).getByRole("button", { name: "CSV" }).click());
  expect(csv.name).toMatch(/_partial\.csv$/);
  expect(csv.lines.join()).toContain("not read");
  expect(csv.lines.join()).not.toContain("not told");
  await picture(page, "tenant list not read");
  // What the tree itself has is known of all; 2FA is not.
  await facet(page, /^customer \d/).click();
  await expect(treePane(page).getByText(/\d hits$/)).toBeVisible();
  await page.evaluate((hash) => (location.hash = hash), `#/acronis-sandbox/tenants/${cafe.id}/list?facets=mfa:enabled`);
  await expect(treePane(page).getByText(/hits? so far$/)).toBeVisible();
  await list(page).getByRole("button", { name: "Stop" }).click();
  await held.release();
  await list(page).getByRole("button", { name: "Read the rest" }).click();
  await expect(list(page).getByText(/Details read for/)).toHaveCount(0);
  // The rest of the tree is read when its list is opened.
  await expect(treePane(page).getByText(/hits? so far$/)).toBeVisible();
  await row(page, "Umbrella Partners").click();
  await expect(treePane(page).getByText(/\d hits$/)).toBeVisible();
});

test("details that may not be read: the list says so and counts what is known", async ({ page }) => {
  await page.route(/with_contacts=true/, (route) => route.fulfill({ status: 403, json: { error: { code: "forbidden", message: "no" } } }));
  await signInToAll(page);
  await row(page, "Iberia").click();
  await detail(page).getByRole("link", { name: "List", exact: true }).click();
  await expect(list(page).getByRole("alert")).toBeVisible();
  await expect(facet(page, /^disabled \d/).first()).toBeVisible();
  await expect(facet(page, /^no billing/)).toHaveCount(0);
  await picture(page, "tenant list refused");
});

test("what has changed since a day, deleted tenants included", async ({ page }) => {
  await signInToAll(page);
  await openList(page, "Umbrella Partners");
  const root = rootOf(page);
  const headers = { authorization: `Bearer ${await token(page)}` };
  // The tests' browser is in a zone of its own; so is the day's begin.
  const day = "2026-05-01";
  const begin = await page.evaluate((text) => new Date(`${text}T00:00:00`).toISOString(), day);
  const url = new URL(`/api/2/tenants?subtree_root_id=${root}&updated_since=${begin}&allow_deleted=true`, vendorUrl).href;
  const { items } = await (await page.request.get(url, { headers })).json();
  const deleted = items.filter((one) => one.deleted_at);
  const fresh = items.filter((one) => !one.deleted_at && one.created_at >= begin);
  expect(items.length).toBeGreaterThan(0);
  await list(page).getByLabel("Changed since").fill(day);
  const words = list(page).getByRole("status").filter({ hasText: /new|changed|deleted/ });
  if (deleted.length) await expect(words).toContainText(`${deleted.length} deleted`);
  if (fresh.length) await expect(words).toContainText(`${fresh.length} new`);
  await expect(page).toHaveURL(new RegExp(`list\\?since=${day}$`));
  await auditBothThemes(page);
  await picture(page, "tenant changes");
  const csv = await savedCsv(page, () => list(page).getByRole("button", { name: "CSV" }).click());
  expect(csv.name).toBe("changes_Umbrella-Partners_DAY_complete.csv");
  expect(csv.lines).toHaveLength(items.length + 2);
  await list(page).getByLabel("Changed since").fill("");
  await expect(table(page).getByRole("columnheader", { name: "2FA" })).toBeVisible();
});

test("what has changed since the last look: nothing, or what was written meanwhile", async ({ page }) => {
  const account = "own-tenants-5";
  const api = await asSomebodyElse(page, account);
  await signInToAll(page, account);
  await openList(page, "DACH");
  const look = list(page).getByRole("button", { name: /^Since your last look/ });
  await expect(look).toHaveCount(0);
  await list(page).getByLabel("Changed since").fill("2026-05-01");
  await expect(list(page).getByRole("status").filter({ hasText: /new|changed|deleted/ })).toBeVisible();
  // The API's dates are to the second.
  await page.waitForTimeout(1_100);
  const name = `Bar Jena, last look ${test.info().retry}`;
  await api.post("tenants", { name, parent_id: rootOf(page), kind: "customer" });
  await detail(page).getByRole("link", { name: "Overview", exact: true }).click();
  await detail(page).getByRole("link", { name: "List", exact: true }).click();
  await look.press("Enter");
  await expect(list(page).getByText("1 new", { exact: true })).toBeVisible();
  await expect(list(page).getByRole("link", { name, exact: true })).toBeVisible();
  await expect(look).toHaveAttribute("aria-pressed", "true");
  await picture(page, "tenant changes since the last look");
});

test("a file of changes that have not come is partial, and nothing is said to be unchanged", async ({ page }) => {
  await page.route(/updated_since=/, (route) => route.fulfill({ status: 403, json: { error: { code: "forbidden", message: "no" } } }));
  await signInToAll(page, "demo", `${tenantUrl(cafe.id)}/list?since=2026-05-01`);
  await expect(list(page).getByRole("alert")).toBeVisible();
  await expect(list(page).getByText("Nothing has changed")).toHaveCount(0);
  const csv = await savedCsv(page, () => list(page).getByRole("button", { name: "CSV" }).click());
  expect(csv.name).toMatch(/_partial\.csv$/);
});

test("a refresh says what it found", async ({ page }) => {
  await signInToAll(page);
  await page.route(/updated_since=/, async (route) => {
    const body = await (await route.fetch()).json();
    const item = { id: cafe.id, parent_id: parent, name: "Café Orquídea Norte", kind: "customer", updated_at: body.timestamp };
    await route.fulfill({ json: { ...body, items: [item] } });
  });
  const headers = { authorization: `Bearer ${await token(page)}` };
  const { parent_id: parent } = await (await page.request.get(new URL(`/api/2/tenants/${cafe.id}`, vendorUrl).href, { headers })).json();
  await treePane(page).getByRole("button", { name: "Refresh" }).click();
  const found = treePane(page).getByText("Last refresh: 1 changed");
  await expect(found).toBeVisible();
  await found.click();
  await treePane(page).getByRole("link", { name: "Café Orquídea Norte" }).click();
  await expect(page).toHaveURL(new RegExp(`tenants/${cafe.id}`));
});

test("on a narrow screen the list can be read", async ({ page }) => {
  await signInToAll(page, "demo", `${tenantUrl(cafe.id)}/list`);
  await page.setViewportSize({ width: 375, height: 700 });
  await expect(table(page).getByRole("link", { name: "Oficina Bilbao" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  await picture(page, "tenant list narrow");
});

test("a view is saved under a name, opened, exported and removed, with the keyboard alone", async ({ page }) => {
  await signInToAll(page);
  await openList(page, "Iberia");
  await list(page).getByRole("button", { name: /^customer \d/ }).press("Enter");
  await expect(page).toHaveURL(/facets=kind:customer/);
  const at = new URL(page.url()).hash;
  const views = list(page).getByRole("button", { name: "Views", exact: true });
  await views.press("Enter");
  await expect(list(page).getByText("No views are saved in this browser.")).toBeVisible();
  await list(page).getByLabel("Save this view as").fill(" Customers <b> ");
  await page.keyboard.press("Enter");
  const saved = list(page).getByRole("list", { name: "Saved views" }).getByRole("link");
  await expect(saved).toHaveText(["Customers <b>"]);
  await auditBothThemes(page);
  await picture(page, "tenant list views");
  const [file] = await Promise.all([page.waitForEvent("download"), list(page).getByRole("button", { name: "Export as JSON" }).press("Enter")]);
  expect(file.suggestedFilename()).toBe("tenantry-views.json");
  await page.reload();
  await useAccount(page);
  await page.evaluate((id) => (location.hash = `#/acronis-sandbox/tenants/${id}/list`), cafe.id);
  await views.press("Enter");
  await saved.press("Enter");
  await expect.poll(() => new URL(page.url()).hash).toBe(at);
  await views.press("Enter");
  await list(page).getByRole("button", { name: "Remove the view Customers <b>" }).press("Enter");
  await expect(saved).toHaveCount(0);
  await expect(list(page).getByLabel("Save this view as")).toBeFocused();
});
