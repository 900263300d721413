// For browsers: the wasm is fetched from beside this file.

import init from "./wasm/tenantry_client.js";
import { loadWith } from "./client.js";

loadWith(() => init({ module_or_path: new URL("./wasm/tenantry_client_bg.wasm", import.meta.url) }));

export * from "./public.js";
