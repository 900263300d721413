// The same write for several rows: plan, run, stop, what was refused, and the vendor's rate limit in the middle.
import { auditBothThemes, expect, picture, test } from "./harness.mjs";
import { dialog, signInToIonos, tick, units } from "./ionos.mjs";

const rows = (page) => dialog(page).getByRole("listitem");

test("an e-mail for several units: what has it is skipped", async ({ page }) => {
  await signInToIonos(page, "ionos-own-7");
  await tick(page, "Kassen01", "Kassen02", "ErpProduktion");
  await expect(page.getByText("3 selected")).toBeVisible();
  await auditBothThemes(page);
  await page.getByRole("button", { name: "Change e-mail…" }).click();
  await expect(dialog(page).getByText("Enter an e-mail address.")).toBeVisible();
  await dialog(page).getByLabel("E-mail").fill("backup+kassen01@umbrella.example");
  await expect(rows(page).filter({ hasText: "Kassen01" })).toContainText("skipped already has this address");
  await expect(dialog(page).getByText("2 requests will be sent")).toBeVisible();
  await auditBothThemes(page);
  await picture(page, "ionos-bulk-plan");
  await dialog(page).getByRole("button", { name: "Change (2)" }).click();
  await expect(dialog(page).getByText("2 accepted, 0 refused, 0 unknown, 0 waiting.")).toBeVisible();
  await auditBothThemes(page);
  await dialog(page).locator("#tn-bulk-close").click();
  await expect(page.getByRole("button", { name: "No tasks running" })).toBeVisible({ timeout: 25_000 });
  const changed = units(page).getByRole("row").filter({ hasText: "backup+kassen01@umbrella.example" });
  await expect(changed).toHaveCount(3);
});

test("all that the filter leaves are selected, shared with a group, and never twice", async ({ page }) => {
  await signInToIonos(page, "ionos-own-8");
  await page.getByRole("searchbox", { name: "Filter the list" }).fill("kassen");
  await page.getByRole("checkbox", { name: "Select all rows that match" }).check();
  await expect(page.getByText("2 selected")).toBeVisible();
  for (const [sent, left] of [[2, 0], [0, 2]]) {
    await page.getByRole("button", { name: "Share with a group…" }).click();
    await dialog(page).getByLabel("Group").selectOption({ label: "Auditors (read only)" });
    await expect(rows(page)).toHaveCount(2);
    await expect(rows(page).filter({ hasText: "already shared with the group" })).toHaveCount(left);
    if (sent > 0) {
      await dialog(page).getByRole("button", { name: `Share (${sent})` }).click();
      await expect(dialog(page).getByText(`${sent} accepted, 0 refused`)).toBeVisible();
      await dialog(page).locator("#tn-bulk-close").click();
    }
  }
  await expect(dialog(page).getByRole("button", { name: "Share (0)" })).toBeDisabled();
});

