// The journal: every write with what it did, the way back, and no secret in it.
import { auditBothThemes, expect, picture, test, vendorUrl } from "./harness.mjs";
import { cafe, token, useAccount } from "./console.mjs";
import { dialog as ionosDialog, panel, signInToIonos } from "./ionos.mjs";
import { asked, backup, confirmNumber, dialog, edit, openSettings, savedCsv } from "./settings.mjs";

const journal = (page) => page.getByRole("region", { name: "Journal", exact: true });
const entry = (page, name) => journal(page).getByRole("link", { name, exact: true });

/** Goes to the journal of a connection without loading the page anew. */
async function openJournal(page, connection) {
  await page.evaluate((hash) => (location.hash = hash), `#/${connection}/journal`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Journal");
}

/** Sets a setting of the customer in the editor. */
async function set(page, name, value) {
  await edit(page, name);
  await dialog(page).getByLabel("Value", { exact: true }).fill(value);
  await confirmNumber(page);
  await dialog(page).getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog(page).getByText(/^Verified: /)).toBeVisible();
  await dialog(page).getByRole("button", { name: "Close" }).last().click();
}

test("a change of a setting stands in the journal, is undone from it, and so is the undo", async ({ page }) => {
  await openSettings(page, "own-12");
  const before = (await asked(page, "own-12", backup, cafe.id, "compression_level")).own;
  await set(page, "compression_level", "journal-1");
  await openJournal(page, "acronis-sandbox");
  await expect(journal(page).getByText("1 change", { exact: true })).toBeVisible();
  await entry(page, `compression_level on ${cafe.name}`).press("Enter");
  await expect(panel(page)).toContainText("Changed: setting");
  await expect(panel(page)).toContainText(`PUT /applications/${backup}/settings/tenants/${cafe.id}/compression_level`);
  await expect(panel(page).getByRole("region", { name: "After" })).toContainText("journal-1");
  await auditBothThemes(page);
  await picture(page, "journal");
  const csv = await savedCsv(page, () => journal(page).getByRole("button", { name: "CSV" }).click());
  expect(csv.lines[0]).toContain("Before,Request,Sent,After,Correlation ID");
  expect(csv.lines[1]).toContain("compression_level");
  await panel(page).getByRole("button", { name: "Undo" }).press("Enter");
  await expect(dialog(page).getByRole("heading", { name: /^Undo – Changed: setting compression_level/ })).toBeVisible();
  await auditBothThemes(page, { include: "dialog" });
  await picture(page, "journal undo");
  await dialog(page).getByRole("button", { name: "Undo" }).press("Enter");
  await expect(dialog(page).getByText("Undone.", { exact: false })).toBeVisible();
  await dialog(page).getByRole("button", { name: "Close" }).last().press("Enter");
  expect((await asked(page, "own-12", backup, cafe.id, "compression_level")).own ?? null).toEqual(before ?? null);
  await expect(journal(page).getByText("2 changes", { exact: true })).toBeVisible();
  await expect(panel(page).getByRole("button", { name: "Undo" })).toBeDisabled();
  // A reload keeps the entries for the tab, but not the way back.
  await page.reload();
  await useAccount(page, "own-12");
  await expect(journal(page).getByText("2 changes", { exact: true })).toBeVisible();
  await expect(panel(page).getByText(/^Cannot be undone/)).toBeVisible();
});

test("what somebody else has changed since is not undone", async ({ page }) => {
  await openSettings(page, "own-13");
  await set(page, "compression_level", "journal-2");
  const headers = { authorization: `Bearer ${await token(page, "own-13")}` };
  const path = `/api/2/applications/${backup}/settings/tenants/${cafe.id}/compression_level`;
  const data = { value: "journal-3", lock: false, exclusive: false };
  expect((await page.request.put(new URL(path, vendorUrl).href, { headers, data })).ok()).toBe(true);
  await openJournal(page, "acronis-sandbox");
  await entry(page, `compression_level on ${cafe.name}`).click();
  await panel(page).getByRole("button", { name: "Undo" }).click();
  await dialog(page).getByRole("button", { name: "Undo" }).click();
  await expect(dialog(page).getByRole("alert")).toContainText(/changed/);
  expect((await asked(page, "own-13", backup, cafe.id, "compression_level")).own.value).toBe("journal-3");
});

test("passwords are neither in the journal nor in what the browser keeps of it", async ({ page }) => {
  const password = "Tr0ub4dor-and-3";
  await signInToIonos(page, "ionos-own-4", "users");
  await page.getByRole("button", { name: "Create user" }).click();
  await ionosDialog(page).getByLabel("First name").fill("Jo");
  await ionosDialog(page).getByLabel("Last name").fill("Urnal");
  await ionosDialog(page).getByLabel("E-mail").fill("jo.urnal@umbrella.example");
  await ionosDialog(page).getByLabel("Password").fill(password);
  await ionosDialog(page).getByRole("button", { name: "Create", exact: true }).click();
  await expect(panel(page).getByText("Jo Urnal")).toBeVisible();
  await page.getByRole("navigation", { name: "Connections" }).getByRole("link", { name: "Journal" }).last().click();
  await entry(page, "jo.urnal@umbrella.example").or(journal(page).getByRole("link").first()).first().click();
  await expect(panel(page)).toContainText("***");
  await journal(page).getByRole("checkbox", { name: "Keep in this browser" }).check();
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).toContain("Urnal");
  expect(kept).not.toContain(password);
  expect(await page.content()).not.toContain(password);
  await journal(page).getByRole("button", { name: "Clear the journal" }).click();
  await expect(journal(page).getByText("0 changes")).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain("Urnal");
});
