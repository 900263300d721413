//! Switching a tenant from trial to production.

use leptos::prelude::*;
use tenantry_core::acronis::PricingMode;
use tenantry_core::acronis::changes::tenants as changes;
use tenantry_core::acronis::pricing::Read;
use tenantry_core::acronis::rules::Reason;

use super::life::Life;
use super::words::reason;
use crate::i18n::{t, word};
use crate::resource::form::Form;
use crate::resource::form_dialog::FormDialog;
use crate::ui::Phrase;
use crate::ui::loaded::Status;

/// The dialog.
#[component]
pub(super) fn StartProduction(
    /// What the dialogs share.
    life: Life,
) -> impl IntoView {
    let (page, tenant) = (life.page, life.tenant.get_value());
    let id = tenant.id;
    let title = Phrase::new("life.production_title", &[("name", tenant.name.as_deref().unwrap_or_default())]);
    let pricing =
        page.load_once(move || async move { page.session.connection().call(&Read { tenant: id }).await });
    let form = Form::new(page);
    let send = Callback::new(move |()| {
        let Some(before) = untrack(|| pricing.get()) else { return };
        let Some(version) = before.version else { return };
        let tenant = life.tenant.get_value();
        let change = || changes::set_pricing(&tenant, (version, before.mode), PricingMode::Production);
        form.send(change, |_| (), move |_| life.done.run(()));
    });
    let why = Signal::derive(move || match pricing.get() {
        None => Some(t("life.production_reading").to_owned()),
        Some(read) if read.version.is_none() => Some(reason(life.screen.state(), &Reason::NoVersion)),
        Some(read) => {
            (read.mode == Some(PricingMode::Production)).then(|| t("life.production_is").to_owned())
        }
    });
    let fact = move |key, value: fn(&tenantry_core::acronis::pricing::Pricing) -> String| {
        let said = move || pricing.get().as_ref().map(value);
        view! { <div class="tn-field"><dt>{t(key)}</dt><dd prop:textContent=said></dd></div> }
    };
    view! {
        <FormDialog page=page title=title words=t("life.production_short") form=form send=send leave=life.leave reason=why>
            <p>{t("life.production_note")}</p>
            <Status loaded=pricing.status()/>
            <dl hidden=move || pricing.get().is_none()>
                {fact("field.pricing_mode", |read| {
                    read.mode.as_ref().map_or_else(|| t("field.unsaid").to_owned(), |mode| word("pricing_mode", mode.as_str()))
                })}
                {fact("life.currency", |read| match &read.currency {
                    None => t("field.unsaid").to_owned(),
                    Some(None) => t("field.none").to_owned(),
                    Some(Some(currency)) => currency.clone(),
                })}
            </dl>
        </FormDialog>
    }
}
