//! The whole simulation as one value.

use crate::acronis::{self, accounts::Account};
use crate::http::{Request, Response, Trace};
use crate::moment::Moment;
use crate::settings::Settings;
use crate::vendor::Vendor;
use crate::{check, ionos};

/// The simulated vendors.
pub struct Sandbox {
    /// The options it was made from.
    pub settings: Settings,
    pub(crate) acronis: acronis::State,
    ionos: ionos::State,
}

impl Sandbox {
    /// Generates the tenants; nobody is signed in.
    pub fn new(settings: Settings) -> Sandbox {
        let (acronis, ionos) = (acronis::State::new(&settings), ionos::State::new(settings.seed));
        Sandbox { settings, acronis, ionos }
    }

    /// Answers one request at that time.
    pub fn handle(&self, request: &Request, now: Moment) -> Response {
        self.handle_traced(request, now).0
    }

    /// Answers one request, and says what it was for the log.
    pub fn handle_traced(&self, request: &Request, now: Moment) -> (Response, Trace) {
        let (response, trace) = if ionos::is_meant(request) {
            ionos::handle(&self.ionos, request, now)
        } else {
            acronis::handle(&self.acronis, request, now)
        };
        let response = if self.settings.check { checked(&trace, response) } else { response };
        (response, trace)
    }
}

/// The answer, or a 500 that says where it does not keep the contract.
fn checked(trace: &Trace, response: Response) -> Response {
    let Some(operation) = trace.operation else { return response };
    let is_ionos = trace.vendor == Vendor::Ionos.name();
    let is_meant_to_break = trace.account.is_some_and(|account| match is_ionos {
        true => ionos::accounts::Account::find(account).is_some_and(|one| one.fault.breaks_the_contract()),
        false => Account::find(account).is_some_and(|one| one.fault.breaks_the_contract()),
    });
    if is_meant_to_break {
        return response;
    }
    let vendor = if is_ionos { Vendor::Ionos } else { Vendor::Acronis };
    let found = check::answer(vendor, operation, &response);
    if found.is_empty() {
        return response;
    }
    let first: Vec<String> = found.into_iter().take(5).collect();
    let message = format!("the sandbox broke the contract: {}", first.join("; "));
    match vendor {
        Vendor::Ionos => ionos::errors::Refusal::new(500, &message).answer(),
        Vendor::Acronis => acronis::errors::envelope(None, &acronis::errors::Refusal::internal(&message)),
    }
}
