// The peer: the rule as one would write it in JavaScript, with objects and one walk down the tree.

function step(received, own, tenant, minimum) {
  if (received?.lock) return { effective: received, passed: received };
  if (!own) return { effective: received, passed: received };
  const smallerAbove = minimum && received && received.value < own.value;
  const from = smallerAbove ? received : { value: own.value, owner: tenant };
  const effective = { value: from.value, owner: from.owner, lock: own.lock, lockedBy: own.lock ? tenant : null };
  return { effective, passed: own.exclusive ? received : effective };
}

/** What applies on every tenant below one, itself included. `change`, where given, replaces its own value. */
function below(estate, setting, top, received, change, visit) {
  const { children } = estate;
  const { own, minimum } = estate.settings[setting];
  const waiting = [[top, received]];
  while (waiting.length > 0) {
    const [tenant, above] = waiting.pop();
    const mine = change && tenant === top ? change : own.get(tenant);
    const { effective, passed } = step(above, mine, tenant, minimum);
    visit(tenant, effective, passed);
    for (const child of children[tenant]) waiting.push([child, passed]);
  }
}

/** Every setting on every tenant. */
export function resolve(estate) {
  estate.resolved = estate.settings.map((_, setting) => {
    const effective = new Array(estate.children.length);
    const passed = new Array(estate.children.length);
    below(estate, setting, 0, null, null, (tenant, applies, down) => {
      effective[tenant] = applies;
      passed[tenant] = down;
    });
    return { effective, passed };
  });
}

/** How many tenants a change touches. */
export function preview(estate, setting, tenant, change) {
  const { effective, passed } = estate.resolved[setting];
  const received = tenant === 0 ? null : passed[estate.parents[tenant]];
  const touched = [];
  below(estate, setting, tenant, received, change, (at, after) => {
    const before = effective[at];
    const same = before?.value === after?.value && before?.owner === after?.owner && before?.lock === after?.lock;
    if (!same) touched.push({ tenant: at, before, after });
  });
  return touched.length;
}

export function checksum(estate, setting) {
  const one = (applies) => (applies ? applies.value * 3 + applies.owner + 1 + (applies.lock ? 7 : 0) : 1);
  return estate.resolved[setting].effective.reduce((sum, applies) => sum + one(applies), 0);
}
