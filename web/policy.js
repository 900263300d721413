// The one Trusted Types policy of the page. It lets through the static fragments that the user interface is
// made of, and refuses markup that could run something. Vendor text never takes this way: it is set as text.

const RUNS_SOMETHING = /<\s*script|<\s*iframe|<\s*object|<\s*embed|[\s/"']on[a-z]+\s*=|javascript:/i;

/** The site's own policy names the Trusted Types that it takes, and `default` is not among them. */
export class PolicyRefused extends Error {}

export function installPolicy() {
  try {
    // Browsers without Trusted Types have nothing to install it in.
    globalThis.trustedTypes?.createPolicy("default", { createHTML: harmless });
  } catch (error) {
    throw new PolicyRefused(error.message, { cause: error });
  }
}

export function harmless(markup) {
  if (RUNS_SOMETHING.test(markup)) {
    throw new TypeError("refused markup that could run a script");
  }
  return markup;
}
