// The benchmark's driver, started by `cargo xtask bench` with a sandbox running. It measures, prints and writes
// JSON; it never fails for a figure.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, resolve } from "node:path";
import { chromium } from "playwright-core";
import { measureInheritance, printInheritance } from "./inheritance.mjs";
import { measure, queries } from "./measure.mjs";
import { judge, medians, print } from "./report.mjs";
import { signIn, subjects } from "./subjects.mjs";

const { TENANTRY_URL: site, TENANTRY_CHROMIUM: executablePath, BENCH_JSON: output, BENCH_ONLY: only } = process.env;
const tenants = Number(process.env.BENCH_TENANTS);
const count = Number(process.env.BENCH_RUNS);
const transfer = Number(process.env.BENCH_TRANSFER);

const args = [
  ...JSON.parse(readFileSync(resolve(import.meta.dirname, "../chromium-flags.json"), "utf8")),
  // Frames when they are ready and not at the beat of a display: a beat of 16.7 ms would blur every figure.
  "--disable-gpu-vsync",
  "--disable-frame-rate-limit",
];

const chosen = subjects.filter(({ name }) => !only || only.split(",").includes(name));
const browser = await chromium.launch({ executablePath, args });
const runs = Object.fromEntries(chosen.map(({ name }) => [name, []]));
let inheritance;
try {
  if (!only || only.split(",").includes("inheritance")) {
    inheritance = await measureInheritance(browser, site, tenants, count);
  }
  // In turns, so that a busy moment of the machine falls on all of them.
  for (let run = 1; run <= count; run++) {
    for (const subject of chosen) {
      const account = await signIn(site);
      const result = await measure(browser, subject, { site, account, tenants });
      runs[subject.name].push(result);
      console.error(`run ${run}: ${subject.name}: ${describe(result)}`);
    }
  }
} finally {
  await browser.close();
}

function describe({ indexed, firstRows, expand, filter, filter95, rows, filterSeen }) {
  const ms = (value) => `${value.toFixed(1)} ms`;
  const seen = filterSeen === queries.length ? "" : ` (${filterSeen} of ${queries.length} keystrokes changed the tree)`;
  return (
    `indexed ${ms(indexed)}, first rows ${ms(firstRows)}, expand ${ms(expand)} (${rows} rows), ` +
    `filter ${ms(filter)} / ${ms(filter95)}${seen}`
  );
}

const results = Object.fromEntries(Object.entries(runs).map(([name, all]) => [name, medians(all, tenants)]));
const rows = judge(results, tenants, transfer);
console.log(`\n${tenants} tenants, median of ${count} runs, Chromium ${browser.version()}, ${cpus().length} cores\n`);
print(rows);
if (inheritance) {
  console.log();
  printInheritance(inheritance);
}
mkdirSync(dirname(output), { recursive: true });
const whole = { tenants, runs: count, queries, chromium: browser.version(), cores: cpus().length, rows, results, inheritance, each: runs };
writeFileSync(output, `${JSON.stringify(whole, null, 2)}\n`);
