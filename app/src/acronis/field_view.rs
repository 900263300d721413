//! Fields on screen: labels and values, one below the other.

use leptos::prelude::*;

use super::contacts::links;
use super::context::AcronisContext;
use super::fields::{Field, FieldValue};
use super::route::TenantsPath;
use crate::i18n::{t, tf};
use crate::ui::{Address, Badge, CopyButton, CopyText, Name};

/// The fields of an object.
#[component]
pub fn Fields(
    /// The screen.
    page: AcronisContext,
    /// The fields.
    fields: Vec<Field>,
) -> impl IntoView {
    let field = move |Field { label, shown, note }: Field| {
        view! {
            <div class="tn-field">
                <dt>{label}</dt>
                <dd title=note>
                    <Value page=page label=label shown=shown/>
                </dd>
            </div>
        }
    };
    view! { <dl>{fields.into_iter().map(field).collect_view()}</dl> }
}

#[component]
fn Value(page: AcronisContext, label: &'static str, shown: FieldValue) -> impl IntoView {
    match shown {
        FieldValue::Text(text) => view! { <Address text=text/> }.into_any(),
        FieldValue::Email(text) => {
            view! { <Linked href=links::mail(&text) text=text label=label/> }.into_any()
        }
        FieldValue::Phone(text) => {
            view! { <Linked href=links::phone(&text) text=text label=label/> }.into_any()
        }
        FieldValue::Id(id) => view! { <CopyText text=id.to_string() what=label/> }.into_any(),
        FieldValue::State(word, tone) => view! { <Badge tone=tone text=word/> }.into_any(),
        FieldValue::Nothing(why) => view! { <span class="tn-faint" prop:textContent=why></span> }.into_any(),
        FieldValue::Date { written, assumed } => view! {
            <span translate="no" prop:textContent=written></span>
            {assumed.then(|| view! { " " <Badge text=t("date.zone_assumed")/> })}
        }
        .into_any(),
        FieldValue::Tenant(id) => {
            let name =
                move || page.tenants.with(|tree| tree.find(id.0).map(|node| tree.name(node).to_owned()));
            let href = page.href(&TenantsPath::of(Some(id.0)));
            let link = move || {
                match name() {
                Some(name) => view! { <a href=href.clone()><Name text=name/></a> }.into_any(),
                None => view! { <CopyText text=id.to_string() what=label/> <span class="tn-faint">{t("tenant.not_loaded")}</span> }.into_any(),
            }
            };
            view! { {link} }.into_any()
        }
    }
}

/// What opens another program, where the text is something that it understands; and can be copied.
#[component]
fn Linked(href: Option<String>, text: String, label: &'static str) -> impl IntoView {
    let shown = match href {
        Some(href) => view! { <a href=href><Address text=text.clone()/></a> }.into_any(),
        None => view! { <Address text=text.clone()/> }.into_any(),
    };
    let copy = tf("copy.label", &[("what", label)]);
    view! { <span class="tn-copy">{shown}<CopyButton text=RwSignal::new(text) label=copy/></span> }
}
