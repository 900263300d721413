// Writes inheritance-deep.json: chains of 2,000 tenants, the deepest listed first, with what applies known by
// construction. The value at the top is exclusive, so that few tenants have a value; the change passes it down.
//     node tests/vectors/deep.mjs > tests/vectors/inheritance-deep.json

const DEPTH = 2000;
const numbers = [...Array(DEPTH).keys()];
const last = DEPTH - 1;
const own = (value, lock, exclusive) => ({ value, lock, exclusive });
const effective = (value, owner) => ({ value, owner: String(owner), lock: false, locked_by: null });

const chain = (name, inheritance_type, bottom, to) => ({
  name: `${name}, ${DEPTH} levels`,
  tenants: numbers.map((at) => ({ id: String(at), parent: at ? String(at - 1) : null })).reverse(),
  inheritance_type,
  own: { 0: own(7, false, true), [last]: own(bottom, false, false) },
  // Whoever is left out has no value.
  effective: { 0: effective(7, 0), [last]: effective(bottom, last) },
  change: { tenant: "0", own: to },
  changed: numbers.slice(to.lock ? 0 : 1).map(String),
});

const cases = [
  // A lock that reaches the deepest tenant shadows its own value.
  chain("a lock from the top", "override", 9, own(7, true, false)),
  // The smaller value from the top wins on the deepest tenant.
  chain("the smaller number from the top", "minimum", 9, own(7, false, false)),
];
// A line for each tenant would be 4,000 lines; none at all could not be read.
console.log(JSON.stringify(cases).replaceAll(/((?:\{"id":[^}]*\},){20})/g, "$1\n"));
