//! Contacts from a CSV file: what is wrong with it by line and column, then what would be written, then what came of it.
//! While something is wrong nothing is sent.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenantry_core::acronis::contact_file::{BadCell, ContactFile, ContactRow, FileFault, Wrong, read_file};
use tenantry_core::acronis::contact_plan::{Planned, Skip, of_rows, tenants_of};
use tenantry_core::acronis::rules::Reason;
use tenantry_core::csv::CsvFault;

use super::context::PeopleContext;
use super::steps::{ContactsRead, Steps};
use crate::acronis::contacts::{field_errors, reason};
use crate::i18n::{t, tf, tn};
use crate::mount::platform;
use crate::resource::batch::{BatchDialog, Step};
use crate::resource::context::PageContext;
use crate::resource::fields::Tick;
use crate::ui::loaded::Status;
use crate::ui::text::visible;
use crate::ui::{Live, Loaded, Modal, format};

/// So many faults of a file are listed; who has more of them has one kind of fault many times.
const LISTED: usize = 50;

/// A hundred thousand contacts have a fifth of this.
const MOST_BYTES: usize = 50 << 20;

/// The dialogs, one after the other: choosing a file, then what would be written.
#[component]
pub fn ImportContacts(
    /// The screen.
    page: PeopleContext,
    /// Leaves.
    leave: Callback<()>,
) -> impl IntoView {
    let file = RwSignal::new(None::<Arc<ContactFile>>);
    move || match file.get() {
        None => view! { <ChooseFile page=page file=file leave=leave/> }.into_any(),
        Some(file) => view! { <Import page=page file=file leave=leave/> }.into_any(),
    }
}

/// What became of the file that was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Chosen {
    Unreadable,
    TooLarge,
    Fault(FileFault),
    Bad(Vec<BadCell>),
    NoRows,
}

#[component]
fn ChooseFile(
    page: PeopleContext,
    file: RwSignal<Option<Arc<ContactFile>>>,
    leave: Callback<()>,
) -> impl IntoView {
    let chosen = RwSignal::new(None::<Chosen>);
    let choose = move |event| {
        let field = event_target::<web_sys::HtmlInputElement>(&event);
        if platform::chosen_size(&field).is_some_and(|size| size > MOST_BYTES as f64) {
            field.set_value("");
            return chosen.set(Some(Chosen::TooLarge));
        }
        spawn_local(async move {
            let bytes = platform::chosen_file(&field).await;
            // The same file may be chosen again once it is corrected.
            field.set_value("");
            match bytes.map(|bytes| read_file(&bytes)) {
                None => chosen.set(Some(Chosen::Unreadable)),
                Some(Err(fault)) => chosen.set(Some(Chosen::Fault(fault))),
                Some(Ok(read)) if !read.bad.is_empty() => chosen.set(Some(Chosen::Bad(read.bad))),
                Some(Ok(read)) if read.rows.is_empty() => chosen.set(Some(Chosen::NoRows)),
                Some(Ok(read)) => file.set(Some(Arc::new(read))),
            }
        });
    };
    let (input, columns) = (page.mount.id("tn-import-file"), page.mount.id("tn-import-columns"));
    let wrong = move || chosen.get().map(|chosen| view! { <Faults chosen=chosen/> });
    view! {
        <Modal title=t("people.import.title") leave=leave>
            <p id=columns.clone()>{t("people.import.columns")}</p>
            <p>{t("people.import.rule")}</p>
            <div class="tn-formfield">
                <label for=input.clone()>{t("people.import.file")}</label>
                <input id=input class="tn-input" type="file" accept=".csv,.txt,text/csv" aria-describedby=columns on:change=choose/>
            </div>
            <div role="status">{wrong}</div>
            <div class="tn-edit__buttons">
                <button type="button" class="tn-button" on:click=move |_| leave.run(())>{t("edit.cancel")}</button>
            </div>
        </Modal>
    }
}

#[component]
fn Faults(chosen: Chosen) -> impl IntoView {
    let (title, cells) = match chosen {
        Chosen::Unreadable => (t("people.import.unreadable").to_owned(), Vec::new()),
        Chosen::TooLarge => {
            (tf("people.import.too_large", &[("most", &format::bytes(MOST_BYTES))]), Vec::new())
        }
        Chosen::NoRows => (t("people.import.no_rows").to_owned(), Vec::new()),
        Chosen::Fault(fault) => (file_words(&fault), Vec::new()),
        Chosen::Bad(cells) => (tn("people.import.bad", cells.len(), &format::number(cells.len())), cells),
    };
    let more = cells.len().saturating_sub(LISTED);
    let line = |cell: &BadCell| view! { <li translate="no" prop:textContent=cell_words(cell)></li> };
    view! {
        <div class="tn-note tn-note--warn">
            <p prop:textContent=title></p>
            <ul class="tn-bulk" tabindex="0" hidden=cells.is_empty()>
                {cells.iter().take(LISTED).map(line).collect_view()}
                {(more > 0).then(|| view! { <li prop:textContent=tf("bulk.more", &[("n", &format::number(more))])></li> })}
            </ul>
            <p>{t("people.import.nothing_sent")}</p>
        </div>
    }
}

