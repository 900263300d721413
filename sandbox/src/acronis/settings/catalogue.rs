//! The settings that the sandbox has.

use super::rule::Inheritance;

/// One setting of one application; names are unique over all applications.
#[derive(Debug)]
pub struct Setting {
    /// The application's id, as the contract's examples have it.
    pub application: &'static str,
    /// As it stands in paths, before encoding.
    pub name: &'static str,
    /// How values become one.
    pub inheritance: Inheritance,
    /// `setting` or `quota`.
    pub business: &'static str,
    /// What generated tenants set it to.
    pub values: Values,
    /// What is wrong with it.
    pub oddity: Oddity,
}

/// Generated own values, as JSON.
#[derive(Clone, Copy, Debug)]
pub enum Values {
    /// There are none.
    Never,
    /// One of these.
    Choice(&'static [&'static str]),
    /// The product of the first number and a number from 1 to the second.
    Steps(u64, u64),
}

/// The unusual behaviour that a setting exists to test a client with; `DIFFERENCES.md` describes each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// Nothing.
    None,
    /// It has no schema.
    NoSchema,
    /// It is only a schema: no such setting exists.
    SchemaOnly,
    /// `effective.hidden` is true.
    Hidden,
    /// Where anything is received, the own value does not apply, though nothing is locked.
    OwnIgnored,
    /// On some tenants a user is the owner.
    UserOwned,
}

const BACKUP: &str = "6e6d758d-8e74-3ae3-ac84-50eb0dff12eb";
const FILES: &str = "dfd85a5f-a464-32ab-81fd-99bcc66a070f";
const PORTAL: &str = "7459244f-68f3-3bf4-9f53-5f63ecc1d91f";

const FLAGS: Values = Values::Choice(&["true", "false"]);

const fn setting(application: &'static str, name: &'static str, values: Values) -> Setting {
    let (inheritance, business, oddity) = (Inheritance::Absent, "setting", Oddity::None);
    Setting { application, name, inheritance, business, values, oddity }
}

const fn quota(application: &'static str, name: &'static str, values: Values) -> Setting {
    inheriting(Setting { business: "quota", ..setting(application, name, values) }, Inheritance::Minimum)
}

const fn inheriting(setting: Setting, inheritance: Inheritance) -> Setting {
    Setting { inheritance, ..setting }
}

const fn odd(setting: Setting, oddity: Oddity) -> Setting {
    Setting { oddity, ..setting }
}

use Values::{Choice, Never, Steps};

