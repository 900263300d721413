// The seven operations, as a portal engineer calls them.

import assert from "node:assert/strict";
import { inspect } from "node:util";
import { test } from "node:test";

import { BackupUnitSSO, client } from "./package.mjs";

const UNIT = { properties: { name: "JsUnit1", password: "begin", email: "js@x.example" } };

test("a unit from its making to its end", async () => {
  const api = await client("ionos-own-5");
  const made = await api.backupunitsPostWithHttpInfo(UNIT);
  assert.equal(made.status, 202);
  assert.match(made.headers.location, /\/cloudapi\/v6\/requests\/[-0-9a-f]+\/status$/);
  assert.ok(Number(made.headers["x-ratelimit-remaining"]) > 0);
  assert.equal(made.value.metadata.state, "BUSY");
  const done = await api.waitForCompletion(made);
  assert.deepEqual([done.done, done.stage, done.status], [true, "done", "DONE"]);

  const { id } = made.value;
  const found = await api.backupunitsFindById(id, { depth: 1, pretty: true });
  assert.deepEqual(found.properties, { name: "JsUnit1", email: "js@x.example" });
  assert.equal(found.metadata.state, "AVAILABLE");
  assert.ok(!Number.isNaN(Date.parse(found.metadata.createdDate)));

  const patched = await api.backupunitsPatchWithHttpInfo(id, { email: "patched@x.example" });
  assert.equal(patched.value.properties.email, "patched@x.example");
  assert.equal((await api.waitForCompletion(patched)).stage, "done");

  // A unit that was read can be written back: what is read-only is left out.
  const whole = await api.backupunitsFindById(id);
  whole.properties.email = "put@x.example";
  await api.waitForCompletion(await api.backupunitsPutWithHttpInfo(id, whole));
  assert.equal((await api.backupunitsFindById(id)).properties.email, "put@x.example");

  const sso = await api.backupunitsSsourlGet(id);
  assert.ok(sso instanceof BackupUnitSSO && sso.ssoUrl.startsWith("https://"));
  assert.ok(!inspect(sso).includes("https") && !JSON.stringify(sso).includes("https"));

  const deleted = await api.backupunitsDeleteWithHttpInfo(id);
  assert.deepEqual([deleted.status, deleted.value], [202, undefined]);
  assert.equal((await api.waitForCompletion(deleted)).done, true);
  await assert.rejects(api.backupunitsFindById(id), { status: 404 });
});

test("writes give their value alone where no more is asked for", async () => {
  const api = await client("ionos-queue", true);
  const made = await api.backupunitsPost({ properties: { ...UNIT.properties, name: "JsUnit2" } });
  assert.equal(made.properties.name, "JsUnit2");
  assert.equal((await api.backupunitsPatch(made.id, { password: "next" })).id, made.id);
  assert.equal((await api.backupunitsPut(made.id, { properties: { email: "q@x.example" } })).id, made.id);
  assert.equal(await api.backupunitsDelete(made.id), undefined);
});

test("the list is read at every depth", async () => {
  const api = await client("ionos-demo", true);
  for (const depth of [undefined, 0, 1, 5]) {
    const { items, unreadable, type } = await api.backupunitsGet({ depth });
    assert.ok(items.length >= 14 && unreadable.length === 0 && type === "collection");
    assert.equal(items.every((unit) => unit.metadata !== undefined), Boolean(depth));
  }
});

test("pretty decides how the answer is written", async () => {
  const api = await client("ionos-demo");
  const length = async (pretty) => Number((await api.backupunitsGetWithHttpInfo({ pretty })).headers["content-length"]);
  assert.ok((await length(false)) < (await length(true)));
});

test("users with several contracts say which", async () => {
  const api = await client("ionos-multi");
  await assert.rejects(api.backupunitsGet(), { status: 422 });
  const count = async (xContractNumber) => (await api.backupunitsGet({ xContractNumber })).items.length;
  assert.ok((await count(31884391)) > (await count(32090117)));
  await assert.rejects(count(5), { status: 403 });
});

test("an entry without properties is kept", async () => {
  const { items } = await (await client("ionos-bad-items")).backupunitsGet({ depth: 1 });
  assert.equal(items.filter((unit) => unit.properties === undefined).length, 1);
});

test("a write is followed by the unit where its status cannot be", async () => {
  const told = async (name) => {
    const api = await client(name);
    const { id } = (await api.backupunitsGet()).items[0];
    return api.waitForCompletion(await api.backupunitsPatchWithHttpInfo(id, { email: "new@x.example" }));
  };
  // Together, as each of them takes its time.
  const ends = await Promise.all(["ionos-hang", "ionos-foreign-location", "ionos-failed"].map(told));
  assert.deepEqual(ends.map(({ stage }) => stage), ["done_unread", "done_unread", "failed"]);
  assert.match(ends[0].words, /could not be read/);
  const api = await client("ionos-endless");
  const { id } = (await api.backupunitsGet()).items[0];
  const accepted = await api.backupunitsDeleteWithHttpInfo(id);
  assert.equal((await api.waitForCompletion(accepted, { timeoutMs: 1500 })).stage, "gave_up");
});
