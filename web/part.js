// Loads a part of the program that comes later; `cargo xtask build` makes the splitter's script call this.

/** Asks for a part that stands beside this script, and takes no other than the one that belongs to it. */
export function fetchPart(name, integrity) {
  return fetch(new URL(name, import.meta.url), { integrity, credentials: "same-origin" });
}

/** Starts a part, also from a host that does not know wasm's media type, as the glue does with the first. */
export async function startPart(asked, imports) {
  const answer = await asked;
  // The browser takes the bare type alone: with a parameter behind it, it would refuse to compile.
  const isKnown = answer.headers.get("content-type")?.trim().toLowerCase() === "application/wasm";
  return isKnown
    ? WebAssembly.instantiateStreaming(answer, imports)
    : WebAssembly.instantiate(await answer.arrayBuffer(), imports);
}
