// What every browser test stands on: a page that fails its test when the console logs an error, breaks its
// Content Security Policy or calls elsewhere; an accessibility audit; pictures for people to look at.
import { test as base, expect } from "@playwright/test";
import AxeBuilder from "@axe-core/playwright";
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";

export { expect };

const screenshots = resolve(import.meta.dirname, "../../target/screenshots");

/** The vendor's side of the sandbox, which sends no CORS headers. */
export const vendorUrl = process.env.TENANTRY_VENDOR_URL;

export const test = base.extend({
  /** Messages that a test expects, as regular expressions; everything else the page complains of fails it. */
  tolerated: [[], { option: true }],

  page: async ({ page, tolerated }, use) => {
    const complaints = watch(page);
    await use(page);
    // A file that comes in idle time may be on its way through a route when the test is done.
    await page.unrouteAll({ behavior: "ignoreErrors" });
    const unexpected = complaints.filter((line) => !tolerated.some((pattern) => pattern.test(line)));
    expect(unexpected, "what the page complained of").toEqual([]);
  },
});

/** Collects errors, policy violations and requests that leave the site. */
function watch(page) {
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("console", (message) => {
    // A refused request is logged by the browser itself; whether that is right is for the test to say.
    const isBrowsersOwn = /^Failed to load resource/.test(message.text());
    if (message.type() === "error" && !isBrowsersOwn) complaints.push(`console: ${message.text()}`);
  });
  const own = new Set([process.env.TENANTRY_URL, vendorUrl].filter(Boolean).map((url) => new URL(url).origin));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && !own.has(url.origin)) complaints.push(`foreign: ${url.href}`);
  });
  return complaints;
}

/**
 * No violation of WCAG 2.2 AA and of axe's best practices; `include` narrows it to a part of the page, `rules`
 * to some of the rules.
 */
export async function audit(page, { include, disable = [], rules } = {}) {
  await settled(page);
  let axe = new AxeBuilder({ page }).disableRules(disable);
  if (rules) axe = axe.withRules(rules);
  if (include) axe = axe.include(include);
  const { violations } = await axe.analyze();
  const lines = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(" ")}\n  ${failureSummary}`),
  );
  expect(lines, "accessibility").toEqual([]);
}

/** Until no colour is on its way to another one: half-way there, two that go together do not. */
function settled(page) {
  return page.evaluate(async () => {
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    // One that is cancelled has ended too.
    await Promise.allSettled(transitions.map((transition) => transition.finished));
  });
}

/**
 * The audit in the light and in the dark theme, as the system would choose them. Themes differ in colours alone,
 * so the second round is about these.
 */
export async function auditBothThemes(page, options) {
  await page.emulateMedia({ colorScheme: "light" });
  await audit(page, options);
  await page.emulateMedia({ colorScheme: "dark" });
  await audit(page, { ...options, rules: ["color-contrast", "link-in-text-block"] });
  await page.emulateMedia({ colorScheme: null });
}

/** Holds every request whose address matches, until it is released or failed; for a look at what waits for it. */
export async function hold(page, pattern) {
  let decide;
  const decision = new Promise((resolve) => (decide = resolve));
  await page.route(pattern, async (route) => ((await decision) ? route.continue() : route.abort()));
  return { release: () => decide(true), fail: () => decide(false) };
}

/** The sandbox's own configuration, with pages of 100, so that loading takes a while. */
export async function smallPages(page) {
  await page.route("**/config.json", async (route) => {
    const answer = await route.fetch();
    const config = await answer.json();
    for (const connection of config.connections) connection.options.page_size = 100;
    await route.fulfill({ json: config });
  });
}

/** Saves target/screenshots/<name>.png. */
export async function picture(page, name) {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: resolve(screenshots, `${name}.png`), animations: "disabled" });
}
