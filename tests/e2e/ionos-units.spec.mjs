// Backup units: from the sign-in to the end of a unit, and what can go wrong on the way.
import { auditBothThemes, expect, picture, test } from "./harness.mjs";
import { createUnit, dialog, everythingKept, ionosAccount, panel, signInToIonos, units, watchConsole } from "./ionos.mjs";

test("the list, one unit, and nothing of it against the rules of accessibility", async ({ page }) => {
  await signInToIonos(page, "ionos-demo");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Backup units");
  await expect(page.getByText("14 backup units", { exact: true })).toBeVisible();
  await expect(page.getByText(/\d+ of 600 requests left/)).toBeVisible();
  await auditBothThemes(page);
  await units(page).getByRole("link", { name: "ErpProduktion" }).click();
  await expect(panel(page).getByText("31884391-ErpProduktion")).toBeVisible();
  await expect(panel(page).getByText("derived")).toHaveCount(2);
  await panel(page).getByRole("button", { name: "Show" }).click();
  await expect(panel(page).getByText(/users have access/)).toBeVisible();
  await expect(panel(page).getByText("administrator: full access to the contract").first()).toBeVisible();
  await auditBothThemes(page);
  await picture(page, "ionos-unit");
  await page.reload();
  expect(page.url()).toContain("/ionos-sandbox/backup-units/");
});

test("create, share, open the console, delete: by keyboard alone", async ({ page, context }) => {
  await signInToIonos(page, "ionos-own-1");
  await page.getByRole("button", { name: "Create backup unit" }).focus();
  await page.keyboard.press("Enter");
  await dialog(page).getByLabel("Name").focus();
  await page.keyboard.type("Weekly7");
  await page.keyboard.press("Tab");
  await page.keyboard.type("correct-Horse-7-battery");
  await dialog(page).getByLabel("E-mail").focus();
  await page.keyboard.type("ops@umbrella.example");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("button", { name: "1 task running" })).toBeVisible();
  await expect(panel(page).getByRole("button", { name: "Delete" })).toBeDisabled();
  await expect(panel(page).getByText("A change is still in progress.")).toBeVisible();
  await expect(page.getByRole("button", { name: "No tasks running" })).toBeVisible({ timeout: 20_000 });
  await expect(panel(page).getByText("AVAILABLE")).toBeVisible();

  await panel(page).getByRole("button", { name: "Share with a group…" }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByText("Choose a group").last()).toBeVisible();
  await dialog(page).getByLabel("Group").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Control+Enter");
  await expect(dialog(page)).toHaveCount(0);
  await expect(panel(page).getByText("can use it")).toBeVisible();

  const seen = watchConsole(page);
  const told = page.waitForResponse((answer) => answer.url().endsWith("/ssourl"));
  const asked = context.waitForEvent("request", (request) => request.url().includes("/sso/login"));
  const opened = context.waitForEvent("page");
  await panel(page).getByRole("button", { name: "Open console" }).focus();
  await page.keyboard.press("Enter");
  const tab = await opened;
  const address = (await (await told).json()).ssoUrl;
  const request = await asked;
  expect(request.url()).toBe(address);
  expect(await request.headerValue("referer")).toBeNull();
  expect(await tab.evaluate(() => window.opener)).toBeNull();
  await expect(panel(page).getByText(/Opened in a new tab/)).toBeVisible();
  const ticket = new URL(address).searchParams.get("ticket");
  expect(ticket.length).toBeGreaterThan(8);
  expect(await everythingKept(page)).not.toContain(ticket);
  expect(seen.join(" ")).not.toContain(ticket);
  await tab.close();

  await panel(page).getByRole("button", { name: "Delete" }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toContainText("All backups, associated with this backup unit");
  await expect(dialog(page).getByRole("button", { name: "Delete" })).toBeDisabled();
  await dialog(page).getByLabel("Name").focus();
  await page.keyboard.type("Weekly7");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(units(page).getByRole("link", { name: "Weekly7" })).toHaveCount(0, { timeout: 20_000 });
  await expect(panel(page)).toHaveCount(0);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a sign-on address that comes late is opened by a second button", async ({ page, context }) => {
  // The browser no longer counts the click when the address is here. (The driver's own questions to the page would
  // count as clicks, so that waiting long enough does not do.)
  await page.addInitScript(() => {
    const activation = { get isActive() { return globalThis.tabsMayOpen === true; } };
    Object.defineProperty(navigator, "userActivation", { value: activation });
  });
  await signInToIonos(page, "ionos-demo");
  await units(page).getByRole("link", { name: "Kassen01" }).click();
  await panel(page).getByRole("button", { name: "Open console" }).click();
  const late = panel(page).getByRole("button", { name: "Open the tab" });
  await expect(late).toBeVisible();
  expect(await everythingKept(page)).not.toContain("ticket=");
  await auditBothThemes(page);
  await page.evaluate(() => { globalThis.tabsMayOpen = true; });
  const opened = context.waitForEvent("page");
  await late.click();
  await (await opened).close();
  await expect(panel(page).getByText(/Opened in a new tab/)).toBeVisible();
});

