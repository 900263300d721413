// What is measured: the console and its peers. Each is opened and asked to load; the rest is the same for all.

/** A token for the peers, got in the way the console gets its own. */
export async function signIn(site) {
  const { accounts } = await (await fetch(`${site}sandbox/accounts.json`)).json();
  const [account] = accounts;
  const basic = Buffer.from(`${account.client_id}:${account.client_secret}`).toString("base64");
  const base = `${site}proxy/acronis/api/2/`;
  const answer = await fetch(`${base}idp/token`, {
    method: "POST",
    headers: { authorization: `Basic ${basic}`, "content-type": "application/x-www-form-urlencoded" },
    body: "grant_type=client_credentials",
  });
  if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
  const { access_token: token } = await answer.json();
  const me = await fetch(`${base}users/me`, { headers: { authorization: `Bearer ${token}` } });
  const { tenant_id: root } = await me.json();
  return { base, token, root };
}

const peer = (name, file) => ({
  name,
  open: async (page, site, account) => {
    await page.goto(`${site}bench/${file}`);
    await page.waitForFunction(() => window.peer !== undefined);
    // Not awaited in the page: what is waited for is what is on screen.
    await page.evaluate((options) => void window.peer.load(options), account);
  },
});

export const subjects = [
  {
    name: "console",
    open: async (page, site) => {
      await page.goto(site);
      await page.getByRole("button", { name: "Use the sandbox account" }).click();
    },
  },
  peer("plain", "plain.html"),
  peer("arriving", "plain.html?arriving"),
  peer("wunderbaum", "wunderbaum.html"),
];
