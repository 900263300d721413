// The contacts of a tenant: whom to call, creating, changing and deleting them, and what stands in the way.
import { auditBothThemes, expect, hold, picture, test } from "./harness.mjs";
import { cafe, detail, row, signInToAll, tenantUrl } from "./console.mjs";
import { asSomebodyElse, called, card, contactsOf, contactsUrl, dialog, openContacts, whom } from "./contacts.mjs";

const nameOf = ({ firstname, lastname, email }) => `${firstname} ${lastname}`.trim() || email;
const types = ["legal", "primary", "billing", "technical", "management"];
const field = (page, label) => dialog(page).getByLabel(label, { exact: true });
const box = (page, label) => dialog(page).getByRole("checkbox", { name: label, exact: true });

/** A tenant below the top of which the API tells what is asked for. */
async function tenantWith(page, api, wanted) {
  const top = (await api.get("users/me")).tenant_id;
  const { items } = await api.get(`tenants?subtree_root_id=${top}&lod=full&with_contacts=true`);
  return items.find(wanted);
}

test("whom to call for what, and how: each contact with everything that is told of it", async ({ page }) => {
  const api = await asSomebodyElse(page, "demo");
  const tenant = await tenantWith(page, api, ({ kind, contacts }) =>
    kind === "customer" && contacts.length > 2 && contacts.some(({ user_id }) => user_id) && contacts.every(({ firstname }) => firstname));
  await openContacts(page, "demo", tenant.id);
  for (const type of types) {
    const people = tenant.contacts.filter((one) => one.types.includes(type));
    const words = people.length === 0 ? ["nobody"] : people.map(nameOf);
    for (const one of words) await expect(called(page, type), type).toContainText(one);
  }
  await expect(detail(page).getByText(`${tenant.contacts.length} contacts`, { exact: true })).toBeVisible();
  const ofUser = tenant.contacts.find(({ user_id }) => user_id);
  const own = card(page, nameOf(ofUser));
  await expect(own.getByRole("link", { name: ofUser.email })).toHaveAttribute("href", `mailto:${ofUser.email}`);
  await expect(own.getByRole("link", { name: ofUser.phone })).toHaveAttribute("href", `tel:${ofUser.phone.replaceAll(" ", "")}`);
  await expect(own).toContainText(ofUser.email_confirmed ? "yes" : "no");
  await expect(own).toContainText((await api.get(`users/${ofUser.user_id}`)).login);
  await expect(own.getByText(ofUser.user_id)).toBeVisible();
  for (const type of ofUser.types) await expect(own.getByText(type, { exact: true })).toBeVisible();
  await expect(own.getByText(ofUser.id)).toBeHidden();
  await own.getByText("All details").click();
  await expect(own.getByText(ofUser.id)).toBeVisible();
  const other = tenant.contacts.find(({ user_id }) => !user_id);
  await expect(card(page, nameOf(other))).toContainText("no user");
  await auditBothThemes(page);
  await picture(page, "contacts");
  await page.emulateMedia({ colorScheme: "dark" });
  await picture(page, "contacts dark");
});

