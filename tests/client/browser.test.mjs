// The same package in a page, under the policy that the site is delivered with, through the site's proxy.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { chromium } from "playwright-core";

import { account } from "./package.mjs";

test("a page makes a unit, follows it and deletes it", async () => {
  const flags = JSON.parse(await readFile(new URL("../chromium-flags.json", import.meta.url), "utf8"));
  const browser = await chromium.launch({ executablePath: process.env.TENANTRY_CHROMIUM, args: flags });
  try {
    const page = await browser.newPage();
    const complaints = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(process.env.TENANTRY_URL);
    const own = await account("ionos-own-5");
    const host = `${process.env.TENANTRY_VENDOR_URL}/cloudapi/v6`;
    const told = await page.evaluate(journey, { host, username: own.login, password: own.password });
    assert.deepEqual(told, { stages: ["done", "done"], status: 404, refused: 401 });
    // Chromium itself notes the answers that are no success.
    assert.deepEqual(complaints.filter((text) => !/status of (401|404)/.test(text)), []);
  } finally {
    await browser.close();
  }
});

/** What runs in the page. */
async function journey({ host, username, password }) {
  const { BackupServiceApi, Configuration } = await import("/client/index.js");
  const through = (secret) => new BackupServiceApi(new Configuration({ host, proxy: "/proxy/ionos", username, ...secret }));
  const api = through({ password });
  const made = await api.backupunitsPostWithHttpInfo({ properties: { name: "PageUnit1", password: "p" } });
  const first = await api.waitForCompletion(made);
  const deleted = await api.backupunitsDeleteWithHttpInfo(made.value.id);
  const second = await api.waitForCompletion(deleted);
  const failed = (promise) => promise.then(() => 0, (error) => error.status);
  const status = await failed(api.backupunitsFindById(made.value.id));
  const refused = await failed(through({ password: "wrong" }).backupunitsGet());
  return { stages: [first.stage, second.stage], status, refused };
}
