//! The page for a configuration that the console does not start with.

use leptos::prelude::*;
use tenantry_core::config::{ConfigError, Problem};

use crate::i18n::{t, tf};
use crate::mount::{Mount, platform};
use crate::ui::{Icon, IconName};

/// What is wrong with the configuration, where, and what would be right.
#[component]
pub fn ConfigPage(
    /// What is wrong.
    error: ConfigError,
) -> impl IntoView {
    let ConfigError { problem, field, place, detail } = error;
    let title = match problem {
        Problem::Missing => t("config.title.missing"),
        Problem::Unreachable => t("config.title.unreachable"),
        Problem::WebPage => t("config.title.web_page"),
        Problem::Encoding => t("config.title.encoding"),
        Problem::NotJson => t("config.title.not_json"),
        Problem::Field => t("config.title.field"),
        Problem::TooLarge => t("config.title.large"),
    };
    let place = place.map(|(line, column)| {
        tf("config.place", &[("line", &line.to_string()), ("column", &column.to_string())])
    });
    Mount::here().set_title(&tf("page.title", &[("name", title)]));
    view! {
        <main class="tn-fault-page">
            <Icon name=IconName::Warning/>
            <div class="tn-fault-page__words" role="alert">
                <h1>{title}</h1>
                <dl>
                {field.map(|field| view! { <div class="tn-field"><dt>{t("config.field")}</dt><dd><code>{field}</code></dd></div> })}
                {place.map(|place| view! { <div class="tn-field"><dt>{t("config.where")}</dt><dd>{place}</dd></div> })}
                <div class="tn-field"><dt>{t("config.what")}</dt><dd>{detail}</dd></div>
                </dl>
                <p>{t("config.next")}</p>
            </div>
            <button type="button" class="tn-button" on:click=move |_| platform::reload()>{t("config.reload")}</button>
        </main>
    }
}
