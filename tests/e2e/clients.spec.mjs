// The API clients of a tenant: a secret is shown once, and stays nowhere.
import { auditBothThemes, expect, picture, test } from "./harness.mjs";
import { cafe, credentials, detail, row, signInToAll, tenantUrl } from "./console.mjs";
import { asSomebodyElse } from "./contacts.mjs";
import { savedCsv } from "./settings.mjs";

const account = "own-clients-1";
const dialog = (page) => page.getByRole("dialog");
const table = (page) => detail(page).getByRole("region", { name: "API clients" }).getByRole("table");
const line = (page, name) => table(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
const button = (page, name) => dialog(page).getByRole("button", { name, exact: true });

async function openClients(page, id, as = account) {
  await signInToAll(page, as, `${tenantUrl(id)}/clients`);
  await expect(detail(page).getByRole("button", { name: "Create API client" })).toBeVisible();
}

/** Everything that the page keeps: storage, addresses, what it has said. */
async function kept(page) {
  return page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, history.state, document.documentElement.outerHTML]));
}

test("a client is created, its secret shown once; changed, reset and deleted; the keyboard alone", async ({ page }) => {
  const api = await asSomebodyElse(page, account);
  const name = `Agent ${test.info().retry}`;
  const said = [];
  page.on("console", (one) => said.push(one.text()));
  await openClients(page, cafe.id);
  await detail(page).getByRole("button", { name: "Create API client" }).press("Enter");
  await button(page, "Create").press("Enter");
  await expect(dialog(page).getByText("Enter a value.")).toBeVisible();
  await dialog(page).getByLabel("Name", { exact: true }).fill(name);
  await auditBothThemes(page, { include: "dialog" });
  const [answer] = await Promise.all([page.waitForResponse((one) => one.request().method() === "POST" && one.url().endsWith("/clients")), dialog(page).getByLabel("Name", { exact: true }).press("Control+Enter")]);
  expect(answer.request().postDataJSON()).toEqual({ type: "api_client", tenant_id: cafe.id, data: { client_name: name }, token_endpoint_auth_method: "client_secret_basic" });
  const { client_id: id, client_secret: secret } = await answer.json();
  await expect(dialog(page).getByText(secret, { exact: true })).toBeVisible();
  await expect(dialog(page).getByText("Copy the secret now.", { exact: false })).toBeVisible();
  await auditBothThemes(page, { include: "dialog" });
  await picture(page, "client secret");
  await dialog(page).getByRole("button", { name: "Close" }).last().press("Enter");
  await expect(dialog(page)).toHaveCount(0);
  await expect(detail(page).getByRole("button", { name: "Create API client" })).toBeFocused();
  await expect(line(page, name)).toContainText("never");
  expect(await kept(page)).not.toContain(secret);
  expect(said.join("\n")).not.toContain(secret);
  await auditBothThemes(page);
  await picture(page, "clients");
  await page.emulateMedia({ colorScheme: "dark" });
  await picture(page, "clients dark");

  await line(page, name).getByRole("button", { name: `Edit: ${name}` }).press("Enter");
  await expect(button(page, "Save")).toBeDisabled();
  await dialog(page).getByLabel("Status").selectOption("disabled");
  const [put] = await Promise.all([page.waitForRequest((one) => one.method() === "PUT"), button(page, "Save").press("Enter")]);
  expect(put.postDataJSON()).toEqual({ status: "disabled" });
  await expect(line(page, name)).toContainText("disabled");
  await expect(line(page, name).getByRole("button", { name: `Edit: ${name}` })).toBeFocused();

  await line(page, name).getByRole("button", { name: `Reset secret: ${name}` }).press("Enter");
  await expect(button(page, "Cancel")).toBeFocused();
  const [reset] = await Promise.all([page.waitForResponse(/reset_secret$/), button(page, "Reset secret").press("Enter")]);
  await expect(dialog(page).getByText((await reset.json()).client_secret, { exact: true })).toBeVisible();
  await dialog(page).getByRole("button", { name: "Close" }).last().press("Enter");
  expect(await kept(page)).not.toContain((await reset.json()).client_secret);
  await expect(line(page, name).getByRole("button", { name: `Reset secret: ${name}` })).toBeFocused();

  await line(page, name).getByRole("button", { name: `Delete: ${name}` }).press("Enter");
  await dialog(page).getByLabel(/^To confirm/).fill(name);
  await button(page, "Delete").press("Enter");
  await expect(dialog(page)).toHaveCount(0);
  await expect(line(page, name)).toHaveCount(0);
  await expect(detail(page).getByRole("button", { name: "Create API client" })).toBeFocused();
  expect((await api.get(`tenants/${cafe.id}/clients`)).items).not.toContain(id);
  // The journal has all four, and no secret.
  await page.getByRole("navigation", { name: "Connections" }).getByRole("link", { name: "Journal" }).first().press("Enter");
  await expect(page.getByText("Deleted: API client").first()).toBeVisible();
  await expect(page.getByText("Changed: client secret").first()).toBeVisible();
  expect(await kept(page)).not.toContain(secret);
});

