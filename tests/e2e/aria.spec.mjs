// What a screen reader is told of the tree, also for rows that came into being by scrolling.
import { auditBothThemes, expect, hold, smallPages, test } from "./harness.mjs";
import { complete, eachRow, noTenant, open, row, signIn, signInToAll, tree } from "./console.mjs";

const numbers = async (page, attribute) => (await eachRow(page, attribute)).map(Number);

test("level, position, size of the set and expansion of the first rows", async ({ page }) => {
  await signInToAll(page);
  const facts = { "aria-level": "1", "aria-posinset": "1", "aria-setsize": "1", "aria-expanded": "true", "aria-rowindex": "1" };
  for (const [name, value] of Object.entries(facts)) await expect(row(page, "Umbrella Partners")).toHaveAttribute(name, value);
  await open(page, "Iberia");
  const iberia = { "aria-level": "2", "aria-posinset": "3", "aria-setsize": "7", "aria-expanded": "true", "aria-selected": "false" };
  for (const [name, value] of Object.entries(iberia)) await expect(row(page, "Iberia")).toHaveAttribute(name, value);
  const norte = { "aria-level": "3", "aria-posinset": "2", "aria-setsize": "3", "aria-expanded": "false", "aria-rowindex": "6" };
  for (const [name, value] of Object.entries(norte)) await expect(row(page, "Norte")).toHaveAttribute(name, value);
  await open(page, "Norte");
  await expect(row(page, "Ferretería Ruiz")).not.toHaveAttribute("aria-expanded");
  await expect(tree(page)).toHaveAttribute("aria-rowcount", "18");
  await expect(tree(page)).toHaveAttribute("aria-busy", "false");
});

test("after scrolling a fully expanded tree every drawn row says where it stands", async ({ page }) => {
  await signInToAll(page);
  await page.getByRole("button", { name: "Expand all" }).click();
  await expect(tree(page)).toHaveAttribute("aria-rowcount", "500");
  await auditBothThemes(page, noTenant);
  for (const share of [0.31, 0.77, 1, 0.5]) {
    await tree(page).evaluate((element, part) => element.scrollTo(0, element.scrollHeight * part), share);
    const middle = Math.round(share * 499);
    await expect.poll(async () => (await numbers(page, "aria-rowindex")).includes(middle)).toBe(true);
    const [indexes, levels, positions, sizes] = await Promise.all(
      ["aria-rowindex", "aria-level", "aria-posinset", "aria-setsize"].map((name) => numbers(page, name)),
    );
    expect(indexes).toEqual(indexes.map((_, at) => indexes[0] + at));
    expect(positions.every((position, at) => position >= 1 && position <= sizes[at])).toBe(true);
    for (let at = 1; at < levels.length; at += 1) {
      const step = levels[at] - levels[at - 1];
      expect(step).toBeLessThanOrEqual(1);
      if (step === 1) expect(positions[at]).toBe(1);
      if (step === 0) expect(positions[at]).toBe(positions[at - 1] + 1);
      if (step === 0) expect(sizes[at]).toBe(sizes[at - 1]);
    }
  }
});

test("only the rows in sight and a few more are in the page", async ({ page }) => {
  await signInToAll(page);
  await page.getByRole("button", { name: "Expand all" }).click();
  await expect(tree(page)).toHaveAttribute("aria-rowcount", "500");
  expect(await tree(page).getByRole("row").count()).toBeLessThan(60);
});

test("the chosen row and the row of the keyboard are told apart", async ({ page }) => {
  await signInToAll(page);
  await row(page, "Iberia").click();
  await expect(row(page, "Iberia")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("t");
  await tree(page).focus();
  await page.keyboard.press("ArrowUp");
  const id = await row(page, "DACH").getAttribute("id");
  await expect(tree(page)).toHaveAttribute("aria-activedescendant", id);
  await expect(row(page, "DACH")).toHaveAttribute("aria-selected", "false");
  await expect(tree(page).getByRole("row", { selected: true })).toHaveCount(1);
});

test("the row of the keyboard is named only while it is in the page", async ({ page }) => {
  await signInToAll(page);
  await page.getByRole("button", { name: "Expand all" }).click();
  await page.keyboard.press("t");
  await page.keyboard.press("ArrowDown");
  await expect(tree(page)).toHaveAttribute("aria-activedescendant", /./);
  await tree(page).evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(tree(page)).not.toHaveAttribute("aria-activedescendant");
  await page.keyboard.press("ArrowDown");
  const id = await tree(page).getAttribute("aria-activedescendant");
  await expect(page.locator(`#${id}`)).toBeInViewport({ ratio: 1 });
});

test("while the estate is read the tree is busy; a row opened meanwhile is busy until its children come", async ({ page }) => {
  const whole = await hold(page, /after=/);
  await smallPages(page);
  await signIn(page);
  await expect(tree(page)).toHaveAttribute("aria-busy", "true");
  await open(page, "Iberia");
  const level = await hold(page, /parent_id=/);
  await open(page, "Sur");
  await expect(row(page, "Sur")).toHaveAttribute("aria-busy", "true");
  level.release();
  await expect(row(page, "Sur")).not.toHaveAttribute("aria-busy", "true");
  whole.release();
  await complete(page, 500);
  await expect(tree(page)).toHaveAttribute("aria-busy", "false");
});

// With no tenant chosen the page has no heading of the first level (page-has-heading-one).
test("the tree with no tenant chosen has a heading", async ({ page }) => {
  await signInToAll(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
});
