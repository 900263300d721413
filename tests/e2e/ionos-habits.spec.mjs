// What real servers do and the reference does not say: units that are born slowly, pages that come again, shares that
// cannot be read at once.
import { auditBothThemes, expect, test } from "./harness.mjs";
import { createUnit, dialog, panel, signInToIonos, units } from "./ionos.mjs";

const tasks = (page) => page.getByRole("region", { name: "Tasks" });
const rows = (page) => units(page).getByRole("rowheader");

test("a unit that can be seen only after 45 s is waited for, in the panel and in the list", async ({ page }) => {
  test.setTimeout(150_000);
  await signInToIonos(page, "ionos-late");
  await expect(page.getByText("14 backup units", { exact: true })).toBeVisible();
  await createUnit(page, "Late1");
  await expect(panel(page).getByText("IONOS has accepted this backup unit (just now) and does not show it yet.")).toBeVisible();
  await expect(panel(page).getByRole("heading", { name: "Late1" })).toBeVisible();
  await expect(page.getByText("Created, but IONOS does not list it yet: Late1")).toBeVisible({ timeout: 15_000 });
  await auditBothThemes(page);
  await page.waitForTimeout(20_000);
  await expect(page.getByText(/no such object|not there any more|failed/)).toHaveCount(0);
  // It comes by itself.
  await expect(panel(page).getByRole("button", { name: "Open console" })).toBeVisible({ timeout: 60_000 });
  await expect(units(page).getByRole("link", { name: "Late1" })).toBeVisible();
  await expect(page.getByText("Created, but IONOS does not list it yet: Late1")).toHaveCount(0);
  // And it is listed for a while after it was deleted.
  await panel(page).getByRole("button", { name: "Delete" }).click();
  await dialog(page).getByRole("textbox").fill("Late1");
  await dialog(page).getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("Deleted, but IONOS still lists it: Late1")).toBeVisible({ timeout: 20_000 });
  await expect(units(page).getByText("deleted, still listed")).toBeVisible();
  await expect(page.getByText("14 backup units", { exact: true })).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText("Deleted, but IONOS still lists it: Late1")).toHaveCount(0);
});

test("a unit that is never seen is not said to be gone, and somebody can look again", async ({ page }) => {
  await page.clock.install();
  await signInToIonos(page, "ionos-own-10");
  const nothing = { httpStatus: 404, messages: [{ errorCode: "309", message: "no such object" }] };
  await page.route(/\/(requests\/[^/]+\/status|backupunits\/[^/]+)(\?|$)/, (route) => route.fulfill({ status: 404, json: nothing }));
  await page.route(/\/backupunits\?/, async (route) => {
    const answer = await route.fetch();
    const list = await answer.json();
    await route.fulfill({ json: { ...list, items: list.items.filter((one) => one.properties.name !== "Never1") } });
  });
  await createUnit(page, "Never1");
  await expect(panel(page).getByText(/IONOS has accepted this backup unit/)).toBeVisible();
  await expect(async () => {
    await page.clock.runFor(60_000);
    await expect(panel(page).getByText(/has not shown it yet. It may still appear./)).toBeVisible({ timeout: 300 });
  }).toPass({ timeout: 60_000 });
  await expect(panel(page).getByText("accepted, but not seen yet")).toBeVisible();
  await auditBothThemes(page);
  await page.unroute(/\/(requests\/[^/]+\/status|backupunits\/[^/]+)(\?|$)/);
  await page.unroute(/\/backupunits\?/);
  await panel(page).getByRole("button", { name: "Look again" }).click();
  await page.clock.runFor(5_000);
  await expect(panel(page).getByRole("button", { name: "Open console" })).toBeVisible({ timeout: 20_000 });
});

test("a unit that could not be made says why, and its form opens with what was entered", async ({ page }) => {
  await signInToIonos(page, "ionos-failed");
  await createUnit(page, "Failed2", "failed@umbrella.example");
  const failed = panel(page).getByRole("alert");
  await expect(failed).toContainText("IONOS could not create this backup unit.", { timeout: 20_000 });
  await expect(failed).toContainText("[VDC-15-1] The backup service could not carry out the request");
  await auditBothThemes(page);
  const again = panel(page).getByRole("button", { name: "Try again with these values" });
  await again.click();
  await expect(dialog(page).getByLabel("Name")).toHaveValue("Failed2");
  await expect(dialog(page).getByLabel("E-mail")).toHaveValue("failed@umbrella.example");
  await expect(dialog(page).getByLabel("Password", { exact: true })).not.toHaveValue("");
  // As long as it has not been accepted, what failed stays; then it goes.
  await expect(page.getByRole("button", { name: "1 task needs attention" })).toBeVisible();
  await dialog(page).getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("button", { name: "1 task running" })).toBeVisible();
  await page.getByRole("button", { name: "1 task running" }).click();
  await expect(page.getByRole("region", { name: "Tasks" }).getByRole("listitem")).toHaveCount(1);
  await page.getByRole("heading", { level: 1 }).click();
  await expect(failed).toContainText("IONOS could not create this backup unit.", { timeout: 20_000 });
  // A password is in memory alone: after a reload it has to be entered again, and that is said.
  await page.reload();
  await signInToIonos(page, "ionos-failed", page.url().split("ionos-sandbox/")[1]);
  await again.click();
  await expect(dialog(page).getByLabel("Name")).toHaveValue("Failed2");
  await expect(dialog(page).getByLabel("E-mail")).toHaveValue("failed@umbrella.example");
  await expect(dialog(page).getByLabel("Password", { exact: true })).toHaveValue("");
  await expect(dialog(page).getByText("The password is no longer known here: enter it again.")).toBeVisible();
  await auditBothThemes(page);
});

