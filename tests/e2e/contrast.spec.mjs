// What is chosen can be told from its neighbours where the system chooses the colours, and the edges of what somebody
// types in can be seen.
import { auditBothThemes, audit, expect, picture, test } from "./harness.mjs";
import { cafe, open, row, signInToAll, tenantUrl } from "./console.mjs";
import { choose } from "./screens.mjs";
import { dialog, panel, signInToIonos, tick, units } from "./ionos.mjs";
import { askWhy, openSettings, rungs, why } from "./settings.mjs";

/** How an element looks: what a person could tell it by. */
const look = (locator, pseudo) =>
  locator.evaluate((one, pseudo) => {
    const { backgroundColor, color, borderTopColor, borderBottomWidth, borderBottomColor, outlineStyle } = getComputedStyle(one, pseudo);
    return JSON.stringify({ backgroundColor, color, borderTopColor, borderBottomWidth, borderBottomColor, outlineStyle });
  }, pseudo);

const differ = async (one, other, pseudo) => expect(await look(one, pseudo)).not.toBe(await look(other, pseudo));

for (const colorScheme of ["light", "dark"]) {
  test(`forced colours, ${colorScheme}: Acronis`, async ({ page }) => {
    test.setTimeout(90_000);
    await page.emulateMedia({ forcedColors: "active", colorScheme });
    await openSettings(page);
    await open(page, "Norte");
    await differ(row(page, cafe.name), row(page, "Almacenes Goya"));
    const tabs = page.getByRole("navigation", { name: "Parts of the tenant" }).or(page.locator(".tn-tabs"));
    await differ(tabs.getByRole("link", { name: "Settings" }).first(), tabs.getByRole("link", { name: "Overview" }).first());
    const rail = page.getByRole("navigation", { name: "Connections" }).getByRole("link");
    await differ(rail.nth(0), rail.nth(2));
    await askWhy(page, "retention_days");
    await differ(page.locator("tr.tn-line--on"), page.locator("tr:not(.tn-line--on)").nth(3));
    await differ(rungs(page).filter({ hasText: "applies" }).first(), rungs(page).last(), "::before");
    await picture(page, `forced ${colorScheme} settings`);
    await audit(page);
    await why(page).getByRole("button", { name: "Edit own value" }).click();
    await expect(dialog(page).locator(".tn-bar rect").first()).toBeAttached();
    await picture(page, `forced ${colorScheme} editor`);
    await audit(page, { include: "dialog" });
  });

  test(`forced colours, ${colorScheme}: IONOS`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active", colorScheme });
    await signInToIonos(page, "ionos-demo");
    await choose(page, "Kassen01");
    await tick(page, "Kassen02");
    await differ(page.locator("tr.tn-line--on"), units(page).getByRole("row").nth(5));
    await picture(page, `forced ${colorScheme} units`);
    await audit(page);
    await panel(page).getByRole("button", { name: "Delete" }).click();
    await audit(page, { include: "dialog" });
  });
}

/** The contrast of a field's edge against what it stands on and against itself. */
const edge = (locator) =>
  locator.evaluate((field) => {
    const paint = document.createElement("canvas").getContext("2d");
    const rgb = (colour) => ((paint.fillStyle = "#000"), (paint.fillStyle = colour), paint.fillRect(0, 0, 1, 1), [...paint.getImageData(0, 0, 1, 1).data]);
    const light = (colour) => rgb(colour).slice(0, 3).map((one) => one / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)).reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
    const contrast = (one, other) => (Math.max(light(one), light(other)) + 0.05) / (Math.min(light(one), light(other)) + 0.05);
    let behind = field.parentElement;
    while (getComputedStyle(behind).backgroundColor === "rgba(0, 0, 0, 0)") behind = behind.parentElement;
    const { borderTopColor } = getComputedStyle(field);
    return contrast(borderTopColor, getComputedStyle(behind).backgroundColor);
  });

test("the edge of every field has 3 to 1 in both themes", async ({ page }) => {
  test.setTimeout(90_000);
  const fields = () => page.locator("input:visible:not([type=checkbox], [type=radio]), select:visible, textarea:visible").all();
  const all = async (screen) => {
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      for (const field of await fields()) expect(await edge(field), `${screen} ${colorScheme}`).toBeGreaterThanOrEqual(3);
    }
  };
  await page.goto("./");
  await expect(page.getByLabel("Client ID")).toBeVisible();
  await all("sign-in");
  await openSettings(page);
  await all("settings");
  await signInToIonos(page, "ionos-demo");
  await page.getByRole("button", { name: "Create backup unit" }).click();
  await all("a form");
  await page.keyboard.press("Escape");
  await choose(page, "Kassen01");
  await auditBothThemes(page);
});

test("the border between tree and tenant is wide enough for a finger", async ({ page }) => {
  await signInToAll(page, "demo", tenantUrl(cafe.id));
  const border = page.getByRole("separator");
  const box = await border.boundingBox();
  expect(box.width).toBeGreaterThanOrEqual(24);
  await page.mouse.move(box.x + 20, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 200);
  await page.mouse.up();
  expect(Number(await border.getAttribute("aria-valuenow"))).toBeGreaterThan(340);
});
