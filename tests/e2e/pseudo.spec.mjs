// No word of the console stands outside of a message file: its main screens, walked in the pseudo-language.
import { expect, test } from "./harness.mjs";
import { accounts, cafe, tenantUrl } from "./console.mjs";
import { ionosAccount } from "./ionos.mjs";
import { expectAllTranslated, speakPseudo } from "./pseudo.mjs";

const named = (page, role, name) => page.getByRole(role, { name, exact: true });

/** Signs in on the Acronis connection with the sandbox's account, and waits for the whole tree. */
async function signIn(page, say, at = "./") {
  await page.goto(at);
  await page.getByLabel(say("signin.sandbox_account"), { exact: true }).selectOption({ label: accounts.demo });
  await named(page, "button", say("signin.sandbox")).click();
  await expect(named(page, "region", say("tree.pane")).getByText(say("tree.complete"), { exact: true })).toBeVisible();
}

/** Signs in on the IONOS connection, and waits for the rows of its list. */
async function signInToIonos(page, say, list) {
  const { login, password } = await ionosAccount(page, "ionos-demo");
  await page.goto(`./#/ionos-sandbox/${list}`);
  await page.getByLabel(say("signin.username"), { exact: true }).fill(login);
  await page.getByLabel(say("signin.password"), { exact: true }).fill(password);
  await named(page, "button", say("signin.submit")).click();
  await rowsOf(page);
}

const rowsOf = (page) => expect(page.getByRole("table").first().getByRole("row").nth(1)).toBeVisible();

test("signing in, in every way, with empty fields and with a wrong secret", async ({ page }) => {
  const { say, vendor } = await speakPseudo(page);
  await page.goto("./");
  await expect(named(page, "button", say("signin.sandbox"))).toBeVisible();
  await expectAllTranslated(page, vendor, "the form");
  for (const way of await page.getByRole("radio").all()) {
    await way.check();
    await named(page, "button", say("signin.submit")).click();
    await expect(page.getByText(say("signin.required")).first()).toBeVisible();
    await expectAllTranslated(page, vendor, "empty fields");
  }
  await page.getByRole("radio").first().check();
  await page.getByLabel(say("signin.client_id"), { exact: true }).fill("demo");
  await page.getByLabel(say("signin.client_secret"), { exact: true }).fill("wrong");
  await named(page, "button", say("signin.submit")).click();
  await expect(page.getByRole("alert")).toContainText(say("fault.refused", { label: "Acronis sandbox" }));
  await expectAllTranslated(page, vendor, "a refused sign-in");
});

test("the tree, a tenant, the keys and the search", async ({ page }) => {
  const { say, vendor } = await speakPseudo(page);
  await signIn(page, say);
  await expectAllTranslated(page, vendor, "the tree");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAllTranslated(page, vendor, "the keys");
  await page.keyboard.press("Escape");
  const filter = page.getByLabel(say("tree.filter"), { exact: true });
  await filter.fill("zzzzzz");
  await expect(page.getByText(say("tree.no_hits"))).toBeVisible();
  await expectAllTranslated(page, vendor, "a filter that finds nothing");
  await filter.fill("");
  const search = named(page, "combobox", say("search.label"));
  await search.fill("zzzzzz");
  await expect(page.locator(".tn-search").getByRole("status")).toContainText(say("search.nothing", { label: "Acronis sandbox" }));
  await expectAllTranslated(page, vendor, "a search that finds nothing");
  await search.fill("");
  await page.goto(tenantUrl(cafe.id));
  await expect(named(page, "region", say("overview.history"))).toBeVisible();
  await expectAllTranslated(page, vendor, "the overview");
});

test("settings: the table, an explanation, what is below, and the editor", async ({ page }) => {
  const { say, vendor } = await speakPseudo(page);
  await signIn(page, say, `${tenantUrl(cafe.id)}/settings`);
  const table = named(page, "region", say("settings.table")).getByRole("table");
  await expect(table.getByRole("rowheader").nth(1)).toBeVisible();
  await expectAllTranslated(page, vendor, "the settings");
  await named(page, "link", say("settings.why_label", { name: "audit_days" })).click();
  const why = named(page, "complementary", say("why.label"));
  await expect(why.getByRole("listitem").first()).toBeVisible();
  await expectAllTranslated(page, vendor, "the explanation");
  const edit = [say("why.set_own"), say("why.edit_own")];
  await why.getByRole("button").filter({ hasText: new RegExp(edit.map(escaped).join("|")) }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("region", { name: say("preview.title"), exact: true })).toBeVisible();
  await expectAllTranslated(page, vendor, "the editor");
  await dialog.getByLabel(say("edit.value"), { exact: true }).fill("twelve");
  await expect(dialog.getByText(say("edit.not_number"))).toBeVisible();
  await expectAllTranslated(page, vendor, "a value that is none");
});

test("IONOS: lists, a unit, forms, and what is done with several", async ({ page }) => {
  const { say, vendor } = await speakPseudo(page);
  await signInToIonos(page, say, "backup-units");
  await expectAllTranslated(page, vendor, "backup units");
  const [dialog, panel] = [page.getByRole("dialog"), named(page, "complementary", say("list.detail"))];
  await named(page, "button", say("io.create_unit")).click();
  await expect(dialog).toBeVisible();
  await dialog.getByLabel(say("io.email"), { exact: true }).fill("nobody");
  await named(dialog, "button", say("io.create")).click();
  await expect(dialog.getByText(say("io.wrong.email"))).toBeVisible();
  await expectAllTranslated(page, vendor, "the form for a unit");
  await page.reload();

  await signInToIonos(page, say, "backup-units");
  await named(page, "checkbox", say("list.tick_all")).check();
  await named(page, "button", say("bulk.delete")).click();
  await expect(dialog).toBeVisible();
  await expectAllTranslated(page, vendor, "a batch");
  await page.reload();

  for (const list of ["backup-units", "users", "groups", "resources"]) {
    await signInToIonos(page, say, list);
    await expectAllTranslated(page, vendor, list);
    await page.getByRole("table").first().getByRole("link").first().click();
    await expect(panel.getByRole("heading").first()).toBeVisible();
    await expectAllTranslated(page, vendor, `one of the ${list}`);
    await page.reload();
  }
});

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