test("by keyboard: into the panel, and back to the row", async ({ page }) => {
  await signInToIonos(page, "ionos-demo");
  await expect(units(page).getByRole("link").first()).toBeVisible();
  await page.keyboard.press("/");
  await expect(page.getByRole("combobox", { name: "Search all connections" })).toBeFocused();
  await units(page).getByRole("link", { name: "Kassen01" }).focus();
  await page.keyboard.press("f");
  await expect(page.getByRole("searchbox", { name: "Filter the list" })).toBeFocused();
  await units(page).getByRole("link", { name: "Kassen02" }).focus();
  await page.keyboard.press("Enter");
  await expect(panel(page).getByRole("heading", { level: 2 })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
  await expect(units(page).getByRole("link", { name: "Kassen02" })).toBeFocused();
});

test("a new e-mail address, and a new password", async ({ page }) => {
  await signInToIonos(page, "ionos-own-2");
  await units(page).getByRole("link", { name: "Kassen01" }).click();
  await panel(page).getByRole("button", { name: "Edit", exact: true }).click();
  await expect(dialog(page).getByText("No changes to save.")).toBeVisible();
  await dialog(page).getByLabel("E-mail").fill("new@umbrella.example");
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await expect(panel(page).getByText("new@umbrella.example")).toBeVisible({ timeout: 20_000 });
  await panel(page).getByRole("button", { name: "Edit", exact: true }).click();
  await dialog(page).getByRole("button", { name: "Generate" }).click();
  await expect(dialog(page).getByText("strong")).toBeVisible();
  await auditBothThemes(page);
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "1 task running" }).click();
  const edits = page.getByRole("region", { name: "Tasks" }).getByRole("listitem").filter({ hasText: "Edit" });
  await expect(edits.getByText("done", { exact: true })).toHaveCount(2, { timeout: 20_000 });
  await auditBothThemes(page);
});

test("a task outlives a reload of the tab, and waits for the sign-in", async ({ page }) => {
  await signInToIonos(page, "ionos-own-3");
  await createUnit(page, "Outlives");
  await expect(page.getByRole("button", { name: "1 task running" })).toBeVisible();
  await page.reload();
  await expect(page.getByText("1 task is waiting for you to sign in.")).toBeVisible();
  const { login, password } = await ionosAccount(page, "ionos-own-3");
  await page.getByLabel("User name (e-mail)").fill(login);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(units(page).getByRole("link", { name: "Outlives" })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole("button", { name: "No tasks running" })).toBeVisible({ timeout: 20_000 });
});

test("what is wrong with a name or an address is said before anything is sent", async ({ page }) => {
  await signInToIonos(page, "ionos-demo");
  await createUnit(page, "Wöchentlich", "nobody");
  await expect(dialog(page).getByText(/Letters and digits only; .ö. is neither/)).toBeVisible();
  await expect(dialog(page).getByText("Not an e-mail address.")).toBeVisible();
  await dialog(page).getByLabel("Name").fill("kassen01");
  await expect(dialog(page).getByText("There is already a backup unit with this name.")).toBeVisible();
  page.once("dialog", (question) => question.accept());
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
});

test("basic sign-in with a second factor is explained, and a token works", async ({ page }) => {
  const { login, password, token } = await ionosAccount(page, "ionos-2fa");
  await page.goto("./#/ionos-sandbox/backup-units");
  await page.getByLabel("User name (e-mail)").fill(login);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Token Manager");
  await auditBothThemes(page);
  await page.getByRole("radio", { name: "Access token" }).check();
  await page.getByRole("textbox", { name: "Access token" }).fill(token);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Backup units");
});

test("a contract number that is none", async ({ page }) => {
  const { login, password } = await ionosAccount(page, "ionos-multi");
  await page.goto("./#/ionos-sandbox/backup-units");
  await page.getByLabel("User name (e-mail)").fill(login);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel(/Contract number/).fill("abc");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText(/is not a contract number/)).toBeVisible();
  await page.getByLabel(/Contract number/).fill("32090117");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Backup units");
  await expect(page.getByRole("button", { name: "Contract 32090117" })).toBeVisible();
});

test("several contracts: chosen from a list, and each has its own units", async ({ page }) => {
  await signInToIonos(page, "ionos-multi");
  await expect(page.getByText("14 backup units", { exact: true })).toBeVisible();
  await units(page).getByRole("link", { name: "ErpProduktion" }).click();
  await expect(panel(page).getByText("31884391-ErpProduktion")).toBeVisible();
  await page.getByRole("button", { name: "Contract 31884391" }).click();
  await expect(dialog(page).getByRole("button", { name: "Switch" })).toBeDisabled();
  await dialog(page).getByLabel("Other contract number").fill("12 34");
  await expect(dialog(page).getByText(/is not a contract number/)).toBeVisible();
  await dialog(page).getByLabel("Other contract number").fill("");
  await auditBothThemes(page);
  await dialog(page).getByRole("radio", { name: "32090117" }).check();
  await dialog(page).getByRole("button", { name: "Switch" }).click();
  await expect(page.getByRole("button", { name: "Contract 32090117" })).toBeVisible();
  await expect(panel(page)).toHaveCount(0);
  await expect(page.getByText("5 backup units", { exact: true })).toBeVisible();
  await units(page).getByRole("link", { name: "ErpProduktion" }).click();
  await expect(panel(page).getByText("32090117-ErpProduktion")).toBeVisible();
});

