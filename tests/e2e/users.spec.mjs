// The users of a tenant: the list, who they are, creating, changing and deleting them, and what stands in the way.
import { auditBothThemes, expect, picture, test } from "./harness.mjs";
import { cafe, complete, detail, pasteToken, token } from "./console.mjs";
import { asSomebodyElse, dialog } from "./contacts.mjs";
import { chooseUser, openUsers, panel, table, users, usersOf, usersUrl } from "./users.mjs";

const field = (page, label) => dialog(page).getByLabel(label, { exact: true });
const box = (page, label) => dialog(page).getByRole("checkbox", { name: label, exact: true });
const new_ = (login) => ({ tenant_id: cafe.id, login, contact: { email: `${login}@orquidea.example`, firstname: "Ana", lastname: "Sanz" }, language: "es", enabled: true });
const press = (page, name) => panel(page).getByRole("button", { name, exact: true });
const entered = (page, name) => dialog(page).getByRole("button", { name, exact: true });

test("the users of a tenant and of everything below it, filtered, sorted, and as files", async ({ page }) => {
  const api = await asSomebodyElse(page, "demo");
  const { tenant_id: top } = await api.get("users/me");
  const own = await usersOf(api, top);
  await openUsers(page, "demo", top);
  await expect(users(page).getByText(`${own.length} users`, { exact: true })).toBeVisible();
  for (const { login, contact, access_policies: policies } of own) {
    const row = table(page).getByRole("row").filter({ has: page.getByRole("link", { name: login, exact: true }) });
    await expect(row).toContainText(contact.email);
    await expect(row).toContainText(policies.length === 0 ? "no role" : policies[0].role_id);
  }
  await auditBothThemes(page);
  await picture(page, "users");
  // Below: page after page; here the vendor's pages have a hundred users each.
  await page.route(/\/users\?subtree_root_tenant_id=[^&]+&lod=full/, (route) => route.continue({ url: `${route.request().url()}&limit=100` }));
  await page.getByRole("checkbox", { name: "With everything below" }).check();
  await expect(page).toHaveURL(/below=true/);
  await expect(users(page).getByText(/^[\d,.]+ users$/)).toBeVisible();
  const count = Number((await users(page).getByText(/^[\d,.]+ users$/).innerText()).replace(/\D/g, ""));
  expect(count).toBeGreaterThan(own.length + 100);
  await users(page).getByRole("searchbox", { name: "Filter the users" }).fill("a.marin@umbrella");
  await expect(users(page).getByText("1 user", { exact: true })).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent("download"), users(page).getByRole("button", { name: "CSV" }).click()]);
  expect(download.suggestedFilename()).toMatch(/^users_Umbrella-Partners_.*_filtered\.csv$/);
  await users(page).getByRole("searchbox", { name: "Filter the users" }).fill("");
  await table(page).getByRole("button", { name: "Login" }).click();
  await expect(table(page).getByRole("columnheader", { name: "Login" })).toHaveAttribute("aria-sort", "ascending");
  await page.emulateMedia({ colorScheme: "dark" });
  await picture(page, "users below dark");
});

test("reading a subtree can be stopped, and what was read says so", async ({ page }) => {
  const api = await asSomebodyElse(page, "demo");
  const { tenant_id: top } = await api.get("users/me");
  await openUsers(page, "demo", top);
  let pages = 0;
  await page.route(/\/users\?(subtree_root_tenant_id|after)=/, async (route) => {
    const url = route.request().url();
    if (url.includes("after=") && ++pages > 1) return; // Never answered.
    await route.continue({ url: url.includes("after=") ? url : `${url}&limit=100` });
  });
  await page.getByRole("checkbox", { name: "With everything below" }).check();
  await expect(users(page).getByText(/users so far; more are being read/)).toBeVisible();
  await users(page).getByRole("button", { name: "Stop" }).click();
  await expect(users(page).getByText(/users were read; there may be more/)).toBeVisible();
  await expect(users(page).getByText(/users, not complete$/)).toBeVisible();
});

