// The search box: what is loaded, what only the vendor knows, pasted ids, and the hit in its place in the tree.
import { auditBothThemes, expect, hold, picture, test } from "./harness.mjs";
import { cafe, detail, noTenant, row, signInToAll, token, tree, treePane } from "./console.mjs";
import { ionosAccount, panel, signInToIonos, units } from "./ionos.mjs";

const box = (page) => page.getByRole("combobox", { name: "Search all connections" });
const hits = (page) => page.getByRole("listbox", { name: "Found" }).getByRole("option");
const searched = (page, label = "Acronis sandbox") => expect(page.getByText(`${label}: searched.`)).toBeVisible();

test("a name, without accents: the hit opens in place, its ancestors open", async ({ page }) => {
  await signInToAll(page);
  await page.keyboard.press("/");
  await expect(box(page)).toBeFocused();
  await box(page).fill("orquidea");
  await searched(page);
  await expect(hits(page)).toHaveCount(1);
  await expect(hits(page).first()).toContainText("Umbrella Partners / Iberia / Norte");
  await auditBothThemes(page, noTenant);
  await picture(page, "search");
  await box(page).press("Enter");
  await expect(detail(page).getByRole("heading", { name: cafe.name })).toBeVisible();
  await expect(row(page, cafe.name)).toHaveAttribute("aria-selected", "true");
  await expect(row(page, "Norte")).toHaveAttribute("aria-expanded", "true");
  await expect(tree(page)).toBeFocused();
});

test("arrow keys go through the hits, and a click takes one", async ({ page }) => {
  await signInToAll(page);
  await page.keyboard.press("Control+k");
  await box(page).fill("miramar");
  await searched(page);
  await box(page).press("ArrowDown");
  await box(page).press("ArrowDown");
  const second = hits(page).nth(1);
  await expect(second).toHaveAttribute("aria-selected", "true");
  await expect(box(page)).toHaveAttribute("aria-activedescendant", await second.getAttribute("id"));
  await box(page).press("ArrowUp");
  await expect(hits(page).first()).toHaveAttribute("aria-selected", "true");
  await hits(page).filter({ hasText: /^Hotel Miramar Group/ }).click();
  await expect(detail(page).getByRole("heading", { name: "Hotel Miramar Group" })).toBeVisible();
});

const byVendor = [
  ["a customer id", "C-248737", "DACH"],
  ["a login", "oscar.garcia1", "Ízaro Labs"],
  ["an e-mail address", "noelia.llorente@t375.example", cafe.name],
];
for (const [what, text, name] of byVendor) {
  test(`${what} is found by the vendor and leads to its tenant`, async ({ page }) => {
    await signInToAll(page);
    await box(page).fill(text);
    await searched(page);
    await expect(hits(page).first()).toContainText("from Acronis");
    await picture(page, `search ${what}`);
    await hits(page).first().click();
    await expect(detail(page).getByRole("heading", { name, level: 1 })).toBeVisible();
    await expect(row(page, name)).toHaveAttribute("aria-selected", "true");
  });
}

test("a pasted id leads straight to its tenant", async ({ page }) => {
  await signInToAll(page);
  await box(page).fill(`  ${cafe.id.toUpperCase()} `);
  await expect(hits(page).first()).toContainText(cafe.name);
  await box(page).press("Enter");
  await expect(detail(page).getByRole("heading", { name: cafe.name })).toBeVisible();
});

test("a pasted id that nobody has is said to be nobody's", async ({ page }) => {
  await signInToAll(page);
  await box(page).fill("00000000-0000-4000-8000-000000000000");
  await box(page).press("Enter");
  await expect(detail(page).getByRole("alert")).toContainText("There is no such tenant");
});

test("one letter searches what is loaded; nothing found says so; Escape closes and clears", async ({ page }) => {
  await signInToAll(page);
  await box(page).fill("x");
  await expect(page.getByText("Acronis sandbox: type at least two letters.")).toBeVisible();
  await box(page).fill("xyzzy");
  await expect(page.getByText("Acronis sandbox: nothing found.")).toBeVisible();
  await picture(page, "search nothing");
  await box(page).press("Escape");
  await expect(page.getByRole("listbox", { name: "Found" })).toBeHidden();
  await box(page).press("Escape");
  await expect(box(page)).toHaveValue("");
});

test("what is loaded is there while the vendor is asked, and when the vendor cannot be asked", async ({ page }) => {
  await signInToAll(page);
  const held = await hold(page, /\/search\?/);
  await box(page).fill("goya");
  await expect(page.getByText("Searching Acronis sandbox…")).toBeVisible();
  await expect(hits(page).first()).toContainText("Almacenes Goya");
  held.fail();
  const words = page.getByText(/^Acronis sandbox could not be searched: .* Only what is loaded was searched\./);
  await expect(words).toBeVisible({ timeout: 20_000 });
  await expect(hits(page).first()).toContainText("Almacenes Goya");
  await picture(page, "search failed");
});

