//! The one snapshot of all URLs, there and back, and what other spellings mean.

use tenantry_core::Uuid;
use tenantry_core::acronis::tenancy::{self, Facet, SortBy};

use super::Place;
use crate::acronis::list::columns::Column;
use crate::acronis::list::setting::own::OwnFilter;
use crate::acronis::list::view::ListView as TenantListView;
use crate::acronis::people::view::PeopleView;
use crate::acronis::route::{Tab, TenantsPath, page_of};
use crate::acronis::settings::view::{SettingsView, Show, Sort as SettingsSort};
use crate::ionos::route::{self, GROUPS, RESOURCES, UNITS, USERS};
use crate::resource::list::view::{ListView, Sort};

const ID: &str = "f313ecf6-9256-4afd-9d47-72e032ee81d0";

fn tenants() -> Vec<(&'static str, TenantsPath, &'static str)> {
    let tenant = Uuid::parse(ID);
    let settings = SettingsView {
        text: "day".to_owned(),
        application: Some(Uuid(1)),
        show: Show::Shadowed,
        sort: SettingsSort::From,
        chosen: Some((Uuid(1), "report/weekly 50%".to_owned())),
        below: true,
        with: Some(Uuid(2)),
    };
    let of_settings = |filter: &str, settings: SettingsView| TenantsPath {
        tenant,
        tab: Tab::Settings,
        filter: filter.to_owned(),
        settings,
        ..TenantsPath::default()
    };
    let list = TenantsPath {
        tenant,
        tab: Tab::List,
        facets: ["state:disabled", "mfa:?"].into_iter().filter_map(Facet::read).collect(),
        list: TenantListView {
            sort: tenancy::Sort { by: SortBy::Updated, descending: true },
            since: Some("2026-11-25".to_owned()),
            columns: Some(vec![Column::Name, Column::Updated, Column::Id]),
            setting: Some((Uuid(1), "report/weekly 50%".to_owned())),
            own: Some(OwnFilter::Ignored),
        },
        ..TenantsPath::default()
    };
    let filtered = |filter: &str| TenantsPath { filter: filter.to_owned(), ..TenantsPath::default() };
    vec![
        ("acronis-eu", TenantsPath::of(None), "/acronis-eu/tenants"),
        ("acronis-eu", TenantsPath::of(tenant), "/acronis-eu/tenants/f313ecf6-9256-4afd-9d47-72e032ee81d0"),
        (
            "a",
            of_settings("", SettingsView::default()),
            "/a/tenants/f313ecf6-9256-4afd-9d47-72e032ee81d0/settings",
        ),
        (
            "a",
            of_settings("x", settings),
            "/a/tenants/f313ecf6-9256-4afd-9d47-72e032ee81d0/settings?q=x&find=day&app=00000000-0000-0000-0000-000000000001&show=shadowed&sort=from&why=00000000-0000-0000-0000-000000000001/report/weekly%2050%25&below=true&with=00000000-0000-0000-0000-000000000002",
        ),
        (
            "a",
            list,
            "/a/tenants/f313ecf6-9256-4afd-9d47-72e032ee81d0/list?facets=state:disabled,mfa:%3F&since=2026-11-25&sort=-updated_at&columns=name,updated_at,id&setting=00000000-0000-0000-0000-000000000001/report/weekly%2050%25&own=ignored",
        ),
        (
            "a",
            TenantsPath { tab: Tab::Contacts, ..TenantsPath::of(tenant) },
            "/a/tenants/f313ecf6-9256-4afd-9d47-72e032ee81d0/contacts",
        ),
        ("a", filtered("café & c+d/é?"), "/a/tenants?q=caf%C3%A9%20%26%20c%2Bd/%C3%A9%3F"),
    ]
}

fn people() -> Vec<(&'static str, PeopleView, &'static str)> {
    let all = PeopleView {
        under: Uuid::parse(ID),
        who: "ana@x.example".to_owned(),
        facets: ["without:billing", "kind:customer"].into_iter().filter_map(Facet::read).collect(),
        above: true,
    };
    vec![
        ("a", PeopleView::default(), "/a/contacts"),
        (
            "a",
            all,
            "/a/contacts?under=f313ecf6-9256-4afd-9d47-72e032ee81d0&who=ana@x.example&facets=without:billing,kind:customer&above=true",
        ),
    ]
}

fn lists() -> Vec<(&'static str, ListView, &'static str)> {
    let item = |item: &str| ListView { item: Some(item.to_owned()), ..ListView::default() };
    let sorted = ListView {
        filter: "ann".to_owned(),
        sort: Some(Sort { column: "email".to_owned(), descending: true }),
        columns: Some(vec!["email".to_owned(), "name".to_owned()]),
        ..item("63cef532")
    };
    vec![
        (UNITS, ListView::default(), "/io/backup-units"),
        (GROUPS, item("15f6"), "/io/groups/15f6"),
        (RESOURCES, item("backupunit/15 f6"), "/io/resources/backupunit/15%20f6"),
        (USERS, sorted, "/io/users/63cef532?q=ann&sort=-email&columns=email,name"),
    ]
}

#[test]
fn there_and_back() {
    assert_eq!((Place::default().to_url().as_str(), Place::parse("/")), ("/", Place::default()));
    for (connection, path, url) in tenants() {
        let place = path.place(connection);
        assert_eq!(place.to_url(), url);
        assert_eq!(Place::parse(url), place);
        assert_eq!(TenantsPath::read(&place), Some(path));
    }
    for (connection, view, url) in people() {
        let place = view.place(connection);
        assert_eq!(place.to_url(), url);
        assert_eq!(Place::parse(url), place);
        assert_eq!((PeopleView::read(&place), page_of(&place)), (Some(view), Some("contacts")));
    }
    for (list, view, url) in lists() {
        let place = view.place("io", list);
        assert_eq!(place.to_url(), url);
        assert_eq!(Place::parse(url), place);
        assert_eq!((route::list_of(&place), ListView::read(&place)), (Some(list), view));
    }
}

#[test]
fn other_spellings_and_nonsense() {
    assert_eq!(Place::parse(""), Place::default());
    let read = |url: &str| TenantsPath::read(&Place::parse(url));
    assert_eq!(read("/acronis-eu/"), Some(TenantsPath::of(None)));
    assert_eq!(read("/a/tenants/?x=1&q=a+b").map(|path| path.filter), Some("a b".to_owned()));
    assert_eq!(read(&format!("/a/tenants/{ID}/overview")), Some(TenantsPath::of(Uuid::parse(ID))));
    let odd = [
        "/a/tenants/f313ecf6-9256-4afd-9d47-72e032ee81d0/x",
        "/a/tenants/nonsense",
        "/a/b/c/d/e",
        "/a/policies",
    ];
    for url in odd {
        assert_eq!((read(url), route::list_of(&Place::parse(url))), (None, None), "{url}");
    }
    assert_eq!(page_of(&Place::parse("/a/contacts?under=x&facets=x,y:z")), Some("contacts"));
    assert_eq!(
        (page_of(&Place::parse("/a/contacts/x")), page_of(&Place::parse("/a"))),
        (None, Some("tenants"))
    );
    // What one vendor's connection shows, another's does not.
    assert_eq!((read("/a/users"), route::list_of(&Place::parse("/a/users"))), (None, Some(USERS)));
    assert_eq!(route::list_of(&Place::parse("/io")), Some(UNITS));
}
