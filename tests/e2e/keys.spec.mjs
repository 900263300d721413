// The keys: what an input method composes is its own, letters are shortcuts only where they are wanted.
import { expect, test } from "./harness.mjs";
import { cafe, detail, row, signInToAll, tenantUrl, tree } from "./console.mjs";
import { choose } from "./screens.mjs";
import { dialog, panel, signInToIonos, units } from "./ionos.mjs";
import { askWhy, why } from "./settings.mjs";

const search = (page) => page.getByRole("combobox", { name: "Search all connections" });
const treeFilter = (page) => page.getByRole("searchbox", { name: "Filter tenants" });
const listFilter = (page) => page.getByRole("searchbox", { name: "Filter the list" });

/** Presses keys as they come while an input method composes: marked, and, from older browsers, as 229 alone. */
async function compose(locator, keys = ["Enter", "Escape", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Home", "End", "/", "?", "f", "r", "t", "*"]) {
  for (const key of keys) {
    for (const marks of [{ isComposing: true }, { keyCode: 229 }]) {
      const init = { key, bubbles: true, cancelable: true, composed: true, ...marks };
      await locator.evaluate((element, init) => element.dispatchEvent(new KeyboardEvent("keydown", init)), init);
      const withControl = { ...init, ctrlKey: true };
      if (key === "Enter") await locator.evaluate((element, init) => element.dispatchEvent(new KeyboardEvent("keydown", init)), withControl);
    }
  }
}

/** Composing somewhere changes neither what is shown nor where the keyboard is. */
async function composesInPeace(page, locator) {
  await locator.focus();
  // What is read out after a pause comes by itself.
  await page.waitForTimeout(1500);
  const state = () => page.evaluate(() => [location.href, document.activeElement.outerHTML.slice(0, 200), document.body.innerText.replace(/\d+ (s|min) ago|just now/g, "")]);
  const before = await state();
  await compose(locator);
  expect(await state()).toEqual(before);
}

test("Enter, Escape and arrows belong to an input method that is composing: Acronis", async ({ page }) => {
  await signInToAll(page, "demo", tenantUrl(cafe.id));
  await expect(detail(page).getByRole("region", { name: "About" })).toBeVisible();
  await treeFilter(page).fill("goya");
  await expect(row(page, "Almacenes Goya")).toBeVisible();
  await expect(page).toHaveURL(/q=goya/);
  await composesInPeace(page, treeFilter(page));
  await composesInPeace(page, tree(page));
  await composesInPeace(page, page.getByRole("separator"));
  await search(page).fill("goya");
  await expect(page.getByRole("option").first()).toBeVisible();
  await expect(page.locator(".tn-search").getByRole("status")).toContainText("searched");
  await composesInPeace(page, search(page));
  await search(page).press("Escape");
  await detail(page).getByRole("link", { name: "Settings", exact: true }).click();
  await askWhy(page, "audit_days");
  await composesInPeace(page, why(page).getByRole("heading", { level: 2 }));
  await why(page).getByRole("button", { name: /own value$/ }).click();
  await composesInPeace(page, dialog(page).getByLabel("Value", { exact: true }));
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Compare with…" }).click();
  const other = page.getByRole("searchbox", { name: "Compare with another tenant" });
  await other.fill("goya");
  await composesInPeace(page, other);
});

test("Enter, Escape and arrows belong to an input method that is composing: IONOS", async ({ page }) => {
  await signInToIonos(page, "ionos-demo");
  await expect(units(page).getByRole("link").first()).toBeVisible();
  await listFilter(page).fill("kassen");
  await composesInPeace(page, listFilter(page));
  await choose(page, "Kassen01");
  await composesInPeace(page, panel(page).getByRole("heading", { level: 2 }));
  await panel(page).getByRole("button", { name: "Delete" }).click();
  await composesInPeace(page, dialog(page).getByRole("textbox"));
});

test("letters are shortcuts on a checkbox, and none in a field, a list to choose from or a dialog", async ({ page }) => {
  await signInToIonos(page, "ionos-demo");
  const box = page.getByRole("checkbox", { name: "Select Kassen01", exact: true });
  await box.focus();
  await page.keyboard.press("/");
  await expect(page.getByRole("combobox", { name: "Search all connections" })).toBeFocused();
  await box.focus();
  await page.keyboard.press("f");
  await expect(listFilter(page)).toBeFocused();
  await page.keyboard.press("f");
  await expect(listFilter(page)).toHaveValue("f");
  await listFilter(page).fill("");
  await box.focus();
  await page.keyboard.press("?");
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press("f");
  await expect(listFilter(page)).not.toBeFocused();
  await page.keyboard.press("Escape");
  await expect(box).toBeFocused();
  await expect(box).not.toBeChecked();
});

test("single letters can be switched off, and stay off", async ({ page }) => {
  await signInToAll(page);
  await page.getByRole("button", { name: "Keyboard shortcuts (?)" }).click();
  await expect(dialog(page).getByRole("checkbox", { name: "Single letters are shortcuts" })).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  const menu = page.getByRole("button", { name: "Expand all" });
  for (const key of ["/", "f", "t", "r", "?"]) {
    await menu.focus();
    await page.keyboard.press(key);
    await expect(menu).toBeFocused();
    await expect(dialog(page)).toHaveCount(0);
  }
  await page.keyboard.press("Control+k");
  await expect(search(page)).toBeFocused();
  await page.reload();
  await page.getByRole("button", { name: "Keyboard shortcuts (?)" }).click();
  await expect(dialog(page).getByRole("checkbox")).not.toBeChecked();
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(dialog(page)).toBeVisible();
});
