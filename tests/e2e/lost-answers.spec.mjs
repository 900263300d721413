// A write whose answer was lost: what became of it is looked for, never sent again by itself, and not said to be undone
// because it cannot be seen yet.
import { auditBothThemes, expect, picture, test } from "./harness.mjs";
import { dialog, ionosAccount, panel, signInToIonos, tick, units } from "./ionos.mjs";

const api = /\/cloudapi\/v6\//;
const notice = (page) => dialog(page).getByRole("alert");
const look = (page) => dialog(page).getByRole("button", { name: "Look again" });
const over = (page) => page.getByRole("dialog", { name: /^Sign in to/ });
const form = (page) => dialog(page).filter({ hasNotText: "Sign in to IONOS" });

/** Writes are answered with a proxy's page and reach the server when `arrive` is called. What is read after one answers `read`. */
async function lose(page) {
  const lost = { sent: [], read: (route) => route.continue() };
  await page.route(api, (route) => {
    const request = route.request();
    if (request.method() === "GET") return lost.sent.length > 0 ? lost.read(route) : route.continue();
    lost.sent.push(request);
    return route.fulfill({ status: 502, contentType: "text/html", body: "<p>bad gateway" });
  });
  let arrived = 0;
  lost.arrive = async () => {
    for (const one of lost.sent.slice(arrived)) {
      arrived += 1;
      const answer = await page.request.fetch(one.url(), { method: one.method(), headers: one.headers(), data: one.postDataBuffer() ?? undefined });
      expect(answer.ok(), `${one.method()} ${answer.status()}`).toBe(true);
    }
  };
  return lost;
}

const edit = (page) => panel(page).getByRole("button", { name: "Edit", exact: true }).click();
const remove = (page) => panel(page).getByRole("button", { name: "Delete", exact: true }).click();
const choose = (page, name) => units(page).getByRole("link", { name, exact: true }).click();

/** Every kind of write of what is carried out at once: how it is begun, what sends it, and what is to be seen at the end. */
const writes = {
  "a new group": ["groups", "Create", /looked for: it has not been seen yet/, async (page) => {
    await page.getByRole("button", { name: "Create group" }).click();
    await dialog(page).getByLabel("Name").fill("Lost group");
  }, (page) => panel(page).getByRole("heading", { name: "Lost group" })],
  "a new user": ["users", "Create", /looked for: it has not been seen yet/, async (page) => {
    await page.getByRole("button", { name: "Create user" }).click();
    await dialog(page).getByLabel("First name").fill("Lost");
    await dialog(page).getByLabel("Last name").fill("User");
    await dialog(page).getByLabel("E-mail").fill("lost.user@umbrella.example");
    await dialog(page).getByRole("button", { name: "Generate" }).click();
  }, (page) => panel(page).getByRole("heading", { name: "lost.user@umbrella.example" })],
  "a group's name": ["groups", "Save", /the change has not been seen yet/, async (page) => {
    await choose(page, "Lost group");
    await edit(page);
    await dialog(page).getByLabel("Name").fill("Found group");
  }, (page) => panel(page).getByRole("heading", { name: "Found group" })],
  "a group's deletion": ["groups", "Delete", /the deletion has not been seen yet/, async (page) => {
    await choose(page, "Found group");
    await remove(page);
    await dialog(page).getByRole("textbox").fill("Found group");
  }, (page) => page.getByRole("heading", { level: 1, name: "Groups" })],
  "a new unit": ["backup-units", "Create", /looked for: it has not been seen yet/, async (page) => {
    await page.getByRole("button", { name: "Create backup unit" }).click();
    await dialog(page).getByLabel("Name").fill("LostUnit");
    await dialog(page).getByRole("button", { name: "Generate" }).click();
    await dialog(page).getByLabel("E-mail").fill("lost@umbrella.example");
  }, (page) => panel(page).getByRole("heading", { name: "LostUnit" })],
  "a share": ["backup-units", "Share", /looked for: it has not been seen yet/, async (page) => {
    await choose(page, "Kassen02");
    await panel(page).getByRole("button", { name: "Share with a group…" }).click();
    await dialog(page).getByRole("combobox").selectOption({ index: 1 });
  }, (page) => panel(page).getByRole("heading", { name: "Kassen02" })],
};

// One after the other, because each goes on with what the one before has made.
test("lost, not seen yet, and seen after another look: every kind of write, each sent once", async ({ page }) => {
  test.setTimeout(180_000);
  await signInToIonos(page, "ionos-own-12");
  for (const [name, [list, send, words, begin, end]] of Object.entries(writes)) {
    await test.step(name, async () => {
      await page.evaluate((to) => (location.hash = to), `#/ionos-sandbox/${list}`);
      await expect(units(page).getByRole("row").nth(1)).toBeVisible();
      await begin(page);
      const lost = await lose(page);
      await dialog(page).getByRole("button", { name: send, exact: true }).click();
      await expect(notice(page)).toContainText(words);
      await expect(notice(page)).toBeInViewport();
      await expect(notice(page)).toContainText("Look again before you send it once more.");
      await expect(notice(page)).not.toContainText(/nothing has changed|not created|Try again/);
      if (list === "groups" && send === "Create") {
        await auditBothThemes(page, { include: "dialog" });
        await picture(page, "ionos lost answer");
      }
      // It may be looked for as often as somebody likes.
      await look(page).click();
      await expect(notice(page)).toContainText(words);
      await lost.arrive();
      await look(page).click();
      await expect(dialog(page)).toHaveCount(0);
      await expect(end(page)).toBeVisible({ timeout: 20_000 });
      expect(lost.sent).toHaveLength(1);
      await page.unroute(api);
    });
  }
  // What the further looks found out stands in the journal.
  await page.evaluate(() => (location.hash = "#/ionos-sandbox/journal"));
  await expect(page.getByText(`${Object.keys(writes).length} changes`, { exact: true })).toBeVisible();
  await expect(page.getByRole("table").first().getByText(/^(not seen yet|unknown)$/)).toHaveCount(0);
});

