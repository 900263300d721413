// The console as a person finds it: what the browser tests look for, by role and name.
import { expect, vendorUrl } from "./harness.mjs";

/** The sandbox's accounts, as the sign-in form names them. */
export const accounts = {
  demo: "Umbrella Partners",
  root: "The whole estate, from its real root",
  "fault-page": "Fault: the third page fails once",
  "fault-cursor": "Fault: the cursor leads in a circle",
  "fault-html": "Fault: the third page is HTML, six times",
  "fault-expiry": "Fault: the token dies after two pages",
  "fault-forbidden": "Fault: Iberia is forbidden",
  "fault-slow": "Fault: every answer takes 1.5 s",
  "fault-cut": "Fault: the third page is cut off once",
  "fault-429": "Fault: too many requests once",
  "fault-empty": "Fault: lists fail without a word",
  "hostile-names": "Names that attack the screen",
  "fault-loop": "Fault: rows that make no tree",
  "no-basic": "Basic detail without ids",
  "fault-settings-403": "Fault: settings cannot be listed",
  "fault-put-403": "Fault: settings cannot be written",
  "fault-put-lost": "Fault: the answer to a write is lost",
  "fault-put-late": "Fault: somebody else writes first",
  "fault-put-differs": "Fault: a write does something else below",
  "fault-put-415": "Fault: no write is of the right type",
  "client-only": "An API client without a user",
  nobody: "Nothing tells whose client it is",
  texts: "Numbers and truth values come as texts",
  "fault-contacts-403": "Fault: contacts cannot be used",
  "odd-contacts": "Contacts without a type, and odd rows",
  "short-life": "Tokens live 20 seconds",
  viewer: "May look, but not write",
};

/** The customer that the sandbox has under the reference's example id. */
export const cafe = { id: "f313ecf6-9256-4afd-9d47-72e032ee81d0", name: "Café Orquídea S.L." };

/** For audits of the tree with no tenant chosen, which has no heading of its own; see aria.spec.mjs. */
export const noTenant = { disable: ["page-has-heading-one"] };

/** The address of a tenant on the sandbox's connection. */
export const tenantUrl = (id) => `./#/acronis-sandbox/tenants/${id}`;

export const treePane = (page) => page.getByRole("region", { name: "Tenant tree" });
export const tree = (page) => page.getByRole("treegrid", { name: "Tenants" });
export const detail = (page) => page.getByRole("region", { name: "Chosen tenant" });
export const secret = (page) => page.getByLabel("Client secret");

/** The row whose tenant has exactly this name. */
export function row(page, name) {
  const cell = page.getByText(name, { exact: true });
  return tree(page).getByRole("row").filter({ has: cell });
}

/** Uses the sandbox's account on the form that is shown; one that the form does not name is typed in. */
export async function useAccount(page, account = "demo") {
  if (!(account in accounts)) {
    const { client_id, client_secret } = await credentials(page, account);
    await page.getByLabel("Client ID").fill(client_id);
    await secret(page).fill(client_secret);
    return page.getByRole("button", { name: "Sign in", exact: true }).click();
  }
  await page.getByLabel("Sandbox account").selectOption({ label: accounts[account] });
  await page.getByRole("button", { name: "Use the sandbox account" }).click();
}

/** The id and secret of an account, as the sandbox tells them to anybody who asks. */
export async function credentials(page, account = "demo") {
  const file = account in accounts ? "accounts" : "unlisted-accounts";
  const answer = await page.request.get(new URL(`/sandbox/${file}.json`, process.env.TENANTRY_URL).href);
  return (await answer.json()).accounts.find((one) => one.client_id === account);
}

/** An access token of an account, got without the console. */
export async function token(page, account = "demo") {
  const { client_id, client_secret } = await credentials(page, account);
  const basic = Buffer.from(`${client_id}:${client_secret}`).toString("base64");
  const form = { grant_type: "client_credentials" };
  const url = new URL("/api/2/idp/token", vendorUrl).href;
  const answer = await page.request.post(url, { form, headers: { authorization: `Basic ${basic}` } });
  return (await answer.json()).access_token;
}

/** Signs in with a token on the form that is shown. */
export async function pasteToken(page, text) {
  await page.getByRole("radio", { name: "Access token" }).check();
  await page.getByRole("textbox", { name: "Access token" }).fill(text);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Opens the console and signs in; the tree pane is there afterwards, its rows perhaps not yet. */
export async function signIn(page, account = "demo", at = "./") {
  await page.goto(at);
  await useAccount(page, account);
  await expect(treePane(page)).toBeVisible();
}

/** Signs in and waits until the whole estate is here. */
export async function signInToAll(page, account = "demo", at = "./") {
  await signIn(page, account, at);
  await complete(page);
}

/** The foot of the tree says that everything is here; with a count, how much that is. */
export async function complete(page, count) {
  await expect(treePane(page).getByText("complete", { exact: true })).toBeVisible();
  if (count) await expect(treePane(page).getByText(`${count} tenants`)).toBeVisible();
}

/** Opens a row by its arrow, unless it is open. */
export async function open(page, name) {
  const one = row(page, name);
  if ((await one.getAttribute("aria-expanded")) === "true") return;
  await one.click({ position: await arrowOf(one) });
  await expect(one).toHaveAttribute("aria-expanded", "true");
}

/** Where a row's arrow stands in the row: in the left half of its icons. */
async function arrowOf(one) {
  const [outer, icon] = await Promise.all([one.boundingBox(), one.getByRole("img").boundingBox()]);
  return { x: icon.x - outer.x + 10, y: outer.height / 2 };
}

/** The value of a field in a card of the overview. */
export function field(page, card, label) {
  const region = detail(page).getByRole("region", { name: card });
  const pair = region.locator("div").filter({ has: page.getByRole("term").getByText(label, { exact: true }) });
  return pair.getByRole("definition");
}

/** The texts of an attribute over all drawn rows. */
export function eachRow(page, attribute) {
  return tree(page)
    .getByRole("row")
    .evaluateAll((rows, name) => rows.map((one) => one.getAttribute(name)), attribute);
}