test("a contract that the user has no part in is refused, and the old one stays", async ({ page }) => {
  await signInToIonos(page, "ionos-demo");
  await page.getByRole("button", { name: "Contract 31884391" }).click();
  await dialog(page).getByLabel("Other contract number").fill("32090117");
  await dialog(page).getByRole("button", { name: "Switch" }).click();
  await expect(dialog(page).getByRole("alert")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Contract 31884391" })).toBeFocused();
  await expect(page.getByText("14 backup units", { exact: true })).toBeVisible();
});

const faults = [
  ["ionos-503-html", "HTML instead of an answer", /A web page came instead of data/],
  ["ionos-trial", "402", /402/],
];
for (const [account, what, words] of faults) {
  test(`a write that is refused with ${what}`, async ({ page }) => {
    await signInToIonos(page, account);
    await createUnit(page, "Refused1");
    await expect(dialog(page).getByRole("alert")).toContainText(words);
  });
}

test("a link to another host is not followed, and the unit's own word counts", async ({ page }) => {
  await signInToIonos(page, "ionos-foreign-location");
  await createUnit(page, "Foreign1");
  await page.getByRole("button", { name: "1 task running" }).click();
  const tasks = page.getByRole("region", { name: "Tasks" });
  await expect(tasks.getByText("The status of the request cannot be read; the backup unit itself is checked.")).toBeVisible();
  await expect(tasks.getByText("done, according to the backup unit itself")).toBeVisible({ timeout: 25_000 });
});

test("a request that fails says so", async ({ page }) => {
  await signInToIonos(page, "ionos-failed");
  await createUnit(page, "Failed1");
  const wrong = page.getByRole("button", { name: "1 task needs attention" });
  await expect(wrong).toBeVisible({ timeout: 20_000 });
  await expect(panel(page).getByText("The last change failed:").or(panel(page).getByRole("alert")).first()).toBeVisible();
  await wrong.click();
  const tasks = page.getByRole("region", { name: "Tasks" });
  await expect(tasks.getByText("failed", { exact: true })).toBeVisible();
  await auditBothThemes(page);
  await page.getByRole("heading", { level: 1 }).click();
  await expect(tasks).toHaveCount(0);
  await wrong.click();
  await tasks.getByRole("button", { name: "Dismiss" }).click();
  await expect(page.getByRole("button", { name: "No tasks running" })).toBeVisible();
});

test("a row without properties does not hide the others", async ({ page }) => {
  await signInToIonos(page, "ionos-bad-items");
  await expect(page.getByText("incomplete answer")).toBeVisible();
  await expect(units(page).getByRole("link", { name: "ErpProduktion" })).toBeVisible();
});

test("a unit that somebody else deletes while its page is open", async ({ page }) => {
  await signInToIonos(page, "ionos-gone");
  await units(page).getByRole("link").first().click();
  await expect(panel(page).getByRole("button", { name: "Open console" })).toBeVisible();
  await panel(page).getByRole("button", { name: "Open console" }).click();
  await expect(panel(page).getByRole("alert").first()).toContainText("no such object");
});

test("sorting and columns are chosen by keyboard, stand in the URL, and last over a reload", async ({ page }) => {
  await signInToIonos(page, "ionos-demo");
  const columns = page.getByRole("button", { name: "Columns" });
  await columns.focus();
  await page.keyboard.press("Enter");
  const box = page.getByRole("group", { name: "Columns" });
  await expect(box.getByRole("checkbox", { name: "Name" })).toBeDisabled();
  await box.getByRole("checkbox", { name: "E-mail" }).focus();
  await page.keyboard.press("Space");
  await expect(page.getByRole("columnheader", { name: "E-mail" })).toHaveCount(0);
  await auditBothThemes(page);
  await picture(page, "ionos-columns");
  await page.keyboard.press("Escape");
  await expect(box).toHaveCount(0);
  await expect(columns).toBeFocused();
  await page.getByRole("columnheader", { name: "Name" }).getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect(units(page).getByRole("rowheader").first()).toHaveText("BuchhaltungGraz");
  const url = page.url();
  await page.reload();
  expect(page.url()).toBe(url);
  await signInToIonos(page, "ionos-demo", url.split("/ionos-sandbox/")[1]);
  await expect(units(page).getByRole("rowheader").first()).toHaveText("BuchhaltungGraz");
  await expect(page.getByRole("columnheader", { name: "E-mail" })).toHaveCount(0);
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("heading", { level: 1 }).click();
  await expect(box).toHaveCount(0);
});
