// Bad days at the vendor, by the sandbox's accounts for them: what came stays, the words say why and what to
// do, and going on works.
import { auditBothThemes, expect, picture, test } from "./harness.mjs";
import { cafe, complete, detail, field, noTenant, open, pasteToken, row, signIn, tenantUrl, token, tree, treePane, useAccount } from "./console.mjs";

const because = (page) => treePane(page).getByText(/^Partial: /);
const count = (page, words) => treePane(page).getByText(words, { exact: true });

/** Accounts whose third page fails in some way: two whole pages of 100 are here, and going on brings the rest. */
const failing = [
  ["fault-page", "Acronis sandbox failed with HTTP 500.", "The fault is on the server's side.", 200],
  ["fault-html", "A web page came instead of data from Acronis sandbox (HTTP 502).", "proxy or a load balancer", 200],
  ["fault-cut", "The answer from Acronis sandbox broke off.", "What came before is kept.", 200],
];
for (const [account, why, next, least] of failing) {
  test(`${account}: the tree stays, says partial and why, and goes on`, async ({ page }) => {
    await signIn(page, account);
    await expect(because(page)).toHaveText(`Partial: ${why}`, { timeout: 20_000 });
    await expect(treePane(page).getByText("partial", { exact: true })).toBeVisible();
    const here = await treePane(page).getByText(/^\d+ tenants$/).textContent();
    expect(parseInt(here, 10)).toBeGreaterThanOrEqual(least);
    await treePane(page).getByText("What to do").click();
    await expect(treePane(page)).toContainText(next);
    await open(page, "Iberia");
    await expect(row(page, "Norte")).toBeVisible();
    if (account === "fault-page") await auditBothThemes(page, noTenant);
    await picture(page, account);
    await page.getByRole("button", { name: "Continue" }).click();
    await complete(page, 500);
    await expect(row(page, "Norte")).toBeVisible();
    await expect(treePane(page).getByText("about the list from Acronis")).toHaveCount(0);
  });
}

test("a repeated cursor stops and says so; only starting again is offered", async ({ page }) => {
  let pages = 0;
  page.on("request", (request) => (pages += /[?&]after=/.test(request.url()) ? 1 : 0));
  await signIn(page, "fault-cursor");
  await expect(because(page)).toContainText("sends the same page again and again.");
  await expect(count(page, "300 tenants")).toBeVisible();
  await expect(page.getByRole("button", { name: "Continue" })).toHaveCount(0);
  expect(pages).toBeLessThan(6);
  await picture(page, "fault-cursor");
  await page.getByRole("button", { name: "Start over" }).click();
  await expect(because(page)).toContainText("sends the same page again and again");
  await expect(count(page, "300 tenants")).toBeVisible();
});

// One after the other: the sandbox remembers that a token has died, and makes the next one last.
test.describe("a token that dies in the middle of paging", () => {
  test.describe.configure({ mode: "serial" });

  test("is replaced without a word", async ({ page }) => {
    const tokens = [];
    page.on("request", (request) => request.url().endsWith("/idp/token") && tokens.push(request));
    await signIn(page, "fault-expiry");
    await complete(page, 500);
    expect(tokens.length).toBe(2);
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

  test("and was pasted: the form comes over the page, says so, and what was loaded is kept", async ({ page }) => {
    const pasted = await token(page, "fault-expiry");
    await page.goto("./");
    await pasteToken(page, pasted);
    const over = page.getByRole("dialog", { name: "Sign in to Acronis sandbox" });
    await expect(over.getByText("Your session has expired. Sign in again to continue.")).toBeVisible();
    await expect(over.getByRole("radio", { name: "Access token" })).toBeChecked();
    await auditBothThemes(page);
    await picture(page, "fault-expiry run out");
    await useAccount(page, "fault-expiry");
    await complete(page, 500);
    await expect(treePane(page).getByText("about the list from Acronis")).toHaveCount(0);
  });
});

test("too many requests: it waits as long as was asked, then completes", async ({ page }) => {
  const times = [];
  page.on("response", (response) => {
    if (/[?&](after|subtree_root_id)=/.test(response.url())) times.push([response.status(), performance.now()]);
  });
  await signIn(page, "fault-429");
  await complete(page, 500);
  const refused = times.findIndex(([status]) => status === 429);
  expect(times.filter(([status]) => status === 429)).toHaveLength(1);
  expect(times[refused + 1][1] - times[refused][1]).toBeGreaterThan(950);
});

test("lists that fail without a word: the screen has the words", async ({ page }) => {
  await signIn(page, "fault-empty");
  const notice = treePane(page).getByRole("alert");
  await expect(notice).toContainText("Acronis sandbox failed with HTTP 500.");
  await expect(notice).toContainText("check the vendor's status page");
  await expect(notice).not.toContainText(/The server says:|undefined|null|NaN/);
  await notice.getByText("Details for support").click();
  await auditBothThemes(page, noTenant);
  await picture(page, "fault-empty");
  const again = page.waitForRequest((request) => request.url().includes("subtree_root_id="));
  await notice.getByRole("button", { name: "Try again" }).click();
  await again;
  await expect(notice).toContainText("HTTP 500");
});

test("part of the tree is forbidden: the rest is here, and a tenant in that part says why", async ({ page }) => {
  await signIn(page, "fault-forbidden");
  await complete(page, 452);
  // A change of the hash keeps the page and its sign-in.
  await page.goto(tenantUrl(cafe.id));
  await expect(detail(page).getByRole("alert")).toContainText("You cannot see this tenant");
  await expect(detail(page).getByRole("alert")).toContainText(cafe.id);
  await picture(page, "fault-forbidden");
  await row(page, "Iberia").click();
  await expect(field(page, "About", "Kind")).toHaveText("folder");
});

// The list leaves out what is below Iberia, whose details say that it has children: the console calls the tree
// complete and Iberia childless. It should say "no access" there, and not count as complete what it cannot see.
test("part of the tree is forbidden: its top says no access", async ({ page }) => {
  await signIn(page, "fault-forbidden");
  await expect(row(page, "Iberia")).toContainText("no access");
});

test("rows that make no tree: loops at the top, twins, and rows without ids are told of", async ({ page }) => {
  await signIn(page, "fault-loop");
  await complete(page);
  await treePane(page).getByText(/^\d notes about the list from Acronis$/).click();
  await expect(treePane(page)).toContainText(/tenants? (is|are) (its|their) own ancestors?/);
  await expect(treePane(page)).toContainText("came twice; the last entry is shown.");
  await expect(treePane(page)).toContainText("1 row had no ID or no parent.");
  await expect(row(page, "Ouroboros head").first()).toHaveAttribute("aria-level", "1");
  await page.getByRole("button", { name: "Expand all" }).click();
  for (const name of ["Ouroboros tail", "Below the head", "Andromeda", "12345", "Own parent"]) {
    await expect(row(page, name)).toHaveCount(1);
  }
  await expect(tree(page).getByRole("img", { name: "galaxy" })).toBeVisible();
  await row(page, "Ouroboros tail").click();
  await expect(detail(page).getByRole("heading", { name: "Ouroboros tail" })).toBeVisible();
  await auditBothThemes(page);
  await picture(page, "fault-loop");
});
