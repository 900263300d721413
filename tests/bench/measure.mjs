// One run of one subject in a fresh browser context.
import { resolve } from "node:path";

const probe = resolve(import.meta.dirname, "probe.js");

/** As typed by somebody who looks for six things: from half of everything to a few rows, accents, Cyrillic. Each
 * keystroke changes what is found in the sandbox's estate. */
export const queries = [
  ...["m", "mü", "mün", "münc"],
  ...["h", "ho", "hoe"],
  ...["s", "st", "sto", "stor"],
  ...["k", "ko", "kow"],
  ...["b", "br", "bru", "brus"],
  ...["о", "оф"],
];

const steps = 120;

export async function measure(browser, subject, { site, account, tenants }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript({ path: probe });
    const cdp = await context.newCDPSession(page);
    await subject.open(page, site, account);
    await page.waitForFunction(() => window.bench.hasPainted("tn:indexed"), undefined, { timeout: 180_000 });
    const loaded = await load(page, cdp);
    const expand = await page.evaluate((count) => window.bench.expandAll(count), tenants);
    const rows = await page.evaluate(() => window.bench.rows());
    const scrolled = await scroll(page, cdp);
    const filtered = await filter(page, cdp);
    const listed = subject.name === "console" ? await list(page, cdp) : {};
    return { ...loaded, ...filtered, expand, rows, ...scrolled, ...listed };
  } finally {
    await context.close();
  }
}

async function load(page, cdp) {
  const { marks, paints, timings } = await page.evaluate(() => ({
    marks: window.bench.marks,
    paints: window.bench.paints,
    timings: window.peer?.timings,
  }));
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  return {
    indexed: paints["tn:indexed"] - marks["tn:last-byte"],
    indexedBeforePaint: marks["tn:indexed"] - marks["tn:last-byte"],
    firstRows: paints["tn:first-rows"] - marks["tn:first-page"],
    parseAll: timings?.parse,
    handleAll: timings?.add,
    indexAll: timings?.index,
    wasmBytes: await page.evaluate(() => window.bench.wasmBytes()),
    heapBytes: usedSize,
  };
}

async function filter(page, cdp) {
  const times = [];
  const hits = [];
  await cdp.send("Performance.enable");
  const before = await metrics(cdp);
  for (const query of queries) {
    times.push(await page.evaluate((text) => window.bench.filter(text), query));
    hits.push(await page.evaluate(() => window.bench.rows()));
  }
  const after = await metrics(cdp);
  await cdp.send("Performance.disable");
  const share = (seconds) => (seconds * 1000) / queries.length;
  await page.evaluate(() => window.bench.filter(""));
  const painted = times.filter(Number.isFinite);
  return {
    filter: percentile(painted, 50),
    filter95: percentile(painted, 95),
    filterScript: share(after.ScriptDuration - before.ScriptDuration),
    filterLayout: share(layout(after) - layout(before)),
    filterSeen: painted.length,
    filterTimes: times,
    hits,
  };
}

/** Mostly steps of twenty rows, with a far jump now and then, as with a dragged scroll bar. */
async function scroll(page, cdp) {
  await cdp.send("Performance.enable");
  const scripts = [];
  const layouts = [];
  let before = await metrics(cdp);
  for (let step = 0; step < steps; step++) {
    await page.evaluate((by) => window.bench.scroll(by), step % 12 === 11 ? 200_000 : 640);
    const after = await metrics(cdp);
    scripts.push((after.ScriptDuration - before.ScriptDuration) * 1000);
    layouts.push((layout(after) - layout(before)) * 1000);
    before = after;
  }
  await cdp.send("Performance.disable");
  return { scroll95: percentile(scripts, 95), scroll50: percentile(scripts, 50), layout95: percentile(layouts, 95) };
}

/** The list of all tenants, which the peers do not have: facets, sorting, pages. */
async function list(page, cdp) {
  // The top of the tree, wherever it was scrolled to.
  await page.evaluate(() => (document.querySelector(".tn-tree__scroll").scrollTop = 0));
  await page.locator('.tn-row[aria-rowindex="1"] .tn-row__name').click();
  await page.getByRole("link", { name: "List", exact: true }).click();
  await page.getByRole("region", { name: "Tenant list" }).waitFor();
  await page.getByText(/^Details read for/).waitFor({ state: "hidden", timeout: 180_000 });
  const press = (selector, word) => page.evaluate(([within, text]) => window.bench.press(within, text), [selector, word]);
  const facets = [];
  // Chosen and left again, so that each press narrows or widens.
  for (const word of ["disabled", "trial", "off", "disabled", "trial", "off"]) facets.push(await press(".tn-facets button", word));
  const sorts = [];
  for (const word of ["Tenant", "Tenant", "Tenant", "2FA", "Updated", "Updated", "Kind"]) sorts.push(await press(".tn-tenants-list button", word));
  await cdp.send("Performance.enable");
  const scripts = [];
  let before = await metrics(cdp);
  for (let step = 0; step < 30; step++) {
    await page.evaluate(() => window.bench.pageDown(".tn-tenants-list"));
    const after = await metrics(cdp);
    scripts.push((after.ScriptDuration - before.ScriptDuration) * 1000);
    before = after;
  }
  await cdp.send("Performance.disable");
  return { facet: percentile(facets, 50), sort: percentile(sorts, 50), sortFirst: sorts[0], pageDown: percentile(scripts, 50) };
}

async function metrics(cdp) {
  const { metrics: all } = await cdp.send("Performance.getMetrics");
  return Object.fromEntries(all.map(({ name, value }) => [name, value]));
}

function layout({ LayoutDuration, RecalcStyleDuration }) {
  return LayoutDuration + RecalcStyleDuration;
}

export function percentile(values, percent) {
  const sorted = [...values].sort((one, other) => one - other);
  if (sorted.length === 0) return NaN;
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)];
}
