//! Creating a group, or changing its name and what its members may do.

use std::collections::BTreeMap;

use leptos::prelude::*;
use tenantry_core::ionos::changes::groups as changes;
use tenantry_core::ionos::{Cluster, Group, GroupId, GroupWrite, Privilege};

use crate::i18n::{t, tf, word};
use crate::ionos::route::GROUPS;
use crate::resource::context::PageContext;
use crate::resource::fields::{Field, Tick};
use crate::resource::form::{Form, required};
use crate::resource::form_dialog::FormDialog;

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
        Some(name) if !is_new => tf("io.edit_title", &[("name", name)]),
        _ => t("io.create_group").to_owned(),
    };
    let ticks: BTreeMap<Privilege, RwSignal<bool>> =
        Privilege::ALL.into_iter().map(|one| (one, form.tick(told.privileges.has(one)))).collect();
    let known = StoredValue::new(known);
    let (before, told, all) =
        (StoredValue::new(before), StoredValue::new(told), StoredValue::new(ticks.clone()));
    let written = move || {
        // Privileges that this version does not know stay as they were.
        let mut privileges = told.with_value(|told| told.privileges.clone());
        all.with_value(|all| all.iter().for_each(|(one, on)| privileges.set(*one, on.get())));
        GroupWrite { name: name.value.get(), privileges }
    };
    let reason = Signal::derive(move || (!is_new && !form.is_unsaved()).then(|| t("edit.same").to_owned()));
    let send = Callback::new(move |()| {
        let change = || match before.get_value() {
            Some(before) => changes::replace(before, written()),
            None => changes::create(written(), known.get_value()),
        };
        form.send(
            change,
            |_| (),
            move |group| {
                open.set(false);
                page.reload();
                page.go(GROUPS, group.as_ref().map(|group| group.id.as_str()));
            },
        );
    });
    let leave = Callback::new(move |()| open.set(false));
    let words = if is_new { t("io.create") } else { t("edit.save") };
    let cluster = move |cluster: Cluster| {
        let of_it = ticks.iter().filter(|(one, _)| one.cluster() == cluster);
        let tick = |(one, on): (&Privilege, &RwSignal<bool>)| view! { <Tick label=privilege(*one) on=*on api_name=one.as_str()/> };
        view! { <fieldset class="tn-cluster"><legend>{cluster_word(cluster)}</legend>{of_it.map(tick).collect_view()}</fieldset> }
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
