//! What the rule finds, in sentences.

use tenantry_core::Uuid;
use tenantry_core::acronis::inheritance::{
    Agreement, Column, Explanation, Gap, Locked, Reported, Role, State, Why,
};

use super::values;
use crate::i18n::{t, tf};
use crate::ui::phrase::Phrase;

/// Names of tenants, for sentences.
pub type Names<'a> = &'a dyn Fn(Uuid) -> String;

/// One sentence: why the value is what it is.
pub fn why(why: Why, names: Names<'_>) -> Phrase {
    let one = |key: &str, id: Uuid| Phrase::new(key, &[("name", &names(id))]);
    let two = |[by_name, from_above]: [&str; 2], id: Uuid, by: Locked| match by {
        Locked::By(by) => Phrase::new(by_name, &[("name", &names(id)), ("by", &names(by))]),
        Locked::Above | Locked::No => Phrase::new(from_above, &[("name", &names(id))]),
    };
    match why {
        Why::Nothing => t("why.nothing").into(),
        Why::Own => t("why.own").into(),
        Why::OwnIsSmaller => t("why.own_smaller").into(),
        Why::OwnExclusive => t("why.own_exclusive").into(),
        Why::Inherited(from) => one("why.inherited", from),
        Why::InheritedLocked(from, Locked::By(by)) if from == by => one("why.inherited_locked_by_it", from),
        Why::InheritedLocked(from, by) => {
            two(["why.inherited_locked", "why.inherited_locked_above"], from, by)
        }
        Why::Shadowed(from, Locked::By(by)) if from == by => one("why.shadowed_by_it", from),
        Why::Shadowed(from, by) => two(["why.shadowed", "why.shadowed_above"], from, by),
        Why::SmallerAbove(from) => one("why.smaller", from),
        Why::CannotTell(gap) => self::gap(gap).into(),
    }
}

/// Why something cannot be told.
pub fn gap(gap: Gap) -> &'static str {
    match gap {
        Gap::NotRead => t("gap.not_read"),
        Gap::NotVisible => t("gap.not_visible"),
        Gap::Above => t("gap.above"),
        Gap::Rule => t("gap.rule"),
        Gap::User => t("gap.user"),
        Gap::Unexplained => t("gap.unexplained"),
    }
}

/// What a link of the chain adds to the outcome; `None` where it has nothing to say.
pub fn role(role: Role, names: Names<'_>) -> Option<Phrase> {
    let one = |key: &str, id: Uuid| Some(Phrase::new(key, &[("name", &names(id))]));
    match role {
        Role::NothingOwn => None,
        Role::Applies => Some(t("role.applies").into()),
        Role::Shadowed(Locked::By(by)) => one("role.shadowed", by),
        Role::Shadowed(Locked::Above | Locked::No) => Some(t("role.shadowed_above").into()),
        Role::OverriddenBy(by) => one("role.overridden", by),
        Role::SmallerWins(by) => one("role.smaller", by),
        Role::NotPassedDown => Some(t("role.exclusive").into()),
        Role::Unclear(gap) => Some(self::gap(gap).into()),
    }
}

/// What is said beside an explanation where the rule does not give what the server says.
pub fn disagreement(explanation: &Explanation, column: &Column, names: Names<'_>) -> Option<Phrase> {
    match (explanation.agreement, explanation.reported) {
        (Agreement::Differs, said) => Some(Phrase::new(
            "why.differs",
            &[
                ("said", &said_value(said, column)),
                ("computed", &state(&explanation.computed, column, names)),
            ],
        )),
        _ => None,
    }
}

/// What the server says, as value, owner and lock.
pub fn said(said: Reported, column: &Column, names: Names<'_>) -> String {
    match said {
        Reported::Value(one) => {
            let key = if one.lock { "state.locked_from" } else { "state.from" };
            let owner = one.owner.map_or_else(|| t("settings.from_user").to_owned(), names);
            let value = values::short_or_none(one.value.map(|id| column.value(id)));
            tf(key, &[("value", &value), ("name", &owner)])
        }
        other => said_value(other, column),
    }
}

fn said_value(said: Reported, column: &Column) -> String {
    match said {
        Reported::Value(said) => values::short_or_none(said.value.map(|id| column.value(id))),
        Reported::Nothing => t("value.none").to_owned(),
        Reported::Unknown(gap) => self::gap(gap).to_owned(),
    }
}

/// A state as value, owner and lock.
pub fn state(state: &State, column: &Column, names: Names<'_>) -> String {
    match state {
        State::Nothing => t("value.none").to_owned(),
        State::Unknown(gap) => self::gap(*gap).to_owned(),
        State::Value(applied) => {
            let key = if applied.lock() { "state.locked_from" } else { "state.from" };
            let value = values::short(column.value(applied.value));
            tf(key, &[("value", &value), ("name", &names(applied.owner))])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pictures_sentence() {
        let names = |id: Uuid| if id == Uuid(1) { "Iberia".to_owned() } else { "?".to_owned() };
        let said = why(Why::Shadowed(Uuid(1), Locked::By(Uuid(1))), &names);
        let said = format!("{said:?}");
        assert!(said.contains("Name(\"Iberia\")") && said.contains("lock"), "{said}");
        assert_eq!(role(Role::NothingOwn, &names), None);
        let shadowed = role(Role::Shadowed(Locked::By(Uuid(1))), &names);
        assert!(format!("{shadowed:?}").contains("Name(\"Iberia\")"));
    }
}
