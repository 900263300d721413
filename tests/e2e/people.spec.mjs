// The contacts of a subtree: who is missing where, one person everywhere, who is nearest above, and files.
import { auditBothThemes, expect, hold, picture, test } from "./harness.mjs";
import { cafe, detail, signInToAll, tenantUrl } from "./console.mjs";
import { asSomebodyElse, card } from "./contacts.mjs";
import { saved, savedCsv } from "./settings.mjs";

const url = (query = "") => `./#/acronis-sandbox/contacts${query}`;
const people = (page) => page.getByRole("region", { name: "Contacts", exact: true });
const matrix = (page) => people(page).getByRole("table");
const names = (page) => matrix(page).getByRole("rowheader").allInnerTexts();
const facet = (page, name) => people(page).getByRole("button", { name });
const who = (page) => people(page).getByRole("searchbox", { name: "Find a person by e-mail or name" });
const types = ["legal", "primary", "billing", "technical", "management"];
const nameOf = ({ firstname, lastname, email }) => `${firstname} ${lastname}`.trim() || email;

/** The tenants at and below one by its name, as the API has them. */
async function fromApi(page, name, account = "demo") {
  const api = await asSomebodyElse(page, account);
  const top = (await api.get("users/me")).tenant_id;
  const all = (await api.get(`tenants?subtree_root_id=${top}&lod=full&with_contacts=true`)).items;
  const root = name ? all.find((one) => one.name === name).id : top;
  const inside = new Set([root]);
  // Level by level: a parent comes before its children.
  for (const one of all) if (inside.has(one.parent_id)) inside.add(one.id);
  return { root, all: all.filter(({ id }) => inside.has(id)), byId: new Map(all.map((one) => [one.id, one])) };
}

/** Opens the contacts below a tenant; everything has been read of them. */
async function openPeople(page, query = "", account = "demo") {
  await signInToAll(page, account);
  await page.evaluate((to) => (location.hash = to), url(query).slice(3));
  await expect(matrix(page).getByRole("rowheader").first()).toBeVisible();
  await expect(people(page).getByText(/Details read for/)).toHaveCount(0);
}

const has = (one, type) => one.contacts.some((contact) => contact.types.includes(type));

/** The cells of a tenant's line. */
const line = (page, id) => matrix(page).getByRole("row").filter({ has: page.locator(`a[href*="${id}"]`) });

test("the rail leads to the contacts of everything: who, nobody, gaps with counts", async ({ page }) => {
  await signInToAll(page);
  await page.getByRole("navigation", { name: "Connections" }).getByRole("link", { name: "Contacts" }).first().click();
  await expect(people(page).getByRole("heading", { level: 1 })).toHaveText("Contacts at and below Umbrella Partners");
  await expect(people(page).getByText(/Details read for/)).toHaveCount(0);
  const { all } = await fromApi(page);
  await expect(people(page).getByText(`${all.length} tenants`, { exact: true })).toBeVisible();
  await expect(matrix(page).getByRole("columnheader")).toHaveText(["Tenant", "Kind", ...types]);
  for (const type of types.slice(1)) {
    await expect(facet(page, `no ${type} ${all.filter((one) => !has(one, type)).length}`)).toBeVisible();
  }
  // Each drawn row says what the API says.
  const byId = new Map(all.map((one) => [one.id, one]));
  const rows = await matrix(page).getByRole("row").filter({ has: page.getByRole("rowheader") }).all();
  for (const one of rows.slice(0, 6)) {
    const id = (await one.getByRole("rowheader").getByRole("link").getAttribute("href")).match(/tenants\/([0-9a-f-]+)/)[1];
    for (const [at, type] of types.entries()) {
      const wanted = byId.get(id).contacts.filter((contact) => contact.types.includes(type)).map(nameOf).join(", ");
      await expect(one.getByRole("cell").nth(at + 1)).toHaveText(wanted || "nobody");
    }
  }
  await auditBothThemes(page);
  await picture(page, "people");
  await page.emulateMedia({ colorScheme: "dark" });
  await picture(page, "people dark");
});

