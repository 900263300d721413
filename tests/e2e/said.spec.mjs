// What a screen reader hears by itself: little, and not at each letter. And what the browser's tab says.
import { expect, test } from "./harness.mjs";
import { cafe, detail, signInToAll, tenantUrl, treePane } from "./console.mjs";
import { dialog, edit, openSettings } from "./settings.mjs";
import { signInToIonos, units } from "./ionos.mjs";

/** Collects what live regions say from now on: texts that come where they are read out. */
const listen = (page) =>
  page.evaluate(() => {
    window.said = [];
    const isLive = (one) => {
      const region = one.closest("[aria-live], [role=status], [role=alert]");
      return region && (region.getAttribute("aria-live") ?? "polite") !== "off";
    };
    const hear = (records) => {
      for (const { target, addedNodes, type } of records) {
        const element = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
        if (!element || !isLive(element)) continue;
        const text = type === "characterData" ? target.data : [...addedNodes].map((node) => node.textContent).join("");
        if (text.trim()) window.said.push(text);
      }
    };
    new MutationObserver(hear).observe(document.body, { childList: true, characterData: true, subtree: true });
  });

/** Types faster than anybody: however slow the machine is, no letter waits for the one before it. */
const typeAtOnce = (box, text) =>
  box.evaluate((field, letters) => {
    for (const letter of letters) {
      field.value += letter;
      field.dispatchEvent(new InputEvent("input", { bubbles: true, data: letter, inputType: "insertText" }));
    }
  }, [...text]);

const said = (page) => page.evaluate(() => window.said);

test("a filter says how much it finds when somebody has stopped typing", async ({ page }) => {
  await signInToIonos(page, "ionos-demo");
  await expect(page.getByText("14 backup units", { exact: true })).toBeVisible();
  await page.waitForTimeout(1000);
  await listen(page);
  await typeAtOnce(page.getByRole("searchbox", { name: "Filter the list" }), "kassen");
  const count = await units(page).getByRole("link").count();
  await expect.poll(() => said(page)).toEqual([`${count} backup units`]);

  await signInToAll(page);
  // What is said of the loading is over then.
  await page.waitForTimeout(2000);
  await listen(page);
  await typeAtOnce(page.getByRole("searchbox", { name: "Filter tenants" }), "goya");
  await expect(treePane(page).getByRole("status").first()).toHaveText(/\d/);
  await expect.poll(() => said(page)).toEqual([expect.stringMatching(/^\d+ hits?$/)]);
  // The address follows what was typed, and details come for the rows in sight: nothing of that is news.
  await page.waitForTimeout(1500);
  expect(await said(page)).toHaveLength(1);
});

test("what is said already is not said again", async ({ page }) => {
  await openSettings(page);
  await edit(page, "retention_days");
  const value = dialog(page).getByLabel("Value", { exact: true });
  await value.fill("-");
  await expect(dialog(page).getByRole("alert")).toContainText(/\w/);
  await listen(page);
  await value.pressSequentially("--");
  await value.pressSequentially("x");
  await page.waitForTimeout(1500);
  const heard = await said(page);
  expect(heard).toEqual([...new Set(heard)]);
});

test("the tab says where somebody is, and nothing of it after the sign-out", async ({ page }) => {
  await page.goto("./");
  await expect(page).toHaveTitle("Sign in to Acronis sandbox – Tenantry");
  await signInToAll(page, "demo", tenantUrl(cafe.id));
  await expect(detail(page).getByRole("heading", { level: 1, name: cafe.name })).toBeVisible();
  await expect(page).toHaveTitle(`${cafe.name} – Tenantry`);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveTitle("Sign in to Acronis sandbox – Tenantry");
  await page.goto("./#/nowhere/at/all");
  await expect(page).toHaveTitle("Page not found – Tenantry");
  await page.route("**/config.json", (route) => route.fulfill({ body: "{" }));
  await page.goto("./?again");
  await expect(page).toHaveTitle(/^The configuration is not JSON/);
});