test("a contact is created and changed with the keyboard alone", async ({ page }) => {
  const api = await asSomebodyElse(page, "own-contacts-1");
  await openContacts(page, "own-contacts-1");
  await detail(page).getByRole("link", { name: "Contacts", exact: true }).focus();
  await detail(page).getByRole("button", { name: "Create contact" }).press("Enter");
  await expect(box(page, "primary")).toBeFocused();
  await expect(box(page, "legal")).toHaveCount(0);
  await auditBothThemes(page);
  await picture(page, "contact form");
  // Without a type and an address nothing is sent, and the first fault has the keyboard.
  await page.keyboard.press("Control+Enter");
  await expect(dialog(page).getByText("Choose at least one type.")).toBeVisible();
  await expect(box(page, "primary")).toBeFocused();
  await box(page, "billing").press(" ");
  await field(page, "E-mail").fill("ana.sanz");
  await expect(dialog(page).getByText("Not an e-mail address, such as name@example.com.")).toBeVisible();
  await field(page, "E-mail").fill("ana.sanz@orquidea.example");
  await field(page, "First name").fill(" Ana ");
  await field(page, "Last name").fill("Sanz");
  await field(page, "Phone").fill("+34 985 1234");
  await field(page, "City").fill("Gijón");
  const [request] = await Promise.all([page.waitForRequest(/\/contacts$/), page.keyboard.press("Control+Enter")]);
  // What nobody entered is not sent.
  expect(request.postDataJSON()).toEqual({
    tenant_id: cafe.id, types: ["billing"], email: "ana.sanz@orquidea.example",
    firstname: "Ana", lastname: "Sanz", phone: "+34 985 1234", city: "Gijón",
  });
  await expect(dialog(page)).toHaveCount(0);
  await expect(card(page, "Ana Sanz")).toContainText("Gijón");
  await expect(called(page, "billing")).toContainText("Ana Sanz");
  await expect(detail(page).getByRole("button", { name: "Create contact" })).toBeFocused();

  await card(page, "Ana Sanz").getByRole("button", { name: "Edit Ana Sanz" }).press("Enter");
  await expect(dialog(page).getByText("No changes to save.")).toBeVisible();
  await expect(dialog(page).getByRole("button", { name: "Save", exact: true })).toBeDisabled();
  await box(page, "technical").press(" ");
  await field(page, "Phone").fill("");
  const [put] = await Promise.all([page.waitForRequest((one) => one.method() === "PUT"), page.keyboard.press("Control+Enter")]);
  expect(put.postDataJSON()).toEqual({ types: ["billing", "technical"], phone: "" });
  await expect(dialog(page)).toHaveCount(0);
  await expect(called(page, "technical")).toContainText("Ana Sanz");
  await expect(card(page, "Ana Sanz").getByRole("button", { name: "Edit Ana Sanz" })).toBeFocused();
  const made = (await contactsOf(api)).find(({ email }) => email === "ana.sanz@orquidea.example");
  expect([made.city, made.phone, made.types]).toEqual(["Gijón", "", ["billing", "technical"]]);
});

test("a contact is deleted with the keyboard alone, by its name", async ({ page }) => {
  const api = await asSomebodyElse(page, "own-contacts-4");
  await api.post("contacts", { tenant_id: cafe.id, types: ["billing"], email: "ana.sanz@orquidea.example", firstname: "Ana", lastname: "Sanz" });
  const before = (await contactsOf(api)).length;
  await openContacts(page, "own-contacts-4");
  await card(page, "Ana Sanz").getByRole("button", { name: "Delete Ana Sanz" }).press("Enter");
  await expect(dialog(page).getByRole("button", { name: "Cancel" })).toBeFocused();
  await expect(dialog(page).getByRole("button", { name: "Delete", exact: true })).toBeDisabled();
  await dialog(page).getByLabel("To confirm, type the name: Ana Sanz").fill("Ana Sanz");
  await auditBothThemes(page);
  await dialog(page).getByRole("button", { name: "Delete", exact: true }).press("Enter");
  await expect(dialog(page)).toHaveCount(0);
  await expect(card(page, "Ana Sanz")).toHaveCount(0);
  expect(await contactsOf(api)).toHaveLength(before - 1);
  // The keyboard is not lost with the card.
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
});

