// The screens behind the sign-in are wasm files of their own: there before anybody needs it, and where it is not, the page
// says so and can go on.
import { auditBothThemes, expect, hold, picture, test } from "./harness.mjs";
import { complete, useAccount } from "./console.mjs";

const screens = "**/acronis-*.wasm";
const missing = (page) => page.getByRole("heading", { name: "The screens could not be loaded" });

test("it is fetched while the form waits", async ({ page }) => {
  const fetched = page.waitForResponse(screens);
  await page.goto("./");
  await expect(page.getByRole("heading", { name: "Sign in to Acronis sandbox" })).toBeVisible();
  expect((await fetched).ok()).toBe(true);
});

test("of the vendors' parts only the one that is needed is fetched", async ({ page }) => {
  const fetched = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  const ionos = page.waitForResponse("**/ionos-*.wasm");
  await page.goto("./#/ionos-sandbox/users");
  await ionos;
  expect(fetched.filter((path) => path.includes("acronis-"))).toEqual([]);
  const tenants = page.waitForResponse(screens);
  await page.getByRole("link", { name: "Tenants" }).first().click();
  await tenants;
});

test("whoever is faster waits for it, and is told so", async ({ page }) => {
  const held = await hold(page, screens);
  await page.goto("./");
  await useAccount(page);
  await expect(page.getByRole("status").getByText("Loading the screens…")).toBeVisible();
  await expect(page.getByText("Umbrella reporting")).toBeVisible();
  held.release();
  await complete(page, 500);
  await expect(page.getByRole("combobox", { name: "Search all connections" })).toBeVisible();
});

test.describe("when it cannot be loaded", () => {
  test.use({ tolerated: [/./] });
  const failures = [
    ["the network fails", (route) => route.abort()],
    ["a new version is there", (route) => route.fulfill({ status: 404, body: "" })],
    ["the file is another", (route) => route.fulfill({ contentType: "application/wasm", body: "not the wasm" })],
  ];
  for (const [name, answer] of failures) {
    test(`${name}: words, and the sign-in lasts until it works`, async ({ page }) => {
      await page.route(screens, answer);
      await page.goto("./");
      await useAccount(page);
      await expect(missing(page)).toBeVisible();
      await expect(page.getByRole("alert")).toContainText("You are still signed in: try again.");
      await auditBothThemes(page);
      await picture(page, `screens ${name}`);
      await page.getByRole("button", { name: "Try again" }).click();
      await expect(missing(page)).toBeVisible();
      await page.unroute(screens);
      await page.getByRole("button", { name: "Try again" }).click();
      await complete(page, 500);
      await expect(missing(page)).toBeHidden();
    });
  }

  test("signing out and reloading work all the same", async ({ page }) => {
    await page.route(screens, (route) => route.abort());
    await page.goto("./");
    await useAccount(page);
    await expect(missing(page)).toBeVisible();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("heading", { name: "Sign in to Acronis sandbox" })).toBeVisible();
    await useAccount(page);
    await expect(missing(page)).toBeVisible();
    await page.unroute(screens);
    await page.getByRole("button", { name: "Reload" }).click();
    await expect(page.getByRole("heading", { name: "Sign in to Acronis sandbox" })).toBeVisible();
    await useAccount(page);
    await complete(page, 500);
  });
});
