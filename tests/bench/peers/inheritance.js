// The same estate for both: a tree of tenants, settings with own values on one in twenty, some locked, some
// exclusive. Times are taken around one call each; data is laid out before.
import init, { Estate } from "./inheritance/bench.js";
import * as rule from "./rule.js";

/** Numbers by chance, the same each time (mulberry32). */
function dice(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function grow(tenants, settings) {
  const roll = dice(7);
  const parents = new Uint32Array(tenants);
  for (let at = 1; at < tenants; at++) parents[at] = roll(10) < 7 ? roll(Math.min(at, 2000)) : roll(at);
  const own = [];
  for (let setting = 0; setting < settings; setting++) {
    for (let at = 0; at < tenants; at++) {
      if (roll(20) === 0) own.push([setting, at, roll(1000), roll(20) === 0, roll(6) === 0]);
    }
    own.push([setting, 0, 500, false, false]);
  }
  return { parents, own };
}

const timed = (work) => {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
};

window.measure = async ({ tenants, settings }) => {
  await init();
  const { parents, own } = grow(tenants, settings);
  const wasm = new Estate(parents, settings);
  const script = { parents, children: Array.from({ length: tenants }, () => []), settings: [] };
  for (let at = 1; at < tenants; at++) script.children[parents[at]].push(at);
  for (let at = 0; at < settings; at++) script.settings.push({ own: new Map(), minimum: at % 2 === 1 });
  for (const [setting, tenant, value, lock, exclusive] of own) {
    wasm.set(setting, tenant, value, lock, exclusive);
    script.settings[setting].own.set(tenant, { value, lock, exclusive });
  }
  const [resolveWasm] = timed(() => wasm.resolve());
  const [resolveScript] = timed(() => rule.resolve(script));
  for (let at = 0; at < settings; at++) {
    const both = [wasm.checksum(at), rule.checksum(script, at)];
    if (both[0] !== both[1]) throw new Error(`setting ${at}: ${both}`);
  }
  wasm.hear(0);
  // A lock at the top of everything: the change that touches the most.
  const change = { value: 10, lock: true, exclusive: false };
  const [previewWasm, changedWasm] = timed(() => wasm.preview(0, 0, change.value, change.lock));
  const [previewScript, changedScript] = timed(() => rule.preview(script, 0, 0, change));
  if (changedWasm !== changedScript) throw new Error(`preview: ${changedWasm} and ${changedScript}`);
  return { resolveWasm, resolveScript, previewWasm, previewScript, changed: changedWasm };
};
window.ready = true;
