// Where the keyboard is: each dialog begins where its work does, keeps the keyboard, leaves on Escape, and gives it back.
import { expect, test } from "./harness.mjs";
import { cafe, detail, tenantUrl, useAccount } from "./console.mjs";
import { choose } from "./screens.mjs";
import { dialog, panel, signInToIonos, tick, units } from "./ionos.mjs";
import { askWhy, backup, openSettings, why } from "./settings.mjs";

/** Opens a dialog, and looks at where it begins, that the keyboard stays in it, and where it is after Escape. */
async function sweep(page, opener, begins) {
  await test.step(await opener.evaluate((one) => one.textContent || one.getAttribute("aria-label")), async () => {
    await opener.focus();
    await page.keyboard.press("Enter");
    await expect(dialog(page)).toBeVisible();
    await expect(begins(dialog(page)).first()).toBeFocused();
    for (let at = 0; at < 30; at += 1) {
      await page.keyboard.press(at % 7 === 6 ? "Shift+Tab" : "Tab");
      const inside = await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest("dialog") !== null);
      expect(inside, "the keyboard stays in the dialog").toBe(true);
    }
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toHaveCount(0);
    await expect(opener).toBeFocused();
  });
}

const firstField = (one) => one.locator(".tn-edit__body").locator("input, select, textarea").and(one.locator(":enabled"));
const cancel = (one) => one.getByRole("button", { name: "Cancel" });

test("every dialog of an IONOS connection", async ({ page }) => {
  test.setTimeout(120_000);
  await signInToIonos(page, "ionos-demo");
  await sweep(page, page.getByRole("button", { name: "Keyboard shortcuts (?)" }), (one) => one.getByRole("checkbox"));
  await sweep(page, page.getByRole("button", { name: /^Contract / }), (one) => one.locator("input:checked"));
  await sweep(page, page.getByRole("button", { name: "Create backup unit" }), firstField);
  await choose(page, "Kassen01");
  await sweep(page, panel(page).getByRole("button", { name: "Edit", exact: true }), firstField);
  await sweep(page, panel(page).getByRole("button", { name: "Delete" }), cancel);
  await sweep(page, panel(page).getByRole("button", { name: "Share with a group…" }), firstField);
  await choose(page, "ErpProduktion");
  await sweep(page, panel(page).getByRole("button", { name: /^Edit the share/ }).first(), firstField);
  await sweep(page, panel(page).getByRole("button", { name: /^Remove the share/ }).first(), cancel);
  await tick(page, "Kassen01", "Kassen02");
  const bar = page.getByRole("group", { name: "Selected rows" });
  await sweep(page, bar.getByRole("button", { name: /e-mail/i }), firstField);
  await sweep(page, bar.getByRole("button", { name: "Share with a group…" }), firstField);
  await sweep(page, bar.getByRole("button", { name: "Delete…" }), cancel);
  for (const [list, create] of [["users", "Create user"], ["groups", "Create group"]]) {
    await page.evaluate((to) => (location.hash = to), `#/ionos-sandbox/${list}`);
    await sweep(page, page.getByRole("button", { name: create }), firstField);
    await page.getByRole("table").first().getByRole("link").nth(1).click();
    await sweep(page, panel(page).getByRole("button", { name: "Edit", exact: true }), firstField);
    const remove = panel(page).getByRole("button", { name: "Delete", exact: true });
    if (await remove.isEnabled()) await sweep(page, remove, cancel);
  }
});

test("every dialog of an Acronis connection", async ({ page }) => {
  test.setTimeout(120_000);
  await openSettings(page);
  await askWhy(page, "retention_days");
  await sweep(page, why(page).getByRole("button", { name: "Edit own value" }), (one) => one.getByLabel("Value", { exact: true }));
  await sweep(page, why(page).getByRole("button", { name: "Reset to inherited" }), cancel);
  const go = (to) => page.evaluate((hash) => (location.hash = hash), to);
  await go(`#/acronis-sandbox/tenants/${cafe.id}/list?setting=${backup}/retention_days`);
  await page.getByRole("checkbox", { name: "Select all rows that match" }).check();
  await sweep(page, page.getByRole("button", { name: "Change the setting…" }), (one) => one.getByRole("radio", { name: "Set a value" }));
  await go(`#/acronis-sandbox/tenants/${cafe.id}`);
  const life = detail(page).getByRole("group", { name: "Change this tenant" });
  for (const name of ["Edit", "Create tenant below", "Move"]) {
    await sweep(page, life.getByRole("button", { name, exact: true }), firstField);
  }
  await sweep(page, life.getByRole("button", { name: /^(Disable|Delete)$/ }).first(), cancel);
  await sweep(page, life.getByRole("button", { name: "Delete", exact: true }), cancel);
  await sweep(page, life.getByRole("button", { name: "Deleted tenants" }), (one) => one.getByRole("button", { name: "Close" }).last());
  await go(`#/acronis-sandbox/tenants/${cafe.id}/contacts`);
  await sweep(page, detail(page).getByRole("button", { name: "Create contact" }), firstField);
  await sweep(page, detail(page).getByRole("button", { name: /^Edit / }).first(), firstField);
  await sweep(page, detail(page).getByRole("button", { name: /^Delete / }).first(), cancel);
});

test("what is wrong is gone to: the first wrong field", async ({ page }) => {
  await signInToIonos(page, "ionos-demo");
  await page.getByRole("button", { name: "Create backup unit" }).click();
  await dialog(page).getByLabel("Name").fill("Fine1");
  await dialog(page).getByRole("button", { name: "Create", exact: true }).click();
  await expect(dialog(page).locator("[aria-invalid=true]").first()).toBeFocused();
  await expect(dialog(page).getByLabel("Name")).not.toBeFocused();
});

test("after a delete the keyboard is on the row beside it, or on the list's name", async ({ page }) => {
  test.setTimeout(90_000);
  await signInToIonos(page, "ionos-own-11", "groups");
  const links = page.getByRole("table").first().getByRole("link");
  await expect(links.nth(1)).toBeVisible();
  while ((await links.count()) > 0) {
    const names = await links.allInnerTexts();
    await links.first().click();
    await panel(page).getByRole("button", { name: "Delete", exact: true }).click();
    await dialog(page).getByRole("textbox").fill(names[0]);
    await dialog(page).getByRole("button", { name: "Delete" }).click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(links).toHaveCount(names.length - 1);
    const next = names.length > 1 ? page.getByRole("link", { name: names[1], exact: true }) : page.getByRole("heading", { level: 1 });
    await expect(next).toBeFocused();
  }
});

test("after the sign-in it is on the main heading, after a panel on its row", async ({ page }) => {
  await signInToIonos(page, "ionos-demo");
  await expect(page.getByRole("heading", { level: 1, name: "Backup units" })).toBeFocused();
  await choose(page, "Kassen01");
  await expect(panel(page).getByRole("heading", { level: 2 })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(units(page).getByRole("link", { name: "Kassen01", exact: true })).toBeFocused();
  await page.goto(tenantUrl(cafe.id));
  await useAccount(page);
  await expect(detail(page).getByRole("heading", { level: 1, name: cafe.name })).toBeFocused();
});
