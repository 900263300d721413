//! What a move does to the settings of the tenant that is moved.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::Setting;
use tenantry_core::acronis::inheritance::{Inheritance, MoveEffect, MovedSetting, foresee_move};

use crate::acronis::settings::values::short_or_none;
use crate::acronis::settings::{Listed, read_settings};
use crate::acronis::state::Acronis;
use crate::i18n::{t, tf, tn};
use crate::ui::task::LatestTask;
use crate::ui::{Badge, FaultNotice, Name, Remote, Tone, format};

/// What was foreseen.
#[derive(Clone)]
struct Foreseen {
    settings: Vec<MovedSetting>,
    /// Some settings could not be read.
    partial: bool,
}

/// The settings that change, and how many stay.
#[component]
pub(super) fn Effects(
    /// The connection.
    state: Acronis,
    /// The tenant that is moved.
    tenant: Uuid,
    /// The tenant that it would stand below.
    target: Uuid,
) -> impl IntoView {
    let (remote, latest) = (RwSignal::new(Remote::<Foreseen>::Loading), LatestTask::new());
    let read = Callback::new(move |()| {
        remote.set(Remote::Loading);
        latest.run(async move {
            let (mine, theirs) =
                futures_util::join!(read_settings(state, tenant), read_settings(state, target));
            let foreseen = mine.and_then(|mine| Ok(foresee((tenant, target), &mine, &theirs?)));
            remote.update(|remote| *remote = remote.after(foreseen));
        });
    });
    read.run(());
    move || match remote.get() {
        Remote::Loading => view! { <p role="status">{t("life.effects.reading")}</p> }.into_any(),
        Remote::Failed { fault, .. } => view! {
            <FaultNotice fault=fault retry=read/>
            <p class="tn-faint">{t("life.effects.unread")}</p>
        }
        .into_any(),
        Remote::Ready(foreseen) => view! { <Table foreseen=foreseen/> }.into_any(),
    }
}

#[component]
fn Table(foreseen: Foreseen) -> impl IntoView {
    let Foreseen { settings, partial } = foreseen;
    let count = |is: fn(&MoveEffect) -> bool| settings.iter().filter(|one| is(&one.effect)).count();
    let stay = count(|effect| *effect == MoveEffect::Stays);
    let unknown = count(|effect| matches!(effect, MoveEffect::Unknown(_)));
    let change = settings.len() - stay - unknown;
    let n = |key, count| tn(key, count, &format::number(count));
    let counts = [n("life.effects.change", change), n("life.effects.stay", stay)];
    let counts = counts.into_iter().chain((unknown > 0).then(|| n("life.effects.unknown", unknown)));
    let counts = counts.collect::<Vec<_>>().join(", ");
    let row = |one: &MovedSetting| {
        let after = match &one.effect {
            MoveEffect::Stays => return None,
            MoveEffect::Changes { value, .. } => short_or_none(value.as_ref()),
            MoveEffect::Unknown(_) => t("life.effects.not_known").to_owned(),
        };
        let locked = matches!(one.effect, MoveEffect::Changes { locked: true, .. });
        let (name, before) = (one.name.clone(), short_or_none(one.before.as_ref()));
        Some(view! {
            <tr>
                <th scope="row"><Name text=name/></th>
                <td><Name text=before cut=true/></td>
                <td><Name text=after cut=true/> {locked.then(|| view! { " " <Badge tone=Tone::Warn text=t("settings.locked")/> })}</td>
            </tr>
        })
    };
    let rows: Vec<_> = settings.iter().filter_map(row).collect();
    let is_empty = rows.is_empty();
    let heads = ["settings.col.setting", "life.effects.before", "life.effects.after"];
    view! {
        <p role="status"><strong>{tf("life.effects", &[("counts", &counts)])}</strong> " " <Badge text=t("below.computed")/></p>
        {partial.then(|| view! { <p class="tn-note tn-note--warn">{t("life.effects.partial")}</p> })}
        <div class="tn-set__scroll tn-effects" hidden=is_empty tabindex="0" role="region" aria-label=t("life.effects.table")>
            <table class="tn-table">
                <thead><tr>{heads.map(|key| view! { <th scope="col">{t(key)}</th> }).collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn foresee(ids: (Uuid, Uuid), mine: &Listed, theirs: &Listed) -> Foreseen {
    let settings =
        |listed: &Listed| listed.rows.iter().map(|row| row.setting.clone()).collect::<Vec<Setting>>();
    let inheritance = |setting: &Setting| {
        let of = |listed: &Listed| {
            let is_it =
                |one: &Setting| one.name == setting.name && one.application_id == setting.application_id;
            let row = listed.rows.iter().find(|row| is_it(&row.setting))?;
            row.schema.as_ref().and_then(|schema| schema.inheritance_type.clone())
        };
        Inheritance::from(of(mine).or_else(|| of(theirs)).as_deref())
    };
    let (one, other) = (settings(mine), settings(theirs));
    let settings = foresee_move(ids, (&one, &other), inheritance);
    Foreseen { settings, partial: mine.partial || theirs.partial }
}