test("the client that is signed in is marked and left alone; what is not told is not none", async ({ page }) => {
  const api = await asSomebodyElse(page, account);
  const top = (await api.get("users/me")).tenant_id;
  // The sandbox knows its accounts by name; on a real server the client that signs in has a UUID as all others.
  const id = "4557d5f5-7881-54f4-83a5-212f19d355c1";
  const { client_id: name, client_secret: secret } = await credentials(page, account);
  const authorization = `Basic ${Buffer.from(`${name}:${secret}`).toString("base64")}`;
  await page.route(/idp\/token$/, (route) => route.continue({ headers: { ...route.request().headers(), authorization } }));
  await page.route(new RegExp(`clients/${id}$`), (route) => route.fulfill({ json: { client_id: id, tenant_id: top, data: { client_name: "Console" } } }));
  await page.route(/tenants\/[0-9a-f-]+\/clients$/, (route) => route.fulfill({ json: { items: [id] } }));
  await page.route(/clients\?uuids=/, (route) => route.fulfill({ json: { items: [{ client_id: id, data: { client_name: "Console" }, status: "enabled" }] } }));
  await page.goto(`${tenantUrl(top)}/clients`);
  await page.getByLabel("Client ID").fill(id);
  await page.getByLabel("Client secret").fill("x");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  const own = table(page).getByRole("row").filter({ hasText: "signed in here" });
  await expect(own).toHaveCount(1);
  for (const one of await own.getByRole("button", { name: /^(Edit|Reset secret|Delete): / }).all()) await expect(one).toBeDisabled();
  const csv = await savedCsv(page, () => detail(page).getByRole("button", { name: "CSV" }).click());
  expect(csv.name).toMatch(/^api-clients_Umbrella-Partners_.*_complete\.csv$/);
  expect(csv.lines[0]).toBe("client_name,client_id,type,status,created_at,last_access_at,last_access_from_ip");
  const other = "0c9b1f3e-5c1d-4b2e-9a35-6f4f2b0c7d11";
  await page.route(/tenants\/[0-9a-f-]+\/clients$/, (route) => route.fulfill({ json: { items: [other, 7] } }));
  await page.route(/clients\?uuids=/, (route) => route.fulfill({ json: { items: [{ client_id: other }] } }));
  await row(page, "Iberia").click();
  await detail(page).getByRole("link", { name: "API clients", exact: true }).click();
  await expect(detail(page).getByText("1 API client could not be read and is not shown.")).toBeVisible();
  await expect(line(page, other).getByRole("cell").nth(1)).toHaveText("not reported");
  await expect(line(page, other).getByRole("cell").nth(2)).toHaveText("not reported");
  await expect(detail(page).getByText("The tenant has no API clients.")).toHaveCount(0);
});

test("a lost answer is looked up, and the lost secret is said to be lost", async ({ page }) => {
  await openClients(page, cafe.id);
  const name = `Lost ${test.info().retry}`;
  await page.route(/\/clients$/, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch();
    await route.abort();
  });
  await detail(page).getByRole("button", { name: "Create API client" }).click();
  await dialog(page).getByLabel("Name", { exact: true }).fill(name);
  await button(page, "Create").click();
  await expect(dialog(page).getByText("the answer with its secret was lost", { exact: false })).toBeVisible();
  await picture(page, "client secret lost");
  await dialog(page).getByRole("button", { name: "Close" }).last().click();
  await expect(line(page, name)).toBeVisible();
});
