// The browser tests, against the built files of dist/ and a sandbox that `cargo xtask test` has started.
import { defineConfig } from "@playwright/test";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const target = resolve(import.meta.dirname, "../../target");

/** Chromium from the system, quiet on the network; the same as the wasm tests and the benchmarks use. */
const args = JSON.parse(readFileSync(resolve(import.meta.dirname, "../chromium-flags.json"), "utf8"));

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.mjs",
  // Some of them: TENANTRY_E2E="two trees" cargo xtask test --only e2e
  grep: new RegExp(process.env.TENANTRY_E2E ?? ""),
  outputDir: resolve(target, "e2e/artifacts"),
  workers: 2,
  fullyParallel: true,
  // A second try tells a slow machine from a broken console; the list at the end names what needed one.
  retries: 1,
  // A test that is alone in a file by mistake would silently leave the others out.
  forbidOnly: true,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: resolve(target, "e2e/results.json") }]],
  use: {
    baseURL: process.env.TENANTRY_URL,
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "Europe/Zurich",
    // Without pictures a trace costs little, and the page's content is in it all the same.
    trace: { mode: "retain-on-failure", screenshots: false },
    launchOptions: { executablePath: process.env.TENANTRY_CHROMIUM, args },
  },
});
