// Settings that are not as they should be, answers that are refusals, and writes that go wrong: each is said.
import { auditBothThemes, expect, picture, test, vendorUrl } from "./harness.mjs";
import { cafe, row, signInToAll, token } from "./console.mjs";
import { asked, askWhy, backup, dialog, edit, expectLine, foreseen, goTo, line, openSettings, settingsUrl, table, why, savedCsv } from "./settings.mjs";

const value = (page) => dialog(page).getByLabel("Value", { exact: true });
const save = (page) => dialog(page).getByRole("button", { name: /^Save( anyway)?$/ });
const told = (page) => dialog(page).getByRole("alert");
const oneSetting = /\/settings\/tenants\/[0-9a-f-]{36}\/[^/]+$/;

/** Types another value and sends it. */
async function change(page, name, text) {
  await edit(page, name);
  await value(page).fill(text);
  await save(page).click();
}

test.describe("values", () => {
  /** The settings of a tenant that is called something terrible. */
  async function ofHostile(page, name) {
    await row(page, name).click();
    await expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
    await expect(line(page, "login_banner")).toBeVisible();
  }

  test("markup, writing turned round, control characters: text, and nothing runs", async ({ page }) => {
    page.on("dialog", () => expect(null, "something ran").toBe("nothing"));
    await signInToAll(page, "hostile-names");
    await row(page, "null").click();
    await page.getByRole("link", { name: "Settings", exact: true }).click();
    await expect(line(page, "login_banner").getByRole("cell").first()).toHaveText('"null"');
    for (const [name, banner] of [
      ["مجموعة עברית ABC 123 (نور) אב", "<img src=x onerror=alert(3)><script>alert(4)</script>"],
      ["invoice\ufffdfdp.exe", "invoice\ufffdfdp.exe \ufffdisolated"],
      ["nul␀bell␇esc␛[31m␍␊␉end␡\ufffd", "nul␀bell␇esc␛[31m␍␊␉end"],
    ]) {
      await ofHostile(page, name);
      await expect(line(page, "login_banner").getByRole("cell").first()).toHaveText(banner);
      await askWhy(page, "login_banner");
      await expect(why(page).getByRole("heading", { level: 2 })).toHaveText(`Why is login_banner ${banner}?`);
    }
    await ofHostile(page, "invoice\ufffdfdp.exe");
    // A link that a vendor gives is text as well.
    await expect(line(page, "support_url").getByRole("cell").first().getByRole("link")).toHaveCount(0);
    expect(await page.locator("img, main script").count()).toBe(0);
    await auditBothThemes(page);
    await picture(page, "settings hostile");
  });

  test("a megabyte of text: shown short with its length, explained and edited", async ({ page }) => {
    await signInToAll(page, "hostile-names");
    await row(page, "null").click();
    await page.getByRole("link", { name: "Settings", exact: true }).click();
    await ofHostile(page, "<img src=x onerror=alert(1)><script>alert(2)</script>");
    await expect(line(page, "login_banner").getByRole("cell").first()).toHaveText(/^0123456789 <b>not bold<\/b>.{40,60}… 999 KiB$/);
    expect((await line(page, "login_banner").boundingBox()).height).toBeLessThan(160);
    await askWhy(page, "login_banner");
    await why(page).getByRole("button", { name: "Edit own value" }).click();
    await expect(value(page)).toHaveJSProperty("tagName", "TEXTAREA");
    const text = await value(page).inputValue();
    expect(text.length).toBeGreaterThan(900_000);
    expect(text.split("\n").length).toBeGreaterThan(1_000);
    await auditBothThemes(page, { include: "dialog" });
    await picture(page, "settings megabyte");
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toHaveCount(0);
  });

  test("a name with a slash and a percent sign is read, explained and written", async ({ page }) => {
    await openSettings(page, "own-7");
    await edit(page, "report/weekly 50%");
    await value(page).selectOption("false");
    await save(page).click();
    await expect(dialog(page)).toContainText("Saved");
    await page.keyboard.press("Escape");
    await expectLine(page, "report/weekly 50%", ["false", "this tenant", "false"]);
    expect((await asked(page, "own-7", backup, cafe.id, "report/weekly 50%")).own.value).toBe(false);
  });

  test("a setting without a schema can be changed like others", async ({ page }) => {
    await openSettings(page);
    await edit(page, "telemetry_channel");
    await value(page).fill("early");
    await expect(dialog(page)).toContainText(`→ early from ${cafe.name}`);
    await expect(save(page)).toBeEnabled();
  });

  test("an object where a number is expected can be replaced by one", async ({ page }) => {
    await openSettings(page);
    await goTo(page, "Hotel Miramar Group");
    await edit(page, "bandwidth_limit_mbps");
    await expect(value(page)).toHaveValue('{"day":20,"night":200}');
    await dialog(page).getByLabel("Type").selectOption("number");
    await value(page).fill("20");
    await expect(dialog(page)).toContainText("The current value is of type object, this one of type number.");
    await expect(save(page)).toBeEnabled();
  });
});

