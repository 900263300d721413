//! The dialog of a batch: first what would be sent, then what came of it.

use leptos::prelude::*;

use super::DRAWN;
use super::run::Run;
use super::status::{BatchStatus, more};
use super::step::Step;
use crate::i18n::{t, tf, tn};
use crate::mount::Leaving;
use crate::resource::context::PageContext;
use crate::resource::form_dialog::DialogButtons;
use crate::ui::{Badge, Live, Modal, Name, format};

/// The dialog.
#[component]
pub fn BatchDialog(
    /// The page.
    page: PageContext,
    /// Its title.
    title: String,
    /// What the button says.
    words: &'static str,
    /// What would be sent, as the fields are now.
    steps: Callback<(), Vec<Step>>,
    /// Why it cannot be sent as the fields are now.
    #[prop(optional, into)]
    reason: Signal<Option<String>>,
    /// What is sent takes something away.
    #[prop(optional)]
    dangerous: bool,
    /// No step bears on another: several are on their way together.
    #[prop(optional)]
    independent: bool,
    /// What is shown once nothing more is sent: it is handed the numbers of the steps that were carried out.
    #[prop(optional)]
    after: Option<Callback<Vec<usize>, AnyView>>,
    /// Leaves; whatever was sent has been answered.
    leave: Callback<()>,
    /// The fields.
    children: ChildrenFn,
) -> impl IntoView {
    let run = Run::new(page.session, !independent);
    let leaving = Signal::derive(move || match (run.at_work.get(), run.waiting()) {
        (true, _) => Leaving::Busy,
        (false, 0) => Leaving::Free,
        (false, waiting) => Leaving::Asks(tn("bulk.leave", waiting, &format::number(waiting))),
    });
    let leave = page.mount.guard(leaving, leave);
    let fields = StoredValue::new(children);
    let begin = Callback::new(move |()| run.begin(untrack(|| steps.run(()))));
    let has_begun = Memo::new(move |_| run.has_begun());
    view! {
        <Modal title=title leave=leave dangerous=dangerous>
            {move || match has_begun.get() {
                true => view! { <BatchStatus run=run after=after leave=leave/> }.into_any(),
                false => view! {
                    {fields.with_value(|fields| fields())}
                    <Plan page=page steps=steps words=words reason=reason dangerous=dangerous independent=independent begin=begin leave=leave/>
                }
                .into_any(),
            }}
        </Modal>
    }
}

/// What would be sent, and the button that sends it.
#[component]
fn Plan(
    page: PageContext,
    steps: Callback<(), Vec<Step>>,
    words: &'static str,
    reason: Signal<Option<String>>,
    dangerous: bool,
    independent: bool,
    begin: Callback<()>,
    leave: Callback<()>,
) -> impl IntoView {
    let sent = Memo::new(move |_| steps.run(()).iter().filter(|step| step.skipped.is_none()).count());
    let reason = Signal::derive(move || {
        let frozen = page.frozen().map(str::to_owned);
        frozen.or_else(|| reason.get()).or_else(|| (sent.get() == 0).then(|| t("bulk.nothing").to_owned()))
    });
    let head_words = if independent { "bulk.plan_together" } else { "bulk.plan" };
    let head = move || tn(head_words, sent.get(), &format::number(sent.get()));
    let row = |step: Step| {
        let skipped = step
            .skipped
            .map(|why| view! { " " <Badge text=t("bulk.skipped")/> " " <span class="tn-faint" prop:textContent=why></span> });
        view! { <li><Name text=step.name/> {skipped}</li> }
    };
    let label = move || tf("bulk.begin", &[("what", words), ("n", &format::number(sent.get()))]);
    view! {
        <p><strong><Live text=Signal::derive(head)/></strong></p>
        <ul class="tn-bulk" tabindex="0">
            {move || {
                let steps = steps.run(());
                let count = steps.len();
                view! { {steps.into_iter().take(DRAWN).map(row).collect_view()} {more(count)} }
            }}
        </ul>
        <DialogButtons reason=reason label=Signal::derive(label) dangerous=dangerous barred=Signal::derive(move || reason.with(Option::is_some)) send=begin leave=leave/>
    }
}
