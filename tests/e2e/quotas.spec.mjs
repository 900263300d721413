// The Quotas tab: what a tenant may use and what it uses, as the API tells it.
import { auditBothThemes, expect, picture, test } from "./harness.mjs";
import { cafe, detail, signInToAll, tenantUrl } from "./console.mjs";
import { asSomebodyElse } from "./contacts.mjs";
import { savedCsv } from "./settings.mjs";

const table = (page) => detail(page).getByRole("table");
const line = (page, name) => table(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
const words = (n) => n.toLocaleString("en-US");

/** A tenant with items of all sorts: one above its quota, one without a bound. */
async function tenantWithItems(api) {
  const top = (await api.get("users/me")).tenant_id;
  const { items } = await api.get(`tenants?subtree_root_id=${top}&lod=full&expand_offering_items=true`);
  for (const tenant of items.filter(({ offering_items }) => offering_items.length === 3).slice(0, 40)) {
    const used = (await api.get(`tenants/${tenant.id}/usages`)).items;
    const over = tenant.offering_items.find(({ name, quota }) => quota?.value > 0 && used.find((one) => one.name === name).value > quota.value);
    if (over && over.measurement_unit === "quantity") return { tenant, used, over };
  }
  throw new Error("no such tenant");
}

test("each item with its quota, what is used, and how full it is", async ({ page }) => {
  const api = await asSomebodyElse(page, "demo");
  const { tenant, used, over } = await tenantWithItems(api);
  const asked = page.waitForRequest(/offering_items/);
  await signInToAll(page, "demo", `${tenantUrl(tenant.id)}/quotas`);
  expect(new URL((await asked).url()).searchParams.get("edition")).toBe("*");
  await expect(detail(page).getByText("3 offering items", { exact: true })).toBeVisible();
  const row = line(page, over.name);
  const { value } = used.find(({ name }) => name === over.name);
  await expect(row.getByRole("cell").nth(2)).toHaveText(words(value));
  await expect(row.getByRole("cell").nth(3)).toHaveText(words(over.quota.value));
  const hard = over.quota.overage === null ? "unlimited" : words(over.quota.value + over.quota.overage);
  await expect(row.getByRole("cell").nth(4)).toHaveText(hard);
  await expect(row.getByText(/^over quota/)).toBeVisible();
  await expect(row.getByRole("meter")).toHaveAccessibleName(new RegExp(`^${over.name}: ${words(value)} used, quota `));
  await auditBothThemes(page);
  await picture(page, "quotas");
  const csv = await savedCsv(page, () => detail(page).getByRole("button", { name: "CSV" }).click());
  expect(csv.name).toMatch(/^quotas_.*_complete\.csv$/);
  expect(csv.lines.find((one) => one.startsWith(`${over.name},`))).toContain(`,${value},${over.quota.value},`);
});

test("what is not told is not none: usages that are refused, a quota without an overage, rows that are broken", async ({ page }) => {
  await page.route(/\/usages$/, (route) => route.fulfill({ status: 403, json: { error: { code: "forbidden", message: "no" } } }));
  const item = { name: "pw_base_vms", edition: null, status: 1, measurement_unit: "quantity", quota: { value: 10 } };
  const items = [item, { name: "feature", measurement_unit: "n/a" }, 7];
  await page.route(/\/offering_items/, (route) => route.fulfill({ json: { timestamp: "2026-01-01T00:00:00", items } }));
  await signInToAll(page, "demo", `${tenantUrl(cafe.id)}/quotas`);
  await expect(detail(page).getByText("What the tenant uses could not be read.")).toBeVisible();
  await expect(detail(page).getByText("1 offering item could not be read and is not shown.")).toBeVisible();
  await expect(line(page, "pw_base_vms").getByRole("cell").nth(2)).toHaveText("not reported");
  await expect(line(page, "pw_base_vms").getByRole("cell").nth(4)).toHaveText("not reported");
  await expect(line(page, "pw_base_vms").getByText("not known", { exact: true })).toBeVisible();
  await expect(line(page, "pw_base_vms").getByRole("meter")).toHaveCount(0);
  await expect(line(page, "feature").getByRole("cell").nth(1)).toHaveText("not reported");
  await expect(line(page, "feature").getByRole("cell").nth(2)).toHaveText("not counted");
  const csv = await savedCsv(page, () => detail(page).getByRole("button", { name: "CSV" }).click());
  expect(csv.name).toMatch(/_partial\.csv$/);
});

const dialog = (page) => page.getByRole("dialog");
const field = (page, label) => dialog(page).getByLabel(label, { exact: true });
const button = (page, name) => dialog(page).getByRole("button", { name, exact: true });

test("a quota is changed, and everything is read back; the keyboard alone", async ({ page }) => {
  const account = "own-tenants-6";
  const api = await asSomebodyElse(page, account);
  const { tenant, over } = await tenantWithItems(api);
  const { items: before } = await api.get(`tenants/${tenant.id}/offering_items?edition=*`);
  const item = before.find(({ name }) => name === over.name);
  await signInToAll(page, account, `${tenantUrl(tenant.id)}/quotas`);
  await line(page, over.name).getByRole("button", { name: `Change ${over.name}` }).press("Enter");
  await expect(field(page, "Quota")).toHaveValue(String(item.quota.value));
  await expect(dialog(page).getByText("No changes to save.", { exact: true })).toBeVisible();
  await field(page, "Quota").fill("a lot");
  await expect(dialog(page).getByText("Not an amount.").first()).toBeVisible();
  await expect(button(page, "Save")).toBeDisabled();
  await field(page, "Quota").fill(String(item.quota.value + 5));
  await auditBothThemes(page, { include: "dialog" });
  await picture(page, "quota changed");
  const [put] = await Promise.all([page.waitForRequest((one) => one.method() === "PUT"), field(page, "Quota").press("Control+Enter")]);
  const sent = { application_id: item.application_id, name: item.name, status: 1, quota: { ...item.quota, value: item.quota.value + 5 } };
  expect(put.postDataJSON()).toEqual({ offering_items: [sent], check_usage: false });
  await expect(dialog(page)).toHaveCount(0);
  await expect(line(page, over.name).getByRole("cell").nth(3)).toHaveText(words(item.quota.value + 5));
  await expect(line(page, over.name).getByRole("button")).toBeFocused();
  // Bytes are entered in their unit.
  const storage = before.find(({ measurement_unit: unit, quota }) => unit === "bytes" && quota);
  if (storage) {
    await line(page, storage.name).getByRole("button").click();
    await field(page, "Quota").fill("0.5 TiB");
    await field(page, "Overage").fill("unlimited");
    await button(page, "Save").click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(line(page, storage.name).getByRole("cell").nth(4)).toHaveText("unlimited");
    const { items } = await api.get(`tenants/${tenant.id}/offering_items?edition=*`);
    expect(items.find(({ name }) => name === storage.name).quota).toMatchObject({ value: 2 ** 39, overage: null });
  }
});

test("an item that is used is not turned off, and somebody else's change stops the write", async ({ page }) => {
  const account = "own-tenants-1";
  const api = await asSomebodyElse(page, account);
  const { tenant, over } = await tenantWithItems(api);
  await signInToAll(page, account, `${tenantUrl(tenant.id)}/quotas`);
  await line(page, over.name).getByRole("button").click();
  await field(page, "Status").selectOption("off");
  await button(page, "Save").click();
  await expect(dialog(page).getByRole("alert")).toContainText("It is not possible to disable the following offering items");
  await picture(page, "quota refused");
  const { items } = await api.get(`tenants/${tenant.id}/offering_items?edition=*`);
  const now = items.find(({ name }) => name === over.name);
  const theirs = { application_id: now.application_id, name: now.name, status: 1, quota: { ...now.quota, value: now.quota.value + 1 } };
  await api.put(`tenants/${tenant.id}/offering_items`, { offering_items: [theirs] });
  const puts = [];
  page.on("request", (one) => one.method() === "PUT" && puts.push(one.url()));
  await button(page, "Save").click();
  await expect(dialog(page).getByRole("alert")).toContainText(/changed/);
  expect(puts).toEqual([]);
});
