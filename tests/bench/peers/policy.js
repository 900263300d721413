// Wunderbaum sets innerHTML; under the site's policy it needs somebody to let it.
window.trustedTypes?.createPolicy("default", { createHTML: (markup) => markup });
