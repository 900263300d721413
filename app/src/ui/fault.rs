//! An error in words: what happened, what became of the request, and what to do next.

use leptos::prelude::*;
use tenantry_core::config::ConnectionConfig;
use tenantry_core::error::{BodyKind, Outcome, TransportFailure, VendorError};
use tenantry_core::route::Route;
use tenantry_core::{Error, Uuid};

use super::icon::{Icon, IconName};
use super::name::Quote;
use super::text::visible;
use crate::i18n::{t, tf};
use crate::mount::platform;

/// An error in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What happened, in one line.
    pub title: String,
    /// What the vendor said, in the vendor's own words.
    pub said: Option<String>,
    /// What became of the request.
    pub outcome: Option<&'static str>,
    /// What to do next.
    pub next: String,
    /// The operation and other details for whoever is asked for help.
    pub detail: String,
    /// Nothing is wrong with the connection: this is not there, or not to be seen.
    pub absent: bool,
}

impl Fault {
    /// The words for an error on a connection.
    pub fn new(error: &Error, config: &ConnectionConfig) -> Fault {
        let (title, next) = words(error, config);
        let (said, detail) = match error {
            Error::Http { vendor, .. } | Error::SignInRefused { vendor, .. } => {
                (vendor.as_ref().map(said), error.to_string())
            }
            _ => (None, error.to_string()),
        };
        Fault {
            title,
            said,
            outcome: outcome(error),
            next,
            detail,
            absent: error.is_not_found() || error.is_forbidden(),
        }
    }

    /// The words for a tenant that cannot be shown.
    pub fn tenant(error: &Error, config: &ConnectionConfig, id: Uuid) -> Fault {
        let mut fault = Fault::new(error, config);
        let id = id.to_string();
        if error.is_not_found() {
            fault.title = t("fault.tenant.missing").to_owned();
            fault.next = tf("fault.tenant.missing.next", &[("id", &id)]);
        } else if error.is_forbidden() {
            fault.title = t("fault.tenant.hidden").to_owned();
            fault.next = tf("fault.tenant.hidden.next", &[("id", &id)]);
        }
        fault
    }
}

fn said(vendor: &VendorError) -> String {
    let code = if vendor.code.is_empty() { String::new() } else { format!(" ({})", vendor.code) };
    let info = vendor.info.as_ref().map(|info| format!(" – {info}")).unwrap_or_default();
    format!("{}{info}{code}", vendor.message)
}

fn outcome(error: &Error) -> Option<&'static str> {
    match error.outcome() {
        Outcome::NotSent if matches!(error, Error::Expired { .. }) => None,
        Outcome::NotSent => Some(t("fault.outcome.not_sent")),
        Outcome::Unknown => Some(t("fault.outcome.unknown")),
        Outcome::Refused | Outcome::CarriedOut => None,
    }
}

/// What happened, and what to do next.
fn words(error: &Error, config: &ConnectionConfig) -> (String, String) {
    let status = error.status().map(|status| status.to_string()).unwrap_or_default();
    let values = [("label", config.label.as_str()), ("status", status.as_str())];
    let key = key(error);
    let title = tf(if key.starts_with("fault.page") { "fault.page" } else { key }, &values);
    let advice = match (error, key) {
        (_, "fault.unreachable") => unreachable(config),
        (Error::Http { retry_after_s: Some(seconds), status: 429 | 503, .. }, _) if !is_unknown(error) => {
            tf("fault.http.wait", &[("n", &seconds.ceil().to_string()), ("label", &config.label)])
        }
        _ => tf(&format!("{key}.next"), &values),
    };
    // A write that may have been carried out is looked up, and not simply sent again.
    let again = if is_passing(key) && !is_unknown(error) { t("fault.again") } else { "" };
    (title, format!("{again} {advice}").trim().to_owned())
}

fn is_unknown(error: &Error) -> bool {
    error.outcome() == Outcome::Unknown
}

/// Whether trying again may be all that it takes.
fn is_passing(key: &str) -> bool {
    ["fault.timeout", "fault.cut", "fault.page.down", "fault.http.5xx", "fault.http.other", "fault.other"]
        .contains(&key)
}

