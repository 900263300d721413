// A page that is not the console's own: six of its screens, each in an element, twice the same of each kind.
import { installPolicy } from "./policy.js";
import init, { embed } from "./tenantry_embed.js";

const text = async (url) => (await fetch(url)).text();

installPolicy();
await init();
const config = await text("/config.json");
// The console's stylesheet has its hash in its name.
const [, style] = (await text("/")).match(/<link rel="stylesheet"[^>]* href="([^"]+)"/);
const sections = [...document.querySelectorAll("section")];
const screens = new Map(
  sections.map((one) => [one.id, embed(one, one.id, config, one.dataset.url, new URL(style, new URL("/", location)).href)]),
);

/** Takes a screen off the page. */
window.remove = (id) => {
  screens.get(id).free();
  screens.delete(id);
};
document.documentElement.dataset.ready = "";
