// A tenant's life: it is created, edited, disabled, moved, deleted and restored; and what stands in the way.
import { auditBothThemes, expect, picture, test } from "./harness.mjs";
import { cafe, detail, row, signInToAll, tenantUrl, token, treePane } from "./console.mjs";
import { asSomebodyElse, dialog } from "./contacts.mjs";
import { vendorUrl } from "./harness.mjs";

const actions = (page) => detail(page).getByRole("group", { name: "Change this tenant" });
const action = (page, name) => actions(page).getByRole("button", { name, exact: true });
const field = (page, label) => dialog(page).getByLabel(label, { exact: true });
const send = (page, name) => dialog(page).getByRole("button", { name, exact: true });
const heading = (page, name) => detail(page).getByRole("heading", { level: 1, name, exact: true });

/** All tenants that the account sees. */
async function estate(api) {
  const top = (await api.get("users/me")).tenant_id;
  return (await api.get(`tenants?subtree_root_id=${top}&lod=full`)).items;
}

/** The tenant of that name. */
const named = async (api, name) => (await estate(api)).find((one) => one.name === name);

/** A customer that is made for one test. */
const make = (api, parent, name, more) => api.post("tenants", { name, parent_id: parent.id, kind: "customer", ...more });

async function openTenant(page, account, tenant) {
  await signInToAll(page, account, tenantUrl(tenant.id));
  await expect(heading(page, tenant.name)).toBeVisible();
  await expect(actions(page)).toBeVisible();
}

test("a tenant lives: created, edited, disabled, deleted and restored, with the keyboard alone", async ({ page }) => {
  test.setTimeout(120_000);
  const api = await asSomebodyElse(page, "own-tenants-1");
  const iberia = await named(api, "Iberia");
  const name = `Bar Lugo ${test.info().retry}`;
  await openTenant(page, "own-tenants-1", iberia);
  await picture(page, "tenant actions");
  await action(page, "Create tenant below").press("Enter");
  await expect(field(page, "Name")).toBeFocused();
  await auditBothThemes(page);
  await picture(page, "tenant create");
  await page.keyboard.press("Control+Enter");
  await expect(dialog(page).getByText("Enter a value.")).toBeVisible();
  await field(page, "Name").fill(` ${name} `);
  await field(page, "Customer ID").fill("L-1");
  await field(page, "E-mail").fill("ana@lugo");
  await page.keyboard.press("Control+Enter");
  await expect(dialog(page).getByText("Not an e-mail address, such as name@example.com.")).toBeVisible();
  await field(page, "E-mail").fill("ana@lugo.example");
  const [post] = await Promise.all([page.waitForRequest((one) => one.method() === "POST" && /\/tenants$/.test(one.url())), page.keyboard.press("Control+Enter")]);
  // What nobody entered is not sent.
  expect(post.postDataJSON()).toEqual({ name, customer_id: "L-1", parent_id: iberia.id, kind: "customer", contact: { email: "ana@lugo.example" } });
  await expect(heading(page, name)).toBeVisible();
  await expect(row(page, name)).toBeVisible();
  const made = await named(api, name);

  await action(page, "Edit").press("Enter");
  await expect(send(page, "Save")).toBeDisabled();
  await expect(dialog(page).getByText("No changes to save.")).toBeVisible();
  await auditBothThemes(page);
  await picture(page, "tenant edit");
  await field(page, "Customer ID").fill("");
  await field(page, "Update lock").selectOption("yes");
  const [put] = await Promise.all([page.waitForRequest((one) => one.method() === "PUT"), page.keyboard.press("Control+Enter")]);
  expect(put.postDataJSON()).toEqual({ customer_id: null, update_lock: { enabled: true }, version: made.version });
  await expect(dialog(page)).toHaveCount(0);
  await expect(detail(page).locator(".tn-head").getByText("locked", { exact: true })).toBeVisible();
  await expect(action(page, "Edit")).toBeFocused();

  await action(page, "Disable").press("Enter");
  await expect(dialog(page).getByText("Acronis keeps the data and goes on billing.", { exact: false })).toBeVisible();
  await send(page, "Disable").press("Enter");
  await expect(action(page, "Enable")).toBeVisible();
  await action(page, "Delete").press("Enter");
  await expect(send(page, "Cancel")).toBeFocused();
  await expect(dialog(page).getByText("There are no tenants below it.")).toBeVisible();
  await expect(dialog(page).getByText(/developer guide/)).toHaveCount(0);
  await field(page, `To confirm, type the name: ${name}`).fill(name);
  await auditBothThemes(page);
  await picture(page, "tenant delete");
  await send(page, "Delete").press("Enter");
  await expect(dialog(page)).toHaveCount(0);
  await expect(detail(page).locator(".tn-head").getByText("deleted", { exact: true })).toBeVisible();
  await expect(row(page, name)).toHaveCount(0);

  await row(page, "Iberia").click();
  await expect(heading(page, "Iberia")).toBeVisible();
  await action(page, "Deleted tenants").press("Enter");
  const gone = dialog(page).getByRole("link", { name, exact: true });
  await expect(gone).toBeVisible();
  await auditBothThemes(page);
  await picture(page, "tenants deleted");
  await gone.press("Enter");
  await expect(heading(page, name)).toBeVisible();
  await action(page, "Restore").press("Enter");
  await auditBothThemes(page);
  await send(page, "Restore").press("Enter");
  await expect(dialog(page)).toHaveCount(0);
  await expect(row(page, name)).toBeVisible();
  await expect(action(page, "Edit")).toBeVisible();

  await page.getByRole("link", { name: "Journal" }).first().press("Enter");
  const changes = page.getByRole("table").first();
  for (const what of ["Created: tenant", "Changed: tenant", "Deleted: tenant", "Restored: tenant"]) {
    await expect(changes.getByText(what, { exact: true }).first()).toBeVisible();
  }
  await picture(page, "tenant life journal");
});

