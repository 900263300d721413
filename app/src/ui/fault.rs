//! An error in words: what happened, what became of the request, and what to do next.

use leptos::prelude::*;
use tenantry_core::config::ConnectionConfig;
use tenantry_core::error::{BodyKind, Outcome, TransportFailure, VendorError};
use tenantry_core::route::Route;
use tenantry_core::{Error, Uuid};

use super::icon::{Icon, IconName};
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
        Outcome::NotSent => Some(t("fault.outcome.not_sent")),
        Outcome::Unknown => Some(t("fault.outcome.unknown")),
        Outcome::Refused | Outcome::CarriedOut => None,
    }
}

fn words(error: &Error, config: &ConnectionConfig) -> (String, String) {
    let label = config.label.as_str();
    let named = |key: &str| tf(key, &[("label", label)]);
    let plain = |key: &str| (named(key), t(&format!("{key}.next")).to_owned());
    match error {
        Error::NotSignedIn { .. } => plain("fault.signed_out"),
        Error::SignInRefused { .. } => plain("fault.refused"),
        Error::ReadOnly { .. } => plain("fault.read_only"),
        // Offline, what the proxy might lack is not what to look for.
        Error::NoAnswer { .. } if !platform::is_online() => plain("fault.offline"),
        Error::NoAnswer { failure: TransportFailure::Unreachable | TransportFailure::Aborted, .. } => {
            (named("fault.unreachable"), unreachable(config))
        }
        Error::NoAnswer { failure: TransportFailure::TimedOut, .. } => plain("fault.timeout"),
        Error::NoAnswer { failure: TransportFailure::CutOff, .. } => plain("fault.cut"),
        Error::Http { status, body, retry_after_s, .. } => http(*status, *body, *retry_after_s, label),
        Error::Decode { path, detail, .. } => {
            let (title, next) = plain("fault.decode");
            (title, tf("fault.decode.place", &[("path", path), ("detail", detail), ("next", &next)]))
        }
        Error::TooLarge { .. } => plain("fault.large"),
        Error::RepeatedCursor { .. } => plain("fault.cursor"),
        Error::Link(_) => plain("fault.link"),
        _ => plain("fault.other"),
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

fn http(status: u16, body: BodyKind, retry_after_s: Option<f64>, label: &str) -> (String, String) {
    let code = status.to_string();
    let values = [("label", label), ("status", code.as_str())];
    let key = match (status, body) {
        (400 | 415 | 422, BodyKind::Vendor) => "fault.http.422",
        (401, _) => "fault.http.401",
        (402, _) => "fault.http.402",
        (403, _) => "fault.http.403",
        (404, _) => "fault.http.404",
        (429, _) => "fault.http.429",
        (_, BodyKind::Html) => "fault.http.html",
        (500..=599, _) => "fault.http.5xx",
        _ => "fault.http.other",
    };
    let next = match retry_after_s {
        Some(seconds) if status == 429 || status == 503 => {
            tf("fault.http.wait", &[("n", &seconds.ceil().to_string())])
        }
        _ => t(&format!("{key}.next")).to_owned(),
    };
    (tf(key, &values), next)
}

/// An error on screen.
#[component]
pub fn FaultNotice(
    /// The words.
    fault: Fault,
    /// What the button that tries again does; without it there is no button.
    #[prop(optional, into)]
    retry: Option<Callback<()>>,
) -> impl IntoView {
    let Fault { title, said, outcome, next, detail, absent } = fault;
    let no_detail = detail.is_empty();
    let class = if absent { "tn-notice" } else { "tn-notice tn-notice--bad" };
    view! {
        <div class=class role="alert">
            <Icon name=IconName::Warning/>
            <div class="tn-notice__words">
                <p class="tn-notice__title">{title}</p>
                {said.map(|said| view! { <p>{t("fault.said")} " " <q dir="auto">{said}</q></p> })}
                {outcome.map(|outcome| view! { <p>{outcome}</p> })}
                <p>{next}</p>
                <details hidden=no_detail>
                    <summary>{t("fault.details")}</summary>
                    <code>{detail}</code>
                </details>
                {retry.map(|retry| view! {
                    <button type="button" class="tn-button" on:click=move |_| retry.run(())>{t("fault.retry")}</button>
                })}
            </div>
        </div>
    }
}
