// The search box: what is loaded, what only the vendor knows, pasted ids, and the hit in its place in the tree.
import { auditBothThemes, expect, hold, picture, test } from "./harness.mjs";
import { cafe, detail, noTenant, row, signInToAll, tree } from "./console.mjs";

const box = (page) => page.getByRole("combobox", { name: "Search tenants and users" });
const hits = (page) => page.getByRole("listbox", { name: "Found" }).getByRole("option");
const searched = (page) => expect(page.getByText("Searched the whole tree and asked the vendor.")).toBeVisible();

test("a name, without accents: the hit opens in place, its ancestors open", async ({ page }) => {
  await signInToAll(page);
  await page.keyboard.press("/");
  await expect(box(page)).toBeFocused();
  await box(page).fill("orquidea");
  await searched(page);
  await expect(hits(page)).toHaveCount(1);
  await expect(hits(page).first()).toContainText("Umbrella Partners / Iberia / Norte");
  await auditBothThemes(page, noTenant);
  await picture(page, "search");
  await box(page).press("Enter");
  await expect(detail(page).getByRole("heading", { name: cafe.name })).toBeVisible();
  await expect(row(page, cafe.name)).toHaveAttribute("aria-selected", "true");
  await expect(row(page, "Norte")).toHaveAttribute("aria-expanded", "true");
  await expect(tree(page)).toBeFocused();
});

test("arrow keys go through the hits, and a click takes one", async ({ page }) => {
  await signInToAll(page);
  await page.keyboard.press("Control+k");
  await box(page).fill("miramar");
  await searched(page);
  await box(page).press("ArrowDown");
  await box(page).press("ArrowDown");
  const second = hits(page).nth(1);
  await expect(second).toHaveAttribute("aria-selected", "true");
  await expect(box(page)).toHaveAttribute("aria-activedescendant", await second.getAttribute("id"));
  await box(page).press("ArrowUp");
  await expect(hits(page).first()).toHaveAttribute("aria-selected", "true");
  await hits(page).filter({ hasText: /^Hotel Miramar Group/ }).click();
  await expect(detail(page).getByRole("heading", { name: "Hotel Miramar Group" })).toBeVisible();
});

const byVendor = [
  ["a customer id", "C-248737", "DACH"],
  ["a login", "oscar.garcia1", "Ízaro Labs"],
  ["an e-mail address", "noelia.llorente@t375.example", cafe.name],
];
for (const [what, text, name] of byVendor) {
  test(`${what} is found by the vendor and leads to its tenant`, async ({ page }) => {
    await signInToAll(page);
    await box(page).fill(text);
    await searched(page);
    await expect(hits(page).first()).toContainText("from Acronis");
    await picture(page, `search ${what}`);
    await hits(page).first().click();
    await expect(detail(page).getByRole("heading", { name, level: 1 })).toBeVisible();
    await expect(row(page, name)).toHaveAttribute("aria-selected", "true");
  });
}

test("a pasted id leads straight to its tenant", async ({ page }) => {
  await signInToAll(page);
  await box(page).fill(`  ${cafe.id.toUpperCase()} `);
  await expect(hits(page).first()).toContainText(cafe.name);
  await box(page).press("Enter");
  await expect(detail(page).getByRole("heading", { name: cafe.name })).toBeVisible();
});

test("a pasted id that nobody has is said to be nobody's", async ({ page }) => {
  await signInToAll(page);
  await box(page).fill("00000000-0000-4000-8000-000000000000");
  await box(page).press("Enter");
  await expect(detail(page).getByRole("alert")).toContainText("There is no such tenant");
});

test("one letter searches what is loaded; nothing found says so; Escape closes and clears", async ({ page }) => {
  await signInToAll(page);
  await box(page).fill("x");
  await expect(page.getByText("Type at least two letters to search with the vendor too.")).toBeVisible();
  await box(page).fill("xyzzy");
  await expect(page.getByText("Nothing found, neither in what is loaded nor by the vendor.")).toBeVisible();
  await picture(page, "search nothing");
  await box(page).press("Escape");
  await expect(page.getByRole("listbox", { name: "Found" })).toBeHidden();
  await box(page).press("Escape");
  await expect(box(page)).toHaveValue("");
});

test("what is loaded is there while the vendor is asked, and when the vendor cannot be asked", async ({ page }) => {
  await signInToAll(page);
  const held = await hold(page, /\/search\?/);
  await box(page).fill("goya");
  await expect(page.getByText("Asking Acronis sandbox…")).toBeVisible();
  await expect(hits(page).first()).toContainText("Almacenes Goya");
  held.fail();
  const words = page.getByText(/^The vendor's search failed: .* Only what is loaded was searched\.$/);
  await expect(words).toBeVisible({ timeout: 20_000 });
  await expect(hits(page).first()).toContainText("Almacenes Goya");
  await picture(page, "search failed");
});
