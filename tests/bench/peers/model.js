// The plain JavaScript peer's tree: arrays by index, a Map from id to index, first-child and next-sibling links
// made into sorted child lists, and flat lists of rows for what is open or found.
import { fold } from "./pages.js";

const NONE = -1;

export class Tree {
  ids = new Map();
  items = [];
  folded = [];
  parents = [];
  children = [];
  roots = [];
  open = new Set();
  levels = [];
  /** Indices of the rows that are on display, in order. */
  rows = [];

  /** Takes a page in any order of its tenants; what is linked, is linked in `index`. */
  add(items) {
    for (const item of items) {
      this.ids.set(item.id, this.items.length);
      this.items.push(item);
    }
  }

  /** Links, folds and sorts everything that is there. */
  index() {
    const { items, ids } = this;
    const count = items.length;
    for (let at = this.folded.length; at < count; at++) this.folded.push(fold(items[at].name));
    const children = (this.children = new Array(count).fill(null));
    this.parents = new Int32Array(count).fill(NONE);
    this.roots = [];
    for (let at = 0; at < count; at++) {
      const parent = ids.get(items[at].parent_id);
      if (parent === undefined || parent === at) {
        this.roots.push(at);
        continue;
      }
      this.parents[at] = parent;
      if (children[parent] === null) children[parent] = [at];
      else children[parent].push(at);
    }
    this.sort(this.roots);
    for (const list of children) if (list !== null && list.length > 1) this.sort(list);
    this.levels = new Uint16Array(count);
    for (const root of this.roots) this.open.add(items[root].id);
  }

  sort(list) {
    const { folded } = this;
    list.sort((one, other) => (folded[one] < folded[other] ? -1 : folded[one] > folded[other] ? 1 : 0));
  }

  /** The rows below what is open. */
  flatten() {
    const { items, open } = this;
    this.walk((at) => open.has(items[at].id), null);
  }

  expandAll() {
    for (let at = 0; at < this.items.length; at++) if (this.children[at] !== null) this.open.add(this.items[at].id);
    this.walk(() => true, null);
  }

  /** Hits in place, below their ancestors. */
  filter(text) {
    const wanted = fold(text);
    if (wanted === "") return this.flatten();
    const { folded, parents } = this;
    const shown = new Uint8Array(folded.length);
    for (let at = 0; at < folded.length; at++) {
      if (!folded[at].includes(wanted)) continue;
      for (let up = at; up !== NONE && shown[up] === 0; up = parents[up]) shown[up] = 1;
    }
    this.walk(() => true, shown);
  }

  sortedChildren(at) {
    return this.children[at];
  }

  /** Depth first, without recursion: an estate may be deeper than the stack. */
  walk(isOpen, shown) {
    const { children, levels } = this;
    const rows = [];
    const stack = [];
    pushReversed(stack, this.roots, shown);
    while (stack.length > 0) {
      const at = stack.pop();
      rows.push(at);
      if (children[at] === null || !isOpen(at)) continue;
      const list = this.sortedChildren(at);
      const level = levels[at] + 1;
      for (let one = list.length - 1; one >= 0; one--) {
        const child = list[one];
        if (shown !== null && shown[child] === 0) continue;
        levels[child] = level;
        stack.push(child);
      }
    }
    this.rows = rows;
  }
}

function pushReversed(stack, list, shown) {
  for (let one = list.length - 1; one >= 0; one--) {
    if (shown === null || shown[list[one]] === 1) stack.push(list[one]);
  }
}