test("a delete is undone from the journal, and so is a rename", async ({ page }) => {
  const api = await asSomebodyElse(page, "own-tenants-5");
  const before = await make(api, await named(api, "Iberia"), `Bar Vigo ${test.info().retry}`, { enabled: false });
  await openTenant(page, "own-tenants-5", before);
  await action(page, "Delete").click();
  await dialog(page).getByLabel(/^To confirm/).fill(before.name);
  await send(page, "Delete").click();
  await expect(dialog(page)).toHaveCount(0);
  expect((await api.get(`tenants/${before.id}?allow_deleted=true`)).deleted_at).not.toBeNull();
  await page.getByRole("link", { name: "Journal" }).first().press("Enter");
  await page.getByRole("table").first().getByRole("link", { name: before.name, exact: true }).first().press("Enter");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await dialog(page).getByRole("button", { name: "Undo", exact: true }).click();
  await expect(dialog(page).getByText("Undone. The undo is in the journal too.")).toBeVisible();
  expect((await api.get(`tenants/${before.id}`)).deleted_at).toBeNull();
});

test("a move: what it cannot go below says why, and what changes in its settings is what then applies", async ({ page }) => {
  test.setTimeout(90_000);
  const account = "own-tenants-2";
  const api = await asSomebodyElse(page, account);
  const [iberia, dach] = [await named(api, "Iberia"), await named(api, "DACH")];
  const tenant = await make(api, iberia, `Bar Lugo ${test.info().retry}`);
  await openTenant(page, account, tenant);
  await action(page, "Move").press("Enter");
  const target = dialog(page).getByRole("searchbox", { name: "Move below" });
  await expect(target).toBeFocused();
  await expect(send(page, "Move")).toBeDisabled();
  const offer = (name) => dialog(page).getByRole("button", { name });
  await target.fill("Bar Lugo");
  await expect(offer(/It is the tenant itself, or below it\./)).toBeDisabled();
  await target.fill("Iberia");
  await expect(offer(/The tenant is there already\./)).toBeDisabled();
  await target.fill("Orquídea");
  await offer(/^Café Orquídea/).click();
  await expect(dialog(page).getByText("moved only below a partner or a folder", { exact: false })).toBeVisible();
  await target.fill("DACH");
  await offer(/^DACH partner/).or(offer(/^DACH/)).first().press("Enter");
  const counts = dialog(page).getByText(/^Settings of this tenant: /);
  await expect(counts).toBeVisible();
  await auditBothThemes(page);
  await picture(page, "tenant move");
  const settings = async () => {
    const { settings } = await api.get(`tenants/${tenant.id}/settings`);
    return Object.fromEntries(settings.map((one) => [`${one.application_id} ${one.name}`, JSON.stringify([one.effective?.value, one.effective?.lock])]));
  };
  const before = await settings();
  const foreseen = Number((await counts.innerText()).match(/: ([\d,]+) change/)[1]);
  const [put] = await Promise.all([page.waitForRequest((one) => one.method() === "PUT"), send(page, "Move").press("Enter")]);
  expect(put.postDataJSON()).toEqual({ parent_id: dach.id, version: tenant.version });
  await expect(dialog(page)).toHaveCount(0);
  await expect(detail(page).getByRole("navigation", { name: /path/i }).or(detail(page).locator(".tn-head")).first()).toContainText("DACH");
  const after = await settings();
  expect(Object.keys(after).filter((key) => after[key] !== before[key])).toHaveLength(foreseen);
  expect(foreseen).toBeGreaterThan(0);
});

