// What is refused, by the server and before it.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { inspect } from "node:util";
import { test } from "node:test";

import { ApiException, BackupServiceApi, Configuration, HOST, account, client } from "./package.mjs";

/** The exception of a call that must fail. */
async function refused(promise) {
  const error = await promise.then(() => assert.fail("it was not refused"), (error) => error);
  assert.ok(error instanceof ApiException && error instanceof Error, inspect(error));
  return error;
}

test("401: the password is wrong, or there are two factors", async () => {
  const { login } = await account("ionos-demo");
  const api = new BackupServiceApi(new Configuration({ host: HOST, username: login, password: "wrong" }));
  const wrong = await refused(api.backupunitsGet());
  assert.deepEqual([wrong.status, wrong.reason, wrong.outcome], [401, "Unauthorized", "refused"]);
  assert.match(wrong.headers["www-authenticate"], /^Basic/);
  assert.equal(wrong.error.httpStatus, 401);
  const two = await refused((await client("ionos-2fa")).backupunitsGet());
  assert.match(two.error.messages[0].message, /2-Factor/);
  assert.ok((await (await client("ionos-2fa", true)).backupunitsGet()).items.length > 0);
});

test("422: a name with a space or an umlaut, a name that is taken, an address that is none", async () => {
  const api = await client("ionos-own-6");
  const taken = (await api.backupunitsGet()).items[0].properties.name;
  const bodies = [
    ["name", { name: "two words", password: "p" }],
    ["name", { name: "Büro", password: "p" }],
    ["name", { name: taken, password: "p" }],
    ["email", { name: "Fine1", password: "p", email: "none" }],
  ];
  for (const [field, properties] of bodies) {
    const error = await refused(api.backupunitsPost({ properties }));
    assert.deepEqual([error.status, error.reason], [422, "Unprocessable Entity"]);
    assert.match(error.error.messages[0].message, new RegExp(`properties\\.${field}`));
    assert.equal(JSON.parse(error.body).httpStatus, 422);
  }
});

test("404: a unit that is not there, or that somebody else deleted", async () => {
  const none = "15f67991-0f51-4efc-a8ad-ef1fb31a480c";
  const api = await client("ionos-demo");
  for (const call of [
    () => api.backupunitsFindById(none),
    () => api.backupunitsPut(none, { properties: { email: "a@x.example" } }),
    () => api.backupunitsPatch(none, { email: "a@x.example" }),
    () => api.backupunitsDelete(none),
    () => api.backupunitsSsourlGet(none),
  ]) {
    assert.equal((await refused(call())).status, 404);
  }
  const vanishing = await client("ionos-gone");
  const { id } = (await vanishing.backupunitsGet()).items[0];
  await vanishing.backupunitsFindById(id);
  assert.equal((await refused(vanishing.backupunitsDelete(id))).status, 404);
});

test("402, 429 and a page of HTML with 503", async () => {
  const delete_ = async (name, times = 1) => {
    const api = await client(name);
    const { items } = await api.backupunitsGet();
    for (const { id } of items.slice(0, times - 1)) await api.backupunitsDelete(id);
    return refused(api.backupunitsDelete(items[times - 1].id));
  };
  assert.equal((await delete_("ionos-trial")).status, 402);
  const many = await delete_("ionos-429", 3);
  assert.deepEqual([many.status, many.headers["retry-after"], many.outcome], [429, "1", "refused"]);
  const html = await delete_("ionos-503-html");
  assert.deepEqual([html.status, html.error, html.outcome], [503, undefined, "unknown"]);
  assert.match(html.body, /^<!DOCTYPE html>/);
});

test("nothing that listens is no status", async () => {
  const api = new BackupServiceApi(new Configuration({ host: "http://127.0.0.1:9", apiKey: "t" }));
  const error = await refused(api.backupunitsDelete("u"));
  assert.deepEqual([error.status, error.outcome, error.body], [0, "unknown", undefined]);
  assert.equal((await refused(new BackupServiceApi(new Configuration()).backupunitsGet())).outcome, "not sent");
});

