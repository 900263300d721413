//! Whom to contact at a tenant about something, as far as lists know; and who is nearest above.

use super::arena::Tree;
use super::listed_contact::ListedContact;
use super::node::Node;
use crate::vendors::acronis::ContactType;

/// Whom to contact at a tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom<'a> {
    /// These, at least one.
    People(Vec<&'a ListedContact>),
    /// There is nobody.
    Nobody,
    /// It was not told, or has not been read.
    NotTold,
}

/// Who is nearest above a tenant. The vendor does not say that it contacts them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Above<'a> {
    /// These, at this tenant.
    At(Node, Vec<&'a ListedContact>),
    /// Nobody, as far up as can be seen.
    Nobody,
    /// Of a tenant on the way up it is not known.
    NotKnown,
}

impl Tree {
    /// Whom to contact at a tenant about this.
    pub fn whom(&self, node: Node, what: ContactType) -> Whom<'_> {
        match self.facts(node).contacts {
            None => Whom::NotTold,
            Some(types) if !types.has(what) => Whom::Nobody,
            Some(_) => Whom::People(self.contacts(node).iter().filter(|one| one.types.has(what)).collect()),
        }
    }

    /// Who is nearest above a tenant for this.
    pub fn whom_above(&self, node: Node, what: ContactType) -> Above<'_> {
        let mut at = node;
        while let Some(parent) = self.parent(at) {
            match self.whom(parent, what) {
                Whom::People(people) => return Above::At(parent, people),
                Whom::NotTold => return Above::NotKnown,
                Whom::Nobody => at = parent,
            }
        }
        Above::Nobody
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::uuid::Uuid;
    use crate::vendors::acronis::tenancy::{Parent, Record};

    fn contact(types: &[&str], first: &str) -> ListedContact {
        ListedContact::new(types.iter().copied().collect(), [first, "Ruiz", "a@x.example", ""])
    }

    /// A chain of tenants, each below the one before.
    fn chain(contacts: Vec<Option<Vec<ListedContact>>>) -> (Tree, Vec<Node>) {
        let mut tree = Tree::default();
        let put = |(at, contacts): (usize, Option<Vec<ListedContact>>)| {
            let record = Record {
                id: Uuid(at as u128 + 1),
                parent: Parent::Of(Uuid(at.max(1) as u128)),
                name: Some(format!("tenant {at}").into()),
                contacts,
                with_contacts: true,
                ..Record::default()
            };
            tree.put(&record).unwrap()
        };
        let nodes = contacts.into_iter().enumerate().map(put).collect();
        (tree, nodes)
    }

    #[test]
    fn who_it_is_nobody_and_not_told_are_three_answers() {
        let people = vec![contact(&["billing"], "Ana"), contact(&["legal", "billing"], "Eva")];
        let (tree, nodes) = chain(vec![Some(people), Some(Vec::new()), None]);
        let Whom::People(found) = tree.whom(nodes[0], ContactType::Billing) else { panic!() };
        assert_eq!(found.iter().map(|one| one.name()).collect::<Vec<_>>(), ["Ana Ruiz", "Eva Ruiz"]);
        assert_eq!(tree.whom(nodes[0], ContactType::Primary), Whom::Nobody);
        assert_eq!(tree.whom(nodes[1], ContactType::Billing), Whom::Nobody);
        assert_eq!(tree.whom(nodes[2], ContactType::Billing), Whom::NotTold);
    }

    #[test]
    fn the_nearest_above_is_not_looked_for_past_what_is_not_known() {
        let billing = |first: &str| Some(vec![contact(&["billing"], first)]);
        let (tree, nodes) = chain(vec![billing("Ana"), Some(Vec::new()), billing("Eva"), Some(Vec::new())]);
        let at = |node: Node| match tree.whom_above(node, ContactType::Billing) {
            Above::At(node, people) => format!("{} at {}", people[0].name(), tree.name(node)),
            other => format!("{other:?}"),
        };
        assert_eq!(
            nodes.iter().map(|node| at(*node)).collect::<Vec<_>>(),
            ["Nobody", "Ana Ruiz at tenant 0", "Ana Ruiz at tenant 0", "Eva Ruiz at tenant 2"]
        );
        let (tree, nodes) = chain(vec![billing("Ana"), None, Some(Vec::new())]);
        assert_eq!(tree.whom_above(nodes[2], ContactType::Billing), Above::NotKnown);
    }
}
