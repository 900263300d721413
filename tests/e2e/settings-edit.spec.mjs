// The editor: what can be typed, what a change would do, saving and reading back, and the way back to inherited.
// Every test that saves has an account, and so a copy of the settings, of its own.
import { auditBothThemes, expect, hold, picture, test } from "./harness.mjs";
import { cafe } from "./console.mjs";
import { asked, askWhy, backup, confirmNumber, dialog, edit, expectLine, foreseen, goTo, line, openSettings, rungs, saved, savedCsv, why } from "./settings.mjs";

const type = (page) => dialog(page).getByLabel("Type");
const value = (page) => dialog(page).getByLabel("Value", { exact: true });
const lock = (page) => dialog(page).getByRole("checkbox", { name: "Lock" });
const exclusive = (page) => dialog(page).getByRole("checkbox", { name: "Exclusive" });
const save = (page) => dialog(page).getByRole("button", { name: "Save", exact: true });
const preview = (page) => dialog(page).getByRole("region", { name: "What would change" });

test("the form starts from what applies, and checks what is typed by its type", async ({ page }) => {
  await openSettings(page);
  await edit(page, "audit_days");
  await expect(dialog(page)).toHaveAccessibleName(`audit_days on ${cafe.name}`);
  await expect(type(page)).toHaveValue("number");
  await expect(value(page)).toHaveValue("365");
  await expect(value(page)).toBeFocused();
  await value(page).fill("twelve");
  await expect(value(page)).toHaveAttribute("aria-invalid", "true");
  await expect(value(page)).toHaveAccessibleDescription("Not a JSON number, such as 12 or -0.5.");
  await expect(save(page)).toBeDisabled();
  await expect(save(page)).toHaveAccessibleDescription("Not ready to save yet.");
  await auditBothThemes(page);
  await picture(page, "settings edit fault");
  await value(page).fill("9007199254740993");
  await expect(dialog(page)).toContainText("Larger than 9,007,199,254,740,992");
  await expect(save(page)).toBeEnabled();
  await type(page).selectOption("object");
  await expect(value(page)).toHaveAccessibleDescription('Not a JSON object, such as {"a": 1}.');
  await value(page).fill('{"a": [1, 2]}');
  await expect(dialog(page)).toContainText("The current value is of type number, this one of type object.");
  await type(page).selectOption("boolean");
  await expect(value(page)).toHaveValue("false");
  await type(page).selectOption("null");
  await expect(dialog(page)).toContainText("Null is a value too: it is set, and inherited as null.");
  await expect(save(page)).toBeEnabled();
  await auditBothThemes(page);
});

test("lock and exclusive are explained in words", async ({ page }) => {
  await openSettings(page);
  await edit(page, "audit_days");
  await expect(lock(page)).toHaveAccessibleDescription(/^Tenants below cannot override the value/);
  await expect(exclusive(page)).toHaveAccessibleDescription(/^For this tenant only: tenants below inherit/);
});

test("values that the reference names are offered", async ({ page }) => {
  await openSettings(page);
  await edit(page, "tier_level_value");
  const list = await value(page).getAttribute("list");
  const offered = await page.locator(`#${list} option`).evaluateAll((all) => all.map((one) => one.value));
  expect(offered).toEqual(["-2", "-1", "0", "1", "2", "3", "4", "5", "6", "7"]);
});

test("the preview: counts, a bar, the map, a table, and all of it as CSV", async ({ page }) => {
  await openSettings(page);
  await goTo(page, "Umbrella Partners");
  await edit(page, "retention_days");
  await value(page).fill("21");
  await lock(page).check();
  await expect(preview(page)).toContainText("Here: 14 from Umbrella Partners → 21 from Umbrella Partners, locked");
  const words = await preview(page).getByText(/tenants below would change/).first().textContent();
  const [, changed, below] = words.match(/^(\d+) of (\d+) tenants below would change/);
  expect(Number(below)).toBe(499);
  expect(Number(changed)).toBeGreaterThan(400);
  await expect(preview(page)).toContainText(/\d+ own values would be ignored\./);
  await expect(preview(page).getByRole("img", { name: /^The 7 tenants directly below as rectangles/ })).toBeVisible();
  await expect(preview(page).getByRole("table").getByRole("rowheader")).toHaveCount(100);
  await expect(preview(page)).toContainText(`and ${Number(changed) - 100} more`);
  await auditBothThemes(page);
  await picture(page, "settings preview");
  const { name, lines, last } = await savedCsv(page, () => preview(page).getByRole("button", { name: "CSV" }).click());
  expect(name).toBe("preview_retention-days_Umbrella-Partners_DAY_complete.csv");
  expect(last).toBe("# Preview of a change of retention_days on Umbrella Partners, complete");
  expect(lines[0]).toBe("tenant_id,tenant,before,after,effect");
  // The tenant itself stands first.
  expect(lines).toHaveLength(2 + 1 + Number(changed));
  expect(lines.find((one) => one.includes(cafe.id))).toContain("21 from Umbrella Partners, locked");
  await page.emulateMedia({ colorScheme: "dark" });
  await picture(page, "settings preview dark");
  await page.setViewportSize({ width: 700, height: 800 });
  await picture(page, "settings preview 700");
});

