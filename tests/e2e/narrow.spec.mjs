// On a narrow window: the rail is a drawer, and the tree and the tenant take turns.
import { auditBothThemes, expect, picture, test } from "./harness.mjs";
import { cafe, complete, detail, field, noTenant, open, row, signInToAll, tenantUrl, tree, treePane, useAccount } from "./console.mjs";

test.use({ viewport: { width: 600, height: 800 } });

const rail = (page) => page.getByRole("navigation", { name: "Connections" });
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
/** The link at the top left loses its words here; see below. */
const withoutName = { disable: [...noTenant.disable, "link-name"] };

test("from the tree to a tenant and back", async ({ page }) => {
  await signInToAll(page);
  await expect(detail(page)).toBeHidden();
  await open(page, "Iberia");
  await auditBothThemes(page, withoutName);
  await picture(page, "narrow tree");
  await row(page, "Norte").click();
  await expect(detail(page).getByRole("heading", { name: "Norte" })).toBeVisible();
  await expect(treePane(page)).toBeHidden();
  await expect(field(page, "About", "Kind")).toHaveText("folder");
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await auditBothThemes(page, withoutName);
  await picture(page, "narrow tenant");
  await detail(page).getByRole("link", { name: "Back to the tree" }).click();
  await expect(tree(page)).toBeVisible();
  await expect(row(page, "Norte")).toBeVisible();
});

// The name beside the logo is taken away with display: none, and the link has no other name (link-name).
test("the link to the start keeps its name", async ({ page }) => {
  await page.goto("./");
  await expect(page.getByRole("link", { name: "Tenantry" })).toBeVisible();
});

test("the rail is a drawer that opens, and closes with a choice", async ({ page }) => {
  await signInToAll(page);
  const menu = page.getByRole("button", { name: "Connections" });
  await expect(rail(page)).toBeHidden();
  await expect(menu).toHaveAttribute("aria-expanded", "false");
  await menu.click();
  await expect(rail(page)).toBeVisible();
  await expect(menu).toHaveAttribute("aria-expanded", "true");
  await picture(page, "narrow drawer");
  await rail(page).getByRole("link", { name: "Tenants" }).last().click();
  await expect(page.getByRole("heading", { name: "Sign in to Acronis direct (no proxy)" })).toBeVisible();
  await expect(rail(page)).toBeHidden();
  await picture(page, "narrow sign-in");
});

// It stays open, and closes only by the menu's button or a choice.
test("Escape closes the drawer", async ({ page }) => {
  await signInToAll(page);
  await page.getByRole("button", { name: "Connections" }).click();
  await expect(rail(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(rail(page)).toBeHidden();
});

test("at 320 pixels nothing is cut off", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(tenantUrl(cafe.id));
  await useAccount(page);
  await expect(field(page, "About", "Kind")).toHaveText("customer");
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await expect(page.getByRole("button", { name: "Sign out" })).toBeInViewport({ ratio: 1 });
  await picture(page, "narrow 320");
  await detail(page).getByRole("link", { name: "Back to the tree" }).click();
  await complete(page, 500);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});
