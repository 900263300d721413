// The IONOS connection as a person finds it.
import { expect } from "./harness.mjs";

/** An account of the sandbox, as it tells it to anybody who asks. */
export async function ionosAccount(page, id) {
  const file = id.startsWith("ionos-own-") ? "unlisted-accounts" : "accounts";
  const answer = await page.request.get(new URL(`/sandbox/${file}.json`, process.env.TENANTRY_URL).href);
  return (await answer.json()).accounts.find((one) => one.client_id === id);
}

/** Signs in with user name and password, and waits for the list. */
export async function signInToIonos(page, id, at = "backup-units") {
  const { login, password } = await ionosAccount(page, id);
  await page.goto(`./#/ionos-sandbox/${at}`);
  await page.getByLabel("User name (e-mail)").fill(login);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/Sign in/);
}

export const panel = (page) => page.getByRole("complementary", { name: "Details" });
export const dialog = (page) => page.getByRole("dialog");
export const units = (page) => page.getByRole("table").first();

/** Fills the form for a new unit and sends it. */
export async function createUnit(page, name, email = "ops@umbrella.example") {
  await page.getByRole("button", { name: "Create backup unit" }).click();
  await dialog(page).getByLabel("Name").fill(name);
  await dialog(page).getByRole("button", { name: "Generate" }).click();
  await dialog(page).getByLabel("E-mail").fill(email);
  await dialog(page).getByRole("button", { name: "Create", exact: true }).click();
}

/** Everything that the tab's page and its storage hold, and where it has been. */
export const everythingKept = (page) =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll("input, textarea, select")].map((field) => field.value);
    const stores = [{ ...localStorage }, { ...sessionStorage }, history.state];
    return [document.documentElement.outerHTML, JSON.stringify(stores), location.href, ...fields].join(" ");
  });

/** What the page writes to the browser's console from now on. */
export function watchConsole(page) {
  const seen = [];
  page.on("console", (message) => seen.push(message.text()));
  return seen;
}

/** Ticks rows of a list by their names. */
export async function tick(page, ...names) {
  for (const name of names) await units(page).getByRole("checkbox", { name: `Select ${name}`, exact: true }).check();
}

/** The API as another program with the same account uses it. */
export async function asSomebodyElse(page, id) {
  const { login, password } = await ionosAccount(page, id);
  const authorization = `Basic ${Buffer.from(`${login}:${password}`).toString("base64")}`;
  const url = (path) => new URL(`/proxy/ionos/cloudapi/v6/${path}`, process.env.TENANTRY_URL).href;
  const send = async (method, path, data) => {
    const answer = await page.request.fetch(url(path), { method, data, headers: { authorization } });
    expect(answer.ok(), `${method} ${path}: ${answer.status()}`).toBe(true);
    return answer.json();
  };
  return { get: (path) => send("GET", path), put: (path, data) => send("PUT", path, data) };
}