test("who has nobody for billing below Benelux, with the keyboard alone; the address holds it", async ({ page }) => {
  const { root, all } = await fromApi(page, "Benelux");
  const customers = all.filter(({ kind }) => kind === "customer");
  const without = customers.filter((one) => !has(one, "billing"));
  await openPeople(page, `?under=${root}`);
  await facet(page, /^customer \d/).press("Enter");
  await facet(page, /^no billing \d/).press("Enter");
  await expect(facet(page, /^no billing \d/)).toBeFocused();
  await expect(people(page).getByText(`${without.length} of ${all.length} tenants`)).toBeVisible();
  expect(without.map(({ name }) => name)).toEqual(expect.arrayContaining((await names(page)).slice(0, 8)));
  await expect(page).toHaveURL(new RegExp(`contacts\\?under=${root}&facets=kind:customer,without:billing$`));
  const csv = await savedCsv(page, () => people(page).getByRole("button", { name: "CSV", exact: true }).click());
  expect(csv.name).toBe("contacts_Benelux_DAY_filtered.csv");
  expect(csv.lines[0]).toBe("name,path,kind,contacts_missing,legal_contact,primary_contact,billing_contact,technical_contact,management_contact,id");
  expect(csv.lines.slice(1, -1).map((one) => one.slice(-36)).toSorted()).toEqual(without.map(({ id }) => id).toSorted());
  // A row leads to the tenant's own contacts, and back leads here.
  await matrix(page).getByRole("rowheader").first().getByRole("link").press("Enter");
  await expect(card(page, "Whom to contact")).toBeVisible();
  await page.goBack();
  await expect(people(page).getByText(`${without.length} of ${all.length} tenants`)).toBeVisible();
});

test("one person everywhere, by address and by name, and as an address book", async ({ page }) => {
  const account = "own-contacts-5";
  const api = await asSomebodyElse(page, account);
  const { all } = await fromApi(page, undefined, account);
  const some = all.filter(({ kind, contacts }) => kind === "customer" && !contacts.some(({ types }) => types.includes("billing"))).slice(0, 3);
  for (const { id } of some) {
    await api.post("contacts", { tenant_id: id, types: ["billing"], email: "Billing@Umbrella.example", firstname: "Zoë", lastname: "Núñez; Sanz" });
  }
  await openPeople(page, "", account);
  await who(page).fill("billing@umbrella.example");
  await expect(people(page).getByText(`3 of ${all.length} tenants`)).toBeVisible();
  expect((await names(page)).toSorted()).toEqual(some.map(({ name }) => name).toSorted());
  await who(page).fill("zoe nunez");
  await expect(people(page).getByText(`3 of ${all.length} tenants`)).toBeVisible();
  await expect(page).toHaveURL(/contacts\?who=zoe%20nunez$/);
  await expect(line(page, some[0].id).getByRole("cell").nth(3)).toHaveAttribute("title", "Zoë Núñez; Sanz, Billing@Umbrella.example");
  const file = await saved(page, () => people(page).getByRole("button", { name: "vCard" }).click());
  expect(file.name).toMatch(/^contacts_Umbrella-Partners_.*_filtered\.vcf$/);
  expect(file.text.match(/BEGIN:VCARD\r\n/g)).toHaveLength(3);
  expect(file.text).toContain("N:Núñez\\; Sanz;Zoë;;;\r\nFN:Zoë Núñez\\; Sanz\r\nEMAIL;TYPE=INTERNET:Billing@Umbrella.example\r\n");
  expect(file.text.replaceAll("\r\n ", "")).toContain("filtered: not all rows");
  await picture(page, "people found");
  await who(page).fill("nobody.at.all@umbrella.example");
  await expect(people(page).getByText("No matching tenants.")).toBeVisible();
});

