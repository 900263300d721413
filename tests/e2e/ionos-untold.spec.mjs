// What IONOS does not tell is neither no nor nothing: on screen, in files, and in what is sent back.
import { auditBothThemes, expect, picture, test } from "./harness.mjs";
import { asSomebodyElse, dialog, panel, signInToIonos, units } from "./ionos.mjs";

const main = (page) => page.locator("main");
const isApi = (url) => url.pathname.includes("/proxy/ionos/");

/** What is said of what is not there. */
const says = /\b(none|nobody|nothing|empty|no (group|privileges|resources?)|not in|0|zero)\b/i;

/** What the page says is not there, and how often it says so. */
async function nothings(page) {
  const text = await main(page).innerText();
  const words = text.split(/[\n\t]/).filter((line) => says.test(line) && !/requests left$|^https?:/.test(line));
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** What is said more often than before. */
const more = (now, before) => [...now].filter(([word, count]) => count > (before.get(word) ?? 0)).map(([word]) => word);

/** What stands in the place of a property: nothing that can be read. */
const odd = { null: null, missing: undefined, text: "maybe", object: { a: [] } };

/** Every answer as `change.now` makes it of the sandbox's. */
async function altered(page) {
  const change = { now: null, seen: new Set() };
  watchAnswers(page);
  await page.route(isApi, async (route) => {
    if (route.request().method() !== "GET") return route.fallback();
    const answer = await route.fetch();
    const json = await answer.json().catch(() => null);
    if (!json) return route.fulfill({ response: answer });
    walk(json, (parent, key, path) => change.seen.add(path) && change.now?.(parent, key, path, parent === json));
    return route.fulfill({ response: answer, json });
  });
  return change;
}

/** Visits every property of every object, however deep; paths are without ids and places. */
function walk(value, visit, above = "") {
  if (Array.isArray(value)) return value.forEach((one) => walk(one, visit, above));
  if (value === null || typeof value !== "object") return;
  for (const key of Object.keys(value)) {
    walk(value[key], visit, ["properties", "entities", "metadata"].includes(key) ? key : "");
    visit(value, key, above ? `${above}.${key}` : key);
  }
}

const put = (wanted, value) => (parent, key, path) => {
  if (path !== wanted) return;
  if (value === undefined) delete parent[key];
  else parent[key] = value;
};

/** The answers that are under way. */
const underWay = new WeakMap();
function watchAnswers(page) {
  const all = new Set();
  underWay.set(page, all);
  page.on("request", (request) => isApi(new URL(request.url())) && all.add(request));
  for (const end of ["requestfinished", "requestfailed"]) page.on(end, (request) => all.delete(request));
}

/** Waits until nothing is under way any more, and all of it is drawn. */
async function idle(page) {
  for (let quiet = 0; quiet < 3; ) {
    quiet = underWay.get(page).size ? 0 : quiet + 1;
    await page.waitForTimeout(25);
  }
}

/** What counts for who can reach something. */
const isReach = (path) => /administrator|active|owns|groups|createdByUserId|IamResources|Privilege$|^(properties|entities|metadata)$/.test(path);

/** Reads everything that is shown again, and who can reach it where that is asked for. */
async function again(page, reach = true) {
  await page.getByRole("button", { name: "Refresh" }).click();
  await idle(page);
  const ask = panel(page).getByRole("button", { name: "Show" });
  if (reach && (await ask.count())) {
    await ask.click();
    await idle(page);
  }
}

/** The lists, and an object of each that has something of everything. */
async function views(page) {
  const api = await asSomebodyElse(page, "ionos-demo");
  const first = async (list, fits = () => true) => (await api.get(list)).items.find(fits);
  const size = (list) => list?.items?.length ?? 0;
  const group = await first("um/groups?depth=3", (one) => size(one.entities.users) > 0 && size(one.entities.resources) > 0);
  const user = await first("um/users?depth=2", (one) => size(one.entities.groups) > 0 && size(one.entities.owns) > 0);
  const resource = group.entities.resources.items.find((one) => one.type === "backupunit") ?? group.entities.resources.items[0];
  const unit = (await first("um/groups?depth=3", (one) => one.entities.resources.items.some((two) => two.type === "backupunit")))
    .entities.resources.items.find((one) => one.type === "backupunit");
  return {
    "backup-units": "backup-units", users: "users", groups: "groups", resources: "resources",
    "a backup unit": `backup-units/${unit.id}`, "a user": `users/${user.id}`, "a group": `groups/${group.id}`,
    "a resource": `resources/${resource.type}/${resource.id}`,
  };
}

const kinds = ["backup-units", "users", "groups", "resources", "a backup unit", "a user", "a group", "a resource"];

for (const kind of kinds) {
  test(`${kind}: whatever property is not told, nothing fails, and nothing is said to be none`, async ({ page }) => {
    test.setTimeout(400_000);
    await signInToIonos(page, "ionos-demo");
    const view = (await views(page))[kind];
    const change = await altered(page);
    await page.goto(`./#/ionos-sandbox/${view}`);
    await expect(units(page)).toBeVisible();
    if (view.includes("/")) await expect(panel(page).getByRole("heading", { level: 2 })).toBeVisible();
    await again(page);
    const before = await nothings(page);
    const rows = await units(page).getByRole("row").count();
    const isPrivilege = (path) => /properties\.(create|access|manage|reserve|s3P)/.test(path);
    // One privilege stands for all of them, but for the one that gives access.
    const fits = (path) => /^(properties|entities|metadata|type|href)/.test(path) && (!isPrivilege(path) || /createPcc|IamResources/.test(path));
    const wrong = [];
    // The type of a resource is a part of its address: another one leads elsewhere.
    const isAddress = (path) => path === "type" && kind === "a resource";
    for (const path of [...change.seen].filter((path) => fits(path) && !isAddress(path))) {
      for (const [how, value] of Object.entries(odd)) {
        change.now = put(path, value);
        await again(page, isReach(path));
        const now = more(await nothings(page), before);
        const faults = await page.getByRole("alert").allInnerTexts();
        const left = await units(page).getByRole("row").count();
        if (now.length || faults.length || left !== rows) wrong.push(`${path} ${how}: ${[...now, ...faults].join(" | ")}, ${left} of ${rows} rows`);
      }
    }
    expect(wrong).toEqual([]);
  });
}

test("lists that are not told, or of which no row can be read, are not said to be empty", async ({ page }) => {
  test.setTimeout(120_000);
  await signInToIonos(page, "ionos-demo");
  const change = await altered(page);
  const wrong = [];
  const lists = { ...odd, rows: [{ id: 7 }, null] };
  const open = async (view) => {
    await page.goto("./#/acronis-sandbox/tenants");
    await page.goto(`./#/ionos-sandbox/${view}`);
    await idle(page);
    return nothings(page);
  };
  for (const view of Object.values(await views(page))) {
    change.now = null;
    const before = await open(view);
    for (const [how, value] of Object.entries(lists)) {
      // Each list that is asked for, and each list within an object.
      for (const nested of [false, true]) {
        change.now = (parent, key, path, isWhole) => isWhole !== nested && put("items", value)(parent, key, path);
        const now = more(await open(view), before);
        if (now.length) wrong.push(`${view}: items ${how}${nested ? " within" : ""}: ${now.join(" | ")}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test("unknown is told on screen and in files, sorted last, and found by its words", async ({ page }) => {
  await signInToIonos(page, "ionos-demo", "users");
  const change = await altered(page);
  let count = 0;
  // Of one user nothing is told, of another no is.
  change.now = (parent, key, path) => {
    if (path !== "properties" || parent.type !== "user") return;
    if (count++ === 0) parent.properties = { lastname: "", email: null };
  };
  await again(page);
  await expect(units(page).getByText("not told by IONOS: administrator, blocked, 2FA on, 2FA forced")).toHaveCount(1);
  count = 0;
  await page.getByRole("searchbox", { name: "Filter the list" }).fill("not told");
  const id = await units(page).getByRole("row").nth(1).getByRole("rowheader").innerText();
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  await page.getByRole("searchbox", { name: "Filter the list" }).fill("");
  for (const _ of ["up", "down"]) {
    await page.getByRole("button", { name: "E-mail", exact: true }).click();
    await expect(units(page).getByRole("row").last().getByRole("rowheader")).toHaveText(id);
  }
  const file = async (name) => {
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name }).click();
    return Buffer.concat(await (await (await saved).createReadStream()).toArray()).toString();
  };
  const line = (await file("CSV")).split("\r\n").find((one) => one.startsWith(id));
  expect(line).toMatch(new RegExp(`^${id},not told,,"not told by IONOS: administrator, `));
  const row = JSON.parse(await file("JSON")).rows.find((one) => one.id === id);
  expect([row["E-mail"], row.Name]).toEqual([null, ""]);
});

test("each list's notice has its own noun and number", async ({ page }) => {
  await signInToIonos(page, "ionos-demo");
  const nouns = { "backup-units": "backup unit", users: "user", groups: "group", resources: "resource" };
  let bad = 1;
  watchAnswers(page);
  await page.route(isApi, async (route) => {
    const answer = await route.fetch();
    const json = await answer.json();
    if (Array.isArray(json.items)) json.items.splice(0, bad, ...Array(bad).fill(null));
    return route.fulfill({ response: answer, json });
  });
  for (const [list, noun] of Object.entries(nouns)) {
    for (bad of [1, 2]) {
      await page.goto(`./#/ionos-sandbox/${list}`);
      await again(page);
      const words = bad === 1 ? `1 ${noun} could not be read and is not shown.` : `2 ${noun}s could not be read and are not shown.`;
      await expect(main(page).getByText(words, { exact: true })).toBeVisible();
      await expect(main(page).getByText(new RegExp(`^\\d+ ${noun}s, not complete$`))).toBeVisible();
    }
  }
});

/** The body of the next PUT, as it is sent; it is answered by `answer` of it. */
function nextPut(page, path, answer = (body) => body) {
  return new Promise((resolve) =>
    page.route(path, (route) => {
      if (route.request().method() !== "PUT") return route.fallback();
      const body = route.request().postDataJSON();
      resolve(body.properties);
      return route.fulfill({ status: 202, json: { id: route.request().url().match(/[^/]+$/)[0], properties: answer(body.properties) } });
    }),
  );
}

test("a group is renamed: what was not told is asked for, and the rest goes back as it came", async ({ page }) => {
  await signInToIonos(page, "ionos-demo", "groups");
  const change = await altered(page);
  change.now = (parent, key, path) => {
    if (path !== "properties" || parent.type !== "group") return;
    const told = parent.properties;
    Object.assign(told, { createPcc: "true", reserveIp: null, future: { a: 1 }, futureFlag: true });
    delete told.createSnapshot;
  };
  await again(page);
  await units(page).getByRole("link").first().click();
  await expect(panel(page).getByText("2 privileges are not told by IONOS")).toBeVisible();
  await expect(panel(page).getByText("futureFlag")).toBeVisible();
  await auditBothThemes(page);
  await panel(page).getByRole("button", { name: "Edit", exact: true }).click();
  const before = await dialog(page).getByRole("checkbox").count();
  expect(before).toBe(23);
  await expect(dialog(page).getByLabel("Create private cross connects")).toBeChecked();
  await dialog(page).getByLabel("Name").fill("Renamed");
  await expect(dialog(page).getByRole("button", { name: "Save" })).toBeDisabled();
  await expect(dialog(page).getByText("Choose those that were not told.")).toBeVisible();
  await auditBothThemes(page);
  await picture(page, "ionos group untold");
  await dialog(page).getByLabel("Reserve IP blocks").selectOption("yes");
  await dialog(page).getByLabel("Create snapshots").selectOption("no");
  const sent = nextPut(page, "**/um/groups/*");
  await dialog(page).getByRole("button", { name: "Save" }).click();
  const body = await sent;
  expect(body).toMatchObject({ name: "Renamed", createPcc: "true", reserveIp: true, createSnapshot: false, future: { a: 1 }, futureFlag: true });
});

test("a user is changed: a flag that was not told is asked for, unknown fields go back", async ({ page }) => {
  await signInToIonos(page, "ionos-demo", "users");
  const change = await altered(page);
  change.now = (parent, key, path) => {
    if (path === "properties" && parent.type === "user") Object.assign(parent.properties, { forceSecAuth: null, future: "kept" });
  };
  await again(page);
  await units(page).getByRole("link").last().click();
  await panel(page).getByRole("button", { name: "Edit", exact: true }).click();
  await dialog(page).getByLabel("Last name").fill("Changed");
  await expect(dialog(page).getByRole("button", { name: "Save" })).toBeDisabled();
  await dialog(page).getByLabel("Require 2-factor authentication").selectOption("yes");
  const sent = nextPut(page, "**/um/users/*");
  await dialog(page).getByRole("button", { name: "Save" }).click();
  const body = await sent;
  expect(body).toMatchObject({ lastname: "Changed", forceSecAuth: true, future: "kept" });
  expect(Object.keys(body)).not.toContain("s3CanonicalUserId");
});

test("an answer with another value than was sent is told, for what is done and for what is accepted", async ({ page }) => {
  await signInToIonos(page, "ionos-demo", "groups");
  await units(page).getByRole("link").first().click();
  await panel(page).getByRole("button", { name: "Edit", exact: true }).click();
  await dialog(page).getByLabel("Name").fill("Renamed");
  const sent = nextPut(page, "**/um/groups/*", (properties) => ({ ...properties, name: "Another" }));
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await sent;
  await expect(dialog(page).getByRole("alert")).toContainText("The change was saved, but not as entered.");
});

test("a password: Copy beside it, and the panel says that it will not be shown again", async ({ page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await signInToIonos(page, "ionos-own-8", "users");
  await page.getByRole("button", { name: "Create user" }).click();
  await expect(dialog(page).getByRole("button", { name: "Copy", exact: true })).toHaveCount(0);
  await dialog(page).getByLabel("First name").fill("Nora");
  await dialog(page).getByLabel("Last name").fill("Lind");
  await dialog(page).getByLabel("E-mail").fill("nora.untold@umbrella.example");
  await dialog(page).getByRole("button", { name: "Generate" }).click();
  const password = await dialog(page).getByLabel("Password", { exact: true }).inputValue();
  await dialog(page).getByRole("button", { name: "Copy", exact: true }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(password);
  await expect(dialog(page).getByText("It will not be shown again.")).toBeVisible();
  await auditBothThemes(page);
  await dialog(page).getByRole("button", { name: "Create", exact: true }).click();
  await expect(panel(page).getByText("It will not be shown again.")).toBeVisible();
  await picture(page, "ionos password sent");
  await panel(page).getByRole("link", { name: "Close" }).click();
  await units(page).getByText("nora.untold@umbrella.example").click();
  await expect(panel(page).getByText("Nora Lind")).toBeVisible();
  await expect(panel(page).getByText("It will not be shown again.")).toHaveCount(0);
});
