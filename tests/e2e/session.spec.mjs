// How long a session lasts, and where: API clients without a user, a sign-in that expires over what somebody types,
// reloads and other tabs.
import { auditBothThemes, expect, picture, test } from "./harness.mjs";
import { cafe, complete, credentials, field, pasteToken, secret, signIn, signInToAll, tenantUrl, token, tree, treePane, useAccount } from "./console.mjs";
import { ionosAccount, panel, signInToIonos, tick, units } from "./ionos.mjs";
import { askWhy, edit, foreseen, openSettings, why } from "./settings.mjs";

const heading = (page) => page.getByRole("heading", { name: "Sign in to Acronis sandbox" });
const over = (page) => page.getByRole("dialog", { name: /^Sign in to/ });
const submit = (at) => at.getByRole("button", { name: "Sign in", exact: true });
const stay = (page) => page.getByRole("checkbox", { name: "Stay signed in in this tab" });

/** From now on every request is refused, as after a token was revoked; until the answer is called. */
async function expire(page) {
  const api = /\/(api\/2|cloudapi\/v6)\//;
  await page.route(api, (route) => route.fulfill({ status: 401, json: {} }));
  return () => page.unroute(api);
}

/** Types the credentials of an account into the form that is shown. */
async function typeClient(page, account) {
  const { client_id, client_secret } = await credentials(page, account);
  await page.getByLabel("Client ID").fill(client_id);
  await secret(page).fill(client_secret);
  await submit(page).click();
}

test("an API client without a user: its tenant is asked of the client, and its name is shown", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await signInToAll(page, "client-only");
  await expect(page.getByRole("banner").getByText("client-only")).toBeVisible();
  expect(asked.filter((path) => path.endsWith("/clients/client-only"))).toHaveLength(1);
  expect(asked.filter((path) => path.endsWith("/users/me"))).toEqual([]);
});

test("nothing tells the tenant: it is asked for, alone or in an address", async ({ page }) => {
  await page.goto("./");
  await useAccount(page, "nobody");
  const tenant = page.getByLabel("Tenant ID");
  await expect(tenant).toBeFocused();
  await expect(page.getByText("Acronis does not say which tenant")).toBeVisible();
  await submit(page).click();
  await expect(tenant).toHaveAccessibleDescription(/^Enter a tenant ID such as/);
  await auditBothThemes(page);
  await picture(page, "sign-in tenant");
  await tenant.fill("00000000-0000-4000-8000-000000000000");
  await submit(page).click();
  await expect(page.getByRole("alert")).toContainText("no such object");
  await tenant.fill(`https://eu2-cloud.acronis.com/mc/app;group_id=${cafe.id}/clients`);
  await submit(page).click();
  await complete(page, 3);
});

test("a pasted token of a client that has no user leads to the tenant's field or to a refusal, never to a dead end", async ({ page }) => {
  const pasted = await token(page, "nobody");
  await page.goto("./");
  await pasteToken(page, pasted);
  await page.getByLabel("Tenant ID").fill(cafe.id.toUpperCase());
  await submit(page).click();
  await complete(page, 3);
});

test("numbers and truth values as texts, and no login: everything is read as what it says", async ({ page }) => {
  await signInToAll(page, "texts", tenantUrl(cafe.id));
  await expect(field(page, "State and access", "Enabled")).toHaveText(/^yes$/i);
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.goto(`${tenantUrl(cafe.id)}/settings`);
  await expect(page.getByRole("region", { name: "Settings of the tenant" }).getByRole("rowheader").nth(1)).toBeVisible();
  await expect(page.getByText(/could not be read/)).toHaveCount(0);
});

test("a life of 20 seconds costs no token for each request", async ({ page }) => {
  const tokens = [];
  page.on("request", (request) => request.url().endsWith("/idp/token") && tokens.push(request));
  await signInToAll(page, "short-life", tenantUrl(cafe.id));
  await page.goto(`${tenantUrl(cafe.id)}/settings`);
  await expect(page.getByRole("region", { name: "Settings of the tenant" }).getByRole("rowheader").nth(1)).toBeVisible();
  expect(tokens.length).toBeLessThanOrEqual(2);
});

