//! What is changed in an account's store shows in its lists, and in no other account's.

use super::*;
use crate::estate::Kind;
use crate::estate::fixed::{CAFE, IBERIA, NORTE};

#[test]
fn updated_since_tells_of_changes_to_their_own_account() {
    let sandbox = sandbox(500);
    let (demo, other) = (Client::new(&sandbox, "demo"), Client::new(&sandbox, "own-1"));
    let own = sandbox.acronis.store(Account::find("demo").unwrap());
    let later = Moment(NOW.0 + 60);
    {
        let mut store = own.write().unwrap();
        let [norte, cafe, iberia] = [NORTE, CAFE, IBERIA].map(|slot| store.estate().fixed(slot).unwrap());
        let made = store.insert(iberia, Kind::Folder, "Made", later).unwrap();
        store.update(norte, later, |tenant| tenant.name = "Norte, renamed".to_owned()).unwrap();
        store.move_below(cafe, made, later).unwrap();
        let unit = store.children(cafe).last().unwrap();
        store.mark_deleted(unit, later).unwrap();
    }
    let since = format!("subtree_root_id={}&lod=basic&updated_since={}&limit=2", demo.top(), NOW.text());
    assert_eq!(names(&demo.all(&since)), ["Norte, renamed", "Made", "Café Orquídea S.L."]);
    let with_deleted = demo.all(&format!("{since}&allow_deleted=true"));
    assert_eq!(names(&with_deleted), ["Norte, renamed", "Made", "Café Orquídea S.L.", "Oficina Gijón"]);
    assert!(!with_deleted[3]["deleted_at"].is_null());
    assert!(other.all(&since).is_empty());
    let all = demo.all(&format!("subtree_root_id={}&lod=stamps", demo.top()));
    assert_eq!(all.len(), 500);
}
