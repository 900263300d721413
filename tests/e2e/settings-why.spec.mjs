// "Why?": the sentence, the ladder from the top to the tenant, and where the keyboard goes.
import { auditBothThemes, expect, picture, test } from "./harness.mjs";
import { cafe, detail, useAccount } from "./console.mjs";
import { askWhy, backup, goTo, line, openSettings, rungs, settingsUrl, why } from "./settings.mjs";

/** The ladder says exactly this, from the top down. */
async function expectLadder(page, steps) {
  await expect(rungs(page)).toHaveCount(steps.length);
  for (const [at, words] of steps.entries()) await expect(rungs(page).nth(at)).toHaveText(words);
}

const umbrella = /^Umbrella Partners\s*partner/;
const none = (name, kind) => new RegExp(`^${name}\\s*${kind}\\s*not set$`);

const cases = [
  ["shadowed by a lock", "retention_days", "Iberia sets it and locks it, so the value set here is ignored.", [
    /^Umbrella Partners\s*partner\s*14\s*overridden by Iberia$/,
    /^Iberia\s*folder\s*owner \(reported by Acronis\)\s*30\s*locks\s*applies$/,
    none("Norte", "folder"),
    /^Café Orquídea S\.L\.\s*customer\s*here\s*90\s*ignored: locked by Iberia$/,
  ]],
  ["the smaller one wins", "max_devices", "Norte sets a lower value than this tenant, and the lower value applies.", [
    umbrella, none("Iberia", "folder"),
    /^Norte\s*folder\s*owner \(reported by Acronis\)\s*25\s*applies$/,
    /^Café Orquídea S\.L\.\s*customer\s*here\s*40\s*the lower value of Norte applies$/,
  ]],
  ["exclusive here", "notify_language", "Set on this tenant only: tenants below do not inherit it.", [
    umbrella, none("Iberia", "folder"), none("Norte", "folder"),
    /^Café Orquídea S\.L\.\s*customer\s*here\s*owner \(reported by Acronis\)\s*es\s*exclusive\s*applies$/,
  ]],
  ["exclusive above", "link_expiry_days", "Inherited from Umbrella Partners; no tenant in between sets another value.", [
    /^Umbrella Partners\s*partner\s*owner \(reported by Acronis\)\s*30\s*applies$/, none("Iberia", "folder"),
    /^Norte\s*folder\s*7\s*exclusive\s*exclusive: not inherited below$/,
    /^Café Orquídea S\.L\.\s*customer\s*here\s*not set$/,
  ]],
  ["inherited from a tenant that cannot be seen", "ui_theme", /^Inherited from a tenant above yours \(a2feefbd…\); no tenant in between/, [
    /^a tenant above yours \(a2feefbd…\)\s*owner \(reported by Acronis\)$/, /^Umbrella Partners\s*partner\s*not set$/,
    none("Iberia", "folder"), none("Norte", "folder"), /^Café Orquídea S\.L\.\s*customer\s*here\s*not set$/,
  ]],
  ["locked by somebody who cannot be seen", "password_policy", /locked by a tenant above yours\.$/, [
    /^a tenant above yours \(a2feefbd…\)/, umbrella, none("Iberia", "folder"), none("Norte", "folder"), /here\s*not set$/,
  ]],
  ["null is a value", "sync_folder_name", "Inherited from Norte; no tenant in between sets another value.", [
    /^Umbrella Partners\s*partner\s*Sync\s*overridden by Norte$/, none("Iberia", "folder"),
    /^Norte\s*folder\s*owner \(reported by Acronis\)\s*null\s*applies$/, /here\s*not set$/,
  ]],
  ["nothing sets it", "idle_lock_minutes", "Neither this tenant nor any tenant above sets a value.", [
    /^Umbrella Partners\s*partner\s*not set$/, none("Iberia", "folder"), none("Norte", "folder"), /here\s*not set$/,
  ]],
  ["a quota between folders", "storage_quota_gb", "Inherited from Iberia; no tenant in between sets another value.", [
    /50000\s*the lower value of Iberia applies$/, /^Iberia\s*folder\s*owner \(reported by Acronis\)\s*8000\s*applies$/,
    none("Norte", "folder"), /here\s*not set$/,
  ]],
];
test("the sentence and the ladder of every way to come by a value", async ({ page }) => {
  await openSettings(page);
  for (const [what, name, sentence, steps] of cases) {
    await test.step(`${what}: ${name}`, async () => {
      await askWhy(page, name);
      await expect(why(page).getByRole("paragraph").filter({ hasText: sentence }).first()).toBeVisible();
      await expectLadder(page, steps);
    });
  }
});

test("the title says the value, null and no value apart", async ({ page }) => {
  await openSettings(page);
  for (const title of ["Why is vm_quota null?", "Why is fc_storage_gb not set?", "Why is report/weekly 50% true?"]) {
    await page.getByRole("link", { name: `Why? ${title.split(" ").slice(2, -1).join(" ").replace(/ not$/, "")}`, exact: true }).click();
    await expect(why(page).getByRole("heading", { level: 2 })).toHaveText(title);
  }
});