test.describe("refusals", () => {
  for (const [account, words] of [
    ["fault-put-403", "this API client may not write settings"],
    ["viewer", /The server says:/],
    ["fault-put-415", "Content must be JSON"],
  ]) {
    test(`${account}: nothing was changed, the vendor's words, and what was typed stays`, async ({ page }) => {
      await openSettings(page, account);
      await change(page, "backup_window", "21:00–04:00");
      await expect(dialog(page).getByRole("heading", { name: "Nothing was changed" })).toBeVisible();
      await expect(told(page)).toContainText(words);
      await expect(value(page)).toHaveValue("21:00–04:00");
      await expect(save(page)).toBeEnabled();
      await auditBothThemes(page);
      await picture(page, `settings refused ${account}`);
      page.once("dialog", (question) => question.accept());
      await page.keyboard.press("Escape");
      await expect(dialog(page)).toHaveCount(0);
      await expectLine(page, "backup_window", ["22:00–05:00", "this tenant", "22:00–05:00"]);
    });
  }

  test("the setting is gone (404)", async ({ page }) => {
    await openSettings(page);
    await page.route(oneSetting, (route) => (route.request().method() === "PUT" ? route.fulfill({ status: 404, json: { error: { code: 1104, message: "Setting was not found" } } }) : route.continue()));
    await change(page, "backup_window", "21:00–04:00");
    await expect(dialog(page).getByRole("heading", { name: "Nothing was changed" })).toBeVisible();
    await expect(told(page)).toContainText("has no such object");
  });

  test("the list is forbidden: known names, one by one, and it says that there may be others", async ({ page }) => {
    await signInToAll(page, "fault-settings-403", settingsUrl(cafe.id));
    await expectLine(page, "tier_level_value", ["2", "Umbrella Partners", "not set"]);
    await expectLine(page, "licensing_mode", ["per_device", "Iberia", "not set"]);
    await expect(page.getByText("These are the settings that are known by name; there may be others.")).toBeVisible();
    await expect(page.getByText("Your account may not read the schemas", { exact: false })).toBeVisible();
    await auditBothThemes(page);
    await picture(page, "settings forbidden list");
    const { name, last } = await savedCsv(page, () => page.getByRole("button", { name: "CSV" }).click());
    expect(name).toMatch(/_partial\.csv$/);
    expect(last).toContain("partial: not everything could be read");
    await edit(page, "licensing_mode");
    await expect(dialog(page)).toContainText("Your account may not read tenants in batches; they were read one by one.");
  });
});