fn file_words(fault: &FileFault) -> String {
    let at = |key: &str, line: usize| tf(key, &[("line", &format::number(line))]);
    match fault {
        FileFault::Csv(CsvFault::Encoding { line }) => at("people.import.encoding", *line),
        FileFault::Csv(CsvFault::OpenQuote { line }) => at("people.import.open_quote", *line),
        FileFault::Csv(CsvFault::AfterQuote { line }) => at("people.import.after_quote", *line),
        FileFault::Empty => t("people.import.no_rows").to_owned(),
        FileFault::NoColumn(column) => tf("people.import.no_column", &[("column", column)]),
        FileFault::ColumnTwice(column) => tf("people.import.column_twice", &[("column", column)]),
    }
}

fn cell_words(cell: &BadCell) -> String {
    let why = match &cell.wrong {
        Wrong::Rule(Reason::NoId) => t("people.import.no_id").to_owned(),
        Wrong::Rule(why) => reason(why),
        Wrong::NoSuchType(word) => tf("people.import.no_type", &[("word", &visible(word))]),
        Wrong::Twice(line) => tf("people.import.twice", &[("line", &format::number(*line))]),
        Wrong::TooManyCells => t("people.import.too_many").to_owned(),
    };
    tf("people.import.cell", &[("line", &format::number(cell.line)), ("column", cell.column), ("why", &why)])
}

/// A row of the file with what is to be written for it.
type PlannedRow = (ContactRow, Planned);

#[component]
fn Import(page: PeopleContext, file: Arc<ContactFile>, leave: Callback<()>) -> impl IntoView {
    let context = PageContext::new(page.session, field_errors);
    let tenants = StoredValue::new(tenants_of(&file.rows));
    let read = RwSignal::new(0);
    let shared = Steps::new(page, context);
    let loaded: Loaded<Arc<ContactsRead>> = context.load_once(move || {
        // Its view may have gone.
        shared.read(tenants.get_value(), move |count| _ = read.try_set(count))
    });
    let ignored = file.ignored.join(", ");
    let title = tn("people.import.plan", file.rows.len(), &format::number(file.rows.len()));
    let planned = Memo::new(move |_| loaded.get().map(|contacts| plan(&file.rows, &contacts)));
    let steps = Callback::new(move |()| {
        planned.with(|planned| steps(shared, planned.as_deref().unwrap_or_default()))
    });
    let bad = Memo::new(move |_| {
        let is_bad = |(_, planned): &&PlannedRow| is_bad(planned);
        planned.with(|planned| planned.as_ref().map_or(0, |planned| planned.iter().filter(is_bad).count()))
    });
    let leaves_out = RwSignal::new(false);
    let reason = Signal::derive(move || match (planned.with(Option::is_some), bad.get()) {
        (false, _) => Some(t("people.import.reading").to_owned()),
        (true, 0) => None,
        (true, _) => (!leaves_out.get()).then(|| t("people.import.correct").to_owned()),
    });
    let progress = Signal::derive(move || {
        let (read, all) = (format::number(read.get()), format::number(tenants.with_value(Vec::len)));
        tf("people.import.progress", &[("n", &read), ("all", &all)])
    });
    let bad_words = move || tn("people.import.not_written", bad.get(), &format::number(bad.get()));
    view! {
        <BatchDialog page=context title=title words=t("people.import.send") steps=steps reason=reason independent=true leave=leave>
            <p class="tn-faint" hidden=move || planned.with(Option::is_some)><Live text=progress/></p>
            <Status loaded=loaded.status()/>
            <p class="tn-note" hidden=ignored.is_empty() translate="no" prop:textContent=tf("people.import.ignored", &[("columns", &visible(&ignored))])></p>
            <Show when=move || { bad.get() > 0 }>
                <p class="tn-note tn-note--warn" prop:textContent=bad_words></p>
                <Tick label=t("people.import.leave_out").to_owned() on=leaves_out/>
            </Show>
        </BatchDialog>
    }
}

/// What is to be written for each row; the rows for which nothing can be come first.
fn plan(rows: &[ContactRow], contacts: &ContactsRead) -> Vec<PlannedRow> {
    let mut planned: Vec<PlannedRow> = rows.iter().cloned().zip(of_rows(rows, contacts)).collect();
    planned.sort_by_key(|(_, planned)| !is_bad(planned));
    planned
}

fn is_bad(planned: &Planned) -> bool {
    matches!(planned, Planned::Skip(why) if *why != Skip::Same)
}

fn steps(shared: Steps, planned: &[PlannedRow]) -> Vec<Step> {
    let step = |(row, planned): &PlannedRow| {
        let mut step = shared.step(row.tenant, row.email(), planned);
        step.name = tf("people.import.step", &[("line", &format::number(row.line)), ("what", &step.name)]);
        step
    };
    planned.iter().map(step).collect()
}