test("two sessions edit one tenant: what it was, what was entered, what it is now, and the way on", async ({ page }) => {
  const account = "own-tenants-3";
  const api = await asSomebodyElse(page, account);
  const tenant = await make(api, await named(api, "Iberia"), `Bar Lugo ${test.info().retry}`, { language: "es", customer_id: "old" });
  await openTenant(page, account, tenant);
  await action(page, "Edit").click();
  await field(page, "Customer ID").fill("mine");
  await field(page, "Language").fill("gl");
  // Somebody else is first: the reading right before the write finds that out.
  const theirs = await api.put(`tenants/${tenant.id}`, { version: tenant.version, customer_id: "theirs", internal_tag: "t" });
  const puts = [];
  page.on("request", (one) => one.method() === "PUT" && puts.push(one.postDataJSON()));
  await send(page, "Save").click();
  const conflict = dialog(page).getByRole("region", { name: "Somebody else has changed this tenant" });
  const cells = (label) => conflict.getByRole("row").filter({ has: page.getByRole("rowheader", { name: label, exact: true }) }).getByRole("cell");
  await expect(cells("Customer ID")).toHaveText(["old", "mine", "theirs"]);
  await expect(cells("Language")).toHaveText(["es", "gl", "es"]);
  await expect(cells("Internal tag")).toHaveText(["none", "not changed", "t"]);
  expect(puts).toEqual([]);
  await auditBothThemes(page);
  await picture(page, "tenant conflict");
  await conflict.getByRole("button", { name: "Go on from what it is now" }).click();
  await expect(field(page, "Customer ID")).toHaveValue("mine");
  await expect(field(page, "Internal tag")).toHaveValue("t");

  // Now between that reading and the write: the vendor refuses, and the tenant is read again.
  let later = null;
  await page.route(/\/proxy\/.*\/tenants\/[0-9a-f-]+$/, async (route) => {
    if (route.request().method() === "PUT" && !later) {
      later = await api.put(`tenants/${tenant.id}`, { version: theirs.version, language: "pt" });
    }
    return route.continue();
  });
  await send(page, "Save").click();
  await expect(cells("Language")).toHaveText(["es", "gl", "pt"]);
  await expect(dialog(page).getByRole("alert").first()).toContainText("the tenant has been changed since");
  await conflict.getByRole("button", { name: "Go on from what it is now" }).click();
  await send(page, "Save").click();
  await expect(dialog(page)).toHaveCount(0);
  expect(puts.at(-1)).toEqual({ customer_id: "mine", language: "gl", version: later.version });
  const now = await api.get(`tenants/${tenant.id}`);
  expect([now.customer_id, now.language, now.internal_tag]).toEqual(["mine", "gl", "t"]);
});

