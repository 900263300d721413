// The page that is shown where the console cannot start or has stopped. It must work without the console, its
// styles and its message files, so it is plain DOM in the browser's own colours, in English.

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
  if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) {
    return [
      "This browser does not understand the console's program; it is probably too old.",
      "Use a current Firefox, Chrome, Edge or Safari.",
      `What the browser says: ${error.message}`,
    ];
  }
  if (error instanceof WebAssembly.RuntimeError) {
    return stopped(error.message);
  }
  return explainDownload(error, url, integrity);
}

/** The browser says "Failed to fetch" for everything; a second, unchecked request tells the cases apart. */
async function explainDownload(error, url, integrity) {
  let answer;
  try {
    answer = await fetch(url, { cache: "no-store" });
  } catch {
    return [
      "The console's program could not be loaded: the server did not answer.",
      "Check the network connection, then reload.",
    ];
  }
  if (!answer.ok) {
    return [
      `The console's program could not be loaded: the server answered ${answer.status} for ${url}.`,
      "If the console has just been updated, reload. Otherwise the files on the server are incomplete.",
    ];
  }
  if (integrity && !(await matches(answer, integrity, error))) {
    return [
      "The console's program is not the one that belongs to this page, so it was not run.",
      "If the console has just been updated, reload. If it stays so, tell whoever runs this site: a cache or " +
        "a proxy mixes versions or changes files.",
    ];
  }
  return ["The console's program could not be started.", `What the browser says: ${error?.message ?? error}`];
}

async function matches(answer, integrity, error) {
  // Without a digest (pages over plain http have none), a refused fetch of a file that is there tells as much.
  if (!globalThis.crypto?.subtle) return !(error instanceof TypeError);
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-384", await answer.arrayBuffer()));
  return `sha384-${btoa(String.fromCharCode(...bytes))}` === integrity;
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
