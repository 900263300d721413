// What stands between the page and the API may answer with pages of its own: a firewall, a portal's sign-in, a proxy
// whose upstream is down. None of that is the vendor's word, on any screen.
import { expect, picture, smallPages, test } from "./harness.mjs";
import { cafe, complete, detail, signIn, signInToAll, tenantUrl, treePane } from "./console.mjs";
import { signInToIonos } from "./ionos.mjs";
import { settingsUrl } from "./settings.mjs";

const html = { contentType: "text/html", body: "<!doctype html><title>Portal</title><form>Sign in</form>" };
const pages = {
  "a firewall's 403": [{ ...html, status: 403 }, /A web page came instead of data .*HTTP 403.*firewall, portal or proxy/s],
  "a portal's 401": [{ ...html, status: 401 }, /A web page came instead of data .*HTTP 401.*sign in to the portal/s],
  "a proxy's 404": [{ ...html, status: 404 }, /A web page came instead of data .*HTTP 404.*Check the proxy/s],
  "a sign-in page with 200": [{ ...html, status: 200 }, /A web page came instead of data .*HTTP 200.*sign in to the portal in another tab/s],
  "a redirect to a sign-in page": [{ status: 302, headers: { location: "/portal/login" }, body: "" }, /came a redirect to another page.*sign in to the portal in another tab/s],
};
const never = /for the role|expected value|is not running|no such (object|tenant)|cannot see this tenant|signed in to|session has expired/i;

/** The screens of both vendors, and what they read. */
const screens = {
  overview: { go: (page) => page.goto(tenantUrl(cafe.id)), reads: /api\/2\/tenants\/[0-9a-f-]{36}(\?|$)/, at: detail },
  settings: { go: (page) => page.goto(settingsUrl(cafe.id)), reads: /api\/2\/(settings|applications)/, at: detail },
  "backup units": { go: (page) => page.goto("./#/ionos-sandbox/backup-units"), reads: /cloudapi\/v6\/backupunits/ },
  users: { go: (page) => page.goto("./#/ionos-sandbox/users"), reads: /cloudapi\/v6\/um\/users/ },
  groups: { go: (page) => page.goto("./#/ionos-sandbox/groups"), reads: /cloudapi\/v6\/um\/groups/ },
  resources: { go: (page) => page.goto("./#/ionos-sandbox/resources"), reads: /cloudapi\/v6\/um\/resources/ },
};

for (const [what, [answer, words]] of Object.entries(pages)) {
  test(`${what} is no answer of the vendor's, on every screen`, async ({ page }) => {
    test.setTimeout(120_000);
    await signInToAll(page);
    await signInToIonos(page, "ionos-demo");
    for (const [name, { go, reads, at = (page) => page.getByRole("main") }] of Object.entries(screens)) {
      await page.route(reads, (route) => route.fulfill(answer));
      await go(page);
      const said = at(page).getByRole("alert").first();
      await expect(said, name).toHaveText(words, { timeout: 30_000 });
      await expect(at(page), name).not.toContainText(never);
      await expect(at(page), name).not.toContainText(/\b(none|nobody|0 [a-z]+|is empty|no settings)\b/i);
      await picture(page, `${what} ${name}`);
      await page.unroute(reads);
    }
  });

  test(`${what} while the tree loads: partial, and going on works`, async ({ page }) => {
    await smallPages(page);
    await page.route(/api\/2\/tenants\?.*after=/, (route) => route.fulfill(answer));
    await signIn(page);
    await expect(treePane(page)).toContainText(/Partial/, { timeout: 30_000 });
    await expect(treePane(page)).not.toContainText(never);
    await page.unroute(/api\/2\/tenants\?.*after=/);
    await page.getByRole("button", { name: "Continue" }).click();
    await complete(page, 500);
  });
}

test("a write that a gateway's page answers: not known, and nobody is told to simply try again", async ({ page }) => {
  await signInToIonos(page, "ionos-own-10");
  await page.route(/cloudapi\/v6\/backupunits/, (route) =>
    route.request().method() === "POST" ? route.fulfill({ ...html, status: 502 }) : route.continue(),
  );
  await page.getByRole("button", { name: "Create backup unit" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("gatewaytest");
  await dialog.getByRole("button", { name: "Generate" }).click();
  await dialog.getByLabel("E-mail").fill("ops@umbrella.example");
  await dialog.getByRole("button", { name: "Create", exact: true }).click();
  const said = dialog.getByRole("alert");
  await expect(said).toContainText("it has not been seen yet. It may still appear.", { timeout: 30_000 });
  await expect(said).toContainText("Look again before you send it once more.");
  await expect(said).not.toContainText(/try again/i);
});
