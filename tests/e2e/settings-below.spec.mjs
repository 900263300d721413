// What applies below a tenant, who has an own value there, and two tenants side by side.
import { auditBothThemes, expect, hold, picture, test } from "./harness.mjs";
import { cafe, detail, useAccount } from "./console.mjs";
import { askWhy, below, filter, goTo, openSettings, why, savedCsv } from "./settings.mjs";

async function openBelow(page, name) {
  await askWhy(page, name);
  await why(page).getByRole("link", { name: "What applies below this tenant" }).click();
  await expect(below(page).getByText(/^Read on (\d+) of \1 tenants below\.$/)).toBeVisible();
}

const spread = (page) => below(page).getByRole("table", { name: "Values by number of tenants" }).getByRole("row");
const share = (text) => Number(text.match(/(\d+) \(<?\d+ %\)$/)[1]);

test("the distribution of effective values, as picture and numbers that add up", async ({ page }) => {
  await openSettings(page);
  await goTo(page, "Umbrella Partners");
  await openBelow(page, "retention_days");
  await expect(below(page).getByRole("heading", { name: "retention_days below Umbrella Partners" })).toBeFocused();
  await expect(below(page).getByText("Read on 499 of 499 tenants below.")).toBeVisible();
  const tenants = below(page).getByRole("region", { name: "Tenants below" }).getByRole("rowheader");
  await expect(tenants).toHaveCount(100);
  await below(page).getByRole("button", { name: "Show more" }).click();
  await expect(tenants).toHaveCount(200);
  const lines = (await spread(page).allInnerTexts()).slice(1).map((text) => text.trim());
  expect(lines[0]).toMatch(/^14\s/);
  expect(lines.map(share).reduce((one, other) => one + other)).toBe(499);
  await auditBothThemes(page);
  await picture(page, "settings below");
});

