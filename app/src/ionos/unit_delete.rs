//! Deleting a backup unit: what goes with it, and its name to be sure.

use leptos::prelude::*;
use tenantry_core::ionos::requests::Location;
use tenantry_core::ionos::rules::DELETED_WITH_UNIT;
use tenantry_core::ionos::tasks::{Action, Task};
use tenantry_core::ionos::{BackupUnit, Shown, backup_units};

use super::desk::Desk;
use super::form::{Buttons, Field, Refused};
use crate::i18n::{t, tf};
use crate::tasks::begun;
use crate::ui::focus::focus;
use crate::ui::task::Slot;
use crate::ui::{FaultNotice, Modal};

/// The dialog.
#[component]
pub fn UnitDelete(
    /// What every screen needs.
    desk: Desk,
    /// The unit.
    unit: BackupUnit,
    /// Closes the dialog.
    leave: Callback<()>,
) -> impl IntoView {
    let name = unit.name().unwrap_or(unit.id.as_str()).to_owned();
    let (typed, busy, refused) =
        (RwSignal::new(String::new()), RwSignal::new(false), RwSignal::new(Refused::default()));
    let wanted = name.clone();
    let reason = Signal::derive(move || {
        let fits = typed.with(|typed| *typed == wanted);
        desk.frozen().map(str::to_owned).or_else(|| (!fits).then(|| t("io.type_name").to_owned()))
    });
    let slot = Slot::new();
    let unit = StoredValue::new(unit);
    let send = Callback::new(move |()| {
        if busy.get_untracked() || reason.get_untracked().is_some() {
            return;
        }
        busy.set(true);
        slot.run(async move {
            let (connection, unit) = (desk.account.connection(), unit.get_value());
            let delete = backup_units::Delete { id: unit.id.clone(), shown: Shown::default() };
            match connection.call_full(&delete).await {
                Ok(answer) => {
                    let location = Location::of(&connection, &answer);
                    let task = Task::accepted(Action::Delete, &unit, location, connection.clock().now_ms());
                    desk.account.tasks.follow(desk.account, begun(task, Some(&unit), desk.account));
                    leave.run(());
                    focus("tn-detail-title");
                }
                Err(error) => {
                    refused.set(Refused::of(&error, desk.account, &[]));
                    busy.set(false);
                }
            }
        });
    });
    let title = tf("io.delete_title", &[("name", &name)]);
    let label = tf("io.delete_type", &[("name", &name)]);
    view! {
        <Modal title=title leave=leave>
            <p>{t("io.delete_what")}</p>
            <ul class="tn-bullets">{DELETED_WITH_UNIT.map(|one| view! { <li>{one}</li> }).collect_view()}</ul>
            <p><strong>{t("io.delete_final")}</strong></p>
            <p dir="auto">{label}</p>
            <Field label=t("io.name") id="tn-delete-name" value=typed wrong=Signal::derive(|| None::<String>)/>
            {move || refused.with(|refused| refused.fault.clone()).map(|fault| view! { <FaultNotice fault=fault/> })}
            <Buttons leave=leave send=send words=t("io.delete") busy=busy reason=reason dangerous=true/>
        </Modal>
    }
}
