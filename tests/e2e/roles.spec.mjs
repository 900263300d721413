// The roles of a user are granted and taken away.
import { auditBothThemes, expect, picture, test } from "./harness.mjs";
import { asSomebodyElse } from "./contacts.mjs";
import { openUsers } from "./users.mjs";

const account = "own-users-5";
const dialog = (page) => page.getByRole("dialog");
const roles = (page) => page.getByRole("region", { name: "What this user can touch" });
const button = (page, name) => dialog(page).getByRole("button", { name, exact: true });

/** A user of a customer below a partner, who is not who is signed in. */
async function somebody(api, nth) {
  const top = (await api.get("users/me")).tenant_id;
  const all = (await api.get(`tenants?subtree_root_id=${top}&lod=basic`)).items;
  for (const tenant of all.filter(({ kind }) => kind === "customer").slice(nth * 10)) {
    const ids = (await api.get(`tenants/${tenant.id}/users`)).items;
    for (const id of ids) {
      const policies = (await api.get(`users/${id}/access_policies`)).items;
      if (policies.length > 0) return { tenant, id, policies };
    }
  }
  throw new Error("nobody has a role");
}

test("a role is added beside the others, and removed again, with the keyboard alone", async ({ page }) => {
  const api = await asSomebodyElse(page, account);
  const { tenant, id, policies } = await somebody(api, test.info().retry);
  await openUsers(page, account, tenant.id);
  await page.evaluate((to) => (location.hash = to), `#/acronis-sandbox/tenants/${tenant.id}/users?user=${id}`);
  await expect(roles(page).getByRole("listitem")).toHaveCount(policies.length);
  await roles(page).getByRole("button", { name: "Add role…" }).press("Enter");
  await expect(dialog(page).getByText(tenant.name, { exact: true })).toBeVisible();
  const held = policies.find(({ resource_path: path }) => !path);
  await dialog(page).getByLabel("Role", { exact: true }).selectOption(held.role_id);
  await expect(dialog(page).getByText("The user has this role already.")).toBeVisible();
  await expect(button(page, "Add")).toBeDisabled();
  await dialog(page).getByLabel("Role", { exact: true }).selectOption("backup_user");
  await auditBothThemes(page, { include: "dialog" });
  await picture(page, "role added");
  const [put] = await Promise.all([page.waitForRequest((one) => one.method() === "PUT"), button(page, "Add").press("Enter")]);
  // What was there is sent back as it came.
  expect(put.postDataJSON().items.slice(0, -1)).toEqual(policies);
  expect(put.postDataJSON().items.at(-1)).toMatchObject({ role_id: "backup_user", tenant_id: tenant.id, trustee_id: id, trustee_type: "user" });
  await expect(dialog(page)).toHaveCount(0);
  await expect(roles(page).getByText("backup_user", { exact: false })).toBeVisible();
  await picture(page, "roles of a user");
  const added = (await api.get(`users/${id}/access_policies`)).items.find(({ role_id: role }) => role === "backup_user");
  expect(added).toBeDefined();
  await roles(page).getByRole("button", { name: "Remove the role backup_user" }).press("Enter");
  await expect(dialog(page).getByText(`backup_user at ${tenant.name}`)).toBeVisible();
  await expect(button(page, "Cancel")).toBeFocused();
  await auditBothThemes(page, { include: "dialog" });
  await picture(page, "role removed");
  await button(page, "Remove role").press("Enter");
  await expect(dialog(page)).toHaveCount(0);
  await expect(roles(page).getByRole("listitem")).toHaveCount(policies.length);
  expect((await api.get(`users/${id}/access_policies`)).items).toEqual(policies);
});

test("what somebody else granted meanwhile stops the write; a list that is cut is not sent back", async ({ page }) => {
  const api = await asSomebodyElse(page, account);
  const { tenant, id, policies } = await somebody(api, 2 + test.info().retry);
  await openUsers(page, account, tenant.id);
  await page.evaluate((to) => (location.hash = to), `#/acronis-sandbox/tenants/${tenant.id}/users?user=${id}`);
  await roles(page).getByRole("button", { name: "Add role…" }).click();
  await dialog(page).getByLabel("Role", { exact: true }).selectOption("backup_user");
  const nil = "00000000-0000-0000-0000-000000000000";
  const theirs = { id: nil, issuer_id: nil, version: 0, trustee_id: id, trustee_type: "user", tenant_id: tenant.id, role_id: "company_admin" };
  await api.put(`users/${id}/access_policies`, { timestamp: "2026-01-01T00:00:00Z", items: [...policies, theirs] });
  const puts = [];
  page.on("request", (one) => one.method() === "PUT" && puts.push(one.url()));
  await button(page, "Add").click();
  await expect(dialog(page).getByRole("alert")).toBeVisible();
  expect(puts).toEqual([]);
  await picture(page, "role changed meanwhile");
  page.once("dialog", (question) => question.accept());
  await button(page, "Cancel").click();
  await page.route(/users\/[0-9a-f-]+\/access_policies$/, async (route) => {
    const body = await (await route.fetch()).json();
    await route.fulfill({ json: { ...body, paging: { cursors: { after: "more" } } } });
  });
  await roles(page).getByRole("button", { name: "Add role…" }).click();
  await dialog(page).getByLabel("Role", { exact: true }).selectOption("backup_user");
  await expect(dialog(page).getByText("Acronis did not send all roles of this user", { exact: false })).toBeVisible();
  await expect(button(page, "Add")).toBeDisabled();
});

test("nobody changes their own roles, and a tenant whose roles may not be asked for takes one by hand", async ({ page }) => {
  const api = await asSomebodyElse(page, account);
  const me = await api.get("users/me");
  await openUsers(page, account, me.tenant_id);
  await page.evaluate((to) => (location.hash = to), `#/acronis-sandbox/tenants/${me.tenant_id}/users?user=${me.id}`);
  await expect(roles(page).getByText("Acronis lets nobody change their own roles.")).toBeVisible();
  await expect(roles(page).getByRole("button", { name: "Add role…" })).toBeDisabled();
  const { tenant, id } = await somebody(api, 4);
  await page.route(/applications\/roles$/, (route) => route.fulfill({ status: 403, json: { error: { code: "forbidden", message: "no" } } }));
  await page.evaluate((to) => (location.hash = to), `#/acronis-sandbox/tenants/${tenant.id}/users?user=${id}`);
  await roles(page).getByRole("button", { name: "Add role…" }).click();
  await expect(dialog(page).getByText("Your account may not ask Acronis which roles this tenant has.", { exact: false })).toBeVisible();
  await dialog(page).getByLabel("Role", { exact: true }).fill("no_such_role");
  await button(page, "Add").click();
  await expect(dialog(page).getByRole("alert")).toContainText("role_id: not available to the tenant");
});
