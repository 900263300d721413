// From a wide screen down to a telephone, and at 400 %: the page never scrolls sideways, nothing is cut off without a hover
// that says the whole, nothing lies over something else, and opening a panel moves nothing.
import { audit, expect, picture, test } from "./harness.mjs";
import { cafe, detail, signInToAll, tenantUrl, tree } from "./console.mjs";
import { panel, signInToIonos } from "./ionos.mjs";
import { openSettings, table, why } from "./settings.mjs";

const WIDTHS = [1600, 1440, 1280, 1024, 768, 640, 375, 320];

/** What is wrong with how the page is laid out. */
const faults = (page) =>
  page.evaluate(() => {
    const found = [];
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) found.push(`the page is ${wide} px too wide`);
    const where = (one) => `${one.tagName.toLowerCase()}.${one.getAttribute("class") ?? ""} ${JSON.stringify(one.textContent.slice(0, 40))}`;
    const isCut = (one) => one.scrollWidth > one.clientWidth + 1 && /hidden|clip/.test(getComputedStyle(one).overflowX);
    for (const one of document.body.querySelectorAll("*")) {
      if (!one.checkVisibility() || one.closest(".tn-sr, svg, [class*=rail__], .tn-tree__scroll") || !one.textContent.trim()) continue;
      const says = one.closest("[title]") ?? one.querySelector("[title]");
      if (isCut(one) && one.clientWidth > 0 && one.tagName !== "DIV" && !says) found.push(`cut off: ${where(one)}`);
      const style = getComputedStyle(one);
      const isTable = one.matches(".tn-set__scroll, .tn-preview__scroll, .tn-tabs");
      if (/auto|scroll/.test(style.overflowX) && one.scrollWidth > one.clientWidth && !isTable) found.push(`scrolls sideways: ${where(one)}`);
      if (style.overflowX === "visible" && one.childElementCount === 0 && one.scrollWidth > one.clientWidth + 2 && style.display !== "inline") found.push(`runs over: ${where(one)}`);
    }
    return [...new Set(found)];
  });

async function eachWidth(page, look) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 860 });
    await look(width);
  }
}

test("the settings, with and without an explanation", async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 1600, height: 860 });
  await openSettings(page);
  await eachWidth(page, async (width) => {
    await expect(table(page)).toBeVisible();
    await picture(page, `width ${width} settings`);
    expect(await faults(page), `${width}`).toEqual([]);
    const link = page.getByRole("link", { name: "Why? retention_days", exact: true });
    // The click alone is to be seen, not how the test scrolls there.
    await link.hover();
    const before = await table(page).getByRole("row").nth(3).boundingBox();
    await link.click();
    await expect(why(page).getByRole("listitem").first()).toBeVisible();
    if (width > 900) expect((await table(page).getByRole("row").nth(3).boundingBox()).y, `${width}`).toBe(before.y);
    await picture(page, `width ${width} why`);
    expect(await faults(page), `${width} why`).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(why(page)).toHaveCount(0);
  });
});

test("lists, with and without a panel", async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 1600, height: 860 });
  await signInToIonos(page, "ionos-demo");
  for (const list of ["backup-units", "users", "groups", "resources"]) {
    await page.evaluate((to) => (location.hash = to), `#/ionos-sandbox/${list}`);
    const links = page.getByRole("table").first().getByRole("link");
    await expect(links.nth(1)).toBeVisible();
    await eachWidth(page, async (width) => {
      await picture(page, `width ${width} ${list}`);
      expect(await faults(page), `${list} ${width}`).toEqual([]);
      const before = await links.nth(1).boundingBox();
      await links.nth(1).click();
      await expect(panel(page).getByRole("heading", { level: 2 })).toBeVisible();
      await page.waitForLoadState("networkidle");
      if (width > 640) expect((await links.nth(1).boundingBox()).y, `${list} ${width}`).toBe(before.y);
      await picture(page, `width ${width} ${list} panel`);
      expect(await faults(page), `${list} ${width}, with a panel`).toEqual([]);
      await panel(page).getByRole("link", { name: "Close" }).first().click();
      await expect(panel(page)).toHaveCount(0);
    });
  }
});