test("what the vendor refuses: a name that is taken, a tenant that is enabled; what goes with a delete is told", async ({ page }) => {
  const account = "own-tenants-4";
  const api = await asSomebodyElse(page, account);
  const iberia = await named(api, "Iberia");
  const all = await estate(api);
  const sibling = all.find(({ parent_id }) => parent_id === iberia.id);
  await openTenant(page, account, iberia);
  await action(page, "Create tenant below").click();
  await field(page, "Name").fill(sibling.name);
  await field(page, "Kind").selectOption("unit");
  await expect(dialog(page).getByText("Tenantry assumes that a tenant of this kind does not belong here.", { exact: false })).toBeVisible();
  await field(page, "Kind").selectOption(sibling.kind);
  await send(page, "Create").click();
  await expect(dialog(page).locator("#tn-tenant-field-name-note")).toHaveText("tenant with specified name already exists in same parent");
  await expect(field(page, "Name")).toBeFocused();
  page.once("dialog", (question) => question.accept());
  await field(page, "Name").press("Escape");
  await expect(dialog(page)).toHaveCount(0);

  const below = all.filter(({ parent_id }) => parent_id === iberia.id).length;
  expect(below).toBeGreaterThan(0);
  await action(page, "Delete").click();
  await expect(dialog(page).getByText(/^What stands below goes with it: [\d,]+ tenants \(/)).toBeVisible();
  await expect(dialog(page).getByText("developer guide disables a tenant before deleting it", { exact: false })).toBeVisible();
  await dialog(page).getByLabel(/^To confirm/).fill("Iberia");
  await send(page, "Delete").click();
  await expect(dialog(page).getByRole("alert")).toContainText("the tenant is enabled: disable it before you delete it");
  await expect(dialog(page).getByRole("alert")).toContainText("Nothing was changed. Put right what it names");
  await picture(page, "tenant delete refused");
  await send(page, "Cancel").click();
  expect((await api.get(`tenants/${iberia.id}`)).deleted_at).toBeNull();
});

test("from trial to production, as the pricing tells it", async ({ page }) => {
  const account = "own-tenants-4";
  const api = await asSomebodyElse(page, account);
  const tenant = await make(api, await named(api, "DACH"), `Bar Jena ${test.info().retry}`);
  const { version } = await api.get(`tenants/${tenant.id}/pricing`);
  await api.put(`tenants/${tenant.id}/pricing`, { version, mode: "trial" });
  await openTenant(page, account, tenant);
  await action(page, "Switch to production").press("Enter");
  await expect(dialog(page).getByRole("definition").first()).toHaveText("trial");
  await auditBothThemes(page);
  const [put] = await Promise.all([page.waitForRequest((one) => one.method() === "PUT"), send(page, "Switch").press("Enter")]);
  expect(put.postDataJSON()).toEqual({ mode: "production", version: version + 1 });
  await expect(dialog(page)).toHaveCount(0);
  await expect(action(page, "Switch to production")).toHaveCount(0);
  expect((await api.get(`tenants/${tenant.id}`)).pricing_mode).toBe("production");
});

test("an answer that is lost is looked up, for each kind of write", async ({ page }) => {
  test.setTimeout(90_000);
  const account = "fault-put-lost";
  const headers = { authorization: `Bearer ${await token(page, account)}` };
  const get = async (path) => (await page.request.get(new URL(`/api/2/${path}`, vendorUrl).href, { headers })).json();
  const api = { get };
  const iberia = await named(api, "Iberia");
  const name = `Bar Lugo ${test.info().retry}`;
  await openTenant(page, account, iberia);
  await action(page, "Create tenant below").click();
  await field(page, "Name").fill(name);
  await send(page, "Create").click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(row(page, name)).toBeVisible();
  await row(page, name).click();
  await expect(heading(page, name)).toBeVisible();
  await action(page, "Disable").click();
  await send(page, "Disable").click();
  await expect(action(page, "Enable")).toBeVisible();
  await action(page, "Delete").click();
  await dialog(page).getByLabel(/^To confirm/).fill(name);
  await send(page, "Delete").click();
  await expect(action(page, "Restore")).toBeVisible();
  await action(page, "Restore").click();
  await send(page, "Restore").click();
  await expect(action(page, "Edit")).toBeVisible();
  await expect(row(page, name)).toBeVisible();
});

test("what may not be changed says why, and nothing is sent", async ({ page }) => {
  const api = await asSomebodyElse(page, "demo");
  const iberia = await named(api, "Iberia");
  let told = (tenant) => ({ ...tenant, update_lock: { enabled: true, owner_id: iberia.id } });
  await page.route(new RegExp(`/tenants/${cafe.id}(\\?|$)`), async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: told(await answer.json()) });
  });
  await openTenant(page, "demo", cafe);
  await expect(actions(page)).toContainText("Locked: only users of Iberia may change this tenant.");
  for (const name of ["Edit", "Move", "Delete"]) await expect(action(page, name)).toBeDisabled();
  await expect(action(page, "Create tenant below")).toBeEnabled();
  await row(page, "Iberia").click();
  await expect(heading(page, "Iberia")).toBeVisible();
  // A tenant of which neither the version nor the state is told.
  told = ({ version: _, enabled: __, ...tenant }) => tenant;
  await page.evaluate((id) => (location.hash = `#/acronis-sandbox/tenants/${id}`), cafe.id);
  await expect(heading(page, cafe.name)).toBeVisible();
  await expect(actions(page)).toContainText("Acronis did not report the version of this tenant");
  await expect(action(page, "Edit")).toBeDisabled();
  await expect(action(page, "Disable")).toHaveCount(0);
  await expect(action(page, "Enable")).toHaveCount(0);
  await expect(treePane(page)).toBeVisible();
  // Read only: what looks stays.
  await page.getByRole("button", { name: "Read only: off" }).click();
  await expect(action(page, "Create tenant below")).toBeDisabled();
  await action(page, "Deleted tenants").click();
  await expect(dialog(page).getByRole("heading", { name: /^Deleted tenants right below/ })).toBeVisible();
});

