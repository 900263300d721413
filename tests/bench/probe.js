// Runs in each measured page before anything else, and measures all of them in the same way: from outside, at
// what a person sees. It is handed to the browser by the driver, so the page's policy does not concern it.
(() => {
  const marks = {};
  const paints = {};
  const memories = new Set();

  /** The moment after the next frame has been painted: a task queued in that frame runs when it is out. */
  const afterPaint = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(0);
      });
    });

  const mark = performance.mark.bind(performance);
  performance.mark = (name, options) => {
    const made = mark(name, options);
    if (name.startsWith("tn:")) {
      marks[name] = made.startTime;
      afterPaint().then((time) => (paints[name] = time));
    }
    return made;
  };

  // The memory of whatever wasm the page starts.
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const result = await original.apply(WebAssembly, given);
      const { exports } = result.instance ?? result;
      for (const one of Object.values(exports)) if (one instanceof WebAssembly.Memory) memories.add(one);
      return result;
    };
  }

  const scroller = () => document.querySelector(".tn-tree__scroll");

  /**
   * Starts something and says how long it took until the tree's last change that followed was painted. The tree
   * counts as at rest when it has not changed for `rest` ms and `isDone` holds.
   */
  async function untilPainted(start, { isDone = () => true, rest = 60, atMost = 20_000 } = {}) {
    let last = NaN;
    // Frames are asked for only after a change: a frame in which nothing changes would make the next one wait.
    const observer = new MutationObserver(async () => (last = Math.max(await afterPaint(), last || 0)));
    observer.observe(scroller(), { subtree: true, childList: true, attributes: true, characterData: true });
    const started = performance.now();
    start();
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      const now = performance.now();
      if ((now - last > rest && isDone()) || now - started > atMost) break;
    }
    observer.disconnect();
    return last - started;
  }

  function control(selector, name) {
    const all = [...document.querySelectorAll(selector)];
    const found = all.find((one) => (one.ariaLabel ?? one.labels?.[0]?.textContent ?? one.textContent).trim() === name);
    if (!found) throw new Error(`no ${selector} named ${name}`);
    return found;
  }

  window.bench = {
    marks,
    paints,
    hasPainted: (name) => name in paints,
    rows: () => Math.round(scroller().scrollHeight / 32),
    wasmBytes: () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0),

    expandAll: (tenants) => {
      const button = control("button", "Expand all");
      return untilPainted(() => button.click(), { isDone: () => window.bench.rows() >= tenants * 0.9 });
    },

    filter: (text) => {
      const input = control("input", "Filter tenants");
      return untilPainted(
        () => {
          input.value = text;
          input.dispatchEvent(new InputEvent("input", { bubbles: true, data: text.at(-1) ?? null }));
        },
        { atMost: 1_500 },
      );
    },

    /** Presses a button whose words begin so, and says when what that changed was painted. */
    press: async (selector, words) => {
      const found = [...document.querySelectorAll(selector)].find((one) => one.textContent.split(" ")[0] === words);
      const started = performance.now();
      found.click();
      return (await afterPaint()) - started;
    },

    pageDown: async (selector) => {
      const one = document.querySelector(selector);
      one.scrollTop += one.clientHeight - 64;
      await afterPaint();
      await afterPaint();
    },

    scroll: async (by) => {
      scroller().scrollTop += by;
      await afterPaint();
      await afterPaint();
    },
  };
})();