/// All of them, by application and name.
pub static SETTINGS: &[Setting] = &[
    setting(BACKUP, "agent_auto_update", FLAGS),
    setting(BACKUP, "backup_window", Choice(&[r#""22:00–05:00""#, r#""20:00–06:00""#, r#""00:00–04:30""#])),
    setting(BACKUP, "bandwidth_limit_mbps", Steps(25, 20)),
    setting(BACKUP, "block_legacy_agents", FLAGS),
    inheriting(
        setting(BACKUP, "compression_level", Choice(&[r#""none""#, r#""normal""#, r#""high""#, r#""max""#])),
        Inheritance::Override,
    ),
    setting(BACKUP, "encryption_required", FLAGS),
    odd(setting(BACKUP, "legacy_vault_limit", Never), Oddity::SchemaOnly),
    setting(BACKUP, "licensing_mode", Choice(&[r#""per_gb""#, r#""per_device""#])),
    quota(BACKUP, "max_devices", Steps(5, 40)),
    setting(BACKUP, "mfa_enforced", FLAGS),
    setting(BACKUP, "notify_language", Choice(&[r#""en""#, r#""de""#, r#""es""#, r#""ja""#, r#""ar""#])),
    quota(BACKUP, "object_lock_bytes", Steps(1 << 40, 64)),
    setting(BACKUP, "report/weekly 50%", FLAGS),
    odd(
        setting(BACKUP, "report_recipient", Choice(&[r#""it@customer.example""#, r#""noc@msp.example""#])),
        Oddity::UserOwned,
    ),
    setting(BACKUP, "retention_days", Steps(7, 52)),
    inheriting(
        setting(BACKUP, "retention_rules", Choice(&[r#"{"daily":14}"#, r#"{"weekly":8,"monthly":12}"#])),
        Inheritance::Merge,
    ),
    setting(BACKUP, "retry_count", Steps(1, 9)),
    quota(BACKUP, "storage_quota_gb", Steps(250, 40)),
    setting(
        BACKUP,
        "storage_region",
        Choice(&[r#""eu-south-2""#, r#""eu-central-1""#, r#""ap-northeast-1""#]),
    ),
    odd(setting(BACKUP, "telemetry_channel", Choice(&[r#""stable""#, r#""early""#])), Oddity::NoSchema),
    setting(BACKUP, "throttle_schedule", Choice(&[r#"{"from":"08:00","to":"18:00","mbps":20}"#, "{}"])),
    setting(BACKUP, "tier_level_value", Choice(&["-2", "-1", "0", "1", "2", "3", "4", "5", "6", "7"])),
    quota(BACKUP, "vm_quota", Steps(10, 30)),
    setting(FILES, "blocked_file_types", Choice(&[r#"{"extensions":["exe","js"]}"#, r#"{"extensions":[]}"#])),
    setting(FILES, "external_sharing", FLAGS),
    quota(FILES, "fc_seats", Steps(10, 25)),
    quota(FILES, "fc_storage_gb", Steps(100, 50)),
    odd(setting(FILES, "internal_sync_flags", Never), Oddity::Hidden),
    odd(setting(FILES, "legacy_tier_note", Never), Oddity::OwnIgnored),
    setting(FILES, "link_expiry_days", Steps(10, 9)),
    setting(FILES, "sync_folder_name", Choice(&[r#""Sync""#, r#""Nube""#, r#""同期""#, r#""مزامنة""#])),
    setting(PORTAL, "allow_support_access", FLAGS),
    inheriting(setting(PORTAL, "audit_days", Steps(30, 24)), Inheritance::Minimum),
    setting(PORTAL, "idle_lock_minutes", Steps(5, 12)),
    setting(PORTAL, "login_banner", Choice(&[r#""Authorised use only.""#, r#""""#])),
    setting(PORTAL, "password_policy", Choice(&[r#"{"min_length":12,"classes":3}"#])),
    setting(PORTAL, "session_timeout", Steps(300, 24)),
    setting(
        PORTAL,
        "support_url",
        Choice(&[r#""https://help.example/""#, r#""https://support.example/es""#]),
    ),
    setting(PORTAL, "ui_theme", Choice(&[r#""light""#, r#""dark""#, r#""system""#])),
];

impl Setting {
    /// Whether the setting exists, not only its schema.
    pub fn is_there(&self) -> bool {
        self.oddity != Oddity::SchemaOnly
    }

    /// Whether it has a schema.
    pub fn has_schema(&self) -> bool {
        self.oddity != Oddity::NoSchema
    }
}

/// The settings of an application with their places in [`SETTINGS`].
pub fn of_application(id: &str) -> impl Iterator<Item = (usize, &'static Setting)> {
    SETTINGS.iter().enumerate().filter(move |(_, setting)| setting.application == id && setting.is_there())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique() {
        for (at, setting) in SETTINGS.iter().enumerate() {
            assert!(SETTINGS.iter().skip(at + 1).all(|other| other.name != setting.name), "{}", setting.name);
        }
    }

    #[test]
    fn names_are_in_order() {
        for application in [BACKUP, FILES, PORTAL] {
            let of_it = SETTINGS.iter().filter(|setting| setting.application == application);
            assert!(of_it.map(|setting| setting.name).is_sorted());
        }
    }

    #[test]
    fn values_are_json() {
        for setting in SETTINGS {
            if let Values::Choice(list) = setting.values {
                for json in list {
                    assert!(serde_json::from_str::<serde_json::Value>(json).is_ok(), "{json}");
                }
            }
        }
    }
}
