// What stands around the program and may be in its way: the site's policy, a frame, a style sheet that did not come.

const refused = [];

/** Remembers what the site's Content-Security-Policy refuses, so that a failure can name it. */
export function watchPolicy() {
  addEventListener("securitypolicyviolation", ({ effectiveDirective }) => refused.push(effectiveDirective));
}

/** Whether the policy refused something under a directive such as `connect-src`. That is told a little later. */
export async function refusedBy(directive) {
  await new Promise((told) => setTimeout(told, 100));
  return refused.includes(directive);
}

/** The smallest program there is runs in every browser that has WebAssembly, unless the site's policy forbids all. */
export function mayRunWasm() {
  try {
    return Boolean(new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])));
  } catch {
    return false;
  }
}

/** A frame with `sandbox` and without `allow-same-origin` has no origin: everything is another site to it. */
export const isInSandboxedFrame = () => globalThis.origin === "null";

/** Whether the server sends a request elsewhere, as a single sign-on in front of the site does. */
export async function isSentElsewhere(url) {
  try {
    const answer = await fetch(url, { cache: "no-store", redirect: "manual" });
    return answer.type === "opaqueredirect";
  } catch {
    return false;
  }
}

/** Without its style sheet the console works, but nobody would guess why it looks so. */
export function noteMissingStyle() {
  const link = document.querySelector("link[rel=stylesheet]");
  if (!link || link.sheet) return;
  const note = document.createElement("p");
  note.setAttribute("role", "alert");
  note.textContent =
    `The console's style sheet (${link.getAttribute("href")}) could not be loaded, or is not the one that belongs to this ` +
    "page. Reload. If it stays so, tell whoever runs this site.";
  document.body.prepend(note);
}
