// The table of a tenant's settings: what applies, where it comes from, what is own; filters, order, address, export.
import { auditBothThemes, expect, hold, picture, test } from "./harness.mjs";
import { cafe, detail, row, signInToAll, useAccount } from "./console.mjs";
import { expectLine, filter, goTo, line, openSettings, saved, settingsUrl, table, savedCsv } from "./settings.mjs";

const kinds = (page) => page.getByRole("group", { name: "Show only" });
const chip = (page, name) => kinds(page).getByRole("button", { name });
const links = (page) => table(page).getByRole("link", { name: /^Why\?/ });
/** The names of the settings in the order of the table. */
const names = (page) => links(page).evaluateAll((all) => all.map((one) => one.getAttribute("aria-label").slice(5)));

test("every setting with its effective value, where it comes from, and its own value", async ({ page }) => {
  await openSettings(page);
  await expect(links(page)).toHaveCount(38);
  const lines = {
    agent_auto_update: ["true", "Umbrella Partners", "not set"],
    backup_window: ["22:00–05:00", "this tenant", "22:00–05:00"],
    encryption_required: ["true", /^Umbrella Partners\s*locked$/, "not set"],
    licensing_mode: ["per_device", "Iberia", "not set"],
    max_devices: ["25", /^Norte\s*lower value applies$/, "40"],
    notify_language: ["es", "this tenant", /^es\s*exclusive$/],
    object_lock_bytes: ["9007199254740993", "Umbrella Partners", "not set"],
    "report/weekly 50%": ["true", "Umbrella Partners", "not set"],
    retention_days: ["30", /^Iberia\s*locked$/, /^90\s*shadowed$/],
    telemetry_channel: ["stable", "a tenant above yours (a2feefbd…)", "not set"],
    vm_quota: ["null", "Umbrella Partners", "not set"],
    fc_storage_gb: ["not set", "not set", "not set"],
    legacy_tier_note: ["old_Stuff", /^Umbrella Partners\s*not explained$/, "new_stuff"],
    password_policy: [/^\{"min_length":10/, /^a tenant above yours \(a2feefbd…\)\s*locked$/, "not set"],
  };
  for (const [name, cells] of Object.entries(lines)) await expectLine(page, name, cells);
  await expect(table(page).getByRole("row").filter({ hasText: /^(Backup|File Sync & Share|Management Portal)$/ })).toHaveCount(3);
  // What a schema alone names is no setting.
  await expect(line(page, "legacy_vault_limit")).toHaveCount(0);
  await auditBothThemes(page);
  await picture(page, "settings");
});

test("in the dark", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await openSettings(page, "demo", cafe.id, `?why=6e6d758d-8e74-3ae3-ac84-50eb0dff12eb/retention_days`);
  await expect(page.getByRole("heading", { name: "Why is retention_days 30?" })).toBeVisible();
  await picture(page, "settings dark");
});

test("filtered by text, in name and value, without accents and case", async ({ page }) => {
  await openSettings(page);
  await filter(page).fill("RETENTION");
  await expect.poll(() => names(page)).toEqual(["retention_days", "retention_rules"]);
  await filter(page).fill("eu-south");
  await expect.poll(() => names(page)).toEqual(["storage_region"]);
  await filter(page).fill("nothing is like this");
  await expect(page.getByText("No matching settings.")).toBeVisible();
  await auditBothThemes(page);
  await filter(page).press("Escape");
  await expect(filter(page)).toHaveValue("");
  await expect(links(page)).toHaveCount(38);
});

test("filtered by application", async ({ page }) => {
  await openSettings(page);
  const choice = page.getByRole("combobox", { name: "Application", exact: true });
  await choice.selectOption({ label: "Management Portal" });
  await expect(links(page)).toHaveCount(8);
  await expect(line(page, "audit_days")).toBeVisible();
  await choice.selectOption({ label: "All applications" });
  await expect(links(page)).toHaveCount(38);
});

