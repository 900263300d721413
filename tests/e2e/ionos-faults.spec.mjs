// An API that misbehaves, and people who change their mind.
import { auditBothThemes, expect, test } from "./harness.mjs";
import { asSomebodyElse, createUnit, dialog, ionosAccount, panel, signInToIonos, tick, units } from "./ionos.mjs";
import { savedCsv } from "./settings.mjs";

const tasks = (page) => page.getByRole("region", { name: "Tasks" });

test("a status that never ends: the unit stays locked, and the waiting ends", async ({ page }) => {
  await page.clock.install();
  await signInToIonos(page, "ionos-endless");
  await createUnit(page, "Endless1");
  await page.getByRole("button", { name: "1 task running" }).click();
  await expect(panel(page).getByRole("button", { name: "Delete" })).toBeDisabled();
  await page.clock.runFor(31 * 60_000);
  await expect(async () => {
    await page.clock.runFor(60_000);
    await expect(tasks(page).getByText("no result in the time waited; it may still complete")).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await tasks(page).getByRole("button", { name: "Look again" }).click();
  await expect(page.getByRole("button", { name: "1 task running" })).toBeVisible();
});

test("a status that hangs does not keep a unit busy that says it is ready", async ({ page }) => {
  await signInToIonos(page, "ionos-hang");
  await createUnit(page, "Hang1");
  await page.getByRole("button", { name: "1 task running" }).click();
  await expect(tasks(page).getByText("done, according to the backup unit itself")).toBeVisible({ timeout: 30_000 });
  await expect(panel(page).getByRole("button", { name: "Delete" })).toBeEnabled();
});

test("a plain member sees less, and is told what was refused", async ({ page }) => {
  await signInToIonos(page, "ionos-member");
  await expect(page.getByText("4 backup units", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Groups" }).click();
  await expect(page.getByText("user management is for administrators of the contract")).toBeVisible();
  await auditBothThemes(page);
  await page.getByRole("button", { name: "Create group" }).click();
  await dialog(page).getByLabel("Name").fill("Member1");
  await dialog(page).getByRole("button", { name: "Create", exact: true }).click();
  await expect(dialog(page).getByRole("alert")).toContainText("403");
  await auditBothThemes(page);
});

test("429 to a single write: what to do is said, and nothing is lost of what was typed", async ({ page }) => {
  await signInToIonos(page, "ionos-429", "groups");
  for (const name of ["First", "Second", "Third"]) {
    await page.getByRole("button", { name: "Create group" }).click();
    await dialog(page).getByLabel("Name").fill(name);
    await dialog(page).getByRole("button", { name: "Create", exact: true }).click();
    const refused = dialog(page).getByRole("alert");
    await expect(refused.or(panel(page).getByRole("heading", { name }))).toBeVisible();
    if (await refused.isVisible()) {
      await expect(refused).toContainText("429");
      await expect(dialog(page).getByLabel("Name")).toHaveValue(name);
      return;
    }
  }
  throw new Error("no write was refused");
});

test("422: each message stands beside the field it is about", async ({ page }) => {
  await signInToIonos(page, "ionos-demo");
  const messages = [
    { errorCode: "100", message: "[(root).properties.name] Attribute 'name' is reserved" },
    { errorCode: "101", message: "Attribute 'email' has no mailbox" },
    { errorCode: "102", message: "the quota of the contract is used up" },
  ];
  await page.route("**/backupunits", (route) =>
    route.request().method() === "POST"
      ? route.fulfill({ status: 422, contentType: "application/json", body: JSON.stringify({ httpStatus: 422, messages }) })
      : route.continue(),
  );
  await createUnit(page, "Reserved1");
  await expect(dialog(page).getByLabel("Name")).toHaveAccessibleDescription("Attribute 'name' is reserved");
  await expect(dialog(page).getByLabel("E-mail")).toHaveAccessibleDescription("Attribute 'email' has no mailbox");
  await expect(dialog(page).getByLabel("Name")).toHaveAttribute("aria-invalid", "true");
  await expect(dialog(page).getByRole("alert")).toContainText("the quota of the contract is used up");
  await auditBothThemes(page);
});

test("what was typed is not dropped without a question", async ({ page }) => {
  await signInToIonos(page, "ionos-demo");
  let answer = false;
  const questions = [];
  page.on("dialog", async (question) => {
    questions.push(question.message());
    await (answer ? question.accept() : question.dismiss());
  });
  await page.getByRole("link", { name: "Groups" }).click();
  await page.getByRole("link", { name: "Backup units" }).click();
  await page.getByRole("button", { name: "Create backup unit" }).click();
  await dialog(page).getByLabel("Name").fill("Typed1");
  await page.keyboard.press("Escape");
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  await page.goBack();
  await expect(dialog(page).getByLabel("Name")).toHaveValue("Typed1");
  expect(page.url()).toContain("backup-units");
  expect(questions).toEqual(Array(3).fill("Discard your changes?"));
  answer = true;
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Create backup unit" })).toBeFocused();
});

test("a list is sorted by its columns, and kept as files that say whether they are complete", async ({ page }) => {
  await signInToIonos(page, "ionos-demo");
  const first = units(page).getByRole("row").nth(1).getByRole("rowheader");
  await page.getByRole("button", { name: "Name", exact: true }).click();
  await expect(first).toHaveText("BuchhaltungGraz");
  await page.getByRole("button", { name: "Name", exact: true }).click();
  await expect(first).toHaveText("zz9PluralZAlpha");
  await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "descending");
  const { name, lines, last } = await savedCsv(page, () => page.getByRole("button", { name: "CSV" }).click());
  expect(name).toBe("backup-units_ionos-sandbox_DAY_complete.csv");
  expect(lines[0]).toBe("id,Name,E-mail,State,Created,Changed");
  expect(lines[1]).toContain("zz9PluralZAlpha");
  expect(last).toBe("# 14 backup units, complete");
});

test("what somebody else has changed meanwhile is not overwritten", async ({ page }) => {
  await signInToIonos(page, "ionos-own-7", "groups");
  await units(page).getByRole("link", { name: "Everything" }).click();
  await panel(page).getByRole("button", { name: "Edit", exact: true }).click();
  await dialog(page).getByLabel("Name").fill("Everything and more");
  const api = await asSomebodyElse(page, "ionos-own-7");
  const groups = await api.get("um/groups?depth=1");
  const group = groups.items.find((one) => one.properties.name === "Everything");
  await api.put(`um/groups/${group.id}`, { properties: { ...group.properties, accessAndManageIamResources: false } });
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await expect(dialog(page).getByRole("alert")).toContainText("Somebody else changed this in the meantime.");
  await expect(dialog(page).getByRole("alert")).toContainText("The request was not sent.");
  expect((await api.get(`um/groups/${group.id}`)).properties.name).toBe("Everything");
  await auditBothThemes(page);
});

test("the end of one unit's task leaves the form of another as it is", async ({ page }) => {
  await signInToIonos(page, "ionos-own-9");
  await createUnit(page, "Parallel1");
  await expect(page.getByRole("button", { name: "1 task running" })).toBeVisible();
  await units(page).getByRole("link", { name: "Kassen02" }).click();
  await panel(page).getByRole("button", { name: "Edit", exact: true }).click();
  await dialog(page).getByLabel("E-mail").fill("typed@umbrella.example");
  await expect(page.getByText("No tasks running").first()).toBeAttached({ timeout: 20_000 });
  await expect(dialog(page).getByLabel("E-mail")).toHaveValue("typed@umbrella.example");
});

test("a sign-in that runs out in the middle of a series: what was done is told, and nothing is sent twice", async ({ page }) => {
  await signInToIonos(page, "ionos-own-3");
  const sent = [];
  let isOver = false;
  // From the second write on everything is refused, the look at the lists too.
  const api = /\/cloudapi\/v6\//;
  await page.route(api, (route) => {
    if (route.request().method() === "PATCH") sent.push(route.request().url());
    isOver ||= sent.length === 2;
    return isOver ? route.fulfill({ status: 401, body: "" }) : route.continue();
  });
  await tick(page, "Kassen01", "Kassen02", "ErpProduktion");
  await page.getByRole("button", { name: "Change e-mail…" }).click();
  await dialog(page).getByLabel("E-mail").fill("out@umbrella.example");
  await dialog(page).getByRole("button", { name: "Change (3)" }).click();
  const over = page.getByRole("dialog", { name: /^Sign in to IONOS/ });
  await expect(over.getByText("Your session has expired.")).toBeVisible();
  await expect(page.getByText("Your session has expired. The rest was not sent")).toBeVisible();
  await expect(page.getByText("1 accepted, 0 refused, 0 unknown, 2 waiting.")).toBeVisible();
  expect(sent.length).toBe(2);
  await page.unroute(api);
  const { login, password } = await ionosAccount(page, "ionos-own-3");
  await expect(over.getByLabel("User name (e-mail)")).toHaveValue(login);
  await over.getByLabel("Password", { exact: true }).fill(password);
  await over.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(over).toHaveCount(0);
  await dialog(page).getByRole("button", { name: "Continue" }).click();
  await expect(dialog(page).getByText("3 accepted, 0 refused, 0 unknown, 0 waiting.")).toBeVisible();
});

test("whoever signs in next sees nothing of another's tasks", async ({ page }) => {
  await signInToIonos(page, "ionos-endless");
  await createUnit(page, "Mine1");
  await expect(page.getByRole("button", { name: "1 task running" })).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText(/waiting for you to sign in/)).toHaveCount(0);
  await signInToIonos(page, "ionos-demo");
  await expect(page.getByRole("button", { name: "No tasks running" })).toBeVisible();
});

test("in a narrow window a running task is seen; one that takes long is left to itself, and nothing more is asked", async ({ page }) => {
  await page.setViewportSize({ width: 480, height: 800 });
  await page.clock.install();
  await signInToIonos(page, "ionos-endless");
  await expect(page.getByRole("button", { name: "No tasks running" })).toBeHidden();
  await createUnit(page, "Slow1");
  await page.getByRole("button", { name: "1 task running" }).click();
  await page.clock.runFor(65_000);
  await tasks(page).getByRole("button", { name: "Stop watching" }).click();
  await expect(tasks(page).getByText("Nothing is in progress.")).toBeVisible();
  const asked = [];
  page.on("request", (request) => request.url().includes("/requests/") && asked.push(request.url()));
  await page.clock.runFor(5 * 60_000);
  await expect(panel(page).getByRole("button", { name: "Open console" })).toBeEnabled();
  expect(asked).toEqual([]);
});

test("lists of which no row can be read are not said to be empty", async ({ page }) => {
  const broken = { items: [{ id: 7 }, null] };
  const isList = (url) => /\/um\/(groups\/[^/]+\/(users|shares|resources)|users\/[^/]+\/(groups|owns))$/.test(url.pathname);
  await page.route(isList, (route) => route.fulfill({ json: { id: "x", type: "collection", ...broken } }));
  const none = /Nobody is in it|Nothing is shared|In no group|Owns nothing|Shared with no group|No privileges/;
  for (const list of ["groups", "users"]) {
    await signInToIonos(page, "ionos-demo", list);
    await units(page).getByRole("link").first().click();
    await expect(panel(page).getByText(/could not be read/).first()).toBeVisible();
    await expect(panel(page).getByText(none)).toHaveCount(0);
    await page.reload();
  }
  // A group whose properties are not told may have any privilege.
  await page.unroute(isList);
  await page.route(/\/um\/groups\/[^/?]+(\?|$)/, (route) => route.fulfill({ json: { id: "g", type: "group", properties: null } }));
  await signInToIonos(page, "ionos-demo", "groups");
  await units(page).getByRole("link").first().click();
  await expect(panel(page).getByRole("region", { name: "Privileges" })).toBeVisible();
  await expect(panel(page).getByText("No privileges.")).toHaveCount(0);
});
