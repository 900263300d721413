//! Keeps the drawn rows in step with the window, the choice and the keyboard.

use std::collections::HashSet;

use leptos::html::Div;
use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::tenancy::{Node, RowView};
use wasm_bindgen::JsValue;

use super::row::{Marks, RowElements};

/// What the drawn rows follow.
#[derive(Clone)]
pub struct Drawn {
    /// The first drawn row, and how many there are places for.
    pub window: Memo<(usize, usize)>,
    /// The drawn rows.
    pub rows: Memo<Vec<RowView>>,
    /// The row that the keyboard is on.
    pub active: RwSignal<Option<Node>>,
    /// The chosen tenant.
    pub chosen: Memo<Option<Uuid>>,
    /// Tenants whose children are being read.
    pub busy: RwSignal<HashSet<Node>>,
    /// Before the id of each row.
    pub prefix: String,
}

/// Draws into the holder, now and whenever something changes.
pub fn keep(holder: NodeRef<Div>, drawn: Drawn) {
    let elements = StoredValue::new_local(Vec::<RowElements>::new());
    Effect::new(move |_| {
        let Some(holder) = holder.get() else { return };
        elements.update_value(|elements| {
            // The document refuses none of this; if it ever does, the rows stay as they were.
            if let Err(error) = draw(&holder, elements, &drawn) {
                leptos::logging::error!("{error:?}");
            }
        });
    });
}

fn draw(holder: &web_sys::Element, elements: &mut Vec<RowElements>, drawn: &Drawn) -> Result<(), JsValue> {
    let (first, slots) = drawn.window.get();
    if elements.is_empty() {
        // The holder may be one that an earlier view has drawn into.
        holder.set_text_content(None);
    }
    while elements.len() < slots {
        let row = RowElements::make(elements.len(), &drawn.prefix)?;
        holder.append_child(row.element())?;
        elements.push(row);
    }
    for spare in elements.drain(slots..) {
        spare.element().remove();
    }
    let (active, chosen) = (drawn.active.get(), drawn.chosen.get());
    drawn.busy.with(|busy| {
        drawn.rows.with(|rows| {
            for (at, element) in elements.iter_mut().enumerate() {
                let row = rows.get(at);
                let marks = row.map_or(Marks::default(), |row| Marks {
                    active: active == Some(row.node),
                    chosen: chosen == Some(row.id),
                    busy: busy.contains(&row.node),
                });
                element.show(first + at, row, marks)?;
            }
            Ok(())
        })
    })
}
