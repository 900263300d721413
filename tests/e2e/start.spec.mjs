// Starting where something is in the way: the page is never blank, and says what is the matter and what to do.
import { accounts, signIn, treePane } from "./console.mjs";
import { audit, expect, picture, test } from "./harness.mjs";

test.use({ tolerated: [/./] });

const page404 = { status: 404, contentType: "text/html", body: "<!DOCTYPE html><title>Not found</title>" };
const loginPage = { status: 200, contentType: "text/html", body: "<!DOCTYPE html><title>Sign in</title><form></form>" };
const elsewhere = { status: 302, headers: { location: "https://login.example/" }, body: "" };
const signInForm = (at) => at.getByRole("heading", { name: "Sign in to Acronis sandbox" });

/** Answers as the server did, but with some headers changed. */
const withHeaders = (change) => async (route) => {
  const answer = await route.fetch();
  const { "content-encoding": _, "content-length": __, ...headers } = answer.headers();
  await route.fulfill({ response: answer, headers: { ...headers, ...change(headers) } });
};

/** What the body holds where no script runs. */
async function wordsWithoutScript(at) {
  await expect(at.getByText("Tenantry is starting…")).toBeVisible();
  await expect(at.getByRole("heading", { name: "If nothing else appears" })).toBeVisible();
  for (const words of ["Reload the page.", "Allow JavaScript", "put a slash after it", "sign in there, then reload", "a file beside index.html"]) {
    await expect(at.getByText(words)).toBeVisible();
  }
}

test.describe("where the script itself does not run, the page's own words stay", () => {
  const answers = {
    "is missing": (route) => route.fulfill(page404),
    "is a web page": (route) => route.fulfill(loginPage),
    "is another": async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: `${await answer.text()}\n// mended by somebody` });
    },
    "does not come": (route) => route.abort(),
    "is sent elsewhere": (route) => route.fulfill(elsewhere),
  };
  for (const [name, answer] of Object.entries(answers)) {
    test(`the script ${name}`, async ({ page }) => {
      await page.route("**/boot-*.js", answer);
      await page.goto("./");
      await wordsWithoutScript(page);
      await audit(page);
      await picture(page, `start script ${name}`);
    });
  }

  test("nothing beside the page comes, its style sheet included", async ({ page }) => {
    await page.route(/\.(js|css|wasm)$/, (route) => route.fulfill(loginPage));
    await page.goto("./");
    await wordsWithoutScript(page);
    await picture(page, "start nothing");
  });

  test("the folder's address without its slash", async ({ page }) => {
    const html = await (await page.request.get("./")).text();
    await page.route("**/apps/console", (route) => route.fulfill({ contentType: "text/html", body: html }));
    await page.goto("./apps/console");
    await wordsWithoutScript(page);
  });

  test("a frame whose sandbox allows scripts alone", async ({ page }) => {
    const body = '<!DOCTYPE html><iframe sandbox="allow-scripts" src="/" width="900" height="700"></iframe>';
    await page.route("**/around", (route) => route.fulfill({ contentType: "text/html", body }));
    await page.goto("./around");
    const frame = page.frameLocator("iframe");
    await wordsWithoutScript(frame);
    await expect(frame.getByText("allow-same-origin")).toBeVisible();
    await picture(page, "start sandboxed frame");
  });

  test("no JavaScript", async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: process.env.TENANTRY_URL });
    const page = await context.newPage();
    await page.goto("./");
    await wordsWithoutScript(page);
    await context.close();
  });
});

test("a frame without an origin, whose server lets it in, starts: storage that throws is no storage", async ({ page }) => {
  const body = '<!DOCTYPE html><iframe sandbox="allow-scripts" src="/" width="900" height="700"></iframe>';
  await page.route(/./, withHeaders(() => ({ "access-control-allow-origin": "*" })));
  await page.route("**/around", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto("./around");
  await expect(signInForm(page.frameLocator("iframe"))).toBeVisible();
});

test("such a frame that may not read config.json says so", async ({ page }) => {
  const body = '<!DOCTYPE html><iframe sandbox="allow-scripts" src="/" width="900" height="700"></iframe>';
  await page.route(/\.(js|css|wasm)$/, withHeaders(() => ({ "access-control-allow-origin": "*" })));
  await page.route("**/around", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto("./around");
  await expect(page.frameLocator("iframe").getByRole("alert")).toContainText("allow-same-origin");
});

test.describe("when the program does not come", () => {
  const cases = [
    ["it is a web page", (route) => route.fulfill(loginPage), /A web page came instead of the console's program.*sign in there/],
    ["it is sent elsewhere", (route) => route.fulfill(elsewhere), /sends elsewhere.*sign in there/],
    ["a portal refuses it", (route) => route.fulfill({ ...loginPage, status: 403 }), /A web page came instead.*403/],
    ["it is missing", (route) => route.fulfill(page404), /answered 404/],
  ];
  for (const [name, answer, words] of cases) {
    test(name, async ({ page }) => {
      await page.route("**/tenantry-*.wasm", answer);
      await page.goto("./");
      await expect(page.getByRole("alert")).toContainText(words);
      await expect(page.getByText("Tenantry is starting…")).toHaveCount(0);
      await picture(page, `start wasm ${name}`);
    });
  }

  for (const type of ["application/octet-stream", "text/plain", "application/wasm; charset=utf-8", ""]) {
    test(`its media type is “${type}”: it runs all the same, and so do the parts that come later`, async ({ page }) => {
      await page.route("**/*.wasm", withHeaders(() => ({ "content-type": type })));
      await signIn(page);
      await expect(treePane(page)).toBeVisible();
    });
  }

  test("the screens behind the sign-in are a web page", async ({ page }) => {
    await page.route("**/{acronis,chunk}*.wasm", (route) => route.fulfill(loginPage));
    await page.goto("./");
    await page.getByLabel("Sandbox account").selectOption({ label: accounts.demo });
    await page.getByRole("button", { name: "Use the sandbox account" }).click();
    await expect(page.getByRole("alert")).toContainText("it wants a sign-in of its own first");
  });

  test("the style sheet is missing: the console works and says so", async ({ page }) => {
    await page.route("**/style-*.css", (route) => route.fulfill(loginPage));
    await page.goto("./");
    await expect(signInForm(page)).toBeVisible();
    await expect(page.getByRole("alert")).toContainText("style sheet");
  });
});

test.describe("a policy that lacks something names it, and not the browser", () => {
  const changes = {
    "script-src does not name 'wasm-unsafe-eval'": (policy) => policy.replace(" 'wasm-unsafe-eval'", ""),
    "connect-src does not name 'self'": (policy) => policy.replace("connect-src 'self'", "connect-src https://api.example"),
    "trusted-types does not name default": (policy) => `${policy}; trusted-types other`,
  };
  for (const [words, change] of Object.entries(changes)) {
    test(words, async ({ page }) => {
      const policy = (headers) => ({ "content-security-policy": change(headers["content-security-policy"]) });
      await page.route((url) => url.pathname === "/", withHeaders(policy));
      await page.goto("./");
      await expect(page.getByRole("alert")).toContainText("Content-Security-Policy does not let");
      await expect(page.getByRole("alert")).toContainText(words);
      await expect(page.getByRole("alert")).not.toContainText("too old");
    });
  }
});