const byKind = {
  "Own 4": ["backup_window", "max_devices", "notify_language", "legacy_tier_note"],
  "Shadowed 1": ["retention_days"],
  "Locked 5": ["encryption_required", "mfa_enforced", "retention_days", "external_sharing", "password_policy"],
  "Exclusive 1": ["notify_language"],
};
test("filtered by kind, each counted on its button, and back", async ({ page }) => {
  await openSettings(page);
  for (const [kind, expected] of Object.entries(byKind)) {
    await chip(page, kind).click();
    await expect(chip(page, kind)).toHaveAttribute("aria-pressed", "true");
    await expect.poll(() => names(page)).toEqual(expected);
    await chip(page, kind).click();
    await expect(chip(page, kind)).toHaveAttribute("aria-pressed", "false");
    await expect(links(page)).toHaveCount(38);
  }
  await chip(page, "Inherited 33").click();
  await expect(links(page)).toHaveCount(33);
  await expect(line(page, "backup_window")).toHaveCount(0);
});

test("sorted by name, by where the value comes from, own values first", async ({ page }) => {
  await openSettings(page);
  const head = (name) => table(page).getByRole("columnheader", { name });
  const sort = (name) => head(name).getByRole("button").click();
  await sort("Setting");
  await expect(head("Setting")).toHaveAttribute("aria-sort", "ascending");
  await expect.poll(async () => (await names(page))[1]).toBe("allow_support_access");
  const byName = await names(page);
  expect(byName).toEqual([...byName].sort());
  await sort("Own");
  await expect(head("Own")).toHaveAttribute("aria-sort", "ascending");
  await expect.poll(async () => (await names(page)).slice(0, 5)).toEqual(
    ["backup_window", "legacy_tier_note", "max_devices", "notify_language", "retention_days"]);
  await sort("Comes from");
  await expect.poll(async () => (await names(page))[0]).toBe("external_sharing");
  await expect(line(page, "external_sharing")).toContainText("File Sync & Share");
  await sort("Comes from");
  await expect(head("Comes from")).toHaveAttribute("aria-sort", "none");
  await expect.poll(async () => (await names(page))[0]).toBe("agent_auto_update");
});

test("the address says all of it, also after a reload, and links keep it", async ({ page }) => {
  await openSettings(page);
  await filter(page).fill("days");
  await page.getByRole("combobox", { name: "Application", exact: true }).selectOption({ label: "Backup" });
  await chip(page, /^Shadowed/).click();
  await table(page).getByRole("button", { name: "Setting" }).click();
  await page.getByRole("link", { name: "Why? retention_days" }).click();
  await expect(page).toHaveURL(/settings\?find=days&app=6e6d758d[^&]*&show=shadowed&sort=name&why=6e6d758d[^&]*retention_days$/);
  const address = page.url();
  await page.reload();
  await useAccount(page);
  await expect(page.getByRole("heading", { name: "Why is retention_days 30?" })).toBeVisible();
  await expect(filter(page)).toHaveValue("days");
  await expect(chip(page, /^Shadowed/)).toHaveAttribute("aria-pressed", "true");
  expect(page.url()).toBe(address);
  await page.getByRole("link", { name: "Close the explanation" }).click();
  await expect(page).toHaveURL(/sort=name$/);
  await page.goBack();
  expect(page.url()).toBe(address);
});

test("a filter that leaves the table as it is stays when a link is followed", async ({ page }) => {
  await openSettings(page);
  await filter(page).fill("retention_d");
  await expect(links(page)).toHaveCount(1);
  await filter(page).fill("retention_da");
  await page.getByRole("link", { name: "Why? retention_days" }).click();
  await expect(filter(page)).toHaveValue("retention_da");
  await page.getByRole("link", { name: "Close the explanation" }).click();
  await expect(filter(page)).toHaveValue("retention_da");
});

