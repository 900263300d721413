// The built package and the sandbox's accounts. TENANTRY_URL and TENANTRY_VENDOR_URL say where a running
// sandbox has its site and its vendor's side; `cargo xtask test --only client` sets them.

export * from "../../dist-npm/client/node.js";

import { BackupServiceApi, Configuration } from "../../dist-npm/client/node.js";

export const HOST = `${process.env.TENANTRY_VENDOR_URL}/cloudapi/v6`;

/** What the sandbox tells of one of its accounts. */
export async function account(name) {
  for (const file of ["accounts.json", "unlisted-accounts.json"]) {
    const answer = await fetch(new URL(`/sandbox/${file}`, process.env.TENANTRY_URL));
    const found = (await answer.json()).accounts.find((one) => one.client_id === name);
    if (found) return found;
  }
  throw new Error(`the sandbox has no account ${name}`);
}

/** The client, signed in by password or by token. */
export async function client(name, byToken = false) {
  const own = await account(name);
  const secret = byToken
    ? { apiKey: own.token, apiKeyPrefix: "Bearer" }
    : { username: own.login, password: own.password };
  return new BackupServiceApi(new Configuration({ host: HOST, ...secret }));
}
