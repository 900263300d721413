// The console's screens in a page that is not its own: twice the same of each kind, each in a shadow root, with an
// account, a URL and a keyboard of its own. What is done in one is nowhere in the other.
import { audit, expect, picture, test } from "./harness.mjs";
import { cafe, complete, credentials, detail, tree } from "./console.mjs";
import { ionosAccount } from "./ionos.mjs";
import { filter, table, why } from "./settings.mjs";

test.use({ viewport: { width: 1600, height: 1900 } });

const screen = (page, id) => page.locator(`#${id}`);
const dialog = (one) => one.getByRole("dialog");

/** Opens the page; every screen asks for its sign-in. */
async function openPortal(page) {
  await page.goto("./embed/index.html");
  await expect(page.getByRole("heading", { name: /^Sign in to/ })).toHaveCount(6);
}

/** Signs in on a screen without the mouse. */
async function signInByKeys(page, id, first, second) {
  const [label, login, password] = [...first, second];
  await screen(page, id).getByLabel(label, { exact: true }).focus();
  await page.keyboard.type(login);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await expect(screen(page, id).getByRole("heading", { name: /^Sign in to/ })).toHaveCount(0);
}

async function signInToAcronis(page, id, account) {
  const { client_id, client_secret } = await credentials(page, account);
  await signInByKeys(page, id, ["Client ID", client_id], client_secret);
}

async function signInToUnits(page, id, account) {
  const { login, password } = await ionosAccount(page, account);
  await signInByKeys(page, id, ["User name (e-mail)", login], password);
}

/** Where the keyboard is: the screen, and the element in it. */
const focused = (page) =>
  page.evaluate(() => {
    const inside = document.activeElement?.shadowRoot?.activeElement;
    return [document.activeElement?.id ?? "", inside?.getAttribute("aria-label") ?? inside?.textContent?.trim() ?? ""];
  });

/** Ids that occur twice on the page, in whatever root. */
const doubleIds = (page) =>
  page.evaluate(() => {
    const within = (root) => [...root.querySelectorAll("*")].flatMap((one) => [one.id, ...(one.shadowRoot ? within(one.shadowRoot) : [])]);
    const all = within(document).filter(Boolean);
    return all.filter((id, at) => all.indexOf(id) !== at);
  });

/** Ids that something refers to, where nothing in the same root has them. */
const danglingIds = (page) =>
  page.evaluate(() => {
    const attributes = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-activedescendant", "list"];
    const roots = [...document.querySelectorAll("*")].map((one) => one.shadowRoot).filter(Boolean);
    return roots.flatMap((root) =>
      attributes.flatMap((name) =>
        [...root.querySelectorAll(`[${name}]`)].flatMap((one) => one.getAttribute(name).split(" ").filter((id) => id && !root.getElementById(id))),
      ),
    );
  });

