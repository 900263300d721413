// The tenant tree by mouse: open, close, choose, filter, and what its foot says.
import { auditBothThemes, expect, hold, picture, test } from "./harness.mjs";
import { cafe, complete, detail, noTenant, open, row, signIn, signInToAll, tree, treePane } from "./console.mjs";

const hits = (page, count) => treePane(page).getByText(count, { exact: true });

test("the top and its children stand there at once", async ({ page }) => {
  await signInToAll(page);
  await complete(page, 500);
  for (const name of ["Umbrella Partners", "Benelux", "DACH", "Iberia", "Nordics", "شركة النور للتقنية"]) {
    await expect(row(page, name)).toBeVisible();
  }
  await expect(page.getByText("Select a tenant in the tree")).toBeVisible();
  await auditBothThemes(page, noTenant);
  await picture(page, "tree");
});

test("rows open and close by their arrow, and are chosen by their name", async ({ page }) => {
  await signInToAll(page);
  await open(page, "Iberia");
  await open(page, "Norte");
  await row(page, cafe.name).click();
  await expect(detail(page).getByRole("heading", { name: cafe.name })).toBeVisible();
  await expect(row(page, cafe.name)).toHaveAttribute("aria-selected", "true");
  await expect(page).toHaveURL(new RegExp(`#/acronis-sandbox/tenants/${cafe.id}$`));
  await expect(row(page, "Cantábrico Shipping")).toContainText("disabled");
  await expect(row(page, "Ízaro Labs")).toContainText("trial");
  await auditBothThemes(page);
  await picture(page, "tree open");
});

test("expand all and collapse all", async ({ page }) => {
  await signInToAll(page);
  await page.getByRole("button", { name: "Expand all" }).click();
  await expect(tree(page)).toHaveAttribute("aria-rowcount", "500");
  await picture(page, "tree expanded");
  await page.getByRole("button", { name: "Collapse all" }).click();
  await expect(tree(page)).toHaveAttribute("aria-rowcount", /^[1-8]$/);
});

test("the filter shows hits in place, without accents and capitals, and is part of the address", async ({ page }) => {
  await signInToAll(page);
  await page.getByRole("searchbox", { name: "Filter tenants" }).fill("ORQUIDEA");
  await expect(hits(page, "1 hit")).toBeVisible();
  for (const name of ["Umbrella Partners", "Iberia", "Norte"]) await expect(row(page, name)).toBeVisible();
  await expect(tree(page).getByRole("mark").filter({ hasText: "Orquídea" })).toBeVisible();
  await expect(row(page, "Benelux")).toHaveCount(0);
  await expect(page).toHaveURL(/\?q=ORQUIDEA$/);
  await auditBothThemes(page, noTenant);
  await picture(page, "tree filtered");
  await page.getByRole("searchbox", { name: "Filter tenants" }).press("Escape");
  await expect(row(page, "Benelux")).toBeVisible();
  await expect(page).not.toHaveURL(/q=/);
});

test("a filter without hits says so in words", async ({ page }) => {
  await signInToAll(page);
  await page.getByRole("searchbox", { name: "Filter tenants" }).fill("xyzzy");
  await expect(page.getByText("No matching tenants.")).toBeVisible();
  await expect(hits(page, "0 hits")).toBeVisible();
  await auditBothThemes(page, noTenant);
  await picture(page, "tree no hits");
});

test("a filter from the address is applied after signing in", async ({ page }) => {
  await signInToAll(page, "demo", "./#/acronis-sandbox/tenants?q=miramar");
  await expect(page.getByRole("searchbox", { name: "Filter tenants" })).toHaveValue("miramar");
  await expect(row(page, "Hotel Miramar Group")).toBeVisible();
  await expect(row(page, "Benelux")).toHaveCount(0);
});

test("while the first page is on its way there are rows of grey and a progress bar", async ({ page }) => {
  const held = await hold(page, /subtree_root_id=/);
  await signIn(page);
  await expect(treePane(page).getByRole("progressbar", { name: "Loading tenants" })).toBeVisible();
  await expect(page.getByRole("status", { name: "Loading tenants" })).toBeVisible();
  await expect(treePane(page).getByText("0 tenants so far")).toBeVisible();
  await auditBothThemes(page, noTenant);
  await picture(page, "tree loading");
  held.release();
  await complete(page, 500);
});

test("loading can be stopped, says so, and goes on where it was", async ({ page }) => {
  await signIn(page, "fault-slow");
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("Partial: stopped.")).toBeVisible();
  await picture(page, "tree stopped");
  await page.getByRole("button", { name: "Continue" }).click();
  await complete(page, 500);
});

// Stopped before the first page, the pane says "Your account sees no tenants.", which nobody knows yet.
test("stopped before anything came, the pane does not say that there is nothing", async ({ page }) => {
  await signIn(page, "fault-slow");
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("Partial: stopped.")).toBeVisible();
  await expect(page.getByText("Your account sees no tenants.")).toHaveCount(0);
});

test("reading what has changed keeps the tree as it is", async ({ page }) => {
  await signInToAll(page);
  await open(page, "Iberia");
  const asked = page.waitForRequest((request) => request.url().includes("updated_since="));
  await page.getByRole("button", { name: "Refresh" }).click();
  await asked;
  await complete(page, 500);
  await expect(row(page, "Norte")).toBeVisible();
});

test("from the real root, which names itself as its parent", async ({ page }) => {
  await signInToAll(page, "root");
  await complete(page, 522);
  await expect(row(page, "Root")).toHaveAttribute("aria-level", "1");
  await expect(row(page, "Umbrella Partners")).toHaveAttribute("aria-level", "2");
  await expect(treePane(page).getByText("about the list from Acronis")).toHaveCount(0);
});

test("a server whose basic rows have no ids is read in full instead", async ({ page }) => {
  await signInToAll(page, "no-basic");
  await complete(page, 500);
  await open(page, "Iberia");
  await expect(row(page, "Norte")).toBeVisible();
});
