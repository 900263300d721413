// The package in a project of Vite's, as `npm install` puts it there: with the development server and built.

import assert from "node:assert/strict";
import { cp, readFile, readdir, rm } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";
import { build, createServer, preview } from "vite";

import { account } from "./package.mjs";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const root = path("../../target/client-vite/");
const proxy = {
  "/proxy/ionos": { target: process.env.TENANTRY_VENDOR_URL, rewrite: (url) => url.replace("/proxy/ionos", "") },
};
const server = { host: "127.0.0.1", port: 0, proxy };
const options = { root, configFile: false, logLevel: "error", server, preview: server };
let browser;

before(async () => {
  await rm(root, { recursive: true, force: true });
  await cp(path("./vite/"), root, { recursive: true });
  // Copied and not linked: what is linked is not packed.
  await cp(path("../../dist-npm/client/"), `${root}/node_modules/@tenantry/client`, { recursive: true });
  const flags = JSON.parse(await readFile(path("../chromium-flags.json"), "utf8"));
  browser = await chromium.launch({ executablePath: process.env.TENANTRY_CHROMIUM, args: flags });
});

after(() => browser?.close());

/** Calls the API from the page of a running server. */
async function works(url) {
  const page = await browser.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(url);
  await page.waitForFunction(() => "unitNames" in globalThis);
  const { login: username, password } = await account("ionos-demo");
  const host = `${process.env.TENANTRY_VENDOR_URL}/cloudapi/v6`;
  const names = await page.evaluate((told) => globalThis.unitNames(told), { host, username, password });
  assert.ok(names.includes("BuchhaltungGraz"), String(names));
  assert.deepEqual(complaints, []);
  await page.close();
}

test("vite dev", async () => {
  const running = await createServer(options);
  try {
    await running.listen();
    await works(running.resolvedUrls.local[0]);
  } finally {
    await running.close();
  }
});

test("vite build: the wasm is a file of its own, and is the one that is fetched", async () => {
  await build(options);
  const assets = await readdir(`${root}/dist/assets`);
  assert.equal(assets.filter((name) => name.endsWith(".wasm")).length, 1, String(assets));
  const running = await preview(options);
  try {
    await works(running.resolvedUrls.local[0]);
  } finally {
    await running.close();
  }
});
