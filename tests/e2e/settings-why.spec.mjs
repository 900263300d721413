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
const none = (name, kind) => new RegExp(`^${name}\\s*${kind}\\s*none$`);

const cases = [
  ["shadowed by a lock", "retention_days", "Iberia sets it and locks it, so the value set here does not apply.", [
    /^Umbrella Partners\s*partner\s*14\s*overridden by Iberia$/,
    /^Iberia\s*folder\s*owner, says the server\s*30\s*locks\s*applies$/,
    none("Norte", "folder"),
    /^Café Orquídea S\.L\.\s*customer\s*here\s*90\s*shadowed by the lock of Iberia$/,
  ]],
  ["the smaller one wins", "max_devices", "Norte sets a smaller value than this tenant, and of the two the smaller one applies.", [
    umbrella, none("Iberia", "folder"),
    /^Norte\s*folder\s*owner, says the server\s*25\s*applies$/,
    /^Café Orquídea S\.L\.\s*customer\s*here\s*40\s*the smaller value of Norte wins$/,
  ]],
  ["exclusive here", "notify_language", "It is set on this tenant, for itself alone: tenants below do not inherit it.", [
    umbrella, none("Iberia", "folder"), none("Norte", "folder"),
    /^Café Orquídea S\.L\.\s*customer\s*here\s*owner, says the server\s*es\s*exclusive\s*applies$/,
  ]],
  ["exclusive above", "link_expiry_days", "It comes from Umbrella Partners; nothing between there and here sets another value.", [
    /^Umbrella Partners\s*partner\s*owner, says the server\s*30\s*applies$/, none("Iberia", "folder"),
    /^Norte\s*folder\s*7\s*exclusive\s*exclusive: not passed down$/,
    /^Café Orquídea S\.L\.\s*customer\s*here\s*none$/,
  ]],
  ["inherited from a tenant that cannot be seen", "ui_theme", /^It comes from unseen tenant a2feefbd…; nothing between/, [
    /^unseen tenant a2feefbd…\s*owner, says the server$/, /^Umbrella Partners\s*partner\s*none$/,
    none("Iberia", "folder"), none("Norte", "folder"), /^Café Orquídea S\.L\.\s*customer\s*here\s*none$/,
  ]],
  ["locked by somebody who cannot be seen", "password_policy", /is locked by somebody above what you can see\.$/, [
    /^unseen tenant a2feefbd…/, umbrella, none("Iberia", "folder"), none("Norte", "folder"), /here\s*none$/,
  ]],
  ["null is a value", "sync_folder_name", "It comes from Norte; nothing between there and here sets another value.", [
    /^Umbrella Partners\s*partner\s*Sync\s*overridden by Norte$/, none("Iberia", "folder"),
    /^Norte\s*folder\s*owner, says the server\s*null\s*applies$/, /here\s*none$/,
  ]],
  ["no value is none", "idle_lock_minutes", "Neither this tenant nor any above it sets a value.", [
    /^Umbrella Partners\s*partner\s*none$/, none("Iberia", "folder"), none("Norte", "folder"), /here\s*none$/,
  ]],
  ["a quota between folders", "storage_quota_gb", "It comes from Iberia; nothing between there and here sets another value.", [
    /50000\s*the smaller value of Iberia wins$/, /^Iberia\s*folder\s*owner, says the server\s*8000\s*applies$/,
    none("Norte", "folder"), /here\s*none$/,
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
  for (const title of ["Why is vm_quota null?", "Why is fc_storage_gb no value?", "Why is report/weekly 50% true?"]) {
    await page.getByRole("link", { name: `Why? ${title.split(" ").slice(2, -1).join(" ").replace(/ no$/, "")}`, exact: true }).click();
    await expect(why(page).getByRole("heading", { level: 2 })).toHaveText(title);
  }
});

test("what Tenantry's reading does not explain is said so, and the server's word counts", async ({ page }) => {
  await openSettings(page);
  await askWhy(page, "legacy_tier_note");
  await expect(why(page)).toContainText(
    "The server says old_Stuff. Tenantry's reading of the rule gives new_stuff from Café Orquídea S.L., which does not explain it; the server's word counts.");
  await expectLadder(page, [
    /^Umbrella Partners\s*partner\s*owner, says the server\s*old_Stuff\s*$/, none("Iberia", "folder"), none("Norte", "folder"),
    /here\s*new_stuff\s*$/,
  ]);
  await expect(why(page).getByRole("button", { name: "Open preview" })).toHaveCount(0);
  await auditBothThemes(page);
  await picture(page, "settings not explained");
});

test("a way of inheritance that nobody knows: the chain and the server's value, no prediction", async ({ page }) => {
  await openSettings(page);
  await goTo(page, "Norte");
  await askWhy(page, "retention_rules");
  await expect(why(page)).toContainText(/cannot be predicted: the setting's way of inheritance is not known/i);
  await expect(rungs(page).filter({ hasText: "applies" })).toHaveCount(0);
  await expect(rungs(page).last()).toContainText('{"monthly":12}');
  await picture(page, "settings unknown rule");
});

test("a value that is set on a user is shown as the server says", async ({ page }) => {
  await openSettings(page);
  await goTo(page, "Almacenes Goya");
  await expect(line(page, "report_recipient").getByRole("cell").nth(1)).toHaveText("a user");
  await askWhy(page, "report_recipient");
  await expect(why(page)).toContainText(/set on a user: shown as the server says, not predicted/i);
  await expect(rungs(page).first()).toContainText(/^the user [0-9a-f-]{36}\s*owner, says the server$/);
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
  await expect(page.getByRole("region", { name: "If this changed" })).toContainText("Without the lock of Iberia, the value set here would come into force.");
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
