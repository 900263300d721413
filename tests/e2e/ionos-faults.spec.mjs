// An API that misbehaves, and people who change their mind.
import { auditBothThemes, expect, test } from "./harness.mjs";
import { createUnit, dialog, panel, signInToIonos, units } from "./ionos.mjs";

const tasks = (page) => page.getByRole("region", { name: "Tasks" });

test("a status that never ends: the unit stays locked, and the waiting ends", async ({ page }) => {
  await page.clock.install();
  await signInToIonos(page, "ionos-endless");
  await createUnit(page, "Endless1");
  await page.getByRole("button", { name: "1 task running" }).click();
  await expect(panel(page).getByRole("button", { name: "Delete" })).toBeDisabled();
  await page.clock.runFor(31 * 60_000);
  await expect(async () => {
    await page.clock.runFor(60_000);
    await expect(tasks(page).getByText("not done in the time that was waited; it may still be")).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await tasks(page).getByRole("button", { name: "Wait on" }).click();
  await expect(page.getByRole("button", { name: "1 task running" })).toBeVisible();
});

test("a status that hangs does not keep a unit busy that says it is ready", async ({ page }) => {
  await signInToIonos(page, "ionos-hang");
  await createUnit(page, "Hang1");
  await page.getByRole("button", { name: "1 task running" }).click();
  await expect(tasks(page).getByText("done, as the unit itself says; the request's status did not")).toBeVisible({ timeout: 30_000 });
  await expect(panel(page).getByRole("button", { name: "Delete" })).toBeEnabled();
});

test("a plain member sees less, and is told what was refused", async ({ page }) => {
  await signInToIonos(page, "ionos-member");
  await expect(page.getByText("4 backup units", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Groups" }).click();
  await expect(page.getByText("user management is for administrators of the contract")).toBeVisible();
  await auditBothThemes(page);
  await page.getByRole("button", { name: "Create group" }).click();
  await dialog(page).getByLabel("Name").fill("Member1");
  await dialog(page).getByRole("button", { name: "Create", exact: true }).click();
  await expect(dialog(page).getByRole("alert")).toContainText("403");
  await auditBothThemes(page);
});

test("429 to a single write: what to do is said, and nothing is lost of what was typed", async ({ page }) => {
  await signInToIonos(page, "ionos-429", "groups");
  for (const name of ["First", "Second", "Third"]) {
    await page.getByRole("button", { name: "Create group" }).click();
    await dialog(page).getByLabel("Name").fill(name);
    await dialog(page).getByRole("button", { name: "Create", exact: true }).click();
    const refused = dialog(page).getByRole("alert");
    await expect(refused.or(panel(page).getByRole("heading", { name }))).toBeVisible();
    if (await refused.isVisible()) {
      await expect(refused).toContainText("429");
      await expect(dialog(page).getByLabel("Name")).toHaveValue(name);
      return;
    }
  }
  throw new Error("no write was refused");
});

test("422: each message stands beside the field it is about", async ({ page }) => {
  await signInToIonos(page, "ionos-demo");
  const messages = [
    { errorCode: "100", message: "[(root).properties.name] Attribute 'name' is reserved" },
    { errorCode: "101", message: "Attribute 'email' has no mailbox" },
    { errorCode: "102", message: "the quota of the contract is used up" },
  ];
  await page.route("**/backupunits", (route) =>
    route.request().method() === "POST"
      ? route.fulfill({ status: 422, contentType: "application/json", body: JSON.stringify({ httpStatus: 422, messages }) })
      : route.continue(),
  );
  await createUnit(page, "Reserved1");
  await expect(dialog(page).getByLabel("Name")).toHaveAccessibleDescription("Attribute 'name' is reserved");
  await expect(dialog(page).getByLabel("E-mail")).toHaveAccessibleDescription("Attribute 'email' has no mailbox");
  await expect(dialog(page).getByLabel("Name")).toHaveAttribute("aria-invalid", "true");
  await expect(dialog(page).getByRole("alert")).toContainText("the quota of the contract is used up");
  await auditBothThemes(page);
});

test("what was typed is not dropped without a question", async ({ page }) => {
  await signInToIonos(page, "ionos-demo");
  let answer = false;
  const questions = [];
  page.on("dialog", async (question) => {
    questions.push(question.message());
    await (answer ? question.accept() : question.dismiss());
  });
  await page.getByRole("link", { name: "Groups" }).click();
  await page.getByRole("link", { name: "Backup units" }).click();
  await page.getByRole("button", { name: "Create backup unit" }).click();
  await dialog(page).getByLabel("Name").fill("Typed1");
  await page.keyboard.press("Escape");
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  await page.goBack();
  await expect(dialog(page).getByLabel("Name")).toHaveValue("Typed1");
  expect(page.url()).toContain("backup-units");
  expect(questions).toEqual(Array(3).fill("Discard what you have entered?"));
  answer = true;
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Create backup unit" })).toBeFocused();
});

test("a list is sorted by its columns, and kept as files that say whether they are complete", async ({ page }) => {
  await signInToIonos(page, "ionos-demo");
  const first = units(page).getByRole("row").nth(1).getByRole("rowheader");
  await page.getByRole("button", { name: "Name", exact: true }).click();
  await expect(first).toHaveText("BuchhaltungGraz");
  await page.getByRole("button", { name: "Name", exact: true }).click();
  await expect(first).toHaveText("zz9PluralZAlpha");
  await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "descending");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV" }).click();
  const text = await (await (await saved).createReadStream()).toArray();
  const lines = Buffer.concat(text).toString().split("\r\n");
  expect(lines[0]).toBe("# 14 backup units, complete");
  expect(lines[1]).toBe("id,Name,E-mail,State,Created,Changed");
  expect(lines[2]).toContain("zz9PluralZAlpha");
});
