// Light, dark, and as the system has it; and the other looks that are remembered.
import { audit, expect, picture, test } from "./harness.mjs";
import { cafe, detail, signInToAll, tenantUrl } from "./console.mjs";

const background = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const light = (colour) => Math.min(...colour.match(/\d+/g).map(Number)) > 200;

test("as the system until chosen; the choice is remembered", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("./");
  await expect(page.getByRole("button", { name: "Theme: as the system. Change it." })).toBeVisible();
  expect(light(await background(page))).toBe(false);
  await page.getByRole("button", { name: "Theme: as the system. Change it." }).click();
  await expect(page.getByRole("button", { name: "Theme: light. Change it." })).toBeVisible();
  expect(light(await background(page))).toBe(true);
  await page.reload();
  await expect(page.getByRole("button", { name: "Theme: light. Change it." })).toBeVisible();
  expect(light(await background(page))).toBe(true);
  await page.getByRole("button", { name: /^Theme/ }).click();
  await page.emulateMedia({ colorScheme: "light" });
  expect(light(await background(page))).toBe(false);
  await page.getByRole("button", { name: "Theme: dark. Change it." }).click();
  await expect(page.getByRole("button", { name: "Theme: as the system. Change it." })).toBeVisible();
  expect(light(await background(page))).toBe(true);
});

test("the chosen theme passes the audit whatever the system says", async ({ page }) => {
  await signInToAll(page, "demo", tenantUrl(cafe.id));
  await expect(detail(page).getByRole("heading", { name: "About" })).toBeVisible();
  await page.getByRole("button", { name: /^Theme/ }).click();
  await page.getByRole("button", { name: /^Theme/ }).click();
  await expect(page.getByRole("button", { name: "Theme: dark. Change it." })).toBeVisible();
  await page.emulateMedia({ colorScheme: "light" });
  await audit(page);
  await picture(page, "theme dark");
  await page.getByRole("button", { name: "Expand all" }).click();
  await page.getByRole("searchbox", { name: "Filter tenants" }).fill("norte");
  await picture(page, "theme dark filtered");
});

test("the rail shows icons where there is little room, names when asked, and remembers it", async ({ page }) => {
  await signInToAll(page);
  await page.getByRole("button", { name: "Show names" }).click();
  await expect(page.getByRole("button", { name: "Show icons only" })).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "Show icons only" }).click();
  await expect(page.getByRole("button", { name: "Show names" })).toBeVisible();
  await audit(page, { disable: ["page-has-heading-one"] });
  await picture(page, "rail slim");
  await page.reload();
  await expect(page.getByRole("button", { name: "Show names" })).toBeVisible();
});

test("a page that is printed shows the tenant", async ({ page }) => {
  await signInToAll(page, "demo", tenantUrl(cafe.id));
  await expect(detail(page).getByRole("heading", { name: "About" })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(detail(page).getByRole("heading", { name: cafe.name })).toBeVisible();
  await expect(page.getByRole("treegrid")).toBeHidden();
  await picture(page, "print");
});

// The columns of the screen stay: the tenant is printed into the first quarter of the sheet.
test("a page that is printed uses its whole width", async ({ page }) => {
  await signInToAll(page, "demo", tenantUrl(cafe.id));
  await page.emulateMedia({ media: "print" });
  const box = await detail(page).boundingBox();
  expect(box.width).toBeGreaterThan(1000);
});