test.describe("writing safely", () => {
  test("a lost answer is looked up: it was carried out", async ({ page }) => {
    await openSettings(page, "fault-put-lost");
    await change(page, "backup_window", "21:00–04:00");
    await expect(dialog(page)).toContainText("Saved. The answer was lost, so the setting was read again to make sure.");
    await expect(dialog(page)).toContainText("Verified: 3 tenants match the preview.");
    await auditBothThemes(page);
    await picture(page, "settings lost answer");
    await page.keyboard.press("Escape");
    await expectLine(page, "backup_window", ["21:00–04:00", "this tenant", "21:00–04:00"]);
  });

  test("a lost answer whose change is seen later: not seen yet, looked for again, and sent once", async ({ page }) => {
    await openSettings(page, "own-8");
    const sent = [];
    await page.route(oneSetting, (route) => {
      if (route.request().method() !== "PUT") return route.continue();
      sent.push(route.request());
      return route.abort();
    });
    await change(page, "backup_window", "21:00–04:00");
    const words = "so the setting was read again: the change has not been seen yet. It may still come.";
    await expect(dialog(page)).toContainText(words);
    await expect(dialog(page)).not.toContainText(/nothing has changed|nothing was changed/i);
    await expect(save(page)).toHaveCount(0);
    await auditBothThemes(page, { include: "dialog" });
    await picture(page, "settings not seen yet");
    const look = dialog(page).getByRole("button", { name: "Look again" });
    await look.click();
    await expect(dialog(page)).toContainText(words);
    const [one] = sent;
    const answer = await page.request.fetch(one.url(), { method: "PUT", headers: one.headers(), data: one.postDataBuffer() });
    expect(answer.ok()).toBe(true);
    await look.click();
    await expect(dialog(page)).toContainText("Saved. The answer was lost, so the setting was read again to make sure.");
    await expect(dialog(page)).toContainText("Verified: 3 tenants match the preview.");
    expect(sent).toHaveLength(1);
  });

  test("nobody can tell: lost, and not to be looked up", async ({ page }) => {
    test.setTimeout(90_000);
    await openSettings(page);
    let sent = false;
    await edit(page, "backup_window");
    await page.route(oneSetting, (route) => {
      sent ||= route.request().method() === "PUT";
      return sent ? route.abort() : route.continue();
    });
    await value(page).fill("21:00–04:00");
    await save(page).click();
    await expect(dialog(page)).toContainText("It is not known whether the change was made; check before you repeat it.", { timeout: 40_000 });
    await expect(save(page)).toHaveCount(0);
    await expect(dialog(page).getByRole("button", { name: "Look again" })).toBeVisible();
    await picture(page, "settings unknown outcome");
  });

  test("somebody else was faster: nothing is sent, and both values are shown", async ({ page }) => {
    await openSettings(page, "fault-put-late");
    const writes = [];
    page.on("request", (request) => request.method() === "PUT" && writes.push(request.url()));
    await change(page, "retention_days", "60");
    await expect(told(page)).toContainText("Somebody else changed this setting in the meantime, so nothing was sent.");
    await expect(told(page)).toContainText("Own value when you opened this: 90");
    await expect(told(page)).toContainText("Own value now: 91");
    expect(writes).toEqual([]);
    await auditBothThemes(page);
    await picture(page, "settings changed meanwhile");
    await dialog(page).getByRole("button", { name: "Close" }).last().click();
    await expectLine(page, "retention_days", ["30", /^Iberia/, /^91\s*shadowed$/]);
  });

  test("lost, and somebody else wrote as well", async ({ page }) => {
    await openSettings(page, "own-4");
    const bearer = await token(page, "own-4");
    await page.route(oneSetting, async (route) => {
      if (route.request().method() !== "PUT") return route.continue();
      const url = new URL(`/api/2/applications/${backup}/settings/tenants/${cafe.id}/agent_auto_update`, vendorUrl).href;
      const answer = await page.request.put(url, { data: { value: "manual", lock: false, exclusive: false }, headers: { authorization: `Bearer ${bearer}` } });
      expect(answer.ok()).toBe(true);
      return route.abort();
    });
    await edit(page, "agent_auto_update");
    await value(page).selectOption("false");
    await save(page).click();
    await expect(told(page)).toContainText("Somebody else changed it too.");
    await expect(told(page)).toContainText("Own value when you opened this: not set");
    await expect(told(page)).toContainText("Own value now: manual");
  });

  test("the server does something else below: which tenants, what was foreseen, what it says", async ({ page }) => {
    await openSettings(page, "fault-put-differs");
    await edit(page, "backup_window");
    await value(page).fill("21:00–04:00");
    await dialog(page).getByRole("checkbox", { name: "Lock" }).check();
    await foreseen(page);
    await save(page).click();
    await expect(dialog(page)).toContainText("Different: on 2 tenants Acronis reports something else:");
    const rows = dialog(page).getByRole("table").getByRole("row");
    await expect(rows).toHaveCount(3);
    await expect(rows.filter({ hasText: "Oficina Bilbao" })).toHaveText(/21:00–04:00 from Café Orquídea S\.L\., locked\s*not set$/);
    await auditBothThemes(page);
    await picture(page, "settings not as foreseen");
  });
});