test("several tenants are disabled and deleted, those below first; what is so already is skipped", async ({ page }) => {
  test.setTimeout(90_000);
  const account = "own-tenants-2";
  const api = await asSomebodyElse(page, account);
  const nordics = await named(api, "Nordics");
  const folder = await make(api, nordics, `Bulk ${test.info().retry}`, { kind: "folder" });
  const one = await make(api, folder, "Bulk one");
  await make(api, folder, "Bulk two", { enabled: false });
  await openTenant(page, account, folder);
  await detail(page).getByRole("link", { name: "List", exact: true }).click();
  const list = page.getByRole("region", { name: "List", exact: true });
  await expect(list.getByText(/Details read for/)).toHaveCount(0);
  await list.getByRole("checkbox", { name: "Select all rows that match" }).check();
  const bar = list.getByRole("group", { name: "Selected rows" });
  await bar.getByRole("button", { name: "Disable", exact: true }).press("Enter");
  await expect(dialog(page).getByText("disabled already")).toBeVisible();
  await auditBothThemes(page, { include: "dialog" });
  await picture(page, "tenants disabled");
  await dialog(page).getByRole("button", { name: "Disable (2)" }).press("Enter");
  await expect(dialog(page).getByText("2 accepted, 0 refused, 0 unknown, 0 waiting.")).toBeVisible();
  await dialog(page).getByRole("button", { name: "Close" }).last().press("Enter");
  expect((await api.get(`tenants/${one.id}`)).enabled).toBe(false);
  await bar.getByRole("button", { name: "Delete", exact: true }).press("Enter");
  await dialog(page).getByLabel(/^To confirm/).fill("3");
  await dialog(page).getByRole("button", { name: "Delete (3)" }).press("Enter");
  await expect(dialog(page).getByText("3 accepted, 0 refused, 0 unknown, 0 waiting.")).toBeVisible();
  await picture(page, "tenants deleted at once");
  expect((await api.get(`tenants/${folder.id}?allow_deleted=true`)).deleted_at).not.toBeNull();
  await expect(row(page, folder.name)).toHaveCount(0);
});

