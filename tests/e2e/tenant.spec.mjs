// The chosen tenant: every field, dates with their zone, the way to it, copying, deep links, and what cannot
// be shown.
import { auditBothThemes, expect, hold, picture, test } from "./harness.mjs";
import { readFileSync } from "node:fs";
import { cafe, detail, field, row, signIn, signInToAll, tenantUrl, useAccount } from "./console.mjs";

const name = (page) => detail(page).getByRole("heading", { level: 1 });
const notice = (page) => detail(page).getByRole("alert");

test("the overview has every field that the API gives", async ({ page }) => {
  await signInToAll(page, "demo", tenantUrl(cafe.id));
  await expect(name(page)).toHaveText(cafe.name);
  const cards = {
    About: { Kind: "customer", "Customer type": "enterprise", "Pricing mode": "production", "Customer ID": "none",
      "Internal tag": "none", Language: "es", "Brand (UUID)": "497a2602-cd96-4421-bad5-5d85008d8a86" },
    "State and access": { Enabled: "yes", "Two-factor authentication": "on, setup still required",
      "Update lock held by": "not locked", "Access by indirect ancestors": "yes", "Owner (user)": "none",
      "Identity provider": "fb978fb7-8484-4b2f-bfdc-e637b0238f9d", "Operation in progress": "not reported" },
    "History and place": { Deleted: "none", Version: "1", Parent: "Norte", "Has children": "yes" },
    "Legal contact": { Name: "Noelia Llorente", Title: "Dr.", "Contact for": "legal", Phone: "+74 047 7281",
      "E-mail": "noelia.llorente@t375.example", "E-mail confirmed": "yes",
      Address: "Llorente 117, 00038 Almería, Spain", Website: "none" },
    "Below this tenant": { Children: "2", "All descendants": "2", unit: "2" },
  };
  for (const [card, fields] of Object.entries(cards)) {
    for (const [label, value] of Object.entries(fields)) {
      await expect(field(page, card, label), `${card}: ${label}`).toContainText(value);
    }
  }
  await auditBothThemes(page);
  await picture(page, "tenant");
});

test("every property of the contract is on the overview: told, null, and not told", async ({ page }) => {
  const contract = JSON.parse(readFileSync(new URL("../../contracts/acronis-account-management-v2.openapi.json", import.meta.url)));
  const { schemas } = contract.components;
  const resolved = (schema) => (schema.$ref ? schemas[schema.$ref.split("/").at(-1)] : schema);
  const answer = contract.paths["/tenants/{tenant_id}"].get.responses["200"].content["application/json"].schema;
  const properties = resolved(answer).properties;
  /** A value that is found again on the screen, and how it is shown. */
  let number = 0;
  const sample = (name, given) => {
    const schema = resolved(given);
    const kinds = [schema, ...(schema.oneOf ?? [])].map(resolved);
    const has = (key, value) => kinds.some((one) => [one[key]].flat().includes(value));
    number += 1;
    if (has("format", "uuid")) return [`00000000-0000-4000-8000-${String(number).padStart(12, "0")}`];
    if (has("format", "date-time")) return [`20${10 + number}-03-04T05:06:07Z`, `20${10 + number}`];
    if (has("type", "boolean")) return [true, "yes"];
    if (has("type", "integer")) return [900000 + number];
    if (has("type", "array")) return [[`${name}-${number}`]];
    return [`${name}-${number}`];
  };
  const contact = {}, tenant = {}, shown = [];
  for (const [name, schema] of Object.entries(resolved(properties.contact).properties)) {
    const [value, words = String(value)] = sample(name, schema);
    contact[name] = value;
    shown.push([`contact.${name}`, words]);
  }
  // The name, the id and the state stand in the heading; the contacts are another tab's.
  const elsewhere = ["id", "name", "contact", "contacts", "parent_id", "has_children", "enabled", "kind", "update_lock", "deleted_at"];
  for (const [name, schema] of Object.entries(properties).filter(([name]) => !elsewhere.includes(name))) {
    const [value, words = String(value)] = sample(name, schema);
    tenant[name] = value;
    shown.push([name, words]);
  }
  await page.route(new RegExp(`api/2/tenants/${cafe.id}(\\?|$)`), async (route) => {
    const own = await route.fetch();
    await route.fulfill({ response: own, json: { ...(await own.json()), ...tenant, contact } });
  });
  await signInToAll(page, "demo", tenantUrl(cafe.id));
  await expect(field(page, "Legal contact", "Contact ID")).toContainText(contact.id);
  const text = await detail(page).innerText();
  expect(shown.filter(([, words]) => !text.includes(words))).toEqual([]);
  // Not told is not none.
  await page.route(new RegExp(`api/2/tenants/${cafe.id}(\\?|$)`), (route) =>
    route.fulfill({ json: { id: cafe.id, name: cafe.name, contact: {} } }),
  );
  await page.reload();
  await useAccount(page);
  await expect(field(page, "Legal contact", "Phone")).toHaveText("not reported");
  for (const card of ["About", "State and access", "History and place", "Legal contact"]) {
    await expect(detail(page).getByRole("region", { name: card })).not.toContainText(/\b(none|no|0)\b/);
  }
});

