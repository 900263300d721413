// Users, groups, members, shares and resources of an IONOS contract.
import { auditBothThemes, expect, picture, test } from "./harness.mjs";
import { dialog, panel, signInToIonos, units } from "./ionos.mjs";

test("a user from the making to the end", async ({ page }) => {
  await signInToIonos(page, "ionos-own-4", "users");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Users");
  await auditBothThemes(page);
  await page.getByRole("button", { name: "Create user" }).click();
  await dialog(page).getByLabel("First name").fill("Nora");
  await dialog(page).getByLabel("Last name").fill("Lind");
  await dialog(page).getByLabel("E-mail").fill("nora.lind@umbrella.example");
  await dialog(page).getByLabel("Password").fill("correct-Horse-7");
  await auditBothThemes(page);
  await dialog(page).getByRole("button", { name: "Create", exact: true }).click();
  await expect(panel(page).getByText("Nora Lind")).toBeVisible();
  await panel(page).getByRole("button", { name: "Edit", exact: true }).click();
  await dialog(page).getByLabel("Last name").fill("Lindt");
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await expect(panel(page).getByText("Nora Lindt")).toBeVisible();
  await auditBothThemes(page);
  await panel(page).getByRole("button", { name: "Delete" }).click();
  await expect(dialog(page).getByText("They own 0 resources. They are in 0 groups.")).toBeVisible();
  await expect(dialog(page).getByRole("button", { name: "Delete" })).toBeDisabled();
  await dialog(page).getByLabel("type the name").fill("nora.lind@umbrella.example");
  await dialog(page).getByRole("button", { name: "Delete" }).click();
  await expect(units(page).getByText("nora.lind@umbrella.example")).toHaveCount(0);
});

test("a group: privileges, members, end", async ({ page }) => {
  await signInToIonos(page, "ionos-own-5", "groups");
  await page.getByRole("button", { name: "Create group" }).click();
  await dialog(page).getByLabel("Name").fill("Night shift");
  await dialog(page).getByLabel("Create backup units").check();
  await auditBothThemes(page);
  await picture(page, "ionos-group-form");
  await dialog(page).getByRole("button", { name: "Create", exact: true }).click();
  await expect(panel(page).getByText("Create backup units")).toBeVisible();
  const members = panel(page).getByRole("region", { name: "Members" });
  await members.getByRole("combobox").selectOption({ index: 1 });
  await members.getByRole("button", { name: "Add member" }).click();
  await expect(members.getByRole("link")).toHaveCount(1);
  await auditBothThemes(page);
  await members.getByRole("button", { name: /Remove/ }).click();
  await expect(members.getByText("Nobody is in it.")).toBeVisible();
  await panel(page).getByRole("button", { name: "Edit", exact: true }).click();
  await dialog(page).getByLabel("Create snapshots").check();
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await expect(panel(page).getByText("Create snapshots")).toBeVisible();
  await panel(page).getByRole("button", { name: "Delete" }).click();
  await dialog(page).getByLabel("type the name").fill("Night shift");
  await dialog(page).getByRole("button", { name: "Delete" }).click();
  await expect(units(page).getByText("Night shift")).toHaveCount(0);
});

test("a share: added, changed, removed", async ({ page }) => {
  await signInToIonos(page, "ionos-own-6");
  await units(page).getByRole("link", { name: "CadWerk3" }).click();
  const shared = panel(page).getByRole("region", { name: "Shared with" });
  await shared.getByRole("button", { name: "Share with a group…" }).click();
  await dialog(page).getByLabel("Edit").check();
  await expect(dialog(page).getByRole("button", { name: "Share", exact: true })).toBeDisabled();
  await dialog(page).getByLabel("Group").selectOption({ index: 1 });
  const chosen = await dialog(page).getByLabel("Group").locator("option:checked").textContent();
  await dialog(page).getByRole("button", { name: "Share", exact: true }).click();
  const line = shared.getByRole("listitem").filter({ hasText: chosen });
  await expect(line).toContainText("can edit it");
  await line.getByRole("button", { name: /Edit/ }).click();
  await dialog(page).getByLabel("Share").check();
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await expect(line).toContainText("can edit and share it");
  await line.getByRole("button", { name: /Remove/ }).click();
  await dialog(page).getByRole("button", { name: "Remove" }).click();
  await expect(line).toHaveCount(0);
});

test("from the group's side: a resource is shared, changed, and no longer shared", async ({ page }) => {
  await signInToIonos(page, "ionos-own-6", "groups");
  await units(page).getByRole("link", { name: "Ohne alles" }).click();
  const shared = panel(page).getByRole("region", { name: "Resources" });
  await shared.getByRole("button", { name: "Share a resource with it…" }).click();
  await dialog(page).getByLabel("Resource").selectOption({ label: "ErpTest – backupunit" });
  await auditBothThemes(page);
  await dialog(page).getByRole("button", { name: "Share", exact: true }).click();
  const line = shared.getByRole("listitem").filter({ hasText: "ErpTest" });
  await expect(line).toContainText("can use it");
  await line.getByRole("button", { name: "Edit the share of ErpTest" }).click();
  await dialog(page).getByLabel("Edit").check();
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await expect(line).toContainText("can edit it");
  await auditBothThemes(page);
  await line.getByRole("button", { name: "Remove the share of ErpTest" }).click();
  await dialog(page).getByRole("button", { name: "Remove" }).click();
  await expect(line).toHaveCount(0);
});

test("resources by type, and who has one", async ({ page }) => {
  await signInToIonos(page, "ionos-demo", "resources");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Resources");
  await auditBothThemes(page);
  await page.getByRole("link", { name: "backupunit", exact: true }).click();
  await expect(page.getByText("14 resources")).toBeVisible();
  await units(page).getByRole("link").first().click();
  await expect(panel(page).getByRole("region", { name: "Shared with" })).toBeVisible();
  await panel(page).getByRole("button", { name: "Show" }).click();
  await expect(panel(page).getByText(/users have access/)).toBeVisible();
  await expect(panel(page).getByText("administrator: full access to the contract").first()).toBeVisible();
  await auditBothThemes(page);
  await panel(page).getByRole("link", { name: "Close" }).click();
  await expect(panel(page)).toHaveCount(0);
  await expect(page.getByText("14 resources")).toBeVisible();
});

test("read only: nothing can be changed while it is on", async ({ page }) => {
  await signInToIonos(page, "ionos-demo");
  await page.getByRole("button", { name: "Read only: off" }).click();
  await expect(page.getByRole("button", { name: "Create backup unit" })).toBeDisabled();
  await page.getByRole("button", { name: "Read only: on" }).click();
  await expect(page.getByRole("button", { name: "Create backup unit" })).toBeEnabled();
});
