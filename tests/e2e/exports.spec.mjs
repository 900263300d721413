// Every list as a file: the header first, what it holds last and in its name, and in the JSON.
import { expect, test } from "./harness.mjs";
import { signInToIonos, units } from "./ionos.mjs";
import { saved, savedCsv } from "./settings.mjs";

const press = (page, name) => () => page.getByRole("button", { name, exact: true }).click();

for (const list of ["backup-units", "users", "groups", "resources"]) {
  test(`${list}: whole and filtered`, async ({ page }) => {
    await signInToIonos(page, "ionos-demo", list);
    await expect(units(page).getByRole("rowheader").first()).toBeVisible();
    const whole = await savedCsv(page, press(page, "CSV"));
    expect(whole.name).toBe(`${list}_ionos-sandbox_DAY_complete.csv`);
    expect(whole.lines[0]).toMatch(/^id,/);
    expect(whole.last).toMatch(/^# \d+ .*, complete$/);
    const name = await units(page).getByRole("rowheader").nth(1).innerText();
    await page.getByRole("searchbox", { name: "Filter the list" }).fill(name);
    const some = await savedCsv(page, press(page, "CSV"));
    expect(some.name).toBe(`${list}_ionos-sandbox_DAY_filtered.csv`);
    expect(some.last).toMatch(/^# \d+ .*, filtered: not all rows$/);
    expect(some.lines.length).toBeLessThan(whole.lines.length);
    const file = await saved(page, press(page, "JSON"));
    expect(file.name).toMatch(new RegExp(`^${list}_ionos-sandbox_\\d{4}-\\d{2}-\\d{2}_filtered\\.json$`));
    expect(JSON.parse(file.text)).toMatchObject({ extent: "filtered" });
  });
}
