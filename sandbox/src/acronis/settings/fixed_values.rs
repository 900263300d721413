//! Own values that are the same for every seed: those of the design's picture, sources for the other
//! settings, and some that try to break the screen.

use crate::estate::fixed::{CAFE, IBERIA, NORTE, ROOT, UMBRELLA};

/// One of them.
#[derive(Debug)]
pub struct FixedValue {
    /// Slot of the tenant.
    pub slot: usize,
    /// Name of the setting.
    pub name: &'static str,
    /// The value as JSON.
    pub json: &'static str,
    /// Cannot be overridden below.
    pub lock: bool,
    /// Not for the children.
    pub exclusive: bool,
}

const fn own(slot: usize, name: &'static str, json: &'static str) -> FixedValue {
    FixedValue { slot, name, json, lock: false, exclusive: false }
}

const fn locked(slot: usize, name: &'static str, json: &'static str) -> FixedValue {
    FixedValue { lock: true, ..own(slot, name, json) }
}

const fn exclusive(slot: usize, name: &'static str, json: &'static str) -> FixedValue {
    FixedValue { exclusive: true, ..own(slot, name, json) }
}

const SUR: usize = 32;
const GOYA: usize = 33;
const MIRAMAR: usize = 38;
// Customers with hostile names, called after their values.
const OVERRIDE: usize = 12;
const MARKUP: usize = 13;
const CONTROLS: usize = 18;
const NULL: usize = 19;
const QUOTES: usize = 20;

/// All of them, except for the long one: see [`super::own::LONG`].
pub static FIXED_VALUES: &[FixedValue] = &[
    // What the picture shows.
    own(UMBRELLA, "agent_auto_update", "true"),
    own(CAFE, "backup_window", r#""22:00–05:00""#),
    locked(UMBRELLA, "encryption_required", "true"),
    own(IBERIA, "licensing_mode", r#""per_device""#),
    own(NORTE, "max_devices", "25"),
    own(CAFE, "max_devices", "40"),
    locked(UMBRELLA, "mfa_enforced", "true"),
    exclusive(CAFE, "notify_language", r#""es""#),
    own(UMBRELLA, "retention_days", "14"),
    locked(IBERIA, "retention_days", "30"),
    own(CAFE, "retention_days", "90"),
    own(IBERIA, "storage_region", r#""eu-south-2""#),
    own(UMBRELLA, "tier_level_value", "2"),
    // Where the other settings of Backup come from.
    own(UMBRELLA, "bandwidth_limit_mbps", "200"),
    own(MIRAMAR, "bandwidth_limit_mbps", r#"{"day":20,"night":200}"#),
    own(ROOT, "block_legacy_agents", "false"),
    own(UMBRELLA, "compression_level", r#""normal""#),
    own(UMBRELLA, "object_lock_bytes", "9007199254740993"),
    own(GOYA, "object_lock_bytes", "9007199254740992"),
    own(SUR, "object_lock_bytes", "9007199254740994"),
    own(UMBRELLA, "report_recipient", r#""backup@umbrella.example""#),
    own(UMBRELLA, "report/weekly 50%", "true"),
    own(UMBRELLA, "retention_rules", r#"{"daily":7,"weekly":4}"#),
    own(NORTE, "retention_rules", r#"{"monthly":12}"#),
    own(ROOT, "retry_count", "3"),
    own(UMBRELLA, "storage_quota_gb", "50000"),
    own(IBERIA, "storage_quota_gb", "8000"),
    own(GOYA, "storage_quota_gb", "null"),
    own(ROOT, "telemetry_channel", r#""stable""#),
    own(UMBRELLA, "throttle_schedule", r#"{"from":"08:00","to":"18:00","mbps":50}"#),
    own(UMBRELLA, "vm_quota", "null"),
    // File Sync & Share.
    own(UMBRELLA, "external_sharing", "true"),
    locked(IBERIA, "external_sharing", "false"),
    own(UMBRELLA, "fc_seats", "2000"),
    own(IBERIA, "fc_seats", "300"),
    own(UMBRELLA, "internal_sync_flags", r#"{"beta":true}"#),
    own(UMBRELLA, "legacy_tier_note", r#""old_Stuff""#),
    own(CAFE, "legacy_tier_note", r#""new_stuff""#),
    own(UMBRELLA, "link_expiry_days", "30"),
    exclusive(NORTE, "link_expiry_days", "7"),
    own(UMBRELLA, "sync_folder_name", r#""Sync""#),
    own(NORTE, "sync_folder_name", "null"),
    // The Management Portal; the root's owner is out of sight for everybody but itself.
    locked(ROOT, "password_policy", r#"{"min_length":10,"classes":2,"history":5}"#),
    own(ROOT, "session_timeout", "1800"),
    own(ROOT, "ui_theme", r#""system""#),
    own(UMBRELLA, "allow_support_access", "true"),
    own(UMBRELLA, "audit_days", "365"),
    own(UMBRELLA, "support_url", r#""https://support.umbrella.example/""#),
    // Values that attack the screen.
    own(OVERRIDE, "login_banner", r#""invoice\u202efdp.exe \u2066isolated""#),
    own(MARKUP, "login_banner", r#""<img src=x onerror=alert(3)><script>alert(4)</script>""#),
    own(CONTROLS, "login_banner", r#""nul\u0000bell\u0007esc\u001b[31m\r\n\tend""#),
    own(NULL, "login_banner", r#""null""#),
    own(QUOTES, "login_banner", r#""quote\" back\\slash </script> \\u0041""#),
    own(
        MARKUP,
        "blocked_file_types",
        r#"{"<b>key</b>":"\u202evalue","__proto__":{"a":1},"deep":{"a":{"b":{}}}}"#,
    ),
    own(OVERRIDE, "support_url", r#""javascript:alert(5)""#),
    own(MARKUP, "retention_days", "-0.5e-3"),
];
