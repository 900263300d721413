//! Moving a tenant below another one, with what that does to its settings.

use leptos::prelude::*;
use tenantry_core::acronis::changes::tenants as changes;
use tenantry_core::acronis::rules::guide_to_move;
use tenantry_core::acronis::{TenantEdit, TenantField, TenantValues};

use super::effects::Effects;
use super::life::Life;
use super::targets::Targets;
use super::words::reason;
use crate::acronis::search::LoadedHit;
use crate::acronis::tenants::refresh;
use crate::i18n::{t, tn};
use crate::resource::form::Form;
use crate::resource::form_dialog::FormDialog;
use crate::ui::{Phrase, PhraseText, format};

/// The dialog.
#[component]
pub(super) fn MoveTenant(
    /// What the dialogs share.
    life: Life,
    /// The tenant's version.
    version: i64,
) -> impl IntoView {
    let screen = life.screen;
    let before = life.tenant.get_value();
    let (id, kind) = (before.id.0, before.kind.clone());
    let title = Phrase::new("life.move_title", &[("name", before.name.as_deref().unwrap_or_default())]);
    let form = Form::new(life.page);
    let chosen = RwSignal::new(None::<LoadedHit>);
    let send = Callback::new(move |()| {
        let Some(target) = chosen.get_untracked() else { return };
        let before = life.tenant.get_value();
        let values = TenantValues::from([(TenantField::Parent, target.tenant.to_string().into())]);
        let Ok(edit) = TenantEdit::of(&before, values) else { return };
        form.send(
            || changes::update(before, version, edit),
            |_| (),
            move |tenant| {
                life.put(tenant.as_ref());
                // What stands below it may say something else now.
                refresh(screen.state());
                life.done.run(());
            },
        );
    });
    let why = Signal::derive(move || chosen.with(Option::is_none).then(|| t("life.move_choose").to_owned()));
    let below =
        screen.tenants.peek(|tree, _| tree.find(id).map(|node| tree.below(node).all)).unwrap_or_default();
    let advice = move || {
        let target = chosen.get()?;
        let why = guide_to_move(kind.as_ref(), target.kind.as_ref()).err()?;
        Some(reason(screen.state(), &why))
    };
    let effects = move || {
        let target = chosen.get()?;
        let to = Phrase::new("life.move_to", &[("name", &target.title)]);
        Some(view! {
            <p><strong><PhraseText phrase=to/></strong></p>
            <Effects state=screen.state() tenant=id target=target.tenant/>
        })
    };
    view! {
        <FormDialog page=life.page title=title words=t("life.move_short") form=form send=send leave=life.leave reason=why>
            <Targets state=screen.state() tenant=id chosen=chosen/>
            <p class="tn-note tn-note--warn" role="status" hidden={let advice = advice.clone(); move || advice().is_none()} prop:textContent=advice></p>
            {effects}
            {(below > 0).then(|| view! { <p class="tn-faint">{tn("life.moves_along", below, &format::number(below))}</p> })}
        </FormDialog>
    }
}
