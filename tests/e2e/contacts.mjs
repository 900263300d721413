// The Contacts tab as a person finds it, by role and name.
import { expect, vendorUrl } from "./harness.mjs";
import { cafe, detail, signInToAll, tenantUrl, token } from "./console.mjs";

export const contactsUrl = (id) => `${tenantUrl(id)}/contacts`;
export const dialog = (page) => page.getByRole("dialog");
export const card = (page, name) => detail(page).getByRole("region", { name, exact: true });
export const whom = (page) => card(page, "Whom to contact");

/** Who is to be called for a type. */
export const called = (page, type) =>
  whom(page).locator("div").filter({ has: page.getByRole("term").getByText(type, { exact: true }) }).getByRole("definition");

/** Signs in, and waits until the tenant's contacts are here. */
export async function openContacts(page, account = "demo", id = cafe.id) {
  await signInToAll(page, account, contactsUrl(id));
  await expect(whom(page)).toBeVisible();
}

/** The API as another program with the same account uses it. */
export async function asSomebodyElse(page, account) {
  const headers = { authorization: `Bearer ${await token(page, account)}` };
  const send = (method) => async (path, data) => {
    const answer = await page.request.fetch(new URL(`/api/2/${path}`, vendorUrl).href, { method, data, headers });
    expect(answer.ok(), `${method} ${path}: ${answer.status()}`).toBe(true);
    return answer.status() === 204 ? null : answer.json();
  };
  return { get: send("GET"), put: send("PUT"), post: send("POST"), delete: send("DELETE") };
}

/** The contacts of a tenant as the API has them. */
export async function contactsOf(api, id = cafe.id) {
  const { items } = await api.get(`tenants/${id}/contacts`);
  return (await api.get(`contacts?uuids=${items.join(",")}`)).items;
}