test("saving: as foreseen, in the server's own words, and shown", async ({ page }) => {
  await openSettings(page, "own-1");
  await edit(page, "backup_window");
  await expect(save(page)).toBeDisabled();
  await expect(save(page)).toHaveAccessibleDescription("No changes to save.");
  await value(page).fill("21:00–04:00");
  await lock(page).check();
  await expect(preview(page)).toContainText("2 of 2 tenants below would change");
  await picture(page, "settings edit");
  await save(page).click();
  await expect(dialog(page)).toContainText("Saved");
  await expect(dialog(page)).toContainText("Verified: 3 tenants match the preview.");
  await auditBothThemes(page);
  await picture(page, "settings saved");
  const done = dialog(page).getByRole("button", { name: "Close" }).last();
  await expect(done).toBeFocused();
  await done.click();
  await expect(dialog(page)).toHaveCount(0);
  await expectLine(page, "backup_window", ["21:00–04:00", /this tenant\s*locked/, /21:00–04:00\s*locks/]);
  await expect(why(page).getByRole("heading", { level: 2 })).toBeFocused();
  const now = await asked(page, "own-1", backup, cafe.id, "backup_window");
  expect(now.own).toEqual({ value: "21:00–04:00", lock: true, exclusive: false });
});

test("Ctrl+Enter saves; a number beyond doubles keeps its digits; exclusive reaches nobody", async ({ page }) => {
  await openSettings(page, "own-2");
  await edit(page, "object_lock_bytes");
  await value(page).fill("9007199254740991");
  await exclusive(page).check();
  await expect(preview(page)).toContainText("None of the 2 tenants below would change");
  await value(page).press("Control+Enter");
  await expect(dialog(page)).toContainText("Verified: 1 tenant matches the preview.");
  await page.keyboard.press("Escape");
  await expectLine(page, "object_lock_bytes", ["9007199254740991", "this tenant", /9007199254740991\s*exclusive/]);
  await goTo(page, "Almacenes Goya");
  await edit(page, "object_lock_bytes");
  await value(page).fill("9007199254740993");
  await save(page).click();
  await expect(dialog(page)).toContainText("Saved");
  await page.keyboard.press("Escape");
  await expect(line(page, "object_lock_bytes").getByRole("cell").nth(2)).toHaveText("9007199254740993");
});

test("return to inherited says what the tenant falls back to, value and owner", async ({ page }) => {
  await openSettings(page, "own-3");
  await askWhy(page, "max_devices");
  await why(page).getByRole("button", { name: "Reset to inherited" }).click();
  await foreseen(page);
  await expect(dialog(page)).toHaveAccessibleName(`Reset max_devices on ${cafe.name} to inherited`);
  await expect(dialog(page)).toContainText("The effective value here stays the same.");
  await page.keyboard.press("Escape");
  await expect(why(page).getByRole("button", { name: "Reset to inherited" })).toBeFocused();
  await goTo(page, "Iberia");
  await askWhy(page, "retention_days");
  await why(page).getByRole("button", { name: "Reset to inherited" }).click();
  await foreseen(page);
  await expect(dialog(page)).toContainText("The tenant then has 14 from Umbrella Partners.");
  await expect(preview(page)).toContainText(/\d+ own values? would apply again\./);
  await auditBothThemes(page);
  await picture(page, "settings return");
  await confirmNumber(page);
  await dialog(page).getByRole("button", { name: "Reset to inherited" }).click();
  await expect(dialog(page)).toContainText(/Verified: \d+ tenants match the preview\./);
  await page.keyboard.press("Escape");
  await expectLine(page, "retention_days", ["14", "Umbrella Partners", "not set"]);
  await expect(why(page).getByRole("button", { name: "Reset to inherited" })).toBeDisabled();
  await expect(why(page).getByRole("button", { name: "Reset to inherited" })).toHaveAccessibleDescription("There is no own value to reset.");
  await goTo(page, cafe.name);
  await expectLine(page, "retention_days", ["90", "this tenant", "90"]);
});

