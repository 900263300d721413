// Fetches the pages of the tenant list as both peers need it: the whole body of one page, parsed, then the next.

/** Yields the parsed items of each page, with the moment at which its last byte had arrived. */
export async function* pages({ base, token, root }) {
  let after;
  do {
    const query = new URLSearchParams({ subtree_root_id: root, lod: "basic", limit: "5000" });
    if (after) query.set("after", after);
    const answer = await fetch(`${base}tenants?${query}`, {
      headers: { authorization: `Bearer ${token}`, accept: "application/json" },
      cache: "no-store",
    });
    if (!answer.ok) throw new Error(`tenants: ${answer.status}`);
    const text = await read(answer.body);
    const arrived = performance.now();
    const { items, paging } = JSON.parse(text);
    timings.parse += performance.now() - arrived;
    after = paging?.cursors?.after;
    yield { items, arrived, isLast: !after };
  } while (after);
}

/** What the driver compares the other figures with. */
export const timings = { parse: 0, add: 0, index: 0 };

/** Decoding while the bytes arrive leaves only the parsing for the end. */
async function read(body) {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
  }
}

/** A mark in the past or now, as the console makes them. */
export function mark(name, startTime) {
  performance.mark(name, startTime === undefined ? undefined : { startTime });
}

/** Names as the search compares them: without case and accents. */
export function fold(name) {
  const lower = name.toLowerCase();
  // Most names are plain ASCII, and normalising costs much more than this test.
  return /^[\x20-\x7e]*$/.test(lower) ? lower : lower.normalize("NFD").replace(/\p{M}+/gu, "");
}
