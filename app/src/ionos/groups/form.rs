//! Creating a group, or changing its name and what its members may do.

use std::collections::BTreeMap;

use leptos::prelude::*;
use tenantry_core::ionos::changes::groups as changes;
use tenantry_core::ionos::{Cluster, Group, GroupId, GroupWrite, Privilege, Privileges};

use crate::i18n::{t, word};
use crate::ionos::route::GROUPS;
use crate::resource::context::PageContext;
use crate::resource::fields::Field;
use crate::resource::flag::{Flag, FlagField};
use crate::resource::form::{Form, required};
use crate::resource::form_dialog::FormDialog;
use crate::ui::Phrase;

/// The form.
#[component]
pub fn GroupForm(
    /// The page.
    page: PageContext,
    /// The group that is changed; none where one is made.
    before: Option<Group>,
    /// The groups that are there: none of them is taken for the new one.
    #[prop(optional)]
    known: Vec<GroupId>,
    /// Whether the form is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let is_new = before.is_none();
    let told = before.as_ref().and_then(|group| group.properties.clone()).unwrap_or_default();
    let form = Form::new(page);
    let name = form.text("name", told.name.as_deref().unwrap_or_default(), required);
    let title = match &told.name {
        Some(name) if !is_new => Phrase::new("io.edit_title", &[("name", name)]),
        _ => t("io.create_group").into(),
    };
    // A new group has what is ticked; of one that is there, each privilege is told, or has to be chosen.
    let first = |one: Privilege| if is_new { Some(false) } else { told.privileges.get(one) };
    let flags: BTreeMap<Privilege, Flag> =
        Privilege::ALL.into_iter().map(|one| (one, form.flag(first(one)))).collect();
    let known = StoredValue::new(known);
    let (before, told, all) =
        (StoredValue::new(before), StoredValue::new(told), StoredValue::new(flags.clone()));
    let written = move || {
        let mut privileges = Privileges::default();
        all.with_value(|all| {
            for (one, flag) in all {
                if let Some(on) = flag.get() {
                    privileges.set(*one, on);
                }
            }
        });
        told.with_value(|told| GroupWrite::new(name.value.get(), &privileges, &told.told)).ok()
    };
    let reason = Signal::derive(move || (!is_new && !form.is_unsaved()).then(|| t("edit.same").to_owned()));
    let send = Callback::new(move |()| {
        // Nothing is sent as long as a privilege is not known.
        let Some(written) = untrack(written) else { return };
        let change = || match before.get_value() {
            Some(before) => changes::replace(before, written),
            None => changes::create(written, known.get_value()),
        };
        form.send(
            change,
            |_| (),
            move |group| {
                open.set(false);
                if let Some(group) = group.as_ref().filter(|_| is_new) {
                    page.recent.made("group", group.id.as_str(), group.name().unwrap_or(group.id.as_str()));
                }
                page.reload();
                page.go(GROUPS, group.as_ref().map(|group| group.id.as_str()));
            },
        );
    });
    let leave = Callback::new(move |()| open.set(false));
    let words = if is_new { t("io.create") } else { t("edit.save") };
    let cluster = move |cluster: Cluster| {
        let of_it = flags.iter().filter(|(one, _)| one.cluster() == cluster);
        let field = |(one, flag): (&Privilege, &Flag)| view! { <FlagField label=privilege(*one) flag=*flag api_name=one.as_str()/> };
        view! { <fieldset class="tn-cluster"><legend>{cluster_word(cluster)}</legend>{of_it.map(field).collect_view()}</fieldset> }
    };
    view! {
        <FormDialog page=page title=title words=words form=form send=send leave=leave reason=reason>
            <Field label=t("io.name") id="tn-group-name" field=name/>
            <div class="tn-clusters">{Cluster::ALL.map(cluster).collect_view()}</div>
        </FormDialog>
    }
}

/// A privilege in words, from the API's own name where there are none.
pub fn privilege(one: Privilege) -> String {
    word("privilege", one.as_str())
}

fn cluster_word(cluster: Cluster) -> &'static str {
    match cluster {
        Cluster::Compute => t("io.cluster.compute"),
        Cluster::Storage => t("io.cluster.storage"),
        Cluster::Platform => t("io.cluster.platform"),
        Cluster::Network => t("io.cluster.network"),
        Cluster::Oversight => t("io.cluster.oversight"),
    }
}