test("what nobody can see is not foreseen: the value above the top", async ({ page }) => {
  await openSettings(page);
  await goTo(page, "Umbrella Partners");
  await askWhy(page, "audit_days");
  await expect(page.getByRole("region", { name: "What if" })).toContainText("cannot be predicted: the value above is not visible to you");
  await why(page).getByRole("button", { name: "Reset to inherited" }).click();
  await expect(dialog(page)).toContainText("What the tenant then has: cannot be predicted: the value above is not visible to you.");
  await expect(preview(page)).toContainText(/For \d+ tenants? it cannot be predicted\./);
  await picture(page, "settings not foreseen");
});

test("looking at the lock of another tenant: what would change without it", async ({ page }) => {
  await openSettings(page);
  await askWhy(page, "retention_days");
  await page.getByRole("region", { name: "What if" }).getByRole("button", { name: "Preview" }).click();
  await foreseen(page);
  await expect(dialog(page)).toHaveAccessibleName("retention_days on Iberia");
  await expect(lock(page)).not.toBeChecked();
  await expect(preview(page)).toContainText(/\d+ own values? would apply again\./);
  await expect(save(page)).toBeEnabled();
  page.once("dialog", (question) => question.accept());
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole("region", { name: "What if" }).getByRole("button", { name: "Preview" })).toBeFocused();
});

