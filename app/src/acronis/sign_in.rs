//! Who has signed in to Acronis. The token of an API client is no user: its tenant stands in the client itself. The token
//! of a user, which can be pasted, is no client. Each is asked for where the other does not answer.

use tenantry_core::acronis::users::Me;
use tenantry_core::acronis::{TenantId, clients, tenants};
use tenantry_core::config::SignIn;
use tenantry_core::connection::Connection;
use tenantry_core::request::Call;
use tenantry_core::{Error, Uuid};

use crate::i18n::t;
use crate::session::{Person, ScopeField, Session, SignInExtras, SignInHint};

/// The tenant's field, for where nothing tells the tenant.
pub fn extras() -> SignInExtras {
    let scope = ScopeField {
        label: t("signin.tenant"),
        note: t("signin.tenant_needed"),
        wrong: t("signin.tenant_wrong"),
        read: tenant_in,
    };
    SignInExtras { scope: Some(scope), ..SignInExtras::none() }
}

/// Who has signed in. What they work in is their own tenant: the top of what they see.
pub async fn who(session: Session, hint: SignInHint) -> Result<Option<Person>, Error> {
    let connection = session.connection();
    let config = session.config();
    let option = config.sign_in_option(SignIn::ClientCredentials);
    let is_client = hint.kind == SignIn::ClientCredentials;
    let client = hint.name.clone().or_else(|| option?.client_id.clone());
    let outcome = match (is_client, &client) {
        (true, Some(id)) => first(&connection, &[Source::Client(id), Source::User]).await,
        (_, Some(id)) => first(&connection, &[Source::User, Source::Client(id)]).await,
        (_, None) => first(&connection, &[Source::User]).await,
    };
    let error = match outcome {
        Ok(person) => return Ok(Some(person)),
        Err(error) => error,
    };
    // A pasted token that is refused may be no good at all; a server that is away says nothing of anybody.
    if error.is_passing() || (!is_client && error.status() == Some(401)) {
        return Err(error);
    }
    let known = hint.scope.or_else(|| session.person()?.scope);
    let Some(tenant) = known.as_deref().and_then(Uuid::parse) else { return Ok(None) };
    let probe = tenants::Probe { id: TenantId(tenant) };
    connection.call(&probe).await?;
    connection.set_check(probe.request());
    Ok(Some(Person { login: client.filter(|_| is_client), scope: Some(tenant.to_string()) }))
}

/// What can tell who has signed in.
enum Source<'a> {
    Client(&'a str),
    User,
}

/// The first that answers; its question is the session's own check from then on.
async fn first(connection: &Connection, sources: &[Source<'_>]) -> Result<Person, Error> {
    let mut refused = None;
    for source in sources {
        let (person, check) = match source {
            Source::Client(id) => {
                let read = clients::Read { id: (*id).to_owned() };
                let client = connection.call(&read).await;
                let name = |data: clients::ClientData| data.client_name.unwrap_or_else(|| (*id).to_owned());
                (client.map(|client| (Some(name(client.data)), client.tenant_id)), read.request())
            }
            Source::User => {
                (connection.call(&Me).await.map(|user| (user.login, user.tenant_id)), Me.request())
            }
        };
        match person {
            Ok((login, tenant)) => {
                connection.set_check(check);
                return Ok(Person { login, scope: Some(tenant.to_string()) });
            }
            // What was refused says more than what did not answer.
            Err(error) => refused = refused.filter(|_| error.status().is_none()).or(Some(error)),
        }
    }
    Err(refused.unwrap_or(Error::CannotSignIn { detail: "nothing tells who has signed in" }))
}

/// The id of a tenant in what was pasted: the id alone, or an address of the vendor's own console.
fn tenant_in(text: &str) -> Option<String> {
    let ends = text.char_indices().map(|(at, _)| at);
    ends.filter_map(|at| Uuid::parse(text.get(at..at + 36)?)).next().map(|id| id.to_string())
}