test("a user is created with the keyboard alone; a login that is taken is said beside its field", async ({ page }) => {
  const api = await asSomebodyElse(page, "own-users-1");
  const [first] = await usersOf(api);
  await openUsers(page, "own-users-1");
  await detail(page).getByRole("button", { name: "Create user" }).focus();
  await page.keyboard.press("Enter");
  await expect(field(page, "Login")).toBeFocused();
  await auditBothThemes(page);
  await picture(page, "user form");
  // Without a login and an address nothing is sent.
  await page.keyboard.press("Control+Enter");
  await expect(field(page, "Login")).toBeFocused();
  await field(page, "Login").fill(first.login);
  await field(page, "E-mail").fill("ana.sanz@orquidea.example");
  await field(page, "First name").fill("Ana");
  let posts = 0;
  page.on("request", (one) => (posts += one.method() === "POST" && one.url().endsWith("/users") ? 1 : 0));
  await page.keyboard.press("Control+Enter");
  await expect(dialog(page).locator("#tn-user-login-note")).toContainText("already taken");
  await expect(field(page, "Login")).toBeFocused();
  expect(posts).toBe(0);
  await picture(page, "user login taken");
  await field(page, "Login").fill("ana.sanz");
  await field(page, "Language (such as en, de, es-ES)").fill("es");
  await box(page, "quota overuse").check();
  const [request] = await Promise.all([
    page.waitForRequest((one) => one.method() === "POST" && one.url().endsWith("/users")),
    page.keyboard.press("Control+Enter"),
  ]);
  // What nobody entered is not sent.
  expect(request.postDataJSON()).toEqual({
    tenant_id: cafe.id, login: "ana.sanz", contact: { email: "ana.sanz@orquidea.example", firstname: "Ana" },
    language: "es", notifications: ["quota"],
  });
  await expect(dialog(page)).toHaveCount(0);
  await expect(panel(page).getByRole("heading", { level: 2 })).toHaveText("ana.sanz");
  await expect(table(page).getByRole("link", { name: "ana.sanz", exact: true })).toBeVisible();
  await expect(panel(page).getByText("The user has no role.")).toBeVisible();
});

test("a user is edited, disabled, enabled, sent the e-mail, and has the second factor reset", async ({ page }) => {
  const api = await asSomebodyElse(page, "own-users-2");
  const made = await api.post("users", new_("ana.sanz"));
  await openUsers(page, "own-users-2");
  await chooseUser(page, "ana.sanz");
  await expect(panel(page).getByText("The user has no role.")).toBeVisible();
  await auditBothThemes(page);
  await picture(page, "user panel");
  await press(page, "Edit").press("Enter");
  await expect(dialog(page).getByText("No changes to save.")).toBeVisible();
  await field(page, "Last name").fill("Díaz");
  await box(page, "usage reports").check();
  const [put] = await Promise.all([page.waitForRequest((one) => one.method() === "PUT"), page.keyboard.press("Control+Enter")]);
  expect(put.postDataJSON()).toEqual({ version: made.version, contact: { lastname: "Díaz" }, notifications: ["reports"] });
  await expect(dialog(page)).toHaveCount(0);
  await expect(panel(page).getByText("Ana Díaz")).toBeVisible();
  await press(page, "Disable").click();
  await expect(dialog(page).getByText("The user can no longer sign in. Nothing else is changed.")).toBeVisible();
  await entered(page, "Disable").click();
  await expect(press(page, "Enable")).toBeVisible();
  expect((await api.get(`users/${made.id}`)).enabled).toBe(false);
  await press(page, "Enable").click();
  await entered(page, "Enable").click();
  await expect(press(page, "Disable")).toBeVisible();
  await press(page, "Send activation e-mail").click();
  await expect(dialog(page)).toContainText("ana.sanz@orquidea.example");
  await Promise.all([page.waitForRequest(/send-activation-email$/), entered(page, "Send activation e-mail").click()]);
  await expect(dialog(page)).toHaveCount(0);
  await press(page, "Reset second factor").click();
  await auditBothThemes(page);
  await Promise.all([page.waitForRequest(/totp\/reset$/), entered(page, "Reset second factor").click()]);
  await expect(dialog(page)).toHaveCount(0);
  // Each write is in the journal, the e-mail and the second factor without a way back.
  await page.evaluate(() => (location.hash = "#/acronis-sandbox/journal"));
  const journal = page.getByRole("region", { name: "Changes made from here" });
  await expect(journal.getByRole("row")).toHaveCount(6);
  await expect(journal).toContainText("Created: activation e-mail");
  await expect(journal).toContainText("Deleted: second factor");
});