test("each tenant below with path, kind, value and own value; filtered, as links and as a file", async ({ page }) => {
  await openSettings(page);
  await goTo(page, "Iberia");
  await openBelow(page, "retention_days");
  const lines = below(page).getByRole("region", { name: "Tenants below" }).getByRole("rowheader");
  const chip = (name) => below(page).getByRole("button", { name });
  const count = async (name) => Number((await chip(name).innerText()).match(/\d+/)[0]);
  await expect(lines).toHaveCount(await count(/^All /));
  const own = await count(/^Own value \d/);
  await chip(/^Own value \d/).click();
  await expect(lines).toHaveCount(own);
  // Iberia locks the setting, so no own value below applies.
  expect(await count(/^Own value ignored /)).toBe(own);
  await expect(below(page).getByRole("row").filter({ hasText: cafe.name })).toContainText(/Umbrella Partners \/ Iberia \/ Norte.*customer.*30 from Iberia, locked.*90/s);
  await auditBothThemes(page);
  await picture(page, "settings below own");
  const { lines: rows, last } = await savedCsv(page, () => below(page).getByRole("button", { name: "CSV" }).click());
  expect(rows[0]).toBe("tenant_id,tenant,path,kind,effective,locked,own,own_applies,read");
  expect(rows.find((one) => one.includes(cafe.id))).toMatch(/,true,90,false,true$/);
  expect(last).toMatch(/^# retention_days below Iberia, filtered/);
  await below(page).getByRole("link", { name: cafe.name }).click();
  await expect(detail(page).getByRole("heading", { level: 1, name: cafe.name })).toBeVisible();
});

test("Escape and the cross lead back to the explanation", async ({ page }) => {
  await openSettings(page);
  await openBelow(page, "backup_window");
  await page.keyboard.press("Escape");
  await expect(why(page).getByRole("heading", { level: 2 })).toBeFocused();
  await page.goBack();
  await expect(below(page)).toBeVisible();
  await below(page).getByRole("link", { name: "Back to the explanation" }).click();
  await expect(why(page)).toBeVisible();
});

test("while it is read it says how far, and can be stopped", async ({ page }) => {
  await openSettings(page);
  await goTo(page, "Umbrella Partners");
  await hold(page, /settings\/tenants\?/);
  await askWhy(page, "retention_days");
  await why(page).getByRole("link", { name: "What applies below this tenant" }).click();
  await expect(below(page)).toContainText("Reading the setting below: 0 of 499");
  await expect(below(page).getByRole("progressbar", { name: "Reading the setting below" })).toBeVisible();
  await expect(below(page)).toContainText("Read on 0 of 499 tenants below.");
  await auditBothThemes(page);
  await below(page).getByRole("button", { name: "Stop" }).click();
  await expect(below(page)).toContainText("Not known yet: read on 0 of 499 tenants below.");
  await page.unroute(/settings\/tenants\?/);
  await below(page).getByRole("button", { name: "Read them" }).click();
  await expect(below(page).getByText("Read on 499 of 499 tenants below.")).toBeVisible();
});

test("compared with another tenant: what differs, and everything", async ({ page }) => {
  await openSettings(page);
  const compare = page.getByRole("button", { name: "Compare with…" });
  await compare.click();
  const box = page.getByRole("searchbox", { name: "Compare with another tenant" });
  await expect(box).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(box).toHaveCount(0);
  await expect(compare).toBeFocused();
  await compare.click();
  await box.fill("goya");
  await auditBothThemes(page);
  await picture(page, "settings compare with");
  await page.getByRole("button", { name: /^Almacenes Goya/ }).click();
  await expect(page.getByRole("heading", { name: `${cafe.name} and Almacenes Goya` })).toBeFocused();
  const lines = page.getByRole("region", { name: "Settings of both tenants" }).getByRole("row");
  const said = await page.getByText(/^\d+ of 38 settings have different values\.$/).innerText();
  await expect(lines).toHaveCount(Number(said.match(/\d+/)[0]) + 1);
  const days = lines.filter({ hasText: "object_lock_bytes" });
  await expect(days.getByRole("cell").nth(0)).toContainText("9007199254740993");
  await expect(days.getByRole("cell").nth(1)).toContainText("9007199254740992");
  await expect(days).toContainText("differs");
  await auditBothThemes(page);
  await picture(page, "settings compare");
  await page.getByRole("checkbox", { name: "Only what differs" }).uncheck();
  await expect(lines).toHaveCount(39);
  await expect(page.getByRole("group", { name: "Show only" })).toBeHidden();
  await filter(page).fill("days");
  await expect(lines).toHaveCount(4);
  const { name, lines: rows, last } = await savedCsv(page, () => page.getByRole("button", { name: "CSV" }).click());
  expect(name).toBe("comparison_Café-Orquídea-S.L_Almacenes-Goya_DAY_complete.csv");
  expect(last).toMatch(/^# Comparison of Café Orquídea S\.L\. \([0-9a-f-]{36}\) and Almacenes Goya \([0-9a-f-]{36}\): 38 settings, complete$/);
  const lock = rows.find((one) => one.startsWith("object_lock_bytes,"));
  expect(lock).toMatch(/^object_lock_bytes,[0-9a-f-]{36},9007199254740993,Umbrella Partners,9007199254740992,this tenant,true$/);
  await filter(page).fill("");
  await expect(page).toHaveURL(/with=[0-9a-f-]{36}/);
  await page.reload();
  await useAccount(page);
  await expect(lines.nth(1)).toBeVisible();
  await page.getByRole("link", { name: "Stop comparing" }).click();
  await expect(page.getByRole("region", { name: "Settings of the tenant" })).toBeVisible();
  await expect(compare).toBeFocused();
});

test("by keyboard: the first offer with Enter in the box, another one by its button", async ({ page }) => {
  await openSettings(page);
  await page.getByRole("button", { name: "Compare with…" }).press("Enter");
  await page.keyboard.type("oficina");
  await expect(page.getByRole("button", { name: /^Oficina/ }).nth(1)).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  const second = await page.getByRole("button", { name: /^Oficina/ }).nth(1);
  await expect(second).toBeFocused();
  const name = (await second.locator("bdi").first().innerText()).trim();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: `${cafe.name} and ${name}` })).toBeVisible();
});
