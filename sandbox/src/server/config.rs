//! The console's configuration and list of accounts for this sandbox.

use serde_json::{Value, json};

use super::options::Options;
use crate::{acronis, ionos};

/// `config.json`: the file given, else one made for this sandbox.
pub fn config(options: &Options, vendor_port: u16) -> Result<Value, String> {
    let Some(path) = &options.config else {
        return Ok(generated(options, vendor_port));
    };
    let said = |error: String| format!("--config {}: {error}", path.display());
    let text = std::fs::read_to_string(path).map_err(|error| said(error.to_string()))?;
    serde_json::from_str(&text).map_err(|error| said(error.to_string()))
}

fn generated(options: &Options, vendor_port: u16) -> Value {
    let connection = |id: &str, label: &str, route: Value| {
        json!({
            "id": id,
            "vendor": "acronis",
            "label": label,
            "upstream": format!("http://127.0.0.1:{vendor_port}/api/2"),
            "route": route,
            "sign_in": ["client_credentials", "bearer"],
            "options": { "sandbox_accounts": "/sandbox/accounts.json" },
        })
    };
    let path = json!({ "kind": "path", "prefix": "/proxy/acronis" });
    let mut connections = vec![connection("acronis-sandbox", "Acronis sandbox", path)];
    if options.direct {
        let route = json!({ "kind": "direct" });
        connections.push(connection("acronis-direct", "Acronis direct (no proxy)", route));
    }
    connections.push(ionos_connection(vendor_port));
    json!({ "connections": connections })
}

fn ionos_connection(vendor_port: u16) -> Value {
    json!({
        "id": "ionos-sandbox",
        "vendor": "ionos",
        "label": format!("IONOS {}", ionos::accounts::DEMO),
        "upstream": format!("http://127.0.0.1:{vendor_port}/cloudapi/v6"),
        "route": { "kind": "path", "prefix": "/proxy/ionos" },
        "options": { "sandbox_accounts": "/sandbox/accounts.json", "contract_number": ionos::accounts::DEMO, "contract_numbers": [ionos::accounts::SECOND] },
    })
}

/// `/sandbox/accounts.json`: everybody who can sign in to this sandbox, except for the accounts that tests
/// write with; those, `unlisted`, are listed in a file of their own. The secrets guard generated data.
pub fn accounts(seed: u64, unlisted: bool) -> Value {
    let acronis = acronis::accounts::ACCOUNTS.iter().filter(|account| account.unlisted == unlisted);
    let acronis = acronis.map(|account| {
        json!({
            "vendor": "acronis",
            "label": account.label,
            "client_id": account.client_id,
            "client_secret": account.secret(seed),
        })
    });
    let ionos = ionos::accounts::ACCOUNTS.iter().filter(|account| account.unlisted == unlisted);
    let list: Vec<Value> = acronis.chain(ionos.map(|account| ionos_account(account, seed))).collect();
    json!({ "accounts": list })
}

/// The client id and secret say the same as name and password: every entry has them, whoever reads it.
fn ionos_account(account: &ionos::accounts::Account, seed: u64) -> Value {
    json!({
        "vendor": "ionos",
        "label": account.label,
        "client_id": account.id,
        "client_secret": account.secret(seed),
        "login": account.login,
        "password": account.secret(seed),
        "token": account.token(seed),
        "contracts": account.contracts,
    })
}
