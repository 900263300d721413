// The page that is shown where the console cannot start or has stopped. It must work without the console, its
// styles and its message files, so it is plain DOM in the browser's own colours, in English.
import { PolicyRefused } from "./policy.js";
import { isInSandboxedFrame, isSentElsewhere, mayRunWasm, refusedBy } from "./surroundings.js";

/** Shows a readable page in place of everything else. */
export function showFailure(title, lines) {
  const page = element("main", "");
  page.setAttribute("role", "alert");
  page.id = "tn-failure";
  const { style } = page;
  style.maxWidth = "40rem";
  style.margin = "15vh auto 0";
  style.padding = "0 1rem";
  style.font = "16px/1.5 system-ui, sans-serif";
  style.display = "grid";
  style.gap = "0.75rem";
  style.justifyItems = "start";
  page.append(element("h1", title), ...lines.map((line) => element("p", line)), reloadButton());
  document.title = `${title} – Tenantry`;
  document.body.removeAttribute("class");
  document.body.replaceChildren(page);
  page.querySelector("button").focus();
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function reloadButton() {
  const button = element("button", "Reload");
  button.type = "button";
  button.style.font = "inherit";
  button.addEventListener("click", () => location.reload());
  return button;
}

/** What a failed start means, in words, with what to do. */
export async function explain(error, url, integrity) {
  if (typeof WebAssembly !== "object") {
    return [
      "This browser does not run WebAssembly, or it is switched off (some hardened modes do that).",
      "Use a current Firefox, Chrome, Edge or Safari, or allow WebAssembly for this site.",
    ];
  }
  if (error instanceof WebAssembly.RuntimeError) {
    return stopped(error.message);
  }
  if (error instanceof PolicyRefused) {
    return refusedByPolicy("trusted-types does not name default");
  }
  if (!mayRunWasm()) {
    return refusedByPolicy("script-src does not name 'wasm-unsafe-eval'");
  }
  if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) {
    return [
      "This browser does not understand the console's program; it is probably too old.",
      "Use a current Firefox, Chrome, Edge or Safari.",
      `What the browser says: ${error.message}`,
    ];
  }
  return explainDownload(error, url, integrity);
}

function refusedByPolicy(what) {
  return [
    "This site's Content-Security-Policy does not let the console's program run.",
    `Tell whoever runs this site: in that policy, ${what}. The README has the whole policy.`,
  ];
}

const SIGN_IN_FIRST =
  "Most often that is a sign-in page: open this address in another tab, sign in there, then reload here.";
const TELL = "If it stays so, tell whoever runs this site: ";

/** The browser says "Failed to fetch" for everything; a second, unchecked request tells the cases apart. */
async function explainDownload(error, url, integrity) {
  let answer;
  try {
    answer = await fetch(url, { cache: "no-store" });
  } catch {
    return explainNoAnswer(url);
  }
  const { ok, status, redirected } = answer;
  const bytes = new Uint8Array(await answer.arrayBuffer().catch(() => new ArrayBuffer(0)));
  if (isWebPage(answer, bytes) && (ok || redirected || status === 401 || status === 403)) {
    return [
      `A web page came instead of the console's program (${status} for ${url}).`,
      SIGN_IN_FIRST,
      `${TELL}the server has to send the file itself, not a page in its place.`,
    ];
  }
  if (!ok) {
    return [
      `The console's program could not be loaded: the server answered ${status} for ${url}.`,
      "If the console has just been updated, reload. Otherwise the files on the server are incomplete.",
    ];
  }
  if (integrity && !(await matches(bytes, integrity, error))) {
    return [
      "The console's program is not the one that belongs to this page, so it was not run.",
      `If the console has just been updated, reload. ${TELL}a cache or a proxy mixes versions or changes files.`,
    ];
  }
  return ["The console's program could not be started.", `What the browser says: ${error?.message ?? error}`];
}

async function explainNoAnswer(url) {
  if (await isSentElsewhere(url)) {
    return ["The server sends elsewhere whoever asks for the console's program.", SIGN_IN_FIRST];
  }
  if (isInSandboxedFrame()) {
    return [
      "The console's program could not be loaded: this page is in a frame whose sandbox does not allow it.",
      "Tell whoever made the page around it: the frame's sandbox needs allow-scripts, allow-same-origin and allow-forms.",
    ];
  }
  if (await refusedBy("connect-src")) {
    return refusedByPolicy(`connect-src does not name 'self', so ${url} is not loaded`);
  }
  return [
    "The console's program could not be loaded: the server did not answer.",
    "Check the network connection, then reload.",
  ];
}

/** By what it says of itself, or by its first letters. */
function isWebPage(answer, bytes) {
  const said = answer.headers.get("content-type") ?? "";
  const begins = String.fromCharCode(...bytes.subarray(0, 64)).replace(/^\xef\xbb\xbf/, "").trimStart();
  return said.startsWith("text/html") || /^<(!|html|head|body|\?xml)/i.test(begins);
}

async function matches(bytes, integrity, error) {
  // Without a digest (pages over plain http have none), a refused fetch of a file that is there tells as much.
  if (!globalThis.crypto?.subtle) return !(error instanceof TypeError);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
  return `sha384-${btoa(String.fromCharCode(...digest))}` === integrity;
}

function stopped(detail) {
  return [
    "The console met a fault in itself and has stopped. What was already sent to a vendor may have been carried out.",
    "Reload to go on. If it happens again, please report it with the line below.",
    detail || "(no details)",
  ];
}

/** A panic ends the wasm program for good; the page must say so instead of standing still. */
export function watchForPanics() {
  let shown = false;
  const show = (detail) => {
    if (!shown) showFailure("The console has stopped", stopped(detail));
    shown = true;
  };
  // Sent by the console's panic hook, with the message; the trap itself follows as an error without one.
  addEventListener("tenantry:panic", (event) => show(String(event.detail ?? "")));
  const trap = (error) => error instanceof WebAssembly.RuntimeError && show(error.message);
  addEventListener("error", (event) => trap(event.error));
  addEventListener("unhandledrejection", (event) => trap(event.reason));
}
