//! A cell of the matrix, in words: who, nobody, nobody but somebody above, not told.

use tenantry_core::acronis::ContactType;
use tenantry_core::acronis::tenancy::{Above, ListedContact, Node, Tree, Whom};

use crate::i18n::{t, tf};

/// A cell as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Cell {
    /// These people.
    People {
        /// Their names.
        text: String,
        /// Everything that is told of them.
        whole: String,
    },
    /// Nobody; with who is nearest above, where that was asked for.
    Nobody(Option<String>),
    /// It was not told, or has not been read.
    NotTold,
}

/// The cell of a tenant. With `above`, who is nearest above where there is nobody.
pub fn cell(tree: &Tree, node: Node, what: ContactType, above: bool) -> Cell {
    match tree.whom(node, what) {
        Whom::People(people) => {
            let whole: Vec<String> = people.iter().map(|one| one.words()).collect();
            Cell::People { text: names(&people), whole: whole.join("; ") }
        }
        Whom::NotTold => Cell::NotTold,
        Whom::Nobody => Cell::Nobody(above.then(|| nearest(tree, node, what)).flatten()),
    }
}

fn nearest(tree: &Tree, node: Node, what: ContactType) -> Option<String> {
    match tree.whom_above(node, what) {
        Above::Nobody => None,
        Above::NotKnown => Some(t("people.above_unknown").to_owned()),
        Above::At(at, people) => {
            Some(tf("people.above", &[("who", &names(&people)), ("tenant", tree.name(at))]))
        }
    }
}

/// Their names, or their addresses where they have none.
fn names(people: &[&ListedContact]) -> String {
    let of = |one: &&ListedContact| match (one.name(), one.email(), one.phone()) {
        (name, ..) if !name.is_empty() => name,
        (_, email, _) if !email.is_empty() => email.to_owned(),
        (.., phone) if !phone.is_empty() => phone.to_owned(),
        _ => t("contacts.nameless").to_owned(),
    };
    people.iter().map(of).collect::<Vec<_>>().join(", ")
}