test("a sign-in that expires while a setting is edited: what was typed stays, and is sent after signing in again", async ({ page }) => {
  await openSettings(page, "own-10");
  await edit(page, "audit_days");
  const editor = page.getByRole("dialog", { name: /^audit_days/ });
  await editor.getByLabel("Value", { exact: true }).fill("77");
  const end = await expire(page);
  await editor.getByRole("button", { name: "Save" }).click();
  await expect(over(page).getByText("Your session has expired. Sign in again to continue.")).toBeVisible();
  await expect(over(page).getByLabel("Client ID")).toHaveValue("own-10");
  await auditBothThemes(page, { include: "dialog[open]:last-of-type" });
  await picture(page, "session expired over the editor");
  // Put off, the next change asks again.
  await page.keyboard.press("Escape");
  await expect(over(page)).toHaveCount(0);
  await editor.getByRole("button", { name: "Save" }).click();
  await expect(over(page)).toBeVisible();
  await end();
  await typeClient(page, "own-10");
  await expect(over(page)).toHaveCount(0);
  await expect(editor.getByText("Your change was not sent.").first()).toBeVisible();
  await expect(editor.getByLabel("Value", { exact: true })).toHaveValue("77");
  await picture(page, "session expired, signed in again");
  await editor.getByRole("button", { name: "Save" }).click();
  await expect(editor.getByText("Your change was not sent.")).toHaveCount(0);
});

test("a sign-in that expires while a setting is reset: the dialog stays, and says that nothing was sent", async ({ page }) => {
  await openSettings(page, "demo");
  await askWhy(page, "max_devices");
  await why(page).getByRole("button", { name: "Reset to inherited" }).click();
  await foreseen(page);
  const editor = page.getByRole("dialog", { name: /^Reset max_devices/ });
  const end = await expire(page);
  await editor.getByRole("button", { name: "Reset to inherited" }).click();
  await expect(over(page).getByText("Your session has expired.")).toBeVisible();
  await end();
  await typeClient(page, "demo");
  await expect(over(page)).toHaveCount(0);
  await expect(editor.getByText("Your change was not sent.")).toHaveCount(1);
  await expect(editor.getByRole("button", { name: "Reset to inherited" })).toBeEnabled();
});

