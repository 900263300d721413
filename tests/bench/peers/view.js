// A window of rows: at most as many elements as fit, moved and re-used while scrolling.

const HEIGHT = 32;
const SPARE = 6;

export class View {
  constructor(scroller, tree) {
    this.scroller = scroller;
    this.tree = tree;
    this.canvas = scroller.firstElementChild;
    this.pool = [];
    this.asked = false;
    scroller.addEventListener("scroll", () => this.drawSoon(), { passive: true });
  }

  /** New rows: the height follows, and what is in sight is drawn. */
  update() {
    this.canvas.style.height = `${this.tree.rows.length * HEIGHT}px`;
    this.draw();
  }

  drawSoon() {
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame(() => {
      this.asked = false;
      this.draw();
    });
  }

  draw() {
    const { rows } = this.tree;
    const first = Math.max(0, Math.floor(this.scroller.scrollTop / HEIGHT) - SPARE);
    const last = Math.min(rows.length, first + Math.ceil(this.scroller.clientHeight / HEIGHT) + 2 * SPARE);
    const count = last - first;
    while (this.pool.length < count) this.pool.push(this.makeRow());
    for (let slot = 0; slot < this.pool.length; slot++) {
      // Each row keeps its element as long as it stays in sight.
      const at = first + ((slot - (first % this.pool.length) + this.pool.length) % this.pool.length);
      this.fill(this.pool[slot], at < last ? at : undefined);
    }
  }

  makeRow() {
    const row = document.createElement("div");
    row.className = "row";
    row.setAttribute("role", "row");
    const twist = document.createElement("span");
    const name = document.createElement("span");
    const kind = document.createElement("span");
    twist.className = "twist";
    name.className = "name";
    kind.className = "kind";
    row.append(twist, name, kind);
    this.canvas.append(row);
    return { row, twist, name, kind, at: undefined, index: undefined, shown: undefined };
  }

  fill(slot, at) {
    const index = at === undefined ? undefined : this.tree.rows[at];
    if (slot.at === at && slot.index === index) return;
    slot.at = at;
    slot.index = index;
    slot.row.hidden = at === undefined;
    if (at === undefined) return;
    const { items, children, levels } = this.tree;
    const item = items[index];
    slot.row.style.transform = `translateY(${at * HEIGHT}px)`;
    slot.row.style.paddingInlineStart = `${levels[index] * 16}px`;
    slot.row.setAttribute("aria-level", levels[index] + 1);
    slot.twist.textContent = children[index] === null ? "" : "▾";
    slot.name.textContent = item.name;
    slot.kind.textContent = item.kind;
  }
}