test("siblings are deleted in one request: all or none, and the journal has it", async ({ page }) => {
  const account = "own-tenants-6";
  const api = await asSomebodyElse(page, account);
  const dach = await named(api, "DACH");
  const folder = await make(api, dach, `Siblings ${test.info().retry}`, { kind: "folder" });
  const [one, two] = [await make(api, folder, "Bar Eins", { enabled: false }), await make(api, folder, "Bar Zwei")];
  await openTenant(page, account, folder);
  await detail(page).getByRole("link", { name: "List", exact: true }).click();
  const list = page.getByRole("region", { name: "List", exact: true });
  await expect(list.getByText(/Details read for/)).toHaveCount(0);
  for (const { name } of [one, two]) await list.getByRole("checkbox", { name: `Select ${name}` }).check();
  const bar = list.getByRole("group", { name: "Selected rows" });
  const posts = [];
  page.on("request", (sent) => sent.method() === "POST" && sent.url().endsWith("/batch/delete") && posts.push(sent.postDataJSON()));
  await bar.getByRole("button", { name: "Delete", exact: true }).press("Enter");
  await expect(dialog(page).getByLabel("Delete them in one request")).toBeChecked();
  await expect(dialog(page).getByText("2 tenants in one request: Bar Eins, Bar Zwei")).toBeVisible();
  await auditBothThemes(page, { include: "dialog" });
  await picture(page, "tenants deleted in one request");
  await dialog(page).getByLabel(/^To confirm/).fill("2");
  await dialog(page).getByRole("button", { name: "Delete (1)" }).press("Enter");
  // One of them is enabled: none is deleted.
  await expect(dialog(page).getByText("0 accepted, 1 refused, 0 unknown, 0 waiting.")).toBeVisible();
  await expect(dialog(page).getByText("the tenant is enabled: disable it before you delete it", { exact: false })).toBeVisible();
  expect((await api.get(`tenants/${one.id}`)).deleted_at).toBeNull();
  await api.put(`tenants/${two.id}`, { enabled: false, version: (await api.get(`tenants/${two.id}`)).version });
  await dialog(page).getByRole("button", { name: "Close" }).last().press("Enter");
  await bar.getByRole("button", { name: "Delete", exact: true }).press("Enter");
  await dialog(page).getByLabel(/^To confirm/).fill("2");
  await dialog(page).getByRole("button", { name: "Delete (1)" }).press("Enter");
  await expect(dialog(page).getByText("1 accepted, 0 refused, 0 unknown, 0 waiting.")).toBeVisible();
  await dialog(page).getByRole("button", { name: "Close" }).last().press("Enter");
  expect(posts).toHaveLength(2);
  expect(posts[1].items.map(({ id }) => id).toSorted()).toEqual([one.id, two.id].toSorted());
  for (const { id } of [one, two]) expect((await api.get(`tenants/${id}?allow_deleted=true`)).deleted_at).not.toBeNull();
  await expect(list.getByRole("link", { name: "Bar Eins" })).toHaveCount(0);
  await page.getByRole("navigation", { name: "Connections" }).getByRole("link", { name: "Journal" }).first().press("Enter");
  await expect(page.getByText("Deleted: tenants").first()).toBeVisible();
});
