// The contacts of a subtree are written: from a file, and one person in place of another.
import { auditBothThemes, expect, picture, test } from "./harness.mjs";
import { signInToAll } from "./console.mjs";
import { asSomebodyElse, contactsOf } from "./contacts.mjs";
import { saved } from "./settings.mjs";

const people = (page) => page.getByRole("region", { name: "Contacts", exact: true });
const dialog = (page) => page.getByRole("dialog");
const tool = (page, name) => people(page).getByRole("button", { name, exact: true });
const press = (page, name) => dialog(page).getByRole("button", { name }).last();
const steps = (page) => dialog(page).getByRole("list").getByRole("listitem");

async function openPeople(page, account, under) {
  await signInToAll(page, account);
  await page.evaluate((to) => (location.hash = to), `#/acronis-sandbox/contacts${under ? `?under=${under}` : ""}`);
  await expect(people(page).getByRole("table").getByRole("rowheader").first()).toBeVisible();
  await expect(people(page).getByText(/Details read for/)).toHaveCount(0);
}

async function customersBelow(api, name) {
  const top = (await api.get("users/me")).tenant_id;
  const all = (await api.get(`tenants?subtree_root_id=${top}&lod=full&with_contacts=true`)).items;
  const root = all.find((one) => one.name === name).id;
  const inside = new Set([root]);
  for (const one of all) if (inside.has(one.parent_id)) inside.add(one.id);
  return { root, customers: all.filter(({ id, kind }) => inside.has(id) && kind === "customer") };
}

/** Chooses a file of this text, or of these bytes. */
async function choose(page, text) {
  const buffer = Buffer.isBuffer(text) ? text : Buffer.from(text, "utf8");
  await dialog(page).getByLabel("CSV file").setInputFiles({ name: "contacts.csv", mimeType: "text/csv", buffer });
}

/** Writes of contacts that the page sends from now on. */
function writes(page) {
  const sent = [];
  page.on("request", (one) => {
    if (one.method() !== "GET" && one.url().includes("/contacts")) sent.push([one.method(), one.postDataJSON()]);
  });
  return sent;
}

test("a file is refused by line, column and reason, and nothing is sent", async ({ page }) => {
  const api = await asSomebodyElse(page, "own-contacts-6");
  const { customers: [one] } = await customersBelow(api, "Iberia");
  await openPeople(page, "own-contacts-6");
  const sent = writes(page);
  await tool(page, "Import…").press("Enter");
  await expect(dialog(page).getByLabel("CSV file")).toBeFocused();
  const says = (words) => expect(dialog(page).getByText(words, { exact: false })).toBeVisible();
  await choose(page, Buffer.from([0x74, 0x0a, 0x4a, 0xe9, 0x0a]));
  await says('Line 2 is not UTF-8. Save the file as "CSV UTF-8".');
  await choose(page, "email;phone\na@x.example;1\n");
  await says("The first row has no column tenant_id.");
  await choose(page, `tenant_id,email\n${one.id},"a@x.example\n`);
  await says("The quotation mark opened on line 2 is never closed.");
  await choose(page, "\ufefftenant_id;email\r\n");
  await says("The file has no rows.");
  await choose(page, `\ufefftenant_id;types;email\r\n${one.id};boss;nobody\r\nx;billing;a@x.example\r\n`);
  await says("3 cells cannot be imported:");
  await says('Line 2, types: Acronis has no contact type "boss".');
  await says("Line 2, email: Not an e-mail address");
  await says("Line 3, tenant_id:");
  await says("Nothing was sent. Correct the file and choose it again.");
  await auditBothThemes(page, { include: "dialog" });
  await picture(page, "people import refused");
  // 100,000 rows, the last of which is wrong.
  const rows = Array.from({ length: 100_000 }, (_, at) => `${one.id},billing,a${at}@x.example`);
  await choose(page, ["tenant_id,types,email", ...rows, `${one.id},billing,a0@x.example`].join("\n"));
  await says("Line 100,002, email: Same contact as line 2.");
  await press(page, "Cancel").press("Enter");
  await expect(dialog(page)).toHaveCount(0);
  await expect(tool(page, "Import…")).toBeFocused();
  expect(sent).toEqual([]);
});

