// A configuration that is missing or wrong: the page names field, place and what would be right, and the
// console does not start. The sandbox serves only good ones, so these are put in its place here.
import { auditBothThemes, expect, picture, test } from "./harness.mjs";

const good = {
  id: "acronis-eu",
  vendor: "acronis",
  label: "Acronis EU",
  upstream: "https://eu2-cloud.acronis.com/api/2",
  route: { kind: "path", prefix: "/proxy/acronis" },
};
const file = (...connections) => JSON.stringify({ connections }, null, 2);
const without = ({ label, ...rest }) => rest;

const wrong = [
  { name: "missing", status: 404, body: "Not found", title: "There is no configuration", words: /no config\.json beside the page/ },
  { name: "refused by the server", status: 503, body: "", title: "The configuration could not be read", words: /503/ },
  { name: "empty", body: "", title: "The configuration is not JSON", place: "line 1, column 0", words: /EOF|end/i },
  { name: "a web page", body: "<!DOCTYPE html>", title: "The configuration is not JSON", place: "line 1, column 1", words: /value/ },
  { name: "cut off", body: file(good).slice(0, 60), title: "The configuration is not JSON", place: /line 5, column/, words: /EOF/i },
  { name: "of a wrong type", body: file({ ...good, label: 7 }), title: "The configuration has a wrong field",
    field: "connections[0].label", place: "line 6,", words: /expected a string/ },
  { name: "of an unknown vendor", body: file(good, { ...good, id: "other", vendor: "akronis" }),
    title: "The configuration has a wrong field", field: "connections[1].vendor", place: "line 15,",
    words: /`acronis`, `ionos`, `cpm`/ },
  { name: "without a label", body: file(without(good)), title: "The configuration has a wrong field",
    field: "connections[0]", words: /missing field `label`/ },
  { name: "with an unknown field", body: file({ ...good, secret: "x" }), title: "The configuration has a wrong field",
    field: "connections[0].secret", words: /unknown field/ },
  { name: "with an upstream that is no web address", body: file({ ...good, upstream: "javascript:alert(1)" }),
    title: "The configuration has a wrong field", field: "connections[0].upstream", words: /https/ },
  { name: "with two connections of one id", body: file(good, good), title: "The configuration has a wrong field",
    words: /second connection has the id `acronis-eu`/ },
  { name: "without a connection", body: file(), title: "The configuration has a wrong field", words: /at least one/ },
];

for (const { name, status = 200, body, title, field, place, words } of wrong) {
  test(`a configuration ${name}`, async ({ page }) => {
    await page.route("**/config.json", (route) => route.fulfill({ status, contentType: "application/json", body }));
    await page.goto("./");
    const said = page.getByRole("alert");
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    const value = (label) => {
      const pair = said.locator("div").filter({ has: page.getByRole("term").getByText(label, { exact: true }) });
      return pair.getByRole("definition");
    };
    await expect(value("What is wrong")).toHaveText(words);
    if (field) await expect(value("Field")).toHaveText(field);
    if (place) await expect(value("Place")).toContainText(place);
    await expect(said).toContainText("Whoever runs this site can mend config.json");
    await expect(page.getByRole("button", { name: "Sign in" })).toHaveCount(0);
    await picture(page, `config ${name}`);
  });
}

test("the page for a wrong configuration, in both themes", async ({ page }) => {
  await page.route("**/config.json", (route) => route.fulfill({ body: file({ ...good, label: 7 }) }));
  await page.goto("./");
  await expect(page.getByRole("heading", { name: "The configuration has a wrong field" })).toBeVisible();
  await auditBothThemes(page);
});

test("a configuration that cannot be fetched; reloading finds it mended", async ({ page }) => {
  await page.route("**/config.json", (route) => route.abort());
  await page.goto("./");
  await expect(page.getByRole("alert")).toContainText("The server did not answer for config.json.");
  await page.unroute("**/config.json");
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(page.getByRole("heading", { name: "Sign in to Acronis sandbox" })).toBeVisible();
});

test("a connection whose screens are still to come says so", async ({ page }) => {
  const cpm = { ...good, id: "cpm", vendor: "cpm", label: "CPM prod" };
  await page.route("**/config.json", (route) => route.fulfill({ json: { connections: [good, cpm] } }));
  await page.goto("./");
  await page.getByRole("link", { name: "Not in this version yet" }).click();
  await expect(page.getByRole("alert")).toContainText("The screens for “CPM prod” are not in this version yet.");
});

test("where no sandbox is configured there is no button for it", async ({ page }) => {
  await page.route("**/config.json", (route) => route.fulfill({ json: { connections: [good] } }));
  await page.goto("./");
  await expect(page.getByRole("heading", { name: "Sign in to Acronis EU" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Use the sandbox's account" })).toHaveCount(0);
});