test("what Tenantry's reading does not explain is said so, and the server's word counts", async ({ page }) => {
  await openSettings(page);
  await askWhy(page, "legacy_tier_note");
  await expect(why(page)).toContainText(
    "Acronis reports old_Stuff. By the rule it should be new_stuff from Café Orquídea S.L.; what Acronis reports counts.");
  await expectLadder(page, [
    /^Umbrella Partners\s*partner\s*owner \(reported by Acronis\)\s*old_Stuff\s*$/, none("Iberia", "folder"), none("Norte", "folder"),
    /here\s*new_stuff\s*$/,
  ]);
  await expect(why(page).getByRole("button", { name: "Preview" })).toHaveCount(0);
  await auditBothThemes(page);
  await picture(page, "settings not explained");
});

test("a way of inheritance that nobody knows: the chain and the server's value, no prediction", async ({ page }) => {
  await openSettings(page);
  await goTo(page, "Norte");
  await askWhy(page, "retention_rules");
  await expect(why(page)).toContainText(/cannot be predicted: how this setting is inherited is not known/i);
  await expect(rungs(page).filter({ hasText: "applies" })).toHaveCount(0);
  await expect(rungs(page).last()).toContainText('{"monthly":12}');
  await picture(page, "settings unknown rule");
});

test("a value that is set on a user is shown as the server says", async ({ page }) => {
  await openSettings(page);
  await goTo(page, "Almacenes Goya");
  await expect(line(page, "report_recipient").getByRole("cell").nth(1)).toHaveText("a user");
  await askWhy(page, "report_recipient");
  await expect(why(page)).toContainText(/set on a user: shown as reported, not predicted/i);
  await expect(rungs(page).first()).toContainText(/^the user [0-9a-f-]{36}\s*owner \(reported by Acronis\)$/);
});

test("an object where a number is expected is shown and explained", async ({ page }) => {
  await openSettings(page);
  await goTo(page, "Hotel Miramar Group");
  await askWhy(page, "bandwidth_limit_mbps");
  await expect(why(page).getByRole("heading", { level: 2 })).toHaveText('Why is bandwidth_limit_mbps {"day":20,"night":200}?');
  await expect(rungs(page).last()).toContainText('{"day":20,"night":200}');
});

test("the panel, in both themes", async ({ page }) => {
  await openSettings(page);
  await askWhy(page, "retention_days");
  await expect(page.getByRole("region", { name: "What if" })).toContainText("Without the lock of Iberia, the value set here would apply.");
  await auditBothThemes(page);
  await picture(page, "settings why");
});

test("rungs lead to their tenants, with the same setting explained", async ({ page }) => {
  await openSettings(page);
  await askWhy(page, "retention_days");
  await rungs(page).getByRole("link", { name: "Iberia" }).click();
  await expect(detail(page).getByRole("heading", { level: 1, name: "Iberia" })).toBeVisible();
  await expect(why(page).getByRole("heading", { name: "Why is retention_days 30?" })).toBeFocused();
  await expect(rungs(page).last()).toContainText("here");
});

test("by keyboard: the focus goes to the explanation, and back to its link", async ({ page }) => {
  await openSettings(page);
  const link = page.getByRole("link", { name: "Why? max_devices" });
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(why(page).getByRole("heading", { level: 2 })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(why(page)).toHaveCount(0);
  await expect(link).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Close the explanation" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(link).toBeFocused();
});

test("the tree keeps the keyboard while it leads from tenant to tenant", async ({ page }) => {
  await openSettings(page, "demo", cafe.id, `?why=${backup}/max_devices`);
  await expect(rungs(page).first()).toBeVisible();
  await page.keyboard.press("t");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(detail(page).getByRole("heading", { level: 1, name: "Almacenes Goya" })).toBeVisible();
  await expect(rungs(page).last()).toContainText("Almacenes Goya");
  await expect(page.getByRole("treegrid", { name: "Tenants" })).toBeFocused();
});

for (const [width, name] of [[1000, "1000"], [700, "700"]]) {
  test(`at ${name} pixels the explanation comes into sight when it is asked for`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(settingsUrl(cafe.id));
    await useAccount(page);
    await askWhy(page, "retention_days");
    await expect(why(page).getByRole("heading", { level: 2 })).toBeInViewport({ ratio: 1 });
    await expect(rungs(page).last()).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    if (width > 900) await auditBothThemes(page);
    await picture(page, `settings why ${name}`);
    await why(page).getByRole("link", { name: "Close the explanation" }).click();
    await expect(page.getByRole("link", { name: "Why? retention_days" })).toBeInViewport({ ratio: 1 });
    await picture(page, `settings ${name}`);
  });
}
