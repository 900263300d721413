// Without a network: what was loaded stays, a line says so, and what was under way goes on by itself.
import { auditBothThemes, expect, picture, smallPages, test } from "./harness.mjs";
import { complete, detail, field, noTenant, row, signIn, signInToAll, treePane } from "./console.mjs";

const strip = (page) => page.getByText("You are offline. What you see was loaded earlier");
const online = (page, on) => page.context().setOffline(!on);

test("a line says so while it lasts; the tree stays and can be used", async ({ page }) => {
  await signInToAll(page);
  await online(page, false);
  await expect(strip(page)).toBeVisible();
  await page.getByRole("searchbox", { name: "Filter tenants" }).fill("goya");
  await expect(row(page, "Almacenes Goya")).toBeVisible();
  await auditBothThemes(page, noTenant);
  await picture(page, "offline");
  await online(page, true);
  await expect(strip(page)).toBeHidden();
});

test("a tenant chosen meanwhile says what is the matter, and is read when asked again", async ({ page }) => {
  await signInToAll(page);
  await online(page, false);
  await row(page, "Iberia").click();
  await expect(detail(page).getByRole("heading", { name: "Iberia" })).toBeVisible();
  const said = detail(page).getByRole("alert");
  await expect(said).toContainText("You are offline, so Acronis sandbox cannot be reached.", { timeout: 20_000 });
  await picture(page, "offline tenant");
  await online(page, true);
  await said.getByRole("button", { name: "Try again" }).click();
  await expect(field(page, "About", "Kind")).toHaveText("folder");
});

test("going offline in the middle of loading: partial, and on by itself when the network is back", async ({ page }) => {
  await smallPages(page);
  await signIn(page, "fault-slow");
  await expect(treePane(page).getByText("100 tenants so far")).toBeVisible();
  await online(page, false);
  await expect(treePane(page).getByText("Partial: You are offline, so Acronis sandbox cannot be reached")).toBeVisible({ timeout: 30_000 });
  await picture(page, "offline partial");
  await online(page, true);
  await complete(page, 500);
});

test("reading what has changed fails offline: the old tree stays, and how old it is", async ({ page }) => {
  await signInToAll(page);
  await online(page, false);
  await page.getByRole("button", { name: "Refresh" }).click();
  const stale = treePane(page).getByText(/^Could not be refreshed: You are offline, so Acronis sandbox cannot be reached/);
  await expect(stale).toBeVisible({ timeout: 20_000 });
  await complete(page, 500);
  await picture(page, "offline stale");
  await online(page, true);
  await expect(stale).toBeHidden();
  await complete(page, 500);
});