test("409: the vendor's words stand beside the field that they name", async ({ page }) => {
  const api = await asSomebodyElse(page, "own-contacts-2");
  const [first] = await contactsOf(api);
  await openContacts(page, "own-contacts-2");
  await detail(page).getByRole("button", { name: "Create contact" }).click();
  await box(page, "management").check();
  await field(page, "E-mail").fill(first.email);
  await dialog(page).getByRole("button", { name: "Create", exact: true }).click();
  const note = dialog(page).locator("#tn-contact-email-note");
  await expect(note).toHaveText("contact with specified email already exists in same tenant");
  await expect(field(page, "E-mail")).toBeFocused();
  await expect(dialog(page).getByRole("alert")).toContainText("409");
  await picture(page, "contact conflict");
  await field(page, "E-mail").fill("somebody.else@orquidea.example");
  await expect(note).toBeHidden();
  await dialog(page).getByRole("button", { name: "Create", exact: true }).click();
  await expect(card(page, "somebody.else@orquidea.example")).toBeVisible();
  // The legal contact: a warning, and the vendor decides.
  await card(page, nameOf(first)).getByRole("button", { name: `Delete ${nameOf(first)}` }).click();
  await expect(dialog(page).getByText("Tenantry assumes that Acronis will refuse to delete it.")).toBeVisible();
  await dialog(page).getByLabel(/^To confirm/).fill(nameOf(first));
  await dialog(page).getByRole("button", { name: "Delete", exact: true }).click();
  await expect(dialog(page).getByRole("alert")).toContainText("the legal contact of a tenant cannot be deleted");
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  await card(page, nameOf(first)).getByRole("button", { name: `Edit ${nameOf(first)}` }).click();
  await expect(box(page, "legal")).toBeDisabled();
  await expect(box(page, "legal")).toBeChecked();
});

test("two sessions: what somebody else has changed stops the write and is said", async ({ page }) => {
  const api = await asSomebodyElse(page, "own-contacts-3");
  const [first] = await contactsOf(api);
  await openContacts(page, "own-contacts-3");
  const edit = card(page, nameOf(first)).getByRole("button", { name: `Edit ${nameOf(first)}` });
  await edit.click();
  await field(page, "City").fill("Oviedo");
  await api.put(`contacts/${first.id}`, { phone: "+34 1" });
  await dialog(page).getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog(page).getByRole("alert")).toContainText("Somebody else changed this in the meantime.");
  expect((await contactsOf(api))[0].city).toBe(first.city);
  // What was typed is not lost without a question.
  page.once("dialog", (asked) => asked.accept());
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  await page.reload();
  await openContacts(page, "own-contacts-3");
  await edit.click();
  await expect(field(page, "Phone")).toHaveValue("+34 1");
  await field(page, "City").fill("Oviedo");
  await dialog(page).getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog(page)).toHaveCount(0);
  expect((await contactsOf(api))[0].city).toBe("Oviedo");
  // One that was deleted meanwhile.
  const made = await api.post("contacts", { tenant_id: cafe.id, types: ["management"], email: "x@orquidea.example", firstname: null, lastname: null });
  await page.reload();
  await openContacts(page, "own-contacts-3");
  await card(page, "x@orquidea.example").getByRole("button", { name: "Edit x@orquidea.example" }).click();
  await api.delete(`contacts/${made.id}`);
  await field(page, "City").fill("Oviedo");
  await dialog(page).getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog(page).getByRole("alert")).toContainText("404");
});

test("an account that may not use contacts sees those that the tenant lists", async ({ page }) => {
  const api = await asSomebodyElse(page, "demo");
  const contacts = await contactsOf(api);
  await openContacts(page, "fault-contacts-403");
  await expect(detail(page).getByText("Your account may not use the contact operations of Acronis.")).toBeVisible();
  for (const contact of contacts) await expect(card(page, nameOf(contact))).toContainText(contact.email);
  await expect(detail(page).getByRole("button", { name: /^(Create contact|Edit|Delete)/ })).toHaveCount(0);
  await auditBothThemes(page);
  await picture(page, "contacts refused");
  // Where the list does not come either, nobody is said to be missing.
  await page.route(/api\/2\/tenants\?uuids=/, (route) => route.fulfill({ status: 403, json: {} }));
  await page.reload();
  await openContacts(page, "fault-contacts-403");
  await expect(detail(page).getByText("whether it has others is not known")).toBeVisible();
  await expect(called(page, "legal")).toContainText(nameOf(contacts[0]));
  for (const type of types.slice(1)) await expect(called(page, type)).toHaveText("not known");
  await expect(detail(page).getByText("1 contact, not complete")).toBeVisible();
});