test("429 in the middle: it pauses, and goes on when somebody says so", async ({ page }) => {
  await signInToIonos(page, "ionos-429");
  await tick(page, "Kassen01", "Kassen02", "ErpProduktion", "Videoschnitt");
  await page.getByRole("button", { name: "Delete…" }).click();
  await expect(dialog(page)).toContainText("All backups, associated with this backup unit");
  await expect(dialog(page).getByRole("button", { name: "Delete (4)" })).toBeDisabled();
  await dialog(page).getByLabel("type the number of selected rows").fill("4");
  await dialog(page).getByRole("button", { name: "Delete (4)" }).click();
  await expect(dialog(page).getByText(/too many \(429\)/)).toBeVisible();
  await expect(dialog(page).getByText("2 accepted, 0 refused, 0 unknown, 2 waiting.")).toBeVisible();
  await auditBothThemes(page);
  await expect(async () => {
    const goOn = dialog(page).getByRole("button", { name: "Continue" });
    if (await goOn.isVisible()) await goOn.click();
    await expect(dialog(page).getByText("4 accepted, 0 refused, 0 unknown, 0 waiting.")).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await dialog(page).locator("#tn-bulk-close").click();
  await expect(units(page).getByRole("link", { name: "Kassen01" })).toHaveCount(0, { timeout: 30_000 });
});

test("what is refused is said for each, and can be sent again", async ({ page }) => {
  await signInToIonos(page, "ionos-trial");
  await tick(page, "Kassen01", "Kassen02");
  await page.getByRole("button", { name: "Change e-mail…" }).click();
  await dialog(page).getByLabel("E-mail").fill("new@umbrella.example");
  await dialog(page).getByRole("button", { name: "Change (2)" }).click();
  await expect(dialog(page).getByText("0 accepted, 2 refused, 0 unknown, 0 waiting.")).toBeVisible();
  await expect(rows(page).first()).toContainText("a trial contract cannot change backup units");
  const sent = [];
  page.on("request", (request) => request.method() === "PATCH" && sent.push(request.url()));
  await dialog(page).getByRole("button", { name: "Retry the refused ones" }).click();
  await expect.poll(() => sent.length).toBe(2);
  await expect(dialog(page).getByText("0 accepted, 2 refused, 0 unknown, 0 waiting.")).toBeVisible();
});

test("a run that is stopped goes no further, and goes on", async ({ page }) => {
  await signInToIonos(page, "ionos-own-9");
  // Each answer takes a while, so that there is something to stop.
  await page.route(/\/backupunits\/[^/]+$/, async (route) => {
    if (route.request().method() === "PATCH") await new Promise((done) => setTimeout(done, 700));
    await route.continue();
  });
  await tick(page, "Kassen01", "Kassen02", "ErpProduktion");
  await page.getByRole("button", { name: "Change e-mail…" }).click();
  await dialog(page).getByLabel("E-mail").fill("stopped@umbrella.example");
  await dialog(page).getByRole("button", { name: "Change (3)" }).click();
  await expect(dialog(page).locator("#tn-bulk-close")).toBeDisabled();
  await dialog(page).getByRole("button", { name: "Stop" }).click();
  await expect(dialog(page).getByText(/^1 accepted, 0 refused, 0 unknown, 2 waiting/)).toBeVisible();
  await expect(dialog(page).getByText("Stopped. Nothing more will be sent.")).toBeVisible();
  await dialog(page).getByRole("button", { name: "Continue" }).click();
  await expect(dialog(page).getByText(/^2 accepted/)).toBeVisible();
  await expect(dialog(page).getByText(/asked to wait/)).toHaveCount(0);
  await expect(dialog(page).getByText(/^3 accepted/)).toBeVisible();
});

test("users: added to a group together, nobody deletes themselves", async ({ page }) => {
  await signInToIonos(page, "ionos-own-8", "users");
  await page.getByRole("checkbox", { name: "Select all rows that match" }).check();
  await page.getByRole("button", { name: "Delete…" }).click();
  await expect(rows(page).filter({ hasText: "own8@umbrella.example" })).toContainText("You cannot do that to yourself.");
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Clear the selection" }).click();
  await expect(page.getByRole("group", { name: "Selected rows" })).toHaveCount(0);
  await page.getByRole("searchbox", { name: "Filter the list" }).fill("sato");
  await page.getByRole("checkbox", { name: "Select all rows that match" }).check();
  for (const sent of [1, 0]) {
    await page.getByRole("button", { name: "Add to a group…" }).click();
    await dialog(page).getByLabel("Group").selectOption({ label: "Ohne alles" });
    await expect(dialog(page).getByRole("button", { name: `Add (${sent})` })).toBeVisible();
    if (sent > 0) {
      await dialog(page).getByRole("button", { name: "Add (1)" }).click();
      await expect(dialog(page).getByText("1 accepted, 0 refused")).toBeVisible();
      await dialog(page).locator("#tn-bulk-close").click();
    }
  }
  await expect(rows(page)).toContainText("already in the group");
});
