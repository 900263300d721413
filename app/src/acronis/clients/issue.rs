//! What issues a secret: creating a client, and resetting the secret of one. The secret is shown when the answer is here.

use leptos::prelude::*;
use tenantry_core::acronis::api_clients::{ApiClient, Create, Issued};
use tenantry_core::acronis::changes::api_clients as changes;
use tenantry_core::acronis::{ClientId, TenantId};

use super::secret::IssuedSecret;
use super::words::name_of;
use crate::i18n::t;
use crate::resource::context::PageContext;
use crate::resource::fields::Field;
use crate::resource::form::{Form, required};
use crate::resource::form_dialog::FormDialog;
use crate::ui::Phrase;

/// What was issued, while its secret is shown.
type Shown = RwSignal<Option<Issued>>;

/// Creating a client.
#[component]
pub fn CreateClient(
    /// The page.
    page: PageContext,
    /// The tenant it will belong to.
    tenant: TenantId,
    /// The clients that are there: none of them is taken for the new one.
    known: Vec<ClientId>,
    /// Leaves.
    leave: Callback<()>,
) -> impl IntoView {
    let (form, shown, known) = (Form::new(page), Shown::new(None), StoredValue::new(known));
    let name = form.text("name", "", required);
    let send = Callback::new(move |()| {
        let new = Create { tenant, name: name.value.get_untracked().trim().to_owned() };
        form.send(
            || changes::create(new, known.get_value()),
            |_| (),
            move |issued| show(page, shown, issued, leave),
        );
    });
    view! {
        <IssueDialog page=page shown=shown form=form title=t("clients.create_title").into() words=t("clients.create_short") send=send leave=leave>
            <Field label=t("clients.name") id="tn-client-name" field=name/>
            <p class="tn-faint">{t("clients.create_note")}</p>
        </IssueDialog>
    }
}

/// Another secret for a client.
#[component]
pub fn ResetSecret(
    /// The page.
    page: PageContext,
    /// The client.
    client: ApiClient,
    /// Leaves.
    leave: Callback<()>,
) -> impl IntoView {
    let (form, shown) = (Form::new(page), Shown::new(None));
    let title = Phrase::new("clients.reset_title", &[("name", &name_of(&client))]);
    let client = StoredValue::new(client);
    let send = Callback::new(move |()| {
        let change = || client.with_value(changes::reset_secret);
        form.send(change, |_| (), move |issued| show(page, shown, issued, leave));
    });
    view! {
        <IssueDialog page=page shown=shown form=form title=title words=t("clients.reset") send=send leave=leave dangerous=true>
            <p>{t("clients.reset_note")}</p>
        </IssueDialog>
    }
}

/// The answer is here: without a client in it there is nothing to show.
fn show(page: PageContext, shown: Shown, issued: Option<Issued>, leave: Callback<()>) {
    page.reload();
    match issued {
        Some(issued) => shown.set(Some(issued)),
        None => leave.run(()),
    }
}

/// The form, and then the secret in its place.
#[component]
fn IssueDialog(
    page: PageContext,
    shown: Shown,
    form: Form,
    title: Phrase,
    words: &'static str,
    send: Callback<()>,
    leave: Callback<()>,
    #[prop(optional)] dangerous: bool,
    children: ChildrenFn,
) -> impl IntoView {
    let (children, title) = (StoredValue::new(children), StoredValue::new(title));
    move || {
        match shown.get() {
        Some(issued) => view! { <IssuedSecret issued=issued leave=leave/> }.into_any(),
        None => view! {
            <FormDialog page=page title=title.get_value() words=words form=form send=send leave=leave dangerous=dangerous>
                {children.with_value(|children| children())}
            </FormDialog>
        }
        .into_any(),
    }
    }
}
