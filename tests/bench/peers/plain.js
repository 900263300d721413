// The plain JavaScript peer: what a careful engineer writes without a library.
import { ArrivingTree } from "./arriving.js";
import { Tree } from "./model.js";
import { mark, pages, timings } from "./pages.js";
import { View } from "./view.js";

const tree = location.search === "?arriving" ? new ArrivingTree() : new Tree();
const view = new View(document.querySelector(".tn-tree__scroll"), tree);

async function load(options) {
  let isFirst = true;
  for await (const { items, arrived, isLast } of pages(options)) {
    const started = performance.now();
    tree.add(items);
    timings.add += performance.now() - started;
    if (!isFirst && !isLast) continue;
    if (isLast) mark("tn:last-byte", arrived);
    if (isFirst) mark("tn:first-page", arrived);
    show();
    if (isFirst) mark("tn:first-rows");
    if (isLast) mark("tn:indexed");
    isFirst = false;
  }
}

function show() {
  const started = performance.now();
  tree.index();
  tree.flatten();
  timings.index = performance.now() - started;
  view.update();
}

document.querySelector("button").addEventListener("click", () => {
  tree.expandAll();
  view.update();
});

document.querySelector("input").addEventListener("input", ({ target }) => {
  tree.filter(target.value);
  view.scroller.scrollTop = 0;
  view.update();
});

window.peer = { load, timings };