/// What happened, as the key of its words.
fn key(error: &Error) -> &'static str {
    match error {
        Error::NotSignedIn { .. } => "fault.signed_out",
        Error::Expired { .. } => "fault.expired",
        Error::SignInRefused { .. } => "fault.refused",
        Error::ReadOnly { .. } => "fault.read_only",
        // Offline, what the proxy might lack is not what to look for.
        Error::NoAnswer { .. } if !platform::is_online() => "fault.offline",
        Error::NoAnswer { failure, .. } => match failure {
            TransportFailure::Unreachable | TransportFailure::Aborted => "fault.unreachable",
            TransportFailure::Redirected => "fault.redirected",
            TransportFailure::TimedOut => "fault.timeout",
            TransportFailure::CutOff => "fault.cut",
        },
        Error::WebPage { .. } => "fault.page.login",
        Error::Http { status, body, .. } => http(*status, *body),
        Error::Decode { .. } => "fault.decode",
        Error::TooLarge { .. } => "fault.large",
        Error::RepeatedCursor { .. } => "fault.cursor",
        Error::Link(_) => "fault.link",
        _ => "fault.other",
    }
}

fn unreachable(config: &ConnectionConfig) -> String {
    let upstream = config.upstream.to_string();
    match &config.route {
        Route::Direct => tf("fault.unreachable.direct", &[("upstream", &upstream)]),
        Route::Path(prefix) => tf("fault.unreachable.path", &[("prefix", prefix), ("upstream", &upstream)]),
        Route::Prefix(_) | Route::Template(_) => tf("fault.unreachable.relay", &[("upstream", &upstream)]),
    }
}

/// A web page comes from something in between: its status is not the API's.
fn http(status: u16, body: BodyKind) -> &'static str {
    match (status, body) {
        (300..=399, _) => "fault.redirected",
        (500..=599, BodyKind::Html) => "fault.page.down",
        (_, BodyKind::Html) => "fault.page.refused",
        (400 | 415 | 422, BodyKind::Vendor) => "fault.http.422",
        (409 | 412 | 426, BodyKind::Vendor) => "fault.http.409",
        (401, _) => "fault.http.401",
        (402, _) => "fault.http.402",
        (403, _) => "fault.http.403",
        (404, _) => "fault.http.404",
        (429, _) => "fault.http.429",
        (500..=599, _) => "fault.http.5xx",
        _ => "fault.http.other",
    }
}

/// An error on screen.
#[component]
pub fn FaultNotice(
    /// The words.
    fault: Fault,
    /// What the button that tries again does; without it there is no button.
    #[prop(optional, into)]
    retry: Option<Callback<()>>,
    /// Another button: what it says, and what it does.
    #[prop(default = None)]
    button: Option<(&'static str, Callback<()>)>,
) -> impl IntoView {
    let Fault { title, said, outcome, next, detail, absent } = fault;
    let no_detail = detail.is_empty();
    let class = if absent { "tn-notice" } else { "tn-notice tn-notice--bad" };
    view! {
        <div class=class role="alert">
            <Icon name=IconName::Warning/>
            <div class="tn-notice__words">
                <p class="tn-notice__title" prop:textContent=visible(&title).into_owned()></p>
                {said.map(|said| view! { <p>{t("fault.said")} " " <Quote text=said/></p> })}
                {outcome.map(|outcome| view! { <p prop:textContent=outcome></p> })}
                <p prop:textContent=visible(&next).into_owned()></p>
                <details hidden=no_detail>
                    <summary>{t("fault.details")}</summary>
                    <code translate="no" prop:textContent=visible(&detail).into_owned()></code>
                </details>
                {retry.map(|retry| view! {
                    <button type="button" class="tn-button" on:click=move |_| retry.run(())>{t("fault.retry")}</button>
                })}
                {button.map(|(words, act)| view! {
                    <button type="button" class="tn-button" on:click=move |_| act.run(())>{words}</button>
                })}
            </div>
        </div>
    }
}