test("where a value comes from is a link to that tenant's settings", async ({ page }) => {
  await openSettings(page);
  await line(page, "licensing_mode").getByRole("link", { name: "Iberia" }).click();
  await expect(detail(page).getByRole("heading", { level: 1, name: "Iberia" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Why is licensing_mode per_device?" })).toBeVisible();
  await expectLine(page, "licensing_mode", ["per_device", "this tenant", "per_device"]);
});

test("the tree leads to another tenant's settings, with the same filter", async ({ page }) => {
  await openSettings(page, "demo", cafe.id, "?find=days");
  await goTo(page, "Iberia");
  await expect(filter(page)).toHaveValue("days");
  await expectLine(page, "retention_days", ["30", /this tenant\s*locked/, /30\s*locks/]);
  await page.getByRole("link", { name: "Overview" }).click();
  await row(page, "Norte").click();
  await expect(detail(page).getByRole("region", { name: "About" })).toBeVisible();
});

test("hidden settings are named as such, and frozen until somebody allows it", async ({ page }) => {
  await openSettings(page);
  await expect(line(page, "internal_sync_flags")).toContainText("hidden");
  await page.getByRole("link", { name: "Why? internal_sync_flags" }).click();
  const set = page.getByRole("button", { name: "Set own value" });
  await expect(set).toBeDisabled();
  await expect(page.getByText("Acronis hides this setting. First allow changes to hidden settings above the table.")).toBeVisible();
  await page.getByRole("checkbox", { name: "Allow changes to hidden settings" }).check();
  await expect(set).toBeEnabled();
});

test("a hidden own value cannot be taken away by another way either", async ({ page }) => {
  await openSettings(page);
  await goTo(page, "Umbrella Partners");
  await page.getByRole("link", { name: "Why? internal_sync_flags" }).click();
  for (const name of ["Edit own value", "Reset to inherited", "Preview"]) {
    await expect(page.getByRole("button", { name })).toBeDisabled();
  }
});

test("CSV of everything, with a line that says that it is complete", async ({ page }) => {
  await openSettings(page);
  const { name, lines, last } = await savedCsv(page, () => page.getByRole("button", { name: "CSV" }).click());
  expect(name).toBe("settings_Café-Orquídea-S.L_DAY_complete.csv");
  expect(last).toBe(`# Settings of ${cafe.name} (${cafe.id}): 38 settings, complete`);
  expect(lines[0]).toBe("application,setting,effective,effective_lock,owner_id,owner,own,own_lock,own_exclusive");
  expect(lines).toHaveLength(1 + 38 + 1);
  expect(lines.find((one) => one.includes(",retention_days,"))).toMatch(/^Backup,retention_days,30,true,[0-9a-f-]{36},Iberia,90,false,false$/);
  expect(lines.find((one) => one.includes(",backup_window,"))).toContain('"""22:00–05:00"""');
  expect(lines.find((one) => one.includes(",object_lock_bytes,"))).toContain(",9007199254740993,");
});

test("JSON of what is filtered says that it is", async ({ page }) => {
  await openSettings(page, "demo", cafe.id, "?find=retention");
  const { name, text } = await saved(page, () => page.getByRole("button", { name: "JSON" }).click());
  expect(name).toMatch(/^settings_Café-Orquídea-S\.L_\d{4}-\d{2}-\d{2}_filtered\.json$/);
  const { about, extent, rows } = JSON.parse(text);
  expect(about).toContain("2 settings, filtered: not all rows");
  expect(extent).toBe("filtered");
  expect(rows.map((one) => one.setting)).toEqual(["retention_days", "retention_rules"]);
  expect(rows[0]).toMatchObject({ effective: "30", effective_lock: "true", own: "90", own_exclusive: "false" });
  expect(rows[1].own).toBeNull();
});

test("while the settings are read there are grey lines; a failure has words and a way on", async ({ page }) => {
  await signInToAll(page);
  const held = await hold(page, /\/tenants\/[0-9a-f-]{36}\/settings/);
  await page.goto(settingsUrl(cafe.id));
  await expect(page.getByRole("status", { name: "Loading the settings" })).toBeVisible();
  await auditBothThemes(page);
  await picture(page, "settings loading");
  held.fail();
  const notice = page.getByRole("region", { name: "Settings" }).getByRole("alert");
  await expect(notice).toContainText("No answer from Acronis sandbox", { timeout: 20_000 });
  await expect(page.getByText("The tenant has no settings.")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "CSV" })).toHaveCount(0);
  await auditBothThemes(page);
  await picture(page, "settings failed");
  await page.unroute(/\/tenants\/[0-9a-f-]{36}\/settings/);
  await notice.getByRole("button", { name: "Try again" }).click();
  await expect(links(page)).toHaveCount(38);
  await expect(notice).toHaveCount(0);
});