test("a date without a zone is taken as UTC, shown in the user's zone, and marked", async ({ page }) => {
  await signInToAll(page, "demo", tenantUrl(cafe.id));
  const created = field(page, "History and place", "Created");
  await expect(created).toContainText(/26 Oct 2018, 05:09:19 CEST/);
  await expect(created).toContainText("UTC assumed");
  await expect(created).toHaveAttribute("title", /sent 2018-10-26T03:09:19 without a time zone; UTC is assumed/);
});

test("a date with a zone is not marked", async ({ page }) => {
  await signInToAll(page, "demo", tenantUrl("50813d86-3c26-4377-abf6-138bdec59f83"));
  const created = field(page, "History and place", "Created");
  await expect(created).toContainText(/27 Sept? 2021, 04:30:59 CEST/);
  await expect(created).not.toContainText("assumed");
  await expect(created).toHaveAttribute("title", "The server sent 2021-09-27T02:30:59Z.");
});

test("states are badges, and the tenant that holds a lock is a link", async ({ page }) => {
  await signInToAll(page, "demo", tenantUrl("45094f30-3665-4898-aa4c-75b5c1307a6e"));
  const head = detail(page).getByRole("banner").or(detail(page).locator("header"));
  for (const word of ["customer", "enabled", "locked", "2FA off", "trial"]) {
    await expect(head.getByText(word, { exact: true })).toBeVisible();
  }
  await picture(page, "tenant locked");
  await field(page, "State and access", "Update lock held by").getByRole("link", { name: "Umbrella Partners" }).click();
  await expect(name(page)).toHaveText("Umbrella Partners");
});

test("breadcrumbs lead up, and the browser's back and forward follow", async ({ page }) => {
  await signInToAll(page, "demo", tenantUrl(cafe.id));
  const path = detail(page).getByRole("navigation", { name: "Path" });
  await expect(path.getByRole("link")).toHaveText(["Umbrella Partners", "Iberia", "Norte"]);
  await path.getByRole("link", { name: "Iberia" }).click();
  await expect(name(page)).toHaveText("Iberia");
  await expect(row(page, "Iberia")).toHaveAttribute("aria-selected", "true");
  await expect(page).toHaveTitle("Iberia – Tenantry");
  await page.goBack();
  await expect(name(page)).toHaveText(cafe.name);
  await page.goForward();
  await expect(name(page)).toHaveText("Iberia");
});

