// Names that attack the screen: all of them are text, in the tree, in the header, in the search, in the title.
import { auditBothThemes, expect, picture, test } from "./harness.mjs";
import { detail, noTenant, row, signInToAll, tree, treePane } from "./console.mjs";

const markup = "<img src=x onerror=alert(1)><script>alert(2)</script>";
const name = (page) => detail(page).getByRole("heading", { level: 1 });

test.beforeEach(async ({ page }) => {
  page.on("dialog", () => expect(null, "something ran").toBe("nothing"));
  page.on("request", (request) => expect(request.url()).not.toMatch(/\/x$/));
  await signInToAll(page, "hostile-names");
});

test("markup is shown as text and nothing of it runs", async ({ page }) => {
  await row(page, markup).click();
  await expect(name(page)).toHaveText(markup);
  await expect(page).toHaveTitle(`${markup} – Tenantry`);
  expect(await page.locator("img, main script").count()).toBe(0);
  await page.getByRole("combobox", { name: "Search all connections" }).fill("<img");
  await expect(page.getByRole("option").first()).toContainText(markup);
  await picture(page, "hostile markup");
  await page.getByRole("searchbox", { name: "Filter tenants" }).fill("<script>");
  await expect(tree(page).getByRole("mark").filter({ hasText: "<script>" })).toBeVisible();
});

test("what would turn the writing round or break the line is shown as a sign instead", async ({ page }) => {
  await expect(row(page, "nul␀bell␇esc␛[31m␍␊␉end␡\ufffd")).toBeVisible();
  const turned = "invoice\ufffdfdp.exe";
  await row(page, turned).click();
  await expect(name(page)).toHaveText(turned);
  await expect(page).toHaveTitle(`${turned} – Tenantry`);
  await page.getByRole("combobox", { name: "Search all connections" }).fill("invoice");
  await expect(page.getByRole("option").first()).toContainText(turned);
  await picture(page, "hostile right to left");
});

for (const text of ["مجموعة עברית ABC 123 (نور) אב", "👩‍👩‍👧‍👦 Family 🏳️‍🌈 👍🏽", "null", "quote\" back\\slash 'single' `tick` \\u0041 </script>"]) {
  test(`the name ${text.slice(0, 12)}…`, async ({ page }) => {
    await row(page, text).click();
    await expect(name(page)).toHaveText(text);
  });
}

test("a name of 4,000 characters pushes nothing off the screen", async ({ page }) => {
  const endless = tree(page).getByRole("row").filter({ hasText: "W".repeat(4000) });
  const box = await endless.boundingBox();
  expect(box.height).toBe(32);
  await endless.click();
  await expect(name(page)).toHaveText("W".repeat(4000));
  const copy = page.getByRole("button", { name: "Copy: tenant ID" });
  await expect(copy).toBeInViewport();
  await expect(detail(page).getByRole("heading", { name: "About" })).toBeInViewport();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await picture(page, "hostile endless");
});

test("a name of 4,000 characters, in both themes", async ({ page }) => {
  await tree(page).getByRole("row").filter({ hasText: "W".repeat(4000) }).click();
  await expect(name(page)).toHaveText("W".repeat(4000));
  await auditBothThemes(page);
});

test("names of nothing are said to be so, and can be chosen", async ({ page }) => {
  const nameless = tree(page).getByRole("row").filter({ hasText: "(no name)" });
  await expect(nameless).toHaveCount(2);
  await nameless.first().click();
  await expect(name(page)).toHaveText("(no name)");
});

test("control characters do no harm", async ({ page }) => {
  const row = tree(page).getByRole("row").filter({ hasText: "bell" });
  const box = await row.boundingBox();
  expect(box.height).toBe(32);
  await row.click();
  await expect(name(page)).toContainText("bell");
});

test("a name with line ends stays on one line", async ({ page }) => {
  const text = tree(page).getByRole("row").filter({ hasText: "bell" }).locator("bdi");
  expect((await text.boundingBox()).height).toBeLessThan(28);
});

test("the whole list, to look at", async ({ page }) => {
  await expect(treePane(page).getByText("11 tenants")).toBeVisible();
  await auditBothThemes(page, noTenant);
  await picture(page, "hostile names");
});