test("an import shows what it would write, and writes that alone; its own export changes nothing", async ({ page }) => {
  const account = "own-contacts-6";
  const api = await asSomebodyElse(page, account);
  const { root, customers } = await customersBelow(api, "Benelux");
  const again = test.info().retry;
  const [first, second] = customers;
  const legal = first.contacts.find(({ types }) => types.includes("legal"));
  await openPeople(page, account, root);
  const file = await saved(page, () => tool(page, "CSV, one row per contact").click());
  expect(file.text).toMatch(/^\ufefftenant,tenant_id,types,firstname,lastname,email,phone\r\n/);
  const sent = writes(page);
  await tool(page, "Import…").press("Enter");
  await choose(page, file.text);
  await expect(dialog(page).getByText("Nothing to send.")).toBeVisible();
  await expect(steps(page).first()).toContainText("It is like this already.");
  await press(page, "Cancel").click();

  const rows = [
    "tenant_id;types;email;firstname;lastname;phone",
    `${first.id};;${legal.email.toUpperCase()};;;'+31 ${again}`,
    `${second.id};billing technical;new${again}@x.example;"Zoë ""Z""";Núñez; Sanz`.replace("; Sanz", ""),
    `${first.id};legal;nolegal@x.example;;;`,
  ];
  await tool(page, "Import…").press("Enter");
  await choose(page, rows.join("\r\n"));
  await expect(steps(page).first()).toContainText("types: The legal contact comes with the tenant");
  await expect(steps(page)).toHaveCount(3);
  await expect(steps(page).nth(1)).toContainText(`Change ${legal.email.toUpperCase()} at ${first.name}: Phone`);
  await expect(steps(page).nth(2)).toContainText(`Create new${again}@x.example at ${second.name}`);
  await expect(press(page, "Import (2)")).toBeDisabled();
  await auditBothThemes(page, { include: "dialog" });
  await picture(page, "people import plan");
  await dialog(page).getByLabel("Import the other rows").check();
  await press(page, "Import (2)").press("Enter");
  await expect(dialog(page).getByText("2 accepted, 0 refused, 0 unknown, 0 waiting.")).toBeVisible();
  await picture(page, "people import done");
  await press(page, "Close").press("Enter");
  await expect(tool(page, "Import…")).toBeFocused();
  expect(sent.toSorted()).toEqual([
    ["POST", { tenant_id: second.id, types: ["billing", "technical"], email: `new${again}@x.example`, firstname: 'Zoë "Z"', lastname: "Núñez" }],
    ["PUT", { phone: `+31 ${again}` }],
  ]);
  const now = await contactsOf(api, first.id);
  expect(now.find(({ id }) => id === legal.id)).toMatchObject({ phone: `+31 ${again}`, email: legal.email, types: legal.types });
  // The list has it at once.
  await people(page).getByRole("searchbox", { name: "Find a person by e-mail or name" }).fill(`new${again}@x.example`);
  await expect(people(page).getByText(/^1 of /)).toBeVisible();
});

test("200 rows, 7 refused, 3 answers lost: each is told, the refused ones alone are sent again, six at a time", async ({ page }) => {
  const account = "own-contacts-7";
  const api = await asSomebodyElse(page, account);
  const { root, customers } = await customersBelow(api, "DACH");
  const again = test.info().retry;
  const email = (at) => `p${at}-${again}@x.example`;
  const rows = Array.from({ length: 200 }, (_, at) => `${customers[at % customers.length].id},billing,${email(at)}`);
  const [refused, lost] = [[3, 20, 41, 77, 101, 150, 199].map(email), [10, 90, 180].map(email)];
  let isDown = true;
  let [open, most] = [0, 0];
  const posts = [];
  await page.route("**/contacts", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    const body = route.request().postDataJSON();
    posts.push(body.email);
    most = Math.max(most, ++open);
    try {
      if (isDown && refused.includes(body.email)) {
        const error = { domain: "PlatformAccountServer", code: "conflict", message: "Conflict" };
        return await route.fulfill({ status: 409, json: { error: { ...error, details: { info: "the mailbox is being moved" } } } });
      }
      const answer = await route.fetch();
      return lost.includes(body.email) ? await route.abort() : await route.fulfill({ response: answer });
    } finally {
      open--;
    }
  });
  await openPeople(page, account, root);
  await tool(page, "Import…").press("Enter");
  await choose(page, ["tenant_id,types,email", ...rows].join("\n"));
  await press(page, "Import (200)").press("Enter");
  await expect(dialog(page).getByText("193 accepted, 7 refused, 0 unknown, 0 waiting. The answers to 3 of them were lost; they were looked up.")).toBeVisible({ timeout: 60_000 });
  await expect(steps(page).first()).toContainText("the mailbox is being moved");
  await picture(page, "people import 7 refused");
  expect([posts.length, most]).toEqual([200, 6]);
  isDown = false;
  posts.length = 0;
  await press(page, "Retry the refused ones").press("Enter");
  await expect(dialog(page).getByText("200 accepted, 0 refused, 0 unknown, 0 waiting.", { exact: false })).toBeVisible({ timeout: 30_000 });
  expect(posts.toSorted()).toEqual(refused.toSorted());
  // Nothing is there twice.
  const of = await contactsOf(api, customers[10].id);
  expect(of.filter((one) => one.email === email(10))).toHaveLength(1);
});

