//! Restoring a deleted tenant.

use leptos::prelude::*;
use tenantry_core::acronis::changes::tenants as changes;

use super::life::Life;
use crate::acronis::tenants::refresh;
use crate::i18n::t;
use crate::resource::fields::Tick;
use crate::resource::form::Form;
use crate::resource::form_dialog::FormDialog;
use crate::ui::Phrase;

/// The dialog.
#[component]
pub(super) fn RestoreTenant(
    /// What the dialogs share.
    life: Life,
) -> impl IntoView {
    let tenant = life.tenant.get_value();
    let title = Phrase::new("life.restore_title", &[("name", tenant.name.as_deref().unwrap_or_default())]);
    let form = Form::new(life.page);
    let force = form.tick(false);
    let send = Callback::new(move |()| {
        let tenant = life.tenant.get_value();
        form.send(
            || changes::restore(&tenant, force.get()),
            |_| (),
            move |_| {
                life.put_deleted(false);
                refresh(life.screen.state());
                life.done.run(());
            },
        );
    });
    view! {
        <FormDialog page=life.page title=title words=t("life.restore_short") form=form send=send leave=life.leave>
            <p>{t("life.restore_note")}</p>
            <Tick label=t("life.force") on=force api_name="force"/>
            <p class="tn-faint">{t("life.force_note")}</p>
        </FormDialog>
    }
}
