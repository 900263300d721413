//! Creating a group, or changing its name and what its members may do.

use std::collections::BTreeMap;

use leptos::prelude::*;
use tenantry_core::ionos::{Cluster, Group, GroupWrite, Privilege, ResponseOptions, groups};

use crate::i18n::{t, tf, word};
use crate::resource::context::PageContext;
use crate::resource::form::{Failure, Field, FormDialog, Submission, Tick, unchanged};
use crate::routing::Section;

/// The form.
#[component]
pub fn GroupForm(
    /// What every screen needs.
    page: PageContext,
    /// The group that is changed; none where one is made.
    before: Option<Group>,
    /// Whether the form is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let is_new = before.is_none();
    let told = before.as_ref().and_then(|group| group.properties.clone()).unwrap_or_default();
    let name = RwSignal::new(told.name.clone().unwrap_or_default());
    let title = match &told.name {
        Some(name) if !is_new => tf("io.edit_title", &[("name", name)]),
        _ => t("io.create_group").to_owned(),
    };
    let ticks: BTreeMap<Privilege, RwSignal<bool>> =
        Privilege::ALL.into_iter().map(|one| (one, RwSignal::new(told.privileges.has(one)))).collect();
    let (submission, tried) = (Submission::new(page.session), RwSignal::new(false));
    submission.watch("name", name);
    let empty = move || name.with(|name| name.trim().is_empty()).then(|| t("signin.required").to_owned());
    let (before, told, all) =
        (StoredValue::new(before), StoredValue::new(told), StoredValue::new(ticks.clone()));
    let written = move || {
        // Privileges that this version does not know stay as they were.
        let mut privileges = told.with_value(|told| told.privileges.clone());
        all.with_value(|all| all.iter().for_each(|(one, on)| privileges.set(*one, on.get())));
        GroupWrite { name: name.get(), privileges }
    };
    let first = StoredValue::new(untrack(written));
    let unsaved = Memo::new(move |_| first.with_value(|first| written() != *first));
    let reason = Signal::derive(move || (!is_new && !unsaved.get()).then(|| t("edit.same").to_owned()));
    let send = Callback::new(move |()| {
        tried.set(true);
        if untrack(empty).is_some() {
            return;
        }
        submission.send(&["name"], write(page, before.get_value(), untrack(written)), move |group| {
            open.set(false);
            page.read_again();
            page.go(Section::Groups, Some(group.id.as_str()));
        });
    });
    let leave = Callback::new(move |()| open.set(false));
    let words = if is_new { t("io.create") } else { t("edit.save") };
    let cluster = move |cluster: Cluster| {
        let of_it = ticks.iter().filter(|(one, _)| one.cluster() == cluster);
        let tick = |(one, on): (&Privilege, &RwSignal<bool>)| view! { <Tick label=privilege(*one) on=*on api_name=one.as_str()/> };
        view! { <fieldset class="tn-cluster"><legend>{cluster_word(cluster)}</legend>{of_it.map(tick).collect_view()}</fieldset> }
    };
    let wrong = move || submission.about("name").or_else(|| empty().filter(|_| tried.get()));
    view! {
        <FormDialog page=page title=title words=words submission=submission send=send leave=leave unsaved=unsaved reason=reason>
            <Field label=t("io.name") id="tn-group-name" value=name wrong=Signal::derive(wrong)/>
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

async fn write(page: PageContext, before: Option<Group>, group: GroupWrite) -> Result<Group, Failure> {
    let (connection, options) = (page.session.connection(), ResponseOptions::default());
    match before {
        Some(before) => {
            // A write replaces all privileges: what somebody else has changed must not come back unseen.
            let read = groups::Read { id: before.id.clone(), options };
            unchanged(page, read, |now| now.properties == before.properties).await?;
            Ok(connection.call(&groups::Replace { id: before.id, group, options }).await?)
        }
        None => Ok(connection.call(&groups::Create { group, options }).await?),
    }
}
