//! The vendor's rules as named predicates: each says yes, or no with the reason that the screen shows.

use super::backup_unit::BackupUnit;
use super::contract_number::ContractNumber;
use super::metadata::State;
use super::privileges::Privilege;
use super::user::User;
use crate::config::SignIn;
use crate::email::is_email;
use crate::error::Error;
use crate::secret::Secret;

/// Why something cannot be done.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// Nothing was given.
    Empty,
    /// "alphanumeric characters only": this one is none.
    NotAlphanumeric(char),
    /// A backup unit of this name is there already.
    NameTaken,
    /// It is no e-mail address.
    NoEmail,
    /// A write of it is under way (reference: `BUSY`, "all following requests will be queued").
    Busy,
    /// Nobody may do that to themselves.
    Oneself,
}

/// Reference: `BackupUnitProperties.name`, "The name of the resource (alphanumeric characters only)".
pub fn can_be_name(name: &str) -> Result<(), Reason> {
    if name.is_empty() {
        return Err(Reason::Empty);
    }
    match name.chars().find(|one| !one.is_ascii_alphanumeric()) {
        Some(odd) => Err(Reason::NotAlphanumeric(odd)),
        None => Ok(()),
    }
}

/// Whether no other unit has the name. The case of letters is left out, as the API does.
pub fn can_take_name<'a>(name: &str, units: impl IntoIterator<Item = &'a BackupUnit>) -> Result<(), Reason> {
    can_be_name(name)?;
    let taken = |unit: &BackupUnit| unit.name().is_some_and(|one| one.eq_ignore_ascii_case(name));
    if units.into_iter().any(taken) { Err(Reason::NameTaken) } else { Ok(()) }
}

/// Whether it can be an e-mail address.
pub fn can_be_email(text: &str) -> Result<(), Reason> {
    match text {
        "" => Err(Reason::Empty),
        text if is_email(text) => Ok(()),
        _ => Err(Reason::NoEmail),
    }
}

/// The login at the backup console, `ContractNumber-Name`. Derived: no operation tells it.
pub fn backup_login(contract: ContractNumber, unit: &BackupUnit) -> Option<String> {
    unit.name().map(|name| format!("{contract}-{name}"))
}

/// Whether a write would be taken up at once.
pub fn can_write(unit: &BackupUnit) -> Result<(), Reason> {
    if unit.state() == Some(&State::Busy) { Err(Reason::Busy) } else { Ok(()) }
}

/// Whether a user may be deleted or blocked by somebody with that address.
pub fn can_remove(user: &User, own_email: &str) -> Result<(), Reason> {
    let is_own = user.email().is_some_and(|email| email.eq_ignore_ascii_case(own_email));
    if is_own { Err(Reason::Oneself) } else { Ok(()) }
}

/// The group privilege that lets members manage users, groups and shares, and so give access to themselves.
pub const MAY_GIVE_ACCESS: Privilege = Privilege::AccessAndManageIamResources;

/// Whether a single sign-on URL may be opened: only https, as opening it signs in.
pub fn can_open(sso_url: &Secret) -> bool {
    let url = sso_url.expose();
    url.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("https://"))
        && !url.contains(|one: char| one.is_whitespace() || one.is_control())
}

/// What a 401 may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unauthorized {
    /// The server says that a second factor is in the way: a token is needed.
    TwoFactor,
    /// Name or password is wrong, or a second factor is in the way: the server does not say which.
    PasswordOrTwoFactor,
    /// The token is wrong, revoked, or has run out.
    Token,
}

/// Explains a 401, by how somebody is signed in; `None` for other errors.
pub fn why_unauthorized(with: Option<SignIn>, error: &Error) -> Option<Unauthorized> {
    let Error::Http { status: 401, vendor, .. } = error else { return None };
    let words = vendor.as_ref().map(|one| one.message.to_ascii_lowercase()).unwrap_or_default();
    let says_so = ["2-factor", "2fa", "two-factor", "second factor"].iter().any(|word| words.contains(word));
    Some(match with {
        Some(SignIn::Basic) if says_so => Unauthorized::TwoFactor,
        Some(SignIn::Basic) => Unauthorized::PasswordOrTwoFactor,
        _ => Unauthorized::Token,
    })
}

/// Whether the server asks which contract is meant.
pub fn needs_contract_number(error: &Error) -> bool {
    let Error::Http { status: 400 | 422, vendor: Some(vendor), .. } = error else { return false };
    vendor.message.to_ascii_lowercase().contains("x-contract-number")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(name: &str, state: &str) -> BackupUnit {
        let text =
            format!(r#"{{"id":"u","metadata":{{"state":"{state}"}},"properties":{{"name":"{name}"}}}}"#);
        serde_json::from_str(&text).unwrap()
    }

    #[test]
    fn a_name_is_letters_and_digits() {
        assert_eq!(can_be_name("Backup01"), Ok(()));
        let table = [("a b", ' '), ("Büro", 'ü'), ("a-b", '-'), ("a_b", '_'), ("\u{202e}a", '\u{202e}')];
        for (name, odd) in table {
            assert_eq!(can_be_name(name), Err(Reason::NotAlphanumeric(odd)), "{name}");
        }
        assert_eq!(can_be_name(""), Err(Reason::Empty));
        let units = [unit("Mail", "AVAILABLE")];
        assert_eq!(can_take_name("mAIL", &units), Err(Reason::NameTaken));
        assert_eq!(can_take_name("Mail2", &units), Ok(()));
    }

    #[test]
    fn an_address_has_to_be_given() {
        let told = ["a@b.example", "", "a@b"].map(can_be_email);
        assert_eq!(told, [Ok(()), Err(Reason::Empty), Err(Reason::NoEmail)]);
    }

    #[test]
    fn what_a_unit_says_of_itself() {
        let contract = ContractNumber::parse("31884391").unwrap();
        assert_eq!(backup_login(contract, &unit("Mail", "BUSY")).as_deref(), Some("31884391-Mail"));
        assert_eq!(can_write(&unit("Mail", "BUSY")), Err(Reason::Busy));
        assert_eq!(can_write(&unit("Mail", "SOMETHING")), Ok(()));
        let nameless: BackupUnit = serde_json::from_str(r#"{"id":"u"}"#).unwrap();
        assert!(nameless.is_incomplete() && backup_login(contract, &nameless).is_none());
    }

    #[test]
    fn only_https_is_opened() {
        assert!(can_open(&Secret::new("https://backup.example/sso?x=1")));
        for bad in ["", "http://x", "javascript:alert(1)", "https:/x", "data:text/html,x", "https://a b"] {
            assert!(!can_open(&Secret::new(bad)), "{bad}");
        }
    }

    #[test]
    fn nobody_removes_themselves() {
        let user: User = serde_json::from_str(r#"{"id":"u","properties":{"email":"A@b.c"}}"#).unwrap();
        assert_eq!((can_remove(&user, "a@B.c"), can_remove(&user, "x@b.c")), (Err(Reason::Oneself), Ok(())));
    }
}
