// Starts the console: guards the page (Trusted Types), loads the checked wasm, and says in plain words what is
// wrong where that fails. It is the only script of the page; everything else is wasm. Where this script itself does
// not come, the words stay that the page's body holds.
import init from "tenantry-glue";
import { installPolicy } from "./policy.js";
import { explain, showFailure, watchForPanics } from "./failure.js";
import { noteMissingStyle, watchPolicy } from "./surroundings.js";

// From here on this script says itself what is wrong.
document.querySelector(".tn-waiting__why")?.remove();
watchForPanics();
watchPolicy();

const { wasm, wasmIntegrity } = document.querySelector("script[data-wasm]").dataset;

// `integrity` on a preload is not enforced for wasm by every browser; on the fetch itself it is.
const options = { integrity: wasmIntegrity, credentials: "same-origin" };

async function start() {
  installPolicy();
  if (typeof WebAssembly !== "object") {
    throw new Error("WebAssembly is not available");
  }
  await init({ module_or_path: fetch(wasm, options) });
  document.getElementById("tn-waiting")?.remove();
  noteMissingStyle();
}

start().catch(async (error) => {
  console.error(error);
  showFailure("The console could not be started", await explain(error, wasm, wasmIntegrity));
});