test("two trees: each has its rows, its keyboard and its URL", async ({ page }) => {
  await openPortal(page);
  await signInToAcronis(page, "tree-1", "demo");
  await signInToAcronis(page, "tree-2", "root");
  const [one, two] = [screen(page, "tree-1"), screen(page, "tree-2")];
  await complete(one, 500);
  await complete(two);
  await expect(two.getByText("500 tenants")).toHaveCount(0);

  await tree(one).focus();
  for (const key of ["ArrowDown", "i", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
  await expect(tree(one)).toHaveAttribute("aria-activedescendant", /^tree-1-/);
  await page.keyboard.press("Enter");
  await expect(detail(one).getByRole("heading", { level: 1, name: "Centro" })).toBeVisible();
  await expect(detail(two).getByRole("heading", { level: 1 })).toHaveText("Tenants");
  await expect(tree(two).getByRole("row", { selected: true })).toHaveCount(0);

  await tree(two).focus();
  for (const key of ["ArrowDown", "Enter"]) await page.keyboard.press(key);
  await expect(detail(two).getByRole("heading", { level: 1 })).not.toHaveText("Tenants");
  await expect(detail(one).getByRole("heading", { level: 1, name: "Centro" })).toBeVisible();
  expect((await focused(page))[0]).toBe("tree-2");

  // Links lead within their own screen, and the page's own link is the page's.
  const link = detail(one).getByRole("link", { name: "Settings" });
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(table(one)).toBeVisible();
  await expect(table(two)).toHaveCount(0);
  expect(new URL(page.url()).hash).toBe("");
  await page.getByRole("link", { name: "The portal's own link" }).focus();
  await page.keyboard.press("Enter");
  expect(new URL(page.url()).hash).toBe("#/elsewhere");
  await expect(table(one)).toBeVisible();
  expect(await doubleIds(page)).toEqual([]);
  expect(await danglingIds(page)).toEqual([]);
  await picture(page, "embed trees");
});

test("two Settings tabs: what is set in one is not set in the other", async ({ page }) => {
  await openPortal(page);
  await signInToAcronis(page, "settings-1", "own-9");
  await signInToAcronis(page, "settings-2", "demo");
  const [one, two] = [screen(page, "settings-1"), screen(page, "settings-2")];
  for (const each of [one, two]) {
    await expect(detail(each).getByRole("heading", { level: 1, name: cafe.name })).toBeVisible();
    await expect(table(each).getByRole("rowheader").nth(1)).toBeVisible();
  }
  const rows = await table(two).getByRole("row").count();
  await filter(one).focus();
  await page.keyboard.type("audit_days");
  await expect(table(one).getByRole("row", { name: /audit_days/ })).toHaveCount(1);
  await expect(table(one).getByRole("row", { name: /tier_level_value/ })).toHaveCount(0);
  await expect(filter(two)).toHaveValue("");
  expect(await table(two).getByRole("row").count()).toBe(rows);

  await one.getByRole("link", { name: "Why? audit_days", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(why(one).getByRole("heading", { level: 2 })).toContainText("Why is audit_days");
  await expect(why(two)).toHaveCount(0);
  await why(one).getByRole("button", { name: /^(Set|Edit) own value$/ }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog(one).getByLabel("Value", { exact: true })).toBeFocused();
  await expect(dialog(two)).toHaveCount(0);
  expect(await doubleIds(page)).toEqual([]);
  expect(await danglingIds(page)).toEqual([]);

  await page.keyboard.press("Control+a");
  await page.keyboard.type("77");
  const save = dialog(one).getByRole("button", { name: "Save" });
  await expect(save).toBeEnabled();
  await save.focus();
  await page.keyboard.press("Enter");
  await expect(dialog(one)).toContainText("Saved");
  await page.keyboard.press("Escape");
  await expect(dialog(one)).toHaveCount(0);
  await expect(table(one).getByRole("row", { name: /audit_days/ }).getByRole("cell").first()).toHaveText("77");
  await expect(why(one).getByRole("heading", { level: 2 })).toBeFocused();
  await expect(table(two).getByRole("row", { name: /audit_days/ }).getByRole("cell").first()).toHaveText("365");
  await picture(page, "embed settings");
});

test("two lists of backup units: forms, selection and tasks are of one alone", async ({ page }) => {
  await openPortal(page);
  await signInToUnits(page, "units-1", "ionos-own-10");
  await signInToUnits(page, "units-2", "ionos-demo");
  const [one, two] = [screen(page, "units-1"), screen(page, "units-2")];
  for (const each of [one, two]) await expect(each.getByText("14 backup units", { exact: true })).toBeVisible();

  await one.getByRole("checkbox", { name: "Select Kassen01", exact: true }).focus();
  await page.keyboard.press("Space");
  await expect(one.getByText("1 selected")).toBeVisible();
  await expect(two.getByText("1 selected")).toHaveCount(0);

  const create = one.getByRole("button", { name: "Create backup unit" });
  await create.focus();
  await page.keyboard.press("Enter");
  await expect(dialog(one)).toBeVisible();
  expect((await focused(page))[0]).toBe("units-1");
  await page.keyboard.press("Escape");
  await expect(dialog(one)).toHaveCount(0);
  await expect(create).toBeFocused();
  await page.keyboard.press("Enter");
  await dialog(one).getByLabel("Name").focus();
  await page.keyboard.type("Twice1");
  await page.keyboard.press("Tab");
  await page.keyboard.type("correct-Horse-7-battery");
  await dialog(one).getByLabel("E-mail").focus();
  await page.keyboard.type("ops@umbrella.example");
  expect(await doubleIds(page)).toEqual([]);
  expect(await danglingIds(page)).toEqual([]);
  await page.keyboard.press("Control+Enter");
  await expect(one.getByText("15 backup units", { exact: true })).toBeVisible();
  expect((await focused(page))[0]).toBe("units-1");
  await two.getByRole("button", { name: "Refresh" }).focus();
  await page.keyboard.press("Enter");
  await expect(two.getByText("14 backup units", { exact: true })).toBeVisible();
  await expect(two.getByText("Twice1")).toHaveCount(0);
  await picture(page, "embed units");
});

test("a screen that is taken off the page leaves the others at work", async ({ page }) => {
  await openPortal(page);
  await signInToAcronis(page, "tree-1", "demo");
  await signInToAcronis(page, "tree-2", "demo");
  await complete(screen(page, "tree-2"), 500);
  await page.evaluate(() => window.remove("tree-1"));
  await expect(tree(screen(page, "tree-1"))).toHaveCount(0);
  await tree(screen(page, "tree-2")).focus();
  for (const key of ["ArrowDown", "Enter"]) await page.keyboard.press(key);
  await expect(detail(screen(page, "tree-2")).getByRole("heading", { level: 1, name: "Umbrella Partners" })).toBeVisible();
  await audit(page, { include: "#tree-2" });
});

test("an expired session is renewed over its own screen; what is embedded shares no session with other tabs", async ({ page, context }) => {
  await openPortal(page);
  await signInToAcronis(page, "tree-1", "demo");
  const one = screen(page, "tree-1");
  await complete(one, 500);
  const other = await context.newPage();
  await other.goto("./");
  await other.waitForTimeout(1_500);
  await expect(other.getByRole("heading", { name: "Sign in to Acronis sandbox" })).toBeVisible();
  await other.close();

  const api = /\/api\/2\//;
  await page.route(api, (route) => route.fulfill({ status: 401, json: { error: "invalid_client" } }));
  await tree(one).getByText("Umbrella Partners", { exact: true }).click();
  const over = dialog(one).filter({ hasText: "Your session has expired. Sign in again to continue." });
  await expect(over).toBeVisible();
  await expect(over.getByLabel("Client ID")).toHaveValue("demo");
  await page.unroute(api);
  await over.getByLabel("Client secret").fill((await credentials(page, "demo")).client_secret);
  await page.keyboard.press("Enter");
  await expect(over).toHaveCount(0);
  await expect(detail(one).getByRole("heading", { level: 1, name: "Umbrella Partners" })).toBeVisible();
  await expect(tree(one)).toBeVisible();
});