test("put off, the page can be read and nothing that is read asks again; a change does", async ({ page }) => {
  await signInToAll(page, "demo", tenantUrl(cafe.id));
  const end = await expire(page);
  // A reading in the background may have brought the form already, which would lie over the tab.
  await page.getByRole("tab", { name: "Settings" }).or(page.getByRole("link", { name: "Settings" })).first().dispatchEvent("click");
  await expect(over(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(over(page)).toHaveCount(0);
  await expect(page.getByRole("status").getByText("Your session has expired.")).toBeVisible();
  await expect(tree(page).getByText(cafe.name)).toBeVisible();
  // Whatever else this page and the next ask for, nobody is asked twice.
  await page.getByRole("link", { name: "Overview" }).first().click();
  await page.getByRole("link", { name: "Settings" }).first().click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(over(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await end();
  await typeClient(page, "demo");
  // What could not be read is read by itself.
  await expect(page.getByRole("region", { name: "Settings of the tenant" }).getByRole("rowheader").nth(1)).toBeVisible();
});

/** Every dialog of the IONOS pages that sends something: how it is opened, what is typed, and what sends it. */
const dialogs = {
  "a new unit": ["backup-units", async (page) => page.getByRole("button", { name: "Create backup unit" }).click(), { Name: "Typed1", "E-mail": "typed@umbrella.example" }, "Create"],
  "a unit's e-mail": ["backup-units/Kassen02", async (page) => panel(page).getByRole("button", { name: "Edit", exact: true }).click(), { "E-mail": "typed@umbrella.example" }, "Save"],
  "a unit's delete": ["backup-units/Kassen02", async (page) => panel(page).getByRole("button", { name: "Delete" }).click(), { "Type": "Kassen02" }, "Delete"],
  "a group's name": ["groups/*", async (page) => panel(page).getByRole("button", { name: /^(Edit|Change)/ }).first().click(), { Name: "Typed" }, "Save"],
  "a user's name": ["users/*", async (page) => panel(page).getByRole("button", { name: /^(Edit|Change)/ }).first().click(), { "First name": "Typed" }, "Save"],
  "a share": ["backup-units/Kassen02", async (page) => panel(page).getByRole("button", { name: "Share with a group…" }).click(), { "": "option" }, "Share"],
  "another contract": ["backup-units", async (page) => page.getByRole("button", { name: /^Contract / }).click(), { "Other contract number": "12345678" }, "Switch"],
  "several deletions": ["backup-units", async (page) => { await tick(page, "Kassen01", "Kassen02"); await page.getByRole("button", { name: "Delete…" }).click(); }, { "To confirm": "2" }, "Delete (2)"],
  "several units": ["backup-units", async (page) => { await tick(page, "Kassen01", "Kassen02"); await page.getByRole("button", { name: "Change e-mail…" }).click(); }, { "E-mail": "typed@umbrella.example" }, "Change (2)"],
};

for (const [name, [at, open, typed, send]] of Object.entries(dialogs)) {
  test(`the sign-in expires over a dialog and what was typed stays: ${name}`, async ({ page }) => {
    const [list, item] = at.split("/");
    await signInToIonos(page, "ionos-demo", list);
    if (item) await units(page).getByRole("link", item === "*" ? {} : { name: item }).first().click();
    await open(page);
    const form = page.getByRole("dialog").filter({ hasNotText: "Sign in to IONOS" });
    for (const [label, text] of Object.entries(typed)) {
      if (label === "") await form.getByRole("combobox").selectOption({ index: 1 });
      else await form.getByLabel(label).first().fill(text);
    }
    const chosen = typed[""] && (await form.getByRole("combobox").inputValue());
    const generate = form.getByRole("button", { name: "Generate" });
    if (name === "a new unit") await generate.click();
    const end = await expire(page);
    await form.getByRole("button", { name: send, exact: true }).click();
    await expect(over(page).getByText("Your session has expired.")).toBeVisible();
    await end();
    const { login, password } = await ionosAccount(page, "ionos-demo");
    await expect(over(page).getByLabel("User name (e-mail)")).toHaveValue(login);
    await over(page).getByLabel("Password", { exact: true }).fill(password);
    await submit(over(page)).click();
    await expect(over(page)).toHaveCount(0);
    await expect(form.getByText(/Your change was not sent|The rest was not sent/).first()).toBeVisible();
    if (name.startsWith("several")) return;
    for (const [label, text] of Object.entries(typed)) {
      if (label === "") await expect(form.getByRole("combobox")).toHaveValue(chosen);
      else await expect(form.getByLabel(label).first()).toHaveValue(text);
    }
  });
}

test("one operation that answers 401 ends no session", async ({ page }) => {
  await signInToIonos(page, "ionos-no-basic", "groups");
  await expect(page.getByRole("alert")).toContainText("refused this request (HTTP 401)");
  await expect(over(page)).toHaveCount(0);
  await page.getByRole("link", { name: /Users/ }).first().click();
  await expect(units(page).getByRole("row").nth(1)).toBeVisible();
  await expect(over(page)).toHaveCount(0);
});

test("a new and a reloaded tab take the session of an open one; signing out ends it in all", async ({ page, context }) => {
  await signInToAll(page);
  const { client_secret } = await credentials(page);
  const other = await context.newPage();
  const heard = [];
  await other.exposeFunction("heard", (text) => heard.push(text));
  await other.addInitScript(() => {
    const name = "session.acronis-sandbox ";
    const RealChannel = BroadcastChannel;
    window.BroadcastChannel = class extends RealChannel {
      constructor(given) {
        super(given);
        if (given.startsWith(name)) this.addEventListener("message", ({ data }) => window.heard(data));
      }
    };
  });
  await other.goto("./");
  await complete(other, 500);
  expect(heard.join()).toContain("sbx.");
  expect(heard.join()).not.toContain(client_secret);
  await page.reload();
  await complete(page, 500);
  for (const one of [page, other]) {
    expect(await one.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]))).not.toContain("sbx.");
  }
  await other.getByRole("button", { name: "Sign out" }).click();
  await expect(heading(other)).toBeVisible();
  await expect(heading(page)).toBeVisible();
  await expect(treePane(page)).toHaveCount(0);
  await other.reload();
  await expect(heading(other)).toBeVisible();
});

test("without another tab a reload asks again, unless that was ticked; the secret is never kept", async ({ page }) => {
  await page.goto("./");
  await expect(stay(page)).not.toBeChecked();
  await useAccount(page);
  await complete(page, 500);
  await page.reload();
  await expect(heading(page)).toBeVisible();
  await stay(page).check();
  await typeClient(page, "demo");
  await complete(page, 500);
  const kept = () => page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
  expect(await kept()).toContain("sbx.");
  expect(await kept()).not.toContain((await credentials(page)).client_secret);
  await page.reload();
  await complete(page, 500);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(heading(page)).toBeVisible();
  expect(await kept()).not.toContain("sbx.");
  await page.reload();
  await expect(heading(page)).toBeVisible();
});

test("user name and password are passed on to nobody, and the form says so", async ({ page, context }) => {
  await signInToIonos(page, "ionos-demo");
  const other = await context.newPage();
  await other.goto("./#/ionos-sandbox/backup-units");
  await expect(other.getByText("After a reload, and in another tab, you sign in again.")).toBeVisible();
  await expect(stay(other)).toHaveCount(0);
  await other.waitForTimeout(1_500);
  await expect(other.getByRole("heading", { name: /^Sign in to IONOS/ })).toBeVisible();
});

for (const session of ["memory", "tab"]) {
  test(`"session": "${session}": no other tab gets anything`, async ({ page, context }) => {
    await context.route("**/config.json", async (route) => {
      const config = await (await route.fetch()).json();
      await route.fulfill({ json: { ...config, session } });
    });
    await signInToAll(page);
    const other = await context.newPage();
    await other.goto("./");
    await expect(stay(other)).toHaveCount(session === "tab" ? 1 : 0);
    await other.waitForTimeout(1_500);
    await expect(heading(other)).toBeVisible();
  });
}

test("names and passwords may be filled in by the browser", async ({ page }) => {
  await page.goto("./");
  await expect(page.getByLabel("Client ID")).toHaveAttribute("autocomplete", "username");
  await expect(secret(page)).toHaveAttribute("autocomplete", "current-password");
  await page.goto("./#/ionos-sandbox/backup-units");
  await expect(page.getByLabel("User name (e-mail)")).toHaveAttribute("autocomplete", "username");
  await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute("autocomplete", "current-password");
});

test.describe("over plain http", () => {
  const site = "http://console.example";
  // The browser itself says that such a page is not to be trusted.
  test.use({ tolerated: [/^foreign: http:\/\/console\.example\/|Cross-Origin-Opener-Policy/] });

  test("the form warns before a secret is typed", async ({ page }) => {
    await page.route(`${site}/**`, async (route) => {
      const url = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: new URL(url.pathname + url.search, process.env.TENANTRY_URL).href }) });
    });
    await page.goto(`${site}/`);
    await expect(page.getByRole("alert")).toContainText("This page uses plain http");
    await picture(page, "sign-in plain http");
  });
});

test("no warning on the machine itself", async ({ page }) => {
  await page.goto("./");
  await expect(heading(page)).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});