test("the id is copied, and the button says so", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signInToAll(page, "demo", tenantUrl(cafe.id));
  await page.getByRole("button", { name: "Copy: tenant ID" }).click();
  await expect(detail(page).getByText("copied", { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(cafe.id);
});

test("a reload asks for the sign-in and then shows the same screen", async ({ page }) => {
  await signInToAll(page, "demo", `${tenantUrl(cafe.id)}?q=orq`);
  await page.reload();
  await useAccount(page);
  await expect(name(page)).toHaveText(cafe.name);
  await expect(row(page, cafe.name)).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("searchbox", { name: "Filter tenants" })).toHaveValue("orq");
});

test("a deep link shows its tenant, and the way to it, before the whole tree is here", async ({ page }) => {
  const held = await hold(page, /subtree_root_id=/);
  await signIn(page, "demo", tenantUrl(cafe.id));
  await expect(name(page)).toHaveText(cafe.name);
  await expect(row(page, cafe.name)).toHaveAttribute("aria-selected", "true");
  await expect(field(page, "Below this tenant", "Children")).toBeVisible();
  await expect(detail(page).getByText(/^Counted over the \d+ tenants? loaded so far; there may be more\.$/)).toBeVisible();
  await picture(page, "tenant deep link while loading");
  held.release();
  await expect(detail(page).getByText("Counted over the whole tree.")).toBeVisible();
});

test("while a tenant is read, its name stands there and the rest is grey", async ({ page }) => {
  await signInToAll(page);
  const held = await hold(page, /\/tenants\/[0-9a-f-]{36}/);
  await row(page, "Iberia").click();
  await expect(name(page)).toHaveText("Iberia");
  await expect(page.getByRole("status", { name: "Loading the tenant" })).toBeVisible();
  await auditBothThemes(page);
  await picture(page, "tenant loading");
  held.fail();
  await expect(notice(page)).toContainText("No answer from Acronis sandbox", { timeout: 20_000 });
  await expect(notice(page)).toContainText("/proxy/acronis");
  await page.unroute(/\/tenants\/[0-9a-f-]{36}/);
  await notice(page).getByRole("button", { name: "Try again" }).click();
  await expect(field(page, "About", "Kind")).toHaveText("folder");
});

const absent = [
  ["does not exist", "00000000-0000-4000-8000-000000000000", "There is no such tenant", /Acronis knows no tenant/],
  ["is not visible", "c2e8caff-9d25-4300-87c9-632814dac032", "You cannot see this tenant", /Ask an administrator/],
];
for (const [what, id, title, next] of absent) {
  test(`a deep link to a tenant that ${what}`, async ({ page }) => {
    await signInToAll(page, "demo", tenantUrl(id));
    await expect(notice(page)).toContainText(title);
    await expect(notice(page)).toContainText(id);
    await expect(notice(page)).toContainText(next);
    await expect(row(page, "Iberia")).toBeVisible();
    await auditBothThemes(page, { disable: ["page-has-heading-one"] });
    await picture(page, `tenant that ${what}`);
  });
}

test("a deep link to a deleted tenant shows it, and that it is deleted", async ({ page }) => {
  await signInToAll(page, "demo", tenantUrl("4b27d41d-c844-4993-b54d-b6d9da107758"));
  await expect(name(page)).toHaveText("Miramar Spa (cerrado)");
  await expect(detail(page).getByText("deleted", { exact: true })).toBeVisible();
  await expect(field(page, "History and place", "Deleted")).toContainText(/20\d\d/);
  await picture(page, "tenant deleted");
});

for (const [what, url, words] of [
  ["means nothing", "./#/acronis-sandbox/policies/7", "The console does not know this address."],
  ["names another connection", "./#/acronis-mars/tenants", "The configuration of this console has no connection “acronis-mars”"],
]) {
  test(`an address that ${what} says so`, async ({ page }) => {
    await page.goto(url);
    await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
    await expect(page.getByRole("alert")).toContainText(words);
    await auditBothThemes(page);
    await picture(page, `address that ${what}`);
  });
}
