// The second peer: the Wunderbaum package, used as its documentation says, with nested source data.
import { Wunderbaum } from "./wunderbaum.esm.min.js";
import { fold, mark, pages, timings } from "./pages.js";

const element = document.getElementById("tree");
const ready = new Promise((resolve) => {
  new Wunderbaum({
    element,
    source: [],
    rowHeightPx: 32,
    debugLevel: 1,
    filter: { mode: "hide", autoExpand: true, connectInput: null },
    init: ({ tree }) => resolve(tree),
  });
});

async function load(options) {
  const tree = await ready;
  const nodes = new Map();
  let isFirst = true;
  for await (const { items, arrived, isLast } of pages(options)) {
    for (const item of items) nodes.set(item.id, node(item));
    if (!isFirst && !isLast) continue;
    if (isLast) mark("tn:last-byte", arrived);
    if (isFirst) mark("tn:first-page", arrived);
    await show(tree, nodes);
    if (isFirst) mark("tn:first-rows");
    if (isLast) mark("tn:indexed");
    isFirst = false;
  }
}

function node({ id, name, kind, parent_id }) {
  return { key: id, title: name, type: kind, parent_id, folded: fold(name) };
}

async function show(tree, nodes) {
  const started = performance.now();
  await tree.load(nested(nodes));
  tree.update("any", { immediate: true });
  timings.index = performance.now() - started;
}

function nested(nodes) {
  const roots = [];
  for (const one of nodes.values()) one.children = undefined;
  for (const one of nodes.values()) {
    const parent = nodes.get(one.parent_id);
    if (parent === undefined || parent === one) roots.push(one);
    else if (parent.children) parent.children.push(one);
    else parent.children = [one];
  }
  for (const one of nodes.values()) one.children?.sort(byName);
  for (const root of roots) root.expanded = true;
  return roots.sort(byName);
}

function byName(one, other) {
  return one.folded < other.folded ? -1 : one.folded > other.folded ? 1 : 0;
}

document.querySelector("button").addEventListener("click", async () => {
  const tree = await ready;
  await tree.expandAll(true);
});

document.querySelector("input").addEventListener("input", async ({ target }) => {
  const tree = await ready;
  const wanted = fold(target.value);
  if (wanted === "") tree.clearFilter();
  else tree.filterNodes((one) => one.data.folded.includes(wanted), {});
});

window.peer = { load, timings };
