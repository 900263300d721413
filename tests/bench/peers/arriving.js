// The same tree by the other trade: each page is folded and linked while the next one is on its way, and a list of
// children is sorted when it is first walked. The end of loading becomes cheap, the first expanding of all dear.
import { Tree } from "./model.js";
import { fold } from "./pages.js";

export class ArrivingTree extends Tree {
  parents = [];
  levels = [];
  /** Children by the id of a parent that has not arrived yet. */
  waiting = new Map();
  unsorted = [];

  add(items) {
    const first = this.items.length;
    super.add(items);
    for (let at = first; at < this.items.length; at++) {
      this.folded.push(fold(this.items[at].name));
      this.children.push(null);
      this.parents.push(-1);
      this.levels.push(0);
      this.unsorted.push(true);
      this.adopt(at);
    }
    for (let at = first; at < this.items.length; at++) this.link(at);
  }

  link(at) {
    const id = this.items[at].parent_id;
    const parent = this.ids.get(id);
    if (parent === at) return;
    if (parent !== undefined) this.append(parent, at);
    else if (this.waiting.has(id)) this.waiting.get(id).push(at);
    else this.waiting.set(id, [at]);
  }

  adopt(at) {
    const { id } = this.items[at];
    const orphans = this.waiting.get(id);
    if (orphans === undefined) return;
    this.waiting.delete(id);
    for (const orphan of orphans) this.append(at, orphan);
  }

  append(parent, at) {
    this.parents[at] = parent;
    if (this.children[parent] === null) this.children[parent] = [at];
    else this.children[parent].push(at);
    this.unsorted[parent] = true;
  }

  /** What still waits for its parent is a root, as far as is known. */
  index() {
    const known = new Set(this.roots);
    for (const orphans of this.waiting.values()) for (const at of orphans) known.add(at);
    if (this.roots.length === 0) this.items.forEach((item, at) => item.parent_id === item.id && known.add(at));
    this.roots = [...known].filter((at) => this.parents[at] === -1);
    this.sort(this.roots);
    for (const root of this.roots) this.open.add(this.items[root].id);
  }

  sortedChildren(at) {
    const list = this.children[at];
    if (this.unsorted[at]) {
      this.unsorted[at] = false;
      this.sort(list);
    }
    return list;
  }
}