test("a batch that is stopped sends nothing more within a second", async ({ page }) => {
  const account = "own-contacts-7";
  const api = await asSomebodyElse(page, account);
  const { root, customers } = await customersBelow(api, "Nordics");
  await openPeople(page, account, root);
  const sent = writes(page);
  const rows = Array.from({ length: 1000 }, (_, at) => `${customers[at % customers.length].id},technical,s${at}-${test.info().retry}@x.example`);
  await tool(page, "Import…").press("Enter");
  await choose(page, ["tenant_id,types,email", ...rows].join("\n"));
  await press(page, "Import (1,000)").press("Enter");
  await expect(dialog(page).getByText(/^[1-9]\d* accepted/)).toBeVisible();
  await press(page, "Stop").press("Enter");
  await expect(dialog(page).getByText("Stopped. Nothing more will be sent.")).toBeVisible();
  await expect(press(page, "Continue")).toBeVisible({ timeout: 1_000 });
  const count = sent.length;
  await page.waitForTimeout(500);
  expect(sent.length).toBe(count);
  expect(count).toBeLessThan(1000);
});

test("somebody takes the place of somebody else everywhere, with the keyboard alone", async ({ page }) => {
  const account = "own-contacts-8";
  const api = await asSomebodyElse(page, account);
  const again = test.info().retry;
  const { root, customers } = await customersBelow(api, "Iberia");
  const [old, next] = [`old${again}@x.example`, `next${again}@x.example`];
  const [first, second, third] = customers;
  for (const [at, { id }] of [first, second, third].entries()) {
    const types = at === 0 ? ["billing"] : ["technical", "management"];
    await api.post("contacts", { tenant_id: id, types, email: old, firstname: "Ana", lastname: "Old", phone: "1", city: "Vigo" });
  }
  await api.post("contacts", { tenant_id: third.id, types: ["billing"], email: next, firstname: null, lastname: null });
  await openPeople(page, account, root);
  await people(page).getByRole("searchbox", { name: "Find a person by e-mail or name" }).fill(old);
  await expect(people(page).getByText(/^3 of /)).toBeVisible();
  await tool(page, "Replace a person…").press("Enter");
  await expect(dialog(page).getByLabel("E-mail of the person to replace")).toHaveValue(old);
  await expect(dialog(page).getByText("Contact of 3 tenants.")).toBeVisible();
  await expect(press(page, "Next")).toBeDisabled();
  await dialog(page).getByLabel("Last name").fill("Next");
  await dialog(page).getByLabel("E-mail", { exact: true }).fill("next");
  await press(page, "Next").press("Enter");
  await expect(dialog(page).getByLabel("E-mail", { exact: true })).toBeFocused();
  await dialog(page).getByLabel("E-mail", { exact: true }).fill(next);
  await dialog(page).getByLabel(/^Clear the old name/).check();
  await auditBothThemes(page, { include: "dialog" });
  await picture(page, "people replace");
  await dialog(page).getByLabel("E-mail", { exact: true }).press("Control+Enter");
  await expect(steps(page)).toHaveCount(3);
  await expect(dialog(page).getByText("The new address is already a contact of this tenant.", { exact: false })).toBeVisible();
  const sent = writes(page);
  await picture(page, "people replace plan");
  await press(page, "Replace (2)").press("Enter");
  await expect(dialog(page).getByText("2 accepted, 0 refused, 0 unknown, 0 waiting.")).toBeVisible();
  await press(page, "Close").press("Enter");
  await expect(tool(page, "Replace a person…")).toBeFocused();
  expect(sent).toEqual(Array(2).fill(["PUT", { firstname: "", lastname: "Next", email: next, phone: "" }]));
  const now = (await contactsOf(api, second.id)).find((one) => one.email === next);
  expect(now).toMatchObject({ types: expect.arrayContaining(["technical", "management"]), city: "Vigo", lastname: "Next" });
});