test("ticking a row moves no row", async ({ page }) => {
  await signInToIonos(page, "ionos-demo");
  const box = page.getByRole("checkbox", { name: "Select Kassen02", exact: true });
  const before = await box.boundingBox();
  await page.getByRole("checkbox", { name: "Select Kassen01", exact: true }).check();
  await expect(page.getByRole("group", { name: "Selected rows" })).toBeVisible();
  expect(await box.boundingBox()).toEqual(before);
});

test("the tree and a tenant", async ({ page }) => {
  test.setTimeout(90_000);
  await signInToAll(page, "demo", tenantUrl(cafe.id));
  await eachWidth(page, async (width) => {
    await expect(detail(page).getByRole("region", { name: "About" })).toBeVisible();
    await picture(page, `width ${width} tenant`);
    expect(await faults(page), `${width}`).toEqual([]);
  });
});

test("the rail: icons where there is no room for names, which still can be read and heard", async ({ page }) => {
  await signInToAll(page);
  const link = page.getByRole("navigation", { name: "Connections" }).getByRole("link", { name: "Tenants" }).first();
  expect((await link.boundingBox()).width).toBeLessThan(60);
  await link.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  expect((await link.locator(".tn-rail__word").boundingBox()).width).toBeGreaterThan(40);
  await page.setViewportSize({ width: 1400, height: 800 });
  expect((await link.boundingBox()).width).toBeGreaterThan(150);
});

test.describe("at 400 %", () => {
  test.use({ viewport: { width: 320, height: 256 } });

  test("the tree shows rows, and the page scrolls", async ({ page }) => {
    await signInToAll(page);
    await tree(page).scrollIntoViewIfNeeded();
    const rows = await tree(page).getByRole("row").filter({ visible: true }).count();
    expect(rows).toBeGreaterThan(3);
    expect((await tree(page).boundingBox()).height).toBeGreaterThan(120);
    expect(await page.evaluate(() => document.documentElement.scrollHeight > innerHeight)).toBe(true);
    expect(await faults(page)).toEqual([]);
    await picture(page, "zoom tree");
  });

  test("settings, an explanation, lists, panels and forms can be read", async ({ page }) => {
    test.setTimeout(90_000);
    await page.setViewportSize({ width: 1280, height: 1024 });
    await openSettings(page);
    await page.setViewportSize({ width: 320, height: 256 });
    await table(page).getByRole("rowheader").nth(5).scrollIntoViewIfNeeded();
    await expect(table(page).getByRole("rowheader").nth(5)).toBeInViewport({ ratio: 1 });
    await picture(page, "zoom settings");
    await page.getByRole("link", { name: "Why? retention_days", exact: true }).click();
    await expect(why(page).getByRole("listitem").last()).toBeVisible();
    await expect(why(page).getByRole("heading", { level: 2 })).toBeInViewport();
    await picture(page, "zoom why");
    expect(await faults(page)).toEqual([]);
    await signInToIonos(page, "ionos-demo");
    const links = page.getByRole("table").first().getByRole("link");
    await links.nth(4).scrollIntoViewIfNeeded();
    await expect(links.nth(4)).toBeInViewport({ ratio: 1 });
    await picture(page, "zoom units");
    expect(await faults(page)).toEqual([]);
    await links.nth(4).click();
    await expect(panel(page).getByRole("heading", { level: 2 })).toBeInViewport();
    await picture(page, "zoom panel");
    await panel(page).getByRole("button", { name: "Delete" }).click();
    await expect(page.getByRole("dialog").getByRole("button", { name: "Cancel" })).toBeInViewport();
    await picture(page, "zoom dialog");
    await audit(page);
  });
});
