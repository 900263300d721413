//! English, part by part. A static is named only by what is loaded together with it, so that the splitter puts
//! the text into the same wasm file as the code that needs it: no request more, and checked with the code.

use super::part::Part;

/// What the first view needs. Always here, so that there are words even where nothing can be fetched.
pub static SHELL: Part = Part { name: "shell", source: include_str!("../../messages/en/shell.txt") };
/// The frames that the vendors share: list, form, batch, export.
pub static RESOURCE: Part = Part { name: "resource", source: include_str!("../../messages/en/resource.txt") };
/// The screens of Acronis.
pub static ACRONIS: Part = Part { name: "acronis", source: include_str!("../../messages/en/acronis.txt") };
/// The contacts of Acronis.
pub static CONTACTS: Part = Part { name: "contacts", source: include_str!("../../messages/en/contacts.txt") };
/// A tenant's life.
pub static LIFECYCLE: Part =
    Part { name: "lifecycle", source: include_str!("../../messages/en/lifecycle.txt") };
/// API clients.
pub static CLIENTS: Part = Part { name: "clients", source: include_str!("../../messages/en/clients.txt") };

/// Offering items and quotas.
pub static QUOTAS: Part = Part { name: "quotas", source: include_str!("../../messages/en/quotas.txt") };
/// The users of Acronis.
pub static USERS: Part = Part { name: "users", source: include_str!("../../messages/en/users.txt") };
/// Who can touch a tenant of Acronis.
pub static ACCESS: Part = Part { name: "access", source: include_str!("../../messages/en/access.txt") };
/// The screens of IONOS.
pub static IONOS: Part = Part { name: "ionos", source: include_str!("../../messages/en/ionos.txt") };

/// What is here before any lazy module has come.
#[cfg(target_arch = "wasm32")]
pub static BUILT_IN: [&Part; 1] = [&SHELL];
/// The host has no lazy modules; its tests see all parts.
#[cfg(not(target_arch = "wasm32"))]
pub static BUILT_IN: [&Part; 10] =
    [&SHELL, &RESOURCE, &ACRONIS, &CONTACTS, &LIFECYCLE, &QUOTAS, &CLIENTS, &USERS, &ACCESS, &IONOS];
