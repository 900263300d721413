// The main screens of the console, for sweeps: the same walk over all of them, whatever is looked at on the way.
import { expect } from "./harness.mjs";
import { cafe, detail, open, row, signInToAll } from "./console.mjs";
import { dialog, panel, signInToIonos, tick, units } from "./ionos.mjs";
import { askWhy, backup, foreseen, table as settings, why } from "./settings.mjs";

/** Goes to an address of the console without loading the page anew. */
const go = (page, url) => page.evaluate((to) => (location.hash = to), url);

const closed = async (page) => {
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
};

/** One of an IONOS list, by its name. */
export async function choose(page, name) {
  await page.getByRole("table").first().getByRole("link", { name, exact: true }).click();
  await expect(panel(page).getByRole("heading", { level: 2 })).toHaveText(name);
  await expect(panel(page).locator(".tn-skeleton")).toHaveCount(0);
}

/** The screens of an Acronis connection. `look` is called at each, with its name. */
export async function walkAcronis(page, look, { account = "demo" } = {}) {
  await signInToAll(page, account);
  await look("tree");
  await open(page, "Iberia");
  await open(page, "Norte");
  await row(page, "Norte").click();
  await expect(detail(page).getByRole("heading", { level: 1, name: "Norte" })).toBeVisible();
  await expect(detail(page).getByRole("region", { name: "About" })).toBeVisible();
  await look("a folder");
  await row(page, cafe.name).click();
  await expect(detail(page).getByRole("heading", { level: 1, name: cafe.name })).toBeVisible();
  await expect(detail(page).getByRole("region", { name: "About" }).getByText("customer", { exact: true })).toBeVisible();
  await look("a customer");
  await detail(page).getByRole("link", { name: "Settings", exact: true }).click();
  await expect(settings(page).getByRole("rowheader").nth(1)).toBeVisible();
  await look("settings");
  await askWhy(page, "retention_days");
  await look("an explanation");
  await askWhy(page, "audit_days");
  await look("another explanation");
  await why(page).getByRole("button", { name: /^(Set|Edit) own value$/ }).click();
  await foreseen(page);
  await look("the editor");
  await closed(page);
  await row(page, "Almacenes Goya").click();
  await expect(detail(page).getByRole("heading", { level: 1, name: "Almacenes Goya" })).toBeVisible();
  await expect(why(page).getByRole("listitem").last()).toContainText("Almacenes Goya");
  await look("the explanation on another tenant");
  await page.getByRole("button", { name: "Compare with…" }).click();
  await page.getByRole("searchbox", { name: "Compare with another tenant" }).fill("Ferreter");
  await page.getByRole("button", { name: /^Ferretería Ruiz/ }).first().click();
  await expect(page.getByRole("region", { name: "Settings of both tenants" })).toBeVisible();
  await look("a comparison");
  await go(page, `#/acronis-sandbox/tenants/${cafe.id}`);
  const life = detail(page).getByRole("group", { name: "Change this tenant" });
  for (const name of ["Edit", "Create tenant below", "Delete", "Deleted tenants"]) {
    await life.getByRole("button", { name, exact: true }).click();
    await expect(dialog(page).locator(".tn-skeleton")).toHaveCount(0);
    await look(`a tenant: ${name}`);
    await closed(page);
  }
  await life.getByRole("button", { name: "Move", exact: true }).click();
  await dialog(page).getByRole("searchbox", { name: "Move below" }).fill("DACH");
  await dialog(page).getByRole("button", { name: /^DACH/ }).first().click();
  await expect(dialog(page).getByText(/^Settings of this tenant: /)).toBeVisible();
  await look("a move");
  await closed(page);
  await go(page, `#/acronis-sandbox/tenants/${cafe.id}/list?setting=${backup}/retention_days`);
  const list = page.getByRole("region", { name: "List", exact: true });
  await expect(list.getByRole("columnheader", { name: "Own", exact: true })).toBeVisible();
  await expect(list.getByText(/Details read for/)).toHaveCount(0);
  await look("the list with a setting");
  await list.getByRole("checkbox", { name: "Select all rows that match" }).check();
  await list.getByRole("button", { name: "Change the setting…" }).click();
  await dialog(page).getByRole("radio", { name: "Lock", exact: true }).check();
  await expect(dialog(page).getByText(/effective value (changes|stays)/).first()).toBeVisible();
  await look("a change of several tenants");
  await closed(page);
  await go(page, `#/acronis-sandbox/tenants/${cafe.id}/contacts`);
  await expect(detail(page).getByRole("button", { name: "Create contact" })).toBeVisible();
  await expect(detail(page).locator(".tn-skeleton")).toHaveCount(0);
  await look("contacts");
  await detail(page).getByRole("button", { name: "Create contact" }).click();
  await look("a new contact");
  await closed(page);
  await go(page, `#/acronis-sandbox/tenants/${cafe.id}/quotas`);
  await expect(detail(page).getByText(/offering items?$/)).toBeVisible();
  await look("quotas");
  await go(page, `#/acronis-sandbox/tenants/${cafe.id}/users`);
  const person = detail(page).getByRole("table").getByRole("link").first();
  await expect(person).toBeVisible();
  await look("users");
  await person.click();
  await expect(page.getByRole("region", { name: "What this user can touch" })).toBeVisible();
  await expect(detail(page).locator(".tn-skeleton")).toHaveCount(0);
  await look("a user");
  await page.getByRole("complementary", { name: "Details" }).getByRole("button", { name: "Edit", exact: true }).click();
  await look("editing a user");
  await closed(page);
  await go(page, `#/acronis-sandbox/tenants/${cafe.id}/access`);
  await expect(detail(page).getByRole("table").getByRole("rowheader").first()).toBeVisible();
  await look("access");
  await go(page, `#/acronis-sandbox/contacts?under=${cafe.id}`);
  await expect(page.getByRole("table").getByRole("rowheader").first()).toBeVisible();
  await look("the contacts of a subtree");
  await go(page, "#/acronis-sandbox/journal");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Journal");
  await look("the journal");
}

/** The lists of an IONOS connection, with their panels and dialogs. */
export async function walkIonos(page, look, { account = "ionos-demo" } = {}) {
  await signInToIonos(page, account);
  await expect(units(page).getByRole("link").first()).toBeVisible();
  await look("backup units");
  for (const name of ["ErpProduktion", "Kassen01"]) {
    await choose(page, name);
    await expect(panel(page).getByRole("region", { name: "Shared with" }).locator(".tn-skeleton")).toHaveCount(0);
    await look(`the unit ${name}`);
    await panel(page).getByRole("button", { name: "Delete" }).click();
    await expect(dialog(page)).toContainText(name);
    await look(`deleting ${name}`);
    await closed(page);
  }
  await panel(page).getByRole("button", { name: "Show" }).click();
  await expect(panel(page).getByText(/users? ha(s|ve) access/)).toBeVisible();
  await look("who can reach it");
  await tick(page, "Kassen01", "Kassen02");
  await page.getByRole("button", { name: "Delete…" }).click();
  await expect(dialog(page)).toBeVisible();
  await look("deleting several");
  await closed(page);
  for (const list of ["users", "groups", "resources"]) {
    await go(page, `#/ionos-sandbox/${list}`);
    const links = page.getByRole("table").first().getByRole("link");
    await expect(links.nth(1)).toBeVisible();
    await look(list);
    for (const at of [0, 1]) {
      await choose(page, await links.nth(at).innerText());
      await page.waitForLoadState("networkidle");
      await look(`${list}: the ${at + 1}. row`);
    }
  }
}
