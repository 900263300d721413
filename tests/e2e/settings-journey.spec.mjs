// The whole way: find, explain, override, preview, save, shadow from above, return to inherited. Once with the
// mouse, once with the keyboard alone.
import { expect, test } from "./harness.mjs";
import { cafe, detail, row, signInToAll, tree } from "./console.mjs";
import { askWhy, confirmNumber, dialog, expectLine, filter, foreseen, goTo, rungs, table, why } from "./settings.mjs";

const search = (page) => page.getByRole("combobox", { name: "Search all connections" });
const preview = (page) => dialog(page).getByRole("region", { name: "What would change" });
const heading = (page, name) => detail(page).getByRole("heading", { level: 1, name });

test("with the mouse", async ({ page }) => {
  test.setTimeout(90_000);
  await signInToAll(page, "own-5");
  // Find.
  await search(page).click();
  await search(page).fill("orquidea");
  await page.getByRole("option", { name: /Café Orquídea/ }).first().click();
  await page.getByRole("link", { name: "Settings", exact: true }).click();
  await filter(page).fill("region");
  // Explain.
  await askWhy(page, "storage_region");
  await expect(why(page)).toContainText("Inherited from Iberia; no tenant in between sets another value.");
  // Override, preview, save.
  await why(page).getByRole("button", { name: "Set own value" }).click();
  await foreseen(page);
  await dialog(page).getByLabel("Value", { exact: true }).fill("eu-west-9");
  await expect(preview(page)).toContainText("Here: eu-south-2 from Iberia → eu-west-9 from Café Orquídea S.L.");
  await expect(preview(page)).toContainText("2 of 2 tenants below would change in value.");
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await expect(dialog(page)).toContainText("Verified: 3 tenants match the preview.");
  await dialog(page).getByRole("button", { name: "Close" }).last().click();
  await expectLine(page, "storage_region", ["eu-west-9", "this tenant", "eu-west-9"]);
  // Shadow it from above.
  await goTo(page, "Iberia");
  await why(page).getByRole("button", { name: "Edit own value" }).click();
  await foreseen(page);
  await dialog(page).getByRole("checkbox", { name: "Lock" }).check();
  await expect(preview(page)).toContainText(/\d+ own values? would be ignored\./);
  await confirmNumber(page);
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await expect(dialog(page)).toContainText(/Verified: \d+ tenants match the preview\./);
  await dialog(page).getByRole("button", { name: "Close" }).last().click();
  await goTo(page, cafe.name);
  await expectLine(page, "storage_region", ["eu-south-2", /^Iberia\s*locked$/, /^eu-west-9\s*shadowed$/]);
  await expect(rungs(page).last()).toContainText("ignored: locked by Iberia");
  // Reset to inherited.
  await why(page).getByRole("button", { name: "Reset to inherited" }).click();
  await foreseen(page);
  await dialog(page).getByRole("button", { name: "Reset to inherited" }).click();
  await expect(dialog(page)).toContainText("Saved");
  await dialog(page).getByRole("button", { name: "Close" }).last().click();
  await expectLine(page, "storage_region", ["eu-south-2", /^Iberia\s*locked$/, "not set"]);
});

test("with the keyboard alone", async ({ page }) => {
  test.setTimeout(90_000);
  await signInToAll(page, "own-6");
  const press = (...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const focused = (locator) => expect(locator).toBeFocused();
  /** Tab, until it is there: as far as a person would go. */
  const tabTo = async (locator, limit = 40) => {
    for (let at = 0; at < limit; at += 1) {
      if (await locator.evaluate((element) => element === document.activeElement).catch(() => false)) return;
      await press("Tab");
    }
    await focused(locator);
  };
  // Find.
  await press("/");
  await page.keyboard.type("orquidea");
  await expect(page.getByRole("option", { name: /Café Orquídea/ }).first()).toBeVisible();
  await press("ArrowDown", "Enter");
  await expect(heading(page, cafe.name)).toBeVisible();
  await tabTo(page.getByRole("link", { name: "Settings", exact: true }), 60);
  await press("Enter");
  await expect(table(page).getByRole("rowheader").nth(1)).toBeVisible();
  await tabTo(filter(page));
  await page.keyboard.type("region");
  // Explain.
  await tabTo(page.getByRole("link", { name: "Why? storage_region" }));
  await press("Enter");
  await focused(why(page).getByRole("heading", { name: "Why is storage_region eu-south-2?" }));
  await expect(rungs(page).last()).toContainText("here");
  // Override, preview, save.
  await tabTo(why(page).getByRole("button", { name: "Set own value" }));
  await press("Enter");
  await foreseen(page);
  await focused(dialog(page).getByLabel("Value", { exact: true }));
  await press("Control+a");
  await page.keyboard.type("eu-west-9");
  await expect(preview(page)).toContainText("2 of 2 tenants below would change in value.");
  await press("Control+Enter");
  await expect(dialog(page)).toContainText("Verified: 3 tenants match the preview.");
  await focused(dialog(page).getByRole("button", { name: "Close" }).last());
  await press("Enter");
  await focused(why(page).getByRole("heading", { name: "Why is storage_region eu-west-9?" }));
  // Shadow it from above.
  await tabTo(rungs(page).getByRole("link", { name: "Iberia" }));
  await press("Enter");
  await expect(heading(page, "Iberia")).toBeVisible();
  await focused(why(page).getByRole("heading", { level: 2 }));
  await expect(rungs(page).last()).toContainText("Iberia");
  await tabTo(why(page).getByRole("button", { name: "Edit own value" }));
  await press("Enter");
  await foreseen(page);
  await tabTo(dialog(page).getByRole("checkbox", { name: "Lock" }));
  await press("Space");
  await expect(preview(page)).toContainText(/\d+ own values? would be ignored\./);
  await press("Control+Enter");
  await expect(dialog(page)).toContainText(/Verified: \d+ tenants match the preview\./);
  await focused(dialog(page).getByRole("button", { name: "Close" }).last());
  await press("Enter");
  await focused(why(page).getByRole("heading", { level: 2 }));
  // Back by the tree, and return to inherited.
  await press("t");
  await focused(tree(page));
  await page.keyboard.type("café");
  await press("Enter");
  await expect(heading(page, cafe.name)).toBeVisible();
  await expect(row(page, cafe.name)).toHaveAttribute("aria-selected", "true");
  await expectLine(page, "storage_region", ["eu-south-2", /^Iberia\s*locked$/, /^eu-west-9\s*shadowed$/]);
  await expect(rungs(page).last()).toContainText("ignored: locked by Iberia");
  await tabTo(why(page).getByRole("button", { name: "Reset to inherited" }), 60);
  await press("Enter");
  await foreseen(page);
  await press("Control+Enter");
  await expect(dialog(page)).toContainText("Saved");
  await press("Escape");
  await expectLine(page, "storage_region", ["eu-south-2", /^Iberia\s*locked$/, "not set"]);
  await focused(why(page).getByRole("heading", { level: 2 }));
});