test("a wrong parameter is a TypeError, and nothing is sent", async () => {
  const api = await client("ionos-demo");
  const none = "15f67991-0f51-4efc-a8ad-ef1fb31a480c";
  for (const [words, call] of [
    [/contract number/, () => api.backupunitsGet({ xContractNumber: 1.5 })],
    [/expected f64/, () => api.backupunitsGet({ xContractNumber: "abc" })],
    ...[-1, 11, 1.5, 256, 1e300].map((depth) => [/depth is a whole number from 0 to 10/, () => api.backupunitsGet({ depth })]),
    ...[0, -1, 2147483648].map((xContractNumber) => [/contract number/, () => api.backupunitsGet({ xContractNumber })]),
    ...[NaN, Infinity, -Infinity].flatMap((odd) => [
      [/depth: -?(NaN|Infinity) is not a number/, () => api.backupunitsGet({ depth: odd })],
      [/xContractNumber: -?(NaN|Infinity) is not a number/, () => api.backupunitsFindById(none, { xContractNumber: odd })],
      [/timeoutMs: -?(NaN|Infinity) is not a number/, () => api.waitForCompletion({ request: { action: "delete", backupunitId: "u" } }, { timeoutMs: odd })],
      [/email: -?(NaN|Infinity) is not a number/, () => api.backupunitsPatch(none, { email: odd })],
    ]),
    [/milliseconds/, () => api.waitForCompletion({ request: { action: "delete", backupunitId: "u" } }, { timeoutMs: -1 })],
    [/BigInt/, () => api.backupunitsGet({ depth: 1n })],
    [/unknown field `dept`/, () => api.backupunitsGet({ dept: 1 })],
    [/not an id/, () => api.backupunitsDelete("..")],
    [/not an id/, () => api.backupunitsDelete("")],
    [/backupunitId is missing/, () => api.backupunitsDelete(undefined)],
    [/name is missing/, () => api.backupunitsPost({ properties: {} })],
    [/unknown field `mail`/, () => api.backupunitsPatch(none, { mail: "x" })],
    [/is missing/, () => api.backupunitsPost(undefined)],
    [/waitForCompletion/, () => api.waitForCompletion({ value: 1 })],
  ]) {
    await assert.rejects(call(), (error) => error instanceof TypeError && words.test(error.message), String(words));
  }
  const odd = new BackupServiceApi(new Configuration({ host: "api.example", apiKey: "t" }));
  await assert.rejects(odd.backupunitsGet(), (error) => error instanceof TypeError && /host/.test(error.message));
});

/** A server that answers every request in one way, and keeps the paths that it was asked for and what it was sent. */
async function answering(status, headers, body) {
  const [asked, bodies] = [[], []];
  const server = createServer(async (request, response) => {
    asked.push(request.url);
    bodies.push(Buffer.concat(await request.toArray()).toString());
    response.writeHead(status, headers).end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  // A test that fails before it closes must not keep the process alive.
  server.unref();
  const host = `http://127.0.0.1:${server.address().port}/cloudapi/v6`;
  const api = new BackupServiceApi(new Configuration({ host, apiKey: "t", apiKeyPrefix: "Bearer" }));
  return { api, asked, bodies, close: () => server.close() };
}

test("a success whose body cannot be read keeps its status and headers", async () => {
  const location = "http://127.0.0.1/cloudapi/v6/requests/r1/status";
  const unit = { properties: { name: "Unit1" } };
  for (const [body, type] of [["<!DOCTYPE html>", "text/html"], ["", "application/json"], ['{"id":', "application/json"], ["[]", "application/json"]]) {
    const { api, close } = await answering(202, { location, "content-type": type }, body);
    for (const call of [() => api.backupunitsPost(unit), () => api.backupunitsPut("u", unit), () => api.backupunitsPatch("u", {})]) {
      const error = await refused(call());
      // A web page is nobody's answer: what became of the request is not known.
      const [kept, outcome] = type === "text/html" ? ["", "unknown"] : [body, "carried out"];
      assert.deepEqual([error.status, error.headers.location, error.body, error.outcome], [202, location, kept, outcome]);
    }
    close();
  }
  const { api, close } = await answering(200, { "x-ratelimit-remaining": "7" }, "nothing of JSON");
  for (const call of [() => api.backupunitsGet(), () => api.backupunitsFindById("u"), () => api.backupunitsSsourlGet("u")]) {
    const error = await refused(call());
    assert.deepEqual([error.status, error.headers["x-ratelimit-remaining"]], [200, "7"]);
  }
  close();
});

test("a replacement sends back what was read, what this version does not know included", async () => {
  const properties = { email: "old@x.example", quota: { gb: 5 }, note: null, name: "Unit1", password: "never told" };
  const unit = JSON.stringify({ id: "u", metadata: { state: "AVAILABLE" }, properties });
  const { api, bodies, close } = await answering(202, { "content-type": "application/json" }, unit);
  const read = await api.backupunitsFindById("u");
  assert.deepEqual(read.properties, { email: "old@x.example", quota: { gb: 5 }, note: null, name: "Unit1" });
  read.properties.email = "new@x.example";
  await api.backupunitsPut("u", read);
  // The name is read-only.
  assert.deepEqual(JSON.parse(bodies.at(-1)), { properties: { email: "new@x.example", quota: { gb: 5 }, note: null } });
  close();
});

test("an id is any text that can stand in a path", async () => {
  const { api, asked, close } = await answering(200, {}, '{"id":"x"}');
  for (const id of ["two words", " ", "a/b", "a?b#c", "100%", "ä東", "a\nb", "..."]) {
    await api.backupunitsFindById(id);
    assert.equal(decodeURIComponent(asked.at(-1).split("/").at(-1)), id);
  }
  close();
});

test("no secret shows", async () => {
  const configuration = new Configuration({ host: HOST, username: "u", password: "hunter2", apiKey: "hunter3" });
  const shown = inspect({ configuration, api: new BackupServiceApi(configuration) }, { depth: 9, showHidden: true });
  assert.ok(!/hunter[23]/.test(shown + JSON.stringify(configuration)), shown);
});