test("what was typed is not lost without a question: Escape, the cross, a reload", async ({ page }) => {
  await openSettings(page);
  await edit(page, "retention_days");
  await value(page).fill("91");
  const asked = [];
  page.on("dialog", (question) => {
    asked.push(`${question.type()}: ${question.message()}`);
    return question.type() === "confirm" && asked.length === 3 ? question.accept() : question.dismiss();
  });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(value(page)).toHaveValue("91");
  expect(asked).toEqual(Array(2).fill("confirm: Discard your changes?"));
  await dialog(page).getByRole("button", { name: "Close" }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(why(page).getByRole("button", { name: "Edit own value" })).toBeFocused();
  await edit(page, "retention_days");
  await value(page).fill("92");
  await page.evaluate(() => location.reload());
  await expect.poll(() => asked.at(-1)).toMatch(/^beforeunload/);
  await expect(value(page)).toHaveValue("92");
});

test("nothing typed, nothing asked", async ({ page }) => {
  await openSettings(page);
  page.on("dialog", () => expect(null, "a question").toBe("none"));
  await edit(page, "retention_days");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await expect(why(page).getByRole("button", { name: "Edit own value" })).toBeFocused();
  await page.reload();
});

test("an own value under a lock may be set, and is said not to apply", async ({ page }) => {
  await openSettings(page, "own-4");
  await edit(page, "retention_days");
  await value(page).fill("60");
  await expect(preview(page)).toContainText("Here the effective value stays the same.");
  await expect(dialog(page)).toContainText("Locked by Iberia: a value set here is saved but ignored.");
  await dialog(page).getByRole("button", { name: "Save anyway" }).click();
  await expect(dialog(page)).toContainText("Saved");
  await page.keyboard.press("Escape");
  await expectLine(page, "retention_days", ["30", /^Iberia\s*locked$/, /^60\s*shadowed$/]);
  await expect(rungs(page).last()).toContainText("60");
  await expect(why(page)).toContainText("Locked by Iberia: a value set here is saved but ignored.");
});

test("more than 100 tenants: their number is asked for, and nothing is sent without it", async ({ page }) => {
  await openSettings(page);
  await goTo(page, "Umbrella Partners");
  await edit(page, "retention_days");
  await value(page).fill("21");
  await expect(preview(page)).toContainText(/\d+ of 499 tenants below would change/);
  await expect(save(page)).toBeDisabled();
  await expect(save(page)).toHaveAccessibleDescription("Type the number to confirm.");
  const sent = [];
  page.on("request", (request) => request.method() === "PUT" && sent.push(request.url()));
  await value(page).press("Control+Enter");
  await dialog(page).getByLabel(/^This changes \d+ tenants\. Type \d+ to confirm\.$/).fill("7");
  await expect(save(page)).toBeDisabled();
  expect(sent).toEqual([]);
  await confirmNumber(page);
  await expect(save(page)).toBeEnabled();
  await auditBothThemes(page, { include: "dialog" });
  await picture(page, "settings number");
});

test("what has not been read is not known: no table, no “none”, and only an explicit save without a preview", async ({ page }) => {
  test.setTimeout(90_000);
  await openSettings(page, "own-8");
  await goTo(page, "Umbrella Partners");
  await askWhy(page, "retention_days");
  await page.route(/settings\/tenants\?/, (route) => route.fulfill({ status: 500, body: "" }));
  await why(page).getByRole("button", { name: /^(Set|Edit) own value$/ }).click();
  await value(page).fill("15");
  await expect(preview(page)).toContainText("Not known yet: read on 0 of 499 tenants below.", { timeout: 30_000 });
  await expect(preview(page)).not.toContainText(/none|nobody|\b0 tenants/i);
  await expect(preview(page).getByRole("table")).toHaveCount(0);
  await expect(preview(page).getByRole("button", { name: "Read them" })).toBeVisible();
  await expect(save(page)).toBeDisabled();
  await auditBothThemes(page, { include: "dialog" });
  await picture(page, "settings not known");
  await confirmNumber(page);
  await expect(save(page)).toBeDisabled();
  await expect(save(page)).toHaveAccessibleDescription("Read the tenants below first, or save without a preview.");
  await page.unroute(/settings\/tenants\?/);
  await dialog(page).getByRole("button", { name: "Save without a preview" }).click();
  await expect(dialog(page)).toContainText("Saved");
  await expect(dialog(page)).toContainText("Verified 1");
  await expect(dialog(page)).toContainText("Different 0");
  await expect(dialog(page)).toContainText("Not verified 499");
  await auditBothThemes(page, { include: "dialog" });
  await picture(page, "settings not verified");
});

test("what is not verified after a save without a preview can be read, again where that failed, and in the background", async ({ page }) => {
  test.setTimeout(90_000);
  await openSettings(page, "own-11");
  await goTo(page, "Umbrella Partners");
  await askWhy(page, "retention_days");
  await page.route(/settings\/tenants\?/, (route) => route.fulfill({ status: 400, body: "" }));
  await why(page).getByRole("button", { name: /^(Set|Edit) own value$/ }).click();
  await value(page).fill("16");
  await expect(preview(page)).toContainText("Not known yet");
  await confirmNumber(page);
  await dialog(page).getByRole("button", { name: "Save without a preview" }).click();
  const read = dialog(page).getByRole("button", { name: "Read them" });
  await expect(dialog(page)).toContainText("Not verified 500");
  await read.click();
  await expect(dialog(page)).toContainText("Not verified 500");
  await page.unroute(/settings\/tenants\?/);
  const held = await hold(page, /settings\/tenants\?/);
  await read.click();
  await expect(dialog(page)).toContainText("Verifying 0 of 500");
  await dialog(page).getByRole("button", { name: "Close and verify in the background" }).click();
  const kept = page.getByRole("region", { name: "retention_days on Umbrella Partners" });
  await expect(kept).toContainText("Verifying 0 of 500");
  held.release();
  await expect(kept).toContainText(/Verified: \d+ tenants have what the change gives them\./);
  await expect(kept.getByRole("button", { name: "Read them" })).toHaveCount(0);
  await auditBothThemes(page);
  await picture(page, "settings verified later");
});

test("a server that says yes and keeps another value is found out", async ({ page }) => {
  await openSettings(page, "own-6");
  await edit(page, "backup_window");
  await page.route(/\/settings\/tenants\/[0-9a-f-]{36}\/backup_window$/, async (route) => {
    if (route.request().method() !== "PUT") return route.continue();
    const answer = await route.fetch();
    const setting = await answer.json();
    await route.fulfill({ response: answer, json: { ...setting, own: { ...setting.own, value: "00:00–01:00" } } });
  });
  await value(page).fill("20:00–03:00");
  await save(page).click();
  await expect(dialog(page)).toContainText("Acronis answered with another value than was sent: 00:00–01:00");
});

test("verifying goes on in the background, and its result is shown on the tab", async ({ page }) => {
  test.setTimeout(90_000);
  await openSettings(page, "own-6");
  await edit(page, "notify_language");
  await value(page).fill("pt");
  const held = await hold(page, /settings\/tenants\?/);
  await save(page).click();
  await expect(dialog(page)).toContainText(/Verifying 0 of \d+/);
  await expect(dialog(page).getByRole("button", { name: "Cancel" })).toHaveCount(0);
  await picture(page, "settings verifying");
  await dialog(page).getByRole("button", { name: "Close and verify in the background" }).click();
  await expect(dialog(page)).toHaveCount(0);
  const kept = page.getByRole("region", { name: `notify_language on ${cafe.name}` });
  await expect(kept).toContainText(/Verifying 0 of \d+/);
  held.release();
  await expect(kept).toContainText(/Verified: \d+ tenants? match(es)? the preview\./);
  await auditBothThemes(page);
  await picture(page, "settings verified behind");
  await kept.getByRole("button", { name: "Dismiss" }).click();
  await expect(kept).toHaveCount(0);
});
