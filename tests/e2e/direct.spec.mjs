// A connection that goes round the proxy: the vendor's side sends no CORS headers, so the browser shows nothing
// of its answer. The console says that in words, and what to do.
import { auditBothThemes, expect, picture, test } from "./harness.mjs";
import { complete, useAccount } from "./console.mjs";

test.use({ tolerated: [/^console: Access to fetch at 'http:\/\/127\.0\.0\.1:\d+\/api\/2\/idp\/token' from origin .* has been blocked by CORS policy/] });

test("says that it is the network or CORS, and what to check", async ({ page }) => {
  await page.goto("./#/acronis-direct/tenants");
  await useAccount(page);
  const said = page.getByRole("alert");
  await expect(said).toContainText("No answer from Acronis direct (no proxy).", { timeout: 20_000 });
  await expect(said).toContainText("Either the network is down, or the server does not allow calls from other sites (CORS)");
  await expect(said).toContainText("set up a CORS proxy and a “path” route in config.json");
  await expect(said).not.toContainText(/Failed to fetch|TypeError|JsValue/);
  await said.getByText("Details for support").click();
  await expect(said).not.toContainText(/Failed to fetch|TypeError|JsValue/);
  await auditBothThemes(page);
  await picture(page, "direct");
});

// A sign-in changes nothing: "It is not known whether the change was made." is
// for writes, and misleads here.
test("does not speak of an object that may have been changed", async ({ page }) => {
  await page.goto("./#/acronis-direct/tenants");
  await useAccount(page);
  await expect(page.getByRole("alert")).toContainText("No answer", { timeout: 20_000 });
  await expect(page.getByRole("alert")).not.toContainText("not known whether the change was made");
});

test("the other connection goes on working beside it, and stays signed in", async ({ page }) => {
  await page.goto("./");
  await useAccount(page);
  await complete(page, 500);
  await page.getByRole("navigation", { name: "Connections" }).getByRole("link", { name: "Tenants" }).last().click();
  await expect(page.getByRole("heading", { name: "Sign in to Acronis direct (no proxy)" })).toBeVisible();
  await page.getByRole("navigation", { name: "Connections" }).getByRole("link", { name: /^Tenants 500/ }).click();
  await complete(page, 500);
});
