// For Node: its fetch does not read files.

import { readFile } from "node:fs/promises";

import init from "./wasm/tenantry_client.js";
import { loadWith } from "./client.js";

loadWith(async () =>
  init({ module_or_path: await readFile(new URL("./wasm/tenantry_client_bg.wasm", import.meta.url)) }),
);

export * from "./public.js";
