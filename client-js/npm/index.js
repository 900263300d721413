// For browsers: the wasm is fetched from beside this file. A development server that packs this file into another one
// (Vite does) leaves the wasm behind; then it comes as a module, which every bundler takes along.

import init from "./wasm/tenantry_client.js";
import { loadWith } from "./client.js";

loadWith(async () => init({ module_or_path: (await fetched()) ?? (await packed()) }));

/** The file beside this one; nothing where it is not there, or a web page comes in its place. */
async function fetched() {
  const answer = await fetch(new URL("./wasm/tenantry_client_bg.wasm", import.meta.url)).catch(() => undefined);
  const isPage = /^text\/html/i.test(answer?.headers.get("content-type") ?? "");
  return answer?.ok && !isPage ? answer : undefined;
}

async function packed() {
  const { base64 } = await import("./wasm/packed.js");
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

export * from "./public.js";
