// The console without a mouse: from the sign-in to reading a tenant to the sign-out, and each key of the tree.
import { expect, picture, test } from "./harness.mjs";
import { cafe, complete, detail, field, signInToAll, tree } from "./console.mjs";

/** The name of the row that the keyboard is on. */
async function expectOn(page, name) {
  const id = await tree(page).getAttribute("aria-activedescendant");
  await expect(page.locator(`#${id}`).locator("bdi")).toHaveText(name);
}

/** Waits until the keyboard is on the row with this name. */
const nowOn = (page, name) => expect(() => expectOn(page, name)).toPass({ timeout: 3000 });

/** Presses Tab until the element has the focus. */
async function tabTo(page, locator, most = 20) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await locator.evaluate((element) => element === document.activeElement)) return;
  }
  expect(null, `${locator} was not reached by Tab`).toBe("reached");
}

test("from the sign-in to a tenant to the sign-out, by keyboard alone", async ({ page }) => {
  await page.goto("./");
  const sandbox = page.getByRole("button", { name: "Use the sandbox account" });
  await expect(sandbox).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await picture(page, "keys skip link");
  await page.keyboard.press("Enter");
  await tabTo(page, sandbox);
  await page.keyboard.press("Enter");
  await complete(page, 500);
  await page.keyboard.press("t");
  await expect(tree(page)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await nowOn(page, "Umbrella Partners");
  await page.keyboard.type("ib");
  await nowOn(page, "Iberia");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await nowOn(page, "Centro");
  await page.keyboard.press("ArrowDown");
  await nowOn(page, "Norte");
  await page.keyboard.press("ArrowRight");
  await page.waitForTimeout(800); // what is typed ahead is forgotten
  await page.keyboard.type("caf");
  await nowOn(page, cafe.name);
  await page.keyboard.press("Enter");
  await expect(detail(page).getByRole("heading", { name: cafe.name })).toBeVisible();
  await expect(field(page, "Legal contact", "Name")).toHaveText("Noelia Llorente");
  await picture(page, "keys tenant");
  await tabTo(page, page.getByRole("button", { name: "Copy: tenant ID" }));
  const leave = page.getByRole("button", { name: "Sign out" });
  await tabTo(page, leave, 60);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Sign in to Acronis sandbox" })).toBeVisible();
});

test("each key of the tree", async ({ page }) => {
  await signInToAll(page);
  await page.keyboard.press("t");
  const steps = [
    ["ArrowDown", "Umbrella Partners"],
    ["ArrowUp", "Umbrella Partners"],
    ["End", "شركة النور للتقنية"],
    ["ArrowDown", "شركة النور للتقنية"],
    ["Home", "Umbrella Partners"],
    ["ArrowRight", "Benelux"],
    ["PageDown", "شركة النور للتقنية"],
    ["PageUp", "Umbrella Partners"],
    ["d", "DACH"],
    ["ArrowLeft", "Umbrella Partners"],
  ];
  for (const [key, name] of steps) {
    await page.keyboard.press(key);
    await nowOn(page, name);
  }
  await page.keyboard.press("ArrowLeft");
  await expect(tree(page)).toHaveAttribute("aria-rowcount", "1");
  await page.keyboard.press("ArrowRight");
  await expect(tree(page)).toHaveAttribute("aria-rowcount", "8");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("*");
  await expect.poll(() => tree(page).getAttribute("aria-rowcount").then(Number)).toBeGreaterThan(100);
  await page.keyboard.press("End");
  await expect(tree(page).getByRole("row").last()).toBeInViewport();
  await page.waitForTimeout(800); // within that time a space would go on with what is typed ahead
  await page.keyboard.press("Space");
  await expect(detail(page).getByRole("heading", { level: 1 })).toBeVisible();
});

// What is typed ahead lives on for 0.7 s whatever key comes next, so that the space is taken for a letter of it.
test("an arrow key ends what is typed ahead: a space after it chooses", async ({ page }) => {
  await signInToAll(page);
  await tree(page).focus();
  await page.keyboard.type("d");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(detail(page).getByRole("heading", { name: "Iberia" })).toBeVisible();
});

test("the tree is one tab stop, and the keyboard stays on its row while the list moves", async ({ page }) => {
  await signInToAll(page);
  await page.getByRole("button", { name: "Expand all" }).click();
  await expect(tree(page)).toHaveAttribute("aria-rowcount", "500");
  await page.keyboard.press("t");
  for (let pressed = 0; pressed < 60; pressed += 1) await page.keyboard.press("ArrowDown");
  const id = await tree(page).getAttribute("aria-activedescendant");
  await expect(page.locator(`#${id}`)).toHaveAttribute("aria-rowindex", "60");
  await expect(page.locator(`#${id}`)).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement.closest("[role=treegrid]"))).toBe(null);
  await page.keyboard.press("Shift+Tab");
  await expect(tree(page)).toBeFocused();
});

test("f filters, r reads anew, ? shows the keys and Escape takes them away", async ({ page }) => {
  await signInToAll(page);
  await page.keyboard.press("f");
  await expect(page.getByRole("searchbox", { name: "Filter tenants" })).toBeFocused();
  await tree(page).focus();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet.getByRole("row", { name: "Ctrl K Search" })).toBeVisible();
  await expect(sheet.getByRole("checkbox")).toBeFocused();
  await picture(page, "keys sheet");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(tree(page)).toBeFocused();
  await page.getByRole("button", { name: "Keyboard shortcuts (?)" }).focus();
  const asked = page.waitForRequest((request) => request.url().includes("updated_since="));
  await page.keyboard.press("r");
  await asked;
});

test("the border between tree and tenant moves by arrow keys and is remembered", async ({ page }) => {
  await signInToAll(page);
  const border = page.getByRole("separator", { name: "Width of the tree" });
  await border.focus();
  await page.keyboard.press("ArrowRight");
  await expect(border).toHaveAttribute("aria-valuenow", "336");
  await page.keyboard.press("End");
  await expect(border).toHaveAttribute("aria-valuenow", "720");
  await picture(page, "keys wide tree");
  await page.keyboard.press("ArrowLeft");
  await signInToAll(page);
  await page.reload();
  expect(await page.evaluate(() => localStorage.getItem("tenantry.tree-width"))).toBe("704");
});
