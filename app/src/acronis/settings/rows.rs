//! The settings of a tenant as rows: what each is, which are shown, and in which order.

use tenantry_core::Uuid;
use tenantry_core::acronis::setting::Schema;
use tenantry_core::acronis::{Effective, OwnerType, Setting};
use tenantry_core::fold::Query;

use super::values;
use super::view::{SettingsView, Show, Sort};

/// What became of a setting on a tenant, in the server's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Its own value applies, or takes part.
    Own,
    /// It has no own value.
    Inherited,
    /// It has an own value, and a locked one from elsewhere applies.
    Shadowed,
    /// It has an own number, and a smaller one from elsewhere applies.
    SmallerWins,
    /// It has an own value, and one from elsewhere applies that neither a lock nor a minimum explains.
    Unexplained,
}

/// A setting on a tenant.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What the server says.
    pub setting: Setting,
    /// The application's id; zeroes where the answer has none.
    pub application: Uuid,
    /// The application's name, or its id.
    pub application_name: String,
    /// What the server says of the setting in general.
    pub schema: Option<Schema>,
    /// What became of it.
    pub status: Status,
    /// The name of the tenant that the value comes from, or other words for it.
    pub from: String,
}

impl Row {
    /// Whether the console says no more than that it is there, unless asked to.
    pub fn is_hidden(&self) -> bool {
        self.effective().is_some_and(|effective| effective.hidden)
    }

    /// Whether the value may not be overridden below.
    pub fn is_locked(&self) -> bool {
        self.effective().is_some_and(|effective| effective.lock)
    }

    /// Whether its own value is for the tenant alone.
    pub fn is_exclusive(&self) -> bool {
        self.setting.own.as_ref().is_some_and(|own| own.exclusive)
    }

    /// What applies.
    pub fn effective(&self) -> Option<&Effective> {
        self.setting.effective.as_ref()
    }

    /// The key of the URL.
    pub fn key(&self) -> (Uuid, String) {
        (self.application, self.setting.name.clone())
    }
}

/// What became of a setting on a tenant.
pub fn status(setting: &Setting, tenant: Uuid, schema: Option<&Schema>) -> Status {
    let Some(own) = &setting.own else { return Status::Inherited };
    let Some(effective) = &setting.effective else { return Status::Unexplained };
    let owner = effective.owner.as_ref();
    if owner.is_none_or(|owner| owner.kind == OwnerType::Tenant && owner.id == tenant) {
        return Status::Own;
    }
    let minimum = schema.is_some_and(|schema| schema.inheritance_type.as_deref() == Some("minimum"));
    match effective.lock {
        _ if minimum && effective.lock == own.lock => Status::SmallerWins,
        true => Status::Shadowed,
        false => Status::Unexplained,
    }
}

/// Whether a row is of the kind that is asked for.
pub fn is_shown(row: &Row, show: Show) -> bool {
    match show {
        Show::Usual => true,
        Show::Own => matches!(row.status, Status::Own | Status::SmallerWins | Status::Unexplained),
        Show::Inherited => row.status == Status::Inherited,
        Show::Shadowed => row.status == Status::Shadowed,
        Show::Locked => row.is_locked(),
        Show::Exclusive => row.is_exclusive(),
    }
}

/// The rows that a view shows, in its order.
pub fn shown(rows: &[Row], view: &SettingsView) -> Vec<Row> {
    let query = Query::new(&view.text);
    let has = |part: String| query.is_in(&part);
    let matches = |row: &&Row| {
        let value = row.effective().and_then(|effective| effective.value.as_ref());
        let own = row.setting.own.as_ref().map(|own| &own.value);
        view.application.is_none_or(|application| application == row.application)
            && is_shown(row, view.show)
            && (has(row.setting.name.clone())
                || value.is_some_and(|value| has(values::short(value)))
                || own.is_some_and(|own| has(values::short(own))))
    };
    let mut shown: Vec<Row> = rows.iter().filter(matches).cloned().collect();
    shown.sort_by(|one, other| {
        let by_name = || one.setting.name.cmp(&other.setting.name);
        let by_application = || one.application_name.cmp(&other.application_name);
        match view.sort {
            Sort::Usual => by_application().then_with(by_name),
            Sort::Name => by_name().then_with(by_application),
            Sort::From => one.from.cmp(&other.from).then_with(by_name),
            Sort::OwnFirst => {
                let inherited = |row: &Row| row.setting.own.is_none();
                inherited(one).cmp(&inherited(other)).then_with(by_name)
            }
        }
    });
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Uuid = Uuid(1);

    fn row(json: &str, inheritance: Option<&str>) -> Row {
        let setting: Setting = serde_json::from_str(json).unwrap();
        let schema = Schema {
            name: setting.name.clone(),
            application_id: None,
            inheritance_type: inheritance.map(str::to_owned),
            business_type: None,
        };
        let status = status(&setting, HERE, Some(&schema));
        let (application, from) = (Uuid(9), String::new());
        Row {
            setting,
            application,
            application_name: "Backup".to_owned(),
            schema: Some(schema),
            status,
            from,
        }
    }

    fn json(name: &str, own: &str, owner: u128, value: &str, lock: bool) -> String {
        format!(
            r#"{{"name":"{name}","own":{own},"effective":{{"owner":{{"type":"tenant","id":"{}"}},"value":{value},"lock":{lock}}}}}"#,
            Uuid(owner)
        )
    }

    const OWN: &str = r#"{"value":40,"lock":false,"exclusive":false}"#;

    #[test]
    fn what_became_of_it() {
        let of = |own, owner, lock, inheritance| row(&json("x", own, owner, "7", lock), inheritance).status;
        assert_eq!(of("null", 2, true, None), Status::Inherited);
        assert_eq!(of(OWN, 1, false, None), Status::Own);
        assert_eq!(of(OWN, 2, true, None), Status::Shadowed);
        assert_eq!(of(OWN, 2, false, Some("minimum")), Status::SmallerWins);
        assert_eq!(of(OWN, 2, true, Some("minimum")), Status::Shadowed);
        assert_eq!(of(OWN, 2, false, None), Status::Unexplained);
    }

    #[test]
    fn filtered_and_sorted() {
        let rows = [
            row(&json("zeta", OWN, 1, "40", false), None),
            row(&json("alpha", "null", 2, "\"Café\"", true), None),
            row(&json("mid", OWN, 2, "7", true), None),
        ];
        let names = |view: SettingsView| {
            shown(&rows, &view).into_iter().map(|row| row.setting.name).collect::<Vec<_>>()
        };
        assert_eq!(names(SettingsView::default()), ["alpha", "mid", "zeta"]);
        assert_eq!(
            names(SettingsView { sort: Sort::OwnFirst, ..SettingsView::default() }),
            ["mid", "zeta", "alpha"]
        );
        assert_eq!(names(SettingsView { show: Show::Shadowed, ..SettingsView::default() }), ["mid"]);
        assert_eq!(names(SettingsView { show: Show::Locked, ..SettingsView::default() }), ["alpha", "mid"]);
        assert_eq!(names(SettingsView { text: "CAFE".to_owned(), ..SettingsView::default() }), ["alpha"]);
        assert_eq!(names(SettingsView { text: "4".to_owned(), ..SettingsView::default() }), ["mid", "zeta"]);
        assert!(names(SettingsView { application: Some(HERE), ..SettingsView::default() }).is_empty());
    }
}
