//! The contracts of a connection that are known here, and going on in another.

use std::collections::BTreeSet;

use tenantry_core::Error;
use tenantry_core::ionos::{ContractNumber, ResponseOptions, backup_units, contract_number};

use crate::session::Session;

/// The contracts that are known here: those of the configuration, and the one this tab has worked in.
pub fn known_contracts(session: Session) -> BTreeSet<ContractNumber> {
    let options = session.config().options;
    let kept = last_contract(session);
    options.contract_numbers.into_iter().chain(options.contract_number).chain(kept).collect()
}

/// The contract this tab has last worked in.
pub fn last_contract(session: Session) -> Option<ContractNumber> {
    session.storage.kept(&key(session)).and_then(|number| ContractNumber::parse(&number).ok())
}

/// Remembers the contract for this tab.
pub fn remember_contract(session: Session, contract: Option<ContractNumber>) {
    let number = contract.map(|number| number.to_string()).unwrap_or_default();
    session.storage.keep(&key(session), &number);
}

/// Goes on in another contract, if that answers. All lists are read anew then.
pub async fn work_in(session: Session, number: ContractNumber) -> Result<(), Error> {
    let connection = session.connection();
    let options = ResponseOptions { contract_number: Some(number), ..ResponseOptions::default() };
    connection.call(&backup_units::List { options }).await?;
    contract_number::choose(&connection, Some(number));
    remember_contract(session, Some(number));
    session.set_scope(number.to_string());
    Ok(())
}

fn key(session: Session) -> String {
    ["contract.", &session.id()].concat()
}
