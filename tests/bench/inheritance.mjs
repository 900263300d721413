// The rule of inheritance in wasm and in JavaScript, on the same data in the same page.
import { percentile } from "./measure.mjs";

const settings = 40;

export async function measureInheritance(browser, site, tenants, count) {
  const runs = [];
  for (let run = 1; run <= count; run++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${site}bench/inheritance.html`);
    await page.waitForFunction(() => window.ready);
    runs.push(await page.evaluate((options) => window.measure(options), { tenants, settings }));
    await context.close();
  }
  const median = (key) => percentile(runs.map((run) => run[key]), 50);
  const figure = (key, what, limit) => {
    const [wasm, script] = [median(`${key}Wasm`), median(`${key}Script`)];
    return { key, what, wasm, script, faster: script / wasm, limit, isReached: wasm <= limit && script / wasm >= 3 };
  };
  return {
    runs,
    rows: [
      figure("resolve", `resolve ${settings} settings over ${tenants} tenants`, 150),
      figure("preview", `preview a change that touches ${median("changed")} tenants`, 50),
    ],
  };
}

export function printInheritance({ rows }) {
  for (const { what, wasm, script, faster, limit, isReached } of rows) {
    const told = `${wasm.toFixed(1)} ms, plain JS ${script.toFixed(1)} ms, ${faster.toFixed(1)} times faster`;
    console.log(`${what}: ${told} (goal ${limit} ms, 3 times) ${isReached ? "reached" : "MISSED"}`);
  }
}