test("while an object is only looked for, that is what is said", async ({ page }) => {
  await signInToIonos(page, "ionos-demo", "groups");
  await page.getByRole("button", { name: "Create group" }).click();
  await dialog(page).getByLabel("Name").fill("Never made");
  const lost = await lose(page);
  let go;
  const held = new Promise((done) => (go = done));
  lost.read = (route) => held.then(() => route.continue());
  await dialog(page).getByRole("button", { name: "Create", exact: true }).click();
  await expect(dialog(page).getByRole("button", { name: "Looking it up…" })).toBeDisabled();
  await expect(dialog(page).getByRole("button", { name: "Saving…" })).toHaveCount(0);
  go();
  await expect(notice(page)).toContainText("it has not been seen yet");
  await look(page).click();
  await expect(notice(page)).toContainText("it has not been seen yet");
  expect(await page.evaluate(() => document.activeElement.closest("dialog") !== null), "the keyboard stays in the dialog").toBe(true);
});

test("the sign-in ends before the object could be looked for: sign in, then look again", async ({ page }) => {
  await signInToIonos(page, "ionos-own-13", "groups");
  await page.getByRole("button", { name: "Create group" }).click();
  await dialog(page).getByLabel("Name").fill("Looked for later");
  const lost = await lose(page);
  lost.read = (route) => route.fulfill({ status: 401, json: {} });
  await form(page).getByRole("button", { name: "Create", exact: true }).click();
  await expect(over(page).getByText("Your session has expired.")).toBeVisible();
  await expect(form(page).getByText("your session expired before the object could be read")).toBeAttached();
  await lost.arrive();
  lost.read = (route) => route.continue();
  const { password } = await ionosAccount(page, "ionos-own-13");
  await over(page).getByLabel("Password", { exact: true }).fill(password);
  await over(page).getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(over(page)).toHaveCount(0);
  await expect(dialog(page).getByLabel("Name")).toHaveValue("Looked for later");
  await look(page).click();
  await expect(panel(page).getByRole("heading", { name: "Looked for later" })).toBeVisible();
  expect(lost.sent).toHaveLength(1);
});

test("several at once: what was not seen is looked for, and not sent again", async ({ page }) => {
  await signInToIonos(page, "ionos-own-13");
  await expect(units(page).getByRole("row").nth(1)).toBeVisible();
  await tick(page, "Kassen01", "Kassen02");
  await page.getByRole("button", { name: "Delete…" }).click();
  await dialog(page).getByRole("textbox").fill("2");
  const lost = await lose(page);
  await dialog(page).getByRole("button", { name: "Delete (2)" }).click();
  await expect(dialog(page).getByText("0 accepted, 0 refused, 2 unknown, 0 waiting.")).toBeVisible();
  await expect(dialog(page).getByText("not seen yet", { exact: true })).toHaveCount(2);
  await expect(dialog(page).getByRole("button", { name: "Retry the refused ones" })).toHaveCount(0);
  await lost.arrive();
  await look(page).click();
  await expect(dialog(page).getByText("2 accepted, 0 refused, 0 unknown, 0 waiting.")).toBeVisible();
  expect(lost.sent).toHaveLength(2);
});

test("a unit that is done with other values than were sent: its task and its panel say which", async ({ page }) => {
  await signInToIonos(page, "ionos-own-13");
  await choose(page, "ErpProduktion");
  await edit(page);
  await dialog(page).getByLabel("E-mail").fill("meant@umbrella.example");
  await page.route(/\/backupunits\/[^/?]+$/, async (route) => {
    if (route.request().method() !== "PATCH") return route.continue();
    const answer = await route.fetch({ postData: JSON.stringify({ email: "other@umbrella.example" }) });
    const unit = await answer.json();
    // The answer promises what was sent.
    await route.fulfill({ response: answer, json: { ...unit, properties: { ...unit.properties, email: "meant@umbrella.example" } } });
  });
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await expect(dialog(page)).toHaveCount(0);
  const wrong = page.getByRole("button", { name: "1 task needs attention" });
  await expect(wrong).toBeVisible({ timeout: 40_000 });
  const words = "email: other@umbrella.example, sent: meant@umbrella.example";
  await expect(panel(page).getByText("Done, but the backup unit has other values than were sent:")).toBeVisible();
  await expect(panel(page).getByRole("listitem").filter({ hasText: words })).toBeVisible();
  await wrong.click();
  await expect(page.getByRole("region", { name: "Tasks" }).getByText(words)).toBeVisible();
  await auditBothThemes(page);
});