/** The ids that logs, mails and addresses hold, in the forms in which they are copied. */
const forms = {
  "in braces": (id) => `{${id.toUpperCase()}}`,
  "without dashes": (id) => id.replaceAll("-", ""),
  "in a sentence": (id) => `tenant ${id} was not found (404)`,
  "in one of the console's own addresses": (id) => `https://console.example/#/acronis-eu/tenants/${id}/settings?app=6e6d758d-8e74-3ae3-ac84-50eb0dff12eb`,
  "with typographic dashes": (id) => id.replaceAll("-", "–"),
  "its first eight digits": (id) => id.slice(0, 8),
};
for (const [name, form] of Object.entries(forms)) {
  test(`an id ${name}, in the search box and in the filter`, async ({ page }) => {
    await signInToAll(page);
    await box(page).fill(form(cafe.id));
    await expect(hits(page).first()).toContainText(cafe.name);
    const filter = page.getByRole("searchbox", { name: "Filter tenants" });
    await filter.fill(form(cafe.id));
    await expect(row(page, cafe.name)).toBeVisible();
    await expect(treePane(page).getByText("1 hit", { exact: true })).toBeVisible();
  });
}

test("a name is found however its letters are written", async ({ page }) => {
  await signInToAll(page);
  const filter = page.getByRole("searchbox", { name: "Filter tenants" });
  for (const typed of ["cafe\u0301 orqui\u0301dea", "ＣＡＦＥ　ＯＲＱＵＩＤＥＡ", "Café  Orquídea", "\u200bcafé\u00a0orquídea", "ca\u00adfé orq"]) {
    await filter.fill(typed);
    await expect(row(page, cafe.name)).toBeVisible();
    await box(page).fill(typed);
    await expect(hits(page).first()).toContainText(cafe.name);
  }
});

test("the id of a user leads to them in their tenant", async ({ page }) => {
  await signInToAll(page);
  const bearer = await token(page);
  const proxied = (path) => new URL(`/proxy/acronis/api/2/${path}`, process.env.TENANTRY_URL).href;
  const me = await (await page.request.get(proxied("users/me"), { headers: { authorization: `Bearer ${bearer}` } })).json();
  const found = await page.request.get(proxied(`search?tenant=${me.tenant_id}&text=oscar.garcia1`), { headers: { authorization: `Bearer ${bearer}` } });
  const [user] = (await found.json()).items;
  await box(page).fill(user.id);
  await box(page).press("Enter");
  await expect(detail(page).getByRole("heading", { name: "Ízaro Labs", level: 1 })).toBeVisible();
  await expect(page.getByRole("complementary", { name: "Details" }).getByRole("heading", { level: 2 })).toHaveText(user.login);
});

/** From one connection to the other, without losing the sign-in. */
async function alsoSignInToIonos(page) {
  const { login, password } = await ionosAccount(page, "ionos-demo");
  await page.getByRole("link", { name: "Backup units" }).click();
  await page.getByLabel("User name (e-mail)").fill(login);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Backup units" })).toBeVisible();
}

test("one box for all connections, on every page: grouped, and it says what is not searched", async ({ page }) => {
  await signInToAll(page);
  await box(page).fill("graz");
  await searchedNot(page, "IONOS");
  await alsoSignInToIonos(page);
  await box(page).fill("buchhaltung");
  const group = page.getByRole("group", { name: /^IONOS/ });
  await expect(group.getByRole("option").first()).toContainText("BuchhaltungGraz");
  await expect(state(page)).not.toContainText(/Not searched.*IONOS/);
  await box(page).fill("goya");
  await expect(page.getByRole("group", { name: "Acronis sandbox" }).getByRole("option").first()).toContainText("Almacenes Goya");
  await auditBothThemes(page);
  await picture(page, "search connections");
  await box(page).press("Enter");
  await expect(detail(page).getByRole("heading", { name: "Almacenes Goya" })).toBeVisible();
  await box(page).fill("BuchhaltungGraz");
  await box(page).press("Enter");
  await expect(panel(page)).toContainText("BuchhaltungGraz");
});

const state = (page) => page.getByRole("search").getByRole("status");
const searchedNot = (page, label) =>
  expect(state(page)).toContainText(new RegExp(`Not searched, because you are not signed in: .*${label}`));

test("IONOS alone: units, users, groups and resources, by name and by id", async ({ page }) => {
  await signInToIonos(page, "ionos-demo", "groups");
  await searchIonos(page, "zz9PluralZAlpha", "Backup units");
  await expect(panel(page)).toContainText("zz9PluralZAlpha");
  const id = new URL(page.url()).hash.split("/").at(-1).split("?")[0];
  for (const form of Object.values(forms)) {
    await box(page).fill(form(id));
    await expect(hits(page).first()).toContainText("zz9PluralZAlpha");
  }
  await searchedNot(page, "Acronis sandbox");
});

/** Goes to the first hit that is of this kind. */
async function searchIonos(page, text, kind) {
  await box(page).fill(text);
  await hits(page).filter({ hasText: kind }).first().click();
}

test("IONOS: a list that cannot be read is named, the others are searched", async ({ page }) => {
  await signInToIonos(page, "ionos-demo");
  await page.route("**/um/groups?*", (route) => route.fulfill({ status: 403, json: { httpStatus: 403, messages: [] } }));
  await box(page).fill("graz");
  await expect(hits(page).first()).toContainText("Graz");
  await expect(page.getByText(/Groups could not be searched: /)).toBeVisible();
});

test("the filter of a list finds what is typed in other letters, and ids", async ({ page }) => {
  await signInToIonos(page, "ionos-demo");
  const filter = page.getByRole("searchbox", { name: "Filter the list" });
  for (const typed of ["ｂｕｃｈｈａｌｔｕｎｇ", "buch\u200bhaltung", "BUCHHALTUNGGRAZ"]) {
    await filter.fill(typed);
    await expect(units(page).getByRole("rowheader")).toHaveText(["BuchhaltungGraz"]);
  }
});