test("a user is deleted by login with the keyboard alone, and comes back", async ({ page }) => {
  const api = await asSomebodyElse(page, "own-users-3");
  const made = await api.post("users", new_("ana.sanz"));
  const before = (await usersOf(api)).length;
  await openUsers(page, "own-users-3");
  await chooseUser(page, "ana.sanz");
  await press(page, "Delete").press("Enter");
  await expect(entered(page, "Cancel")).toBeFocused();
  await expect(entered(page, "Delete")).toBeDisabled();
  await dialog(page).getByLabel("To confirm, type the name: ana.sanz").fill("ana.sanz");
  await auditBothThemes(page);
  const [request] = await Promise.all([page.waitForRequest((one) => one.method() === "DELETE"), entered(page, "Delete").press("Enter")]);
  expect(request.url()).toContain(`version=${made.version}`);
  await expect(dialog(page)).toHaveCount(0);
  await expect(panel(page)).toHaveCount(0);
  await expect(table(page).getByRole("link", { name: "ana.sanz", exact: true })).toHaveCount(0);
  expect(await usersOf(api)).toHaveLength(before - 1);
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  // By the address of the panel, and in it.
  await page.evaluate((to) => (location.hash = to), `${usersUrl(cafe.id).slice(3)}?user=${made.id}`);
  await expect(panel(page).getByText("deleted", { exact: true })).toBeVisible();
  await press(page, "Restore").click();
  await entered(page, "Restore").click();
  await expect(press(page, "Edit")).toBeVisible();
  await expect(table(page).getByRole("link", { name: "ana.sanz", exact: true })).toBeVisible();
});

test("two sessions: what somebody else has changed stops the write, and the user is read again", async ({ page }) => {
  const api = await asSomebodyElse(page, "own-users-4");
  const made = await api.post("users", new_("ana.sanz"));
  await openUsers(page, "own-users-4");
  await chooseUser(page, "ana.sanz");
  await press(page, "Edit").click();
  await field(page, "Last name").fill("Díaz");
  const theirs = await api.put(`users/${made.id}`, { version: made.version, contact: { phone: "+34 1" } });
  await entered(page, "Save").click();
  await expect(dialog(page).getByRole("alert")).toContainText("Somebody else changed this in the meantime.");
  page.once("dialog", (asked) => asked.accept());
  await entered(page, "Cancel").click();
  await expect(panel(page).getByText("+34 1")).toBeVisible();
  // Between the look and the write only the vendor can tell: 409.
  await page.route(/\/users\/[^/?]+$/, async (route) => {
    if (route.request().method() === "PUT") await api.put(`users/${made.id}`, { version: theirs.version, contact: { phone: "+34 2" } });
    await route.continue();
  });
  await press(page, "Edit").click();
  await field(page, "Last name").fill("Díaz");
  await entered(page, "Save").click();
  await expect(dialog(page).getByRole("alert")).toContainText("409");
  await page.unroute(/\/users\/[^/?]+$/);
  page.once("dialog", (asked) => asked.accept());
  await entered(page, "Cancel").click();
  await expect(panel(page).getByText("+34 2")).toBeVisible();
  await press(page, "Edit").click();
  await expect(field(page, "Phone")).toHaveValue("+34 2");
  await field(page, "Last name").fill("Díaz");
  await entered(page, "Save").click();
  await expect(panel(page).getByText("Ana Díaz")).toBeVisible();
});

test("nobody disables or deletes themselves, and what is not told is not no", async ({ page }) => {
  const api = await asSomebodyElse(page, "demo");
  const me = await api.get("users/me");
  await page.route(/\/users\/[0-9a-f-]+\?allow_deleted=true$/, async (route) => {
    const answer = await route.fetch();
    const { enabled, mfa_status, ...rest } = await answer.json();
    await route.fulfill({ json: rest });
  });
  // Who signs in with a user's token is that user; an API client is nobody in the list.
  await page.goto(usersUrl(me.tenant_id));
  await pasteToken(page, await token(page, "demo"));
  await complete(page);
  await chooseUser(page, me.login);
  await expect(press(page, "Delete")).toBeDisabled();
  await expect(press(page, "Disable")).toBeDisabled();
  await expect(press(page, "Enable")).toBeEnabled();
  await expect(panel(page).getByText("You cannot disable or delete yourself.")).toBeVisible();
  const pair = (label) => panel(page).locator("div").filter({ has: page.getByRole("term").getByText(label, { exact: true }) }).getByRole("definition");
  await expect(pair("Enabled")).toHaveText("not reported");
  await expect(pair("Two-factor authentication")).toHaveText("not reported");
});

test("an account that may only look reads the users, and is told why nothing is written", async ({ page }) => {
  const api = await asSomebodyElse(page, "demo");
  const [first] = await usersOf(api);
  await openUsers(page, "viewer");
  await chooseUser(page, first.login);
  await press(page, "Reset second factor").click();
  await entered(page, "Reset second factor").click();
  await expect(dialog(page).getByRole("alert")).toContainText("403");
});
