// Signing in and out: by hand, with a token, with the sandbox's account; and where secrets do not stay.
import { auditBothThemes, expect, picture, test } from "./harness.mjs";
import { complete, credentials, pasteToken, secret, signInToAll, token, tree, treePane, useAccount } from "./console.mjs";

const failure = (page) => page.getByRole("alert");

test("the form, in both themes", async ({ page }) => {
  await page.goto("./");
  await expect(page.getByRole("heading", { name: "Sign in to Acronis sandbox" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Use the sandbox account" })).toBeVisible();
  await auditBothThemes(page);
  await picture(page, "sign-in");
});

test("client id and secret, typed in", async ({ page }) => {
  const { client_id, client_secret } = await credentials(page);
  await page.goto("./");
  await page.getByLabel("Client ID").fill(client_id);
  await secret(page).fill(client_secret);
  await secret(page).press("Enter");
  await complete(page, 500);
  await expect(page.getByText("Umbrella reporting")).toBeVisible();
});

test("an access token, pasted with the word Bearer before it", async ({ page }) => {
  const pasted = `Bearer ${await token(page)}`;
  await page.goto("./");
  await pasteToken(page, pasted);
  await complete(page, 500);
});

test("fields left empty say so, each tied to its words", async ({ page }) => {
  await page.goto("./");
  await page.getByLabel("Client ID").fill("somebody");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(secret(page)).toHaveAccessibleDescription("Enter a value.");
  await expect(secret(page)).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Client ID")).toHaveAttribute("aria-invalid", "false");
  await auditBothThemes(page);
  await picture(page, "sign-in empty field");
});

test("an invalid form begins with its first wrong field: every way to sign in", async ({ page }) => {
  const submit = page.getByRole("button", { name: "Sign in", exact: true });
  const wrong = async (field) => {
    await submit.focus();
    await submit.click();
    await expect(field).toBeFocused();
    await expect(field).toHaveAttribute("aria-invalid", "true");
  };
  await page.goto("./");
  await wrong(page.getByLabel("Client ID"));
  await page.getByLabel("Client ID").fill("somebody");
  await wrong(secret(page));
  await page.getByRole("radio", { name: "Access token" }).check();
  await wrong(page.getByRole("textbox", { name: "Access token" }));
  await page.goto("./#/ionos-sandbox/backup-units");
  const contract = page.getByLabel(/^Contract number/);
  await contract.fill("none");
  await wrong(page.getByLabel("User name (e-mail)"));
  await page.getByLabel("User name (e-mail)").fill("somebody@umbrella.example");
  await wrong(page.getByLabel("Password", { exact: true }));
  await page.getByLabel("Password", { exact: true }).fill("typed");
  await wrong(contract);
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("typed");
  await page.getByRole("radio", { name: "Access token" }).check();
  await wrong(page.getByRole("textbox", { name: "Access token" }));
  await page.getByRole("textbox", { name: "Access token" }).fill("typed");
  await wrong(contract);
  await expect(page.getByRole("textbox", { name: "Access token" })).toHaveValue("typed");
});

test("a refused sign-in says who refused and what to check", async ({ page }) => {
  await page.goto("./");
  await page.getByLabel("Client ID").fill("demo");
  await secret(page).fill("wrong");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(failure(page)).toContainText("Acronis sandbox refused the sign-in.");
  await expect(failure(page)).toContainText("Check the client ID and secret");
  await expect(failure(page)).toContainText("The server says:");
  await expect(secret(page)).toHaveValue("");
  await auditBothThemes(page);
  await picture(page, "sign-in refused");
  await useAccount(page);
  await complete(page);
});

test("a token that is none is refused in words", async ({ page }) => {
  await page.goto("./");
  await pasteToken(page, "not-a-token");
  await expect(failure(page)).toContainText("refused the sign-in");
  await expect(failure(page)).toContainText("token");
});

test("no secret stays in the address, the storage or the page", async ({ page }) => {
  const { client_secret } = await credentials(page);
  const tokens = new Set();
  page.on("request", (request) => {
    const [, sent] = /^Bearer (.+)$/.exec(request.headers().authorization ?? "") ?? [];
    if (sent) tokens.add(sent);
  });
  await signInToAll(page);
  expect(tokens.size).toBe(1);
  const kept = await page.evaluate(() => {
    const stores = [localStorage, sessionStorage].map((store) => JSON.stringify({ ...store }));
    const values = [...document.querySelectorAll("input")].map((input) => input.value);
    return [location.href, document.cookie, ...stores, ...values, document.documentElement.outerHTML].join("\n");
  });
  const databases = await page.evaluate(() => indexedDB.databases());
  for (const one of [client_secret, ...tokens]) expect(kept).not.toContain(one);
  expect(databases).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});

test("no secret is in any address that is called, and none is sent elsewhere", async ({ page }) => {
  const { client_secret } = await credentials(page);
  const called = [];
  page.on("request", (request) => called.push(request.url()));
  await signInToAll(page);
  expect(called.filter((url) => url.includes(client_secret) || url.includes("sbx."))).toEqual([]);
});

test("signing out gives the token back, forgets the tree and shows the form", async ({ page }) => {
  await signInToAll(page);
  const revoked = page.waitForResponse((response) => response.url().endsWith("/idp/revoke_token"));
  await page.getByRole("button", { name: "Sign out" }).click();
  expect((await revoked).ok()).toBe(true);
  await expect(page.getByRole("heading", { name: "Sign in to Acronis sandbox" })).toBeVisible();
  await expect(treePane(page)).toHaveCount(0);
  await expect(page.getByText("Iberia", { exact: true })).toHaveCount(0);
  await expect(secret(page)).toHaveValue("");
  await useAccount(page, "hostile-names");
  await complete(page, 11);
  await expect(tree(page).getByText("Iberia")).toHaveCount(0);
});
