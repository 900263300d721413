// Who can touch a tenant, and why; and what a user can touch.
import { auditBothThemes, expect, picture, test } from "./harness.mjs";
import { cafe, detail, signInToAll } from "./console.mjs";
import { asSomebodyElse } from "./contacts.mjs";
import { access, accessUrl, chooseUser, openUsers, panel, usersOf } from "./users.mjs";

const rows = (page) => access(page).getByRole("row");
const way = (page) => access(page).getByRole("list", { name: "The way from the top" });

async function openAccess(page, account = "demo", id = cafe.id) {
  await signInToAll(page, account, accessUrl(id));
  await expect(rows(page).nth(1)).toBeVisible();
}

/** The tenants from the top down to one, as the API has them. */
async function wayTo(api, id) {
  const { tenant_id: top } = await api.get("users/me");
  const found = [];
  for (let at = id; ; at = found[0].parent_id) {
    found.unshift(await api.get(`tenants/${at}`));
    if (at === top) return found;
  }
}

test("each role on the way down, with who has it, where it is granted, and why it counts", async ({ page }) => {
  const api = await asSomebodyElse(page, "demo");
  const tenants = await wayTo(api, cafe.id);
  await openAccess(page);
  let count = 0;
  for (const tenant of tenants) {
    const { items } = await api.get(`tenants/${tenant.id}/access_policies`);
    count += items.length;
    for (const { trustee_type: type, trustee_id: id, role_id: role } of items) {
      const who = type === "user" ? (await api.get(`users/${id}`)).login : type === "user_group" ? id : id === "demo" ? "Umbrella reporting" : id;
      const why = tenant.id === cafe.id ? "granted here" : `this tenant is below ${tenant.name}`;
      const row = rows(page).filter({ hasText: who }).filter({ hasText: role }).filter({ hasText: why }).first();
      await expect(row, `${who} at ${tenant.name}`).toBeVisible();
      await expect(row.getByRole("link", { name: tenant.name, exact: true })).toBeVisible();
    }
    await expect(way(page)).toContainText(tenant.name);
  }
  await expect(access(page).getByText(`${count} roles`, { exact: true })).toBeVisible();
  await expect(rows(page).filter({ hasText: "4557d5f5-7881-54f4-83a5-212f19d355c1" })).toContainText("cannot be read");
  await expect(rows(page).filter({ hasText: "security group" }).first()).toContainText("members");
  await expect(access(page).getByText("You see nothing above Umbrella Partners")).toBeVisible();
  await expect(rows(page).filter({ hasText: "this tenant is below" }).first()).toContainText("Tenantry's reading");
  await auditBothThemes(page);
  await picture(page, "access");
  await page.emulateMedia({ colorScheme: "dark" });
  await picture(page, "access dark");
  const [download] = await Promise.all([page.waitForEvent("download"), access(page).getByRole("button", { name: "JSON" }).click()]);
  expect(download.suggestedFilename()).toMatch(/_complete\.json$/);
  await access(page).getByRole("searchbox", { name: "Filter by person, role or tenant" }).fill("protection_agent");
  await expect(rows(page)).toHaveCount(2);
});

test("a level that is refused is not known, and not nobody", async ({ page }) => {
  const api = await asSomebodyElse(page, "demo");
  const tenants = await wayTo(api, cafe.id);
  const iberia = tenants.find(({ name }) => name === "Iberia");
  await page.route(`**/tenants/${iberia.id}/access_policies`, (route) => route.fulfill({ status: 403, json: {} }));
  await openAccess(page);
  const level = way(page).getByRole("listitem").filter({ hasText: "Iberia" });
  await expect(level).toContainText("not known 403");
  await expect(level).not.toContainText("nobody");
  await expect(access(page).getByText(/roles?, not complete$/)).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent("download"), access(page).getByRole("button", { name: "CSV" }).click()]);
  expect(download.suggestedFilename()).toMatch(/_partial\.csv$/);
  await picture(page, "access partial");
});

test("a bar against indirect ancestors is said of each role above it", async ({ page }) => {
  await page.route(/\/tenants\?uuids=[^&]*&lod=full$/, async (route) => {
    const answer = await route.fetch();
    const body = await answer.json();
    for (const item of body.items) if (item.id === cafe.id) item.ancestral_access = false;
    await route.fulfill({ json: body });
  });
  await openAccess(page);
  const at = (name) => rows(page).filter({ has: page.getByRole("cell").getByRole("link", { name, exact: true }) });
  const above = at("Umbrella Partners").first();
  await expect(above).toContainText("does not reach");
  await expect(above).toContainText(`indirect ancestors have no access to ${cafe.name}`);
  // Norte is the direct parent.
  await expect(at("Norte").first()).not.toContainText("does not reach");
  await picture(page, "access barred");
});

test("what a user can touch, in person and through groups, and from there to the tenant", async ({ page }) => {
  const api = await asSomebodyElse(page, "demo");
  const me = await api.get("users/me");
  const { items } = await api.get(`users/${me.id}/access_policies?includeUserGroupPolicies=true`);
  await openUsers(page, "demo", me.tenant_id);
  await chooseUser(page, me.login);
  const touches = panel(page).getByRole("region", { name: "What this user can touch" });
  await expect(touches.getByRole("listitem")).toHaveCount(items.length);
  await expect(touches.getByText("through a security group").first()).toBeVisible();
  await auditBothThemes(page);
  await picture(page, "what a user can touch");
  await touches.getByRole("link", { name: "Norte" }).click();
  await expect(detail(page).getByRole("heading", { level: 1, name: "Norte" })).toBeVisible();
  await expect(access(page)).toBeVisible();
  expect((await usersOf(api, me.tenant_id)).length).toBeGreaterThan(0);
});