test("a unit that only its list shows rightly is there, and can be changed", async ({ page }) => {
  await signInToIonos(page, "ionos-list-only");
  await createUnit(page, "Listed1");
  await expect(panel(page).getByRole("button", { name: "Delete" })).toBeEnabled({ timeout: 20_000 });
  await expect(panel(page).getByText("AVAILABLE")).toBeVisible();
  await units(page).getByRole("link", { name: "Kassen01" }).click();
  await panel(page).getByRole("button", { name: "Edit", exact: true }).click();
  await dialog(page).getByLabel("E-mail").fill("new@umbrella.example");
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "1 task running" })).toBeVisible();
});

test("rows that come again end a list, and that is said", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => /\/um\/users\?/.test(request.url()) && asked.push(request.url()));
  await signInToIonos(page, "ionos-same-rows", "users");
  await expect(page.getByText("IONOS sends the same rows again; the list ends here: 5 users.")).toBeVisible();
  await expect(rows(page)).toHaveCount(5);
  expect(asked.length).toBeLessThanOrEqual(3);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV" }).click();
  const text = Buffer.concat(await (await (await saved).createReadStream()).toArray()).toString();
  expect(text).toContain("partial");
  await auditBothThemes(page);
  // So does what is chosen from the same list.
  asked.length = 0;
  await page.getByRole("link", { name: "Groups" }).click();
  await units(page).getByRole("link").first().click();
  await expect(panel(page).getByText(/The list is partial/)).toBeVisible();
  expect(asked.length).toBeLessThanOrEqual(3);
});

test("rows show while pages come; the reading can be stopped and taken up again", async ({ page }) => {
  await signInToIonos(page, "ionos-slow-pages", "users");
  await expect(page.getByText(/^\d+ users so far…$/)).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Select all rows that were read and that the filter leaves" })).toBeVisible();
  await expect.poll(() => rows(page).count()).toBeGreaterThan(9);
  const first = await rows(page).first().elementHandle();
  await expect.poll(() => rows(page).count()).toBeGreaterThan(14);
  // What is there already is not drawn anew by what comes.
  expect(await first.evaluate((row) => row.isConnected)).toBe(true);
  await page.getByLabel("Filter the list").fill("zzzz");
  await expect(page.getByText("Nothing that was read fits the filter; not everything was read.")).toBeVisible();
  await page.getByLabel("Filter the list").fill("");
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  const read = await rows(page).count();
  await expect(page.getByText(`Only ${read} users were read; there may be more.`)).toBeVisible();
  await page.waitForTimeout(2_000);
  await expect(rows(page)).toHaveCount(read);
  await auditBothThemes(page);
  await page.getByRole("button", { name: "Read all" }).click();
  await expect(page.getByText(/so far/)).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByText(/^\d+ users$/)).toBeVisible();
  expect(await rows(page).count()).toBeGreaterThan(read);
});

test("a share and a member that cannot be seen at once are looked at again", async ({ page }) => {
  test.setTimeout(90_000);
  await signInToIonos(page, "ionos-late-shares", "groups");
  await page.getByRole("button", { name: "Create group" }).click();
  await dialog(page).getByLabel("Name").fill("Late group");
  await dialog(page).getByRole("button", { name: "Create", exact: true }).click();
  const members = panel(page).getByRole("region", { name: "Members" });
  await expect(members.getByText("Nobody is in it.")).toBeVisible();
  await members.getByRole("combobox").selectOption({ index: 3 });
  await members.getByRole("button", { name: "Add member" }).click();
  await expect(members.getByText(/Added, but IONOS does not list it yet: .*@/)).toBeVisible();
  await expect(members.getByText("Nobody is in it.")).toHaveCount(0);
  await auditBothThemes(page);
  await expect(members.getByRole("button", { name: /^Remove .* from the group$/ })).toBeVisible({ timeout: 30_000 });
  await expect(members.getByText(/Added, but/)).toHaveCount(0);
  await page.getByRole("link", { name: "Backup units" }).click();
  await units(page).getByRole("link", { name: "Kassen02" }).click();
  const shared = panel(page).getByRole("region", { name: "Shared with" });
  await shared.getByRole("button", { name: "Share with a group…" }).click();
  await dialog(page).getByRole("combobox").selectOption({ label: "Late group" });
  await dialog(page).getByRole("button", { name: "Share", exact: true }).click();
  await expect(shared.getByText("Shared, but IONOS does not show it yet: Late group")).toBeVisible();
  await expect(shared.getByText("Shared with no group.")).toHaveCount(0);
  await expect(shared.getByRole("link", { name: "Late group" })).toBeVisible({ timeout: 30_000 });
  await expect(shared.getByText(/Shared, but/)).toHaveCount(0);
});
