//! What moving a tenant does to its settings, foreseen from its own settings and those of the tenant that it would stand
//! below. Nothing is said of the tenants below it.

use super::column::Column;
use super::compare::compare;
use super::facts::Reported;
use super::rule::Inheritance;
use super::state::{Gap, State};
use crate::uuid::Uuid;
use crate::vendors::acronis::tenancy::Node;
use crate::vendors::acronis::{ApplicationId, Setting, Value};

/// A setting of the tenant that is moved.
#[derive(Clone, Debug, PartialEq)]
pub struct MovedSetting {
    /// The application that it belongs to.
    pub application: Option<ApplicationId>,
    /// Its name.
    pub name: String,
    /// The value that applies now; `None` where none does.
    pub before: Option<Value>,
    /// What the move does to it.
    pub effect: MoveEffect,
}

/// What a move does to a setting.
#[derive(Clone, Debug, PartialEq)]
pub enum MoveEffect {
    /// The same value applies, locked or not as before.
    Stays,
    /// Another value applies, or it is locked otherwise.
    Changes {
        /// The value; `None`: none applies.
        value: Option<Value>,
        /// Whether a lock above keeps an own value out.
        locked: bool,
    },
    /// It cannot be told.
    Unknown(Gap),
}

/// Foresees a move. `mine` are the settings of the tenant, `theirs` those of the tenant that it would stand below;
/// settings that neither list has are left out.
pub fn foresee_move<'a>(
    (tenant, target): (Uuid, Uuid),
    (mine, theirs): (&'a [Setting], &'a [Setting]),
    inheritance: impl Fn(&'a Setting) -> Inheritance,
) -> Vec<MovedSetting> {
    let rows = compare(mine, theirs);
    let moved = rows.into_iter().filter_map(|row| {
        let any = row.one.or(row.other)?;
        let column = column(inheritance(any), row.one, row.other);
        Some(MovedSetting {
            application: row.application(),
            name: row.name().to_owned(),
            before: row.one.and_then(|one| one.effective.as_ref()?.value.clone()),
            effect: effect(&column, tenant, target),
        })
    });
    moved.collect()
}

const MINE: Node = Node::at(0);
const THEIRS: Node = Node::at(1);

fn column(inheritance: Inheritance, mine: Option<&Setting>, theirs: Option<&Setting>) -> Column {
    let mut column = Column::new(inheritance);
    for (node, setting) in [(MINE, mine), (THEIRS, theirs)] {
        match setting {
            Some(setting) => column.put(node, setting),
            None => column.put_nothing(node),
        }
    }
    column
}

fn effect(column: &Column, tenant: Uuid, target: Uuid) -> MoveEffect {
    let (own, before) = (column.own(MINE), column.reported(MINE));
    let rule = column.rule();
    let above = rule.step_at_edge(target, Gap::Above, column.own(THEIRS), column.reported(THEIRS));
    let after = rule.step(tenant, above.passed, own).effective;
    let was = match before {
        Reported::Value(was) => Some((was.value, was.lock)),
        Reported::Nothing => None,
        Reported::Unknown(gap) => return MoveEffect::Unknown(gap),
    };
    let is = match after {
        State::Unknown(gap) => return MoveEffect::Unknown(gap),
        State::Nothing => None,
        State::Value(is) => Some((Some(is.value), is.lock())),
    };
    if was == is {
        return MoveEffect::Stays;
    }
    let (value, locked) = is.unwrap_or_default();
    MoveEffect::Changes { value: value.map(|value| column.value(value).clone()), locked }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

    use super::*;

    const TENANT: Uuid = Uuid(1);
    const TARGET: Uuid = Uuid(2);
    const ABOVE: Uuid = Uuid(3);

    fn setting(name: &str, own: Json, effective: Json) -> Setting {
        serde_json::from_value(json!({"name": name, "own": own, "effective": effective})).unwrap()
    }

    fn applies(value: u32, owner: Uuid, lock: bool) -> Json {
        json!({"value": value, "lock": lock, "owner": {"type": "tenant", "id": owner.to_string()}})
    }

    fn own(value: u32, exclusive: bool) -> Json {
        json!({"value": value, "lock": false, "exclusive": exclusive})
    }

    fn effect_of(mine: Setting, theirs: Setting) -> MoveEffect {
        let (mine, theirs) = ([mine], [theirs]);
        let all = foresee_move((TENANT, TARGET), (&mine, &theirs), |_| Inheritance::Override);
        assert_eq!(all.len(), 1);
        all[0].effect.clone()
    }

    fn changes(value: u32, locked: bool) -> MoveEffect {
        MoveEffect::Changes { value: Some(serde_json::from_value(json!(value)).unwrap()), locked }
    }

    #[test]
    fn what_the_new_parent_hands_down_applies() {
        let inherits = || setting("a", Json::Null, applies(1, ABOVE, false));
        let theirs = |own, value| setting("a", own, applies(value, TARGET, false));
        assert_eq!(effect_of(inherits(), theirs(own(2, false), 2)), changes(2, false));
        assert_eq!(effect_of(inherits(), theirs(own(1, false), 1)), MoveEffect::Stays);
        // An exclusive value is not handed down, and what is cannot be seen.
        assert_eq!(effect_of(inherits(), theirs(own(2, true), 2)), MoveEffect::Unknown(Gap::Above));
    }

    #[test]
    fn an_own_value_stays_unless_it_is_locked_out() {
        let mine = || setting("a", own(1, false), applies(1, TENANT, false));
        let theirs = |lock| setting("a", Json::Null, applies(2, ABOVE, lock));
        assert_eq!(effect_of(mine(), theirs(false)), MoveEffect::Stays);
        assert_eq!(effect_of(mine(), theirs(true)), changes(2, true));
        // Nothing is handed down: what was inherited goes.
        let inherited = setting("a", Json::Null, applies(1, ABOVE, false));
        let nothing = setting("a", Json::Null, Json::Null);
        assert_eq!(effect_of(inherited, nothing), MoveEffect::Changes { value: None, locked: false });
    }
}
