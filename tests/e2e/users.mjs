// The Users tab and the Access tab as a person finds them, by role and name.
import { expect } from "./harness.mjs";
import { cafe, detail, signInToAll, tenantUrl } from "./console.mjs";

export const usersUrl = (id) => `${tenantUrl(id)}/users`;
export const accessUrl = (id) => `${tenantUrl(id)}/access`;
export const users = (page) => detail(page).getByRole("region", { name: "Users", exact: true });
export const table = (page) => users(page).getByRole("region", { name: "User list" }).getByRole("table");
export const panel = (page) => page.getByRole("complementary", { name: "Details" });
export const access = (page) => detail(page).getByRole("region", { name: "Access", exact: true });

/** Signs in, and waits until the tenant's users are here. */
export async function openUsers(page, account = "demo", id = cafe.id, query = "") {
  await signInToAll(page, account, usersUrl(id) + query);
  await expect(table(page)).toBeVisible();
}

/** Chooses somebody in the list by login. */
export async function chooseUser(page, login) {
  await table(page).getByRole("link", { name: login, exact: true }).click();
  await expect(panel(page).getByRole("heading", { level: 2 })).toHaveText(login);
  await expect(panel(page).getByRole("button", { name: "Reset second factor" })).toBeVisible();
}

/** The users of a tenant as the API has them. */
export async function usersOf(api, id = cafe.id) {
  const { items } = await api.get(`tenants/${id}/users`);
  if (items.length === 0) return [];
  return (await api.get(`users?uuids=${items.join(",")}&with_access_policies=true`)).items;
}
