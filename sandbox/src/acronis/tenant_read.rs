//! `GET /tenants/{tenant_id}`: one tenant in full detail.

use super::call::Call;
use super::cursor::{Lod, Switches};
use super::errors::Outcome;
use super::store::Store;
use super::tenant_json::Writer;
use crate::Response;
use crate::json::{Object, push_string};

/// Answers with the full level of detail.
pub fn handle(call: &Call<'_>, store: &Store) -> Outcome {
    let number = call.path_tenant(store, "tenant_id")?;
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    Writer::new(call, store, Lod::Full, Switches::default()).members(number, &mut object);
    if call.flag("embed_path") {
        // The contract names the parameter and not what it adds: assumed to be as in the search.
        let above = store.ancestors_below(number, call.top).into_iter();
        let top = (number != call.top).then_some(call.top);
        let names = top.into_iter().chain(above).map(|ancestor| store.name(ancestor));
        object.list("path", names, |out, name| push_string(out, &name));
    }
    object.end();
    Ok(Response::json(200, out))
}
