// The built files as a host gets them: hashed, compressed, checked, and honest when they do not fit together.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { expect, picture, test } from "./harness.mjs";

const dist = resolve(import.meta.dirname, "../../dist");

test("every asset has its compressed forms, and the page or its script names each with its integrity", () => {
  const html = readFileSync(resolve(dist, "index.html"), "utf8");
  const assets = readdirSync(dist).filter((name) => /-[0-9a-f]{16}\.(js|wasm|css)$/.test(name));
  expect(assets.length).toBeGreaterThanOrEqual(3);
  const script = readFileSync(resolve(dist, assets.find((name) => name.startsWith("boot-"))), "utf8");
  const named = html + script;
  for (const name of assets) {
    expect(existsSync(resolve(dist, `${name}.br`)), `${name}.br`).toBe(true);
    expect(existsSync(resolve(dist, `${name}.gz`)), `${name}.gz`).toBe(true);
    expect(named, name).toContain(name);
  }
  expect(named.match(/"sha384-/g).length).toBeGreaterThanOrEqual(assets.length);
  expect(html).not.toMatch(/<style|style="|<script>/);
});

test("no path of the machine that built it is in what ships", () => {
  for (const name of readdirSync(dist).filter((name) => /\.(js|wasm|css|html)$/.test(name))) {
    expect(readFileSync(resolve(dist, name), "latin1"), name).not.toMatch(/\/(home|root|Users)\/[a-z]/);
  }
});

test("the page keeps its policy", async ({ page }) => {
  const answer = await page.goto("./");
  const policy = answer.headers()["content-security-policy"] ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
});

test.describe("when the program cannot be loaded", () => {
  test.use({ tolerated: [/./] });
  const failures = [
    ["the network fails", (route) => route.abort(), /did not answer/],
    ["the file is missing", (route) => route.fulfill({ status: 404, body: "" }), /answered 404/],
    [
      "the file is another",
      (route) => route.fulfill({ status: 200, contentType: "application/wasm", body: "not the wasm" }),
      /not the one that belongs to this page/,
    ],
  ];
  for (const [name, answer, words] of failures) {
    test(`${name}: the page says so in words`, async ({ page }) => {
      await page.route("**/*.wasm", answer);
      await page.goto("./");
      await expect(page.getByRole("alert")).toContainText(words);
      await expect(page.getByRole("button", { name: "Reload" })).toBeFocused();
      await picture(page, `failure ${name}`);
    });
  }
});

test.describe("when the program stops", () => {
  test.use({ tolerated: [/./] });
  test("a panic shows a readable page", async ({ page }) => {
    await page.goto("./");
    await page.evaluate(() => {
      window.dispatchEvent(new CustomEvent("tenantry:panic", { detail: "panicked at the test" }));
    });
    await expect(page.getByRole("heading", { name: "The console has stopped" })).toBeVisible();
    await expect(page.getByRole("alert")).toContainText("panicked at the test");
  });

  test("markup that could run something is refused", async ({ page }) => {
    await page.goto("./");
    const results = await page.evaluate(() => {
      const attempt = (markup) => {
        try {
          document.createElement("div").innerHTML = markup;
          return "taken";
        } catch {
          return "refused";
        }
      };
      const markups = ["<b title='on us'>x</b>", "<script>1</script>", "<img onerror=x>", "<a href='javascript:x'>"];
      return markups.map(attempt);
    });
    expect(results).toEqual(["taken", "refused", "refused", "refused"]);
  });
});
