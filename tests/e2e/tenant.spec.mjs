// The chosen tenant: every field, dates with their zone, the way to it, copying, deep links, and what cannot
// be shown.
import { auditBothThemes, expect, hold, picture, test } from "./harness.mjs";
import { cafe, detail, field, row, signIn, signInToAll, tenantUrl, useAccount } from "./console.mjs";

const name = (page) => detail(page).getByRole("heading", { level: 1 });
const notice = (page) => detail(page).getByRole("alert");

test("the overview has every field that the API gives", async ({ page }) => {
  await signInToAll(page, "demo", tenantUrl(cafe.id));
  await expect(name(page)).toHaveText(cafe.name);
  const cards = {
    About: { Kind: "customer", "Customer type": "enterprise", "Pricing mode": "production", "Customer ID": "none",
      "Internal tag": "none", Language: "es", Brand: "497a2602-cd96-4421-bad5-5d85008d8a86" },
    "State and access": { Enabled: "yes", "Two-factor authentication": "on, setup still required",
      "Update lock held by": "not locked", "Access by indirect ancestors": "yes", "Owner (user)": "none",
      "Identity provider": "fb978fb7-8484-4b2f-bfdc-e637b0238f9d", "Operation under way": "not given" },
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

test("a date without a zone is taken as UTC, shown in the user's zone, and marked", async ({ page }) => {
  await signInToAll(page, "demo", tenantUrl(cafe.id));
  const created = field(page, "History and place", "Created");
  await expect(created).toContainText(/26 Oct 2018, 05:09:19 CEST/);
  await expect(created).toContainText("UTC assumed");
  await expect(created).toHaveAttribute("title", /wrote 2018-10-26T03:09:19 without a zone; UTC is assumed/);
});

test("a date with a zone is not marked", async ({ page }) => {
  await signInToAll(page, "demo", tenantUrl("50813d86-3c26-4377-abf6-138bdec59f83"));
  const created = field(page, "History and place", "Created");
  await expect(created).toContainText(/27 Sept? 2021, 04:30:59 CEST/);
  await expect(created).not.toContainText("assumed");
  await expect(created).toHaveAttribute("title", "The vendor wrote 2021-09-27T02:30:59Z.");
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
  await page.getByRole("button", { name: "Copy: tenant id" }).click();
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
  ["does not exist", "00000000-0000-4000-8000-000000000000", "There is no such tenant", /known to the vendor/],
  ["is not visible", "c2e8caff-9d25-4300-87c9-632814dac032", "This tenant is not visible to you", /Ask an administrator/],
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
  ["means nothing", "./#/acronis-sandbox/policies/7", "This address means nothing to the console."],
  ["names another connection", "./#/acronis-mars/tenants", "There is no connection “acronis-mars”"],
]) {
  test(`an address that ${what} says so`, async ({ page }) => {
    await page.goto(url);
    await expect(page.getByRole("heading", { name: "Nothing is here" })).toBeVisible();
    await expect(page.getByRole("alert")).toContainText(words);
    await auditBothThemes(page);
    await picture(page, `address that ${what}`);
  });
}