test("who is nearest above is shown on request, as Tenantry's own reading", async ({ page }) => {
  const { root, all, byId } = await fromApi(page, "Iberia");
  const nearest = (one) => {
    for (let at = one; at && at.parent_id !== at.id; at = byId.get(at.parent_id)) {
      if (at !== one && has(at, "billing")) return at;
    }
    return null;
  };
  const lacking = all.find((one) => !has(one, "billing") && nearest(one) && nearest(one).id !== root);
  const top = (await (await asSomebodyElse(page, "demo")).get("users/me")).tenant_id;
  await openPeople(page, `?under=${top}&facets=without:billing&above=true`);
  const note = people(page).getByText("Who is nearest above is worked out by Tenantry. Acronis does not say that it turns to them.");
  await expect(note).toBeVisible();
  await who(page).fill(lacking.contacts[0].email);
  const at = nearest(lacking);
  const above = at.contacts.filter(({ types }) => types.includes("billing")).map(nameOf).join(", ");
  await expect(line(page, lacking.id).getByRole("cell").nth(3)).toHaveText(`↑ ${above}, ${at.name}`);
  await auditBothThemes(page);
  await picture(page, "people above");
  await people(page).getByRole("checkbox", { name: "Show who is nearest above" }).uncheck();
  await expect(note).toBeHidden();
  await expect(line(page, lacking.id).getByRole("cell").nth(3)).toHaveText("nobody");
});

test("until contacts are read nobody is said to be missing", async ({ page }) => {
  await signInToAll(page);
  const held = await hold(page, /with_contacts=true/);
  await page.evaluate((to) => (location.hash = to), url().slice(3));
  await expect(people(page).getByText(/^Details read for 0 of 500 tenants/)).toBeVisible();
  await expect(matrix(page).getByText("not read").first()).toBeVisible();
  await expect(matrix(page).getByText("nobody")).toHaveCount(0);
  const csv = await savedCsv(page, () => people(page).getByRole("button", { name: "CSV", exact: true }).click());
  expect(csv.name).toBe("contacts_Umbrella-Partners_DAY_partial.csv");
  held.fail();
  await expect(people(page).getByRole("alert")).toBeVisible();
  await page.unroute(/with_contacts=true/);
  await people(page).getByRole("button", { name: "Try again" }).click();
  await expect(matrix(page).getByText("nobody").first()).toBeVisible();
});

test("rows are drawn as they are scrolled into sight, and another tenant is chosen", async ({ page }) => {
  await openPeople(page);
  await expect(matrix(page)).toHaveAttribute("aria-rowcount", "501");
  await people(page).getByRole("region", { name: "Tenants and their contacts" }).focus();
  await page.keyboard.press("End");
  await expect(matrix(page).locator('tr[aria-rowindex="501"]')).toBeInViewport();
  expect(await matrix(page).getByRole("row").count()).toBeLessThan(80);
  await people(page).getByRole("button", { name: "Other tenant…" }).press("Enter");
  await page.getByRole("searchbox", { name: "Show the contacts below another tenant" }).fill("orquidea");
  await page.keyboard.press("Enter");
  await expect(people(page).getByRole("heading", { level: 1 })).toHaveText(`Contacts at and below ${cafe.name}`);
  await expect(page).toHaveURL(new RegExp(`under=${cafe.id}`));
  await people(page).getByRole("navigation", { name: "Path" }).getByRole("link", { name: "Norte" }).click();
  await expect(people(page).getByRole("heading", { level: 1 })).toHaveText("Contacts at and below Norte");
  // A tenant's tab leads here too.
  await page.evaluate((to) => (location.hash = to), `${tenantUrl(cafe.id)}/contacts`.slice(3));
  await detail(page).getByRole("link", { name: "Contacts of everything below" }).click();
  await expect(people(page).getByText("3 tenants", { exact: true })).toBeVisible();
});