test("contacts without a type, of an unknown type, and rows that are none", async ({ page }) => {
  const api = await asSomebodyElse(page, "demo");
  const tenant = await tenantWith(page, api, ({ contacts }) => contacts.length > 3);
  await openContacts(page, "odd-contacts", tenant.id);
  const [, untyped, strange] = tenant.contacts;
  await expect(detail(page).getByText("1 contact could not be read and is not shown.")).toBeVisible();
  await expect(card(page, untyped.email).getByText("no type")).toBeVisible();
  await expect(card(page, untyped.email)).toContainText("not reported");
  await expect(card(page, nameOf(strange)).getByText("vip", { exact: true })).toBeVisible();
  await expect(whom(page)).not.toContainText("nobody");
  await expect(called(page, "management")).toHaveText("not known");
  await picture(page, "contacts odd");
  // Its type can be chosen, and a type that Tenantry does not know stays.
  await card(page, nameOf(strange)).getByRole("button", { name: /^Edit/ }).click();
  await expect(box(page, "vip")).toBeChecked();
  await page.keyboard.press("Escape");
  await card(page, untyped.email).getByRole("button", { name: /^Edit/ }).click();
  await field(page, "City").fill("Vigo");
  await dialog(page).getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog(page).getByText("Choose at least one type.")).toBeVisible();
});

test("read only, a viewer, and a reading that fails", async ({ page }) => {
  await openContacts(page, "viewer");
  await page.getByRole("button", { name: "Read only: off" }).click();
  await expect(detail(page).getByRole("button", { name: "Create contact" })).toBeDisabled();
  await expect(detail(page).getByRole("button", { name: /^Edit/ }).first()).toBeDisabled();
  await expect(detail(page).getByText("“Read only” is on.")).toBeVisible();
  await page.getByRole("button", { name: "Read only: on" }).click();
  await detail(page).getByRole("button", { name: /^Edit/ }).first().click();
  await field(page, "City").fill("Vigo");
  await dialog(page).getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog(page).getByRole("alert")).toContainText("this needs more than the role tenant_viewer");
  page.once("dialog", (asked) => asked.accept());
  await page.keyboard.press("Escape");
  const held = await hold(page, /api\/2\/tenants\/[^/]+\/contacts/);
  await row(page, "Iberia").click();
  await expect(detail(page).getByRole("status", { name: /Loading/ })).toBeVisible();
  held.fail();
  await expect(detail(page).getByRole("alert")).toBeVisible();
  await expect(detail(page).getByText("nobody")).toHaveCount(0);
  await page.unroute(/api\/2\/tenants\/[^/]+\/contacts/);
  await detail(page).getByRole("button", { name: "Try again" }).click();
  await expect(whom(page)).toBeVisible();
});

test("what was changed here is so in the list of tenants too", async ({ page }) => {
  const api = await asSomebodyElse(page, "own-contacts-4");
  const tenant = await tenantWith(page, api, ({ kind, contacts, name }) =>
    kind === "customer" && !/[^\w ]/.test(name) && !contacts.some((one) => one.types.includes("billing")));
  await signInToAll(page, "own-contacts-4", `${tenantUrl(tenant.id)}/list?columns=name,billing_contact`);
  const line = page.getByRole("row").filter({ has: page.getByRole("link", { name: tenant.name, exact: true }) });
  await expect(line.last()).toContainText("none");
  await page.evaluate((to) => (location.hash = to), contactsUrl(tenant.id).slice(3));
  await detail(page).getByRole("button", { name: "Create contact" }).click();
  await box(page, "billing").check();
  await field(page, "E-mail").fill("bills@umbrella.example");
  await dialog(page).getByRole("button", { name: "Create", exact: true }).click();
  await expect(called(page, "billing")).toContainText("bills@umbrella.example");
  await page.goBack();
  await expect(line.last()).toContainText("bills@umbrella.example");
});
