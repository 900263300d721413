// A configuration that is missing or wrong: the page names field, place and what would be right, and the
// console does not start. The sandbox serves only good ones, so these are put in its place here.
import { auditBothThemes, expect, picture, test } from "./harness.mjs";

// A request that is sent to another site is refused by the page's own policy, which the browser logs.
test.use({ tolerated: [/login\.example|Content Security Policy/] });

const good = {
  id: "acronis-eu",
  vendor: "acronis",
  label: "Acronis EU",
  upstream: "https://eu2-cloud.acronis.com/api/2",
  route: { kind: "path", prefix: "/proxy/acronis" },
};
const file = (...connections) => JSON.stringify({ connections }, null, 2);
const webPage = "A web page came instead of the configuration";
const notUtf8 = "The configuration is not saved as UTF-8";
const without = ({ label, ...rest }) => rest;

const wrong = [
  { name: "missing", status: 404, body: "Not found", title: "No configuration found", words: /no config\.json next to the page/ },
  { name: "that the server fails on", status: 503, body: "", title: "The configuration could not be read", words: /503/ },
  { name: "that a portal refuses", status: 401, body: "", title: "The configuration could not be read", words: /401.*sign in there/ },
  { name: "sent elsewhere", status: 302, headers: { location: "https://login.example/" }, body: "",
    title: "The configuration could not be read", words: /sends elsewhere.*sign in there/ },
  { name: "sent to a page of this site", status: 302, headers: { location: "/" }, body: "",
    title: webPage, words: /sign in there/ },
  { name: "empty", body: "", title: "The configuration is not JSON", words: /it is empty/ },
  { name: "of blanks", body: " \n", title: "The configuration is not JSON", words: /it is empty/ },
  { name: "a web page", body: "<!DOCTYPE html>", title: webPage, words: /no config\.json beside the page/ },
  { name: "a web page, said to be one", headers: { "content-type": "text/html" }, body: "\n<html>", title: webPage, words: /sign in there/ },
  { name: "with a comment before it", body: `// ours\n${file(good)}`, title: "The configuration is not JSON", place: "line 1,", words: /comment/ },
  { name: "with a comment in it", body: file(good).replace('"label"', '/* ours */ "label"'),
    title: "The configuration is not JSON", place: "line 6,", words: /comment/ },
  { name: "in UTF-16, little end first", body: Buffer.from(`\ufeff${file(good)}`, "utf16le"), title: notUtf8, words: /UTF-16/ },
  { name: "in UTF-16, big end first", body: Buffer.from(`\ufeff${file(good)}`, "utf16le").swap16(), title: notUtf8, words: /UTF-16/ },
  { name: "in UTF-16 without a mark", body: Buffer.from(file(good), "utf16le"), title: notUtf8, words: /UTF-16/ },
  { name: "in Latin letters of Windows", body: Buffer.from(file({ ...good, label: "Büro" }), "latin1"), title: notUtf8,
    place: "line 6,", words: /letter is not in UTF-8/ },
  { name: "that is null", body: "null", title: "The configuration has an error", words: /holds null; it must hold an object/ },
  { name: "that is a list", body: "[]", title: "The configuration has an error", words: /holds a list/ },
  { name: "that is a list of its values", body: JSON.stringify([null, [good]]), title: "The configuration has an error", words: /holds a list/ },
  { name: "whose connection is a list of its values", body: file(Object.values(good)), title: "The configuration has an error",
    field: "connections[0]", words: /expected an object/ },
  { name: "cut off", body: file(good).slice(0, 60), title: "The configuration is not JSON", place: /line 5, column/, words: /EOF/i },
  { name: "of a wrong type", body: file({ ...good, label: 7 }), title: "The configuration has an error",
    field: "connections[0].label", place: "line 6,", words: /expected a string/ },
  { name: "of an unknown vendor", body: file(good, { ...good, id: "other", vendor: "akronis" }),
    title: "The configuration has an error", field: "connections[1].vendor", place: "line 15,",
    words: /`acronis`, `ionos`, `cpm`/ },
  { name: "without a label", body: file(without(good)), title: "The configuration has an error",
    field: "connections[0]", words: /missing field `label`/ },
  { name: "with an unknown field", body: file({ ...good, secret: "x" }), title: "The configuration has an error",
    field: "connections[0].secret", words: /unknown field/ },
  { name: "with an upstream that is no web address", body: file({ ...good, upstream: "javascript:alert(1)" }),
    title: "The configuration has an error", field: "connections[0].upstream", words: /https/ },
  { name: "with two connections of one id", body: file(good, good), title: "The configuration has an error",
    words: /second connection has the id `acronis-eu`/ },
  { name: "without a connection", body: file(), title: "The configuration has an error", words: /at least one/ },
];

for (const { name, status = 200, headers, body, title, field, place, words } of wrong) {
  test(`a configuration ${name}`, async ({ page }) => {
    const answer = { status, headers: { "content-type": "application/json", ...headers }, body };
    await page.route("**/config.json", (route) => route.fulfill(answer));
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
    await expect(said).toContainText("Whoever runs this site can correct config.json");
    await expect(page.getByRole("button", { name: "Sign in" })).toHaveCount(0);
    await picture(page, `config ${name}`);
  });
}

test("a configuration with the mark of UTF-8 is taken", async ({ page }) => {
  await page.route("**/config.json", (route) => route.fulfill({ body: `\ufeff${file(good)}` }));
  await page.goto("./");
  await expect(page.getByRole("heading", { name: "Sign in to Acronis EU" })).toBeVisible();
});

test("the page for a wrong configuration, in both themes", async ({ page }) => {
  await page.route("**/config.json", (route) => route.fulfill({ body: file({ ...good, label: 7 }) }));
  await page.goto("./");
  await expect(page.getByRole("heading", { name: "The configuration has an error" })).toBeVisible();
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
  await expect(page.getByRole("button", { name: "Use the sandbox account" })).toHaveCount(0);
});
