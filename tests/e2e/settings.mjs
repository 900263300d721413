// The Settings tab as a person finds it, by role and name.
import { readFile } from "node:fs/promises";
import { expect, vendorUrl } from "./harness.mjs";
import { cafe, row, signInToAll, tenantUrl, token } from "./console.mjs";

export const settingsUrl = (id, query = "") => `${tenantUrl(id)}/settings${query}`;

export const table = (page) => page.getByRole("region", { name: "Settings of the tenant" }).getByRole("table");
export const filter = (page) => page.getByRole("searchbox", { name: "Filter settings" });
export const why = (page) => page.getByRole("complementary", { name: "Explanation of the setting" });
export const below = (page) => page.getByRole("complementary", { name: "The setting below the tenant" });
export const dialog = (page) => page.getByRole("dialog");
export const rungs = (page) => why(page).getByRole("list", { name: "From the top to this tenant" }).getByRole("listitem");

/** The line of a setting in the table. */
export const line = (page, name) => table(page).getByRole("row").filter({ has: page.getByText(name, { exact: true }) });

/** Signs in, and waits until the tree and the tenant's settings are here. */
export async function openSettings(page, account = "demo", id = cafe.id, query = "") {
  await signInToAll(page, account, settingsUrl(id, query));
  await expect(table(page).getByRole("rowheader").nth(1)).toBeVisible();
}

/** Goes to a tenant that the tree shows; the tab stays. */
export async function goTo(page, name) {
  await row(page, name).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(table(page).getByRole("rowheader").nth(1)).toBeVisible();
}

/** Asks why a setting is what it is, and waits for the answer. */
export async function askWhy(page, name) {
  await page.getByRole("link", { name: `Why? ${name}`, exact: true }).click();
  await expect(why(page).getByRole("heading", { level: 2 })).toContainText(`Why is ${name} `);
  await expect(rungs(page).first()).toBeVisible();
}

/** Opens the editor of a setting's own value and waits until the change could be foreseen. */
export async function edit(page, name) {
  await askWhy(page, name);
  await why(page).getByRole("button", { name: /^(Set|Edit) own value$/ }).click();
  await foreseen(page);
}

/** The preview has been computed over everything below. */
export async function foreseen(page) {
  const preview = dialog(page).getByRole("region", { name: "What would change" });
  await expect(preview.getByText(/^Here/).first()).toBeVisible();
  await expect(preview.getByRole("progressbar")).toHaveCount(0);
}

/** Types the number of tenants that a large change asks for, where it asks. */
export async function confirmNumber(page) {
  const field = dialog(page).getByLabel(/^This (changes|can change) /);
  if ((await field.count()) === 0) return;
  const [label] = await dialog(page).locator("label").filter({ hasText: /^This changes|^This can change/ }).allInnerTexts();
  await field.fill(label.match(/[\d,]+/)[0]);
}

/** The cells of a setting's line: effective, comes from, own. */
export async function expectLine(page, name, [effective, from, own]) {
  const cells = line(page, name).getByRole("cell");
  await expect(cells.nth(0), `${name}: effective`).toHaveText(effective);
  await expect(cells.nth(1), `${name}: comes from`).toHaveText(from);
  await expect(cells.nth(2), `${name}: own`).toHaveText(own);
}

/** The text of a file that a click makes the browser save. */
export async function saved(page, click) {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

/** A CSV that a click makes the browser save: its name without the day, its lines without the mark, and the last one. */
export async function savedCsv(page, click) {
  const { name, text } = await saved(page, click);
  expect(text.slice(0, 1), "the mark of UTF-8").toBe("\ufeff");
  const lines = text.slice(1).trimEnd().split("\r\n");
  return { name: name.replace(/_\d{4}-\d{2}-\d{2}_/, "_DAY_"), lines, last: lines.at(-1).replaceAll('"', "") };
}

/** What the sandbox itself says of a setting, asked without the console. */
export async function asked(page, account, application, tenant, name) {
  const bearer = await token(page, account);
  const path = `/api/2/applications/${application}/settings/tenants/${tenant}/${encodeURIComponent(name)}`;
  const answer = await page.request.get(new URL(path, vendorUrl).href, { headers: { authorization: `Bearer ${bearer}` } });
  return answer.json();
}

/** The application that most settings belong to. */
export const backup = "6e6d758d-8e74-3ae3-ac84-50eb0dff12eb";
